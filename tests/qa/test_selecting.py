"""Which exercises are chosen: by what one has or lacks, by what one does already, by how one says no."""

import pytest


def names(answer):
    """The local names of what an answer lists."""
    return {item.iri.local for item in answer.items}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Which exercise isn't useless for the soleus?", {"seatedCalfRaise"}),
        (
            "Not all calf exercises are for the inner calf. Which one isn't among the three for it?",
            {"seatedCalfRaise"},
        ),
        (
            "I've got zero machines. What can I do for the inner calf?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        (
            "I have a partner and a block, but not one machine. Which medial gastroc exercises can I do?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
    ],
)
def test_what_is_there_and_what_is_denied_decide_the_list(ask, text, wanted):
    """A list holds what is left by what a question denies, and what can be done with what it has."""
    assert names(ask(text)) == wanted
