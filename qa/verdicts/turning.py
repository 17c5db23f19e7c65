"""A verdict, and the one that contradicts it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["CONTRARY"]

CONTRARY: Mapping[str, str] = MappingProxyType({"yes": "no", "no": "yes"})
