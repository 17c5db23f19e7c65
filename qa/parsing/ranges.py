"""Numbers as names: the range of a prescription, or a number of what it counts, names that prescription."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Literal
from qa.parsing.anchor import Anchor
from qa.parsing.lexicon import Sense, stems_of
from qa.parsing.linking import Mention, Token
from qa.parsing.numbers import Amount
from qa.remembering import per_graph
from qa.vocabulary import CALF

__all__ = ["ranges"]

_PER = 2  # words before a number that may say what it is counted in: "sets of 20"


@dataclass(frozen=True, slots=True)
class _Range:
    """The bounds of a prescription, the quantity it is of, and the stems of that quantity's names."""

    prescription: Iri
    quantity: Iri
    low: float
    high: float
    names: tuple[tuple[str, ...], ...]

    def counts(self, stem: str) -> bool:
        """Whether the quantity counts what a word names: "repetitions per set" counts repetitions."""
        return any(name[:1] == (stem,) for name in self.names)

    def counts_per(self, stem: str) -> bool:
        """Whether the quantity counts something for each of what a word names: "per set"."""
        return any(name[-_PER:] == ("per", stem) for name in self.names)


def ranges(
    amounts: Iterable[Amount],
    tokens: Sequence[Token],
    graph: KnowledgeGraph,
    *,
    judged: bool = False,
    spoken_of: frozenset[Iri] = frozenset(),
) -> Iterator[Anchor]:
    """Names for the numbers of a question: "8 to 12 reps" and "sets of 20" are those of a prescription.

    Where a number is `judged` ("is a set of 20 too long?"), it only says which quantity is meant. A bare
    number is one of a quantity that was `spoken_of` before: "and if I go up to 20?".
    """
    known = _known(CALF.PRESCRIPTION, graph)
    typed = [t for t in tokens if t.offset >= 0]
    offsets = [t.offset for t in typed]
    for amount in amounts:
        start, end = bisect_left(offsets, amount.start), bisect_left(offsets, amount.end)
        words = tuple(t.index for t in typed[start:end])
        if amount.low != amount.high:
            exact = [r.prescription for r in known if (r.low, r.high) == (amount.low, amount.high)]
            yield from _named(words, exact, f"{amount.low:g}-{amount.high:g}")
            continue
        before = [t.stem for t in typed[max(0, start - _PER) : start]]
        per = [r for r in known if before[1:] == ["of"] and r.counts_per(before[0])]
        meant = per or [r for r in known if any(r.counts(t.stem) for t in typed[end : end + 1])]
        if not meant and _is_bare(typed[end - 1 : end + 1]):
            meant = [r for r in known if r.quantity in spoken_of]
        if not judged:
            around = [r.prescription for r in meant if r.low <= amount.low <= r.high]
            yield from _named(words, around if len(around) == 1 else [], f"{amount.low:g}")
        elif per:
            whole = tuple(t.index for t in typed[start - _PER : end])
            yield from _named(whole, sorted({r.quantity for r in per}), f"{amount.low:g}")


def _is_bare(words: Sequence[Token]) -> bool:
    """Whether nothing that is counted follows the first of two words."""
    return len(words) < 2 or words[0].clause != words[1].clause or words[0].sentence != words[1].sentence


def _named(words: tuple[int, ...], things: Sequence[Iri], form: str) -> Iterator[Anchor]:
    """A name for things, if there are any."""
    if words and things:
        senses = tuple(Sense("entity", iri, "range") for iri in things)
        yield Anchor(Mention(words, senses, form, 1.0), tuple(things), ())


@per_graph(1)
def _known(prescriptions: Iri, graph: KnowledgeGraph) -> tuple[_Range, ...]:
    """What the prescriptions of a graph range over."""
    return tuple(
        _Range(iri, quantity, ends[0], ends[1], names)
        for iri in graph.instances(prescriptions)
        if len(ends := _ends(iri, graph)) == 2
        for quantity in graph.objects(iri, CALF.PRESCRIBES)
        if isinstance(quantity, Iri)
        for entity in (graph.entity(quantity),)
        for names in (tuple(tuple(stems_of(name)) for name in (entity.label, *entity.alt_labels)),)
    )


def _ends(prescription: Iri, graph: KnowledgeGraph) -> tuple[float, ...]:
    """The lower and the upper bound of a prescription."""
    ends = (graph.objects(prescription, prop) for prop in (CALF.MIN_VALUE, CALF.MAX_VALUE))
    return tuple(float(v.value) for values in ends for v in values[:1] if isinstance(v, Literal))
