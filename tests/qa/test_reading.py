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
