"""Names of the other of two: "the counterpart of the medial head", "the medial head's neighbour"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.vocabulary import CALF

__all__ = ["with_counterparts"]

_LEADS = frozenset(("of", "to", "for"))
_BEHIND = 4  # words behind a name: "has as its counterpart"
_NOUN = 2  # words that may stand before "of": the counterpart, and what it is
_BEFORE = 5  # words before a name, one of which may call for the other of two


def with_counterparts(
    names: Sequence[Anchor], tokens: Sequence[Token], graph: KnowledgeGraph
) -> list[Anchor]:
    """The names, each whose counterpart is spoken of as that.

    It is the only other part of its kind in a whole, or the only other thing of its kind.
    """
    return [_mirrored(name, tokens, graph) for name in names]


def _mirrored(name: Anchor, tokens: Sequence[Token], graph: KnowledgeGraph) -> Anchor:
    words = _counterpart(name, tokens) if len(name.entities) == 1 else ()
    others = _others(name.entities[0], graph) if words else frozenset()
    return replace(name, entities=(min(others),)) if len(others) == 1 else name


def _counterpart(name: Anchor, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The word for the other of two that a name belongs to: before "of", or after a genitive."""
    closed, start, end = english().words, name.mention.start, name.mention.end
    before = [t for t in tokens[max(0, start - _BEFORE) : start] if t.sentence == tokens[start].sentence]
    while before and before[-1].stem in closed["articles"]:
        before.pop()
    named = closed["counterpart"] - closed["other"]
    if before and before[-1].stem in _LEADS:
        before.pop()
        return tuple(t for t in before[-_NOUN:] if t.stem in named)  # "the opposite phase to"
    after = tokens[end : end + 2]
    genitive = len(after) > 1 and after[0].text.lower() in ("s", "'s", "’s")
    own = tuple(t for t in after[1:] if genitive and t.stem in named)
    behind = tokens[end : end + _BEHIND]
    as_its = (after for before, after in pairwise(range(len(behind))) if _is_as_its(behind, before))
    return own or tuple(behind[n] for n in as_its if behind[n].stem in named)


def _is_as_its(tokens: Sequence[Token], place: int) -> bool:
    """Whether "as its" ends at a place: "has as its counterpart"."""
    return [t.stem for t in tokens[max(0, place - 1) : place + 1]] == ["as", "its"]


def _others(iri: Iri, graph: KnowledgeGraph) -> frozenset[Iri]:
    """The other parts of a thing's kind in the wholes of which it alone has one beside it."""
    kind = graph.entity(iri).kind
    groups = (_parts(whole, kind, graph) - {iri} for whole in graph.subjects(CALF.HAS_PART, iri))
    found = frozenset(other for group in groups if len(group) == 1 for other in group)
    beside = frozenset(graph.instances(kind)) - {iri}
    return found or (beside if len(beside) == 1 else frozenset())


def _parts(whole: Iri, kind: Iri, graph: KnowledgeGraph) -> frozenset[Iri]:
    """The parts of a thing that are of a kind."""
    parts = (part for part in graph.objects(whole, CALF.HAS_PART) if isinstance(part, Iri))
    return frozenset(part for part in parts if kind in graph.entity(part).classes)
