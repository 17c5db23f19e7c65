"""Denials that tell in what a mistake consists: "never does seated raises: which mistake is that?"."""

from __future__ import annotations

from collections.abc import Collection

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.parsing.english import english
from qa.parsing.linking import Mention
from qa.parsing.outline import Outline
from qa.parsing.striking import is_narrowing
from qa.vocabulary import CALF

__all__ = ["is_fault"]

_NEAR = 3  # words after a "not" that tell what mistakes are about
_TO_DO = ["have", "to", "do"]
_DENIED = frozenset((CALF.MISTAKE, CALF.EFFECT))  # "not rushing reps", "doesn't raise the injury risk"


def _relates(mention: Mention, outline: Outline) -> bool:
    """Whether a denial is of what mistakes are about: "which mistakes don't involve the feet?"."""
    after = [t.stem for t in outline.tokens[mention.end : mention.end + _NEAR]]
    return not english().words["relating"].isdisjoint(after[:1]) or after == _TO_DO


def is_fault(
    mention: Mention,
    outline: Outline,
    naming: frozenset[int],
    sought_before: Collection[Iri],
    graph: KnowledgeGraph,
) -> bool:
    """Whether a denial tells in what a mistake consists that a question, or the one before, asks for.

    Not where it narrows the mistakes: "which mistakes aren't about speed?".
    """
    if any(outline.tokens[i].stem not in english().words["lacking"] for i in mention.words):
        return False
    asking = bool(outline.wh) or outline.mood == "ask"
    if not asking or is_narrowing(mention, outline.tokens, naming) or _relates(mention, outline):
        return False
    senses = {m.start: m.of("class", "entity") for m in outline.parse.mentions}
    here = (found for start, found in senses.items() if outline.tokens[start].sentence == outline.core)
    asked = {s.name for found in here for s in found}.union(sought_before)
    after = (Iri(s.name) for s in senses.get(mention.end, ()) if s.kind == "entity")
    denied = any(not _DENIED.isdisjoint(graph.entity(iri).classes) for iri in after)
    return CALF.MISTAKE in asked and not denied
