"""A claim with a "not" gets the contrary of the verdict on the claim without it, however it is asked."""

import pytest

DENIALS = {
    "the soleus doesn't cross the knee": "yes",
    "the gastrocnemius doesn't cross the knee": "no",
    "the soleus isn't deep to the gastrocnemius": "no",
    "toes in doesn't bias the medial head": "no",
    "toes in doesn't bias the lateral head": "yes",
    "a bent knee doesn't work the gastrocnemius most": "yes",
    "you can't isolate the medial head": "yes",
    "the donkey calf raise isn't done with a bent hip": "no",
    "the seated calf raise doesn't target the medial head": "yes",
    "12 sets a week isn't enough": "no",
    "5 sets a week isn't enough": "yes",
    "bouncing isn't a mistake": "no",
    "pausing isn't a mistake": "yes",
    "the knees shouldn't be locked in the standing calf raise": "yes",
    "the soleus never crosses the knee": "yes",
    "foot position isn't more important than form": "yes",
    "only the gastrocnemius crosses the knee": "yes",
    "the donkey raise doesn't need a partner": "yes",
    "the calf press can't be done without a leg press": "yes",
    "the calves shouldn't be trained every day": "yes",
}
FRAMES = (
    *("{S}, right?", "{S}, correct?", "{S}, isn't that so?", "{S}, is that right?", "{S}, wouldn't you say?"),
    *("{S}: true or false?", "{S} - myth or fact?", "{S}. Is this true?", "{S}, or is that wrong?"),
    *("Is it the case that {s}?", "Is it true that {s}?", "Would you agree that {s}?", "Tell me if {s}."),
    *("I heard that {s}. True?", "Is it a fact that {s}?", "My friend says {s}. Is he right?"),
    *("I think {s}. Am I right?", "Could you confirm that {s}?", "Verify that {s}."),
)


@pytest.mark.parametrize("frame", FRAMES)
def test_a_denial_gets_the_contrary_verdict(frame, ask):
    """What is denied is asked about, and the verdict turned."""
    asked = {frame.format(S=claim[0].upper() + claim[1:], s=claim): v for claim, v in DENIALS.items()}
    assert {text: got for text, v in asked.items() if (got := ask(text).boolean) != v} == {}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("My gym doesn't have a donkey machine, can a friend sit on my back?", "yes"),
        ("If I don't bend my knees, does the gastrocnemius work most?", "yes"),
        ("Is there any exercise that doesn't train the medial head?", "yes"),
        ("The lateral head isn't on the inner side, is it?", "no"),
    ],
)
def test_a_not_beside_the_claim_turns_nothing(text, verdict, ask):
    """What is not there, a case, and what narrows a class down, are no denial of the claim."""
    assert ask(text).boolean == verdict


def test_the_answer_says_that_the_denial_was_read(ask):
    """A "yes" beside the reading without the "not" would seem to affirm it."""
    answer = ask("The soleus doesn't cross the knee, right?")
    assert answer.interpretation == "whether it is not so that the soleus crosses the knee"
    assert answer.lead.startswith("Yes: the soleus crosses the ankle")
