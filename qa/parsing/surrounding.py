"""What somebody has around him without its name: who has no gym has no machines, a brother may help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import Mention, Token
from qa.vocabulary import CALF

__all__ = ["surroundings"]

_REACH = 4  # words from what excludes to "gym": "won't go near a gym"
_NEAR = 3  # words between somebody and what is said of him
_INSIDE = frozenset(("in", "at", "of", "from", "my", "the", "this", "that", "our", "his", "her", "for"))
_JOINING = frozenset(("and", "plus", "or", "a", "an", "the", "my", "some", "one", "our"))
_OWNED = frozenset(("my", "a", "an", "our", "his", "her", "one"))
_SELF = (["and", "i"], ["and", "me"])


def surroundings(
    names: Sequence[Anchor], excluding: Sequence[Mention], tokens: Sequence[Token], graph: KnowledgeGraph
) -> Iterator[Anchor]:
    """A name for the machines of a gym that is not there, and one for each helper who is."""
    taken = frozenset[int]().union(*(name.words for name in names))
    closed = english().words
    for token in tokens:
        if token.stem in closed["gyms"] and _is_lacking(token, excluding, taken, tokens):
            yield Anchor(Mention((token.index,), (), token.text, 1.0), (), (CALF.MACHINE,))
        somebody = token.stem in closed["companions"] and token.index not in taken
        if somebody and _is_along(token, names, tokens, graph):
            helpers = tuple(sorted(graph.instances(CALF.HELPER)))
            yield Anchor(Mention((token.index,), (), token.text, 1.0), helpers, ())


def _is_lacking(
    gym: Token, excluding: Sequence[Mention], taken: frozenset[int], tokens: Sequence[Token]
) -> bool:
    """Whether there is no gym: not "no block in my gym", "no gym machines"."""
    free = (m for m in excluding if tokens[m.start].stem != "never")  # who was never in one is only new to it
    ends = [m.end for m in free if m.end <= gym.index and gym.index - m.end <= _REACH]
    if not ends or gym.index in taken or {gym.index + 1} & taken:
        return False
    gap = tokens[max(ends) : gym.index]
    apart = any(t.clause != gym.clause or t.sentence != gym.sentence or t.index in taken for t in gap)
    return not apart and _INSIDE.isdisjoint(t.stem for t in gap)


def _is_along(
    somebody: Token, names: Sequence[Anchor], tokens: Sequence[Token], graph: KnowledgeGraph
) -> bool:
    """Whether somebody trains with the one who asks, is said to be there, or stands among the equipment."""
    closed, at = english().words, somebody.index
    here = [t for t in tokens if t.sentence == somebody.sentence]
    before = [t.stem for t in here if at - _NEAR <= t.index < at]
    after = [t for t in here if at < t.index <= at + _NEAR]
    if _OWNED.isdisjoint(before):
        return False
    both = [t.stem for t in after[:2]] in _SELF and _trains(here, at + _NEAR, at + 2 * _NEAR)
    if both or ("with" in before and _trains(here, at - 2 * _NEAR, at)):
        return True
    if any(t.stem in closed["willing"] and t.clause == somebody.clause for t in after):
        return closed["lacking"].isdisjoint(t.stem for t in after)
    gear = (n for n in names if any(_is_gear(iri, graph) for iri in n.entities))
    gaps = (
        tokens[n.mention.end : at] if n.mention.end <= at else tokens[at + 1 : n.mention.start] for n in gear
    )
    return any(
        gap
        and all(t.stem in _JOINING or english().is_plain(t.stem) for t in gap[-_NEAR:])
        and len(gap) <= _NEAR
        and "and" in {t.stem for t in gap}
        for gap in gaps
    )


def _trains(here: Sequence[Token], start: int, end: int) -> bool:
    """Whether what is done with somebody is training: "I train with my brother"."""
    return any(t.stem in english().words["training_with"] for t in here if start <= t.index < end)


def _is_gear(iri: Iri, graph: KnowledgeGraph) -> bool:
    """Whether a thing is equipment."""
    return CALF.EQUIPMENT in graph.entity(iri).classes
