"""The shipped grid is what the engine computes, obeys the published curves, and is read rightly."""

from __future__ import annotations

import importlib.util
import math
import random
from dataclasses import astuple, replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import CalfError
from teach.lab import grid as grid_module
from teach.lab.grid import QUANTITIES, Grid, Pose, load_grid
from teach.lab.leg import load_leg

LEG = load_leg()
HEADS = ("medialHead", "lateralHead")
KNEES = st.floats(LEG.knees[0], LEG.knees[-1])
ANKLES = st.floats(LEG.ankles[0], LEG.ankles[-1])
PERCENTS = st.floats(100 * LEG.activations[0], 100)


def by_name(states):
    """The states of a pose by muscle."""
    return {state.muscle: state for state in states}


# ---------------------------------------------------------------- the engine


@pytest.fixture(scope="module")
def engine(root):
    """The leg in OpenSim, where that is installed."""
    pytest.importorskip("opensim", reason="the extra lab is not installed")
    spec = importlib.util.spec_from_file_location("lab_grid", root / "scripts" / "lab_grid.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script.Engine(LEG)


def test_the_grid_is_what_the_engine_computes(engine, grid):
    """At points of the grid, every quantity of every muscle is the engine's to the last digit kept."""
    chance = random.Random(1)
    for _ in range(150):
        knee, ankle, share = (chance.choice(a) for a in (LEG.knees, LEG.ankles, LEG.activations))
        engine.pose(knee=knee, ankle=ankle)
        for state in grid.at(Pose(0, knee, ankle, 100 * share)):
            true = engine.values(state.muscle, share)
            assert state.length == pytest.approx(1000 * true["length"], abs=0.02)
            assert state.fibre == pytest.approx(1000 * true["fibre"], abs=0.02)
            assert state.arm == pytest.approx(1000 * true["arm"], abs=0.02)
            assert state.active == pytest.approx(true["active"], abs=0.2)
            assert state.passive == pytest.approx(true["passive"], abs=0.2)


def test_between_its_points_the_grid_is_near_the_engine(engine, grid):
    """At other poses it is as near as the grid says itself: under a millimetre, two percent of force."""
    chance, forces = random.Random(2), {m.name: m.force for m in LEG.muscles}
    for _ in range(150):
        knee, ankle = chance.uniform(0, 120), chance.uniform(-40, 25)
        share = chance.uniform(0.01, 1)
        engine.pose(knee=knee, ankle=ankle)
        for state in grid.at(Pose(0, knee, ankle, 100 * share)):
            true = engine.values(state.muscle, share)
            assert state.length == pytest.approx(1000 * true["length"], abs=1)
            assert state.fibre == pytest.approx(1000 * true["fibre"], abs=1)
            assert state.active == pytest.approx(true["active"], abs=0.02 * forces[state.muscle])
    assert grid.apart[0] < 1
    assert grid.apart[1] < 0.02


def test_the_hip_changes_nothing_in_the_engine(engine):
    """Bending the hip leaves every length as it was, with the knee straight and bent."""
    for knee in (0, 90):
        lengths = []
        for hip in LEG.hips:
            engine.pose(hip=hip, knee=knee, ankle=0)
            lengths.append([engine.length(muscle.name) for muscle in LEG.muscles])
        assert np.ptp(lengths, axis=0).max() < 1e-9


# ---------------------------------------------------------------- the published curves, without the engine


def curves(muscle, fibre, activation):
    """Active and passive force along the tendon by the published curves (Thelen 2003), in newtons."""
    ratio = fibre / (1000 * muscle.fibre)
    lean = math.asin(min(1, math.sin(math.radians(muscle.pennation)) / ratio))
    active = activation * math.exp(-((ratio - 1) ** 2) / LEG.active_shape)
    rising = LEG.passive_shape * (ratio - 1) / LEG.passive_strain
    passive = max(0.0, math.expm1(rising) / math.expm1(LEG.passive_shape))
    return tuple(muscle.force * part * math.cos(lean) for part in (active, passive))


def test_forces_follow_the_published_curves(grid):
    """At every point, active and passive force are those of the published curves at the fibre length."""
    checked = 0
    for knee in LEG.knees[::2]:
        for ankle in LEG.ankles[::2]:
            for share in LEG.activations:
                states = grid.at(Pose(0, knee, ankle, 100 * share))
                for muscle, state in zip(LEG.muscles, states, strict=True):
                    if state.active + state.passive < 1:
                        continue  # slack: the tendon bears nothing
                    active, passive = curves(muscle, state.fibre, share)
                    assert state.active == pytest.approx(active, rel=0.02, abs=2)
                    assert state.passive == pytest.approx(passive, rel=0.02, abs=2)
                    checked += 1
    assert checked > 5000


def test_fibres_and_tendon_fill_the_length(grid):
    """The tendon is what the fibres leave of the length: slack, or stretched by at most its full strain."""
    for knee in LEG.knees:
        for ankle in LEG.ankles:
            for muscle, state in zip(LEG.muscles, grid.at(Pose(0, knee, ankle, 100)), strict=True):
                lean = math.asin(math.sin(math.radians(muscle.pennation)) * muscle.fibre * 1000 / state.fibre)
                strain = (state.length - state.fibre * math.cos(lean)) / (1000 * muscle.tendon) - 1
                assert strain <= LEG.tendon_strain * 1.05
                assert (state.active + state.passive > 0.01 * muscle.force) <= (strain > 0)


# ---------------------------------------------------------------- what a student finds


@pytest.mark.parametrize("muscle", HEADS)
def test_a_bent_knee_shortens_and_weakens_the_gastrocnemius(grid, muscle):
    """From knee 0 to 90 degrees each head gets shorter and weaker at every step."""
    states = [by_name(grid.at(Pose(knee=knee)))[muscle] for knee in range(0, 95, 5)]

    for before, after in pairwise(states):
        assert after.length < before.length
        assert after.active < before.active


@settings(deadline=None)  # a busy machine is no failure
@given(knee=KNEES, ankle=ANKLES, activation=PERCENTS)
def test_the_knee_leaves_the_soleus_alone(knee, ankle, activation):
    """At any knee angle the soleus is as it is with a straight knee."""
    bent = by_name(load_grid().at(Pose(0, knee, ankle, activation)))["soleus"]
    straight = by_name(load_grid().at(Pose(0, 0, ankle, activation)))["soleus"]

    assert astuple(bent)[1:] == pytest.approx(astuple(straight)[1:], abs=0.15)


@settings(deadline=None)
@given(hip=st.floats(0, 120), knee=KNEES)
def test_the_hip_changes_nothing(hip, knee):
    """At any hip angle all muscles are as they are with a straight hip."""
    assert load_grid().at(Pose(hip=hip, knee=knee)) == load_grid().at(Pose(knee=knee))
    assert load_grid().hip_effect < 0.005


# ---------------------------------------------------------------- reading it


@settings(deadline=None)  # a busy machine is no failure
@given(knee=KNEES, ankle=ANKLES, activation=PERCENTS)
def test_what_lies_between_points_lies_between_their_values(knee, ankle, activation):
    """No value leaves the range of the corners round it, and no length or force is negative."""
    grid, pose = load_grid(), Pose(0, knee, ankle, activation)
    low = [max(a for a in axis if a <= v) for axis, v in _axes(pose)]
    high = [min(a for a in axis if a >= v) for axis, v in _axes(pose)]
    corners = [
        grid.at(Pose(0, k, a, 100 * s))
        for k in {low[0], high[0]}
        for a in {low[1], high[1]}
        for s in {low[2], high[2]}
    ]
    for number, state in enumerate(grid.at(pose)):
        for name in QUANTITIES:
            values = [getattr(corner[number], name) for corner in corners]
            assert min(values) - 1e-6 <= getattr(state, name) <= max(values) + 1e-6
            assert getattr(state, name) >= -0.11


def _axes(pose):
    share = min(max(pose.activation / 100, LEG.activations[0]), LEG.activations[-1])
    return (LEG.knees, pose.knee), (LEG.ankles, pose.ankle), (LEG.activations, share)


@pytest.mark.parametrize(
    "pose", [Pose(knee=121), Pose(knee=-1), Pose(ankle=26), Pose(ankle=-41), Pose(activation=0)]
)
def test_a_pose_outside_is_refused(grid, pose):
    """A pose that was not computed is refused, with the range that was."""
    with pytest.raises(CalfError, match="the lab goes from"):
        grid.at(pose)


def test_a_grid_survives_the_file(grid, tmp_path, monkeypatch):
    """What is saved is read again."""
    monkeypatch.setattr(grid_module, "GRID", tmp_path / "grid.npz")
    grid.save(tmp_path / "grid.npz")
    again = load_grid.__wrapped__()

    assert (again.hip_effect, again.apart) == (grid.hip_effect, grid.apart)
    assert all((again.numbers[name] == grid.numbers[name]).all() for name in QUANTITIES)


def test_a_missing_grid_says_how_to_make_one(tmp_path, monkeypatch):
    """Without the file, the message names the script that writes it."""
    monkeypatch.setattr(grid_module, "GRID", tmp_path / "nowhere.npz")
    with pytest.raises(CalfError, match=r"lab_grid\.py"):
        load_grid.__wrapped__()


def test_a_grid_of_another_leg_is_refused(grid, tmp_path, monkeypatch):
    """A file whose axes are not those of the leg is not read."""
    Grid(grid.leg, {n: a[:, :3] for n, a in grid.numbers.items()}).save(tmp_path / "grid.npz")
    monkeypatch.setattr(grid_module, "GRID", tmp_path / "grid.npz")
    with pytest.raises(CalfError, match="does not fit"):
        load_grid.__wrapped__()


def test_a_sweep_changes_one_thing(grid):
    """Along an axis, each step is the pose with only that angle changed."""
    pose = Pose(knee=30, ankle=-10, activation=50)
    swept = grid.sweep(pose, "ankle", (-20, 0, 20))

    assert swept == tuple(grid.at(replace(pose, ankle=ankle)) for ankle in (-20, 0, 20))
