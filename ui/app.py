"""The page: `calf ui` runs this file with Streamlit."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.components.pages import ASK, EXPLORE, LAB, LEARN, MUSCLE_MAP, QUERY, QUIZ, SOURCES

LOGO = (Path(__file__).parent / "assets" / "calf.svg").read_text(encoding="utf-8")
WIDE = {"Muscle map", "Explore", "Learn", "Lab"}  # pages that show a picture beside words

# Pages have no icons here: the browser would fetch the icon of a page from another machine.
pages = [
    st.Page(ASK, title="Ask", default=True),
    st.Page(MUSCLE_MAP, title="Muscle map"),
    st.Page(EXPLORE, title="Explore"),
    st.Page(LEARN, title="Learn"),
    st.Page(LAB, title="Lab"),
    st.Page(QUIZ, title="Quiz"),
    st.Page(QUERY, title="Query"),
    st.Page(SOURCES, title="Sources"),
]
page = st.navigation(pages, position="top")
# Said once and for all: a page that corrected it would jump from one width to the other at every run.
st.set_page_config(
    page_title="Ask about the calf" if page is pages[0] else f"{page.title}: the calf",
    page_icon=LOGO,
    layout="wide" if page.title in WIDE else "centered",
    initial_sidebar_state="collapsed",
)
st.logo(LOGO, size="large")
page.run()
