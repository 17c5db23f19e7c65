"""What one thing does in another, or what becomes of it, is told by a cue or a statement about both."""

from __future__ import annotations

import pytest

ASKED = [  # question, what the answer must say
    ("What role does the big toe play in a standing raise?", "push through your big toe"),
    ("What function does a partner serve in donkey raises?", "sits on your lower back or hips"),
    ("What's the job of the safety in the leg press calf press?", "unlock the safety"),
    ("What role does the soleus have in a well-rounded programme?", "involves the soleus"),
    ("What is the role of the soleus in the seated raise?", "emphasises the soleus"),
    ("What happens to the gastrocnemius when the knee bends?", "minimally engages the gastrocnemius"),
    ("What happens to muscle engagement when I bounce?", "leads to reduced muscle engagement"),
]
UNTOLD = [
    "What happens to my shoelaces in a standing raise?",
    "What role does the tongue play in a donkey raise?",
]


@pytest.mark.parametrize(("question", "said"), ASKED)
def test_it_is_told_first(ask, question, said):
    answer = ask(question)
    assert answer.answered
    assert said in answer.lead.lower()


@pytest.mark.parametrize("question", UNTOLD)
def test_of_what_no_source_names_nothing_is_told(ask, question):
    assert not ask(question).answered
