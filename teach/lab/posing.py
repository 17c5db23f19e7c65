"""The exercises of the graph as poses of the lab, and what of their positions the model has no joint for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from kg.vocabulary import CALF_NS
from qa.model import Item
from qa.vocabulary import CALF
from teach.lab.grid import Pose

__all__ = ["Preset", "lab_data", "named", "presets"]

_DATA: Final = Path(__file__).parent.parent / "data" / "lab.toml"


@dataclass(frozen=True, slots=True)
class Preset:
    """An exercise as the lab can show it.

    `taken` are the positions that the pose takes from the graph, `beyond` those that the model cannot take.
    """

    exercise: Item
    pose: Pose
    taken: tuple[Item, ...]
    beyond: tuple[Item, ...]


@cache
def lab_data() -> Mapping[str, Any]:
    """The data file of the lab: positions, tasks and limits."""
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


def named(local: str) -> Iri:
    """The IRI of an individual, class or property of the graph by its local name."""
    return Iri(CALF_NS + local)


def presets(graph: KnowledgeGraph) -> tuple[Preset, ...]:
    """Every exercise of the graph, by label, in the positions that the graph gives it."""
    found = (_preset(graph, iri) for iri in graph.instances(CALF.EXERCISE))
    return tuple(sorted(found, key=lambda preset: preset.exercise.label))


def _preset(graph: KnowledgeGraph, exercise: Iri) -> Preset:
    angles = lab_data()["positions"]
    held = [o for o in graph.objects(exercise, CALF.HAS_POSITION) if isinstance(o, Iri)]
    pose = Pose()
    for position in held:
        pose = replace(pose, **angles.get(position.local, {}))
    items = {position: Item(position, graph.entity(position).label) for position in held}
    return Preset(
        exercise=Item(exercise, graph.entity(exercise).label),
        pose=pose,
        taken=tuple(item for position, item in items.items() if position.local in angles),
        beyond=tuple(item for position, item in items.items() if position.local not in angles),
    )
