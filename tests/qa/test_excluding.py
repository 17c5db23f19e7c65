"""What a question excludes, lacks or has at hand is heeded, and nothing else is."""

import pytest


def names(answer):
    """The local names of what an answer lists."""
    return [item.iri.local for item in answer.items]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("leg press and donkey machine taken, I have a step. inner calf?", {"standingCalfRaise"}),
        (
            "Every machine but the leg press is taken. Which inner calf exercise can I do?",
            {"legPressCalfPress"},
        ),
        ("Everything is taken but the leg press. inner calf?", {"legPressCalfPress"}),
        (
            "I refuse to sit down. Which exercises for the medial head does that allow?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        ("Good looks aside, what do strong calves give you?", {"injuryPrevention", "performanceEnhancement"}),
        (
            "Apart from the plain version, how can the standing raise be done?",
            {"dumbbellStandingCalfRaise", "machineStandingCalfRaise"},
        ),
        (
            "I've no block and no step. Which medial-head exercise needs neither?",
            {"legPressCalfPress", "machineStandingCalfRaise"},
        ),
        (
            "Cross the seated raise off the list. Which calf exercises do I still have?",
            {"standingCalfRaise", "donkeyCalfRaise", "legPressCalfPress"},
        ),
        (
            "Take away the leg press and the donkey raise. What remains on the list for the medial head?",
            {"standingCalfRaise"},
        ),
        ("not donkey, not leg press, inner head", {"standingCalfRaise"}),
        (
            "For the inner calf without bending over and without bent knees, what is there?",
            {"standingCalfRaise", "legPressCalfPress"},
        ),
        ("All inner calf exercises are done with straight knees. Which exercise isn't?", {"seatedCalfRaise"}),
        (
            "Sleds scare me. Which of the inner calf exercises don't use one?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        (
            "I'm bored with standing calf raises. What variations of them are there?",
            {"dumbbellStandingCalfRaise", "machineStandingCalfRaise"},
        ),
        ("Which calf move should I add so that the deep muscle isn't left out?", {"seatedCalfRaise"}),
        (
            "I set up on the leg press with toes out. Which exercises train the lateral head?",
            {"legPressCalfPress"},
        ),
        ("Which exercises can't I do without a leg press?", {"legPressCalfPress"}),
        (
            "The one machine here that isn't broken is the leg press. Which inner calf exercise can I do?",
            {"legPressCalfPress"},
        ),
        (
            "I own no dumbbells. Which of the two standing raise variations does that leave me?",
            {"machineStandingCalfRaise"},
        ),
        (
            "We have a leg press. If I skip the donkey raise, which exercises for the medial head remain?",
            {"legPressCalfPress"},
        ),
        ("I can do one exercise and want it to be for the soleus. Which one?", {"seatedCalfRaise"}),
        ("Which of the two heads is not biased by toes in?", {"lateralHead"}),
        ("Which head do toes in not bias?", {"lateralHead"}),
        (
            "Which inner calf exercises are left if the leg press is off the list?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        (
            "I don't have a gym, just stairs. What can I do for the inner calf?",
            {"standingCalfRaise"},
        ),
        (
            "I have no leg press. Which of those exercises train the medial head?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        ("There is a leg press here. Which exercises can't be done without it?", {"legPressCalfPress"}),
        ("I don't have a leg press. Which exercises can't I do without one?", {"legPressCalfPress"}),
        (
            "I have a leg press. Which inner calf exercises can I do without one?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        (
            "Which exercise for the medial gastroc can't be done without a machine?",
            {"legPressCalfPress", "machineStandingCalfRaise"},
        ),
        (
            "My soleus gets enough work already. Which exercises for the other big calf muscle?",
            {"standingCalfRaise", "donkeyCalfRaise", "legPressCalfPress"},
        ),
    ],
)
def test_the_reach_of_words_that_exclude(text, wanted, ask):
    """What is taken, refused, set aside or already trained is excluded; what is spared from that is not."""
    assert set(names(ask(text))) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Our club has a calf block and a donkey machine but no leg press. Exercises for the medial head?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        ("gym has no leg press and nobody will sit on my back. inner calf exercise?", {"standingCalfRaise"}),
        ("leg press taken. donkey machine broken. what else for medial gastroc", {"standingCalfRaise"}),
        (
            "medial head exercise list please, minus anything with a sled",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
        (
            "Two machines are free, the leg press and the standing calf machine. Inner-head exercises?",
            {"legPressCalfPress", "machineStandingCalfRaise"},
        ),
    ],
)
def test_what_is_there_and_what_is_lacking(text, wanted, ask):
    """All that one has may be used together; who lacks one way to do an exercise has no other unsaid."""
    assert set(names(ask(text))) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "What calf exercise suits someone who wants the soleus and not the gastrocnemius?",
            {"seatedCalfRaise"},
        ),
        (
            "Except the seated one, which raises or presses does the piece suggest?",
            {"standingCalfRaise", "donkeyCalfRaise", "legPressCalfPress"},
        ),
        (
            "Neither standing, donkey nor leg press: which calf exercise is still mentioned?",
            {"seatedCalfRaise"},
        ),
    ],
)
def test_a_list_names_no_muscle_or_exercise_that_the_question_does_not(text, wanted, ask):
    """Of alternatives and exclusions that only the wording suggests, those that are named stay."""
    assert set(names(ask(text))) == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("never done calf presses on the leg press before, how do they go", "leg press"),
        ("I've never used a leg press for calves. Where on the plate do my feet belong?", "foot plate"),
    ],
)
def test_what_somebody_has_never_done_is_what_he_asks_about(text, told, ask):
    """Who is new to a thing does not exclude it."""
    answer = ask(text)
    assert answer.answered
    assert told in answer.lead


