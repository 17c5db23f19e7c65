"""A turn that leaves out what the one before said is answered as the question that it stands for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.terms import Iri
from qa.forms.canonical import canonical
from qa.forms.logic import Describe
from qa.model import Context, Question

SOLEUS = Iri("https://w3id.org/calf-kg/calf#soleus")

_ANOTHER = [
    (("Does the soleus cross the knee?", "And the gastrocnemius?"), "Does the gastrocnemius cross the knee?"),
    (
        ("Is the standing calf raise done sitting?", "How about the calf press?"),
        "Is the calf press done sitting?",
    ),
    (
        ("How many heads does the soleus have?", "And the gastrocnemius?"),
        "How many heads does the gastrocnemius have?",
    ),
    (("Why is using too much weight bad?", "What about rushing?"), "Why is rushing bad?"),
    (
        ("What equipment does the donkey raise need?", "Sorry, the calf press."),
        "What equipment does the calf press need?",
    ),
    (
        ("Can I do the donkey raise without a machine?", "No, I meant the calf press."),
        "Can I do the calf press without a machine?",
    ),
    (("Does toes in isolate a head?", "toes out?"), "Does toes out isolate a head?"),
    (("Which nerve supplies the soleus?", "No, the medial head!"), "Which nerve supplies the medial head?"),
    (
        ("How is the donkey raise different from the standing raise?", "And from the calf press?"),
        "How is the donkey raise different from the calf press?",
    ),
    (
        ("Does the gastrocnemius have heads?", "And the lateral head?", "And the soleus?"),
        "Does the soleus have heads?",
    ),
    (
        ("Can I use a dumbbell for standing raises?", "and if I have a step instead?"),
        "Can I use a step for standing raises?",
    ),
]
_THE_SAME = [
    (
        ("What is the gastrocnemius?", "How is it different from the soleus?"),
        "How is the gastrocnemius different from the soleus?",
    ),
    (
        ("What is the donkey calf raise?", "Which muscle does it work?"),
        "Which muscle does the donkey calf raise work?",
    ),
    (("Tell me about the soleus.", "What does it do?"), "What does the soleus do?"),
    (
        ("What is using too much weight?", "Does it raise the risk of injury?"),
        "Does using too much weight raise the risk of injury?",
    ),
]
_WHOLE = [
    (("Does the soleus cross the knee?", "What is the gastrocnemius?"), "What is the gastrocnemius?"),
    (
        ("What is the soleus?", "Is it true that the gastrocnemius crosses the knee?"),
        "Does the gastrocnemius cross the knee?",
    ),
]


@pytest.mark.parametrize(("turns", "full"), [*_ANOTHER, *_THE_SAME, *_WHOLE], ids=lambda v: str(v)[:60])
def test_a_turn_is_answered_as_the_question_in_full(turns, full, talk, ask):
    """What the turn before said of one thing is asked of another, or of the thing that "it" stands for."""
    turn, alone = talk(*turns), ask(full)
    assert alone.answered
    assert (turn.status, turn.boolean, turn.items) == (alone.status, alone.boolean, alone.items)
    assert turn.question == turns[-1]


@pytest.mark.parametrize(
    "turns", [("Which muscles are there?", "Thanks!"), ("Why do toes in work?", "How many sets for them?")]
)
def test_what_says_more_than_a_name_is_no_such_turn(turns, talk, ask):
    """Thanks ask nothing, and a question of another kind is not put in the place of the one before."""
    assert talk(*turns).lead != ask(turns[0]).lead


@given(
    asked=st.text(max_size=80),
    text=st.sampled_from(["And the soleus?", "out?", "How do I train it?", "No, toes in!"]),
)
@settings(max_examples=60, deadline=None)
def test_no_text_kept_from_a_turn_raises(asked, text, pipeline):
    """A context is handed back by callers, who may have damaged it."""
    form = f"definition {canonical(Describe(SOLEUS))}"
    for context in (Context(asked=asked), Context(form, asked=asked)):
        assert pipeline.ask(Question(text, context)).question == text
