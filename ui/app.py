"""The page: `calf ui` runs this file with Streamlit."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.components.pages import PAGES

LOGO = (Path(__file__).parent / "assets" / "calf.svg").read_text(encoding="utf-8")
STYLE = Path(__file__).parent / "assets" / "page.css"

# Pages have no icons here: the browser would fetch the icon of a page from another machine.
pages = {st.Page(page.file, title=page.title, default=page is PAGES[0]): page for page in PAGES}
chosen = st.navigation(list(pages), position="top")
page = pages[chosen]
# Said once and for all: a page that corrected it would jump from one width to the other at every run.
st.set_page_config(
    page_title="Ask about the calf" if page is PAGES[0] else f"{page.title}: the calf",
    page_icon=LOGO,
    layout="wide" if page.wide else "centered",
    initial_sidebar_state="collapsed",
)
st.logo(LOGO, size="large")
st.html(STYLE)
chosen.run()
