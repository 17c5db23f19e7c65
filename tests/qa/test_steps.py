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
