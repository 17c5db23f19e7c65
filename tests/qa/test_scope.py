"""Whether a question wants what it names, excludes it, has nothing else, or cannot do without it."""

import pytest

from qa.scene import Scene

CASES = [
    ("Which exercises can I do without a leg press?", "out"),
    ("Which exercises can't I do without a leg press?", "must"),
    ("I have a leg press. Which exercises can I do without one?", "out"),
    ("I have a leg press. Which exercises can't be done without it?", "must"),
    ("I have no leg press. Which of those train the inner calf?", "out"),
    ("I don't hate the leg press. What is it for?", "in"),
    ("No, I meant the leg press.", "in"),
    ("No leg press here. What remains?", "out"),
    ("Cross the leg press off my list. What remains?", "out"),
    ("If I leave out the leg press, what remains?", "out"),
    ("Should I leave out the leg press?", "in"),
    ("When should I drop the leg press?", "in"),
    ("What should I never sacrifice for a leg press?", "in"),
    ("What do I not trade for a leg press?", "in"),
    ("Take the leg press with your toes out. Which head works?", "in"),
    ("Everything but the leg press is taken. What can I do?", "in"),
    ("I don't have a gym, just a leg press. What can I do?", "in"),
    ("No kit, a leg press next door. What can I do?", "in"),
    ("No kit or leg press here. What can I do?", "out"),
    ("Which exercise can't I do if the leg press is mine?", "in"),
    ("I want all the exercises, only the leg press not.", "out"),
    ("No kit at all except a leg press. What can I do?", "only"),
    ("dont want a leg press, what else is there", "out"),
    ("Is it impossible without a leg press?", "must"),
    ("That is not impossible without a leg press.", "out"),
    ("I don't mind a leg press. What is it for?", "in"),
    ("A partner is not necessary for the leg press, is it?", "in"),
    ("If the leg press is off the menu, what remains?", "out"),
]
RELATIVE = [
    ("a joint the soleus doesn't cross", "out"),
    ("Which joint does the gastroc cross that the soleus doesn't cross?", "out"),
    ("Is it true that the soleus doesn't cross the knee?", "in"),
    ("The soleus doesn't cross which joint?", "out"),
    ("Pair me two raises so that neither the gastrocnemius nor the soleus is forgotten.", "in"),
]


@pytest.mark.parametrize(("question", "polarity"), CASES)
def test_the_polarity_of_a_name(question, polarity, pipeline):
    """It hangs on the word that reaches the name, and on what denies or asks for that word."""
    anchors = Scene(pipeline.heard(question), pipeline.graph).anchors
    assert [a.polarity for a in anchors if a.mention.form == "leg press"] == [polarity]


@pytest.mark.parametrize(("question", "polarity"), RELATIVE)
def test_the_polarity_of_a_subject(question, polarity, pipeline):
    """A clause that tells of a class excludes its subject by its denial; a statement does not."""
    anchors = Scene(pipeline.heard(question), pipeline.graph).anchors
    assert [a.polarity for a in anchors if a.mention.form == "soleus"] == [polarity]
