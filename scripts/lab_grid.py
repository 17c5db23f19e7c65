"""Compute the grid of the lab with OpenSim: `make grid`, or `python scripts/lab_grid.py`.

Needs the extra `lab` (OpenSim); the page and all else need only the grid that this writes. The numbers of the
leg are in teach/data/lab_model.toml with their sources; this builds the model from them, lets the engine find
the equilibrium of fibres and tendon at every point of the grid, and writes whole numbers in fixed units.
"""

from __future__ import annotations

import argparse
import itertools
import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from kg.errors import CalfError
from teach.lab.grid import GRID, QUANTITIES, Grid, Pose
from teach.lab.leg import Leg, Muscle, load_leg

try:
    import opensim
except ImportError:  # the extra is missing: `Engine` says so
    opensim = None

BONES = ("pelvis", "femur", "tibia", "talus", "heel")
SAMPLES, SEED = 1000, 6
MASS = 1.0  # of every bone, in kg: nothing here moves by itself, so that it changes no result


class Engine:
    """The leg in OpenSim; it answers what a muscle does at given angles and activation."""

    def __init__(self, leg: Leg) -> None:
        """Build the model of `leg`.

        Raises:
            CalfError: OpenSim is not installed.
        """
        if opensim is None:
            raise CalfError("OpenSim is not installed", 'Run python -m pip install -e ".[lab]"')
        opensim.Logger.setLevelString("error")
        self._model = opensim.Model()
        self._bones = {name: self._bone(name) for name in BONES}
        self._joints(leg)
        for muscle in leg.muscles:
            self._model.addForce(self._muscle(muscle, leg))
        self._state = self._model.initSystem()

    def _bone(self, name: str) -> Any:
        bone = opensim.Body(name, MASS, opensim.Vec3(0), opensim.Inertia(1, 1, 1))
        self._model.addBody(bone)
        return bone

    def _joints(self, leg: Leg) -> None:
        """Pelvis fixed, hip and ankle hinges, the knee gliding as it bends, the heel fixed to the talus."""
        zero, ground = opensim.Vec3(0), self._model.getGround()
        bones = self._bones
        weld = opensim.WeldJoint("pelvis_fixed", ground, bones["pelvis"])
        self._model.addJoint(weld)
        hip = _hinge("hip", (0, 0, 1))
        self._join("hip", "pelvis", leg.hip_in_pelvis, "femur", hip)
        knee = _hinge("knee", (0, 0, 1))
        _along(knee.updTransformAxis(3), "knee", leg.knee_forward)
        _along(knee.updTransformAxis(4), "knee", leg.knee_upward)
        self._knee = self._join("knee", "femur", (0, 0, 0), "tibia", knee).updCoordinate()
        self._join("ankle", "tibia", leg.ankle_in_tibia, "talus", _hinge("ankle", leg.ankle_axis))
        place = opensim.Vec3(*leg.heel_in_talus)
        self._model.addJoint(
            opensim.WeldJoint("subtalar_fixed", bones["talus"], place, zero, bones["heel"], zero, zero)
        )

    def _join(self, name: str, parent: str, place: Sequence[float], child: str, motion: Any) -> Any:
        zero = opensim.Vec3(0)
        joint = opensim.CustomJoint(
            name,
            self._bones[parent],
            opensim.Vec3(*place),
            zero,
            self._bones[child],
            zero,
            zero,
            motion,
        )
        self._model.addJoint(joint)
        return joint

    def _muscle(self, muscle: Muscle, leg: Leg) -> Any:
        made = opensim.Thelen2003Muscle(
            muscle.name, muscle.force, muscle.fibre, muscle.tendon, math.radians(muscle.pennation)
        )
        made.set_FmaxTendonStrain(leg.tendon_strain)
        made.set_FmaxMuscleStrain(leg.passive_strain)
        made.set_KshapeActive(leg.active_shape)
        made.set_KshapePassive(leg.passive_shape)
        for number, point in enumerate(muscle.path, 1):
            name, bone = f"{muscle.name}-{number}", self._bones[point.bone]
            if point.bent_below is None:
                made.addNewPathPoint(name, bone, opensim.Vec3(*point.at))
                continue
            sometimes = opensim.ConditionalPathPoint()
            sometimes.setName(name)
            sometimes.setLocation(opensim.Vec3(*point.at))
            sometimes.setRangeMin(-math.radians(point.bent_below))
            sometimes.setRangeMax(math.pi)
            points = made.updGeometryPath().updPathPointSet()
            points.cloneAndAppend(sometimes)  # a clone knows no bone and no joint: it is told both again
            kept = opensim.ConditionalPathPoint.safeDownCast(points.get(points.getSize() - 1))
            kept.connectSocket_parent_frame(bone)
            kept.connectSocket_coordinate(self._knee)
        return made

    def pose(self, *, hip: float = 0, knee: float, ankle: float) -> None:
        """Set the joints, in degrees: flexion of hip and knee, dorsiflexion of the ankle."""
        for name, angle in (("hip", hip), ("knee", -knee), ("ankle", ankle)):
            self._model.getCoordinateSet().get(name).setValue(self._state, math.radians(angle))
        self._model.realizeVelocity(self._state)

    def length(self, muscle: str) -> float:
        """Of muscle and tendon together in this pose, in metres."""
        return float(self._model.getMuscles().get(muscle).getLength(self._state))

    def values(self, muscle: str, activation: float) -> dict[str, float]:
        """The quantities of a muscle in this pose, held still at an activation, in SI units."""
        made = self._model.getMuscles().get(muscle)
        ankle = self._model.getCoordinateSet().get("ankle")
        made.setActivation(self._state, activation)
        self._model.equilibrateMuscles(self._state)
        self._model.realizeDynamics(self._state)
        return {
            "length": made.getLength(self._state),
            "arm": -made.computeMomentArm(self._state, ankle),
            "fibre": made.getFiberLength(self._state),
            "active": made.getActiveFiberForceAlongTendon(self._state),
            "passive": made.getPassiveFiberForceAlongTendon(self._state),
        }


