"""What the lab can show of a muscle: each measure with its unit, and how to read it off a state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from teach.lab.grid import State

__all__ = ["JOINTS", "MEASURES", "Joint", "Measure", "percent"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One property of a muscle in a pose; `means` explains it to a student; `digits` follow the point."""

    name: str
    title: str
    unit: str
    means: str
    of: Callable[[State], float]
    digits: int = 0

    def told(self, value: float) -> str:
        """A value with its unit: "1409 N", "46.3 mm"."""
        return f"{value + 0.0:.{self.digits}f} {self.unit}".replace("-0 ", "0 ")


@dataclass(frozen=True, slots=True)
class Joint:
    """What can be set of a pose; `low`, `middle` and `high` name what is below, at and above zero."""

    name: str
    title: str
    unit: str
    low: str
    middle: str
    high: str

    def told(self, value: float) -> str:
        """A setting in words: "90° bent", "0° neutral", "15° up (dorsiflexed)"."""
        word = self.high if value > 0 else self.low if value < 0 else self.middle
        return f"{abs(value):.0f}{self.unit} {word}".strip()


#: In the order of cause and effect.
MEASURES: Final = {
    measure.name: measure
    for measure in (
        Measure(
            "length",
            "Muscle-tendon length",
            "mm",
            "From origin to insertion, fibres and tendon together. Joints not crossed leave it as it is.",
            lambda s: s.length,
            1,
        ),
        Measure(
            "fibre",
            "Fibre length",
            "mm",
            "The part that pulls. Fibres pull hardest at a middle length and lose force when they get short.",
            lambda s: s.fibre,
            1,
        ),
        Measure(
            "arm",
            "Moment arm at the ankle",
            "mm",
            "How far from the ankle's axis the muscle pulls: its lever arm.",
            lambda s: s.arm,
            1,
        ),
        Measure(
            "active",
            "Active force",
            "N",
            "What the fibres pull with because they are switched on.",
            lambda s: s.active,
        ),
        Measure(
            "passive",
            "Passive force",
            "N",
            "What the fibres resist with, like a rubber band, when they are stretched.",
            lambda s: s.passive,
        ),
        Measure(
            "moment",
            "Ankle moment",
            "N·m",
            "How strongly the muscle turns the foot downwards: force times moment arm.",
            lambda s: s.moment,
            1,
        ),
    )
}

JOINTS: Final = {
    joint.name: joint
    for joint in (
        Joint("knee", "Knee angle", "°", "", "straight", "bent"),
        Joint("ankle", "Ankle angle", "°", "down (plantarflexed)", "neutral", "up (dorsiflexed)"),
        Joint("hip", "Hip angle", "°", "", "straight", "bent"),
        Joint("activation", "Activation", " %", "", "", ""),
    )
}


def percent(share: float, digits: int = 0, sign: str = "") -> str:
    """A share in percent, with a sign before it where `sign` is "+".

    >>> percent(0.12), percent(0.073, 1, "+"), percent(-0.001, 0, "+")
    ('12 %', '+7.3 %', '0 %')
    """
    number = round(100 * share, digits)
    return f"{number:{sign}.{digits}f} %".replace("-", "−") if number else "0 %"
