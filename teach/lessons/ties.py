"""What a sentence rests on: a tie as it is written, looked up in the graph."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from kg.errors import UnknownIriError
from kg.graph import KnowledgeGraph
from kg.provenance import Claim, Evidence, Provenance, Source, Standing
from kg.schema import Truth
from kg.terms import Iri, Literal, Triple
from kg.vocabulary import CALF_NS
from qa.vocabulary import CALF
from teach.lessons.model import LessonError

__all__ = ["Tie", "evidence", "resolve", "resolve_triple", "source_texts", "thing"]

_TEXTS = (CALF.TEXT, CALF.INSTRUCTION)
_BOUNDS = (CALF.MIN_VALUE, CALF.MAX_VALUE)


@dataclass(frozen=True, slots=True)
class Tie:
    """What one tie says.

    `kind` is "holds", "denied", "unstated", "claim", "range", "text" or "meaning". `triples` are its
    statements; `things` what a sentence may name because of it; `texts` what it may repeat in words;
    `claims` stand behind it, and `standing` is how it stands against research ("" for a meaning, which
    no research can doubt).
    """

    written: str
    kind: str
    triples: tuple[Triple, ...]
    things: tuple[Iri, ...]
    texts: tuple[str, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    standing: str

    @property
    def contested(self) -> bool:
        """Whether research does not simply agree."""
        return self.standing not in {"", Standing.UNCONTESTED.value}


def thing(graph: KnowledgeGraph, name: str) -> Iri:
    """The individual or class with a local name.

    Raises:
        LessonError: there is none.
    """
    iri = Iri(CALF_NS + name)
    for look_up in (graph.entity, graph.class_term):
        with suppress(UnknownIriError):
            return look_up(iri).iri
    raise LessonError(f"The graph has no {name!r}", "Check its spelling, capitals included")


def resolve(graph: KnowledgeGraph, written: str) -> Tie:
    """A tie with what the graph holds of it.

    Raises:
        LessonError: a name is unknown, or the graph does not hold what the tie says.
    """
    words = written.split()
    if len(words) == 1:
        return _of_thing(graph, written, thing(graph, written))
    wanted = {"not": Truth.NO, "none": Truth.UNSTATED}.get(words[0], Truth.YES)
    parts = words if wanted is Truth.YES else words[1:]
    if len(parts) != 3:
        raise LessonError(f"{written!r} is no tie", "Write `subject property object`, or one name")
    if wanted is Truth.UNSTATED:
        return _unstated(graph, written, parts)
    triple = resolve_triple(graph, " ".join(parts))
    if graph.truth(triple) is not wanted:
        said = {Truth.YES: "holds", Truth.NO: "is denied", Truth.UNSTATED: "is not stated"}
        raise LessonError(
            f"{written!r} is not so: in the graph, this statement {said[graph.truth(triple)]}",
            "Correct the sentence and its tie, or add the fact to the ontology with its source",
        )
    kind = "holds" if wanted is Truth.YES else "denied"
    return _of_triples(graph, written, kind, [triple])


def resolve_triple(graph: KnowledgeGraph, written: str) -> Triple:
    """A statement written as `subject property object`; the object may be a class after `type`.

    Raises:
        LessonError: it has not three parts, or one of them is unknown.
    """
    parts = written.split()
    if len(parts) != 3:
        raise LessonError(f"{written!r} is no statement", "Write `subject property object`")
    subject, name, value = parts
    if name == "type":
        return Triple(thing(graph, subject), CALF.TYPE, thing(graph, value))
    predicate = Iri(CALF_NS + name)
    if predicate not in {p.iri for p in graph.properties()}:
        raise LessonError(f"The graph has no property {name!r}", "Check its spelling, capitals included")
    return Triple(thing(graph, subject), predicate, thing(graph, value))


def _unstated(graph: KnowledgeGraph, written: str, parts: list[str]) -> Tie:
    """That nothing at all is said with a property and an object."""
    subject, name, value = parts
    if subject != "?":
        raise LessonError(f"{written!r} is no tie", "Write `none ? property object`")
    wanted = thing(graph, value)
    found = graph.statements(predicate=Iri(CALF_NS + name), object=wanted)
    if found:
        raise LessonError(f"{written!r} is not so: {found[0].subject.local} does", "Correct the sentence")
    definition = graph.entity(wanted).definition
    return Tie(written, "unstated", (), (wanted,), (definition,), (), (), "")


def _of_thing(graph: KnowledgeGraph, written: str, iri: Iri) -> Tie:
    if any(iri == term.iri for term in graph.classes()):
        return _meaning(written, iri, graph.class_term(iri).definition)
    classes = graph.entity(iri).classes
    if CALF.CLAIM in classes:
        return _of_claim(graph, written, iri)
    if CALF.EVIDENCE_LINE in classes:
        return _of_evidence(graph, written, iri)
    if CALF.SOURCE in classes:
        source = next(source for source in graph.sources() if source.iri == iri)
        return Tie(written, "claim", (), (iri,), source_texts(source), (source,), (), "")
    if CALF.PRESCRIPTION in classes:
        return _of_triples(graph, written, "range", graph.statements(subject=iri))
    texts = [t for p in _TEXTS for t in graph.statements(subject=iri, predicate=p)]
    if texts:
        return _of_triples(graph, written, "text", texts)
    return _meaning(written, iri, graph.entity(iri).definition)


def _meaning(written: str, iri: Iri, definition: str) -> Tie:
    """What a word means: the graph's own definition."""
    return Tie(written, "meaning", (), (iri,), (definition,), (), (), "")


