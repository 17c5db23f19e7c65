"""Triples as subjects with their values, for writers that nest blank nodes and lists.

Order depends on the statements alone, apart from the names of blank nodes that stand at the top.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.rules import term_key
from kg.terms import Iri, Term
from kg.turtle import is_blank
from kg.vocabulary import OWL, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.terms import Triple

__all__ = ["Nesting"]

_FIRST = (RDF.TYPE, RDFS.LABEL, SKOS.PREF_LABEL, SKOS.DEFINITION)
_KINDS = (
    OWL.ONTOLOGY,
    OWL.ANNOTATION_PROPERTY,
    OWL.OBJECT_PROPERTY,
    OWL.DATATYPE_PROPERTY,
    OWL.CLASS,
    OWL.NAMED_INDIVIDUAL,
)


class Nesting:
    """What is said of each subject, and which blank nodes can be written where they are used."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Index `triples`, each taken once."""
        about: dict[Iri, dict[Iri, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self._uses: Counter[Term] = Counter()
        for triple in dict.fromkeys(triples):
            about[triple.subject][triple.predicate].append(triple.object)
            if is_blank(triple.object):
                self._uses[triple.object] += 1
        self._about = {subject: dict(said) for subject, said in about.items()}

    def tops(self) -> list[Iri]:
        """The subjects that are not nested: named ones by kind and name, then blank ones.

        Raises:
            OntologyError: blank nodes form a circle, so that none of them can be nested in another.
        """
        found = sorted((s for s in self._about if not self.is_nested(s)), key=self._place)
        reached, queue = set(found), list(found)
        while queue:
            for values in self._about[queue.pop()].values():
                fresh = [v for v in values if isinstance(v, Iri) and self.is_nested(v) and v not in reached]
                reached.update(fresh)
                queue += fresh
        if len(reached) < len(self._about):
            raise OntologyError("Blank nodes refer to each other in a circle", "Give one of them an IRI")
        return found

    def _place(self, subject: Iri) -> tuple[bool, int, str]:
        types = self._about[subject].get(RDF.TYPE, ())
        kind = next((n for n, kind in enumerate(_KINDS) if kind in types), len(_KINDS))
        parts = (
            str(v) for p in (OWL.ANNOTATED_SOURCE, OWL.ANNOTATED_PROPERTY) for v in self.values(subject, p)
        )
        return is_blank(subject), kind, " ".join(parts) if is_blank(subject) else subject

    def is_nested(self, node: Term) -> bool:
        """Whether a term is a blank node with statements of its own that is used exactly once."""
        return is_blank(node) and self._uses[node] == 1 and node in self._about

    def is_used(self, node: Term) -> bool:
        """Whether a blank node is the object of some statement."""
        return self._uses[node] > 0

    def values(self, subject: Iri, predicate: Iri) -> list[Term]:
        """The values of one predicate, sorted."""
        return sorted(self._about.get(subject, {}).get(predicate, ()), key=term_key)

    def said(self, subject: Iri) -> list[tuple[Iri, list[Term]]]:
        """Predicates with their values: type, label and definition first, the rest by name."""
        predicates = self._about.get(subject, {})
        rank = {p: n for n, p in enumerate(_FIRST)}
        ordered = sorted(predicates, key=lambda p: (rank.get(p, len(rank)), p))
        return [(p, self.values(subject, p)) for p in ordered]

    def items(self, node: Term) -> list[Term] | None:
        """The members of a list that no other node shares; None for anything else."""
        items: list[Term] = []
        while node != RDF.NIL:
            said = self._about.get(node, {}) if isinstance(node, Iri) else {}
            if not self.is_nested(node) or set(said) != {RDF.FIRST, RDF.REST}:
                return None
            first, rest = said[RDF.FIRST], said[RDF.REST]
            if len(first) != 1 or len(rest) != 1:
                return None
            items.append(first[0])
            node = rest[0]
        return items
