"""The Ask page. The address holds the question (`q`) and its follow-ups (`then`), so it can be shared."""

from __future__ import annotations

import streamlit as st

from kg.errors import CalfError
from qa.model import Answer, Context, Question
from ui.components.answer_card import answer_card, ways_on
from ui.components.ask_box import ask_box
from ui.components.pages import ASK, PAGES
from ui.components.plain import plain
from ui.resources import completions, pipeline

LONGEST = 1000  # characters of a question that can be typed here


def ask(text: str) -> None:
    """Put a question into the address; it starts a new conversation, and no question starts the page anew."""
    st.query_params.from_dict({"q": text} if text.strip() else {})


def ask_example() -> None:
    """Ask the chosen example."""
    ask(st.session_state.example or "")


def ask_follow_up() -> None:
    """Add what was typed to the conversation."""
    text = st.session_state.follow_up.strip()
    if text:
        st.query_params["then"] = [*st.query_params.get_all("then"), text]


def other_pages() -> None:
    """What else there is, for somebody who has no question yet."""
    with st.container(key="on-screen"):
        st.markdown("**Or begin elsewhere**")
        for page in PAGES[1:]:
            st.page_link(
                page.file,
                label=f"**{plain(page.title)}**: {plain(page.purpose)}",
                icon=":material/arrow_forward:",
            )


st.title("Ask about the calf", anchor=False)
st.markdown(
    "Ask in your own words. Every answer shows how it was read, what it rests on, and what research says."
)
# Following a link to a question leaves the address as it was; an empty update sends it again.
if "opened" in st.session_state:
    st.query_params.update({})
st.session_state.opened = True
first = st.query_params.get("q", "")
box = st.container()
try:
    qa = pipeline()
except CalfError as error:
    st.error(plain(str(error)), icon=":material/error:")
    st.stop()
with box:
    ask_box(first, completions, ask, placeholder="which exercise targets the inner calf?", longest=LONGEST)
if not first.strip():
    st.pills("For example", qa.examples(), key="example", format_func=plain, on_change=ask_example)
    other_pages()
    completions()
    st.stop()


def told(turn: str, context: Context) -> Answer:
    """The answer to one turn of the conversation, once it is shown."""
    question = Question(turn, context)
    answer = qa.ask(question)
    answer_card(answer, qa.other_readings(question) if answer.answered else answer.alternatives)
    return answer


follow_ups = st.query_params.get_all("then")
last = told(first, Context())
for follow_up in follow_ups:
    st.markdown(f"**{plain(follow_up)}**")
    last = told(follow_up, last.context)
ways_on(last)

row = st.form("follow-up", clear_on_submit=True, border=False).container(
    horizontal=True, vertical_alignment="bottom"
)
row.text_input("Ask a follow-up", key="follow_up", max_chars=LONGEST, placeholder="and the outer one? why?")
row.form_submit_button("Ask", on_click=ask_follow_up)
st.page_link(
    ASK,
    label="Link to this conversation" if follow_ups else "Link to this answer",
    icon=":material/link:",
    query_params={"q": first, "then": follow_ups},
)
st.markdown("This tells what one article and the cited studies say. It is not medical advice.")
completions()  # found aside, once there is an answer to read
