"""Whether an answer begins with yes or no where the question offers a choice, or only goes on."""

from __future__ import annotations

import pytest

NONE_WANTED = [
    ("Do the two gastrocnemius heads start above or below the knee?",),
    ("Do I want my heels wider or narrower than my toes for the inner head?",),
    ("In the toes-in stance, are heels or toes wider apart?",),
    ("Are ten repetitions for growth or for stamina?",),
    ("Does the gastrocnemius cross the knee or only the ankle?",),
    ("At the top, do I stop for a moment or come straight back down?",),
    ("partial reps or full rom for calves?",),
    ("calves sprinting jumping",),
    ("If I can choose only one knee position for my medial head, should it be straight or bent?",),
    ("Benefits of strong calves that have nothing to do with looks?",),
    ("How long do I hold at the top?", "and at the bottom?"),
    ("Which foot position biases the lateral head?", "And for equal work from both?"),
    ("Which calf muscle can I see?", "and the hidden one?"),
    ("Where does the gastrocnemius start?", "and the other calf muscle?"),
    ("which head do i hit with toes out", "oops i meant toes in"),
    ("Does the gastrocnemius originate above or below the knee?", "and the soleus?"),
]
WANTED = [
    (("Is the knee bent or not in the seated calf raise?",), "yes"),
    (("Are two or three sessions a week enough?",), "yes"),
    (("Does the partner sit on your lower back or hips in the donkey raise?",), "yes"),
    (("Is toes in described as inversion or supination of the foot?",), "yes"),
    (("Do calves need progressive overload just like biceps or any other muscle?",), "yes"),
    (("The soleus crosses the knee. True or false?",), "no"),
    (("Which muscle crosses the ankle and the knee?", "so the soleus doesn't?"), "yes"),
    (("Is bouncing bad?", "and going heavy?"), "yes"),
    (("How many sets per week?", "would 25 fit?"), "no"),
    (("How long do I pause at the top?", "Same at the bottom?"), "yes"),
]


@pytest.mark.parametrize("turns", NONE_WANTED, ids=" | ".join)
def test_a_choice_and_a_list_taken_on_have_no_verdict(talk, turns):
    answer = talk(*turns)
    assert answer.answered
    assert not answer.boolean
    assert not answer.lead.lower().startswith(("yes", "no:", "no,", "no."))


@pytest.mark.parametrize(
    ("turns", "verdict"), WANTED, ids=lambda v: " | ".join(v) if isinstance(v, tuple) else v
)
def test_what_is_asked_for_yes_or_no_keeps_its_verdict(talk, turns, verdict):
    assert talk(*turns).boolean == verdict


def test_the_other_one_is_told_what_is_so_of_it(talk):
    answer = talk("Which head works harder with toes turned outward?", "and the other one?")
    assert [item.label for item in answer.items] == ["toes in"]
    answer = talk("Which muscle is engaged most with straight knees?", "and the soleus?")
    assert [item.label for item in answer.items] == ["knee bent"]


def test_a_machine_names_the_exercise_that_is_done_on_it(talk):
    answer = talk("Should I lock my knees in standing raises?", "And on the leg press?")
    assert "(the calf press on the leg press)" in answer.lead
