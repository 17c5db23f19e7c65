"""The box that questions are typed into, completed to questions that have answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

__all__ = ["ask_box"]

_HOME = Path(__file__).parent
_KEY = "ask-box"
_BOX = st.components.v2.component(
    "calf_ask_box",
    html=(_HOME / "box.html").read_text(encoding="utf-8"),
    css=(_HOME / "box.css").read_text(encoding="utf-8"),
    js=(_HOME / "box.js").read_text(encoding="utf-8"),
)


def ask_box(
    value: str,
    questions: Callable[[], Sequence[str]],
    on_ask: Callable[[str], None],
    *,
    placeholder: str,
    longest: int,
) -> None:
    """The box with `value` in it; `on_ask` gets at most `longest` characters of what is asked.

    `questions` are what is typed may be completed to. They are called for when the box is used, again and
    again while there are none, and then the browser searches them without asking.
    """

    def asked() -> None:
        text = st.session_state[_KEY].get("asked")
        if isinstance(text, str):
            on_ask(text[:longest])

    def wanted() -> None:
        st.session_state.completing = True

    _BOX(
        key=_KEY,
        data=[
            {  # in a list, because Streamlit looks for tables in a bare dict, with pandas
                "value": value,
                "questions": list(questions()) if st.session_state.get("completing") else [],
                "label": "Your question",
                "listed": "Questions that have answers",
                "clear": "Clear the question",
                "go": "Ask",
                "placeholder": placeholder,
                "longest": longest,
            }
        ],
        on_asked_change=asked,
        on_wanted_change=wanted,
    )
