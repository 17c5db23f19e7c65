"""Questions to go on with, as links that hold the question in their address."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ui.components.pages import ASK
from ui.components.plain import plain

__all__ = ["question_links"]


def question_links(title: str, questions: Sequence[str]) -> None:
    """A titled list of `questions`; each asks itself anew when it is followed. Nothing for none."""
    if not questions:
        return
    st.markdown(f"**{title}**")
    with st.container(gap="small"):
        for question in questions:
            st.page_link(
                ASK, label=plain(question), icon=":material/arrow_forward:", query_params={"q": question}
            )
