"""The Ask page. The address holds the question (`q`) and its follow-ups (`then`), so it can be shared."""

from __future__ import annotations

from itertools import accumulate

import streamlit as st

from kg.errors import CalfError
from qa.model import Answer, Question
from ui.components.answer_card import answer_card, ways_on
from ui.components.plain import plain
from ui.resources import pipeline

LONGEST = 1000  # characters of a question that can be typed here


def forget_follow_ups() -> None:
    """A new question starts a new conversation."""
    st.query_params.pop("then", None)


def ask_example() -> None:
    """Put the chosen example into the question box."""
    st.session_state.q = st.session_state.example or ""
    forget_follow_ups()


def ask_follow_up() -> None:
    """Add what was typed to the conversation."""
    text = st.session_state.follow_up.strip()
    if text:
        st.query_params["then"] = [*st.query_params.get_all("then"), text]


st.title("Ask about the calf", anchor=False)
st.markdown(
    "Ask in your own words. Every answer shows how it was read, what it rests on, and what research says."
)
with st.container(horizontal=True, vertical_alignment="bottom"):
    text = st.text_input(
        "Your question",
        key="q",
        type="search",
        bind="query-params",
        max_chars=LONGEST,
        placeholder="which exercise targets the inner calf?",
        label_visibility="collapsed",
        on_change=forget_follow_ups,
    )
    st.button("Ask", type="primary")
# Following a link to a question changes the box but not the address; an empty update sends the address again.
if "opened" in st.session_state:
    st.query_params.update({})
st.session_state.opened = True

try:
    qa = pipeline()
except CalfError as error:
    st.error(plain(str(error)), icon=":material/error:")
    st.stop()

if not (text or "").strip():
    st.pills("For example", qa.examples(), key="example", format_func=plain, on_change=ask_example)
    st.stop()


def reply(earlier: Answer, turn: str) -> Answer:
    """The answer to a follow-up of the answer before it."""
    return qa.ask(Question(turn, earlier.context))


first = qa.ask(Question(text or ""))
for number, answer in enumerate(accumulate(st.query_params.get_all("then"), reply, initial=first)):
    if number:
        st.markdown(f"**{plain(answer.question)}**")
    answer_card(answer)
ways_on(answer)

row = st.form("follow-up", clear_on_submit=True, border=False).container(
    horizontal=True, vertical_alignment="bottom"
)
row.text_input("Ask a follow-up", key="follow_up", max_chars=LONGEST, placeholder="and the outer one? why?")
row.form_submit_button("Ask", on_click=ask_follow_up)

st.markdown("This tells what one article and the cited studies say. It is not medical advice.")
