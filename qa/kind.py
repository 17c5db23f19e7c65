"""The contract of a question kind: what it proposes for a scene, and how it words an answer.

A kind lives in one file of qa/kinds and is listed in its KINDS; nothing else names it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Triple
from qa.connecting import Connector
from qa.forms.logic import Form
from qa.model import Block, Item
from qa.parsing.numbers import Amount
from qa.scene import Scene
from qa.telling.verbalising import Verbaliser

__all__ = ["ALL_TOLD", "Desk", "Draft", "QuestionKind", "Reading"]

ALL_TOLD: Final = "all told"
"""The note of a reading that is asked for more than the last list, which had all there is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a question.

    `evidence` is what speaks for the kind itself (cues, links), `words` the indexes of the words
    that it explains, `focus` the class of things asked for.
    """

    kind: str
    form: Form
    words: frozenset[int]
    evidence: float
    focus: Iri | None = None
    topics: tuple[Iri, ...] = ()  # things named in the question
    amount: Amount | None = None
    note: str = ""
    chance: float = 0.0  # probability that the wording stands for this


@dataclass(frozen=True, slots=True)
class Draft:
    """What a kind contributes to an answer; explanation and sources are added from `triples`."""

    lead: str
    items: tuple[Item, ...] = ()
    blocks: tuple[Block, ...] = ()
    triples: tuple[Triple, ...] = ()
    boolean: str = ""
    found: bool = True  # False: understood, but nothing fits or nothing is stated
    stated: bool = True  # with found False: whether "nothing" is an answer


@dataclass(frozen=True, slots=True)
class Desk:
    """What a kind works with."""

    graph: KnowledgeGraph
    connector: Connector
    say: Verbaliser


class QuestionKind(Protocol):
    """A kind of question."""

    name: str

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """Readings of this kind, in any order; none if the scene does not fit."""

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The answer to a reading that this kind proposed."""
