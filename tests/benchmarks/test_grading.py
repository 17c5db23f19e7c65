"""The grader must tell right answers from wrong ones that look alike."""

from __future__ import annotations

import json

import pytest

from benchmarks.grading import Grader
from benchmarks.naming import Names, normal
from benchmarks.numbering import states

MEDIAL = "medial head of the gastrocnemius"
LATERAL = "lateral head of the gastrocnemius"
WHOLE = "gastrocnemius"
SOLEUS = "soleus"
STANDING = "standing calf raise"
QUESTION = {"names": [MEDIAL], "forbidden": [SOLEUS, LATERAL]}


@pytest.fixture(scope="module")
def names() -> Names:
    return Names.load()


@pytest.fixture(scope="module")
def grader(names: Names) -> Grader:
    return Grader(names)


def answer(text: str, *entities: str, **more: object) -> dict[str, object]:
    return {"answered": True, "text": text, "entities": list(entities), "boolean": None, **more}


def test_normal_text_has_singular_words_and_marks_sentences() -> None:
    assert normal("Calves can't rest. Feet's **raises**") == "calf can not rest | foot raise"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is the medial gastroc.", MEDIAL),
        ("the medial and lateral heads of the gastrocnemius", LATERAL),
        ("the medial and lateral heads of the gastrocnemius", WHOLE),
        ("Standing Calf Raises (Toes In)", STANDING),
        ("toes pointed slightly inwards", "toes in"),
    ],
)
def test_a_name_is_found(names: Names, text: str, name: str) -> None:
    assert name in names.named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the medial head of the gastrocnemius", WHOLE),
        ("machine standing calf raise", STANDING),
        ("a bilateral header", LATERAL),
        ("The soleus starts below the knee.", "knee joint"),
        ("toes pointed slightly inwards", "toes out"),
        ("the soleuses", SOLEUS),
    ],
)
def test_what_only_looks_like_a_name_is_not_found(names: Names, text: str, name: str) -> None:
    assert name not in names.named(text)


@pytest.mark.parametrize(
    "text", ["10-20 sets", "10\u201320 sets a week", "between 10 and 20 weekly sets", "ten to twenty sets"]
)
def test_a_range_is_read_in_all_its_spellings(text: str) -> None:
    assert states(text, "10-20", "set")


@pytest.mark.parametrize("text", ["110-20 sets", "10 reps and 20 sets", "10-25 sets", ""])
def test_another_range_is_not_it(text: str) -> None:
    assert not states(text, "10-20", "set")


def test_a_number_needs_its_unit() -> None:
    assert states("a 2-second pause", "2", "second")
    assert states("Hold for two full seconds.", "2", "second")
    assert states("2", "2", "head")
    assert not states("Do 2-3 sessions with breaks of 12 seconds.", "2", "second")
    assert not states("Train on at least 2 days of every single week, for 30 seconds.", "2", "second")


def test_without_a_unit_the_end_of_a_range_counts_and_a_percentage_does_not() -> None:
    assert states("10-20 sets", "20")
    assert not states("20% more", "20")


@pytest.mark.parametrize(
    "text",
    [
        "The medial head of the gastrocnemius.",
        "The medial head of the gastrocnemius, not the soleus.",
        "The medial head. Turning the toes out would bias the lateral head.",
    ],
)
def test_right_answers(grader: Grader, text: str) -> None:
    assert grader.grade(QUESTION, answer(text)).right


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The soleus.",
        "The medial head of the gastrocnemius and the soleus.",
        "- medial head and lateral head",
        "The soleus. The medial head, too.",
        "The medial head. " + "word " * 700,
    ],
)
def test_wrong_answers(grader: Grader, text: str) -> None:
    assert not grader.grade(QUESTION, answer(text)).right


def test_a_refusal_is_not_right_even_if_it_names_the_thing(grader: Grader) -> None:
    grade = grader.grade(QUESTION, answer("The medial head.", answered=False))
    assert not grade.right
    assert not grade.answered


def test_results_are_judged_before_the_text(grader: Grader) -> None:
    text = "The medial head of the gastrocnemius, as the soleus lies deeper."
    assert grader.grade(QUESTION, answer(text, "medial head of the gastrocnemius")).right
    assert not grader.grade(QUESTION, answer(text, "medial head of the gastrocnemius", "soleus")).right


def test_most_results_must_be_to_the_point(grader: Grader) -> None:
    question = {"names": [STANDING]}
    others = ("donkey calf raise", "seated calf raise")
    assert grader.grade(question, answer("Raises.", STANDING, others[0])).right
    assert not grader.grade(question, answer("Raises.", STANDING, *others)).right
    assert grader.grade({**question, "allowed": list(others)}, answer("Raises.", STANDING, *others)).right


def test_a_group_needs_its_least_number(grader: Grader) -> None:
    question = {"any_of": [{"least": 2, "names": ["weight", "reps", "sets"]}]}
    assert grader.grade(question, answer("Add weight or sets.")).right
    assert not grader.grade(question, answer("Add weight.")).right


@pytest.mark.parametrize(
    ("wanted", "text", "said", "right"),
    [
        ("no", "No.", None, True),
        ("no", "Yes.", None, False),
        ("no", "It crosses the ankle.", None, False),
        ("no", "It crosses the ankle.", "no", True),
        ("no", "No.", "yes", False),
        ("qualified", "Yes, but it is secondary to form.", "yes", True),
        ("qualified", "Yes.", "yes", False),
    ],
)
def test_yes_and_no(grader: Grader, wanted: str, text: str, said: str | None, *, right: bool) -> None:
    assert grader.grade({"boolean": wanted}, answer(text, boolean=said)).right is right


def test_the_right_one_of_two_comes_first(grader: Grader) -> None:
    question = {"names": [SOLEUS], "allowed": [WHOLE], "choice": [SOLEUS, WHOLE]}
    assert grader.grade(question, answer("The soleus; the gastrocnemius lies on top.")).right
    assert not grader.grade(question, answer("The gastrocnemius. The soleus lies below.")).right


def test_short_forms_hold_for_their_question(grader: Grader) -> None:
    question = {"names": ["toes out"], "short_forms": {"toes out": ["outward"]}}
    assert grader.grade(question, answer("Outward.")).right
    assert not grader.grade({"names": ["toes out"]}, answer("Outward.")).right


def test_a_refusal_may_only_be_replaced_by_a_sourced_answer(grader: Grader) -> None:
    question = {"outside_source_allowed": True}
    study = answer("Twice.", sources=[{"kind": "study"}])
    article = answer("Twice.", sources=[{"kind": "article"}])
    refusal = answer("The graph does not say.", answered=False)
    assert grader.grade_refusal({}, refusal).right
    assert grader.grade_refusal(question, study).sourced
    assert not grader.grade_refusal(question, article).sourced
    assert not grader.grade_refusal({}, study).sourced


@pytest.mark.parametrize(
    "folder", ["tests/questions/development", "benchmarks/heldout", "benchmarks/fresh", "benchmarks/near"]
)
def test_the_sets_are_whole(root, names: Names, folder: str) -> None:
    text = (root / f"{folder}.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    assert len({row["id"] for row in rows}) == len(rows) > 70
    expectations = {"names", "any_of", "numbers", "boolean", "choice"}
    for row in rows:
        assert ("turns" in row) != ("question" in row)
        assert expectations & row.keys(), "nothing is expected"
        assert set(row.get("names", ())) | set(row.get("forbidden", ())) <= names.kinds.keys()
