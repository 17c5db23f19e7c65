"""The leg of the lab: its bones, its muscles and their numbers, each with its source in the data file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

__all__ = ["MODEL", "Leg", "Muscle", "Point", "load_leg"]

#: The numbers of the leg, and where they come from.
MODEL: Final = Path(__file__).parent.parent / "data" / "lab_model.toml"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a bone, in metres, that a muscle runs through; some only while the knee is bent less."""

    bone: str
    at: tuple[float, float, float]
    bent_below: float | None = None


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle with its tendon.

    `name` is the local name of the graph's individual; `force` the greatest isometric force in newtons;
    `fibre` the fibre length in metres at which that force arises; `tendon` the slack length of the tendon in
    metres; `pennation` the angle between fibres and tendon at that fibre length, in degrees.
    """

    name: str
    force: float
    fibre: float
    tendon: float
    pennation: float
    path: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Leg:
    """All that the engine needs. Grid angles are in degrees, activations are shares, places in metres.

    `sources` says who published the numbers; `knee_forward` and `knee_upward` shift the tibia on the femur by
    the knee's angle in radians (flexion negative); the rest of the shape numbers is THELEN's (see the file).
    """

    sources: dict[str, str]
    knees: tuple[float, ...]
    ankles: tuple[float, ...]
    activations: tuple[float, ...]
    hips: tuple[float, ...]
    tendon_strain: float
    passive_strain: float
    active_shape: float
    passive_shape: float
    hip_in_pelvis: tuple[float, ...]
    knee_forward: tuple[tuple[float, float], ...]
    knee_upward: tuple[tuple[float, float], ...]
    ankle_in_tibia: tuple[float, ...]
    ankle_axis: tuple[float, ...]
    heel_in_talus: tuple[float, ...]
    muscles: tuple[Muscle, ...]

    @property
    def shank(self) -> float:
        """From the knee to the ankle, in metres: what published regressions take as their measure."""
        return -self.ankle_in_tibia[1]


@cache
def load_leg() -> Leg:
    """The leg that the project ships."""
    told = tomllib.loads(MODEL.read_text(encoding="utf-8"))
    ranges, curves, knee, ankle = told["ranges"], told["curves"], told["knee"], told["ankle"]
    return Leg(
        sources=told["sources"],
        knees=_steps(*ranges["knee"]),
        ankles=_steps(*ranges["ankle"]),
        activations=tuple(told["effort"]["activation"]),
        hips=_steps(*ranges["hip"]),
        **curves,
        hip_in_pelvis=tuple(told["hip"]["in_pelvis"]),
        knee_forward=tuple((x, y) for x, y in knee["forward"]),
        knee_upward=tuple((x, y) for x, y in knee["upward"]),
        ankle_in_tibia=tuple(ankle["in_tibia"]),
        ankle_axis=tuple(ankle["axis"]),
        heel_in_talus=tuple(ankle["heel_in_talus"]),
        muscles=tuple(map(_muscle, told["muscles"])),
    )


def _steps(first: float, last: float, step: float) -> tuple[float, ...]:
    """From the first to the last value, both included."""
    return tuple(round(first + step * number, 6) for number in range(round((last - first) / step) + 1))


def _muscle(told: dict[str, Any]) -> Muscle:
    numbers = {key: told[key] for key in ("force", "fibre", "tendon", "pennation")}
    path = tuple(Point(p["bone"], tuple(p["at"]), p.get("bent_below")) for p in told["path"])
    return Muscle(name=told["muscle"], path=path, **numbers)
