"""Claims of two things, so of one and not of the other, and claims of neither of two."""

from __future__ import annotations

import pytest

CLAIMS = {
    "soleus doesnt attach to achilles, only gastroc does. correct?": "no",
    "Only the gastrocnemius attaches to the Achilles tendon, the soleus doesn't. Correct?": "no",
    "The gastrocnemius does not cross the knee, only the soleus does. Right?": "no",
    "The soleus doesn't cross the knee, only the gastrocnemius does. Right?": "yes",
    "The gastrocnemius crosses the knee, but the soleus doesn't. True?": "yes",
    "The soleus crosses the knee, but the gastrocnemius does not. True?": "no",
    "Toes in doesn't train the outer calf, only toes out does. True?": "yes",
    "Straight knees don't work the soleus most, bent knees do. Right?": "yes",
    "Bent knees don't work the soleus most, straight knees do. Right?": "no",
    "The gastrocnemius and the soleus do not cross the knee, right?": "no",
    "The gastrocnemius and the soleus don't insert into the Achilles tendon, right?": "no",
    "Neither the gastrocnemius nor the soleus inserts into the Achilles tendon, right?": "no",
    "Is it true that neither the gastrocnemius nor the soleus attaches to the Achilles tendon?": "no",
    "Does neither the soleus nor the gastrocnemius cross the knee?": "no",
    "Neither toes in nor toes out isolates a head, right?": "yes",
    "Neither the standing raise nor the donkey raise emphasises the soleus. True?": "yes",
    "Neither the medial head nor the lateral head originates below the knee, right?": "yes",
}


@pytest.mark.parametrize(("claim", "verdict"), CLAIMS.items())
def test_a_claim_of_two_things_is_so_if_it_is_of_both(claim, verdict, ask):
    """A clause cut short says of its thing what the other says of another, or denies it."""
    assert ask(claim).boolean == verdict


def test_neither_of_gear_still_leaves_it_out(ask):
    """Who has neither a machine nor a partner makes no claim."""
    answer = ask("Which inner calf exercise needs neither a machine nor a partner?")
    assert [item.label for item in answer.items] == ["standing calf raise"]
