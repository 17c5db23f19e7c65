"""What a teacher takes along from a quiz: a link, pages to print, and files for Moodle, Canvas and Anki."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from teach.quiz import Choice, Item, Teacher
from teach.sheets import Paper, anki, gift, qti, worksheet
from ui.marked import marked

__all__ = ["link_to", "sheets"]


def link_to(choice: Choice) -> str:
    """The address of a quiz; whoever opens it sees the same questions in the same order."""
    parts = [*(("topic", topic) for topic in choice.topics), *(("level", level) for level in choice.levels)]
    query = urlencode([*parts, ("questions", choice.count), ("seed", choice.seed)])
    place = urlsplit(st.context.url or "")
    return urlunsplit((place.scheme, place.netloc, place.path, query, ""))


def sheets(items: Sequence[Item], choice: Choice, teacher: Teacher) -> None:
    """The same quiz as a link and as files."""
    paper = Paper(f"Calf quiz {choice.seed}", items, teacher, lambda iri: marked(iri.local))
    with st.expander("For teachers: share, print, export", icon=":material/school:"):
        st.markdown("**A link to this quiz.** Whoever opens it sees the same questions in the same order.")
        st.code(link_to(choice), language=None, wrap_lines=True)
        st.markdown(
            "**Files.** Worksheet and key are pages: open them and print. Every format names the sources."
        )
        with st.container(horizontal=True):
            for label, make, name, kind in (
                ("Worksheet", partial(_page, paper, "worksheet.html"), "calf-worksheet.html", "text/html"),
                ("Key", partial(_page, paper, "key.html"), "calf-key.html", "text/html"),
                ("Moodle (GIFT)", partial(gift, paper), "calf-quiz.gift.txt", "text/plain"),
                ("Canvas (QTI)", partial(qti, paper), "calf-quiz.zip", "application/zip"),
                ("Anki deck", partial(anki, paper), "calf-quiz.apkg", "application/octet-stream"),
            ):
                _download(label, make, name, kind)


def _page(paper: Paper, name: str) -> str:
    return worksheet(paper)[name]


def _download(label: str, make: Callable[[], str | bytes], name: str, kind: str) -> None:
    st.download_button(label, make, name, kind, icon=":material/download:", on_click="ignore")
