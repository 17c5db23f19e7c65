"""The values of a quiz: an item with its options, what a student answered, and what is said to that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.terms import Iri, Triple
from qa.model import ResearchCheck, ShownSource, ShownTriple

__all__ = ["Feedback", "Form", "Item", "Level", "Marked", "Option", "Range", "Response"]


class Form(StrEnum):
    """What a student does with an item."""

    ONE = "one"  # choose the one right option
    SEVERAL = "several"  # choose every right option, and no other
    VERDICT = "verdict"  # true or false, with the reason where there is one
    ORDER = "order"  # put all options into their order
    LABEL = "label"  # name what is marked in the drawing
    NUMBER = "number"  # type a number


class Level(StrEnum):
    """How alike the wrong options are to the right ones."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Option:
    """One option. `why` tells in a sentence why it is right or wrong.

    What it says is `states`: all of that holds in the graph if it is `right`, and some of it is contradicted
    if it is not. In a verdict, `verdict` says whether the option takes the item's statement for true.
    """

    text: str
    right: bool
    why: str
    states: tuple[Triple, ...] = ()
    verdict: bool | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers that are right, both ends included, in `unit`."""

    low: float
    high: float
    unit: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a quiz.

    `id` stays the same as long as the statement that is asked does. `memory` names that statement: items that
    ask for the same one share it, so that remembering is scheduled once. `facts` are the statements that the
    right answer rests on and `refuted` those that wrong ones contradict themselves with; `witnesses` are
    further sources and `claims` the claims that are asked about. In an ORDER the options stand in the right
    order. `figure` is what a LABEL marks in the drawing, and `clue` says in words what is to be seen there.
    """

    id: str
    form: Form
    stem: str
    level: Level
    topic: str
    memory: str
    about: tuple[Iri, ...]
    facts: tuple[Triple, ...]
    options: tuple[Option, ...] = ()
    judged: Triple | None = None
    number: Range | None = None
    refuted: tuple[Triple, ...] = ()
    witnesses: tuple[Iri, ...] = ()
    claims: tuple[Iri, ...] = ()
    figure: Iri | None = None
    clue: str = ""

    @property
    def right(self) -> tuple[int, ...]:
        """The places of the right options, counted from 0."""
        return tuple(place for place, option in enumerate(self.options) if option.right)


#: What a student gave: places of options, counted from 0 (in an ORDER all, in their order), or a number.
Response = tuple[int, ...] | float


@dataclass(frozen=True, slots=True)
class Feedback:
    """Why the right answer is right: a sentence, statements with proofs, limits, sources and research."""

    answer: str
    triples: tuple[ShownTriple, ...]
    caveats: tuple[str, ...]
    sources: tuple[ShownSource, ...]
    research: tuple[ResearchCheck, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A response and whether it is right; `notes` tell of each option that was wrongly chosen or left out."""

    item: Item
    response: Response
    right: bool
    notes: tuple[str, ...]
