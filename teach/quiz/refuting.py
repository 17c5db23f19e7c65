"""Why a statement is false: a wrong option is what the graph contradicts, never what it leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.graph import KnowledgeGraph
from kg.provenance import Standing
from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.telling.verbalising import Verbaliser, capital
from qa.vocabulary import CALF

__all__ = ["Referee", "Refutation"]


@dataclass(frozen=True, slots=True)
class Refutation:
    """Why a statement is false.

    `why` is a sentence, `facts` are the statements that contradict it, and `denied` is the statement that a
    source denies outright, if that is the reason. `contested` says whether research doubts the denial.
    """

    why: str
    facts: tuple[Triple, ...] = ()
    denied: Triple | None = None
    contested: bool = False
    misfit: bool = False


class Referee:
    """Says of statements of one graph whether they hold, and if they are false, why."""

    def __init__(self, graph: KnowledgeGraph, say: Verbaliser) -> None:
        """Judge by `graph`, with the words of `say`."""
        self.graph = graph
        self.say = say
        self._terms = {p.iri: p for p in graph.properties()}
        self._denied = frozenset(graph.denials())
        self._found: dict[Triple, Refutation | None] = {}

    def holds(self, triple: Triple) -> bool:
        """Whether the graph holds the statement; everything is the same as itself."""
        if triple.predicate == CALF.SAME_AS:
            return triple.subject == triple.object
        return self.graph.truth(triple) is Truth.YES

    def is_contested(self, triple: Triple) -> bool:
        """Whether a statement that holds, or its denial, rests on a claim that research does not support."""
        if self.holds(triple):
            sure = triple.predicate == CALF.SAME_AS
            return not sure and self.graph.standing(triple) is not Standing.UNCONTESTED
        found = self.refute(triple)
        return found is not None and found.contested

    def refute(self, triple: Triple) -> Refutation | None:
        """Why the statement is false; None if it holds or if the graph does not say."""
        if triple not in self._found:
            self._found[triple] = None if self.holds(triple) else next(self._reasons(triple), None)
        return self._found[triple]

    def _reasons(self, triple: Triple) -> Iterator[Refutation]:
        if triple.predicate == CALF.SAME_AS:
            yield self._another(triple)
        if triple.predicate == CALF.TYPE:
            if self.graph.truth(triple) is Truth.NO:
                yield self._wrong_kind(triple)
            return
        for each in (triple, *self._turned(triple)):
            if each in self._denied:
                yield self._denial(each)
        for each in (triple, *self._turned(triple)):
            if self.graph.truth(each) is Truth.NO and each not in self._denied:
                yield self._other_value(each)
        yield from self._misfits(triple)

    def _turned(self, triple: Triple) -> tuple[Triple, ...]:
        """The same statement said from its other end, where the graph has words for that."""
        term = self._terms.get(triple.predicate)
        if term is None or term.inverse is None or not isinstance(triple.object, Iri):
            return ()
        return (Triple(triple.object, term.inverse, triple.subject),)

    def _denial(self, triple: Triple) -> Refutation:
        notes = self.graph.provenance(triple)
        texts = [self.say.name(v) for note in notes.rationales for v in self.graph.objects(note, CALF.TEXT)]
        doubted = any(claim.standing is not Standing.UNCONTESTED for claim in notes.claims)
        by = "By the article, it" if doubted else "It"
        why = " ".join([f"{by} is not so that {self.say.fact(triple)}.", *texts])
        return Refutation(why, (), triple, doubted)

    def _other_value(self, triple: Triple) -> Refutation:
        held = tuple(
            Triple(triple.subject, triple.predicate, v)
            for v in self.graph.objects(triple.subject, triple.predicate)
        )
        return Refutation(f"{capital(' and '.join(map(self.say.fact, held)))}, and nothing else.", held)

    def _another(self, triple: Triple) -> Refutation:
        assert isinstance(triple.object, Iri)
        return Refutation(f"{capital(self.say.name(triple.object))}: {self._gist(triple.object)}")

    def _gist(self, iri: Iri) -> str:
        definition = self.graph.entity(iri).definition
        return f"{definition[:1].lower()}{definition[1:]}" if definition else "something else."

    def _wrong_kind(self, triple: Triple) -> Refutation:
        assert isinstance(triple.object, Iri)
        held = Triple(triple.subject, CALF.TYPE, self.graph.entity(triple.subject).kind)
        asked = self.say.label(triple.object)
        return Refutation(
            f"{capital(self.say.fact(held))}, and nothing of that kind is of the kind {asked}.", (held,)
        )

    def _misfits(self, triple: Triple) -> Iterator[Refutation]:
        """Things that cannot stand in such a statement: their kind shares no member with the one it needs."""
        term = self._terms.get(triple.predicate)
        if term is None or not isinstance(triple.object, Iri):
            return
        family = [term, *(self._terms[s] for s in sorted(term.supers) if s in self._terms)]
        for each in family:
            for thing, wanted in ((triple.subject, each.domain), (triple.object, each.range)):
                if wanted and self.graph.truth(Triple(thing, CALF.TYPE, wanted)) is Truth.NO:
                    held = Triple(thing, CALF.TYPE, self.graph.entity(thing).kind)
                    label = self.say.label(wanted)
                    why = f"{capital(self.say.fact(held))}; what fits here is of the kind {label}."
                    yield Refutation(why, (held,), misfit=True)
