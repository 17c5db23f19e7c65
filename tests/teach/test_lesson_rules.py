"""A sentence or file of a lesson that states what the graph does not hold is refused, and another passes."""

from __future__ import annotations

import pytest

from kg.errors import CalfError
from teach.lessons.course import Course
from teach.lessons.model import LessonError
from teach.lessons.reading import read_lesson, sentence

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
    "one tie for both": ["Both heads cross the knee.", "medialHead crossesJoint kneeJoint"],
    "three ties for what is said of four": [
        "The medial head and the lateral head cross the knee and the ankle.",
        "medialHead crossesJoint kneeJoint",
        "lateralHead crossesJoint kneeJoint",
        "medialHead crossesJoint ankleJoint",
    ],
    "a kind that no tie gives": [
        "The gastrocnemius crosses the knee and the ankle and is a two-joint muscle.",
        "gastrocnemius crossesJoint kneeJoint",
        "gastrocnemius crossesJoint ankleJoint",
    ],
    "what research says, tied to the article alone": [
        "The article says to turn your toes in a little; research points the other way.",
        "standingStep2",
    ],
    "a link to what no tie is about": [
        "The [soleus](soleus) crosses the ankle, as a [single-joint muscle](singleJointMuscle).",
        "soleus crossesJoint ankleJoint",
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


def test_a_new_lesson_is_data(pipeline, tmp_path):
    """A file in the folder is a lesson, without a line of code."""
    (tmp_path / "01-new.toml").write_text(FILE, encoding="utf-8")
    lesson = Course.load(pipeline.explainer, tmp_path).lesson("new")

    assert lesson.title == "One muscle"
    assert [option.right for option in lesson.checks[0].options] == [False, True]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_file_is_refused(pipeline, tmp_path, fault):
    """Each fault is a LessonError that names the lesson."""
    assert fault[0] in FILE
    (tmp_path / "01-faulty.toml").write_text(FILE.replace(*fault, 1), encoding="utf-8")
    with pytest.raises(LessonError, match="faulty"):
        Course.load(pipeline.explainer, tmp_path)


def test_links_are_read():
    """`[words](thing)` becomes a run that opens the card of the thing; the rest stays as it is."""
    read = sentence(["The [soleus](soleus) is [broad](broad).", "soleus hasShape broad"])

    assert [run.term for run in read.runs] == ["", "soleus", "", "broad", ""]
    assert read.text == "The soleus is broad."


def test_the_name_of_a_lesson_is_that_of_its_file():
    """The number before it gives the order only."""
    assert read_lesson("07-some-name.toml", FILE).name == "some-name"
