"""What a mistake leaves undone describes it, and a mistake may itself be left out."""

import pytest


def names(answer):
    """The local names of what an answer lists."""
    return [item.iri.local for item in answer.items]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Somebody never does a single seated calf raise. What mistake is that?", ["neglectingTheSoleus"]),
        (
            "Name the mistake: never getting down to the stretch nor all the way up.",
            ["insufficientRangeOfMotion"],
        ),
        ("Which mistake is it when I never do any bent-knee calf work?", ["neglectingTheSoleus"]),
    ],
)
def test_what_it_is_a_mistake_not_to_do_is_not_excluded(text, wanted, ask):
    """A mistake may consist in not doing a thing."""
    assert names(ask(text)) == wanted


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("Which mistakes besides rushing reps are there?", "rushingReps"),
        ("Which mistakes have nothing to do with weight?", "usingTooMuchWeight"),
        ("Which mistake is not rushing reps?", "rushingReps"),
        ("Which mistakes are not neglecting the soleus?", "neglectingTheSoleus"),
    ],
)
def test_a_mistake_that_is_named_may_be_excluded(text, excluded, ask):
    """All the others are listed."""
    found = names(ask(text))
    assert len(found) == 4
    assert excluded not in found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("What's the fix for someone who never touches the soleus?", "seatedCalfRaise"),
        (
            "If I leave out seated raises altogether, which of the mistakes am I making?",
            "neglectingTheSoleus",
        ),
    ],
)
def test_what_a_mistake_leaves_undone_describes_it(text, wanted, ask):
    """A question for a mistake, or for its remedy, may tell it by what is not done."""
    assert wanted in names(ask(text))
