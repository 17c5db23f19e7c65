"""Find things in the drawing, whose parts are marked with letters only."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_uppercase

import streamlit as st

from qa.telling.mapping import Atlas
from teach.lessons.tasks import Find, Verdict
from ui.components.muscle_map import Shown, live_map
from ui.components.muscle_map.drawing import REGIONS
from ui.components.plain import plain

__all__ = ["find_task"]

LETTERS = dict(zip(sorted(REGIONS), ascii_uppercase, strict=False))


def find_task(task: Find, atlas: Atlas, key: str, on_done: Callable[[], None]) -> None:
    """One question after another; what is chosen is judged by the graph, and its name is told then."""
    found_key, last_key, layer_key = f"{key}-found", f"{key}-last", f"{key}-layer"
    names = atlas.names()

    def done(what: str, value: str) -> None:
        if what == "layer":
            st.session_state[layer_key] = value
        elif what == "picked":
            judge(value)

    def judge(name: str) -> None:
        number = st.session_state.get(found_key, 0)
        if number >= len(task.targets):
            return
        verdict = task.targets[number].verdicts[name]
        st.session_state[last_key] = (name, verdict)
        if verdict.truth == "yes":
            st.session_state[found_key] = number + 1
            if number + 1 == len(task.targets):
                on_done()

    last: tuple[str, Verdict] | None = st.session_state.get(last_key)
    if last:
        _tell(names[last[0]], last[1])
    _ask(task, st.session_state.get(found_key, 0), key, (found_key, last_key))
    labels = {**{n: t for n, t in names.items() if n not in REGIONS}, **LETTERS}
    states = {last[0]: "chosen"} if last else {}
    status = "" if last else "Nothing is chosen yet."
    live_map(
        Shown(states, status=status),
        labels,
        (),
        knee=0,
        layer=st.session_state.get(layer_key, ""),
        on_change=done,
        key=f"{key}-map",
    )


def _ask(task: Find, number: int, key: str, kept: tuple[str, ...]) -> None:
    """The next question, or that all is found; "Start again" forgets what is `kept`."""
    if number < len(task.targets):
        st.markdown(f"**{number + 1} of {len(task.targets)}: {plain(task.targets[number].question)}**")
    else:
        st.markdown("**All found.**")
        st.button("Start again", key=f"{key}-again", on_click=_forget, args=kept)


def _tell(name: str, verdict: Verdict) -> None:
    """What was chosen, and what the graph says of it."""
    said = f"You chose the {plain(name)}. {plain(verdict.sentence)}"
    if verdict.truth == "yes":
        st.success(f"**Right.** {said}", icon=":material/check_circle:")
    else:
        st.warning(f"**Not this one.** {said}", icon=":material/error:")


def _forget(*keys: str) -> None:
    for key in keys:
        st.session_state.pop(key, None)
