"""Plain questions, of one thing and one relation and nothing else, are answered from the graph alone."""

import pytest

from qa.model import Table

CALF_MUSCLES = {"gastrocnemius", "soleus"}


def names(answer):
    """The local names of what an answer lists."""
    return {item.iri.local for item in answer.items}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("What does the soleus do?", {"anklePlantarflexion"}),
        ("What does the medial head do?", {"anklePlantarflexion"}),
        ("What do the calves do?", {"anklePlantarflexion"}),
        ("What is the function of the soleus?", {"anklePlantarflexion"}),
        ("What supplies the soleus?", {"tibialNerve"}),
        ("What opposes the soleus?", {"tibialisAnterior"}),
        ("What is the antagonist of the soleus?", {"tibialisAnterior"}),
        ("What muscles cross the ankle?", CALF_MUSCLES),
        ("Which muscle crosses only the ankle?", {"soleus"}),
        ("What crosses the knee?", {"gastrocnemius"}),
        ("What inserts into the Achilles tendon?", CALF_MUSCLES),
        ("What produces plantarflexion?", CALF_MUSCLES),
        ("What remedies bouncing?", {"controlledTempo", "pausing"}),
        ("What causes injury?", {"rushingReps"}),
    ],
)
def test_one_relation_to_one_thing(ask, text, wanted):
    """No more is asked, and no more conditions are read into it than it has."""
    assert names(ask(text)) == wanted


def test_a_reason_bears_on_what_is_named(ask):
    """Of reasons as likely, the one that has to do with the soleus."""
    assert "balancedTraining" in {t.subject.local for t in ask("Why is the soleus important?").triples}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("What is the first step of the exercise on the leg press?", 1),
        ("What's the last step of the exercise on the leg press?", 5),
        ("What is the third step of the calf press?", 3),
    ],
)
def test_one_step_is_told_where_its_place_is_named(ask, text, number):
    """The exercise may be described by what it is done on."""
    assert ask(text).lead.startswith(f"Step {number} of the calf press on the leg press: ")


def _rows(answer):
    """The first cells of the table of an answer."""
    return {row[0] for block in answer.blocks if isinstance(block, Table) for row in block.rows}


def test_a_table_has_no_row_for_what_all_share(ask):
    """Either position engages both heads, though of the head that it biases more is said."""
    answer = ask("Compare toes in and toes out")
    assert "Biases" in _rows(answer)
    assert "Engages" not in _rows(answer)


def test_what_two_have_in_common_may_be_said_of_one_in_other_words(ask):
    """A position that biases a head engages it, as the other position does."""
    heads = {"gastrocnemius", "medialHead", "lateralHead"}
    assert names(ask("What do toes in and toes out have in common?")) == heads


def test_only_what_is_named_is_compared(ask):
    """A third exercise that is often compared with the two is left out."""
    lead = ask("What do donkey raises and standing raises share in technique?").lead
    assert "donkey calf raise" in lead
    assert "leg press" not in lead


@pytest.mark.parametrize(
    "text", ["Which joint gets steadier thanks to well-balanced calves?", "reps for size not stamina?"]
)
def test_who_asks_for_a_thing_gets_no_verdict(ask, text):
    """A question word, or a quantity without a number, asks for no yes or no."""
    answer = ask(text)
    assert answer.answered
    assert answer.boolean == ""


def test_what_an_exercise_is_done_with_else_is_told(ask):
    """With the machine gone, the partner is named, and the machine is not."""
    answer = ask("We have no donkey machine but always two of us. Can donkey raises still be done?")
    assert answer.lead == "Yes: the donkey calf raise can be done with a calf block and a training partner."


def test_nothing_is_claimed_of_a_practice_that_no_source_has_it_do(ask):
    """A mistake does the harm; that the practice does it is not stated."""
    answer = ask("Does progressive overload cause injuries?")
    assert not answer.answered
    assert answer.boolean == ""


_EXERCISES = ("standing calf raise", "donkey calf raise", "calf press on the leg press")
_HEADS = ("gastrocnemius", "medial head", "lateral head")


@pytest.mark.parametrize("verb", ["train", "work", "target"])
@pytest.mark.parametrize("exercise", _EXERCISES)
def test_what_holds_of_one_exercise_is_said_alike_of_each(ask, verb, exercise):
    """The graph states the same of all three, so no wording may tell them apart."""
    assert ask(f"Does the {exercise} {verb} the soleus?").boolean == "no"
    assert ask(f"Does the {exercise} {verb} the medial head?").boolean == "yes"


@pytest.mark.parametrize("muscle", _HEADS)
def test_what_holds_of_a_muscle_holds_of_its_heads(ask, muscle):
    """How the knee is held sways all of it, and all of it pulls the toes down."""
    assert ask(f"Is the {muscle} affected by the knee?").boolean == "yes"
    assert ask(f"Is the {muscle} affected much by the knee position?").boolean == "yes"
    assert ask(f"Does the {muscle} point the toes?").boolean == "yes"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Does the gastrocnemius have heads?", "yes"),
        ("Does the gastrocnemius have any heads?", "yes"),
        ("Does the soleus have heads?", "no"),
        ("Is the soleus affected much by the knee position?", "no"),
        ("Does using too much weight raise the risk of injury?", "no"),
        ("Does rushing raise the risk of injury?", "yes"),
        ("Should I rush the eccentric phase?", "no"),
        ("Should I rush the way down?", "no"),
        ("Should the knees be locked out on the calf press?", "no"),
    ],
)
def test_a_plain_claim_is_judged_by_the_graph(ask, text, verdict):
    """No likeness to what is asked more often decides on what is said in so many words."""
    assert ask(text).boolean == verdict


@pytest.mark.parametrize(
    "text",
    [
        "Does pausing at the top and bottom matter more than foot position?",
        "Does a controlled tempo matter more than foot position?",
        "Is a controlled tempo backed by research?",
        "What variations of the donkey calf raise are there?",
    ],
)
def test_what_nothing_is_stated_of_is_not_answered_by_a_neighbour(ask, text):
    """What a thing is, or what the article asks for, is no answer to how it ranks or what trials found."""
    answer = ask(text)
    assert not answer.answered
    assert answer.boolean == ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Compare the two heads of the gastrocnemius.", {"medialHead", "lateralHead"}),
        ("Compare the three foot positions.", {"toesIn", "toesOut", "toesForward"}),
        ("How do the knee positions differ?", {"kneeStraight", "kneeBent"}),
        ("What's the difference between the two phases?", {"concentricPhase", "eccentricPhase"}),
        (
            "Compare the exercises for the inner calf.",
            {"standingCalfRaise", "donkeyCalfRaise", "legPressCalfPress"},
        ),
    ],
)
def test_the_members_of_a_class_are_compared(ask, text, wanted):
    """They need not be named one by one."""
    assert names(ask(text)) == wanted


def test_no_more_is_affirmed_of_a_class_than_is_read(ask):
    """What is said of the class besides is left aside, and so the verdict is."""
    assert ask("Is the soleus a muscle?").boolean == "yes"
    assert ask("Is the soleus a round muscle?").boolean == ""


def test_a_denied_claim_may_be_answered_by_a_class(ask):
    """It raised an error: whether a mistake is told was asked of things alone."""
    assert ask("It must be true that the soleus doesn't have two heads, mustn't it?").lead
