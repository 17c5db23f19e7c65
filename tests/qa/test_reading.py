"""Readings: each question of the table is understood as it is meant, in every kind."""

import re
import tomllib
from pathlib import Path

import pytest

from kg.terms import Iri
from qa.contract import plain_text
from qa.forms.canonical import canonical, from_canonical
from qa.kinds import KINDS
from qa.model import Question

TABLE = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))
CASES = {case["text"]: case for case in TABLE["question"]}
NAMESPACE = "https://w3id.org/calf-kg/calf#"


def names(answer):
    """The local names of what an answer lists."""
    return [item.iri.local for item in answer.items]


def reading(answer):
    """The kind and the logical form behind an answer, as the next turn would find them."""
    kind, _, form = answer.context.logical_form.partition(" ")
    return kind, form


@pytest.mark.parametrize("text", CASES)
def test_kind(text, ask):
    """The question is taken for one of its kind, and has the status it should."""
    answer = ask(text)
    assert str(answer.status) == CASES[text].get("status", "answered"), answer.lead
    assert reading(answer)[0] == CASES[text]["kind"], answer.interpretation


@pytest.mark.parametrize("text", [text for text, case in CASES.items() if "items" in case])
def test_items(text, ask):
    """The answer lists these things and no other."""
    found, expected = names(ask(text)), CASES[text]["items"]
    if not CASES[text].get("ordered"):
        found, expected = sorted(found), sorted(expected)
    assert found == expected


@pytest.mark.parametrize("text", [text for text, case in CASES.items() if "form" in case])
def test_form(text, ask):
    """The question is understood as this logical form."""
    expected = from_canonical(CASES[text]["form"].replace('":', f'"{NAMESPACE}'))
    assert expected is not None
    assert reading(ask(text))[1] == canonical(expected)


@pytest.mark.parametrize("text", [text for text, case in CASES.items() if "boolean" in case])
def test_yes_or_no(text, ask):
    """The answer is this yes or no, and says so first."""
    answer = ask(text)
    assert answer.boolean == CASES[text]["boolean"], answer.lead
    assert answer.lead.casefold().startswith(answer.boolean), answer.lead


@pytest.mark.parametrize(
    "text", [text for text in CASES if re.match("(which|what|where|how|why|order) ", text.casefold())]
)
def test_no_yes_or_no_unasked(text, ask):
    """What is no yes/no question is not answered by yes or no."""
    assert ask(text).boolean == ""


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_is_in_the_table(kind):
    """No question kind is without a question that it must answer."""
    assert kind in {case["kind"] for case in CASES.values()}


@pytest.mark.parametrize("pair", TABLE["turned"], ids=lambda pair: pair["second"])
def test_one_word_turns_the_answer(pair, ask):
    """A question turned round by one word is not answered like the other."""
    first, second = ask(pair["first"]), ask(pair["second"])
    assert first.answered
    assert first.items
    assert set(names(first)) != set(names(second))


EQUIPPED = [pair for pair in TABLE["turned"] if "be done without a" in pair["second"]]


@pytest.mark.parametrize("pair", EQUIPPED, ids=lambda pair: pair["first"])
def test_with_and_without_share_only_what_can_be_done_in_two_ways(pair, ask, graph):
    """What is listed both with and without some equipment can be done in more than one way."""
    first, second = ({item.iri for item in ask(pair[key]).items} for key in ("first", "second"))
    option = Iri(f"{NAMESPACE}hasEquipmentOption")
    assert all(len(graph.objects(iri, option)) > 1 for iri in first & second)


