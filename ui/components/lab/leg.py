"""The leg of the lab as a drawing that moves: bones, muscles, and how strongly each muscle pulls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from teach.lab.grid import Pose, State
from teach.lab.leg import load_leg
from teach.lab.measuring import JOINTS

__all__ = ["TONES", "leg", "pose_in_words"]

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


def leg(pose: Pose, states: Sequence[State], names: Mapping[str, str], tendon: str) -> None:
    """The right leg from the outer side in a pose; each muscle is the more colourful the more it pulls.

    `names` are the labels of the muscles by the graph's local names, `tendon` is that of the Achilles tendon.
    """
    strongest = {muscle.name: muscle.force for muscle in load_leg().muscles}
    pulls = {state.muscle: round(min(1.0, state.active / strongest[state.muscle]), 4) for state in states}
    told = ", ".join(f"{names[state.muscle]} {state.active:.0f} N" for state in states)
    words = pose_in_words(pose)
    _LEG(
        key="lab-leg",
        data={
            "pose": {"hip": pose.hip, "knee": pose.knee, "ankle": pose.ankle},
            "pulls": pulls,
            "muscles": [
                {"id": state.muscle, "tone": tone} for state, tone in zip(states, TONES, strict=True)
            ],
            "names": {**names, "tendon": tendon},
            "label": f"Right leg from the outer side. {words}. Active force: {told}.",
            "caption": "The stronger the colour of a muscle, the harder it pulls.",
        },
    )
