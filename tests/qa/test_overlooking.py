"""What is left aside is what an answer does without, not what its first sentence says."""

from __future__ import annotations

import pytest

TOLD = [
    "What is the calf raise where my knees are not straight?",
    "Which part of the gastrocnemius is on the outside?",
    "Is 30 sets a week within the recommended volume?",
    "Which goal does the article give for sets of 15-25 reps?",
    "What's the fewest reps per set that the article suggests?",
]
LEFT = [
    ("Would a standing raise with dumbbells count for the inner calf?", "dumbbells"),
    ("Which is easier hit with legs extended, the gastrocnemius or the soleus? I own a zebra.", "zebra"),
]


@pytest.mark.parametrize("question", TOLD)
def test_what_the_first_sentence_says_is_not_left_aside(ask, question):
    answer = ask(question)
    assert answer.answered
    assert not answer.not_understood


@pytest.mark.parametrize(("question", "word"), LEFT)
def test_what_it_does_without_is(ask, question, word):
    assert word in ask(question).not_understood