def _hinge(coordinate: str, axis: Sequence[float]) -> Any:
    """A motion that turns about an axis; the engine wants two more, which stay where they are."""
    motion = opensim.SpatialTransform()
    motion.updTransformAxis(1).setAxis(opensim.Vec3(0, 1, 0))
    motion.updTransformAxis(2).setAxis(opensim.Vec3(1, 0, 0))
    turn = motion.updTransformAxis(0)
    turn.setCoordinateNames(opensim.ArrayStr(coordinate, 1))
    turn.setAxis(opensim.Vec3(*axis))
    turn.set_function(opensim.LinearFunction(1, 0))
    return motion


def _along(axis: Any, coordinate: str, points: Sequence[tuple[float, float]]) -> None:
    """Let an axis shift with a coordinate, smoothly through `points`."""
    spline = opensim.SimmSpline()
    for x, y in points:
        spline.addPoint(x, y)
    axis.setCoordinateNames(opensim.ArrayStr(coordinate, 1))
    axis.set_function(spline)


def compute(leg: Leg) -> Grid:
    """Every quantity of every muscle at every point of the grid; what the hip changes; how far off it is."""
    engine = Engine(leg)
    axes = leg.knees, leg.ankles, leg.activations
    found = {name: np.zeros((len(leg.muscles), *map(len, axes))) for name in QUANTITIES}
    for (i, knee), (j, ankle) in itertools.product(enumerate(axes[0]), enumerate(axes[1])):
        engine.pose(knee=knee, ankle=ankle)
        for (m, muscle), (k, share) in itertools.product(enumerate(leg.muscles), enumerate(axes[2])):
            for name, value in engine.values(muscle.name, share).items():
                found[name][m, i, j, k] = value
    grid = Grid.of(leg, found)
    length, force = apart(engine, grid)
    hip = max(hip_effects(engine, leg)) * 1000
    return replace(grid, hip_effect=round(hip, 6), apart=(round(length, 3), round(force, 5)))


def hip_effects(engine: Engine, leg: Leg) -> Iterator[float]:
    """By how much, in metres, bending the hip changes the length of each muscle at angles of the grid."""
    for knee, ankle in itertools.product(leg.knees[::6], leg.ankles[::6]):
        for muscle in leg.muscles:
            lengths = []
            for hip in leg.hips:
                engine.pose(hip=hip, knee=knee, ankle=ankle)
                lengths.append(engine.length(muscle.name))
            yield max(lengths) - min(lengths)


def apart(engine: Engine, grid: Grid) -> tuple[float, float]:
    """How far grid and engine are apart, at most, at poses chosen at random (always the same ones).

    In millimetres of any length, and in shares of the greatest force of a muscle.
    """
    chance, leg = random.Random(SEED), grid.leg  # noqa: S311  # a sample, no secret
    length = force = 0.0
    for _ in range(SAMPLES):
        knee, ankle, share = (
            chance.uniform(axis[0], axis[-1]) for axis in (leg.knees, leg.ankles, leg.activations)
        )
        engine.pose(knee=knee, ankle=ankle)
        for state, muscle in zip(grid.at(Pose(0, knee, ankle, 100 * share)), leg.muscles, strict=True):
            true = engine.values(muscle.name, share)
            for name in ("length", "fibre", "arm"):
                length = max(length, abs(1000 * true[name] - getattr(state, name)))
            for name in ("active", "passive"):
                force = max(force, abs(true[name] - getattr(state, name)) / muscle.force)
    return length, force


def main(arguments: list[str] | None = None) -> int:
    """Write the grid; return the exit code."""
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args(arguments)
    try:
        grid = compute(load_leg())
    except CalfError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    grid.save(GRID)
    length, force = grid.apart
    print(f"{GRID.name}: {GRID.stat().st_size / 1000:.0f} kB")
    print(f"between its points at most {length:.2f} mm and {force:.2%} of the greatest force from the engine")
    print(f"effect of the hip {grid.hip_effect:.2f} mm")
    return 0


if __name__ == "__main__":
    sys.exit(main())
