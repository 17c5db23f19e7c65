"""A message that cannot be read clearly is read without the chat in it; what limits it is never left out."""

import pytest

from qa.model import Question, Status
from qa.scene import Scene
from qa.talk.winnowing import winnowed

LATIN = (
    "I've read about ten blog posts today and my head is spinning with Latin. I don't need a whole lecture. "
)
PAD = "There's this machine where you sit with the pad on your knees and lift your heels. "
CURLS = "In the last year I've cut out curls, flyes and leg extensions, and I'm better off for it. "
LAUGHS = "My calves look like broomsticks and my wife laughs at them. "
FRIEND = "A friend said to turn my feet but he couldn't say which way. It's the inside I want to bring up. "
CLEARED = [
    (f"{LATIN}{PAD}Just tell me which muscle it's for.", ["soleus"], ["blog"]),
    (
        f"{CURLS}List the exercises that I should consider for the inner calf.",
        ["standingCalfRaise", "donkeyCalfRaise", "legPressCalfPress"],
        ["curls", "flyes"],
    ),
    (f"{LAUGHS}{FRIEND}Which way do they go?", ["toesIn"], []),
    ("doing my PT cert, can u define soleus", ["soleus"], ["cert"]),
    (
        "doing raises in the smith machine, if my legs are straight which calf muscle gets hit the most",
        ["gastrocnemius"],
        ["smith"],
    ),
]
KEPT = [
    "My doctor put me on blood thinners. Can I still do donkey raises?",
    "There is no donkey machine and no partner. Which exercise is for the inner calf?",
    "Our village gym: one leg press, one pulley, one treadmill. Inner calf exercise?",
    "Does the soleus cross the knee? And is it deep?",
    "I do fourteen sets a week. Is that fine?",
    "I press through my heels on the step. Is that the advice?",
    "I put more plates on and my raises have shrunk to an inch. Where did I go wrong?",
]


@pytest.mark.parametrize(("message", "items", "aside"), CLEARED)
def test_chat_that_makes_a_message_unclear_is_left_out(message, items, aside, pipeline):
    """The question is answered as it would be alone, and strange words of the chat are left aside."""
    answer = pipeline.ask(Question(message))
    assert [str(item.iri).rpartition("#")[2] for item in answer.items] == items
    assert set(aside) <= set(answer.not_understood)


@pytest.mark.parametrize(
    "message",
    [
        "for my biceps, how many sets a week?",
        "which head is it, if my toes point out?",
        "no machine here, which exercise can I do?",
        "my shin hurts, can u define soleus",
    ],
)
def test_a_condition_in_the_asking_sentence_is_kept(message, pipeline):
    """What says when or for what, what asks, what is lacking and what hurts leads up to nothing."""
    scene = Scene(pipeline.heard(message), pipeline.graph)
    assert not [parse for parses in winnowed(scene, pipeline.reader) for parse in parses]


@pytest.mark.parametrize("message", KEPT)
def test_what_may_matter_is_never_left_out(message, pipeline):
    """A pain, what is excluded or there, an amount to judge, and what is taken up by "that" or by nothing."""
    scene = Scene(pipeline.heard(message), pipeline.graph)
    assert not [parse for parses in winnowed(scene, pipeline.reader) for parse in parses]


def test_a_refusal_stays_one_without_the_chat(pipeline):
    """Chat with a question that the graph cannot answer is not answered with the chat."""
    answer = pipeline.ask(Question("My calves look like broomsticks. What should I feed my hamster?"))
    assert answer.status is not Status.ANSWERED


def test_coming_back_names_no_back(pipeline):
    """ "I've just got back into lifting" is of no back, and says when, not what there is."""
    scene = Scene(pipeline.heard("I've just got back into lifting. Which exercise is it?"), pipeline.graph)
    assert [(a.mention.form, a.polarity) for a in scene.anchors] == [("lift", "in"), ("exercise", "in")]
