"""A picture of things and their links that mouse, touch and keyboard can walk through."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from ui.components.placing import TALL, WIDE, Frame, Spot, lines_of

__all__ = ["Arrow", "Dot", "Look", "picture"]

_ASSETS = Path(__file__).parent.parent / "assets"
_COLOURS, _SHAPES = 9, 5  # as many as the style sheet and the script have; together they tell 45 kinds apart
_CALM = 18  # links of the centre whose labels are all shown; with more, those of the thing pointed at
_MARGIN = 26.0

_draw = st.components.v2.component(
    "calf_graph",
    html='<div class="picture">\n</div>',
    css=(_ASSETS / "graph.css").read_text(encoding="utf-8"),
    js=(_ASSETS / "graph.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Look:
    """The kind of a thing, which gives it its colour and shape: the `number`th of all kinds."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Dot:
    """One thing; `name` is what a screen reader says."""

    id: str
    label: str
    name: str
    look: Look


@dataclass(frozen=True, slots=True)
class Arrow:
    """One link; a `strong` one is part of a path.

    With a `share`, its label stands that far along, and it never stands back behind those of the centre.
    """

    start: str
    end: str
    label: str
    derived: bool
    strong: bool = False
    share: float = 0.0


def picture(  # noqa: PLR0913  # all but the first three go by name
    dots: Sequence[Dot],
    arrows: Sequence[Arrow],
    places: Mapping[str, Mapping[str, Spot]],
    *,
    centre: str,
    alt: str,
    on_pick: Callable[[str], None],
    key: str = "graph",
) -> None:
    """Draw things at their places, "wide" and "tall"; `on_pick` gets the id of one that is picked."""
    looks = sorted({dot.look for dot in dots}, key=lambda look: look.number)

    def picked() -> None:
        """Hand the id on; a picture that is drawn anew picks nothing."""
        value = st.session_state[key].picked
        if value:
            on_pick(value)

    quiet = sum(centre in (arrow.start, arrow.end) for arrow in arrows) > _CALM
    data = {
        "alt": alt,
        "words": {"stated": "stated", "derived": "derived by a rule"},
        "kinds": [
            {"label": look.label, "colour": look.number % _COLOURS, "shape": look.number % _SHAPES}
            for look in looks
        ],
        "nodes": [
            {"id": d.id, "name": d.name, "kind": looks.index(d.look), "centre": d.id == centre} for d in dots
        ],
        "links": [_link(arrow, centre, quiet=quiet) for arrow in arrows],
        "wide": _layout(dots, places["wide"], WIDE),
        "tall": _layout(dots, places["tall"], TALL),
    }
    # In a list, because Streamlit looks for tables in a bare dict, with pandas.
    _draw(key=key, data=[data], on_picked_change=picked)


def _link(arrow: Arrow, centre: str, *, quiet: bool) -> dict[str, Any]:
    centre = "" if arrow.share else centre
    toward = arrow.end if arrow.start == centre else arrow.start if arrow.end == centre else ""
    return {
        "start": arrow.start,
        "end": arrow.end,
        "label": arrow.label,
        "derived": arrow.derived,
        "strong": arrow.strong,
        "share": arrow.share,
        "toward": toward,
        "quiet": quiet and not arrow.strong,
        "aside": bool(centre) and not toward,
    }


def _layout(dots: Sequence[Dot], spots: Mapping[str, Spot], frame: Frame) -> dict[str, Any]:
    """The places as numbers, and the room that all of them take up."""
    shown = [spots[dot.id] for dot in dots]
    half = max(frame.half, *(abs(s.x) + s.width / 2 for s in shown))
    top = min(s.middle - s.height / 2 for s in shown) - _MARGIN
    bottom = max(s.middle + s.height / 2 for s in shown) + _MARGIN / 2
    return {
        "room": [-half - 4, top, 2 * half + 8, bottom - top],
        "spots": {
            dot.id: {
                "x": round(spot.x, 1),
                "y": round(spot.y, 1),
                "width": round(spot.width, 1),
                "height": spot.height,
                "lines": lines_of(dot.label, frame.letters),
            }
            for dot, spot in zip(dots, shown, strict=True)
        },
    }
