"""Members of a class that the question itself names or describes: "which mistake is it if I barely move?"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.forms.logic import Kind, Select, Thing, either, every
from qa.kind import Desk, Reading
from qa.parsing.anchor import Anchor
from qa.parsing.lexicon import stems_of
from qa.remembering import per_graph
from qa.scene import Scene

__all__ = ["circumscribed"]

_SURE = 0.5  # probability from which a class is taken to be asked for
_WORDED = 1.2  # what speaks for its members, times that probability
_OWN = 1.0  # what members gain by being in the question


def circumscribed(kind: str, scene: Scene, desk: Desk) -> Iterator[Reading]:
    """Readings that ask which member of a class is meant, for each class that is surely asked for."""
    for cls, chance in sorted(scene.suggested.wanted.items()):
        if chance < _SURE:
            continue
        asking = frozenset(i for a in scene.anchors if cls in a.classes for i in a.words)
        found = _named(cls, scene, desk) or _described(cls, scene, desk, asking)
        if found:
            node = every([Kind(cls), either([Thing(iri) for iri in sorted(found)])])
            words = asking.union(*found.values())
            yield Reading(kind, Select(node), words, _WORDED * chance + _OWN, cls, tuple(sorted(found)))


def _named(cls: Iri, scene: Scene, desk: Desk) -> dict[Iri, frozenset[int]]:
    """The members that stand in the question, and where."""
    return {
        iri: anchor.words
        for anchor in scene.anchors
        for iri in anchor.entities
        if anchor.polarity == "in" and cls in desk.connector.classes_of(iri)
    }


def _described(cls: Iri, scene: Scene, desk: Desk, asking: frozenset[int]) -> dict[Iri, frozenset[int]]:
    """The members whose names share most words with a question that names nothing else."""
    if any(_is_condition(anchor, cls, scene) for anchor in scene.anchors):
        return {}
    frames = (frozenset(mention.words) for mention, _, _ in scene.property_mentions)
    passed = asking.union(*frames, *(a.words for a in scene.anchors if scene.is_background(a)))
    said = {t.stem: t.index for t in scene.tokens if not scene.is_plain(t.index) and t.index not in passed}
    named = _named_with(cls, desk.graph)
    shared: dict[Iri, list[int]] = {}
    for stem in said.keys() & named.keys():
        for iri in named[stem]:
            shared.setdefault(iri, []).append(said[stem])
    most = max(map(len, shared.values()), default=0)
    best = {iri: frozenset(words) for iri, words in shared.items() if len(words) == most}
    return best if len(best) < len(desk.graph.instances(cls)) else {}


@per_graph(256)
def _named_with(cls: Iri, graph: KnowledgeGraph) -> Mapping[str, tuple[Iri, ...]]:
    """The members of a class by each stem of their names."""
    found: dict[str, dict[Iri, None]] = {}
    for iri in graph.instances(cls):
        entity = graph.entity(iri)
        for stem in stems_of(" ".join((entity.label, *entity.alt_labels, *entity.hidden_labels))):
            found.setdefault(stem, {})[iri] = None
    return {stem: tuple(things) for stem, things in found.items()}


def _is_condition(anchor: Anchor, cls: Iri, scene: Scene) -> bool:
    """Whether a name limits the members, other than by describing them."""
    return anchor.polarity != "in" or (cls not in anchor.classes and not scene.is_background(anchor))
