"""Of two claims between which a message asks, the one that is so is told."""

import pytest

from qa.model import Question
from qa.talk.rivalling import claims_in

TWO = [
    (
        "Tom says bent-leg raises are for the soleus. Tim says they're for the gastrocnemius. Who is right?",
        ("Tom says bent-leg raises are for the soleus", "Tim says they're for the gastrocnemius"),
        "soleus",
    ),
    (
        "One says the soleus crosses the ankle, the other says it crosses the knee. Who is right?",
        ("One says the soleus crosses the ankle", "the other says it crosses the knee"),
        "ankle",
    ),
]
NONE = [
    "Tom says bent-leg raises are for the soleus. Is he right?",
    "Tom says it's deep, Tim says it isn't. Which muscle is right under the gastrocnemius?",
    "Which foot position is right for the inner calf?",
    "Who is right?",
    "",
]


@pytest.mark.parametrize(("message", "claims", "told"), TWO)
def test_the_claim_that_is_so_is_the_answer(message, claims, told, pipeline):
    """Each is asked about alone; the answer says no yes, which nobody asked for."""
    assert claims_in(pipeline.heard(message)) == tuple(f"{claim}. Is that right?" for claim in claims)
    answer = pipeline.ask(Question(message))
    assert (answer.question, answer.boolean) == (message, "")
    assert told in answer.lead
    assert not answer.lead.startswith("Yes")


@pytest.mark.parametrize("message", NONE)
def test_no_claims_are_weighed_that_nobody_asks_about(message, pipeline):
    """Two claims, and a question which of them is right."""
    assert claims_in(pipeline.heard(message)) == ()
