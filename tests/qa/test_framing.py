"""Whether a claim is so may be asked in many ways, none of which changes what is so."""

import pytest

CLAIMS = {
    "the soleus crosses the knee": "no",
    "the gastrocnemius crosses the knee": "yes",
    "the soleus is deep to the gastrocnemius": "yes",
    "the gastrocnemius lies under the soleus": "no",
    "toes in biases the medial head": "yes",
    "toes in biases the lateral head": "no",
    "a bent knee works the soleus most": "yes",
    "a bent knee works the gastrocnemius most": "no",
    "you can isolate the medial head": "no",
    "both heads insert into the Achilles tendon": "yes",
    "the donkey calf raise is done with a bent hip": "yes",
    "the seated calf raise targets the medial head": "no",
    "the seated calf raise targets the soleus": "yes",
    "12 sets a week is enough": "yes",
    "5 sets a week is enough": "no",
    "bouncing is a mistake": "yes",
    "pausing is a mistake": "no",
    "the calves should be trained two to three times a week": "yes",
    "the knees should be locked in the standing calf raise": "no",
}
ASKED = (
    *("{S}, right?", "{S}, correct?", "{S}, yes?", "{S}, yeah?", "{S}, eh?", "{S}, agreed?", "{S}, surely?"),
    *("{S}, isn't that so?", "{S}, is that so?", "{S}, isn't that right?", "{S}, is that right?"),
    *("{S}, wouldn't you say?", "{S}, don't you think?", "{S}, is that correct?", "{S}, am I right?"),
    *("{S}: true or false?", "{S}. Fact or fiction?", "{S} - myth or fact?", "{S}. Yes or no?"),
    *("{S}. Agree or disagree?", "{S}. Right or wrong?", "{S}. Is this true?", "{S}, or is that wrong?"),
    *("{S}, or am I mistaken?", "Is it the case that {s}?", "Am I right that {s}?", "Is it true that {s}?"),
    *("Would you agree that {s}?", "Is it correct to say that {s}?", "Tell me if {s}.", "So {s}?", "{S}?"),
    *("I heard that {s}. True?", "Can it be said that {s}?", "Is it a fact that {s}?", "You're saying {s}?"),
    *("Isn't it true that {s}?", "Isn't it the case that {s}?", "Do you agree that {s}?"),
    *("My friend says {s}. Is he right?", "Someone claimed {s}. Is that accurate?", "Is it so that {s}?"),
    *("I think {s}. Am I right?", "Could you confirm that {s}?", "{S}, if I'm not mistaken?"),
    *("According to the article, {s}?", "Surely {s}?", "Is there any truth in the claim that {s}?"),
    *("Just to be sure: {s}?", "I told my client that {s}. Did I tell him the truth?"),
    *("Is the claim that {s} true?", "{S}. Was I right?", "My notes say that {s}. Are they right?"),
    *("So in short, {s}. Correct?", "If I say {s}, is that right?", "Long story short, {s}. Right?"),
    *("My exam answer was: {s}. Would that be marked right?", "It must be true that {s}, mustn't it?"),
    *("Correct me if I'm wrong, but {s}?", "Check: {s}.", "Verify that {s}.", "How true is it that {s}?"),
)
DENIED = (
    *("It can't be true that {s}, can it?", "Is it a mistake to think that {s}?"),
    *(
        "{S} - myth?",
        "{S}. Did he lie to me?",
        "Is the claim that {s} false?",
        "Tell me it's wrong that {s}.",
    ),
    *("Is it wrong to say that {s}?", "Is it false that {s}?", "Is it a myth that {s}?"),
    *("Is it untrue that {s}?", "Is it incorrect that {s}?", "Isn't it false that {s}?"),
    *("My friend says {s}. Is he wrong?", "I think {s}. Am I wrong?", "{S}. Is that wrong?"),
    *("{S}. Does the article disagree?", "My coach says {s}. Does the article contradict him?"),
    *("{S}. That's wrong, isn't it?", "{S} - wrong?", "My coach claims {s}. Is he talking nonsense?"),
    *("{S}. Is this false?", "It's not true that {s}, is it?", "It isn't the case that {s}, right?"),
)
CONTRARY = {"yes": "no", "no": "yes"}


def _wrong(frame, verdicts, ask):
    """The questions of one frame that do not get the verdict of their claim, with what they get."""
    asked = {
        frame.format(S=claim[0].upper() + claim[1:], s=claim): verdict for claim, verdict in verdicts.items()
    }
    return {text: got for text, verdict in asked.items() if (got := ask(text).boolean) != verdict}


@pytest.mark.parametrize("frame", ASKED)
def test_a_claim_gets_its_verdict_however_it_is_asked(frame, ask):
    """A tag, a "true or false", or somebody who says so are no part of the claim."""
    assert _wrong(frame, CLAIMS, ask) == {}


@pytest.mark.parametrize("frame", DENIED)
def test_a_claim_that_is_doubted_gets_the_contrary(frame, ask):
    """Who asks if a claim is wrong is told no where it is right."""
    assert _wrong(frame, {claim: CONTRARY[verdict] for claim, verdict in CLAIMS.items()}, ask) == {}
