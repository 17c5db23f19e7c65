"""The pages in the order of the navigation: to add one is its file in `ui/views` and one line here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["ASK", "EXPLORE", "LAB", "LEARN", "MUSCLE_MAP", "PAGES", "QUERY", "QUIZ", "SOURCES", "Page"]

_VIEWS = Path(__file__).parent.parent / "views"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `name` is its file in `ui/views` and its address, `purpose` what a person does there."""

    name: str
    title: str
    purpose: str
    wide: bool = False  # shows a picture beside words

    @property
    def file(self) -> Path:
        """The script that draws it."""
        return _VIEWS / f"{self.name}.py"


PAGES: Final = (
    Page("ask", "Ask", "ask in your own words"),
    Page("muscle_map", "Muscle map", "touch a muscle, pick an exercise, see what works", wide=True),
    Page("explore", "Explore", "walk through all that the graph knows", wide=True),
    Page("learn", "Learn", "nine lessons, each sentence tied to its source", wide=True),
    Page("lab", "Lab", "move a model leg and watch its calf muscles", wide=True),
    Page("quiz", "Quiz", "practise, be corrected with the reason, come back in time"),
    Page("query", "Query", "ask the graph in SPARQL"),
    Page("sources", "Sources", "what the article claims and what studies found"),
)

_FILES = {page.name: page.file for page in PAGES}
# For links between pages.
ASK: Final = _FILES["ask"]
LAB: Final = _FILES["lab"]
LEARN: Final = _FILES["learn"]
MUSCLE_MAP: Final = _FILES["muscle_map"]
EXPLORE: Final = _FILES["explore"]
QUERY: Final = _FILES["query"]
QUIZ: Final = _FILES["quiz"]
SOURCES: Final = _FILES["sources"]
