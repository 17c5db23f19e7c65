"""What the engine found, at every point of a grid, and what lies between the points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kg.errors import CalfError
from teach.lab.leg import Leg, load_leg

__all__ = ["GRID", "QUANTITIES", "Grid", "Pose", "State", "load_grid"]

#: The grid that the project ships; scripts/lab_grid.py writes it.
GRID: Final = Path(__file__).parent.parent / "data" / "lab_grid.npz"
#: What is kept of each muscle, with the size of one whole number in SI units: 0.01 mm or 0.1 N.
QUANTITIES: Final = {"length": 1e-5, "arm": 1e-5, "fibre": 1e-5, "active": 0.1, "passive": 0.1}
_MM: Final = 1000.0


@dataclass(frozen=True, slots=True)
class Pose:
    """Flexion of hip and knee and dorsiflexion of the ankle in degrees, activation in percent."""

    hip: float = 0
    knee: float = 0
    ankle: float = 0
    activation: float = 100


@dataclass(frozen=True, slots=True)
class State:
    """One muscle in one pose, held still.

    `length` of muscle and tendon, `fibre` and `arm` (the lever arm at the ankle) are in millimetres, `active`
    and `passive` are forces along the tendon in newtons, `moment` is at the ankle in newton metres.
    """

    muscle: str
    length: float
    fibre: float
    arm: float
    active: float
    passive: float

    @property
    def moment(self) -> float:
        """How strongly the muscle turns the ankle downwards, in newton metres: force times lever arm."""
        return (self.active + self.passive) * self.arm / _MM


@dataclass(frozen=True, eq=False)
class Grid:
    """Every quantity by muscle, knee angle, ankle angle and activation.

    `numbers` holds one array of whole numbers for each of QUANTITIES, with one axis for each of those four.
    `hip_effect` is the greatest change of a muscle's length, in millimetres, that bending the hip made.
    `apart` is how far, at most, the grid was from the engine at poses between its points: in millimetres of
    length, and in shares of a muscle's greatest force.
    """

    leg: Leg
    numbers: Mapping[str, NDArray[np.int32]]
    hip_effect: float = 0
    apart: tuple[float, float] = (0, 0)

    @classmethod
    def of(cls, leg: Leg, values: Mapping[str, NDArray[np.float64]]) -> Grid:
        """The grid of values in SI units."""
        numbers = {name: np.rint(values[name] / unit).astype(np.int32) for name, unit in QUANTITIES.items()}
        return cls(leg, numbers)

    def save(self, path: Path) -> None:
        """Write the grid as a compressed file."""
        told = {"hip_effect": np.array(self.hip_effect), "apart": np.array(self.apart)}
        np.savez_compressed(path, allow_pickle=False, **self.numbers, **told)

    def at(self, pose: Pose) -> tuple[State, ...]:
        """Every muscle in a pose, in the order of the leg; between the grid's points, on straight lines.

        Raises:
            CalfError: the pose lies outside of the grid.
        """
        corners = self._corners(pose)
        found = {name: self._mixed(name, corners) for name in QUANTITIES}
        return tuple(
            State(
                muscle=muscle.name,
                length=found["length"][number] * _MM,
                fibre=found["fibre"][number] * _MM,
                arm=found["arm"][number] * _MM,
                active=found["active"][number],
                passive=found["passive"][number],
            )
            for number, muscle in enumerate(self.leg.muscles)
        )

    def sweep(self, pose: Pose, along: str, values: Sequence[float]) -> tuple[tuple[State, ...], ...]:
        """Every muscle at every one of `values` of the pose's `along`, all else as in the pose."""
        return tuple(self.at(replace(pose, **{along: value})) for value in values)

    def _corners(self, pose: Pose) -> list[tuple[int, float]]:
        """For each axis the point before the pose, and how far the pose lies towards the next, 0 to 1."""
        axes = {
            "knee": (self.leg.knees, pose.knee),
            "ankle": (self.leg.ankles, pose.ankle),
            "activation": (self.leg.activations, pose.activation / 100),
        }
        corners = []
        for name, (axis, value) in axes.items():
            if not axis[0] <= value <= axis[-1]:
                raise CalfError(
                    f"The {name} is {value:g}, and the lab goes from {axis[0]:g} to {axis[-1]:g}",
                    "Choose a value in between",
                )
            place = min(int(np.searchsorted(axis, value, side="right")) - 1, len(axis) - 2)
            corners.append((place, (value - axis[place]) / (axis[place + 1] - axis[place])))
        return corners

    def _mixed(self, name: str, corners: list[tuple[int, float]]) -> list[float]:
        """A quantity of every muscle, in SI units, between the corners of one cell."""
        (i, _), (j, _), (k, _) = corners
        cell = self.numbers[name][:, i : i + 2, j : j + 2, k : k + 2]
        for _, share in corners:  # each turn takes away the axis after that of the muscles
            cell = cell[:, 0] * (1 - share) + cell[:, 1] * share
        return [float(value) * QUANTITIES[name] for value in cell]


@cache
def load_grid() -> Grid:
    """The grid that the project ships.

    Raises:
        CalfError: it is missing, or does not fit the numbers of the leg.
    """
    leg, fix = load_leg(), "Run scripts/lab_grid.py, which needs the extra `lab`"
    if not GRID.is_file():
        raise CalfError("The grid of the lab is missing", fix)
    with np.load(GRID) as file:
        numbers = {name: file[name] for name in QUANTITIES}
        hip_effect, apart = float(file["hip_effect"]), tuple(map(float, file["apart"]))
    shape = (len(leg.muscles), len(leg.knees), len(leg.ankles), len(leg.activations))
    if any(array.shape != shape for array in numbers.values()):
        raise CalfError("The grid of the lab does not fit the numbers of the leg", fix)
    return Grid(leg, numbers, hip_effect, (apart[0], apart[1]))
