"""The leg of the lab as a drawing that moves: bones, muscles, and how strongly each muscle pulls."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import streamlit as st

from teach.lab.grid import Pose, State
from teach.lab.leg import load_leg
from teach.lab.measuring import JOINTS

__all__ = ["TONES", "Dial", "leg", "pose_in_words"]

_HOME = Path(__file__).parent
_LEG = st.components.v2.component(
    "calf_lab_leg",
    html=(_HOME / "leg.html").read_text(encoding="utf-8"),
    css=(_HOME / "leg.css").read_text(encoding="utf-8"),
    js=(_HOME / "leg.js").read_text(encoding="utf-8"),
)
#: The colours of the muscles, in the order of the leg; each is told from both grounds (at least 3 : 1).
TONES: Final = ("#c4574a", "#b07a12", "#2f7fb8")


def pose_in_words(pose: Pose) -> str:
    """The pose as a line of text: "Knee angle 90° bent, ankle angle 0° (neutral), ..."."""
    told = [f"{joint.title.lower()} {joint.told(getattr(pose, joint.name))}" for joint in JOINTS.values()]
    words = ", ".join(told)
    return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Dial:
    """A slider: the name of a pose's setting, and the numbers that it can be set to."""

    name: str
    values: tuple[int, ...]


def leg(
    pose: Pose,
    states: Sequence[State],
    names: Mapping[str, str],
    dials: Sequence[Dial] = (),
    on_dial: Callable[[Mapping[str, int]], None] | None = None,
) -> None:
    """The right leg from the outer side in a pose; each muscle is the more colourful the more it pulls.

    `names` labels what is drawn by the graph's local names. The sliders below it move the leg at once;
    `on_dial` is called, before the next run, with all settings when one of them has come to rest.
    """
    key = "lab-leg"
    allowed = {dial.name: dial.values for dial in dials}

    def dialled() -> None:
        given = st.session_state[key].get("dialled") or {}
        found = {name: given.get(name) for name in allowed}
        if on_dial and all(found[name] in values for name, values in allowed.items()):
            on_dial({name: int(value) for name, value in found.items() if value is not None})

    strongest = {muscle.name: muscle.force for muscle in load_leg().muscles}
    told = ", ".join(f"{names[state.muscle]} {state.active:.0f} N" for state in states)
    _LEG(
        key=key,
        data={
            "pose": {name: round(getattr(pose, name)) for name in JOINTS},
            "pulls": {s.muscle: round(min(1.0, s.active / strongest[s.muscle]), 4) for s in states},
            "muscles": [
                {"id": state.muscle, "tone": tone} for state, tone in zip(states, TONES, strict=True)
            ],
            "names": dict(names),
            "dials": [_told(dial) for dial in dials],
            "label": f"Right leg from the outer side. {pose_in_words(pose)}. Active force: {told}.",
            "caption": "Right leg from the outer side. The stronger its colour, the harder a muscle pulls.",
        },
        on_dialled_change=dialled,
    )


def _told(dial: Dial) -> dict[str, object]:
    joint = JOINTS[dial.name]
    words = [joint.told(value) for value in dial.values]
    return {"name": dial.name, "title": joint.title, "values": list(dial.values), "words": words}
