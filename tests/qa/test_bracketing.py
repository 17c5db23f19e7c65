"""Which range a number belongs to: by the end that is spoken of, or else by what lies in it."""

import pytest

GROWTH, ENDURANCE = "repsForHypertrophy", "repsForEndurance"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Which rep range starts at 15?", ENDURANCE),
        ("Which rep range begins with eight?", GROWTH),
        ("Which repetition range goes up to 12?", GROWTH),
        ("Which rep range ends at 25?", ENDURANCE),
        ("Which rep range includes 10?", GROWTH),
        ("Which rep range is 17 in?", ENDURANCE),
        ("Into which rep range do 12 fall?", GROWTH),
        ("Which rep range is lower?", GROWTH),
        ("Of the two rep ranges, which is the higher one?", ENDURANCE),
    ],
)
def test_a_number_tells_its_range(ask, text, wanted):
    """One range, and not the other of the same quantity."""
    assert [item.iri.local for item in ask(text).items] == [wanted]


@pytest.mark.parametrize(
    "text", ["Which rep range starts at 12?", "Which rep range ends at 15?", "Which rep range includes 13?"]
)
def test_where_a_number_belongs_to_no_range_both_are_told(ask, text):
    """The other end of a range is not the one that was asked for."""
    assert {item.iri.local for item in ask(text).items} == {GROWTH, ENDURANCE}


def test_what_a_range_is_good_for_may_be_asked_of_the_one_found(talk):
    """The pronoun stands for that range, whatever is said more often of the other."""
    answer = talk("Which rep range is lower?", "What's it good for?")
    assert [item.iri.local for item in answer.items] == ["hypertrophy"]
