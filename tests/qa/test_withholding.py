"""What no source tells is not answered by a neighbour: other amounts, orders, what is best, who decided."""

import pytest

from qa.model import Status


@pytest.mark.parametrize(
    "text",
    [
        "On which days of the week should I train my calves?",
        "How many weeks until I switch from 12 reps to 20?",
        "How many of the weekly sets should be donkey raises?",
        "How many days of rest do I need between sessions?",
        "Is the standing calf raise bad for the knees?",
        "Which exercise is hard on the ankles?",
        "In what order should I do standing, donkey and press in one workout?",
        "Rank the three toes-in exercises from most to least effective for the medial head.",
        "At what knee angle does the gastrocnemius switch off?",
        "Is the seated raise safe for my knees?",
        "Where does the name gastrocnemius come from?",
        "How did the seated calf raise get its name?",
        "What does the word soleus mean in Latin?",
        "How thick is the Achilles tendon?",
        "How long is the Achilles tendon that both calf muscles insert into?",
        "By how many degrees should the toes be turned inwards?",
        "What did the men in the toe position trial eat during the nine weeks?",
    ],
)
def test_what_sounds_like_another_question_is_refused(text, ask):
    """Days, shares, orders, what joints bear, where names come from: wordings take them for others."""
    answer = ask(text)
    assert not answer.answered, answer.lead
    assert not answer.items


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Is a single-leg raise better for the inner calf?", "single leg"),
        ("How do I do the calf press with one leg at a time?", "one leg at a time"),
        ("Who decided that 8-12 reps is the range for hypertrophy?", "Who decided"),
        ("Who came up with the idea of progressive overload?", "Who came up with the idea"),
        ("Why does my left calf respond to training?", "left calf"),
        ("What foot position do most lifters use?", "most lifters use"),
        ("How do I know if my calves have recovered?", "How do I know if"),
    ],
)
def test_a_phrase_for_what_no_source_holds_is_named(text, phrase, ask):
    """Each of its words is known; together they ask for what nothing here tells of."""
    answer = ask(text)
    assert answer.status is Status.UNSTATED
    assert answer.lead == f"I can't answer that: no source here has anything on \u201c{phrase}\u201d."


def test_a_leg_press_is_no_single_leg(ask):
    """What names a thing is no phrase for what is lacking."""
    assert ask("I have one leg press, what can I do for my inner calf?").answered


@pytest.mark.parametrize(
    "text",
    [
        "How many seconds should the lowering part of each rep take?",
        "How long should the lowering phase last?",
        "How many exercises per session?",
        "How wide apart do my feet go on the step?",
        "How many heads has the soleus?",
        "What does the plantaris do in a calf raise?",
        "Does the plantaris help with pointing the toes down?",
        "What muscle lies beneath the soleus?",
        "What covers the gastrocnemius?",
        "Which muscle does the soleus cover?",
        "Which of the five mistakes do lifters make most often?",
        "Of the three toes-in exercises, which one is the most effective?",
    ],
)
def test_what_no_source_tells_is_not_answered_by_a_neighbour(text, ask):
    """Another amount, the number of something else, and "none" of what nothing is told of are no answers."""
    answer = ask(text)
    assert answer.status is Status.UNSTATED, answer.lead
    assert not answer.items


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Which of the inner calf exercises is best for a beginner?",
            ("donkey", "leg press", "standing calf raise"),
        ),
        ("Which of the benefits matters most?", ("aesthetics", "injury prevention", "performance")),
    ],
)
def test_one_of_all_that_nothing_ranks_is_told_with_all(text, names, ask):
    """Who asks which one is most so hears that no source tells, and what there is to choose from."""
    lead = ask(text).lead
    assert lead.startswith("No source here tells which")
    assert all(name in lead for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "Which of these is best for the inner calf?",
        "Which of the exercises works the inner calf the most?",
        "Which of the two calf muscles is the most visible?",
    ],
)
def test_what_is_best_for_something_is_told(text, ask):
    """What a list is wanted for is not what its members are ranked by."""
    assert ask(text).answered


def test_nothing_is_guessed_of_a_muscle_that_no_source_trains(ask):
    """The wording of questions on other muscles tells nothing of this one."""
    answer = ask("Do calf raises work the tibialis anterior?")
    assert answer.status is Status.UNSTATED
    assert not answer.boolean
