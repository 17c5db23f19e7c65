"""What a turn before said that limits, or is disputed by, what is asked next is heard with it."""

import pytest

from qa.contract import context_from_json, context_to_json
from qa.talk.recalling import told_by

PRESS, STANDING, DONKEY = "legPressCalfPress", "standingCalfRaise", "donkeyCalfRaise"
TALKS = [  # turns, what the last answer lists
    (("I only have a leg press.", "Can I still train my inner calves?"), {PRESS}),
    (("I only have a leg press.", "Which inner calf exercise can I do?"), {PRESS}),
    (("I only have dumbbells.", "Can I train my inner calves?"), {"dumbbellStandingCalfRaise"}),
    (("I have no machine.", "Which exercise for the inner calf?"), {STANDING, DONKEY}),
    (("We've got a leg press and a step.", "What can I do for my inner calf?"), {STANDING, PRESS}),
    (("I only have a step.", "what is the soleus?"), {"soleus"}),
    (("I do toes-in raises.", "which head is that for?"), {"medialHead"}),
]
TOLD = ["I only have a leg press.", "No machines at my place", "We've got a step and dumbbells!"]
NOT_TOLD = [
    "Do I need a leg press?",
    "Which exercise uses a leg press?",
    "I like the soleus.",
    "leg press calf press",
    "Is a step enough?",
    "",
]


@pytest.mark.parametrize(
    ("turns", "wanted"), TALKS, ids=lambda v: " | ".join(v) if isinstance(v, tuple) else ""
)
def test_a_question_is_heard_behind_what_was_told(turns, wanted, talk):
    """But for what asks what something is; the answer is to the question as it was put."""
    answer = talk(*turns)
    assert answer.question == turns[-1]
    assert {item.iri.local for item in answer.items} == wanted


def test_it_holds_for_the_next_turn_alone(talk):
    """Then the talk goes on from what was answered."""
    answer = talk("I only have a leg press.", "which inner calf exercise can I do?", "how do I do it?")
    assert "step by step" in answer.lead
    assert answer.context.told == ""


@pytest.mark.parametrize("text", TOLD)
def test_what_tells_of_equipment_is_kept(text, pipeline):
    """It goes through the opaque text of a context as it is."""
    told = told_by(text, pipeline.graph, pipeline.reader)
    assert told == f"{text.rstrip(' .!')}."


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_asks_or_tells_of_something_else_is_not(text, pipeline):
    """A question, an order of words, and what has no equipment in it."""
    assert told_by(text, pipeline.graph, pipeline.reader) == ""


def test_what_was_told_survives_its_way_through_json(talk):
    """As all of a context does."""
    context = talk("I only have a leg press.").context
    assert context.told == "I only have a leg press."
    assert context_from_json(context_to_json(context)) == context


def test_a_claim_of_the_turn_before_may_be_disputed(talk):
    """Who asks if the article disagrees with what they said is told by its verdict."""
    wrong = "I always thought toes out works the inner head."
    right = "I always thought the soleus lies under the gastrocnemius."
    assert talk(wrong, "So the article disagrees with me?").boolean == "yes"
    assert talk(wrong, "Does the article disagree?").boolean == "yes"
    assert talk(right, "So the article disagrees with me?").boolean == "no"
