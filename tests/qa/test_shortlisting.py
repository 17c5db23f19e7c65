"""Of a list that a message gives, what fits is chosen; where its question has a "not", what does not."""

import pytest

from qa.contract import plain_text
from qa.model import Question
from qa.talk.shortlisting import shortlist_in

PRESS, DONKEY, SEATED, STANDING = (
    "legPressCalfPress",
    "donkeyCalfRaise",
    "seatedCalfRaise",
    "standingCalfRaise",
)
CHOSEN = [  # message, the question that is asked, whether it was denied, what is chosen
    (
        "Medial or lateral head: which one is on the inside?",
        "which muscle head is on the inside?",
        False,
        {"medialHead"},
    ),
    (
        "which of these is not a machine exercise: seated raise, donkey raise, leg press calf press?",
        "which exercise is a machine exercise?",
        True,
        {SEATED},
    ),
    (
        "out of medial head, lateral head and soleus, which doesn't cross the knee?",
        "which muscular structure does cross the knee?",
        True,
        {"soleus"},
    ),
    (
        "Of the standing, seated and donkey raises, which one can't hit the gastrocnemius?",
        "which calf raise can hit the gastrocnemius?",
        True,
        {SEATED},
    ),
    (
        "Which of these needs a partner: donkey raise, leg press, seated raise?",
        "which exercise needs a partner?",
        False,
        {DONKEY},
    ),
    (
        "which of these positions bias the outer calf: toes in, toes out, toes straight?",
        "which positions bias the outer calf?",
        False,
        {"toesOut"},
    ),
]
LEFT = [  # message, what is chosen: the class of all the items is wider than what the question is read as
    (
        "Of soleus, inner head and outer head, which one isn't chiefly favoured by a straight knee?",
        {"soleus"},
    ),
    ("Knee, ankle, hip: which joint does the soleus not cross?", {"kneeJoint", "hipJoint"}),
]
NAMELESS = [  # message, how the answer begins, what it says of the others
    (
        "Which of these isn't a way to overload: more reps, more sets, longer rests, more weight?",
        "Longer rests, as far as the sources here tell",
        "increasing the sets",
    ),
    (
        "Which of the following is not a listed mistake: bouncing, light weights, shallow reps?",
        "Light weights, as far as the sources here tell",
        "rushing the repetitions",
    ),
    (
        "Which of these would NOT count as progressing: heavier load, extra sets, longer rests, more reps?",
        "Longer rests, as far as the sources here tell",
        "increasing the weight",
    ),
    (
        "Sprinting, jumping, swimming: which one doesn't the article mention as needing strong calves?",
        "Swimming, as far as the sources here tell",
        "sprinting",
    ),
]
NONE = [
    "Which exercise is for the soleus?",
    "Gastroc vs soleus, which starts above the knee and which below?",
    "Not the donkey, not the leg press. Which exercise is for my medial head?",
    "Apart from bouncing, half reps and skipping the soleus, which mistakes are there?",
    "Seated calf raise and calf press: which knee position does each have?",
    "Standing, donkey, seated: which two are for the gastrocnemius?",
    "Toes inward, heels outward. Which head is that good for?",
    "Is it the soleus or the gastrocnemius?",
    "a, the soleus, the gastrocnemius: which crosses the knee?",
    "",
]


def names(answer):
    """The local names of what an answer lists."""
    return {item.iri.local for item in answer.items}


@pytest.mark.parametrize(("message", "asked", "denied", "wanted"), CHOSEN)
def test_the_question_is_asked_without_the_list(message, asked, denied, wanted, pipeline):
    """The answer names what is chosen first, and its query holds the list."""
    shortlist = shortlist_in(pipeline.heard(message), pipeline.graph)
    assert (shortlist.question, shortlist.denied) == (asked, denied)
    answer = pipeline.ask(Question(message))
    assert names(answer) == wanted
    assert answer.interpretation.startswith("which of them is")
    assert answer.boolean == ""


@pytest.mark.parametrize(("message", "wanted"), LEFT)
def test_what_a_question_denies_is_left_of_the_list(message, wanted, pipeline):
    """The noun that stands for the list is none of the words that are left aside."""
    answer = pipeline.ask(Question(message))
    assert names(answer) == wanted
    assert answer.not_understood == ()


@pytest.mark.parametrize(("message", "begins", "others"), NAMELESS)
def test_what_no_source_names_is_chosen_by_what_is_left(message, begins, others, pipeline):
    """It is told in the asker's words, as far as the sources tell, with the items that they do name."""
    answer = pipeline.ask(Question(message))
    assert answer.lead.startswith(begins)
    assert others in answer.lead
    assert answer.items == ()
    assert answer.sources


@pytest.mark.parametrize("message", NONE)
def test_other_messages_have_no_list_to_choose_from(message, pipeline):
    """What is asked of each, of several or of what is left out, and lists of nothing, are read as a whole."""
    assert shortlist_in(pipeline.heard(message), pipeline.graph) is None


def test_what_is_asked_beside_is_answered_too(pipeline):
    """A second question, and a reason, are no part of the choice."""
    both = pipeline.ask(Question("Medial or lateral head: which one is inside? And how many sets a week?"))
    assert "medialHead" in names(both)
    assert "10 to 20 sets" in plain_text(both)
    why = pipeline.ask(Question("Between standing and donkey raises, which one stretches deeper, and why?"))
    assert "bent hips" in plain_text(why)


def test_a_list_that_all_or_none_of_which_fits_is_no_choice(pipeline):
    """Then the message is read as a whole."""
    answer = pipeline.ask(
        Question("Which is better for the inner calf, the leg press or the standing raise?")
    )
    assert names(answer) == {PRESS, STANDING}
    assert "no source here tells which" in answer.lead
