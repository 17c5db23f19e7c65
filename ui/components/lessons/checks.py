"""A check for understanding as a card: choose, check, and read why, as often as one likes."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from teach.lessons.checks import Check
from ui.components.plain import plain

__all__ = ["check_card", "feedback"]


def check_card(check: Check, title: str, key: str, on_right: Callable[[], None]) -> None:
    """A question with its options; `on_right` is called when it was answered rightly."""
    with st.container(border=True, key=f"{key}-card"):
        st.subheader(title, anchor=False)
        if check.about:
            st.markdown(plain(check.about))
        ask = _several if check.several else _one
        ask(check, key)
        chosen = _chosen(check, key)

        def answer() -> None:
            """Take what is chosen by now: the page may not have been drawn since the last choice."""
            picked = st.session_state[f"{key}-answer"] = _chosen(check, key)
            if picked == check.right:
                on_right()

        st.button("Check", key=f"{key}-check", disabled=not chosen, on_click=answer)
        if chosen and st.session_state.get(f"{key}-answer") == chosen:
            feedback(check, chosen)


def _one(check: Check, key: str) -> None:
    st.radio(
        plain(check.question),
        range(len(check.options)),
        index=None,
        key=f"{key}-choice",
        format_func=lambda n: plain(check.options[n].text),
    )


def _several(check: Check, key: str) -> None:
    st.markdown(f"{plain(check.question)} Choose all that fit.")
    for number, option in enumerate(check.options):
        st.checkbox(plain(option.text), key=f"{key}-choice-{number}")


def _chosen(check: Check, key: str) -> frozenset[int]:
    """The places of the options that are chosen."""
    if check.several:
        places = range(len(check.options))
        return frozenset(n for n in places if st.session_state.get(f"{key}-choice-{n}"))
    number = st.session_state.get(f"{key}-choice")
    return frozenset() if number is None else frozenset((number,))


def feedback(check: Check, chosen: frozenset[int]) -> None:
    """Whether it was right, and what the graph says of each option that was chosen, with its sources."""
    lines = []
    for number in sorted(chosen):
        option = check.options[number]
        who = f"  \n*{plain('; '.join(option.sources))}*" if option.sources else ""
        lines.append(f"{plain(option.why)}{who}")
    said = "\n\n".join(lines)
    if chosen == check.right:
        st.success(f"**Right.** {said}", icon=":material/check_circle:")
    elif chosen < check.right:
        st.info(f"**Right so far, but not all.** {said}", icon=":material/pending:")
    else:
        st.warning(f"**Not quite.** {said}", icon=":material/error:")
