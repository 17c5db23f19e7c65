"""Where statements come from, and how the claims behind them stand against research."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from kg.errors import OntologyError
from kg.terms import Iri, Literal
from kg.vocabulary import CALF, DCTERMS, RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.terms import Term

__all__ = ["Claim", "Evidence", "Provenance", "Source", "Standing", "Witnesses", "read_witnesses"]


class Standing(Enum):
    """How the best proof of a fact stands against research, from best to worst."""

    UNCONTESTED = "uncontested"
    UNSUPPORTED = "unsupported"
    MIXED = "mixed"
    DISPUTED = "disputed"

    @property
    def badness(self) -> int:
        """0 for uncontested, up to 3 for disputed."""
        return list(Standing).index(self)


_STANDINGS = {
    "supported": Standing.UNCONTESTED,
    "contradicted": Standing.DISPUTED,
    "terminology": Standing.DISPUTED,
    "mixed": Standing.MIXED,
    "unsupported": Standing.UNSUPPORTED,
    "not tested": Standing.UNSUPPORTED,
}
_DIRECTIONS = ("supports", "contradicts", "inconclusive")


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence of the article, a study, or a reference work.

    `kind` is "article", "study" or "ontology"; `label` is how an answer cites it; `number` is the place
    of a sentence in the article; `weeks` is the length of a study's training. Texts not given are "".
    """

    iri: Iri
    kind: str
    label: str
    section: str = ""
    number: int | None = None
    quote: str = ""
    citation: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""
    design: str = ""
    participants: str = ""
    weeks: int | None = None
    measure: str = ""
    read: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one study says about a claim: it "supports" or "contradicts" it, or is "inconclusive"."""

    iri: Iri
    source: Source
    direction: str
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of the article that research can support or contradict.

    `status` is "supported", "contradicted", "mixed", "unsupported", "not tested" or "terminology".
    """

    iri: Iri
    label: str
    status: str
    quote: str
    hedge: str
    text: str
    sentences: tuple[Source, ...]
    evidence: tuple[Evidence, ...]
    about: tuple[Iri, ...]

    @property
    def standing(self) -> Standing:
        """What the status of the claim means for a statement that rests on it."""
        return _STANDINGS[self.status]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a statement rests on; reasons, caveats and phases are individuals."""

    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    rationales: tuple[Iri, ...] = ()
    caveats: tuple[Iri, ...] = ()
    phases: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True)
class Witnesses:
    """All sources and claims of the graph."""

    sources: dict[Iri, Source] = field(default_factory=dict)
    claims: dict[Iri, Claim] = field(default_factory=dict)

    def provenance(self, notes: Iterable[tuple[Iri, Term]]) -> Provenance:
        """Gather annotations into one value, each thing once: sources of the article first, in its order."""
        found: dict[Iri, set[Iri]] = {}
        for predicate, value in notes:
            if isinstance(value, Iri):
                found.setdefault(predicate, set()).add(value)

        def all_of(predicate: Iri) -> tuple[Iri, ...]:
            return tuple(sorted(found.get(predicate, ())))

        return Provenance(
            tuple(
                sorted((_get(self.sources, iri, "source") for iri in all_of(DCTERMS.SOURCE)), key=_source_key)
            ),
            tuple(_get(self.claims, iri, "claim") for iri in all_of(CALF.CLAIM)),
            all_of(CALF.RATIONALE),
            all_of(CALF.CAVEAT),
            all_of(CALF.DURING_PHASE),
        )

    def standing(self, notes: Iterable[tuple[Iri, Term]]) -> Standing:
        """The worst standing among the claims that annotate one statement."""
        claims = (_get(self.claims, v, "claim") for p, v in notes if p == CALF.CLAIM and isinstance(v, Iri))
        return max(
            (claim.standing for claim in claims), key=lambda s: s.badness, default=Standing.UNCONTESTED
        )


def read_witnesses(
    instances: Callable[[Iri], Iterable[Iri]], values: Callable[[Iri, Iri], tuple[Term, ...]]
) -> Witnesses:
    """Read all sources and claims; `instances` and `values` look things up in the closed graph.

    Raises:
        OntologyError: a claim has no known status, or evidence has no study or no direction.
    """
    reader = _Reader(values)
    sources = {iri: reader.source(iri) for iri in sorted(instances(CALF.SOURCE))}
    claims = {iri: reader.claim(iri, sources) for iri in sorted(instances(CALF.CLAIM_CLASS))}
    return Witnesses(dict(sorted(sources.items(), key=lambda item: _source_key(item[1]))), claims)


def _source_key(source: Source) -> tuple[int, int, str]:
    return ("article", "study", "ontology").index(source.kind), source.number or 0, source.iri


_T = TypeVar("_T", Source, Claim)


def _get(table: dict[Iri, _T], iri: Iri, what: str) -> _T:
    try:
        return table[iri]
    except KeyError:
        raise OntologyError(
            f"{iri} is used as a {what} and is none",
            f"Give it the class of a {what} or correct the reference",
        ) from None


class _Reader:
    def __init__(self, values: Callable[[Iri, Iri], tuple[Term, ...]]) -> None:
        self._values = values

    def _iris(self, subject: Iri, predicate: Iri) -> list[Iri]:
        return sorted(value for value in self._values(subject, predicate) if isinstance(value, Iri))

    def _text(self, subject: Iri, predicate: Iri) -> str:
        texts = sorted(
            value.value for value in self._values(subject, predicate) if isinstance(value, Literal)
        )
        return " ".join(texts)

    def _number(self, subject: Iri, predicate: Iri) -> int | None:
        text = self._text(subject, predicate)
        if not text:
            return None
        try:
            return int(text)
        except ValueError:
            raise OntologyError(
                f"{predicate.local} of {subject} is {text!r}", "Write one whole number"
            ) from None

    def source(self, iri: Iri) -> Source:
        number, section = self._number(iri, CALF.SENTENCE_NUMBER), self._text(iri, CALF.SECTION)
        kinds = self._values(iri, RDF.TYPE)
        label = self._text(iri, CALF.SHORT_CITATION) or self._text(iri, RDFS.LABEL) or iri.local
        kind = "study" if CALF.STUDY in kinds else "ontology"
        if CALF.SENTENCE in kinds:
            inner = section.replace('"', "'")
            kind, label = "article", f'article, "{inner}", sentence {number}'
        return Source(
            iri,
            kind,
            label,
            section,
            number,
            self._text(iri, CALF.QUOTE),
            self._text(iri, CALF.CITATION),
            self._text(iri, CALF.DOI),
            self._text(iri, CALF.PMID),
            self._text(iri, CALF.URL),
            self._text(iri, CALF.DESIGN),
            self._text(iri, CALF.PARTICIPANTS),
            self._number(iri, CALF.DURATION_WEEKS),
            self._text(iri, CALF.MEASURE),
            self._text(iri, CALF.READ),
        )

    def claim(self, iri: Iri, sources: dict[Iri, Source]) -> Claim:
        status = self._one_label(iri, CALF.HAS_STATUS, tuple(_STANDINGS))
        sentences = (_get(sources, s, "source") for s in self._iris(iri, CALF.STATED_IN))
        return Claim(
            iri,
            self._text(iri, RDFS.LABEL),
            status,
            self._text(iri, CALF.QUOTE),
            self._text(iri, CALF.HEDGE),
            self._text(iri, CALF.TEXT),
            tuple(sorted(sentences, key=_source_key)),
            tuple(self._evidence(line, sources) for line in self._iris(iri, CALF.HAS_EVIDENCE)),
            tuple(self._iris(iri, CALF.ABOUT)),
        )

    def _evidence(self, iri: Iri, sources: dict[Iri, Source]) -> Evidence:
        studies = self._iris(iri, CALF.FROM_STUDY)
        if len(studies) != 1:
            raise OntologyError(f"The evidence line {iri} names {len(studies)} studies", "Let it name one")
        direction = self._one_label(iri, CALF.HAS_DIRECTION, _DIRECTIONS)
        return Evidence(iri, _get(sources, studies[0], "source"), direction, self._text(iri, CALF.TEXT))

    def _one_label(self, iri: Iri, predicate: Iri, allowed: tuple[str, ...]) -> str:
        labels = [self._text(value, RDFS.LABEL) for value in self._iris(iri, predicate)]
        if len(labels) != 1 or labels[0] not in allowed:
            raise OntologyError(
                f"{predicate.local} of {iri} is {labels}", f"Let it be one of {', '.join(allowed)}"
            )
        return labels[0]
