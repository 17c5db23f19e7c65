"""How far the student has come, for as long as the page is open: nothing is stored anywhere else."""

from __future__ import annotations

import streamlit as st

from teach.lessons.course import ShownLesson

__all__ = ["complete", "completed", "is_finished"]

_KEY = "lesson-progress"


def completed(lesson: str) -> frozenset[str]:
    """The parts of a lesson that were completed."""
    return frozenset(st.session_state.get(_KEY, {}).get(lesson, ()))


def complete(lesson: str, part: str) -> None:
    """Note that a part was completed."""
    progress = st.session_state.setdefault(_KEY, {})
    progress[lesson] = {*progress.get(lesson, ()), part}


def is_finished(lesson: ShownLesson) -> bool:
    """Whether every part of a lesson was completed."""
    return completed(lesson.name).issuperset(lesson.parts)
