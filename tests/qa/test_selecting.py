"""Which exercises are chosen: by what one has or lacks, by what one does already, by how one says no."""

import pytest

ON_STEPS = {"standingCalfRaise", "donkeyCalfRaise"}


def names(answer):
    """The local names of what an answer lists."""
    return {item.iri.local for item in answer.items}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Which exercise isn't useless for the soleus?", {"seatedCalfRaise"}),
        (
            "Not all calf exercises are for the inner calf. Which one isn't among the three for it?",
            {"seatedCalfRaise"},
        ),
        (
            "I've got zero machines. What can I do for the inner calf?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        (
            (
                "I have a training partner and a block but not one machine in the place. "
                "Which exercises for the medial gastroc are possible?"
            ),
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        (
            "I own dumbbells and a block. Which calf exercises are possible?",
            {"standingCalfRaise", "dumbbellStandingCalfRaise"},
        ),
        (
            "My gym has a donkey machine and a leg press, what's for the inner calf?",
            {"donkeyCalfRaise", "legPressCalfPress"},
        ),
        ("With a block and a partner, which inner calf exercises work?", ON_STEPS),
        ("Seat yes, bent knees no, medial head yes.", {"legPressCalfPress"}),
        ("Donkeys: no. Leg press: no. What is left for the inner calf?", {"standingCalfRaise"}),
        (
            "Skip whatever needs a machine. Which inner calf exercises are left?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        (
            "Hotel gym: one leg press, one treadmill. Isn't there anything for the inner calf?",
            {"legPressCalfPress"},
        ),
        (
            "Which two of the inner-calf lifts are done with my weight on my feet and not on a seat?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        (
            "We have neither machines nor weights, but there are two of us and a block. Inner calf?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
    ],
)
def test_what_is_there_and_what_is_denied_decide_the_list(ask, text, wanted):
    """A list holds what is left by what a question denies, and what can be done with what it has."""
    assert names(ask(text)) == wanted


def test_a_no_at_the_end_of_a_question_asks_for_a_verdict(ask):
    """It excludes nothing of what stands before it."""
    answer = ask("dont get why seated raises should be the soleus one, its the same ankle movement no?")
    assert "emphasises the soleus" in answer.interpretation


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "I already do all three inner calf exercises. Which one do I put in for the muscle beneath?",
            {"seatedCalfRaise"},
        ),
        ("I need an exercise that spares the gastroc and hits what's beneath it.", {"seatedCalfRaise"}),
        ("Which exercise would you choose for the deeper of the two muscles?", {"seatedCalfRaise"}),
        ("I want to train what the gastrocnemius covers. Which raise?", {"seatedCalfRaise"}),
        ("What works the muscle hidden behind the big one?", {"seatedCalfRaise"}),
        (
            "Which move is for a man who likes to sit and who wants the muscle under the big one?",
            {"seatedCalfRaise"},
        ),
    ],
)
def test_a_muscle_may_be_described_by_where_it_lies(ask, text, wanted):
    """What lies under the gastrocnemius is the soleus, whatever else the question names."""
    assert names(ask(text)) == wanted


def test_the_deeper_one_takes_the_place_of_what_was_asked_before(ask):
    """A verdict on the muscle that is described is none on the one that was answered."""
    first = ask("Which muscle crosses the knee?")
    answer = ask("Does the deeper one as well?", first)
    assert answer.boolean == "no"
    assert "soleus" in answer.interpretation


@pytest.mark.parametrize(
    "text",
    [
        "I do standing raises, donkeys and calf presses. Which exercise is still missing?",
        "Standing raises, donkey raises, calf presses: done them for years. What would complete the calf?",
        "Everything I do is for the gastrocnemius. Which move evens that out?",
        "My programme is standing raises, donkey raises and calf presses. What would round it off?",
    ],
)
def test_what_somebody_does_already_is_not_what_is_missing(ask, text):
    """The one exercise that trains another muscle is left by a list of what is done already."""
    assert names(ask(text)) == {"seatedCalfRaise"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ain't got a leg press. Which two lifts are still standing for the inner calf?", ON_STEPS),
        ("I can't stand leg presses. What's left for the inside of my calf?", ON_STEPS),
        (
            "They took the donkey machine, and nobody may sit on somebody here. What trains the inner head?",
            {"standingCalfRaise", "legPressCalfPress"},
        ),
    ],
)
def test_a_list_excludes_nothing_that_a_question_does_not_speak_of(ask, text, wanted):
    """Who has no leg press does not do without the standing raise, though the wording may think so."""
    assert names(ask(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Every machine in the place is out of order, but my mate came along. What for the inner calf?",
            ON_STEPS,
        ),
        ("Which of the inner calf exercises can two people do together with no machine at all?", ON_STEPS),
        ("A friend may help me and there's a step, but no machines. What for the inner calf?", ON_STEPS),
        ("My husband wants to help. Which inner calf exercise could he sit on me for?", {"donkeyCalfRaise"}),
        ("Which inner calf exercise has nobody to sit on you and no standing?", {"legPressCalfPress"}),
    ],
)
def test_who_helps_is_there_and_sits_on_a_back(ask, text, wanted):
    """A helper who comes along is not lacking with the machines, and who sits on somebody is not seated."""
    assert names(ask(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "I do standing, donkey and leg press work. Which exercise would complete it?",
            {"seatedCalfRaise"},
        ),
        ("which one of these targets the soleus: donkey, leg press or seated", {"seatedCalfRaise"}),
        (
            "I did calf presses Monday, donkey raises today. Which inner calf exercise is left?",
            {"standingCalfRaise"},
        ),
        ("Forget the seated raise. Which ones train the inner head?", {*ON_STEPS, "legPressCalfPress"}),
        (
            "I've no partner and no donkey machine, so which inner calf moves are left?",
            {"standingCalfRaise", "legPressCalfPress"},
        ),
    ],
)
def test_short_names_in_a_list_are_names_of_exercises(ask, text, wanted):
    """A machine, or a posture, beside an exercise stands for the exercise that is done so."""
    assert names(ask(text)) == wanted


