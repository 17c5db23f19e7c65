"""The page: `calf ui` runs this file with Streamlit."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.components.pages import ASK, EXPLORE, QUERY, SOURCES

LOGO = (Path(__file__).parent / "assets" / "calf.svg").read_text(encoding="utf-8")

st.set_page_config(
    page_title="Ask about the calf",
    page_icon=LOGO,
    layout="centered",
    initial_sidebar_state="collapsed",
)
st.logo(LOGO, size="large")
pages = [
    st.Page(ASK, title="Ask", icon=":material/forum:", default=True),
    st.Page(ASK.with_name("muscle_map.py"), title="Muscle map", icon=":material/footprint:"),
    st.Page(EXPLORE, title="Explore", icon=":material/hub:"),
    st.Page(QUERY, title="Query", icon=":material/database_search:"),
    st.Page(SOURCES, title="Sources", icon=":material/menu_book:"),
]
st.navigation(pages, position="top").run()
