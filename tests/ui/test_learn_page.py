"""The Learn page without a browser: the path, a lesson, its tasks, its checks, and what may go wrong."""

from __future__ import annotations

from functools import partial

import pytest

from teach.lessons.course import Course
from teach.lessons.model import LessonError
from ui.components.lessons.text import ranges
from ui.components.placing import TALL, WIDE, place_layers
from ui.resources import course


@pytest.fixture
def learn(drawn):
    """Open the page with an address; returns what it drew."""
    return partial(drawn, "learn")


def text(page) -> str:
    """All that the page says, without the marks that keep it plain."""
    parts = [*page.title, *page.header, *page.markdown, *page.success, *page.info, *page.warning, *page.error]
    return "\n".join(part.value for part in parts).replace("\\", "")


def labels(page) -> list[str]:
    """The labels of all buttons."""
    return [button.label.replace("\\", "") for button in page.button]


def test_the_path_leads_into_a_lesson(learn):
    """Nine lessons with their aims; a click opens one and puts it into the address, and leads back."""
    page = learn()
    assert len([label for label in labels(page) if label.startswith("Start lesson")]) == 9
    assert "You can name the parts of the calf" in text(page)

    page.button(key="open-anatomy").click().run()
    assert page.query_params["lesson"] == "anatomy"
    assert page.title[0].value == "What the calf is made of"

    next(button for button in page.button if button.label == "All lessons").click().run()
    assert "lesson" not in page.query_params


def test_an_unknown_lesson_is_said(learn):
    """A wrong name in the address, even one with code in it, is told as text above the path."""
    page = learn(lesson="<b>knees</b>")

    assert "There is no lesson “<b>knees</b>”" in text(page)
    assert "\\<b\\>" in page.warning[0].value
    assert "open-anatomy" in [button.key for button in page.button]


def test_a_false_lesson_is_one_line(learn, monkeypatch):
    """A lesson that states what the graph does not hold stops the page with its cause and fix."""

    def refuse(*_):
        raise LessonError("Lesson knees, “The soleus flies.”: it names nothing", "Change it")

    monkeypatch.setattr(Course, "load", refuse)
    course.clear()
    try:
        page = learn()
    finally:
        course.clear()

    assert "The soleus flies" in text(page)
    assert not page.button


def test_lessons_follow_each_other(learn):
    """The last button leads to the next lesson, and after the last one back to all."""
    page = learn(lesson="anatomy")
    page.button(key="way-on").click().run()
    assert page.title[0].value == "Joints and their actions"

    page = learn(lesson="balanced-training")
    assert page.button(key="way-on").label == "Back to all lessons"


def test_a_check_tells_why(learn):
    """A wrong answer is told why and may be changed; a right one counts for the lesson."""
    page = learn(lesson="anatomy")
    assert page.button(key="anatomy-check-2-check").disabled

    page.radio(key="anatomy-check-2-choice").set_value(0).run()
    page.button(key="anatomy-check-2-check").click().run()
    assert "Not quite." in page.warning[0].value
    assert "It is not so that the gastrocnemius lies deep to the soleus" in text(page)

    page.radio(key="anatomy-check-2-choice").set_value(1).run()
    assert not page.warning
    page.button(key="anatomy-check-2-check").click().run()
    assert "Right." in page.success[0].value
    assert page.session_state["lesson-progress"] == {"anatomy": {"check-2"}}


def test_half_an_answer_is_not_wrong(learn):
    """Of several right options, some are right so far."""
    page = learn(lesson="anatomy")
    page.checkbox(key="anatomy-check-0-choice-0").check().run()
    page.button(key="anatomy-check-0-check").click().run()

    assert "Right so far, but not all." in page.info[0].value


def test_findings_are_ticked(learn):
    """The seated calf raise shows two of the three findings, the standing one the third."""
    page = learn(lesson="exercises")
    page.selectbox(key="exercises-task-exercise").set_value("seatedCalfRaise").run()
    assert text(page).count("Found.") == 2

    page.selectbox(key="exercises-task-exercise").set_value("standingCalfRaise").run()
    assert "All three are found." in text(page)
    assert "task" in page.session_state["lesson-progress"]["exercises"]


