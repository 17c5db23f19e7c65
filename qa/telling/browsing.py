"""Going about in the graph: finding things by any of their names, and seeing where they belong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz, process

from kg.graph import KnowledgeGraph
from kg.schema import ClassTerm, Entity
from kg.terms import Iri, Triple
from qa.telling.entries import Clerk, Entry, Said
from qa.telling.neighbouring import Link, Links
from qa.telling.verbalising import Verbaliser
from qa.vocabulary import CALF, UNNAMED

__all__ = ["Branch", "Browser", "Hit"]

_ALIKE = 82  # from which a misspelt name is offered, of 100
_BROAD = 20  # members; a kind with more is told apart by the kinds below it
_WHOLE, _START, _WORD, _INSIDE = range(4)  # how a name was hit, best first
_UNUSUAL = 2  # by how many such ranks a label is preferred to a name that is only understood


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found; `matched` is the name that was hit, where it is not the label."""

    iri: Iri
    label: str
    kind: str
    matched: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of a tree; `depth` counts from 0, `here` marks the thing the tree is about."""

    iri: Iri
    label: str
    depth: int
    here: bool = False
    members: int = 0


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a thing, folded; a hidden one is understood but never shown as a label."""

    text: str
    iri: Iri
    hidden: bool


class Browser:
    """Looks things up in one graph; holds no state between calls, so threads may share it."""

    def __init__(self, graph: KnowledgeGraph, say: Verbaliser) -> None:
        """Index the names of `graph`."""
        self.graph = graph
        self.links = Links(graph)
        self._clerk = Clerk(graph, say)
        self._classes = {c.iri: c for c in graph.classes()}
        self._things: dict[Iri, Entity | ClassTerm] = {e.iri: e for e in graph.entities()}
        self._things.update(self._classes)
        self._by_local = {iri.local: iri for iri in self._things}
        self._names = tuple(chain.from_iterable(map(_names, self._things.values())))

    # ------------------------------------------------------------ names

    def resolve(self, name: str) -> Iri | None:
        """The individual or class with a local name or an IRI; None if there is none."""
        return Iri(name) if name in self._things else self._by_local.get(name)

    def label(self, iri: Iri) -> str:
        """The preferred label of an individual or a class."""
        return self._things[iri].label

    def group(self, iri: Iri) -> ClassTerm:
        """The broadest kind of a thing that still tells it from most others."""
        kind = iri if iri in self._classes else self.graph.entity(iri).kind
        line = sorted((kind, *self._classes[kind].supers), key=lambda c: (len(self._classes[c].supers), c))
        telling = (c for c in line if len(self.graph.instances(c)) <= _BROAD)
        return self._classes[next(telling, kind)]

    def kind(self, iri: Iri) -> str:
        """What a thing is, in a word or two."""
        thing = self._things[iri]
        return self._classes[thing.kind].label if isinstance(thing, Entity) else "kind of thing"

    def is_class(self, iri: Iri) -> bool:
        """Whether a thing is a class of things."""
        return iri in self._classes

    def groups(self) -> tuple[ClassTerm, ...]:
        """The kinds that `group` tells apart, by label; those of things without names of their own last."""
        found = {self.group(iri).iri for iri in self._things}
        return tuple(
            sorted((self._classes[iri] for iri in found), key=lambda c: (not self.is_main(c.iri), c.label))
        )

    def is_main(self, iri: Iri) -> bool:
        """Whether a kind is one whose members people look for by name."""
        return UNNAMED.isdisjoint({iri, *self._classes[iri].supers})

    def things(self) -> tuple[Hit, ...]:
        """Every individual that has a name of its own, by label."""
        named = (e for e in self.graph.entities() if UNNAMED.isdisjoint(e.classes))
        hits = (Hit(e.iri, e.label, self.kind(e.iri)) for e in named)
        return tuple(sorted(hits, key=lambda hit: (hit.label.casefold(), hit.iri)))

    # ------------------------------------------------------------ search

    def find(self, text: str, limit: int = 8) -> tuple[Hit, ...]:
        """Things whose label, synonym or known misspelling fits `text`, best first; else those alike."""
        wanted = " ".join(text.casefold().split())[:80]
        if not wanted:
            return ()
        hits: list[tuple[float, _Name]] = [
            (rank, each) for each in self._names if (rank := _fit(wanted, each)) is not None
        ]
        if not hits:
            names = [each.text for each in self._names]
            alike = process.extract(wanted, names, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=limit)
            hits = [(-score, self._names[place]) for _, score, place in alike]
        best: dict[Iri, str] = {}
        for _, name in sorted(hits, key=lambda hit: self._place(*hit)):
            best.setdefault(name.iri, name.text)
        return tuple(self._hit(iri, name) for iri, name in list(best.items())[:limit])

    def _place(self, rank: float, name: _Name) -> tuple[float, bool, bool, int, str, Iri]:
        """What is found first: the better fit, things before claims and classes, the shorter name."""
        dull = self._is_dull(name.iri)
        return rank, dull, name.iri in self._classes, len(name.text), name.text, name.iri

    def _hit(self, iri: Iri, name: str) -> Hit:
        label = self.label(iri)
        return Hit(iri, label, self.kind(iri), "" if name == label.casefold() else name)

    def _is_dull(self, iri: Iri) -> bool:
        thing = self._things[iri]
        return isinstance(thing, Entity) and not UNNAMED.isdisjoint(thing.classes)

    # ------------------------------------------------------------ one thing

    def entry(self, iri: Iri) -> Entry:
        """All that the graph says of a thing."""
        return self._clerk.entry(iri)

    def said(self, link: Link) -> Said:
        """A link as a sentence with its reasons."""
        return self._clerk.said(link.triple)

    def path(self, start: Iri, end: Iri) -> tuple[Link, ...]:
        """A chain of facts from one thing to another; () if there is none."""
        return self.links.path(start, end)

    def overview(self, most: int = 13) -> tuple[Link, ...]:
        """The kinds that are linked most, each two with the relation that links their members most."""
        pairs: dict[tuple[Iri, Iri], Counter[Link]] = defaultdict(Counter)
        weight: Counter[Iri] = Counter()
        for link in self.links.facts():
            ends = self.group(link.start).iri, self.group(link.end).iri
            if ends[0] != ends[1]:
                general = Triple(ends[0], link.triple.predicate, ends[1])
                pairs[min(ends), max(ends)][Link(general, link.label, inferred=False, standing="")] += 1
                weight.update(ends)
        kept = {iri for iri, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))[:most]}
        best = (
            counts.most_common(1)[0][0] for ends, counts in sorted(pairs.items()) if kept.issuperset(ends)
        )
        return tuple(best)

    # ------------------------------------------------------------ trees

    def kinds_tree(self, iri: Iri | None = None) -> tuple[Branch, ...]:
        """All kinds, each under the broader one; or the way down to one thing and those beside it."""
        roots = sorted(
            (c for c in self._classes.values() if not c.supers and (iri is not None or self.is_main(c.iri))),
            key=lambda c: c.label,
        )
        if iri is None:
            return tuple(chain.from_iterable(self._kinds(root, 0, None) for root in roots))
        thing = self._things[iri]
        kind = thing.kind if isinstance(thing, Entity) else iri
        line = {kind, *self._classes[kind].supers}
        return tuple(chain.from_iterable(self._kinds(r, 0, (iri, kind)) for r in roots if r.iri in line))

    def _kinds(self, term: ClassTerm, depth: int, focus: tuple[Iri, Iri] | None) -> Iterator[Branch]:
        here = focus is not None and term.iri == focus[0]
        yield Branch(term.iri, term.label, depth, here, len(self.graph.instances(term.iri)))
        below = (c for c in self._classes.values() if term.iri in c.supers)
        direct = [c for c in below if not self._between(c, term.iri)]
        for each in sorted(direct, key=lambda c: c.label):
            yield from self._kinds(each, depth + 1, focus)
        if focus is not None and term.iri == focus[1]:
            asserted = (m for m in self.graph.instances(term.iri) if self.graph.entity(m).kind == term.iri)
            for member in asserted:
                yield Branch(member, self.label(member), depth + 1, member == focus[0])

    def _between(self, term: ClassTerm, top: Iri) -> bool:
        """Whether another class stands between a class and one above it."""
        return any(top in self._classes[sup].supers for sup in term.supers)

    def parts_tree(self, iri: Iri) -> tuple[Branch, ...]:
        """The whole that a thing belongs to, with all its parts; () for what has neither."""
        wholes = self._wholes(iri)
        if not wholes and not self.graph.subjects(CALF.PART_OF, iri):
            return ()
        tops = sorted(top for top in {*wholes, iri} if not self._wholes(top))
        return tuple(chain.from_iterable(self._parts(top, 0, iri, frozenset()) for top in tops))

    def _wholes(self, iri: Iri) -> set[Iri]:
        return {each for each in self.graph.objects(iri, CALF.PART_OF) if isinstance(each, Iri)}

    def _parts(self, whole: Iri, depth: int, focus: Iri, above: frozenset[Iri]) -> Iterator[Branch]:
        yield Branch(whole, self.label(whole), depth, whole == focus)
        parts = set(self.graph.subjects(CALF.PART_OF, whole)) - above - {whole}
        direct = [p for p in parts if not (self._wholes(p) & parts)]
        for part in sorted(direct, key=self.label):
            yield from self._parts(part, depth + 1, focus, above | {whole})


def _names(thing: Entity | ClassTerm) -> Iterable[_Name]:
    """Every name of a thing, folded."""
    own = thing.article_term if isinstance(thing, Entity) else thing.plural
    shown = [name.casefold() for name in (thing.label, *thing.alt_labels, own) if name]
    hidden = [name.casefold() for name in thing.hidden_labels]
    return (_Name(name, thing.iri, name not in shown) for name in dict.fromkeys((*shown, *hidden)))


def _fit(wanted: str, name: _Name) -> int | None:
    """How well what was typed fits a name: 0 is best; None if it does not."""
    if wanted == name.text:
        return _WHOLE
    later = _UNUSUAL if name.hidden else 0
    if name.text.startswith(wanted):
        return _START + later
    words = name.text.split()
    if all(any(word.startswith(part) for word in words) for part in wanted.split()):
        return _WORD + later
    return _INSIDE + later if len(wanted) > 2 and wanted in name.text else None
