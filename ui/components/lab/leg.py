"""The leg of the lab as a drawing that moves: bones, muscles, and how strongly each muscle pulls."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import streamlit as st

from teach.lab.grid import Pose, State
from teach.lab.leg import load_leg
from teach.lab.measuring import JOINTS

__all__ = ["TONES", "Dial", "accepted", "leg", "pose_in_words"]

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

    def dialled() -> None:
        settings = accepted(_sent(key), dials)
        if on_dial and settings:
            on_dial(settings)

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
            "turn": _sent(key).get("turn", 0),  # tells the drawing which of its settings this answers
            "label": f"Right leg from the outer side. {pose_in_words(pose)}. Active force: {told}.",
            "caption": "Right leg from the outer side. The stronger its colour, the harder a muscle pulls.",
        },
        on_dialled_change=dialled,
    )


def _sent(key: str) -> Mapping[str, Any]:
    """What the drawing sent last."""
    sent = (st.session_state.get(key) or {}).get("dialled")
    return sent if isinstance(sent, Mapping) else {}


def accepted(sent: Mapping[str, Any], dials: Sequence[Dial]) -> dict[str, int]:
    """The settings that the drawing sent; none unless every dial is set to one of its numbers."""
    numbers = {dial.name: [each for each in dial.values if each == sent.get(dial.name)] for dial in dials}
    return {name: found[0] for name, found in numbers.items()} if all(numbers.values()) else {}


def _told(dial: Dial) -> dict[str, object]:
    joint = JOINTS[dial.name]
    words = [joint.told(value) for value in dial.values]
    return {"name": dial.name, "title": joint.title, "values": list(dial.values), "words": words}