def test_a_bare_denial_denies_what_was_said_before(ask):
    """It does not deny what the question is for."""
    first = ask("Which exercises need a machine?")
    assert names(ask("Which doesn't, for the inner head?", first)) == ON_STEPS


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Is there an inner calf exercise that isn't any sort of raise?", {"legPressCalfPress"}),
        ("I'm bored of raises. Is there something for the inner calf where I press?", {"legPressCalfPress"}),
        (
            "I've crossed off the one where somebody can sit on me. Which inner calf moves are left?",
            {"standingCalfRaise", "legPressCalfPress"},
        ),
        ("I lose my balance, so nothing where I stand. Something for the inner calf?", {"legPressCalfPress"}),
        (
            "The plain standing raise bores me. In what other versions does it come?",
            {"dumbbellStandingCalfRaise", "machineStandingCalfRaise"},
        ),
    ],
)
def test_a_kind_is_excluded_as_a_whole_and_versions_are_of_what_was_named(ask, text, wanted):
    """No raise, not the one with a partner, nothing on the feet; but versions of what bores somebody."""
    assert names(ask(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("My inner calf is fine, it's the outside that's small. How do I hold my feet?", {"toesOut"}),
        (
            "Which exercise is for someone whose gastrocnemius is fine but whose deeper muscle is weak?",
            {"seatedCalfRaise"},
        ),
    ],
)
def test_a_muscle_that_is_fine_is_not_the_one_to_train(ask, text, wanted):
    """What is said to be fine stands beside what is not."""
    assert names(ask(text)) == wanted


def test_what_was_asked_of_one_muscle_may_be_asked_of_the_one_under_it(ask):
    """A description takes the place of a name in a follow-up, as a name does."""
    first = ask("Which exercise works the gastroc?")
    assert names(ask("And which the one underneath it?", first)) == {"seatedCalfRaise"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("What's the sitting exercise for the medial head?", {"legPressCalfPress"}),
        ("Inner calf, but no sitting exercises please", ON_STEPS),
    ],
)
def test_a_seated_exercise_need_not_be_the_seated_raise(ask, text, wanted):
    """The calf press on the leg press is done sitting, too."""
    assert names(ask(text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Which exercise takes the gastrocnemius out of play the most?",
        "Give me the one exercise that takes the gastroc out of the picture.",
    ],
)
def test_an_exercise_that_takes_a_muscle_out_of_play_does_not_train_it(ask, text):
    """What an exercise takes out is denied, by the property that the graph has of it."""
    assert names(ask(text)) == {"seatedCalfRaise"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("What can I use instead of the donkey machine?", {"trainingPartner"}),
        ("What can replace the donkey machine?", {"trainingPartner"}),
        ("what could stand in for a partner in the donkey raise", {"donkeyCalfRaiseMachine"}),
        ("What can I use in place of a calf block for standing raises?", {"step"}),
        ("I don't have a calf block. What can I use instead?", {"step"}),
        ("The leg press is occupied. What could I swap in for my inner calves?", ON_STEPS),
    ],
)
def test_what_takes_the_place_of_equipment_is_what_the_exercise_is_done_with_else(ask, text, wanted):
    """Not what goes with both, and not another exercise, unless a muscle is to be trained."""
    assert names(ask(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Which muscle is the soleus under?", {"gastrocnemius"}),
        ("Beneath which muscle does the soleus lie?", {"gastrocnemius"}),
        ("By which muscle is the soleus hidden?", {"gastrocnemius"}),
        ("What is the soleus covered by?", {"gastrocnemius"}),
        ("Which muscle does the gastrocnemius cover?", {"soleus"}),
        ("The soleus lies beneath what?", {"gastrocnemius"}),
    ],
)
def test_which_of_two_lies_over_the_other_is_said_by_the_order_of_words(ask, text, wanted):
    """The name before "under" lies under what is asked for, the name behind it over that."""
    assert names(ask(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Which part of the foot do I push through in a standing calf raise?", {"standingCueBigToe"}),
        ("Which part of my foot should I press through on the calf press?", {"legPressCuePushBalls"}),
        ("What should I not do with my knees on the calf press?", {"legPressCueKneesUnlocked"}),
        ("What shouldn't I do with my knees on a standing raise?", {"standingCueKneesUnlocked"}),
    ],
)
def test_a_cue_is_the_one_of_the_exercise_that_is_named(ask, text, wanted):
    """A part of the foot may be another part than the foot, and what not to do is a cue that says so."""
    assert names(ask(text)) == wanted


def test_who_studies_for_a_test_asks_for_no_studies(ask):
    """The origin is told, not what research says of the muscle."""
    text = (
        "My daughter is studying for a test and asked me where the gastrocnemius begins. What do I tell her?"
    )
    assert "aboveTheKnee" in names(ask(text))
