"""Things are compared in what was measured, or in what the article says; never in what no source tells."""

from __future__ import annotations

import re

import pytest

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.model import Question, Status
from qa.vocabulary import CALF, NAMESPACE

MEASURED = [  # question, the quantity it is told by, verdict, the first muscle in the answer
    ("Is the soleus heavier than the gastrocnemius?", "mass", "yes", "soleus"),
    ("Is the gastrocnemius heavier than the soleus?", "mass", "no", "soleus"),
    ("Is the gastrocnemius lighter than the soleus?", "mass", "yes", "lateralHead"),
    ("Is the soleus lighter than the medial head?", "mass", "no", "medialHead"),
    ("Is the soleus not heavier than the gastrocnemius?", "mass", "no", "soleus"),
    ("Isn't the gastrocnemius stronger than the soleus?", "force", "no", "soleus"),
    ("Is the soleus less strong than the gastrocnemius?", "force", "no", "lateralHead"),
    ("Is the medial head bigger than the lateral head?", "volume", "yes", "medialHead"),
    ("Is the lateral head as big as the medial head?", "volume", "no", "medialHead"),
    ("Is the soleus the biggest calf muscle?", "volume", "yes", "soleus"),
    ("Is the gastrocnemius the biggest muscle of the calf?", "volume", "no", "soleus"),
    ("Does the gastrocnemius have longer fibres than the soleus?", "fibre length", "yes", "lateralHead"),
    ("Is the PCSA of the soleus larger than that of the medial head?", "cross-sectional", "yes", "soleus"),
    ("Which is heavier, the soleus or the gastrocnemius?", "mass", "", "soleus"),
    ("Which head is larger?", "volume", "", "medialHead"),
    ("What is the strongest calf muscle?", "force", "", "soleus"),
    ("Which calf muscle is the smallest?", "volume", "", "lateralHead"),
]
UNTOLD = [
    "Is the soleus older than the gastrocnemius?",
    "Is the seated calf raise harder than the standing calf raise?",
    "Is the donkey calf raise safer than the calf press?",
    "Is the lateral head thicker than the medial head?",
    "Which is easier, toes in or toes out?",
    "Which exercise is the hardest?",
    "Which exercise is the most popular?",
    "Are seated calf raises more fun than standing ones?",
    "Is the soleus as flexible as the gastrocnemius?",
    "Which mistake is the most common?",
    "What's the biggest mistake?",
    "Which progression method is bigger?",
]
TOLD = [  # question, verdict: the words are those of the article
    ("Is the soleus deeper than the gastrocnemius?", "yes"),
    ("Is the gastrocnemius more visible than the soleus?", "yes"),
    ("Is the soleus more superficial than the gastrocnemius?", "no"),
    ("Is a full range of motion more important than foot position?", "yes"),
]


@pytest.mark.parametrize(("text", "quantity", "verdict", "first"), MEASURED)
def test_muscles_are_compared_by_what_was_measured(text, quantity, verdict, first, ask):
    answer = ask(text)
    assert answer.answered
    assert quantity in answer.lead
    assert answer.boolean == verdict
    assert answer.items[0].iri == Iri(NAMESPACE + first)
    assert answer.sources


@pytest.mark.parametrize("text", UNTOLD)
def test_a_quality_that_no_source_tells_is_not_compared(text, ask):
    """It was answered with a neighbour: "No: the soleus lies deep to the gastrocnemius"."""
    answer = ask(text)
    assert answer.status is Status.UNSTATED
    assert re.match(r"No source here tells how \w+ .+ (is|are)\.", answer.lead)
    assert answer.suggestions


@pytest.mark.parametrize(("text", "verdict"), TOLD)
def test_a_quality_that_the_article_tells_is_compared(text, verdict, ask):
    assert ask(text).boolean == verdict


def test_greater_and_lesser_are_said_of_quantities_and_effects_alone(graph: KnowledgeGraph) -> None:
    said = [e for e in graph.entities() if e.greater or e.lesser]
    assert said
    assert all(e.classes & {CALF.QUANTITY, CALF.EFFECT} for e in said)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Does the article recommend 15-25 reps for endurance?", "yes"),
        ("Does the article recommend 15 to 25 reps for endurance?", "yes"),
        ("Is it 15-25 reps for size?", "no"),
        ("Isn't it 8-12 reps for size?", "yes"),
        ("Are 2-3 sessions a week advised?", "yes"),
    ],
)
def test_a_range_is_held_against_what_is_prescribed(text, verdict, ask):
    assert ask(text).boolean == verdict


def test_a_range_that_is_in_the_answer_is_not_left_aside(ask):
    assert not ask("Does the article recommend 15-25 reps for endurance?").not_understood


def test_a_comparison_goes_on(pipeline):
    """With another end of the order, or another muscle."""
    strongest = pipeline.ask(Question("What is the strongest calf muscle?"))
    weakest = pipeline.ask(Question("and the weakest?", strongest.context))
    assert weakest.items[0].iri == Iri(NAMESPACE + "lateralHead")
    assert not weakest.boolean
    bigger = pipeline.ask(Question("Which is bigger, the medial or the lateral head?"))
    assert pipeline.ask(Question("is the soleus bigger still?", bigger.context)).boolean == "yes"


BOTH, NEITHER = "Both do, by the article: ", "No source here compares the two."


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Is the standing calf raise more effective than the donkey calf raise for the medial head?", BOTH),
        ("Is the donkey calf raise better than the leg press for the inner calf?", BOTH),
        ("Does the leg press hit the medial head harder than the standing raise?", BOTH),
        ("Which is better for the medial head, donkey raises or standing raises?", BOTH),
        (
            "Does the gastrocnemius cross the ankle more than the soleus?",
            "Both do: ",
        ),  # not the article alone
        ("Does the pause at the bottom build more than the pause at the top?", NEITHER),
        ("Is aesthetics a more important benefit than injury prevention?", NEITHER),
    ],
)
def test_what_no_source_ranks_gets_no_verdict(question, begins, ask):
    """Nor does what holds of both things compared, or of neither, or what defines one of them."""
    answer = ask(question)
    assert answer.boolean == ""
    assert answer.lead.startswith(begins)
    assert begins == NEITHER or "no source here tells which does so more" in answer.lead
