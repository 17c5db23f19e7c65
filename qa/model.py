"""The values a question becomes on its way to an answer; all frozen, none knows a screen.

Question -> Parse -> LogicalForm (qa.forms.logic) -> Sparql -> Bindings (kg.terms) -> Answer
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kg.terms import Iri

__all__ = [
    "Answer",
    "Block",
    "Context",
    "Correction",
    "Item",
    "Items",
    "Paragraph",
    "ProofStep",
    "Question",
    "ResearchCheck",
    "ShownSource",
    "ShownStudy",
    "ShownTriple",
    "Status",
    "Table",
]


class Status(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    UNSTATED = "unstated"  # understood, but no source of the graph says it
    EMPTY = "empty"  # understood, and nothing fits
    CLARIFY = "clarify"  # two readings with different answers
    UNKNOWN_TERM = "unknown_term"  # a word that matters was not understood
    OUT_OF_SCOPE = "out_of_scope"  # not a question about the calf


@dataclass(frozen=True, slots=True)
class Context:
    """What a follow-up may refer to: the logical form and the result of the turn before."""

    logical_form: str = ""  # canonical JSON of the last logical form
    entities: tuple[Iri, ...] = ()  # what the last question spoke of
    results: tuple[Iri, ...] = ()  # what the last answer named
    boolean: str = ""  # the verdict that the last answer gave
    told: str = ""  # what the last turn told and asked nothing of: "I only have a leg press."
    asked: str = ""  # the last question in full, if the turn said all of it


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked, with the context of the conversation it stands in."""

    text: str
    context: Context = Context()


@dataclass(frozen=True, slots=True)
class Correction:
    """A spelling that was read as another word."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Item:
    """One result: the thing itself, its preferred label, and a short note such as a range."""

    iri: Iri
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered when `ordered`."""

    entries: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A comparison: a header row, and rows of as many cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class ProofStep:
    """One sentence of a proof; `rule` is "" where a source states it."""

    sentence: str
    rule: str = ""
    sources: tuple[str, ...] = ()
    premises: tuple[ProofStep, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownTriple:
    """A statement that an answer rests on, with labels, a sentence, and its proof."""

    subject: Iri
    predicate: Iri
    object: str
    subject_label: str
    predicate_label: str
    object_label: str
    sentence: str
    inferred: bool
    standing: str  # uncontested | disputed | mixed | unsupported
    proof: ProofStep


@dataclass(frozen=True, slots=True)
class ShownSource:
    """Where a statement comes from, as a reader can look it up."""

    kind: str  # article | study | ontology
    ref: str
    section: str = ""
    quote: str = ""
    doi: str = ""


@dataclass(frozen=True, slots=True)
class ShownStudy:
    """What one study says about a claim."""

    ref: str
    direction: str  # supports | contradicts | inconclusive
    finding: str
    design: str = ""
    participants: str = ""
    citation: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ResearchCheck:
    """What research says about one claim of the article that an answer repeats."""

    claim: str
    status: str  # supported | contradicted | mixed | unsupported | not tested | terminology
    standing: str  # uncontested | disputed | mixed | unsupported
    summary: str
    quote: str = ""
    studies: tuple[ShownStudy, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a face shows for one question.

    `lead` answers in one sentence (or says why there is no answer); `blocks` add what helps;
    `boolean` is "yes", "no" or "qualified" for a yes/no question; `alternatives` are questions
    for other readings of an ambiguous one; `timings_ms` are milliseconds per stage.
    """

    question: str
    status: Status
    lead: str
    blocks: tuple[Block, ...] = ()
    items: tuple[Item, ...] = ()
    boolean: str = ""
    interpretation: str = ""
    corrections: tuple[Correction, ...] = ()
    understood: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    sparql: tuple[str, ...] = ()
    triples: tuple[ShownTriple, ...] = ()
    sources: tuple[ShownSource, ...] = ()
    research: tuple[ResearchCheck, ...] = ()
    suggestions: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    confidence: float = 0.0
    context: Context = Context()
    timings_ms: dict[str, float] = field(default_factory=dict)
    kg_version: str = ""

    @property
    def answered(self) -> bool:
        """Whether the question got an answer: "none, because ..." is one, a refusal is not."""
        reasoned = self.status is Status.UNSTATED and bool(self.boolean)
        return self.status in (Status.ANSWERED, Status.EMPTY) or reasoned
