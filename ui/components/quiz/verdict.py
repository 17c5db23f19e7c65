"""What is said to an answer: right or not and why, the proof, the sources, and what research says."""

from __future__ import annotations

import streamlit as st

from qa.model import Answer, Status
from teach.quiz import Form, Item, Marked, Teacher, solution
from ui.components.plain import plain
from ui.components.quiz.question import drawing
from ui.components.reasons import reasons
from ui.components.research import research_check
from ui.components.things import thing_links
from ui.resources import browser

__all__ = ["summary", "verdict"]


def verdict(marked: Marked, teacher: Teacher) -> None:
    """Everything that is said to one answer."""
    item = marked.item
    st.subheader(plain(item.stem), anchor=False)
    if item.figure is not None:
        drawing(item.figure, item.clue)
    _options(marked)
    feedback = teacher.explain(item)
    said = {check.summary for check in feedback.research}  # shown below, and not twice
    if marked.right:
        st.success(f"**Right.** {plain(_why(item, said))}", icon=":material/check_circle:")
    else:
        notes = "".join(f"\n\n{plain(note)}" for note in marked.notes if note not in said)
        st.error(
            f"**Not right.** The right answer: {plain(feedback.answer)}{notes}", icon=":material/cancel:"
        )
    for caveat in feedback.caveats:
        st.markdown(plain(caveat))
    for check in feedback.research:
        research_check(check)
    label = plain(item.stem)
    reasons(Answer(label, Status.ANSWERED, lead=label, triples=feedback.triples, sources=feedback.sources))
    graph = browser()
    named = [iri for iri in item.about if graph.resolve(iri) and graph.is_main(graph.graph.entity(iri).kind)]
    thing_links("Look closer", ((iri, graph.label(iri)) for iri in named))


def _why(item: Item, said: set[str]) -> str:
    """Why the right options are right, each reason once, and none that is said anyway."""
    whys = (option.why for option in item.options if option.right and item.form is not Form.ORDER)
    return " ".join(why for why in dict.fromkeys(whys) if why not in said)


def _options(marked: Marked) -> None:
    """The options with what was chosen and what is right, in words as well as in signs."""
    item = marked.item
    if item.number is not None or item.form is Form.ORDER:
        given = _given(marked)
        st.markdown(f"Your answer: {plain(given)}" if item.number is not None else f"Your order:\n\n{given}")
        return
    chosen = marked.response if isinstance(marked.response, tuple) else ()
    for place, option in enumerate(item.options):
        sign = ":material/check: **right**" if option.right else ":material/close: wrong"
        yours = ", your choice" if place in chosen else ""
        st.markdown(f"{sign}{yours}: {plain(option.text)}")


def _given(marked: Marked) -> str:
    if isinstance(marked.response, tuple):
        texts = [plain(marked.item.options[place].text) for place in marked.response]
        return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))
    return f"{marked.response:g}"


def summary(answers: list[Marked]) -> None:
    """How a quiz went: the count, and each question that is worth another look."""
    right = sum(marked.right for marked in answers)
    st.header(f"{right} of {len(answers)} right", anchor=False)
    missed = [marked for marked in answers if not marked.right]
    if not missed:
        st.markdown("Nothing to look at again for now.")
        return
    st.markdown("**Worth another look**")
    for marked in missed:
        st.markdown(f"- {plain(marked.item.stem)}  \n  The right answer: {plain(solution(marked.item))}")