def source_texts(source: Source) -> tuple[str, ...]:
    """What the graph knows of a study, in two orders: who took part, and what was measured, first."""
    weeks = f"{source.weeks} weeks" if source.weeks else ""
    facts = (source.participants, weeks, source.design, source.measure)
    orders = (facts, facts[::-1])
    return tuple(" ".join(filter(None, (source.label, *order, source.read))) for order in orders)


def _of_claim(graph: KnowledgeGraph, written: str, iri: Iri) -> Tie:
    """What the article claims, and what research says of it."""
    claim = graph.claim(iri)
    texts = [claim.label, claim.text, claim.hedge, claim.quote, claim.status]
    for line in claim.evidence:
        texts += [f"{line.source.label} {line.text}", *source_texts(line.source)]
    sources = (*claim.sentences, *(line.source for line in claim.evidence))
    return Tie(written, "claim", (), claim.about, tuple(texts), sources, (claim,), claim.standing.value)


def _of_evidence(graph: KnowledgeGraph, written: str, iri: Iri) -> Tie:
    """What one study says of one claim."""
    claim, line = evidence(graph, iri)
    things = (*claim.about, line.source.iri)
    texts = (f"{line.source.label} {line.text}", line.direction, *source_texts(line.source))
    return Tie(written, "claim", (), things, texts, (line.source,), (), "")


def evidence(graph: KnowledgeGraph, iri: Iri) -> tuple[Claim, Evidence]:
    """An evidence line with its claim.

    Raises:
        LessonError: there is no such line.
    """
    for claim in graph.claims():
        for line in claim.evidence:
            if line.iri == iri:
                return claim, line
    raise LessonError(f"{iri.local!r} is no evidence line", "Name one of a claim")


def _of_triples(graph: KnowledgeGraph, written: str, kind: str, triples: Iterable[Triple]) -> Tie:
    """Statements that hold or are denied, with all that stands behind them."""
    triples = tuple(triples)
    found = [_provenance(graph, triple) for triple in triples]
    claims = {claim.iri: claim for each in found for claim in each.claims}
    sources = {source.iri: source for each in found for source in each.sources}
    if kind == "denied":
        standings = [claim.standing for claim in claims.values()]
    else:
        standings = [graph.standing(triple) for triple in triples]
    worst = max(standings, key=lambda each: each.badness, default=Standing.UNCONTESTED)
    ends = (end for t in triples for end in (t.subject, t.object))
    texts = [t.object.value for t in triples if isinstance(t.object, Literal)]
    numbers = [
        f"{float(t.object.value):g}"
        for t in triples
        if t.predicate in _BOUNDS and isinstance(t.object, Literal)
    ]
    return Tie(
        written,
        kind,
        triples,
        tuple(dict.fromkeys(end for end in ends if isinstance(end, Iri))),
        (*texts, *numbers),
        tuple(sources.values()),
        tuple(claims.values()),
        worst.value,
    )


def _provenance(graph: KnowledgeGraph, triple: Triple) -> Provenance:
    """What a statement rests on; nothing for one that only the schema rules out."""
    try:
        return graph.provenance(triple)
    except UnknownIriError:
        return Provenance()
