"""The wording model proposes; names of the question take their places, and its order decides."""

import pytest

from qa.learnt.wording import wording_model
from qa.model import Question


def listed(pipeline, text):
    """The local names of what an answer lists."""
    return sorted(item.iri.local for item in pipeline.ask(Question(text)).items)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("who has to climb on my back for the one bent over?", ["donkeyCuePartner"]),
        ("which blunder is it to hurry and bounce each rep?", ["rushingReps"]),
        ("which muscle gets let off the hook when I bend my knees?", ["gastrocnemius"]),
    ],
)
def test_words_that_no_name_or_frame_has_are_understood(text, items, pipeline):
    """What is said in words of every day is read as people mean it."""
    found = pipeline.ask(Question(text))
    assert found.answered, found.lead
    assert set(items) <= set(listed(pipeline, text)), found.lead


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Does the soleus lie under the gastrocnemius?", "Does the gastrocnemius lie under the soleus?"),
        ("Is the soleus deeper than the gastrocnemius?", "Is the gastrocnemius deeper than the soleus?"),
    ],
)
def test_word_order_decides_which_way_round(first, second, pipeline):
    """Words alone cannot tell "A under B" from "B under A", so the model must not."""
    verdicts = {pipeline.ask(Question(text)).boolean for text in (first, second)}
    assert verdicts == {"yes", "no"}


def test_a_name_takes_the_place_of_another(pipeline):
    """What was learnt of one muscle is proposed for another."""
    assert listed(pipeline, "which joints does the lateral head go across?") == ["ankleJoint", "kneeJoint"]


@pytest.mark.parametrize(
    "text",
    [
        "How do I do the zindle press?",
        "Does the flumph cross the knee?",
        "Which exercise targets the biceps?",
    ],
)
def test_a_foreign_name_is_never_taken_for_a_known_one(text, pipeline):
    """However much the rest sounds like a known question, what the graph lacks is not answered."""
    assert not pipeline.ask(Question(text)).answered


def test_the_model_is_the_same_for_all(pipeline):
    """The same question has the same meanings, in the same order, however often it is asked."""
    _, first = pipeline.read(Question("what do i stand on"))
    _, second = pipeline.read(Question("what do i stand on"))
    assert [r.reading for r in first] == [r.reading for r in second]


def test_of_a_thing_it_does_not_know_the_model_gives_no_verdict(pipeline):
    """A verdict is learnt about things; of a new one only the graph can tell."""
    model = wording_model()
    known, new = (model.verdict(("do", name, "cross", "the", "knee"), ()) for name in ("<soleus>", "<zork>"))
    assert known.yes + known.no > 0.5
    assert (new.yes, new.no) == (0, 0)
