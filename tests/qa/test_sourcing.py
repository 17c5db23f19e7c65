"""A turn may ask where the last answer comes from."""

from __future__ import annotations

import pytest

ASKED = [
    "says who?",
    "Who says so?",
    "what's your source?",
    "and the source for that, please?",
    "where does it say that",
    "Which sentence says that?",
    "how do you know?",
    "Is that from the article or from a study?",
]


@pytest.mark.parametrize("turn", ASKED)
def test_the_source_of_an_answer_is_told(turn, talk):
    """It is named first, and quoted; what was answered stands below."""
    answer = talk("Does the soleus cross the knee?", turn)
    assert answer.lead.startswith("That is from the article")
    assert "sentence 14" in answer.lead
    assert not answer.boolean
    assert "“" in answer.blocks[-1].entries[0]


def test_a_measured_value_comes_from_its_study(talk):
    """A source need not be the article."""
    assert "Ward 2009" in talk("What is the PCSA of the soleus?", "source?").lead


def test_a_talk_goes_on_from_what_was_asked_before(talk):
    """The source asked for between two turns changes nothing for the next."""
    turns = ("Does the soleus cross the knee?", "says who?", "and the gastrocnemius?")
    assert talk(*turns).boolean == "yes"


def test_where_a_muscle_is_from_is_another_question(talk):
    """Words like those of a source ask for an origin where they name a thing."""
    assert "below the knee" in talk("What is the soleus?", "where does the soleus come from?").lead
    assert not talk("What is the soleus?", "where does it come from?").lead.startswith("That is from")
