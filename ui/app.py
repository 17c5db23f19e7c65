"""The page: `calf ui` runs this file with Streamlit."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

HOME = Path(__file__).parent
LOGO = (HOME / "assets" / "calf.svg").read_text(encoding="utf-8")

st.set_page_config(
    page_title="Ask about the calf",
    page_icon=LOGO,
    layout="centered",
    initial_sidebar_state="collapsed",
)
st.logo(LOGO, size="large")
VIEWS = HOME / "views"
pages = [
    st.Page(VIEWS / "ask.py", title="Ask", default=True),
    st.Page(VIEWS / "muscle_map.py", title="Muscle map"),
]
st.navigation(pages, position="top").run()
