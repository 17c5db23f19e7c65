"""The pages by the files that hold them, for links between them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = ["ASK", "EXPLORE", "LAB", "LEARN", "MUSCLE_MAP", "QUERY", "QUIZ", "SOURCES"]

_VIEWS = Path(__file__).parent.parent / "views"
ASK: Final = _VIEWS / "ask.py"
MUSCLE_MAP: Final = _VIEWS / "muscle_map.py"
EXPLORE: Final = _VIEWS / "explore.py"
LEARN: Final = _VIEWS / "learn.py"
LAB: Final = _VIEWS / "lab.py"
QUERY: Final = _VIEWS / "query.py"
QUIZ: Final = _VIEWS / "quiz.py"
SOURCES: Final = _VIEWS / "sources.py"
