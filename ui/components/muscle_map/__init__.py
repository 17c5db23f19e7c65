"""The muscle map: a drawing of a right lower leg whose regions are individuals of the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict, dataclass, field
from itertools import count

import streamlit as st
from streamlit.errors import StreamlitDuplicateElementKey

from qa.contract import structures_of
from qa.model import Answer
from qa.telling.mapping import Atlas
from qa.telling.verbalising import capital
from ui.components.muscle_map.drawing import ANGLES, CSS, HTML, JS, LAYERS, PIECES, REGIONS, STEEPEST
from ui.components.pages import MUSCLE_MAP

__all__ = [
    "Pose",
    "Shown",
    "beside_map",
    "is_angle",
    "is_drawn",
    "knee_poses",
    "labelled_map",
    "live_map",
    "still_map",
]

_MAP = st.components.v2.component("calf_muscle_map", html=HTML, css=CSS, js=JS)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a map shows.

    `states` maps ids to "chosen", "grade0" to "grade3", or a standing; `roles` maps ids to "origin",
    "insertion" or "nerve"; `parts` are the parts of what is chosen; `status` is written below the drawing;
    `label` says the same to those who do not see it; `legend` pairs a state with its words.
    """

    states: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    parts: Sequence[str] = ()
    status: str = ""
    label: str = ""
    legend: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Pose:
    """What holds while the knee is bent by about `angle` degrees, and why."""

    angle: int
    text: str
    why: str


def is_drawn(identifier: str) -> bool:
    """Whether the drawing has a region for the individual with this local name, or pieces of it."""
    return identifier in REGIONS or identifier in PIECES


def is_angle(text: str) -> bool:
    """Whether the knee of the drawing can be bent by so many degrees."""
    return text.isascii() and text.isdecimal() and int(text[:4]) <= STEEPEST


def knee_poses(atlas: Atlas) -> tuple[Pose, ...]:
    """What the graph says of each knee position that the drawing can take."""
    return tuple(
        Pose(
            ANGLES[setting.iri.local],
            f"{capital(setting.label)}: {atlas.told(setting.iri)}",
            " ".join(atlas.reasons(setting.iri)),
        )
        for _, settings in atlas.variables()
        for setting in settings
        if setting.iri.local in ANGLES
    )


def live_map(  # noqa: PLR0913  # all but what is shown are named
    shown: Shown,
    names: Mapping[str, str],
    poses: Sequence[Pose],
    *,
    knee: int,
    layer: str,
    on_change: Callable[[str, str], None],
    key: str = "muscle-map",
) -> None:
    """The big map; what is done in it calls `on_change` before the next run.

    That gets "picked" with the id of a region, "layer" with a layer, or "knee" with an angle in degrees.
    `names` labels the drawing; `poses` says what holds at a knee angle; `knee` is the angle in degrees;
    `layer` is the layer in sight, "" for the one in which the chosen muscle lies.
    """

    def changed(what: str) -> Callable[[], None]:
        """Hand on what was done, if it can be done."""

        def hand_on() -> None:
            value = st.session_state[key].get(what)
            if value in REGIONS or value in LAYERS or is_angle(str(value)):
                on_change(what, str(value))

        return hand_on

    _MAP(
        key=key,
        data=_data(shown, "live", names=dict(names), poses=list(map(asdict, poses)), knee=knee, layer=layer),
        on_picked_change=changed("picked"),
        on_layer_change=changed("layer"),
        on_knee_change=changed("knee"),
    )


def still_map(shown: Shown, *, key: str, graded: bool = False) -> None:
    """A small map that shows and does not act; `graded` maps show strength or standing."""
    mode = "graded" if graded else "still"
    _MAP(key=key, data=_data(shown, mode, names={}, knee=0, layer=""))


def labelled_map(shown: Shown, names: Mapping[str, str], *, key: str) -> None:
    """A map that does not act, large enough for the labels that `names` gives."""
    _MAP(key=key, data=_data(shown, "labelled", names=names, knee=0, layer=""))


def beside_map(answer: Answer) -> AbstractContextManager[object]:
    """A place for an answer's results, with a small map of the muscles that it names beside it."""
    drawn = [item for item in structures_of(answer) if is_drawn(item.iri.local)] if answer.answered else []
    if not drawn:
        return st.container()
    results, picture = st.columns([3, 1], gap="medium")
    shown = Shown(
        {item.iri.local: "chosen" for item in drawn}, status=", ".join(item.label for item in drawn)
    )
    with picture:
        for number in count():
            # A conversation may hold the same answer twice, and a key may be used once.
            with suppress(StreamlitDuplicateElementKey):
                still_map(shown, key=f"beside-{number}-{answer.question}")
                break
        st.page_link(
            MUSCLE_MAP,
            label="Muscle map",
            icon=":material/footprint:",
            query_params={"muscle": drawn[0].iri.local},
        )
    return results


def _data(shown: Shown, mode: str, **more: object) -> list[dict[str, object]]:
    """All that the script gets; in a list, because Streamlit looks for tables in a bare dict, with pandas."""
    return [
        {
            "mode": mode,
            "states": dict(shown.states),
            "roles": dict(shown.roles),
            "parts": list(shown.parts),
            "status": shown.status,
            "label": shown.label or shown.status,
            "legend": [list(entry) for entry in shown.legend],
            **more,
        }
    ]
