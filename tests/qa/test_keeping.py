"""What a follow-up keeps of the turn before: the exercise that was spoken of."""

import pytest


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("How do I do donkey calf raises?", "Should my knees be bent there?"), "the donkey calf raise is"),
        (("How do I do the calf press on the leg press?", "should my knees be locked there"), "extend them"),
        (("Tell me about the leg press calf press", "do i lock my knees at all"), "extend them"),
        (("how do i do the leg press one", "are the knees locked or not?"), "extend them"),
        (("tell me about leg press calf press", "are the knees bent or straight?"), "a straight knee"),
        (("Tell me about the seated calf raise", "what do I need there?"), "the seated calf raise"),
        (("On the leg press, where do my feet go?", "whats next after that"), "turn your toes in"),
        (
            ("How do I do the donkey calf raise?", "Does the soleus cross the knee?"),
            "soleus crosses the ankle",
        ),
        (("How do I do the donkey calf raise?", "Is toes in good for the inner head?"), "medial head"),
    ],
)
def test_how_to_do_a_thing_is_asked_of_the_exercise_spoken_of(turns, said, talk):
    """A position, a cue or gear named alone is that of the exercise of the turn before, not of another."""
    assert said in talk(*turns).lead.lower()
