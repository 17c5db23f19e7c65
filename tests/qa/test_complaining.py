"""What is said of pain beside a question: a pointer to a doctor, but no refusal of what is plainly asked."""

from __future__ import annotations

import pytest

from qa.contract import text_of


@pytest.mark.parametrize(
    "text",
    [
        "I have osteoporosis. Which exercise targets the inner calf?",
        "My doctor found a thrombosis last week. How many sets per week?",
        "What is the soleus? Mine is swollen since Monday. Thanks",
    ],
)
def test_a_complaint_around_a_question_is_heard(text, ask):
    """What the graph states may be told beside a complaint, but never without a pointer to a doctor."""
    answer = ask(text)
    said = " ".join([answer.lead, *map(text_of, answer.blocks)])
    assert "see a doctor" in said


@pytest.mark.parametrize(
    "text",
    [
        "I have no pain. How many sets per week for calves?",
        "Nothing hurts so far. How deep do I go?",
        "My calves are never sore. How many sets a week?",
        "Do powerful calves matter for jumping at all? I'd hate to waste Tuesdays.",
    ],
)
def test_a_pain_that_is_denied_is_no_complaint(text, ask):
    """Who says that nothing hurts, or only wastes time, asks for no advice on pain."""
    answer = ask(text)
    assert answer.answered
    assert "see a doctor" not in " ".join(map(text_of, answer.blocks))


@pytest.mark.parametrize(
    "text",
    ["Could speeding through my calf raises get me hurt?", "Can I hurt myself by bouncing through my reps?"],
)
def test_the_harm_of_a_mistake_is_no_complaint(text, ask):
    """Whoever asks whether a mistake hurts asks for what the graph says of it."""
    answer = ask(text)
    assert answer.answered
    assert answer.boolean == "yes"
