"""What a teacher takes along: worksheets to print, questions for Moodle and Canvas, cards for Anki."""

from __future__ import annotations

from teach.sheets.anki import anki
from teach.sheets.gift import gift
from teach.sheets.paper import Paper, code
from teach.sheets.qti import qti
from teach.sheets.worksheet import worksheet

__all__ = ["Paper", "anki", "code", "gift", "qti", "worksheet"]
