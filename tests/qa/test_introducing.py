"""Who greets, or asks what we can do, is told what to ask."""

from __future__ import annotations

import pytest

from qa.judging.introducing import INTRODUCTION
from qa.model import Status


@pytest.mark.parametrize(
    "text",
    [
        "help",
        "hi",
        "What can you do?",
        "who are you",
        "how do you work",
        "what topics do you cover?",
        "are you an AI",
    ],
)
def test_who_asks_about_us_is_told_what_to_ask(text, ask):
    """Not taken for the work of a muscle, or for what covers one."""
    answer = ask(text)
    assert answer.status is Status.OUT_OF_SCOPE
    assert answer.lead == INTRODUCTION
    assert answer.suggestions


@pytest.mark.parametrize(
    "text", ["hey, how many sets?", "thanks, and how many sets a week?", "What can you do for the soleus?"]
)
def test_a_greeting_before_a_question_is_no_more_than_that(text, ask):
    assert ask(text).answered
