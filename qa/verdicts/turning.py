"""A verdict, the one that contradicts it, and a first sentence that begins with one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["CONTRARY", "with_verdict"]

CONTRARY: Mapping[str, str] = MappingProxyType({"yes": "no", "no": "yes"})
_VERDICT = re.compile(r"^(Yes|No)(, (?:not )?as you put it)?")


def with_verdict(lead: str, verdict: str) -> str:
    """A first sentence that begins with a verdict, with another verdict in its place."""
    return _VERDICT.sub(verdict.capitalize(), lead)
