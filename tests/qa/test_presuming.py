"""A "why" of what is not so is told that it is not so; a "why" of what is so is told why."""

from __future__ import annotations

import pytest

NOT_SO = [
    "Why does bending the knee work the gastroc more?",
    "Why do toes out hit the inner head?",
    "Why do toes forward favour the medial head?",
    "Why does the soleus cross the knee?",
    "Why is the gastrocnemius deeper than the soleus?",
    "What's the reason that the gastrocnemius originates below the knee?",
    "How come seated calf raises hit the gastroc so hard?",
    "Why does foot position isolate the medial head?",
    "Why is foot position more important than form?",
    "Why does pausing at the top reduce muscle activation?",
    "Why should I train my calves every single day?",
    "Why should I bounce at the bottom of each rep?",
    "Why does the soleus switch off when you bend your knees?",
    "Why does the article recommend lifting as heavy as you can?",
    "Why does the author tell us to bounce?",
    "Why is a partial range of motion recommended?",
    "Why is it good to neglect the soleus?",
    "Why should I hold the peak for ten seconds?",
    "Why does the article say to do 40 sets a week?",
    "Why should I do 100 reps?",
]
SO = [
    "Why do seated raises hit the soleus?",
    "Why don't toes-in raises favour the lateral head?",
    "Why are seated raises poor for the gastroc?",
    "Why does the outer head still work with my toes in?",
    "Why do seated raises belong in a plan for the inner calf?",
    "Why does the calf press train the gastrocnemius?",
    "Why shouldn't I bounce?",
    "Why can calves be trained more than once a week?",
    "Why is form more important than foot position?",
    "Why do pauses raise muscle activation?",
    "Why does too much weight reduce the range of motion?",
    "Why should I care about bouncing?",
    "Why does the gastroc switch off when you bend your knees?",
    "Why are lighter weights recommended over heavy ones?",
    "Why does the article suggest that too much weight shortens the range of motion?",
    "Why does the article tell us to avoid bouncing?",
    "Why is it bad to skip the soleus?",
    "Why rest 2 seconds at the top?",
    "Why would a bodybuilder pick 8-12 reps?",
]


@pytest.mark.parametrize("question", NOT_SO)
def test_what_a_why_wrongly_presumes_is_put_right_first(ask, question):
    answer = ask(question)
    assert answer.boolean == "no"
    assert answer.lead.startswith(("That is not", "It is not so", "You should not"))
    assert answer.sources


@pytest.mark.parametrize("question", SO)
def test_a_why_of_what_is_so_is_told_why(ask, question):
    answer = ask(question)
    assert answer.answered
    assert not answer.boolean
    assert not answer.lead.startswith(("That is not", "You should not"))
