"""Several mistakes told in one message are told one by one, as many as were spoken of."""

import pytest

MISTAKES = {
    "bounce": "rushingReps",
    "range": "insufficientRangeOfMotion",
    "skip": "neglectingTheSoleus",
    "feet": "overRelianceOnFootPosition",
}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "I bounce at the bottom and I never train the soleus. Which mistakes are these?",
            ("bounce", "skip"),
        ),
        (
            "I do quarter reps, I bounce, and I skip the soleus. Which three mistakes am I making?",
            ("range", "bounce", "skip"),
        ),
        (
            (
                "My friend turns her toes in as far as they go and only trains the inner calf. "
                "What mistakes is she making?"
            ),
            ("feet", "skip"),
        ),
    ],
)
def test_each_mistake_that_is_told_is_named(ask, text, told):
    """In the order in which they were told, and counted in the first sentence."""
    answer = ask(text)
    number = {2: "Two", 3: "Three"}[len(told)]
    assert answer.lead.startswith(f"{number} mistakes: ")
    assert [item.iri.local for item in answer.items if item.iri.local in MISTAKES.values()] == [
        MISTAKES[name] for name in told
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I bounce at the bottom. Which mistake is that?",
        "I bounce at the bottom and I like dogs. Which mistakes are these?",
    ],
)
def test_fewer_than_two_are_no_list_of_mistakes(ask, text):
    """One mistake is answered as one."""
    assert "mistakes: " not in ask(text).lead


def test_what_other_mistakes_there_are_is_another_question(ask):
    """Those that are told are left out."""
    answer = ask("I bounce and I skip the soleus. What other mistakes are there?")
    assert {MISTAKES["bounce"], MISTAKES["skip"]}.isdisjoint(item.iri.local for item in answer.items)
