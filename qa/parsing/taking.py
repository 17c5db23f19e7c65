"""Things of the kind that a question asks for, which it takes off the list: "benefits, if looks are out"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph import KnowledgeGraph
from qa.parsing.scope import Anchor

__all__ = ["is_of_kind_asked"]


def is_of_kind_asked(anchor: Anchor, names: Sequence[Anchor], graph: KnowledgeGraph) -> bool:
    """Whether a thing, no muscle, is of a class that stands beside it: "benefits, if looks are out"."""
    asked = {cls for a in names if not a.entities or a is names[0] for cls in a.classes}
    kinds = (graph.entity(iri).classes for iri in anchor.entities if not anchor.bodily)
    return any(not asked.isdisjoint(classes) for classes in kinds)
