"""A verdict is on what the question says, however it words it."""

import tomllib
from pathlib import Path

import pytest

from qa.model import Question

CASES = list(tomllib.loads((Path(__file__).parent / "verdicts.toml").read_text(encoding="utf-8")).items())


@pytest.mark.parametrize(("question", "verdict"), CASES)
def test_a_verdict_is_on_what_the_question_says(question, verdict, pipeline):
    """Denials, "only", opposites and the order of a comparison turn a verdict; a negated opening does not."""
    answer = pipeline.ask(Question(question))
    assert (answer.boolean, answer.lead.lower().startswith(verdict)) == (verdict, True), answer.lead


def test_only_is_refuted_by_what_else_there_is(pipeline):
    """The other things are named, and parts of the one claimed are none of them."""
    answer = pipeline.ask(Question("Does only the gastrocnemius insert into the Achilles tendon?"))
    assert "soleus" in {item.label for item in answer.items}
    assert not any("head" in item.label for item in answer.items)


@pytest.mark.parametrize(("question", "verdict"), CASES[:8])
def test_capitals_change_no_verdict(question, verdict, pipeline):
    """A "not" is heard in "DOESN'T" too, where only that word is shouted and where all are."""
    shouted = question.replace("doesn't", "DOESN'T").replace("Doesn't", "DOESN'T")
    for text in (question.upper(), shouted):
        assert pipeline.ask(Question(text)).boolean == verdict, text


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (
            "Does turning the toes in spare the inner calf?",
            "No, not as you put it, by the article: ",
        ),
        ("Does the lateral head rest while the toes are in?", "No, not as you put it: "),
    ],
)
def test_a_learnt_verdict_against_a_statement_says_so(text, begins, pipeline):
    """What is stated then seems to say the contrary, so the verdict is tied to the words of the question."""
    answer = pipeline.ask(Question(text))
    assert (answer.boolean, answer.lead.startswith(begins)) == ("no", True), answer.lead


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Is the soleus affected by how bent the knee is?", "Only a little: "),
        ("Is soleus recruitment dependent on how much the knee is bent?", "Only a little: "),
        ("Does the soleus stay unaffected when I straighten my knee?", "Almost: "),
    ],
)
def test_a_statement_of_little_is_neither_yes_nor_no(text, begins, pipeline):
    """What hardly changes is neither changed nor the same."""
    answer = pipeline.ask(Question(text))
    assert (answer.boolean, answer.lead.startswith(begins)) == ("qualified", True), answer.lead


def test_little_is_confirmed_where_little_is_asked(pipeline):
    """The question has the word that the statement hedges with."""
    assert pipeline.ask(Question("Is the soleus little affected by knee position?")).boolean == "yes"


def test_a_way_with_no_more_is_told_alone(pipeline):
    """Beside "yes, with only a partner" the machine that does instead is not listed."""
    lead = pipeline.ask(Question("Is the donkey raise possible with only a partner?")).lead
    assert lead == "Yes: the donkey calf raise can be done with a calf block and a training partner."


def test_only_is_refuted_with_what_it_was_claimed_of(pipeline):
    """What is true of both is said of both."""
    lead = pipeline.ask(Question("Does a straight knee maximally engage just the medial head?")).lead
    assert all(said in lead for said in ("No: ", "medial head", "lateral head"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Does a bent knee maximally engage the gastrocnemius?", "a bent knee minimally engages"),
        ("Is foot position important for building calves?", "but it is secondary"),
        ("Can foot position isolate the medial head?", "only shifts the emphasis"),
    ],
)
def test_a_no_says_what_is_so_of_the_same_things(text, said, pipeline):
    """It would otherwise claim more than the article does."""
    answer = pipeline.ask(Question(text))
    assert (answer.boolean, said in answer.lead) == ("no", True), answer.lead


def test_a_number_that_is_denied_is_said_to_be_another(pipeline):
    """A bare "yes: two" would seem to affirm three."""
    answer = pipeline.ask(Question("It's a myth that the gastrocnemius has three heads, right?"))
    assert answer.lead.startswith("Yes, that is wrong: there are two muscle heads")


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Do the calf muscles start above the knee?", "Only in part: the gastrocnemius"),
        ("Someone at the gym says 8-12 is the right number of reps. True?", "It depends on the goal: "),
    ],
)
def test_what_is_so_of_some_or_for_a_goal_is_neither_yes_nor_no(text, begins, pipeline):
    """Of "the calf muscles" as of "the right number" it is said of which, and for what, it is so."""
    answer = pipeline.ask(Question(text))
    assert (answer.boolean, answer.lead.startswith(begins)) == ("qualified", True), answer.lead
