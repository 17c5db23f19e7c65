"""Lessons state only what the graph holds: the shipped ones do, and what is changed in them is noticed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kg.errors import CalfError
from qa.pipeline import Pipeline
from teach.lessons.course import Course
from teach.lessons.model import LessonError, Run
from teach.lessons.reading import read_lesson, read_lessons, sentence
from teach.lessons.validating import Validator

LESSONS = read_lessons()


@pytest.fixture(scope="module")
def qa():
    """The real pipeline."""
    return Pipeline.load()


@pytest.fixture(scope="module")
def validator(qa):
    """What holds lessons against the real graph."""
    return Validator(qa.graph)


def parts():
    """Every group of sentences that stand together, of every lesson."""
    for lesson in LESSONS:
        yield from ((lesson.aim,), *(p.sentences for p in lesson.paragraphs), lesson.summary)


def passes(validator, part, place, changed):
    """Whether a part with one of its sentences changed still passes."""
    try:
        validator.check_part("changed", [*part[:place], changed, *part[place + 1 :]])
    except LessonError:
        return False
    return True


def reworded(old, text):
    """A sentence with another text and the same ties."""
    return replace(old, runs=(Run(text),))


def survivors(validator, change):
    """The changed sentences that are not noticed, and how many were changed; `change` gives None for none."""
    found, count = [], 0
    for part in parts():
        for place, old in enumerate(part):
            for changed in change(old):
                count += 1
                if passes(validator, part, place, changed):
                    found.append((changed.text, changed.ties))
    return found, count


# ---------------------------------------------------------------- the shipped lessons


def test_every_lesson_holds(qa):
    """All nine lessons load, in the order of the path, each with aim, figures, task, checks and summary."""
    course = Course.load(qa.explainer)

    assert [lesson.number for lesson in course.lessons] == list(range(1, 10))
    for lesson in course.lessons:
        assert any(paragraph.figure for paragraph in lesson.paragraphs)
        assert len(lesson.checks) >= 3
        assert lesson.summary.sentences


def test_every_sentence_is_tied():
    """Only the aims of two lessons, which tell what a student will be able to do, rest on nothing."""
    loose = [s.text for part in parts() for s in part if not s.ties]

    assert all(text.startswith("You can ") for text in loose)
    assert len(loose) <= 2


# ---------------------------------------------------------------- every change is noticed


def test_every_turned_statement_is_noticed(validator):
    """A tie that is denied instead of held, or the reverse, never passes."""

    def turn(old):
        for number, tie in enumerate(old.ties):
            if len(tie.split()) >= 3 and not tie.startswith("none"):
                other = tie.removeprefix("not ") if tie.startswith("not ") else f"not {tie}"
                yield replace(old, ties=(*old.ties[:number], other, *old.ties[number + 1 :]))

    found, count = survivors(validator, turn)
    assert count > 130
    assert found == []


def test_every_changed_number_is_noticed(validator):
    """No number written in digits can be raised by one."""

    def raise_one(old):
        for number in re.finditer(r"(?<![\d.\w])\d+(?:\.\d+)?(?![\d.]|\w)", old.text):
            other = f"{float(number[0]) + 1:g}"
            yield reworded(old, f"{old.text[: number.start()]}{other}{old.text[number.end() :]}")

    found, count = survivors(validator, raise_one)
    assert count > 60
    assert len(found) <= 2, found  # the neighbour may be a number of the same source, in the same place


OPPOSITES = (
    ("above", "below"),
    ("medial", "lateral"),
    ("straight", "bent"),
    ("inner", "outer"),
    ("soleus", "gastrocnemius"),
    ("ankle", "knee"),
    ("maximally", "minimally"),
    ("hardest", "least"),
)


def test_every_exchanged_word_is_noticed(validator):
    """A word cannot be exchanged for its opposite where only one of the two stands."""

    def exchange(old):
        for one, two in (*OPPOSITES, *((b, a) for a, b in OPPOSITES)):
            if re.search(rf"\b{one}\b", old.text) and not re.search(rf"\b{two}\b", old.text):
                yield reworded(old, re.sub(rf"\b{one}\b", two, old.text))

    found, count = survivors(validator, exchange)
    assert count > 90
    assert len(found) <= 1, found  # the study may name the other too, in the same order


@pytest.mark.parametrize("words", ["and the tibialis posterior", "because of the plantaris", "in the talus"])
def test_every_foreign_name_is_noticed(validator, words):
    """No sentence can go on with a thing that it is not tied to."""

    def go_on(old):
        if words.split()[-1] not in old.text:
            yield reworded(old, f"{old.text.rstrip('.')} {words}.")

    found, count = survivors(validator, go_on)
    assert count > 100
    assert found == []


@pytest.mark.parametrize("words", ["which heals injuries", "and burns fat", "so it beats every machine"])
def test_every_foreign_assertion_is_noticed(validator, words):
    """No sentence can say more in words that its ties do not account for."""

    def go_on(old):
        yield reworded(old, f"{old.text.rstrip('.')}, {words}.")

    found, _ = survivors(validator, go_on)
    assert found == []


def test_every_lost_denial_is_noticed(validator):
    """A sentence that rests on a denial cannot lose its "not", "no", "neither" and "nor"."""

    def affirm(old):
        if any(tie.startswith(("not ", "none ")) for tie in old.ties):
            yield reworded(old, re.sub(r"\b(not|no|neither|nor|never)\b ?", "", old.text))

    found, count = survivors(validator, affirm)
    assert count >= 6
    assert found == []


def test_every_denied_fact_is_noticed(validator):
    """A sentence that rests on facts alone cannot be denied."""

    def deny(old):
        if old.ties and all(len(tie.split()) == 3 for tie in old.ties):
            yield reworded(old, f"It is not so: {old.text}")

    found, count = survivors(validator, deny)
    assert count > 60
    assert found == []


CLAIMS = {
    "a made-up attachment": ["The soleus starts above the knee.", "soleus hasOrigin aboveTheKnee"],
    "another thing than the tie": ["The soleus starts above the knee.", "soleus hasOrigin belowTheKnee"],
    "another muscle than the tie": [
        "The gastrocnemius starts below the knee.",
        "soleus hasOrigin belowTheKnee",
    ],
    "another relation": ["The soleus crosses a point below the knee.", "soleus hasOrigin belowTheKnee"],
    "no tie at all": ["The soleus crosses the ankle."],
    "what nobody says": ["The plantaris crosses the knee.", "plantaris crossesJoint kneeJoint"],
    "a denial of what is unstated": [
        "The plantaris does not cross the knee.",
        "not plantaris crossesJoint kneeJoint",
    ],
    "a contested claim as a fact": ["Toes in bias the medial head.", "toesIn biases medialHead"],
    "a mixed claim as a fact": [
        "A bent knee maximally engages the soleus.",
        "kneeBent maximallyEngages soleus",
    ],
    "a contested reason as a fact": [
        "Turning the toes in lengthens the lever arm of the medial head.",
        "reasonToesInLeverArm",
    ],
    "most for least": [
        "A bent knee maximally engages the gastrocnemius.",
        "kneeBent minimallyEngages gastrocnemius",
    ],
    "three for two": [
        "The calf has three parts: the gastrocnemius and the soleus.",
        "tricepsSurae hasPart gastrocnemius",
        "tricepsSurae hasPart soleus",
    ],
    "a number of another claim": ["Research: the medial head grew 15.2 % with toes out.", "claim01"],
    "the numbers of two heads exchanged": [
        "Research: the lateral head grew 9.2 % and the medial head 12.4 %.",
        "claim08",
    ],
    "a link to another thing": [
        "The [soleus](gastrocnemius) crosses the ankle.",
        "soleus crossesJoint ankleJoint",
    ],
    "a link to nothing": ["The [soleus](solus) crosses the ankle.", "soleus crossesJoint ankleJoint"],
    "an unknown name in a tie": ["The soleus crosses the ankle.", "soleus crossesJoint ankle"],
    "an unknown relation": ["The soleus crosses the ankle.", "soleus crosses ankleJoint"],
    "half a tie": ["The soleus crosses the ankle.", "soleus crossesJoint"],
    "that nothing is said, where something is": [
        "No prescription gives the sets per week.",
        "none ? prescribes setsPerWeek",
    ],
}


@pytest.mark.parametrize("written", CLAIMS.values(), ids=CLAIMS.keys())
def test_what_the_graph_does_not_hold_is_refused(validator, written):
    """The error names the lesson and the sentence, and says what is wrong and what to do."""
    wrong = sentence(written)
    with pytest.raises(LessonError) as caught:
        validator.check_part("invented", [wrong])

    assert isinstance(caught.value, CalfError)
    assert "Lesson invented" in str(caught.value)
    assert wrong.text in str(caught.value)
    assert caught.value.fix


RIGHT = {
    "a stated fact": ["The soleus starts below the knee.", "soleus hasOrigin belowTheKnee"],
    "a derived fact": ["The medial head crosses the knee.", "medialHead crossesJoint kneeJoint"],
    "a denied fact": ["The soleus does not cross the knee.", "not soleus crossesJoint kneeJoint"],
    "a contested claim that says whose it is": [
        "The article claims that toes in bias the medial head.",
        "toesIn biases medialHead",
    ],
    "what the article leaves out": [
        "For the rest time between sets the article gives no number.",
        "none ? prescribes restTime",
    ],
}


@pytest.mark.parametrize("written", RIGHT.values(), ids=RIGHT.keys())
def test_what_the_graph_holds_passes(validator, written):
    """The rules refuse no sentence that says what its tie says."""
    validator.check_part("invented", [sentence(written)])


# ---------------------------------------------------------------- files

FILE = """
title = "One muscle"
minutes = 1
aim = ["You can name one muscle of the calf."]
summary = [["The soleus crosses the ankle.", "soleus crossesJoint ankleJoint"]]
paragraphs = [{sentences = [["The soleus crosses the ankle.", "soleus crossesJoint ankleJoint"]]}]
task = {kind = "order", title = "Order", intro = "Put in order.", exercise = "standingCalfRaise"}
checks = [{statement = "soleus crossesJoint kneeJoint"}]
"""

FAULTS = {
    "no TOML": ("title", "= title"),
    "no title": ('title = "One muscle"', ""),
    "an unknown figure": ("{sentences", '{figure = "photo", sentences'),
    "an unknown task": ('kind = "order"', 'kind = "guess"'),
    "a statement that does not hold": ("soleus crossesJoint ankleJoint", "soleus crossesJoint hipJoint"),
    "a figure of what the text does not state": (
        "{sentences",
        '{figure = "graph", pictured = {links = ["soleus hasShape flat"]}, sentences',
    ),
    "bars that the study does not give": (
        "{sentences",
        """{figure = "bars", pictured = {evidence = ["claim01Nunes2020"], title = "Growth", unit = "%",
        groups = ["toes"], rows = [["in", "8.5"]]}, sentences""",
    ),
    "a check that asks for nothing": ('{statement = "soleus crossesJoint kneeJoint"}', "{}"),
    "a check of what is unstated": ("soleus crossesJoint kneeJoint", "plantaris crossesJoint kneeJoint"),
    "a check of what is contested": ("soleus crossesJoint kneeJoint", "toesIn biases medialHead"),
    "a task about nothing": ('exercise = "standingCalfRaise"', 'exercise = "squat"'),
    "a task without steps": ('exercise = "standingCalfRaise"', 'exercise = "seatedCalfRaise"'),
}


def test_a_new_lesson_is_data(qa, tmp_path):
    """A file in the folder is a lesson, without a line of code."""
    (tmp_path / "01-new.toml").write_text(FILE, encoding="utf-8")
    lesson = Course.load(qa.explainer, tmp_path).lesson("new")

    assert lesson.title == "One muscle"
    assert [option.right for option in lesson.checks[0].options] == [False, True]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_file_is_refused(qa, tmp_path, fault):
    """Each fault is a LessonError that names the lesson."""
    assert fault[0] in FILE
    (tmp_path / "01-faulty.toml").write_text(FILE.replace(*fault, 1), encoding="utf-8")
    with pytest.raises(LessonError, match="faulty"):
        Course.load(qa.explainer, tmp_path)


def test_links_are_read():
    """`[words](thing)` becomes a run that opens the card of the thing; the rest stays as it is."""
    read = sentence(["The [soleus](soleus) is [broad](broad).", "soleus hasShape broad"])

    assert [run.term for run in read.runs] == ["", "soleus", "", "broad", ""]
    assert read.text == "The soleus is broad."


def test_the_name_of_a_lesson_is_that_of_its_file():
    """The number before it gives the order only."""
    assert read_lesson("07-some-name.toml", FILE).name == "some-name"