def test_a_clear_wording_has_heard_what_it_excludes(ask):
    """What the wording is as good as certain of is answered, though the answer names what is excluded."""
    answer = ask("Getting hurt aside, why is bouncing through the reps unwise?")
    assert answer.answered
    assert "muscle engagement" in answer.lead


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "list common calf errors, skip the ones about foot position and weight",
            {"insufficientRangeOfMotion", "rushingReps", "neglectingTheSoleus"},
        ),
        ("What ranks above foot position, good form excepted?", {"fullRangeOfMotion", "progressiveOverload"}),
        (
            "Exercises for the inner calf, donkey raises and leg press excluded?",
            {"standingCalfRaise"},
        ),
        ("Exercises for the inner calf, excluding donkeys?", {"standingCalfRaise", "legPressCalfPress"}),
        (
            "what reasons are there for balanced calf training that don't have to do with getting hurt",
            {"performanceEnhancement", "aesthetics"},
        ),
        (
            "What are the benefits of balanced calves if you take sports performance out of the picture?",
            {"injuryPrevention", "aesthetics"},
        ),
        (
            "I don't play sports and I don't care how my legs look. What reason is left to train in balance?",
            {"injuryPrevention"},
        ),
        (
            "I own no dumbbells. Which of the two standing raise variations does that leave me?",
            {"machineStandingCalfRaise"},
        ),
        (
            "I want straight knees and a machine, but no sitting. Name something that fits.",
            {"machineStandingCalfRaise", "donkeyCalfRaise"},
        ),
        ("Which part of the gastroc isn't on the inside of the leg?", {"lateralHead"}),
        ("Which head gets left out of the favour when the toes point in?", {"lateralHead"}),
        ("toes in - which head takes the back seat", {"lateralHead"}),
        ("Which head gets less of the work with the toes out?", {"medialHead"}),
        ("Which head does toes out favour?", {"lateralHead"}),
        ("Which head of the gastroc doesn't get the benefit of toes in?", {"lateralHead"}),
        (
            "Which mistakes remain once you strike out the ones about tempo and about the soleus?",
            {"insufficientRangeOfMotion", "overRelianceOnFootPosition", "usingTooMuchWeight"},
        ),
        (
            "The one machine in our gym that isn't broken is the leg press. Which inner calf move is left?",
            {"legPressCalfPress"},
        ),
        (
            "I can do one exercise for calves and want it to be for the soleus. Which one?",
            {"seatedCalfRaise"},
        ),
        ("Which head do I spare when my toes point out?", {"medialHead"}),
        ("Which exercise spares the gastrocnemius?", {"seatedCalfRaise"}),
        (
            "I'd like to spare the gastrocnemius and hammer the muscle under it; which exercise?",
            {"seatedCalfRaise"},
        ),
        ("Which knee position spares the gastrocnemius?", {"kneeBent"}),
        (
            "Which mistakes don't lead to injury?",
            {
                "insufficientRangeOfMotion",
                "neglectingTheSoleus",
                "overRelianceOnFootPosition",
                "usingTooMuchWeight",
            },
        ),
        (
            "which inner calf exercises don't need equipment like machines",
            {"standingCalfRaise", "dumbbellStandingCalfRaise", "donkeyCalfRaise"},
        ),
        (
            "Take away the seated raise and what's left in the article's list of calf exercises?",
            {"standingCalfRaise", "donkeyCalfRaise", "legPressCalfPress"},
        ),
        ("Which foot position is left once you drop toes in and toes out?", {"toesForward"}),
        ("Which knee position takes most of the load off the gastrocnemius?", {"kneeBent"}),
        ("which toe position is wrong for the inner head?", {"toesOut", "toesForward"}),
        ("What foot position is bad for the outer calf?", {"toesIn", "toesForward"}),
        ("Which exercise is no good for the inner calf?", {"seatedCalfRaise"}),
        ("What knee position would be wrong if I want to hit the soleus", {"kneeStraight"}),
    ],
)
def test_what_is_to_be_left_out_is_no_result(text, wanted, ask):
    """Told by a verb, after a name, by what it is about, or as what somebody does without or is left with."""
    assert set(names(ask(text))) == wanted
