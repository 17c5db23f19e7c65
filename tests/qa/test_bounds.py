"""A verdict heeds how much a question claims: "only", "more than two", "nothing but", "as much as"."""

import pytest

from qa.model import Question

CASES = [
    ("so my outer head just switches off when i turn my toes in?", "no"),
    ("It's not only the soleus that inserts into the Achilles tendon, right?", "yes"),
    ("The soleus isn't the only muscle that inserts into the Achilles, is it?", "yes"),
    ("Is the soleus the only muscle that inserts into the Achilles tendon?", "no"),
    ("Calves aren't just the gastrocnemius, right?", "yes"),
    ("Are both heads, not merely the inner one, engaged most with a straight knee?", "yes"),
    ("Is more weight the only kind of overload?", "no"),
    ("Are there at least four exercises for the inner calf?", "no"),
    ("There are at least three steps of the donkey raise. Is that right?", "yes"),
    ("There are at least five steps of the donkey raise. Is that right?", "no"),
    ("Does the article name at least four mistakes?", "yes"),
    ("Does the gastrocnemius have more than two heads?", "no"),
    ("Does the gastrocnemius have more than one head?", "yes"),
    ("Does the soleus cross more than one joint?", "no"),
    ("Are there fewer than six common mistakes?", "yes"),
    ("Are there more than three foot positions?", "no"),
]


@pytest.mark.parametrize(("question", "verdict"), CASES)
def test_a_verdict_heeds_how_much_is_claimed(question, verdict, pipeline):
    """What goes beyond the graph is a no, though part of it is so; what stays within is a yes."""
    assert pipeline.ask(Question(question)).boolean == verdict
