"""Things of the graph as links to their page in Explore."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from kg.terms import Iri
from ui.components.pages import EXPLORE
from ui.components.plain import plain

__all__ = ["thing_links"]

MOST = 12  # links in a row; more would bury what comes after them


def thing_links(title: str, things: Iterable[tuple[Iri, str]]) -> None:
    """A titled row of links to the things, given as IRI and label; nothing for none."""
    shown = list(dict.fromkeys(things))[:MOST]
    if not shown:
        return
    st.markdown(f"**{title}**")
    with st.container(horizontal=True, gap="small"):
        for iri, label in shown:
            st.page_link(
                EXPLORE,
                label=plain(label),
                icon=":material/hub:",
                width="content",
                query_params={"node": iri.local},
            )
