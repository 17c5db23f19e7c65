"""Whether something is so of all that a class has is told by all of them, however the question is put."""

from __future__ import annotations

import pytest

VERDICTS = [
    ("Does every exercise train the soleus?", "no"),
    ("Does each exercise train the soleus?", "no"),
    ("Don't all exercises train the soleus?", "no"),
    ("Every exercise trains the soleus, right?", "no"),
    ("Is it true that every exercise trains the soleus?", "no"),
    ("Not every exercise trains the soleus, does it?", "yes"),
    ("Does every mistake cause injury?", "no"),
    ("So not all mistakes cause injury?", "yes"),
    ("Do all exercises use the toes-in position?", "no"),
    ("Do all calf muscles cross the knee?", "no"),
    ("Do all the calf muscles insert into the Achilles tendon?", "yes"),
    ("Aren't all the calf muscles attached to the Achilles tendon?", "yes"),
    ("Does every calf muscle plantarflex the ankle?", "yes"),
]


@pytest.mark.parametrize(("question", "verdict"), VERDICTS)
def test_the_verdict_is_on_all_of_them(ask, question, verdict):
    assert ask(question).boolean == verdict


def test_what_one_thing_misses_is_told(ask):
    lead = ask("Are all the exercises done with a straight knee?").lead
    assert lead.startswith("No, not every one")
    assert "does not say so of the seated calf raise" in lead


def test_all_of_what_somebody_does_is_no_subject(ask):
    assert not ask("Should I do all the exercises with toes in?").lead.startswith("No, not every one")
