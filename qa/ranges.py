"""Numbers as names: the range of a prescription, or a number inside it, names that prescription."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Literal
from qa.lexicon import Sense, stems_of
from qa.linking import Mention, Token
from qa.numbers import Amount
from qa.scope import Anchor
from qa.vocabulary import CALF

__all__ = ["ranges"]


def ranges(
    amounts: Iterable[Amount], tokens: Sequence[Token], graph: KnowledgeGraph, *, inner: bool = False
) -> Iterator[Anchor]:
    """Numbers that are the very range of a prescription name it: "what are 8 to 12 reps for?".

    With `inner` so does a number inside the range of a single one: "what are sets of 20 for?".
    """
    for amount in amounts:
        words = tuple(t.index for t in tokens if amount.start <= t.offset < amount.end)
        if not words:
            continue
        if amount.low != amount.high:
            found = tuple(i for i in graph.instances(CALF.PRESCRIPTION) if _ends(i, graph) == _span(amount))
        else:
            found = _around(amount, words, tokens, graph) if inner else ()
        if found:
            senses = tuple(Sense("entity", iri, "range") for iri in found)
            yield Anchor(Mention(words, senses, f"{amount.low:g}-{amount.high:g}", 1.0), found, ())


def _span(amount: Amount) -> tuple[float, float]:
    return amount.low, amount.high


def _ends(prescription: Iri, graph: KnowledgeGraph) -> tuple[float, ...]:
    """The lower and the upper bound of a prescription."""
    ends = (graph.objects(prescription, prop) for prop in (CALF.MIN_VALUE, CALF.MAX_VALUE))
    return tuple(float(v.value) for values in ends for v in values[:1] if isinstance(v, Literal))


def _around(
    amount: Amount, words: Sequence[int], tokens: Sequence[Token], graph: KnowledgeGraph
) -> tuple[Iri, ...]:
    """The only prescription around a number of what is counted beside it; nothing if there are several."""
    counted = [t.stem for t in tokens[words[-1] + 1 : words[-1] + 2]]
    before = [t.stem for t in tokens[max(0, words[0] - 2) : words[0]]]
    per = before[0] if before[1:] == ["of"] else ""  # "sets of 20" counts what there is per set
    found = []
    for iri in graph.instances(CALF.PRESCRIPTION):
        low, high = (*_ends(iri, graph), inf, -inf)[:2]
        names = (
            stems_of(name)
            for quantity in graph.objects(iri, CALF.PRESCRIBES)
            if isinstance(quantity, Iri)
            for name in (graph.entity(quantity).label, *graph.entity(quantity).alt_labels)
        )
        if low <= amount.low <= high and any(
            list(n[:1]) == counted or (per and list(n[-2:]) == ["per", per]) for n in names
        ):
            found.append(iri)
    return tuple(found) if len(found) == 1 else ()
