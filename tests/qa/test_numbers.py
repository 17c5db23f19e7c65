"""Numbers in a question: digits, words, ranges and frequencies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.parsing.numbers import amounts_in

CASES = {
    "how many sets": [],
    "is 8 enough": [(8, 8)],
    "are 8-12 reps right": [(8, 12)],
    "8 to 12 reps": [(8, 12)],
    "between 8 and 12 reps": [(8, 12)],
    "12 to 8 reps": [(8, 12)],
    "eight to twelve reps": [(8, 12)],
    "fifteen reps": [(15, 15)],
    "2.5 seconds": [(2.5, 2.5)],
    "two or three times a week": [(2, 3)],
    "10 sets of 20 reps": [(10, 10), (20, 20)],
    "twenty sets": [(20, 20)],
    "twenty-five reps": [(25, 25)],
    "twenty five reps": [(25, 25)],
    "once a week": [(1, 1)],
    "twice a week": [(2, 2)],
    "every day": [(7, 7)],
    "every single day": [(7, 7)],
    "daily": [(7, 7)],
    "7 days a week": [(7, 7)],
    "every other day": [],
    "mon, wed and fri": [(3, 3)],
    "every monday": [(1, 1)],
    "monday to friday": [],
    "i sat down": [],
    "7 sets on tuesday and 7 on friday": [(14, 14)],
    "monday 5 sets, thursday 5 sets": [(10, 10)],
    "six sets of calf raises on monday, six more on thursday": [(12, 12)],
    "a dozen sets": [(12, 12)],
    "half a dozen": [(6, 6)],
    "two dozen sets": [(24, 24)],
    "3x a week": [(3, 3)],
    "2-3x weekly": [(2, 3)],
    "3x12 reps": [(3, 3), (12, 12)],
    "someone often attends": [],
    "a phone with a stone": [],
}
FREQUENT = ("monday and friday", "once a week", "twice a week", "every day", "daily", "each day")


@pytest.mark.parametrize(
    ("text", "said"),
    [("is twenty-five sets fine", "twenty-five"), ("fifteen to twenty-five reps", "fifteen to twenty-five")],
)
def test_an_amount_reaches_to_the_end_of_its_words(text, said):
    """No word of a number is left over as one that nobody knows."""
    (amount,) = amounts_in(text)
    assert text[amount.start : amount.end] == said


@pytest.mark.parametrize("text", CASES)
def test_amounts(text):
    """Each number or range is found once, with its bounds in order."""
    assert [(a.low, a.high) for a in amounts_in(text)] == CASES[text]


@pytest.mark.parametrize("text", FREQUENT)
def test_a_frequency_is_marked(text):
    """ "Twice" and "every day" say how often, and a plain number does not."""
    assert [a.frequency for a in amounts_in(text)] == [True]
    assert [a.frequency for a in amounts_in("8 to 12 reps")] == [False]


@given(st.text(alphabet="0123456789 .-toandr") | st.text())
def test_amounts_lie_in_the_text(text):
    """Bounds are in order, places lie in the text, and amounts come in its order."""
    found = amounts_in(text.lower())
    assert all(a.low <= a.high and 0 <= a.start < a.end <= len(text.lower()) for a in found)
    assert list(found) == sorted(found, key=lambda a: a.start)


@given(
    st.integers(0, 500),
    st.integers(0, 500),
    st.sampled_from(["{}-{}", "{} to {}", "from {} to {}", "{} - {}"]),
)
def test_a_range_is_one_amount(low, high, form):
    """However a range is written, it is one amount with both bounds."""
    assert [(a.low, a.high) for a in amounts_in(form.format(low, high))] == [(min(low, high), max(low, high))]
