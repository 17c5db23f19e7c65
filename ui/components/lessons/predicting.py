"""Decide before looking: of statements whether they hold, of studies which way they point."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from qa.telling.mapping import Atlas
from teach.lessons.checks import Check
from teach.lessons.tasks import Predict, Weigh
from ui.components.lessons.checks import feedback
from ui.components.muscle_map import Shown, knee_poses, live_map
from ui.components.plain import plain
from ui.components.research import DIRECTIONS, research_check

__all__ = ["predict_task", "weigh_task"]


def predict_task(task: Predict, atlas: Atlas, key: str, on_done: Callable[[], None]) -> None:
    """Statements to be judged one by one and revealed at once; then the knee can be bent, if there is one."""
    right = _judge(task.checks, key, on_done, "True or false?")
    if right is None:
        return
    st.markdown(f"**{right} of {len(task.checks)} predicted as the graph has it.**")
    if task.map == "knee":
        shown, poses = Shown(status="Bend the knee with the slider."), knee_poses(atlas)
        live_map(shown, atlas.names(), poses, knee=0, layer="", on_change=lambda *_: None, key=f"{key}-map")


def weigh_task(task: Weigh, atlas: Atlas, key: str, on_done: Callable[[], None]) -> None:
    """Studies to be judged one by one; then how many point which way, and what is said of them all."""
    del atlas
    st.markdown(f"The claim: **{plain(task.claim)}**.")
    right = _judge(task.checks, key, on_done, "What does it say of the claim?")
    if right is None:
        return
    st.markdown(f"**{right} of {len(task.checks)} judged as the graph has it.**")
    rows = [
        {"what a study says of the claim": DIRECTIONS[way], "number of studies": str(count)}
        for way, count in task.tally
    ]
    st.table(rows, border="horizontal", hide_index=True, alt="How many studies point which way")
    for check in task.research:
        research_check(check)


def _judge(checks: Sequence[Check], key: str, on_done: Callable[[], None], question: str) -> int | None:
    """Ask for a decision on each, and tell all at once what the graph says; how many were right then."""
    seen: tuple[int, ...] = st.session_state.get(f"{key}-seen", ())
    chosen: list[int | None] = []
    for number, check in enumerate(checks):
        with st.container(border=True):
            st.markdown(plain(check.about))
            choice = st.radio(
                f"{number + 1} of {len(checks)}: {question}",
                range(len(check.options)),
                index=None,
                horizontal=True,
                key=f"{key}-{number}",
                format_func=[plain(option.text) for option in check.options].__getitem__,
            )
            if seen and choice == seen[number]:
                feedback(check, frozenset((choice,)))
        chosen.append(choice)

    def look() -> None:
        """Take what is decided by now: the page may not have been drawn since the last decision."""
        decided = (st.session_state[f"{key}-{number}"] for number in range(len(checks)))
        st.session_state[f"{key}-seen"] = tuple(decided)
        on_done()

    st.button("Look", key=f"{key}-look", type="primary", disabled=None in chosen, on_click=look)
    if not seen:
        st.markdown("Decide on each, then look.")
        return None
    return sum(frozenset((choice,)) == check.right for choice, check in zip(seen, checks, strict=True))
