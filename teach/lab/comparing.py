"""Our figures beside published ones: what the grid says, what was published, and whether they agree."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from teach.lab.grid import Grid, Pose, State
from teach.lab.measuring import percent

__all__ = ["NEAR", "Comparison", "Shortening", "Source", "comparisons", "published_sources", "shortenings"]

_DATA: Final = Path(__file__).parent.parent / "data" / "lab_published.toml"
#: A regression is met when ours differs from it by no more than this share.
NEAR: Final = 0.15
_STRAIGHT, _BENT = Pose(), Pose(knee=90)
_NEUTRAL: Final = 90  # degrees of the ankle, as the regressions count them
_HEADS: Final = ("medialHead", "lateralHead")


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a figure, and what of it was read."""

    label: str
    cite: str
    read: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure of ours beside a published one, both with units; `muscle` is "" where all three act.

    `source` names who published it, by the labels of `published_sources`; `verdict` says whether and how far
    they agree, and `agrees` whether they do.
    """

    what: str
    muscle: str
    ours: str
    published: str
    source: str
    verdict: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Shortening:
    """By how much bending the knee from 0 to 90 degrees shortens both heads, as shares of the shank's length.

    `heads` are the medial and the lateral one; `source` is a label, "" for the lab.
    """

    source: str
    heads: tuple[float, float]


@cache
def _told() -> Mapping[str, Any]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


def published_sources() -> dict[str, Source]:
    """All sources of published figures, by their short names."""
    return {name: Source(**told) for name, told in _told()["sources"].items()}


def comparisons(grid: Grid) -> tuple[Comparison, ...]:
    """Every comparison, computed from the grid."""
    parts = (_shortening, _levers, _arms, _active_force, _loss, _hip, _strongest, _other)
    return tuple(row for part in parts for row in part(grid))


def _label(source: str) -> str:
    return published_sources()[source].label


def _state(grid: Grid, muscle: str, pose: Pose) -> State:
    return next(state for state in grid.at(pose) if state.muscle == muscle)


def shortenings(grid: Grid) -> tuple[Shortening, ...]:
    """Two regressions first, then the lab, then other published models."""
    regressions: dict[str, dict[str, float]] = {}
    for told in _told()["shortening"]:
        for muscle in told["muscles"] if "percent" in told else ():
            regressions.setdefault(told["source"], {})[muscle] = _regressed(told["percent"], 90)
    ours = {m: _shortened(grid, m) / 1000 / grid.leg.shank for m in _HEADS}
    models = {
        told["source"]: {m: told["shortening"][m] / told["shank"] for m in _HEADS}
        for told in _told()["models"]
    }
    labelled = {_label(source): heads for source, heads in regressions.items()}
    labelled |= {"": ours} | {_label(source): heads for source, heads in models.items()}
    return tuple(Shortening(label, (h[_HEADS[0]], h[_HEADS[1]])) for label, h in labelled.items())


def _regressed(percent: tuple[float, float], angle: float) -> float:
    """What a regression gives for an angle, as a share of the shank's length."""
    return (percent[0] * angle + percent[1] * angle**2) / 100


def _shortened(grid: Grid, muscle: str) -> float:
    """In millimetres."""
    return _state(grid, muscle, _STRAIGHT).length - _state(grid, muscle, _BENT).length


def _shortening(grid: Grid) -> Iterator[Comparison]:
    """The muscle-tendon length with the knee straight minus that with the knee at 90 degrees."""
    for told in _told()["shortening"]:
        for muscle in told["muscles"]:
            ours, theirs = _shortened(grid, muscle), told.get("millimetres")
            if theirs is None:
                theirs = _regressed(told["percent"], 90) * grid.leg.shank * 1000
            share = (ours - theirs) / theirs if theirs else 0.0
            yield Comparison(
                "muscle-tendon shortening, knee 0° to 90°",
                muscle,
                f"{ours:.1f} mm",
                f"{theirs:.1f} mm",
                _label(told["source"]),
                percent(share, sign="+") if theirs else "equal",
                abs(share) <= NEAR and (theirs != 0 or abs(ours) < 0.1),
            )


def _levers(grid: Grid) -> Iterator[Comparison]:
    """The moment arm at a neutral ankle: the change of length for each radian by which the ankle turns."""
    for told in _told()["levers"]:
        for muscle in told["muscles"]:
            ours, theirs = _state(grid, muscle, _STRAIGHT).arm, told.get("millimetres")
            if theirs is None:
                first, second = told["percent"]
                theirs = math.degrees(first + 2 * second * _NEUTRAL) / 100 * grid.leg.shank * 1000
            share = (ours - theirs) / theirs
            yield Comparison(
                "moment arm at the ankle, neutral",
                muscle,
                f"{ours:.1f} mm",
                f"{theirs:.1f} mm",
                _label(told["source"]),
                percent(share, sign="+"),
                abs(share) <= NEAR,
            )


