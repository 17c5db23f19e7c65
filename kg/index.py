"""The triples of a graph by their ends."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.rules import term_key
from kg.terms import Triple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kg.terms import Iri, Term

__all__ = ["Index", "by_subject"]


class Index:
    """The objects of each subject and predicate, and the subjects of each predicate and object, sorted.

    `objects` and `subjects` are tables for a single look; `match` finds the statements with given parts, and
    looks at no others.
    """

    def __init__(self, triples: Iterable[Triple], properties: Collection[Iri]) -> None:
        """Sort `triples`; statements are those whose predicate is among `properties`."""
        objects: dict[tuple[Iri, Iri], dict[Term, None]] = defaultdict(dict)
        subjects: dict[tuple[Iri, Term], dict[Iri, None]] = defaultdict(dict)
        for t in triples:
            objects[t.subject, t.predicate][t.object] = None
            subjects[t.predicate, t.object][t.subject] = None
        self.objects = {
            key: tuple(sorted(o, key=term_key) if len(o) > 1 else o) for key, o in objects.items()
        }
        self.subjects = {key: tuple(sorted(s) if len(s) > 1 else s) for key, s in subjects.items()}
        self._having: dict[Iri, list[Iri]] = defaultdict(list)
        self._before: dict[Iri, list[Iri]] = defaultdict(list)
        self._behind: dict[Term, list[Iri]] = defaultdict(list)
        self._led_to: dict[Iri, list[Term]] = defaultdict(list)
        for subject, predicate in objects:
            if predicate in properties:
                self._having[predicate].append(subject)
                self._before[subject].append(predicate)
        for predicate, value in subjects:
            if predicate in properties:
                self._behind[value].append(predicate)
                self._led_to[predicate].append(value)

    def having(self, predicate: Iri) -> Sequence[Iri]:
        """What has some value under a predicate of statements, in any order."""
        return self._having.get(predicate, ())

    def values(self, predicate: Iri) -> Sequence[Term]:
        """What some thing has under a predicate of statements, in any order."""
        return self._led_to.get(predicate, ())

    def behind(self, value: Term) -> Collection[Iri]:
        """The predicates of statements under which something has a value, in any order."""
        return self._behind.get(value, ())

    def match(
        self, subject: Iri | None = None, predicate: Iri | None = None, value: Term | None = None
    ) -> Iterable[Triple]:
        """The statements with these parts, in any order; all statements if none is given."""
        if subject is not None:
            predicates = _chosen(predicate, self._before.get(subject, ()))
            if value is not None:
                return (Triple(subject, p, value) for p in predicates if value in self.objects[subject, p])
            return (Triple(subject, p, o) for p in predicates for o in self.objects[subject, p])
        if value is not None:
            predicates = _chosen(predicate, self._behind.get(value, ()))
            return (Triple(s, p, value) for p in predicates for s in self.subjects[p, value])
        predicates = _chosen(predicate, self._having)
        return (Triple(s, p, o) for p in predicates for s in self._having[p] for o in self.objects[s, p])


def by_subject(triples: Iterable[Triple]) -> dict[Iri, list[Triple]]:
    """Triples by their subjects."""
    found: dict[Iri, list[Triple]] = defaultdict(list)
    for triple in triples:
        found[triple.subject].append(triple)
    return dict(found)


def _chosen(predicate: Iri | None, there: Collection[Iri]) -> Collection[Iri]:
    """The predicates that are there, or the one that is wanted, if it is among them."""
    if predicate is None:
        return there
    return (predicate,) if predicate in there else ()
