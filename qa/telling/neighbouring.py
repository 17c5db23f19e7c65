"""The links between things as a picture shows them: one link for one fact, however it can be said."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log2

from kg.graph import KnowledgeGraph
from kg.schema import PropertyTerm
from kg.terms import Iri, Triple
from kg.vocabulary import RDFS
from qa.vocabulary import CALF, UNNAMED

__all__ = ["Link", "Links"]

_CROWDED = 0.25  # how much a path shuns things that are linked with everything
_CLASS_LINKS = frozenset((CALF.TYPE, RDFS.SUB_CLASS_OF))
_MEMBER, _KIND = "is a", "is a kind of"  # what the two are called


@dataclass(frozen=True, slots=True)
class Link:
    """One fact between two things; `label` is its relation, `standing` how research sees it."""

    triple: Triple
    label: str
    inferred: bool
    standing: str
    salience: int = 5

    @property
    def start(self) -> Iri:
        """The thing that the fact is about."""
        return self.triple.subject

    @property
    def end(self) -> Iri:
        """The other thing."""
        return Iri(str(self.triple.object))

    def far(self, iri: Iri) -> Iri:
        """The end that is not `iri`."""
        return self.end if iri == self.start else self.start


class Links:
    """All links of one graph; they never change."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        """Find every link once: of a relation and its inverse the more telling one, of general ones none."""
        self.graph = graph
        self._terms = {p.iri: p for p in graph.properties()}
        self._classes = {c.iri: c for c in graph.classes()}
        self._ends: dict[Iri, list[Link]] = defaultdict(list)
        for link in (*self._facts(), *self._memberships(), *self._hierarchy()):
            self._ends[link.start].append(link)
            self._ends[link.end].append(link)
        for found in self._ends.values():
            found.sort(key=lambda k: (-k.salience, k.triple.predicate, k.start, k.end))

    # ------------------------------------------------------------ what links there are

    def _facts(self) -> Iterator[Link]:
        """Facts between individuals."""
        forms: dict[Triple, list[Triple]] = defaultdict(list)
        for triple in self.graph.statements():
            term = self._terms[triple.predicate]
            if term.is_object and isinstance(triple.object, Iri):
                forms[self._main_form(triple, term)].append(triple)
        special = {
            (form.subject, sup, form.object) for form in forms for sup in self._terms[form.predicate].supers
        }
        for form, said in forms.items():
            term = self._terms[form.predicate]
            if (form.subject, form.predicate, form.object) not in special:
                yield Link(
                    form,
                    term.label,
                    all(self.graph.is_inferred(each) for each in said),
                    self.graph.standing(said[0]).value,
                    term.salience,
                )

    def _main_form(self, triple: Triple, term: PropertyTerm) -> Triple:
        """The fact, or its inverse where that is the usual way to say it."""
        other = self._terms.get(term.inverse) if term.inverse else None
        if other is None or (-term.salience, term.iri) <= (-other.salience, other.iri):
            return triple
        return Triple(Iri(str(triple.object)), other.iri, triple.subject)

    def _memberships(self) -> Iterator[Link]:
        """Individuals in all of their classes."""
        for entity in self.graph.entities():
            for cls in sorted(entity.classes):
                triple = Triple(entity.iri, CALF.TYPE, cls)
                inferred = self.graph.is_inferred(triple)
                yield Link(triple, _MEMBER, inferred, self.graph.standing(triple).value)

    def _hierarchy(self) -> Iterator[Link]:
        """Classes under the classes right above them."""
        for cls in self._classes.values():
            beyond = {sup for parent in cls.supers for sup in self._classes[parent].supers}
            for parent in sorted(cls.supers - beyond):
                yield Link(Triple(cls.iri, RDFS.SUB_CLASS_OF, parent), _KIND, inferred=False, standing="")

    # ------------------------------------------------------------ looking

    def of(self, iri: Iri, *, everything: bool = False) -> tuple[Link, ...]:
        """The links of a thing, most telling first.

        Those with steps, cues, claims and sources are left out unless `everything` is asked for or the
        thing is one of these itself. A class has its members and subclasses; an individual its facts.
        """
        everything = everything or self._is_unnamed(iri)
        of_class = iri in self._classes
        return tuple(
            link
            for link in self._ends.get(iri, ())
            if (link.triple.predicate in _CLASS_LINKS) == of_class
            and (everything or of_class or not self._is_unnamed(link.far(iri)))
        )

    def among(self, things: Iterable[Iri]) -> tuple[Link, ...]:
        """Every link that has both ends among `things`."""
        shown = frozenset(things)
        found = (k for iri in sorted(shown) for k in self._ends.get(iri, ()) if {k.start, k.end} <= shown)
        return tuple(dict.fromkeys(found))

    def facts(self) -> tuple[Link, ...]:
        """Every link between two individuals that have names of their own, sorted."""
        found = {
            link
            for iri in self._ends
            for link in self.of(iri)
            if link.triple.predicate not in _CLASS_LINKS and not self._is_unnamed(iri)
        }
        return tuple(sorted(found, key=lambda k: (k.triple.predicate, k.start, k.end)))

    def path(self, start: Iri, end: Iri) -> tuple[Link, ...]:
        """A short chain of links between two things that avoids crowded places; () if there is none."""
        return self._path(start, end, everything=False) or self._path(start, end, everything=True)

    def _path(self, start: Iri, end: Iri, *, everything: bool) -> tuple[Link, ...]:
        came: dict[Iri, Link | None] = {}
        agenda: list[tuple[float, int, Iri, Link | None]] = [(0.0, 0, start, None)]
        pushed = 0
        while agenda:
            cost, _, here, link = heapq.heappop(agenda)
            if here in came:
                continue
            came[here] = link
            if here == end:
                return self._chain(came, start, end)
            for step in self._ends.get(here, ()):
                there = step.far(here)
                if there not in came and self._may_pass(step, there, {start, end}, everything=everything):
                    pushed += 1
                    heapq.heappush(agenda, (cost + self._cost(there, end), pushed, there, step))
        return ()

    def _may_pass(self, step: Link, there: Iri, ends: set[Iri], *, everything: bool) -> bool:
        """Whether a path may use a link: membership says little between two individuals."""
        if step.triple.predicate in _CLASS_LINKS and ends.isdisjoint((step.start, step.end)):
            return everything
        return everything or there in ends or there in self._classes or not self._is_unnamed(there)

    def _cost(self, there: Iri, end: Iri) -> float:
        return 1 + (0 if there == end else _CROWDED * log2(1 + len(self._ends[there])))

    @staticmethod
    def _chain(came: dict[Iri, Link | None], start: Iri, end: Iri) -> tuple[Link, ...]:
        chain: list[Link] = []
        here = end
        while here != start:
            link = came[here]
            assert link is not None
            chain.append(link)
            here = link.far(here)
        return tuple(reversed(chain))

    def _is_unnamed(self, iri: Iri) -> bool:
        """Whether a thing is one that nobody looks for by name, such as a step or a source."""
        return iri not in self._classes and not UNNAMED.isdisjoint(self.graph.entity(iri).classes)
