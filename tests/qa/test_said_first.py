"""What an answer says first: what was asked for, not a neighbour of it."""

from __future__ import annotations

import pytest

SAID = [  # question, a part of the first sentence
    ("What is the difference in origin between the gastroc and the soleus?", "originates at"),
    ("How do the standing and the seated raise differ in knee position?", "done with a straight knee"),
    (
        "Tell me the difference between toes-in, toes-out and neutral.",
        "toes-in position biases the medial head",
    ),
    (
        "What's the difference between the standing and the seated raise?",
        "; the seated calf raise emphasises",
    ),
    ("Which matters more, foot position or full range of motion?", "a full range of motion."),
    ("Which is secondary, foot position or proper form?", "the position of the feet."),
    ("What's the opposite phase to the concentric?", "eccentric phase"),
    ("What does the medial head have as its counterpart?", "lateral head"),
    ("Which muscle do people mean by inner calf?", "medial head of the gastrocnemius"),
    ("What are the benefits of strong calves?", "three benefits"),
    ("Is twenty reps a hypertrophy number or an endurance number?", "15 to 25 repetitions per set"),
    ("What should I do at the top before coming back down?", "pause briefly"),
    ("Do strong calves help me sprint?", "sprinting"),
    ("Is the soleus on top of the gastrocnemius or beneath it?", "the soleus lies deep to"),
    ("Isn't the soleus the most visible calf muscle?", "the gastrocnemius is the most visible"),
    ("Should the knees be locked out on a standing calf raise?", "do not lock your knees"),
    ("What's the closing step of the leg press calf press?", "step 5 of the calf press"),
    ("Where does the gastrocnemius originate?", "originates at a point above the knee"),
    ("What rep count for stamina rather than size?", "15 to 25"),
    ("Is there a donkey raise that uses a machine?", "can use a donkey calf raise machine"),
]
UNTOLD = [
    "How high should the step be?",
    "How long does one calf session take?",
    "What time of day is best for calf work?",
    "I have a slipped disc. Can I do donkey raises with somebody on my back?",
]
VERDICTS = [
    ("Do I still need the soleus if I only care about the inner calf?", "yes"),
    ("Should I stop doing soleus work?", "no"),
    ("Does the outer head sit nearer the skin than the soleus?", "yes"),
    ("Neither head of the gastroc reaches above the knee, correct?", "no"),
    ("Does the lateral head insert somewhere other than the Achilles tendon?", "no"),
    ("Do I lose soleus work when my knees are bent?", "no"),
    ("Is something else hiding underneath the calf muscle you can see?", "yes"),
    ("Isn't bouncing a good thing for making calves work harder?", "no"),
    ("Is a single rep range considered sufficient for calves?", "no"),
    ("Can weak or unbalanced calves have something to do with Achilles problems?", "yes"),
]


@pytest.mark.parametrize(("question", "said"), SAID)
def test_what_was_asked_for_comes_first(ask, question, said):
    answer = ask(question)
    assert answer.answered
    assert said in answer.lead.lower()


@pytest.mark.parametrize("question", UNTOLD)
def test_no_neighbour_is_told_of_what_no_source_tells(ask, question):
    assert not ask(question).answered


@pytest.mark.parametrize(("question", "verdict"), VERDICTS)
def test_the_verdict_is_on_what_is_asked(ask, question, verdict):
    assert ask(question).boolean == verdict
