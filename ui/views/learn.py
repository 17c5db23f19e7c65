"""The Learn page: a path of lessons; `lesson` in the address opens one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from kg.errors import CalfError
from qa.model import ResearchCheck
from qa.telling.browsing import Browser
from qa.telling.mapping import Atlas
from qa.telling.verbalising import capital, number_word
from teach.lessons.course import Course, ShownLesson
from teach.lessons.showing import ShownParagraph
from ui.components.entry_card import entry_card
from ui.components.lessons.checks import check_card
from ui.components.lessons.figures import figure
from ui.components.lessons.progress import complete, completed, is_finished
from ui.components.lessons.tasks import show_task
from ui.components.lessons.text import from_top, prose, sources
from ui.components.pages import EXPLORE
from ui.components.plain import plain
from ui.components.research import research_check
from ui.resources import browser, course, pipeline

TERM = "lesson-term"
COLUMNS = 3  # lessons in a row


def open_lesson(name: str | None) -> None:
    """Show a lesson, or the path; a link to the same page would lose what the address says of it."""
    if name:
        st.query_params["lesson"] = name
    else:
        st.query_params.pop("lesson", None)


def open_term(name: str) -> None:
    """Let the card of a term be shown once the page is drawn."""
    st.session_state[TERM] = name


@st.dialog("What the graph says", width="large")
def card(graph: Browser, name: str) -> None:
    """The card of a term above the lesson, which stays as it is."""
    iri = graph.resolve(name)
    if iri is None:
        st.markdown(f"There is no “{plain(name)}” in this graph.")
        return
    entry_card(graph.entry(iri))
    st.page_link(EXPLORE, label="Open in Explore", icon=":material/hub:", query_params={"node": name})


def path(lessons: Course) -> None:
    """All lessons in their order, with what is done."""
    from_top("path")
    st.title("Learn", anchor=False)
    st.markdown(
        f"{capital(number_word(len(lessons.lessons)))} short lessons on the biomechanics of the calf. Every "
        "sentence rests on the graph, and what research contests is marked. Your progress is kept while this "
        "page is open, and nowhere else."
    )
    finished = sum(map(is_finished, lessons.lessons))
    st.progress(
        finished / len(lessons.lessons), text=f"{finished} of {len(lessons.lessons)} lessons finished"
    )
    for start in range(0, len(lessons.lessons), COLUMNS):
        row = lessons.lessons[start : start + COLUMNS]
        for place, lesson in zip(st.columns(COLUMNS), row, strict=False):
            with place, st.container(border=True, height="stretch", key=f"lesson-{lesson.name}"):
                _entry(lesson)


def _entry(lesson: ShownLesson) -> None:
    """A lesson on the path: what it is good for, how long it takes, and how far one has come."""
    st.header(f"{lesson.number}. {plain(lesson.title)}", anchor=False)
    st.markdown(plain(lesson.aim.sentences[0].text))
    st.space("stretch")
    st.markdown(f"About {lesson.minutes} minutes{_state(lesson)}")
    st.button(
        f"{_verb(lesson)} lesson {lesson.number}",
        key=f"open-{lesson.name}",
        icon=":material/school:",
        on_click=open_lesson,
        args=(lesson.name,),
    )


def _verb(lesson: ShownLesson) -> str:
    if is_finished(lesson):
        return "Review"
    return "Go on with" if completed(lesson.name) else "Start"


def _state(lesson: ShownLesson) -> str:
    if is_finished(lesson):
        return " :green-badge[:material/check_circle: finished]"
    done = len(completed(lesson.name))
    return f" :gray-badge[{done} of {len(lesson.parts)} parts done]" if done else ""


def read(lessons: Course, lesson: ShownLesson, atlas: Atlas, graph: Browser) -> None:
    """One lesson from its aim to its summary."""
    from_top(lesson.name)
    st.button("All lessons", icon=":material/arrow_back:", on_click=open_lesson, args=(None,))
    st.title(plain(lesson.title), anchor=False)
    st.markdown("**What you will be able to do**")
    prose(lesson.aim.sentences, open_term, key=f"{lesson.name}-aim", cited=False)
    for number, paragraph in enumerate(lesson.paragraphs):
        later = {check.claim for each in lesson.paragraphs[number + 1 :] for check in each.research}
        checks = [check for check in paragraph.research if check.claim not in later]
        part(paragraph, checks, atlas, graph, f"{lesson.name}-{number}")
    st.header(f"Try it: {plain(lesson.task_title)}", anchor=False)
    st.markdown(plain(lesson.task_intro))
    show_task(lesson.task, atlas, f"{lesson.name}-task", partial(complete, lesson.name, "task"))
    st.header("Check your understanding", anchor=False)
    for number, check in enumerate(lesson.checks):
        name = f"check-{number}"
        check_card(
            check, f"Question {number + 1}", f"{lesson.name}-{name}", partial(complete, lesson.name, name)
        )
    st.header("Summary", anchor=False)
    prose(lesson.summary.sentences, open_term, key=f"{lesson.name}-summary", as_list=True)
    sources(lesson.summary)
    way_on(lessons, lesson)


def part(
    paragraph: ShownParagraph, checks: Sequence[ResearchCheck], atlas: Atlas, graph: Browser, key: str
) -> None:
    """A paragraph with its figure beside it, what research says of its claims, and its sources.

    Of a claim that later paragraphs speak of too, research is told there, after all that leads to it.
    """
    st.header(plain(paragraph.heading), anchor=False)
    wide = paragraph.figure == "studies"
    text, beside = st.columns([3, 2], gap="large")
    with text:
        prose(paragraph.sentences, open_term, key=f"{key}-text")
    with text if paragraph.figure else beside:
        for check in checks:
            research_check(check)
    with st.container() if wide else beside:
        figure(paragraph, atlas, graph, open_term, key=f"{key}-figure")
    with st.container() if wide else text:
        sources(paragraph)


def way_on(lessons: Course, lesson: ShownLesson) -> None:
    """What is still to be done in this lesson, and the next one."""
    done, count = len(completed(lesson.name)), len(lesson.parts)
    st.progress(done / count, text=f"{done} of {count} parts of this lesson done")
    following = lessons.after(lesson)
    st.button(
        plain(f"Next lesson: {following.title}") if following else "Back to all lessons",
        key="way-on",
        type="primary",
        icon=":material/arrow_forward:",
        on_click=open_lesson,
        args=(following.name if following else None,),
    )


try:
    qa, index, shown = pipeline(), browser(), course()
except CalfError as error:
    st.error(plain(str(error)), icon=":material/error:")
    st.stop()
asked = st.query_params.get("lesson", "")
chosen = shown.lesson(asked)
if chosen is None:
    if asked:
        st.warning(
            f"There is no lesson “{plain(asked[:80])}”. These are all of them.", icon=":material/help:"
        )
    path(shown)
else:
    read(shown, chosen, Atlas(qa.graph, qa.say, qa.explainer), index)
if term := st.session_state.pop(TERM, None):
    card(index, term)
st.markdown("This tells what one article and the cited studies say. It is not medical advice.")
