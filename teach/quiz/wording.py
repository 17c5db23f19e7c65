"""Questions in English: every word of them comes from the labels and frames of the graph."""

from __future__ import annotations

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Term, Triple
from qa.logic import Linked, Thing
from qa.verbalising import Verbaliser, capital

__all__ = ["Wording"]

_GAP = "…"


class Wording:
    """Words the questions about one graph."""

    def __init__(self, graph: KnowledgeGraph, say: Verbaliser) -> None:
        """Use the frames of `graph` by way of `say`."""
        self._say = say
        self._terms = {p.iri: p for p in graph.properties()}

    def name(self, term: Term) -> str:
        """A thing as an option: "The soleus"."""
        return capital(self._say.name(term))

    def sentence(self, triple: Triple) -> str:
        """A statement as a sentence."""
        return f"{capital(self._say.fact(triple))}."

    def by_article(self, text: str, *, contested: bool) -> str:
        """A question, marked as one about the article where research does not support it."""
        return f"According to the article: {text[:1].lower()}{text[1:]}" if contested else text

    def which(self, prop: Iri, known: Iri, *, forward: bool, several: bool = False) -> str:
        """What asks for the object (forward) or for the subject of statements with `prop` and a known end."""
        predicate = self._predicate(prop, known, forward=forward)
        if predicate is None:
            gapped = self._gapped(prop, known, forward=forward)
            ask = "Which of these fit, each by itself?" if several else "What fits the gap?"
            return f"{ask} “{gapped}”"
        return f"Which of these {predicate}?" if not several else f"Find every one of these that {predicate}."

    def _predicate(self, prop: Iri, known: Iri, *, forward: bool) -> str | None:
        """The sentence without the end that is asked for, where it begins with that end."""
        term = self._terms[prop]
        own = "{object} " if forward else "{subject} "
        frame = term.says_inverse if forward else term.says
        if not frame.startswith(own):
            return None
        return self._say.set(Linked(prop, Thing(known), inverse=forward)).removeprefix("thing that ")

    def _gapped(self, prop: Iri, known: Iri, *, forward: bool) -> str:
        """The sentence with a gap for the end that is asked for."""
        frame = self._terms[prop].says
        own, far = ("{object}", "{subject}") if forward else ("{subject}", "{object}")
        return f"{capital(frame.replace(own, _GAP).replace(far, self._say.name(known)))}."
