"""The checks there are. A new one is a function in a module here and a line in that module's tuple."""

from __future__ import annotations

from kg.checks.citing import CITING
from kg.checks.naming import NAMING
from kg.checks.shape import SHAPE

__all__ = ["CHECKS"]

CHECKS = (*NAMING, *SHAPE, *CITING)
