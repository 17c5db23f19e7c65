"""Values of muscles by their sources, in words: one beside the other, and put in order within each source.

Studies and models differ in method and in whom they looked at, so values of several sources are never
averaged and only compared within one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.graph import KnowledgeGraph
from kg.provenance import Source
from kg.terms import Iri, Literal
from qa.model import Item, Table
from qa.telling.verbalising import Verbaliser, capital, joined
from qa.vocabulary import CALF

__all__ = ["Values", "number"]


def number(value: Iri, graph: KnowledgeGraph) -> float:
    """The upper bound of a prescription or another value, in its unit."""
    return max(
        (float(v.value) for v in graph.objects(value, CALF.MAX_VALUE) if isinstance(v, Literal)), default=0.0
    )


class Values:
    """Values for muscles, with what can be said of them together."""

    def __init__(self, found: Iterable[Iri], graph: KnowledgeGraph, say: Verbaliser) -> None:
        """Look at `found`, values for muscles of `graph`."""
        self._graph = graph
        self._say = say
        self._cells: dict[tuple[Iri, Iri], dict[str, Iri]] = defaultdict(dict)
        self._by: dict[Iri, Source] = {value: self._source(value) for value in found}
        for value in sorted(self._by, key=lambda iri: (-number(iri, graph), iri)):
            quantity, muscle = self._object(value, CALF.VALUE_OF), self._object(value, CALF.FOR_MUSCLE)
            self._cells[quantity, muscle][self._by[value].label] = value

    @property
    def muscles(self) -> tuple[Iri, ...]:
        """The muscles of which there are values, the greatest first."""
        return tuple(dict.fromkeys(muscle for _, muscle in self._cells))

    def sentences(self) -> list[str]:
        """One sentence for each quantity and muscle, with the value of each source."""
        return [
            f"{capital(self._say.name(quantity))} of {self._say.name(muscle)} is {self._told(by_source)}."
            for (quantity, muscle), by_source in self._cells.items()
        ]

    def rows(self) -> Iterator[tuple[str, tuple[Item, ...]]]:
        """The label of each quantity of one muscle, and its values as items with their sources."""
        for (quantity, _), by_source in sorted(
            self._cells.items(), key=lambda cell: self._say.label(cell[0][0])
        ):
            values = self._measured_first(by_source)
            yield self._say.label(quantity), tuple(Item(v, self._told({"": v})) for v in values)

    def is_first(self, quantity: Iri, muscle: Iri, *, least: bool) -> str:
        """Whether a muscle has the greatest, or the least, value by all sources, by none, or only by some."""
        firsts = {muscles[-1 if least else 0] for muscles in self.orders(quantity).values()}
        return "no" if muscle not in firsts else "yes" if len(firsts) == 1 else "qualified"

    def is_beyond(self, quantity: Iri, one: Iri, other: Iri, *, least: bool) -> str:
        """Whether a muscle has more, or less, than another by all sources, by none, or else "qualified".

        A muscle of which only the parts were measured has at least what its least part has, and at most
        what they have together.
        """
        verdicts = set()
        for source in self.orders(quantity):
            (low, high), (others_low, others_high) = (self._span(quantity, m, source) for m in (one, other))
            more, less = low > others_high, high < others_low
            if high and others_high:
                verdicts.add(("yes" if less == least else "no") if more or less else "qualified")
        return verdicts.pop() if len(verdicts) == 1 else "qualified" if verdicts else ""

    def comparison(self, quantity: Iri, one: Iri, other: Iri, *, less: bool) -> str:
        """That one muscle has more, or less, than another, with the sources that tell of both."""
        sources = [
            s for s in self.orders(quantity) if all(self._span(quantity, m, s)[1] for m in (one, other))
        ]
        more = "smaller" if less else "greater"
        said = (
            f"{self._say.name(quantity)} is {more} in {self._say.name(one)} than in {self._say.name(other)}"
        )
        return f"{said} ({joined(sources)})"

    def _span(self, quantity: Iri, muscle: Iri, source: str) -> tuple[float, float]:
        """The least and the most that a muscle has of a quantity by a source; zeros if it tells neither."""
        parts = (muscle,) if source in self._cells.get((quantity, muscle), {}) else self._parts(muscle)
        cells = (self._cells.get((quantity, part), {}) for part in parts)
        values = [number(by_source[source], self._graph) for by_source in cells if source in by_source]
        return (min(values), sum(values)) if values else (0.0, 0.0)

    def _parts(self, muscle: Iri) -> tuple[Iri, ...]:
        """The parts of a muscle."""
        return self._graph.subjects(CALF.PART_OF, muscle)

    def table(self, quantity: Iri) -> Table:
        """The values of one quantity: a row for each muscle, a column for each source."""
        rows = {muscle: cells for (told, muscle), cells in self._cells.items() if told == quantity}
        sources = tuple(dict.fromkeys(source for cells in rows.values() for source in cells))
        return Table(
            (capital(self._say.label(quantity)), *sources),
            tuple(
                (capital(self._say.label(m)), *(self._range(cells.get(s)) for s in sources))
                for m, cells in rows.items()
            ),
        )

    def orders(self, quantity: Iri) -> dict[str, list[Iri]]:
        """By source, the muscles from the greatest value to the least, where it gives several."""
        found: dict[str, list[tuple[float, Iri]]] = defaultdict(list)
        for (told, muscle), cells in self._cells.items():
            if told == quantity:
                for source, value in cells.items():
                    found[source].append((-number(value, self._graph), muscle))
        return {source: [m for _, m in sorted(pairs)] for source, pairs in found.items() if len(pairs) > 1}

    def leaders(self, quantity: Iri, *, least: bool) -> Iterator[str]:
        """Each muscle that comes first by some sources, with what they give for it; most sources first."""
        firsts: dict[Iri, list[str]] = defaultdict(list)
        for source, muscles in self.orders(quantity).items():
            firsts[muscles[-1 if least else 0]].append(source)
        for muscle, sources in sorted(firsts.items(), key=lambda pair: (-len(pair[1]), pair[0])):
            cells = self._cells[quantity, muscle]
            yield f"{self._say.name(muscle)}, {self._told({s: cells[s] for s in sources}, 'and')}"

    def _told(self, by_source: dict[str, Iri], word: str = "or") -> str:
        """Values with their sources: "51.8 cm² (Ward 2009) or 230 cm² (Fukunaga 1992)"."""
        return joined(
            [f"{self._range(v)} ({self._by[v].label})" for v in self._measured_first(by_source)], word
        )

    def _measured_first(self, by_source: dict[str, Iri]) -> list[Iri]:
        """Values of studies before those of models."""
        return sorted(by_source.values(), key=lambda v: (self._by[v].kind != "study", self._by[v].label))

    def _range(self, value: Iri | None) -> str:
        return self._say.range(value) if value else ""

    def _source(self, value: Iri) -> Source:
        """Who gives a value."""
        stated = self._graph.statements(subject=value, predicate=CALF.FOR_MUSCLE)
        return next(source for triple in stated for source in self._graph.provenance(triple).sources)

    def _object(self, value: Iri, prop: Iri) -> Iri:
        return next(o for o in self._graph.objects(value, prop) if isinstance(o, Iri))