def test_a_position_that_is_not_the_exercises_is_said(learn):
    """A standing calf raise with bent knees is not what the article describes, and the page says so."""
    page = learn(lesson="exercises")
    page.selectbox(key="exercises-task-exercise").set_value("standingCalfRaise").run()
    page.selectbox(key="exercises-task-kneePosition-standingCalfRaise").set_value("kneeBent").run()

    assert "It is not so that the standing calf raise is done with a bent knee" in text(page)


def test_a_plan_stands_beside_the_article(learn):
    """Each number is told to be within or outside of what the article says, and what research says."""
    page = learn(lesson="programming")
    page.slider(key="programming-task-weeklySets").set_value(12).run()
    page.slider(key="programming-task-weeklySessions").set_value(6).run()
    page.button(key="programming-task-compare").click().run()
    shown = text(page)

    assert "Sets per week: 12**, within what the article says: 10 to 20 sets." in shown
    assert "Sessions per week: 6**, outside of what the article says: 2 to 3 sessions." in shown
    assert "Thirteen to 20 sets are untested in calves" in shown


def test_steps_are_put_in_order(learn):
    """Steps move up and down; a wrong order is counted, the right one is told and counts for the lesson."""
    page = learn(lesson="mistakes")
    page.button(key="mistakes-task-check").click().run()
    assert "steps are in their place" in page.warning[0].value

    for number in range(1, 7):
        name = f"standingStep{number}"
        while page.session_state["mistakes-task-order"].index(name) > number - 1:
            page.button(key=f"mistakes-task-up-{name}").click().run()
    page.button(key="mistakes-task-check").click().run()

    assert "step by step" in page.success[0].value
    assert "task" in page.session_state["lesson-progress"]["mistakes"]


def test_the_calf_is_covered(learn):
    """Standing raises leave the soleus out; with the seated raise all is trained; a third is too much."""
    page = learn(lesson="balanced-training")
    key = "balanced-training-task-{}"
    page.checkbox(key=key.format("standingCalfRaise")).check().run()
    assert "soleus**: not trained yet" in text(page)

    page.checkbox(key=key.format("donkeyCalfRaise")).check().run()
    page.checkbox(key=key.format("seatedCalfRaise")).check().run()
    assert "It can be done with 2 exercises" in text(page)

    page.checkbox(key=key.format("donkeyCalfRaise")).uncheck().run()
    assert "with as few exercises as can be" in text(page)


def test_a_finished_lesson_is_marked(learn):
    """When every part is done, the path counts the lesson and offers to review it."""
    page = learn()
    parts = {"task", "check-0", "check-1", "check-2"}
    page.session_state["lesson-progress"] = {"anatomy": parts, "joints": {"task"}}
    page.run()

    assert page.button(key="open-anatomy").label == "Review lesson 1"
    assert page.button(key="open-joints").label == "Go on with lesson 2"
    assert "1 of 4 parts done" in text(page)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [([], ""), ([3], "3"), ([1, 2], "1, 2"), ([1, 2, 3], "1–3"), ([1, 2, 4, 5, 6, 9], "1, 2, 4–6, 9")],
)
def test_numbers_are_told_as_ranges(numbers, told):
    """Three and more in a row become a range."""
    assert ranges(numbers) == told


@pytest.mark.parametrize("frame", [WIDE, TALL], ids=["wide", "tall"])
@pytest.mark.parametrize("width", range(1, 7))
def test_layers_go_downwards(frame, width):
    """Each thing stands below those that link to it, beside the others, and inside of the frame."""
    names = [f"thing number {number}" for number in range(width)]
    labels = {"root": "the root", **dict(zip(names, names, strict=True)), "end": "the end of it"}
    links = [("root", name) for name in names] + [(names[0], "end")]
    spots = place_layers(labels, links, frame)

    assert all(spots[start].y < spots[end].y for start, end in links)
    assert all(abs(spot.x) + spot.width / 2 <= frame.half for spot in spots.values())
    together = [spots[name] for name in names]
    apart = (one.overlap(two) for i, one in enumerate(together) for two in together[i + 1 :])
    assert all(min(side, down) <= 8 for side, down in apart)


def test_a_circle_does_no_harm():
    """Things that link to each other still get places."""
    assert place_layers({"a": "a", "b": "b"}, [("a", "b"), ("b", "a")], WIDE).keys() == {"a", "b"}
