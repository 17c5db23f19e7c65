"""What is changed for something else: "from toes out to toes in", "swap straight legs for bent ones"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.graph import KnowledgeGraph
from qa.parsing.anchor import Anchor
from qa.parsing.asking import WH
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.vocabulary import CALF

__all__ = ["without_left"]

_BEFORE = 4  # words from "from", or "swap", to what is left
_SWAPPING = frozenset(("swap", "trade", "exchange", "switch", "change"))
_BETWEEN = {"to": frozenset(("from",)), "for": _SWAPPING}


def without_left(names: Sequence[Anchor], tokens: Sequence[Token], graph: KnowledgeGraph) -> list[Anchor]:
    """The names without the positions that are left for others of their kind, which the question is of."""
    if any(one.stem == "from" and other.stem in WH for one, other in pairwise(tokens)):
        return list(names)  # "from which head to which?"
    pairs = ((a, b) for a, b in pairwise(names) if _are_alike(a, b, graph))
    left = {a.words for a, b in pairs if _is_left(a, b, tokens)}
    return [name for name in names if name.words not in left]


def _are_alike(first: Anchor, second: Anchor, graph: KnowledgeGraph) -> bool:
    """Whether two names are of different positions of one kind."""
    if len(first.entities) != 1 or len(second.entities) != 1 or first.entities == second.entities:
        return False
    one, other = graph.entity(first.entities[0]), graph.entity(second.entities[0])
    return CALF.POSITION in one.classes and one.kind == other.kind


def _is_left(first: Anchor, second: Anchor, tokens: Sequence[Token]) -> bool:
    """Whether words before a name and between it and the next say that the one is left for the other."""
    gap = [t.stem for t in tokens[first.mention.end : second.mention.start]]
    gap = [stem for stem in gap if stem not in english().words["articles"]]
    before = {t.stem for t in tokens[max(0, first.mention.start - _BEFORE) : first.mention.start]}
    return len(gap) == 1 and not before.isdisjoint(_BETWEEN.get(gap[0], ()))