def _arms(grid: Grid) -> Iterator[Comparison]:
    """The moment arms at the ankle angles of all studies, against all that they found."""
    told = _told()["arms"]
    low, high = min(each["low"] for each in told), max(each["high"] for each in told)
    first, last = min(each["ankles"][0] for each in told), max(each["ankles"][1] for each in told)
    angles = [angle for angle in grid.leg.ankles if first <= angle <= last]
    for number, muscle in enumerate(grid.leg.muscles):
        ours = [states[number].arm for states in grid.sweep(_STRAIGHT, "ankle", angles)]
        inside = low <= min(ours) and max(ours) <= high
        yield Comparison(
            f"moment arm at the ankle, {first}° to {last:+}°",
            muscle.name,
            f"{min(ours):.1f} to {max(ours):.1f} mm",
            "; ".join(f"{each['low']:.1f} to {each['high']:.1f} mm" for each in told),
            ", ".join(_label(each["source"]) for each in told),
            "inside the range of the studies together" if inside else "outside of the range of the studies",
            inside,
        )


def _active_force(grid: Grid) -> Iterator[Comparison]:
    """What a bent knee does to the active force, against what crossing the knee or not implies."""
    for number, muscle in enumerate(grid.leg.muscles):
        straight, bent = (grid.at(pose)[number].active for pose in (_STRAIGHT, _BENT))
        change = (bent - straight) / straight
        crosses = any(point.bone == "femur" for point in muscle.path)
        yield Comparison(
            "active force at full activation, knee 0° to 90°",
            muscle.name,
            f"{straight:.0f} to {bent:.0f} N",
            "falls: greatest with a straight knee" if crosses else "knee coefficient 0",
            _label("landin" if crosses else "hawkins"),
            percent(change, sign="+"),
            change < -0.25 if crosses else abs(change) < 0.001,
        )


def _loss(grid: Grid) -> Iterator[Comparison]:
    """The share of the whole ankle moment that a bent knee takes away."""
    straight, bent = (sum(state.moment for state in grid.at(pose)) for pose in (_STRAIGHT, _BENT))
    ours = 100 * (1 - bent / straight)
    shares = [_lost(told) for told in _told()["loss"]]
    for told, theirs in zip(_told()["loss"], shares, strict=True):
        inside = min(shares) <= ours <= max(shares)
        torques = f" ({told['straight']:.0f} to {told['bent']:.0f} N·m)" if "bent" in told else ""
        yield Comparison(
            "loss of ankle moment, knee straight to bent",
            "",
            f"{ours:.0f} % ({straight:.0f} to {bent:.0f} N·m)",
            f"{theirs:.0f} %{torques}",
            _label(told["source"]),
            "between the two published values" if inside else "outside of the two published values",
            inside,
        )


def _lost(told: Mapping[str, float]) -> float:
    return told["percent"] if "percent" in told else 100 * (1 - told["bent"] / told["straight"])


def _hip(grid: Grid) -> Iterator[Comparison]:
    """What the engine found when it bent the hip, against what anatomy says."""
    hips = grid.leg.hips
    yield Comparison(
        f"change of any muscle-tendon length, hip {hips[0]:.0f}° to {hips[-1]:.0f}°",
        "",
        f"{grid.hip_effect:.2f} mm",
        "no muscle crosses both hip and ankle",
        _label("andrade"),
        "equal" if grid.hip_effect < 0.005 else "differs",
        grid.hip_effect < 0.005,
    )


def _strongest(grid: Grid) -> Iterator[Comparison]:
    """The pose in which both heads together turn the ankle hardest at full activation."""
    poses = [replace(_STRAIGHT, knee=k, ankle=a) for k in grid.leg.knees for a in grid.leg.ankles]
    best = max(poses, key=lambda pose: sum(s.moment for s in grid.at(pose) if s.muscle != "soleus"))
    agrees = best.knee == 0 and best.ankle > 0
    yield Comparison(
        "pose of the gastrocnemius's greatest ankle moment",
        "",
        f"knee {best.knee:.0f}°, ankle {best.ankle:+.1f}°",
        "straight knee, ankle dorsiflexed",
        _label("landin"),
        "the same" if agrees else "another",
        agrees,
    )


def _other(grid: Grid) -> Iterator[Comparison]:
    """The numbers put in, beside those of another published model; models differ, and this says how much."""
    muscles = {muscle.name: muscle for muscle in grid.leg.muscles}
    for told in _told()["other"]:
        ours = muscles[told["muscle"]]
        force, fibre = ours.force / told["force"] - 1, ours.fibre * 1000 / told["fibre"] - 1
        yield Comparison(
            "put in: greatest force, best fibre length",
            ours.name,
            f"{ours.force:.0f} N, {ours.fibre * 1000:.1f} mm",
            f"{told['force']:.0f} N, {told['fibre']:.1f} mm",
            _label(told["source"]),
            f"{percent(force, sign='+')}, {percent(fibre, sign='+')}",
            abs(force) <= NEAR and abs(fibre) <= NEAR,
        )
