"""What a message takes for granted is put right where it is not so, and what it asks is answered too."""

from __future__ import annotations

import pytest

SAID = [  # what the article is said to say, a part of what is so
    (
        "Why does the article say the soleus is the most visible part of the calf?",
        "gastrocnemius is the most",
    ),
    ("Why does the article say the calves tire easily?", "high capacity for endurance"),
]
NOT_SO = [  # question, a part of what is so, a part of the answer
    (
        "Since the soleus crosses the knee, straight legs must be best for it, no?",
        "the soleus crosses the ankle",
        "a bent knee maximally engages the soleus",
    ),
    (
        "Since the soleus crosses the knee, which exercise works it best?",
        "the soleus crosses the ankle",
        "seated calf raise",
    ),
    (
        "Given that the lateral head lies on the inner side, which toe position biases it?",
        "outer side",
        "toes-out position biases",
    ),
    (
        "Does the gastrocnemius, being the deeper of the two muscles, work best with straight knees?",
        "the soleus lies deep to the gastrocnemius",
        "a straight knee maximally engages the gastrocnemius",
    ),
    (
        "The inner calf muscle, which is separate from the gastroc, where does it attach?",
        "not the medial head",
        "Achilles tendon",
    ),
    (
        "If the soleus crosses the knee, why is it little affected by bending?",
        "the soleus crosses the ankle",
        "starts below the knee",
    ),
    ("What's the third head of the gastrocnemius called?", "heads of the gastrocnemius", ""),
    ("What is the sixth common mistake?", "there are five mistakes", ""),
    ("Why does the gastrocnemius have three heads?", "there are two muscle heads", ""),
    ("Since calves tire so quickly, how many sets should I do?", "capacity for endurance", "10 to 20 sets"),
    (
        "Now that we know foot position beats progressive overload, what angle should I use?",
        "progressive overload matters more",
        "",
    ),
    (
        "Which exercise works it best, since the soleus crosses the knee?",
        "the soleus crosses the ankle",
        "seated calf raise",
    ),
    (
        "Donkey raises are done with bent knees, so how should I hold mine?",
        "done with a straight knee",
        "knees stay straight",
    ),
    (
        "Considering the soleus is the visible one, how do I grow it?",
        "gastrocnemius is the most visible",
        "bent knee",
    ),
    ("Seeing as calves are rarely used in daily life, how often must they be trained?", "walking", "2 to 3"),
]
SO = [
    "Since the soleus lies under the gastrocnemius, how do I train it?",
    "Given that the seated calf raise hits the soleus, what knee position does it use?",
    "Since toes in bias the medial head, how far do I turn them?",
    "Because the gastrocnemius crosses the knee, which knee position suits it?",
    "Why does the article claim that the soleus is less affected by the knee?",
]


@pytest.mark.parametrize(("question", "fact", "answer"), NOT_SO)
def test_a_false_premise_is_put_right_before_the_answer(ask, question, fact, answer):
    given = ask(question)
    told = " ".join([given.lead, *(getattr(block, "text", "") for block in given.blocks)])
    assert given.lead.startswith("That is not so")
    assert fact in given.lead
    assert answer in told
    assert given.boolean == "no"


@pytest.mark.parametrize("question", SO)
def test_a_true_premise_changes_nothing(ask, question):
    given = ask(question)
    assert given.answered
    assert "not so" not in given.lead


@pytest.mark.parametrize(("question", "fact"), SAID)
def test_what_the_article_does_not_say_is_put_right(ask, question, fact):
    given = ask(question)
    assert given.lead.startswith("That is not so")
    assert fact in given.lead


def test_since_when_takes_nothing_for_granted(ask):
    assert "not so" not in ask("Since when have gyms had a machine for standing calf raises?").lead


def test_a_false_premise_is_put_right_though_the_rest_is_not_told(ask):
    given = ask("Since the soleus crosses the knee, how many minutes should I rest between sets?")
    assert given.lead.startswith("That is not so: the soleus crosses the ankle")
    assert not given.answered


def test_a_message_of_premises_comes_to_an_end(ask):
    given = ask("since the soleus isn't deep n't, " * 40 + "which exercise is best?")
    assert given.lead


@pytest.mark.parametrize(
    "question",
    [
        "What is the fifth common mistake?",
        "Why does the gastrocnemius have two heads?",
        "Which is the third foot position?",
        "What's the third step of the donkey raise?",
        "Where does the gastrocnemius, which crosses the knee, insert?",
        "When I raise my heels, which part gets the most?",
        "If the gastrocnemius starts above the knee, why is it most active with straight knees?",
    ],
)
def test_what_is_so_by_the_way_changes_nothing(ask, question):
    """There are as many, it is as said, or the clause is what is asked."""
    assert not ask(question).lead.startswith("That is not so")
