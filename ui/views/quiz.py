"""The Quiz page. The address holds the quiz: `topic`, `level`, `questions` and `seed`."""

from __future__ import annotations

import secrets

import streamlit as st

from kg.errors import CalfError
from teach.quiz import Choice, Item, Level, Marked, mark, topics
from ui.components.address import chosen, kept
from ui.components.plain import plain
from ui.components.quiz.progress import due_now, keep_progress, progress_panel, record
from ui.components.quiz.question import question, stem
from ui.components.quiz.sheets import sheets
from ui.components.quiz.verdict import summary, verdict
from ui.resources import bank, teacher

TITLES = {topic.name: topic.title for topic in topics()}
LEVELS = {level.value: level.value.capitalize() for level in Level}
COUNTS = ("5", "10", "20", "40")
LARGEST = 999_999  # of the numbers that quizzes have
MOST_DUE = 20  # questions of one review


def number_of(text: str) -> int | None:
    """The number of a quiz as an address gives it."""
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text[:9]) <= LARGEST else None


def choice_for(seed: int) -> Choice:
    """What the address chooses."""
    return Choice(
        seed=seed,
        count=int(next(iter(chosen("questions", COUNTS)), "10")),
        topics=tuple(chosen("topic", TITLES)),
        levels=tuple(Level(level) for level in chosen("level", LEVELS)),
    )


def begin(seed: int) -> None:
    """Start the quiz with this number."""
    st.session_state.quiz = {}
    st.query_params.pop("review", None)
    st.query_params["seed"] = str(seed)


def begin_review() -> None:
    """Start asking again what is due; what that is stays fixed while it goes on."""
    st.session_state.quiz = {}
    st.session_state.due = due_now()[:MOST_DUE]
    st.query_params.pop("seed", None)
    st.query_params["review"] = str(secrets.randbelow(LARGEST) + 1)


def leave() -> None:
    """Back to the choices."""
    st.session_state.quiz = {}
    for name in ("seed", "review"):
        st.query_params.pop(name, None)


def settings() -> None:
    """Topics, levels, length and number of a quiz, and what is due."""
    st.multiselect(
        "Topics",
        list(TITLES),
        format_func=TITLES.__getitem__,
        placeholder="All topics",
        **kept("topic", TITLES, several=True),
    )
    st.multiselect(
        "Difficulty",
        list(LEVELS),
        format_func=LEVELS.__getitem__,
        placeholder="All levels: the more alike the options, the harder",
        **kept("level", LEVELS, several=True),
    )
    left, right = st.columns(2)
    with left:
        st.radio("Questions", COUNTS, horizontal=True, **kept("questions", COUNTS, usual="10"))
    with right:
        seed = st.number_input(
            "Number of the quiz",
            min_value=1,
            max_value=LARGEST,
            value=st.session_state.setdefault("fresh", secrets.randbelow(LARGEST) + 1),
            help="The same number, topics and difficulty give the same questions.",
        )
    choice = choice_for(int(seed))
    items = book.choose(choice)
    waiting = len(due_now())
    with st.container(horizontal=True):
        st.button("Start the quiz", type="primary", on_click=begin, args=(choice.seed,), disabled=not items)
        if waiting:
            st.button(f"Review what is due ({waiting})", on_click=begin_review)
    if not items:
        st.markdown("No question fits these choices. Take one of them away.")
    else:
        sheets(items, choice, explain)


def run(items: tuple[Item, ...], seed: int, way_out: str) -> None:
    """One question after another, each with what is said to its answer, and the count at the end.

    `way_out` is on the button that leaves before the end.
    """
    state = st.session_state.setdefault("quiz", {})
    answers: list[Marked] = state.setdefault("answers", [])
    told = state.get("told", False)
    if len(answers) == len(items) and not told:
        summary(answers)
        st.button("Choose another quiz", type="primary", on_click=leave)
        return
    place = len(answers) - 1 if told else len(answers)
    st.progress((place + 1) / len(items), text=f"Question {place + 1} of {len(items)}")
    if told:
        verdict(answers[-1], explain)
        last = len(answers) == len(items)
        st.button(
            "See how it went" if last else "Next question", type="primary", on_click=state.pop, args=("told",)
        )
    else:
        ask(items[place], f"quiz-{seed}-{place}", seed)
    st.button(way_out, type="tertiary", on_click=leave, icon=":material/arrow_back:")


def ask(item: Item, key: str, seed: int) -> None:
    """One question, and the button that has its answer marked."""
    state = st.session_state.quiz
    stem(item)
    response = question(item, key, seed)
    if st.button("Check my answer", type="primary", key=f"{key}-check"):
        if response is None:
            st.warning("Give an answer first.", icon=":material/help:")
            return
        marked = mark(item, response)
        state["answers"].append(marked)
        state["told"] = True
        record(marked)
        st.rerun()


st.title("Quiz", anchor=False)
try:
    book, explain = bank(), teacher()
except CalfError as error:
    st.error(plain(str(error)), icon=":material/error:")
    st.stop()
keep_progress()
number = number_of(st.query_params.get("seed", ""))
review = number_of(st.query_params.get("review", ""))
if number is not None:
    the_choice = choice_for(number)
    chosen_items = book.choose(the_choice)
    if not chosen_items:
        st.warning("No question fits this link. Choose others.", icon=":material/help:")
        settings()
    else:
        run(chosen_items, number, "Leave this quiz")
        sheets(chosen_items, the_choice, explain)
elif review is not None and (recalled := book.recalled(st.session_state.get("due", ()), review)):
    run(recalled, review, "Leave this review")
else:
    st.markdown(
        f"{len(book.items):,} questions, all made from the knowledge graph: each right answer follows from "
        "it, each wrong one contradicts it. Where research disputes the article, you are asked what the "
        "article says, or what a study found."
    )
    settings()
progress_panel()
st.markdown("This tells what one article and the cited studies say. It is not medical advice.")
