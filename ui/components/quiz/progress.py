"""A student's progress: kept in the browser, saved to and opened from files, never overwritten unread."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from kg.errors import CalfError
from teach.progress import Progress, due, dump, load, next_due, recall
from teach.quiz import Marked
from ui.components.plain import plain

__all__ = ["due_now", "keep_progress", "progress", "progress_panel", "record"]

_KEY = "progress-store"
_STORE = st.components.v2.component(
    "calf_progress",
    html="<span>\n</span>",
    js=(Path(__file__).parent / "store.js").read_text(encoding="utf-8"),
)


def progress() -> Progress:
    """The progress of this session."""
    found: Progress = st.session_state.setdefault("progress", Progress())
    return found


def due_now() -> tuple[str, ...]:
    """What is to be asked again now."""
    return due(progress(), datetime.now(UTC))


def record(marked: Marked) -> None:
    """Remember an answer."""
    now = datetime.now(UTC)
    st.session_state.progress = recall(progress(), marked.item.memory, right=marked.right, when=now)


def keep_progress() -> None:
    """Take over what the browser holds, once; from then on keep there what changes.

    What cannot be read is shown as such and stays as it is until the student decides.
    """
    held = (st.session_state.get(_KEY) or {}).get("held")
    if held is not None and "progress_read" not in st.session_state:
        _take_over(held.get("text", ""))
    read = "progress_read" in st.session_state
    blocked = bool(st.session_state.get("progress_damaged"))
    forget = st.session_state.pop("progress_forget", False)
    if blocked:
        _ask_about_damage()
    text = dump(progress())
    write = read and not blocked and progress().answers > 0
    _STORE(
        key=_KEY,
        data={"read": read, "write": write, "text": text if write else "", "forget": forget},
        on_held_change=lambda: None,
    )


def _take_over(text: str) -> None:
    st.session_state.progress_read = True
    if not text:
        return
    try:
        found = load(text)
    except CalfError as error:
        st.session_state.progress_damaged = (str(error), text)
        return
    if not progress().answers:
        st.session_state.progress = found


def _ask_about_damage() -> None:
    message, text = st.session_state.progress_damaged
    st.error(
        f"The progress that this browser holds was not read. {plain(message)} It is left as it is, "
        "and what you answer now is not kept, until you decide.",
        icon=":material/error:",
    )
    with st.container(horizontal=True):
        st.download_button("Save it as it is", text, "calf-progress-damaged.json", on_click="ignore")
        st.button("Start afresh", on_click=_forget)


def _forget() -> None:
    st.session_state.progress_damaged = None
    st.session_state.progress_forget = True


def progress_panel() -> None:
    """How much is learnt and due, and the file to take along or to open."""
    known = progress()
    with st.expander("My progress", icon=":material/history_edu:"):
        st.markdown(_told(known))
        st.markdown(
            "It stays in this browser and is sent nowhere. Save it to keep it, or to go on elsewhere."
        )
        st.download_button(
            "Save my progress",
            dump(known),
            "calf-progress.json",
            "application/json",
            icon=":material/download:",
            on_click="ignore",
            disabled=not known.answers,
        )
        given = st.file_uploader("Open a progress file", type="json", key="progress-file")
        if given is not None and st.session_state.get("progress_opened") != given.file_id:
            _open(given.getvalue(), given.file_id)
        if problem := st.session_state.get("progress_problem"):
            st.error(plain(problem), icon=":material/error:")


def _open(data: bytes, identity: str) -> None:
    """Take over an uploaded file; one that cannot be read changes nothing."""
    st.session_state.progress_opened = identity
    st.session_state.progress_problem = ""
    try:
        st.session_state.progress = load(data.decode("utf-8"))
    except (CalfError, UnicodeDecodeError) as error:
        told = str(error) if isinstance(error, CalfError) else "This is no progress file of the calf quiz."
        st.session_state.progress_problem = f"{told} Your progress is as it was."
    st.rerun()


def _told(known: Progress) -> str:
    if not known.answers:
        return "No question answered yet."
    now = datetime.now(UTC)
    waiting = len(due(known, now))
    text = f"{known.answers} answered, {known.right} of them right, on {len(known.cards)} statements."
    upcoming = next_due(known)
    if waiting or upcoming is None:
        return f"{text} {waiting} {'is' if waiting == 1 else 'are'} due now."
    return f"{text} The next is due {upcoming:%d %B %Y, %H:%M} UTC."
