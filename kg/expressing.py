"""Terms and blank nodes as text that depends on what they say and not on how they are named."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.naming import compact
from kg.ntriples import term_text
from kg.terms import Iri, Literal
from kg.turtle import is_blank
from kg.vocabulary import OWL, RDF

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.terms import Term, Triple

__all__ = ["Expressions", "term_words"]

_IN_ORDER = frozenset({OWL.PROPERTY_CHAIN_AXIOM})  # the lists whose order has a meaning


def term_words(term: Term) -> str:
    """A named term or literal as Turtle writes it: `calf:soleus`, `"soleus"@en`."""
    if isinstance(term, Literal):
        text, end = term_text(term), f"^^{term_text(Iri(term.datatype))}"
        return text.removesuffix(end) + f"^^{term_words(Iri(term.datatype))}" if text.endswith(end) else text
    return compact(term) or term_text(term)


class Expressions:
    """The blank nodes of some triples, written out."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Index the triples of blank nodes."""
        self._about: dict[Iri, list[tuple[Iri, Term]]] = defaultdict(list)
        for t in triples:
            if is_blank(t.subject):
                self._about[t.subject].append((t.predicate, t.object))

    def words(self, term: Term, under: Iri | None = None, depth: int = 0) -> str:
        """A term as Turtle, blank nodes nested and sorted; `under` is the predicate that leads to it."""
        if not isinstance(term, Iri) or not is_blank(term):
            return term_words(term)
        if depth > len(self._about):
            raise OntologyError("Blank nodes refer to each other in a circle", "Give one of them an IRI")
        items = self._items(term)
        if items is not None:
            parts = [self.words(item, None, depth + 1) for item in items]
            return f"( {' '.join(parts if under in _IN_ORDER else sorted(parts))} )"
        said = sorted(f"{term_words(p)} {self.words(o, p, depth + 1)}" for p, o in self._about[term])
        return f"[ {' ; '.join(said)} ]"

    def members(self, node: Iri) -> list[str]:
        """The members of a list of different or disjoint things; [] for another node."""
        lists = [o for p, o in self._about[node] if p in (OWL.DISTINCT_MEMBERS, OWL.MEMBERS)]
        return [self.words(item) for cell in lists for item in self._items(cell) or ()]

    def _items(self, cell: Term) -> list[Term] | None:
        items: list[Term] = []
        seen: set[Term] = set()
        while cell != RDF.NIL:
            said = dict(self._about.get(cell, ())) if isinstance(cell, Iri) else {}
            if said.keys() != {RDF.FIRST, RDF.REST} or cell in seen:
                return None
            seen.add(cell)
            items.append(said[RDF.FIRST])
            cell = said[RDF.REST]
        return items
