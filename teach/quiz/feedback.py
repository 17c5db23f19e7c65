"""What is said to an answer: why the right one is right, who says so, and what research says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph import KnowledgeGraph
from kg.provenance import Claim, Source, Standing
from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.model import ResearchCheck, ShownSource
from qa.telling.explaining import Explainer
from qa.telling.verbalising import Verbaliser
from qa.vocabulary import CALF
from teach.quiz.marking import solution
from teach.quiz.model import Feedback, Item

__all__ = ["Teacher"]

_SOURCES = 8  # more would bury the first


class Teacher:
    """Explains the items of one graph; holds no state between calls, so threads may share it."""

    def __init__(self, graph: KnowledgeGraph, say: Verbaliser, explainer: Explainer) -> None:
        """Explain by `graph`, in the words of `say`."""
        self._graph = graph
        self._say = say
        self._explainer = explainer
        self._denied = frozenset(graph.denials())
        self._sources = {source.iri: source for source in graph.sources()}
        self._objects = {p.iri for p in graph.properties() if p.is_object and p.says} | {CALF.TYPE}

    def explain(self, item: Item) -> Feedback:
        """The right answer with statements and proofs, limits, one source at least, and the research."""
        known = [t for t in dict.fromkeys((*item.facts, *item.refuted)) if self._is_noted(t)]
        told = [t for t in item.facts if t.predicate in self._objects]
        triples = self._explainer.triples(told)
        research = self._research(item, known)
        sentences = " ".join(triple.sentence for triple in triples)
        caveats = tuple(paragraph.text for paragraph in self._explainer.caveats(known, sentences))
        return Feedback(solution(item), triples, caveats, self._shown(item, known), research)

    def _research(self, item: Item, known: Iterable[Triple]) -> tuple[ResearchCheck, ...]:
        claims = {claim.iri: claim for claim in map(self._graph.claim, item.claims)}
        if not claims:
            claims = {claim.iri: claim for triple in known for claim in self._claims(triple)}
        return self._explainer.checks(claims.values())

    def _claims(self, triple: Triple) -> Iterator[Claim]:
        """The claims behind a statement; doubted ones only where the statement is doubted for them."""
        held = self._graph.truth(triple) is Truth.YES
        sure = held and self._graph.standing(triple) is Standing.UNCONTESTED
        for claim in self._graph.provenance(triple).claims:
            if not sure or claim.standing is Standing.UNCONTESTED:
                yield claim

    def _is_noted(self, triple: Triple) -> bool:
        """Whether a statement has notes of its own: one that is false by its kind or its number has none."""
        return self._graph.truth(triple) is Truth.YES or triple in self._denied

    def _shown(self, item: Item, known: Iterable[Triple]) -> tuple[ShownSource, ...]:
        """The sources of what the item rests on; the graph itself where no other says it."""
        found: dict[Iri, Source] = {}
        for triple in known:
            found.update((s.iri, s) for s in self._graph.provenance(triple).sources if s.iri not in found)
        found.update((iri, self._sources[iri]) for iri in item.witnesses if iri not in found)
        shown = self._explainer.shown(list(found.values())[:_SOURCES])
        return shown or (
            ShownSource("ontology", f"this project's ontology, version {Iri(self._graph.version).local}"),
        )
