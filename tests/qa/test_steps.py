"""A step that is named by its number is that step, whatever the wording resembles."""

from __future__ import annotations

import pytest

from qa.model import Question
from qa.pipeline import Pipeline

NAMED = [  # question, how the answer begins
    ("What's the third step of the standing calf raise?", "Step 3 of the standing calf raise"),
    ("What is step 3 of the standing calf raise?", "Step 3 of the standing calf raise"),
    ("Step two of the leg press calf press?", "Step 2 of the calf press on the leg press"),
    ("3rd step of the leg press calf press pls", "Step 3 of the calf press on the leg press"),
    ("and step 4 of the donkey raise?", "Step 4 of the donkey calf raise"),
    ("last step of the donkey raise", "Step 4 of the donkey calf raise"),
    ("What comes after step 2 of the donkey raise?", "Step 3 of the donkey calf raise"),
    ("Which step comes before the third step of the leg press calf press?", "Step 2 of the calf press"),
]
VERDICTS = [
    ("Is the first step of the standing raise to turn the toes in?", "no"),
    ("Is the second step of the standing calf raise turning your toes in?", "yes"),
    ("Is step 3 of the leg press calf press to unlock the safety?", "no"),
    ("Isn't the last step of the standing raise to pause and lower?", "yes"),
]


@pytest.mark.parametrize(("text", "lead"), NAMED)
def test_a_step_goes_by_its_number(pipeline: Pipeline, text: str, lead: str) -> None:
    assert pipeline.ask(Question(text)).lead.startswith(lead)


@pytest.mark.parametrize(("text", "verdict"), VERDICTS)
def test_what_is_said_of_a_step_is_held_against_it(pipeline: Pipeline, text: str, verdict: str) -> None:
    assert pipeline.ask(Question(text)).boolean == verdict


def test_a_step_is_asked_for_again(pipeline: Pipeline) -> None:
    first = pipeline.ask(Question("How do I do a standing calf raise?"))
    again = pipeline.ask(Question("what was step 3 again?", first.context))
    assert again.lead.startswith("Step 3 of the standing calf raise")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("On the leg press, do I unlock the safety before or after extending my knees?", "After: "),
        ("Do I extend my knees before or after unlocking the safety on the leg press?", "Before: "),
        ("Is the pause before or after the drive up?", "After: in the standing calf raise, step 5"),
        ("Which comes first on the leg press, toes in or extending the knees?", "Step 2, "),
        ("Which comes first in the standing raise, driving up or toes in?", "Step 2, "),
        ("What comes first in the standing raise, the slow lowering or the pause?", "Both belong to step 6"),
        ("What comes right before driving up in a standing calf raise?", "Step 4 of the standing calf raise"),
        ("What do I do after lowering my heels in the standing raise?", "Step 5 of the standing calf raise"),
        ("What follows pressing the sled?", "Step 5 of the calf press"),
    ],
)
def test_the_order_of_two_steps_is_told(question, lead, ask):
    """Which of two comes first, whichever is named first, and what comes next to one."""
    assert ask(question).lead.startswith(lead)


@pytest.mark.parametrize(
    ("first", "then", "where"),
    [
        ("lower my heels", "drive up", "in the standing raise"),
        ("unlock the safety", "press the sled", "on the leg press"),
        ("extend my knees", "unlock the safety", "on the leg press"),
        ("turn my toes in", "lower my heels", "in the standing raise"),
    ],
)
def test_an_order_claimed_is_judged(first, then, where, ask):
    """Told one way round it is so, and the other way round it is not; "after" turns "before"."""
    claims = {
        f"Do I {first} before I {then} {where}?": "yes",
        f"Do I {then} before I {first} {where}?": "no",
        f"Do I {then} after I {first} {where}?": "yes",
        f"Is it wrong to {then} before I {first} {where}?": "yes",
    }
    assert {claim: ask(claim).boolean for claim in claims} == claims


def test_an_order_is_judged_only_if_all_of_it_is_known(ask):
    """What is not said of a step is not put in order with it."""
    assert not ask("Do I drink water before I drive up in the standing raise?").boolean
