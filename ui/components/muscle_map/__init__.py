"""The muscle map: a drawing of a right lower leg whose regions are individuals of the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict, dataclass, field
from itertools import count

import streamlit as st
from streamlit.errors import StreamlitDuplicateElementKey

from qa.mapping import structures_of
from qa.model import Answer
from ui.components.muscle_map.drawing import CSS, HTML, JS, PIECES, REGIONS
from ui.components.pages import MUSCLE_MAP

__all__ = ["Pose", "Shown", "beside_map", "is_drawn", "labelled_map", "live_map", "still_map"]

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


def live_map(
    shown: Shown,
    names: Mapping[str, str],
    poses: Sequence[Pose],
    *,
    knee: int,
    on_pick: Callable[[str], None],
    key: str = "muscle-map",
) -> None:
    """The big map: a click, Enter or Space on a region calls `on_pick` with its id, before the next run.

    `names` labels the drawing; `poses` says what holds at a knee angle; `knee` is the first angle.
    """

    def picked() -> None:
        identifier = st.session_state[key].get("picked")
        if identifier in REGIONS:
            on_pick(identifier)

    _MAP(
        key=key,
        data={
            **_data(shown, "live"),
            "names": dict(names),
            "poses": [asdict(pose) for pose in poses],
            "knee": knee,
        },
        on_picked_change=picked,
    )


def still_map(shown: Shown, *, key: str, graded: bool = False) -> None:
    """A small map that shows and does not act; `graded` maps show strength or standing."""
    _MAP(key=key, data={**_data(shown, "graded" if graded else "still"), "names": {}, "knee": 0})


def labelled_map(shown: Shown, names: Mapping[str, str], *, key: str) -> None:
    """A map that does not act, large enough for the labels that `names` gives."""
    _MAP(key=key, data={**_data(shown, "labelled"), "names": dict(names), "knee": 0})


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


def _data(shown: Shown, mode: str) -> dict[str, object]:
    return {
        "mode": mode,
        "states": dict(shown.states),
        "roles": dict(shown.roles),
        "parts": list(shown.parts),
        "status": shown.status,
        "label": shown.label or shown.status,
        "legend": [list(entry) for entry in shown.legend],
    }
