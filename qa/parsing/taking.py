"""Things of the kind that a question asks for, which it takes off the list: "benefits, if looks are out"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph import KnowledgeGraph
from qa.parsing.linking import Token
from qa.parsing.scope import Anchor

__all__ = ["is_of_kind_asked"]


_VERBS = frozenset(("drop", "skip", "cut", "leav", "take", "forget", "put", "kick", "throw"))
_REACH = 3  # words from a verb to the name that it may strike


def is_of_kind_asked(
    anchor: Anchor, names: Sequence[Anchor], tokens: Sequence[Token], graph: KnowledgeGraph
) -> bool:
    """Whether a thing, no muscle, is of a class that stands beside it: "benefits, if looks are out"."""
    if any(_tells(t) for t in tokens[max(0, anchor.mention.start - _REACH) : anchor.mention.start]):
        return False
    asked = {cls for a in names if not a.entities or a is names[0] for cls in a.classes}
    kinds = (graph.entity(iri).classes for iri in anchor.entities if not anchor.bodily)
    return any(not asked.isdisjoint(classes) for classes in kinds)


def _tells(verb: Token) -> bool:
    """Whether a verb tells what somebody does, "drops halfway", and strikes nothing."""
    told = verb.text.lower()
    return told.endswith("s") and told != verb.stem and verb.stem in _VERBS
