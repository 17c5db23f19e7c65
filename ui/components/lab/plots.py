"""Plots of the lab: each measure of every muscle along one setting of the pose, each told in words too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import streamlit as st

from teach.lab.grid import Grid, Pose, State, load_grid
from teach.lab.measuring import MEASURES, Joint, Measure
from ui.components.lab.leg import TONES
from ui.components.plain import plain

__all__ = ["Curves", "curves", "plots"]

_INKS: Final = {"light": "#3b4a47", "dark": "#c6d3d0"}  # at least 7 : 1 on the ground of the page
_LEGEND: Final = {
    "title": None,
    "orient": "top",
    "columns": 2,  # three beside each other are cut off where a plot is narrow
    "symbolSize": 180,
    "symbolStrokeWidth": 2.5,
    "labelLimit": 160,
}
_DASHES: Final = ([1, 0], [7, 4], [2, 3])  # so that colour is not the only difference


@dataclass(frozen=True, slots=True)
class Curves:
    """Every muscle along one axis: the values of the axis, the states at each, and where the pose stands."""

    along: Joint
    values: tuple[float, ...]
    states: tuple[tuple[State, ...], ...]
    here: float
    now: tuple[State, ...]


def curves(grid: Grid, pose: Pose, along: Joint) -> Curves:
    """What the muscles do along an axis while all else stays as in the pose."""
    axis = {"knee": grid.leg.knees, "ankle": grid.leg.ankles, "activation": _shares(grid)}[along.name]
    return Curves(along, axis, grid.sweep(pose, along.name, axis), getattr(pose, along.name), grid.at(pose))


def _shares(grid: Grid) -> tuple[float, ...]:
    return tuple(round(100 * share) for share in grid.leg.activations)


def plots(shown: Curves, names: Mapping[str, str]) -> None:
    """One plot a measure, in two or three columns where there is room, and all numbers as tables."""
    measures = list(MEASURES.values())
    ends = domains()
    for row in (measures[:3], measures[3:]):
        for place, measure in zip(st.columns(3, gap="medium"), row, strict=True):
            with place:
                st.markdown(f"**{measure.title} ({measure.unit})**", help=measure.means)
                st.vega_lite_chart(
                    _rows(shown, measure, names),
                    _spec(shown, measure, names, ends[measure.name]),
                    height=250,
                    key=f"plot-{measure.name}",
                    alt=told(shown, measure, names),
                )
    with st.expander("The numbers of these plots", icon=":material/table:"):
        for measure in measures:
            st.markdown(f"**{measure.title} ({measure.unit})**  \n{plain(measure.means)}")
            st.table(
                _table(shown, measure, names),
                border="horizontal",
                hide_index=True,
                alt=f"{measure.title} in {measure.unit} by {shown.along.title.lower()}",
            )


def told(shown: Curves, measure: Measure, names: Mapping[str, str]) -> str:
    """A plot in words: where each curve starts, where it ends, and where the pose stands on it."""
    first, last = shown.values[0], shown.values[-1]
    parts = [
        f"{names[state.muscle]} from {measure.told(measure.of(shown.states[0][number]))} to "
        f"{measure.told(measure.of(shown.states[-1][number]))}, now {measure.told(measure.of(state))}"
        for number, state in enumerate(shown.now)
    ]
    ends = f"{shown.along.told(first)} to {shown.along.told(last)}"
    return f"{measure.title} as the {shown.along.title.lower()} goes from {ends}: {'; '.join(parts)}."


def _rows(shown: Curves, measure: Measure, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """The points of a plot; those of the pose itself are marked."""

    def rows(value: float, states: Sequence[State], *, now: bool) -> Iterator[dict[str, Any]]:
        for state in states:
            number = round(measure.of(state), measure.digits + 2)
            yield {"at": value, "value": number, "muscle": names[state.muscle], "now": now}

    found = [
        row
        for v, states in zip(shown.values, shown.states, strict=True)
        for row in rows(v, states, now=False)
    ]
    return [*found, *rows(shown.here, shown.now, now=True)]


@cache
def domains() -> dict[str, tuple[float, float]]:
    """The ends of every measure over the whole grid: axes that stand still while the pose changes."""
    grid = load_grid()
    poses = (
        Pose(knee=knee, ankle=ankle, activation=100 * share)
        for knee in grid.leg.knees[::3]
        for ankle in (*grid.leg.ankles[::2], grid.leg.ankles[-1])
        for share in (grid.leg.activations[0], grid.leg.activations[-1])
    )
    states = [state for pose in poses for state in grid.at(pose)]
    found = {}
    for measure in MEASURES.values():
        numbers = [measure.of(state) for state in states]
        low, room = min(numbers), (max(numbers) - min(numbers)) * 0.04
        found[measure.name] = (low - room if low > 1 else 0, max(numbers) + room)
    return found


def _spec(
    shown: Curves, measure: Measure, names: Mapping[str, str], ends: tuple[float, float]
) -> dict[str, Any]:
    """How a plot is drawn: a line a muscle, and a rule with dots where the pose stands."""
    ink = _INKS[st.context.theme.type or "light"]
    axis = f"{shown.along.title} ({shown.along.unit.strip()})"
    x = _quantity("at", (shown.values[0], shown.values[-1]), axis, {"grid": False, "tickCount": 6})
    y = _quantity("value", ends, None, {"tickCount": 5, "format": "d"})
    order = [names[state.muscle] for state in shown.now]
    color, dash = (
        {"field": "muscle", "type": "nominal", "scale": {"domain": order, "range": looks}, "legend": _LEGEND}
        for looks in (list(TONES), list(_DASHES))
    )
    told_by = [
        {"field": "muscle", "title": "Muscle"},
        {"field": "at", "title": axis},
        {"field": "value", "title": f"{measure.title} ({measure.unit})", "format": f".{measure.digits}f"},
    ]
    line = {"type": "line", "strokeWidth": 2.5, "interpolate": "monotone"}
    rule = {"type": "rule", "strokeWidth": 1.2, "strokeDash": [3, 3], "color": ink}
    dot = {"type": "point", "filled": True, "size": 90, "opacity": 1}
    here = {**color, "legend": None}
    return {
        "config": {
            "axis": {"labelColor": ink, "titleColor": ink, "labelFontSize": 13, "titleFontSize": 13},
            "legend": {"labelColor": ink, "labelFontSize": 13},
        },
        "layer": [
            _layer("!datum.now", line, {"x": x, "y": y, "color": color, "strokeDash": dash}),
            _layer("datum.now", rule, {"x": x}),
            _layer("datum.now", dot, {"x": x, "y": y, "color": here, "tooltip": told_by}),
        ],
    }


def _quantity(
    field: str, ends: tuple[float, float], title: str | None, axis: Mapping[str, Any]
) -> dict[str, Any]:
    """A number along an axis with fixed ends."""
    scale = {"domain": list(ends), "nice": False}
    return {"field": field, "type": "quantitative", "title": title, "scale": scale, "axis": dict(axis)}


def _layer(kept: str, mark: Mapping[str, Any], encoding: Mapping[str, Any]) -> dict[str, Any]:
    """One kind of mark for the rows that are kept."""
    return {"transform": [{"filter": kept}], "mark": dict(mark), "encoding": dict(encoding)}


def _table(shown: Curves, measure: Measure, names: Mapping[str, str]) -> list[dict[str, str]]:
    """Every few values of the axis as a row, its last one included."""
    chosen = [*range(0, len(shown.values), _step(len(shown.values)))]
    if chosen[-1] != len(shown.values) - 1:
        chosen.append(len(shown.values) - 1)
    return [
        {
            plain(shown.along.title): f"{shown.values[number]:.0f}{shown.along.unit}",
            **{
                plain(names[state.muscle]): f"{measure.of(state) + 0.0:.{measure.digits}f}"
                for state in shown.states[number]
            },
        }
        for number in chosen
    ]


def _step(count: int) -> int:
    """So that a table has about a dozen rows."""
    return max(1, count // 12)
