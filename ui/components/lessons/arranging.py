"""Put the steps of an exercise in order; set the numbers of a training week."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from qa.telling.mapping import Atlas
from teach.lessons.tasks import Dial, Order, Plan
from ui.components.plain import plain
from ui.components.research import research_check

__all__ = ["order_task", "plan_task"]


_MOVES = (("Up", -1, ":material/arrow_upward:"), ("Down", 1, ":material/arrow_downward:"))


def order_task(task: Order, atlas: Atlas, key: str, on_done: Callable[[], None]) -> None:
    """Steps that move up and down; then how many stand where they belong."""
    del atlas
    texts = {step.name: step.text for step in task.steps}
    wanted = [step.name for step in task.steps]
    now: list[str] = st.session_state.setdefault(f"{key}-order", [step.name for step in task.offered])

    def move(place: int, by: int) -> None:
        now[place], now[place + by] = now[place + by], now[place]
        st.session_state.pop(f"{key}-checked", None)

    def check() -> None:
        st.session_state[f"{key}-checked"] = True
        if now == wanted:
            on_done()

    checked = st.session_state.get(f"{key}-checked")
    with st.container(gap="xsmall", key=f"{key}-steps"):
        for place, name in enumerate(now):
            mark = " :green-badge[in its place]" if checked and name == wanted[place] else ""
            with st.container(border=True, horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{place + 1}.** {plain(texts[name])}{mark}", width="stretch")
                for label, by, icon in _MOVES:
                    st.button(
                        label,
                        key=f"{key}-{label.lower()}-{name}",
                        icon=icon,
                        disabled=not 0 <= place + by < len(now),
                        on_click=move,
                        args=(place, by),
                    )
    st.button("Check the order", key=f"{key}-check", type="primary", on_click=check)
    if checked:
        _ordered(task, sum(name == own for name, own in zip(now, wanted, strict=True)))


def _ordered(task: Order, right: int) -> None:
    """How many steps are in their place, or that all are."""
    if right < len(task.steps):
        st.warning(f"{right} of {len(task.steps)} steps are in their place.", icon=":material/error:")
        return
    said = f"**Right.** This is the {plain(task.exercise)}, step by step."
    st.success(said, icon=":material/check_circle:")


def plan_task(task: Plan, atlas: Atlas, key: str, on_done: Callable[[], None]) -> None:
    """Numbers to be set, then each beside what the article says and what research says of that."""
    del atlas
    values = {
        dial.name: st.slider(_title(dial), 0, dial.most, value=0, key=f"{key}-{dial.name}")
        for dial in task.dials
    }

    def compare() -> None:
        st.session_state[f"{key}-seen"] = {d.name: st.session_state[f"{key}-{d.name}"] for d in task.dials}
        on_done()

    st.button(
        "Compare",
        key=f"{key}-compare",
        type="primary",
        disabled=not any(values.values()),
        on_click=compare,
    )
    if st.session_state.get(f"{key}-seen") != values:
        return
    seen: set[str] = set()
    for dial in task.dials:
        with st.container(border=True):
            _compared(dial, values[dial.name], seen)


def _title(dial: Dial) -> str:
    """What a dial sets, with the unit where its name does not say it."""
    return dial.title if dial.unit in dial.title.lower() else f"{dial.title} ({dial.unit})"


def _compared(dial: Dial, value: int, seen: set[str]) -> None:
    """One number beside the article's; each claim is told at length once."""
    fits = dial.fits(value)
    icon = ":material/check_circle:" if fits else ":material/info:"
    where = f"{'within' if fits else 'outside of'} what the article says"
    st.markdown(f"{icon} **{plain(_title(dial))}: {value}**, {where}: {plain(dial.said)}.")
    for check in dial.research:
        if check.claim in seen:
            st.markdown(f"Research check: {plain(check.standing)}, as above.")
        else:
            research_check(check)
        seen.add(check.claim)
