"""Predict first, then look: a task, a prediction, and what the leg does, with the reasons of the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from qa.telling.verbalising import capital
from teach.lab.measuring import JOINTS
from teach.lab.posing import named
from teach.lab.tasks import Outcome, Reasons, Task, Turn
from ui.components.lab.tables import change_table
from ui.components.plain import plain
from ui.components.reasons import because_lines
from ui.components.research import research_check
from ui.components.things import thing_links

__all__ = ["answer_of", "asked", "question_of"]

_WORDS = {Turn.RISES: "It rises", Turn.SAME: "It stays about the same (within 5 %)", Turn.FALLS: "It falls"}


def question_of(task: Task, muscle: str) -> str:
    """The question, in words that follow from its numbers."""
    still = [
        f"{joint.title.lower()} {joint.told(getattr(task.start, joint.name))}"
        for joint in JOINTS.values()
        if joint not in task.moved
    ]
    moved = " and ".join(
        f"the {joint.title.lower()} goes from {joint.told(getattr(task.start, joint.name))} "
        f"to {joint.told(getattr(task.end, joint.name))}"
        for joint in task.moved
    )
    return (
        f"{capital(moved)}. All else stays: {', '.join(still)}. "
        f"What happens to the {task.measure.title.lower()} of the {muscle}?"
    )


def asked(task: Task, muscle: str, guess: Turn | None, on_look: Callable[[], None]) -> None:
    """The question with its choices; `on_look` is called when the prediction in `prediction` is final."""
    st.markdown(plain(question_of(task, muscle)))
    st.markdown(f"*{plain(task.measure.title)}: {plain(task.measure.means)}*")
    with st.form(f"predict-{task.name}", border=False):
        st.radio(
            "Your prediction",
            list(Turn),
            index=list(Turn).index(guess) if guess else None,
            format_func=_WORDS.__getitem__,
            key="prediction",
        )
        st.form_submit_button("Look", type="primary", icon=":material/visibility:", on_click=on_look)


def answer_of(
    task: Task, found: Outcome, guess: Turn, why: Reasons, article: Reasons, names: Mapping[str, str]
) -> None:
    """Whether the prediction was right, what the leg shows, why by the graph, and what the article holds."""
    before, after = task.measure.of(found.before), task.measure.of(found.after)
    shown = f"{task.measure.told(before)} before, {task.measure.told(after)} after"
    if found.turn is guess:
        st.success(f"Right. {_WORDS[found.turn]}: {plain(shown)}.", icon=":material/check_circle:")
    else:
        st.info(
            f"You said: {_WORDS[guess].lower()}. But {_WORDS[found.turn].lower()}: {plain(shown)}.",
            icon=":material/lightbulb:",
        )
    change_table(found.before, found.after, names[task.muscle])
    _told("Why, by the graph", why)
    _told("What the article says on this", article)
    muscle = (named(task.muscle), names[task.muscle])
    far = [(said.far, said.far_label) for said in (*why.statements, *article.statements)]
    thing_links("Look these up", [muscle, *far])


def _told(title: str, found: Reasons) -> None:
    """Statements with their proofs, the reasons given for them, and what research says; nothing for none."""
    if not found.statements:
        return
    st.markdown(f"**{title}**")
    st.markdown("\n".join(line for said in found.statements for line in because_lines(said)))
    for text in found.rationales:
        st.markdown(plain(text))
    for check in found.research:
        research_check(check)