@pytest.mark.parametrize(
    "text",
    [
        "Which exercises target the inner calf but not the donkey calf raise?",
        "Which exercises target the inner calf, apart from the donkey calf raise?",
        "Which exercises other than the donkey calf raise target the inner calf?",
        "Excluding the donkey calf raise, which exercises target the inner calf?",
        "Which exercises target the inner calf, donkey calf raises excepted?",
        "I hate donkey calf raises. Which other exercises target the inner calf?",
        "which exercises target the inner calf w/o donkey calf raises",
    ],
)
def test_what_is_excluded_is_not_listed(text, ask):
    """However an exclusion is said, the excluded thing is not in the answer."""
    answer = ask(text)
    assert "donkeyCalfRaise" not in names(answer)
    assert not answer.answered or set(names(answer)) == {"standingCalfRaise", "legPressCalfPress"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("whats that one where your mate climbs on your back, without a machine", {"donkeyCalfRaise"}),
        ("anything lying down or sitting for the inner head on a leg press?", {"legPressCalfPress"}),
    ],
)
def test_a_list_that_the_wording_suggests_takes_named_conditions(text, wanted, ask):
    """A name that the suggested list has no place for limits it."""
    assert set(names(ask(text))) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "So yesterday I was at the gym with my brother. Which exercise targets the inner calf? Thanks a lot!",
        "hi! quick question: which exercise targets the inner calf",
        "which exercise targets the inner calf please",
        "WHICH EXERCISE TARGETS THE INNER CALF???",
        "exercise which targets inner calf?",
        "what exercise should I do for my inner calves?",
        "which excercise targets the iner calf?",
    ],
)
def test_other_words_for_the_flagship(text, ask):
    """Politeness, context and typos do not change what is listed."""
    assert sorted(names(ask(text))) == ["donkeyCalfRaise", "legPressCalfPress", "standingCalfRaise"]


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
        (
            "gym has no leg press and nobody will sit on my back. inner calf exercise?",
            {"standingCalfRaise", "donkeyCalfRaise"},
        ),
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
    ("text", "wanted"),
    [
        ("Somebody never does a single seated calf raise. What mistake is that?", ["neglectingTheSoleus"]),
        (
            "Name the mistake: never getting down to the stretch nor all the way up.",
            ["insufficientRangeOfMotion"],
        ),
        ("Which mistake is it when I never do any bent-knee calf work?", ["neglectingTheSoleus"]),
    ],
)
def test_what_it_is_a_mistake_not_to_do_is_not_excluded(text, wanted, ask):
    """A mistake may consist in not doing a thing."""
    assert names(ask(text)) == wanted


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("Which mistakes besides rushing reps are there?", "rushingReps"),
        ("Which mistakes have nothing to do with weight?", "usingTooMuchWeight"),
        ("Which mistake is not rushing reps?", "rushingReps"),
        ("Which mistakes are not neglecting the soleus?", "neglectingTheSoleus"),
    ],
)
def test_a_mistake_that_is_named_may_be_excluded(text, excluded, ask):
    """All the others are listed."""
    found = names(ask(text))
    assert len(found) == 4
    assert excluded not in found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Which joint do both the gastrocnemius and the soleus cross?", {"ankle"}),
        ("Which joint do the gastrocnemius and the soleus have in common?", {"ankle"}),
        ("Which joints do the gastrocnemius and the soleus cross?", {"ankle", "knee"}),
    ],
)
def test_what_both_have_is_what_they_have_at_once(text, wanted, ask):
    """ "Both" asks for what is true of each, a mere list for all of it."""
    assert {name.removesuffix("Joint") for name in names(ask(text))} == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Where do the gastrocnemius and the soleus start?",
            ("point above the knee", "point below the knee"),
        ),
        (
            "Which joints do the gastrocnemius and the soleus cross?",
            ("gastrocnemius crosses", "soleus crosses"),
        ),
        ("Knee position of the standing calf raise, the seated calf raise?", ("straight knee", "bent knee")),
        ("Compare where the two calf muscles start.", ("point above the knee", "point below the knee")),
        ("Where does each calf muscle start?", ("point above the knee", "point below the knee")),
        ("origin of gastroc vs origin of soleus", ("point above the knee", "point below the knee")),
        (
            "Where does the gastrocnemius come from and where does it go?",
            ("point above the knee", "achilles tendon"),
        ),
        ("Set me up for a standing calf raise: knees and toes, please.", ("knees", "toe")),
        ("knee angle: seated raise vs standing raise", ("straight knee", "bent knee")),
        ("What is 15-25 for, compared to 8-12?", ("endurance", "hypertrophy")),
        ("Give me the toe, knee and torso cues for the donkey calf raise.", ("knees", "toes", "torso")),
    ],
)
def test_a_list_is_asked_of_each_thing_in_a_row(text, told, ask):
    """Names that stand in one list, or are compared, are asked the same; a class stands for its members."""
    said = plain_text(ask(text)).lower()
    assert all(words in said for words in told), said


def test_the_reason_for_a_remedy_is_what_the_mistake_does(ask):
    """Why one should not bounce is told with what bouncing leads to, whichever of both the reading is of."""
    said = plain_text(ask("Why should I not bounce but control every rep?")).lower()
    assert all(words in said for words in ("risk of injury", "reduced muscle engagement")), said


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("I always do sets of 20, what is that good for?", "muscularEndurance"),
        ("What do 10 reps a set build?", "hypertrophy"),
        ("what's the point of 18 repetitions", "muscularEndurance"),
        ("What is the purpose of 10 reps?", "hypertrophy"),
        ("Purpose of 20 reps?", "muscularEndurance"),
        ("What are 8 to 12 reps for?", "hypertrophy"),
    ],
)
def test_a_number_inside_a_range_names_it(text, goal, ask):
    """A number of what is counted beside it stands for the only range that it lies in."""
    assert names(ask(text)) == [goal]


def test_a_way_to_train_is_no_act(pipeline):
    """A word such as "standing" names a posture; "how do I stand?" asks for one."""
    scene, _ = pipeline.read(Question("How do I place my feet when standing?"))
    assert "standing" in {scene.tokens[i].text for anchor in scene.anchors for i in anchor.words}
