"""Whether the article tells of something is asked of what it may tell of."""

from __future__ import annotations

import pytest

TOLD = {
    "Does the article explain the donkey calf raise?": "yes",
    "Does the article define eccentric?": "yes",
    "Does the text cover the soleus?": "yes",
    "Does the article say how to do a standing calf raise?": "yes",
    "Does it give steps for the donkey raise?": "yes",
    "Does the author tell why the soleus works with bent knees?": "yes",
    "Does the article give the number of sets?": "yes",
    "Does the article discuss the tibialis?": "no",  # Uberon does
    "Does the article mention the PCSA of the soleus?": "no",  # studies do
    "Does the article recommend foot angle above all else?": "no",  # a claim
    "Does the article say that toes pointed out bias the medial head?": "no",  # a claim
}


@pytest.mark.parametrize(("question", "verdict"), TOLD.items())
def test_the_article_tells_of_what_it_answers(question, verdict, ask):
    """What the article answers it tells of; what other sources answer it does not."""
    assert ask(question).boolean == verdict


@pytest.mark.parametrize(
    "question",
    [
        "Does the article give steps for the seated calf raise?",
        "Does the article say anything about protein?",
        "Does the article mention creatine?",
    ],
)
def test_what_has_no_answer_gets_no_verdict(question, ask):
    """A refusal stays one."""
    answer = ask(question)
    assert not answer.answered
    assert not answer.boolean
