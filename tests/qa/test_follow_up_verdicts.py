"""Conversations whose last turn asks for a verdict on what was answered before."""

import pytest


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("How many sets should calves get each week?", "So would 30 be above that?"), "yes"),
        (("How many sets should calves get each week?", "Is 15 more than that?"), "no"),
        (("How often should I train calves?", "Would five be over it?"), "yes"),
        (("How many reps for size?", "Is 6 below that?"), "yes"),
        (("How many reps for size?", "Would 10 fit that?"), "yes"),
    ],
)
def test_an_amount_may_be_held_above_or_below_what_was_said(turns, verdict, talk):
    """A closing pronoun after "above" or "below" is the advice of the turn before."""
    assert talk(*turns).boolean == verdict


@pytest.mark.parametrize(
    ("turns", "boolean"),
    [
        (("How many times a week should I train calves?", "I do four. Is that over it?"), "yes"),
        (("How many reps build endurance?", "Is twelve less than that?"), "yes"),
        (("How many reps build endurance?", "Is twenty less than that?"), "no"),
        (("I do 30 sets a week.", "too much?"), "yes"),
        (("What is the soleus?", "Is it deeper than the gastroc?"), "yes"),
        (("What is the gastrocnemius?", "Is it deeper than the soleus?"), "no"),
        (("What is the gastrocnemius?", "Is it deeper than the other one?"), "no"),
        (("Does toes out favour the medial head?", "No, I meant the lateral one."), "yes"),
        (("Does the soleus start above the knee?", "I meant the gastrocnemius."), "yes"),
        (("Which mistakes should I avoid?", "is pausing among them?"), "no"),
        (("Which mistakes should I avoid?", "is bouncing among them?"), "yes"),
        (("Which exercises work the inner calf?", "Does the seated raise belong there?"), "no"),
        (("Does the soleus care about the knee?", "And the gastrocnemius?"), "yes"),
        (("What does a neutral foot do?", "So neither head is favoured?"), "yes"),
        (("Which muscles make up the calf?", "Do they both cross the knee?"), "no"),
        (("Which muscles make up the calf?", "Do they both cross the ankle?"), "yes"),
    ],
)
def test_a_verdict_is_on_what_was_answered(turns, boolean, talk):
    """An amount is held against the last one, "it" stands where it is said, and a list has its members."""
    assert talk(*turns).boolean == boolean
