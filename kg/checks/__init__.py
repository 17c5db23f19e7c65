"""The checks there are. A new one is a function in a module here and a line in that module's tuple."""

from __future__ import annotations

from kg.checks.citing import CITING
from kg.checks.complete import COMPLETE
from kg.checks.covering import COVERING
from kg.checks.naming import NAMING
from kg.checks.pitfalls import PITFALLS
from kg.checks.report import REPORT
from kg.checks.shape import SHAPE
from kg.checks.warnings import WARNINGS

__all__ = ["CHECKS"]

CHECKS = (*NAMING, *REPORT, *WARNINGS, *PITFALLS, *SHAPE, *CITING, *COMPLETE, *COVERING)
