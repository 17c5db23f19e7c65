"""What all sessions of the page share: loaded once, never changed."""

from __future__ import annotations

import gc
from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

if TYPE_CHECKING:
    from qa.pipeline import Pipeline
    from qa.telling.browsing import Browser
    from teach.lessons.course import Course
    from teach.quiz import Bank, Teacher

__all__ = ["bank", "browser", "completions", "course", "pipeline", "teacher"]

_Loaded = TypeVar("_Loaded")


@st.cache_resource(show_spinner="Loading the knowledge graph …")
def pipeline() -> Pipeline:
    """The pipeline over the built-in ontology; asking it changes nothing, so sessions may share it.

    Raises:
        OntologyError: the ontology is missing, malformed or inconsistent.
    """
    from qa.pipeline import Pipeline  # noqa: PLC0415  # the page draws its frame before this second is spent

    return _for_good(Pipeline.load())


@st.cache_resource(show_spinner="Indexing the knowledge graph …")
def browser() -> Browser:
    """The index for going about in the graph of `pipeline`; looking things up changes nothing.

    Raises:
        OntologyError: the ontology is missing, malformed or inconsistent.
    """
    from qa.telling.browsing import Browser  # noqa: PLC0415  # as above

    qa = pipeline()
    return _for_good(Browser(qa.graph, qa.say))


@st.cache_resource(show_spinner="Making the questions …")
def bank() -> Bank:
    """Every quiz item of the graph of `pipeline`; choosing among them changes nothing.

    Raises:
        OntologyError: the ontology is missing, malformed or inconsistent.
    """
    from teach.quiz import Bank  # noqa: PLC0415  # as above
    from ui.marked import DRAWN  # noqa: PLC0415

    qa = pipeline()
    return _for_good(Bank(qa.graph, qa.say, DRAWN))


@st.cache_resource(show_spinner=False)
def teacher() -> Teacher:
    """Explains the items of `bank`."""
    from teach.quiz import Teacher  # noqa: PLC0415  # as above

    qa = pipeline()
    return Teacher(qa.graph, qa.say, qa.explainer)


@st.cache_resource(show_spinner="Opening the lessons …")
def course() -> Course:
    """The lessons over the graph of `pipeline`, each held against it; reading them changes nothing.

    Raises:
        OntologyError: the ontology is missing, malformed or inconsistent.
        LessonError: a lesson states what the graph does not hold.
    """
    from teach.lessons.course import Course  # noqa: PLC0415  # as above

    return _for_good(Course.load(pipeline().explainer))


def completions() -> tuple[str, ...]:
    """Questions that what is typed may be completed to, each with an answer.

    Finding them takes seconds, so the first call begins it aside; until it is done there are none.

    Raises:
        OntologyError: the ontology is missing, malformed or inconsistent.
    """
    found = _completing()
    return found.result() if found.done() else ()


@st.cache_resource(show_spinner=False)
def _completing() -> Future[tuple[str, ...]]:
    work = pipeline().completions
    found: Future[tuple[str, ...]] = Future()
    Thread(target=lambda: found.set_result(work()), daemon=True).start()  # a daemon: the server ends at once
    return found


def _for_good(loaded: _Loaded) -> _Loaded:
    """`loaded`, never looked at again by the garbage collector.

    Streamlit collects after every run, and walking through a whole graph each time takes 0.1 s.
    """
    gc.freeze()
    return loaded
