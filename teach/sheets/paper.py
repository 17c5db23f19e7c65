"""What every sheet is given: items, what is said to their answers, and pictures."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.terms import Iri
from qa.model import ResearchCheck, ShownSource
from teach.quiz.feedback import Teacher
from teach.quiz.model import Feedback, Form, Item

__all__ = ["Paper", "checked", "cited", "code", "notes", "picture_address", "told"]

_CODE = 5  # bytes; ten hexadecimal digits tell all items apart


@dataclass(frozen=True, slots=True)
class Paper:
    """A quiz on its way to a sheet; `draw` gives the drawing that marks a thing, as SVG."""

    title: str
    items: Sequence[Item]
    teacher: Teacher
    draw: Callable[[Iri], str]

    def feedback(self, item: Item) -> Feedback:
        """What is said to the answer of one item."""
        return self.teacher.explain(item)


def code(item: Item) -> str:
    """A short name of an item that stays the same from one export to the next."""
    return f"calf-{hashlib.sha256(item.id.encode()).hexdigest()[: 2 * _CODE]}"


def cited(source: ShownSource) -> str:
    """A source in one line, with what it says where that is known."""
    quote = f": “{source.quote}”" if source.quote else ""
    return f"{source.ref}{quote}{f' (doi:{source.doi})' if source.doi else ''}"


def checked(check: ResearchCheck) -> str:
    """What research says of a claim, in one paragraph."""
    return f"Research check: {check.standing}. {check.summary}"


def told(item: Item, feedback: Feedback) -> tuple[str, ...]:
    """Why the right answer is right, with a mark on each statement that research does not support.

    What an option says of itself is left out where statements say the same.
    """
    doubts = ("" if t.standing == "uncontested" else f" (research: {t.standing})" for t in feedback.triples)
    lines = [f"{t.sentence}{doubt}" for t, doubt in zip(feedback.triples, doubts, strict=True)]
    if lines and item.form is not Form.VERDICT:
        return tuple(dict.fromkeys(lines))
    whys = [option.why for option in item.options if option.right and item.form is not Form.ORDER]
    said = [t.sentence.casefold() for t in feedback.triples]
    own = [why for why in whys if not any(sentence in why.casefold() for sentence in said)]
    return tuple(dict.fromkeys((*own, *lines)))


def notes(item: Item, feedback: Feedback) -> tuple[str, ...]:
    """What is said to an answer, a paragraph each: statements, limits, research, sources."""
    found = (" ".join(told(item, feedback)), *feedback.caveats, *map(checked, feedback.research))
    sources = "; ".join(map(cited, feedback.sources))
    return (*(paragraph for paragraph in found if paragraph), f"Sources: {sources}")


def picture_address(svg: str) -> str:
    """A picture as an address that needs no file beside the sheet."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
