"""The Lab without a browser: what the address says is shown, and what is chosen goes into the address."""

from __future__ import annotations

import pytest

from teach.lab import grid as grid_module
from teach.lab.grid import Pose, load_grid
from teach.lab.tasks import outcome, tasks
from ui.components.lab.leg import Dial, accepted


def text(page) -> str:
    """All that the page says, without the marks that keep it plain."""
    parts = [*page.title, *page.header, *page.markdown, *page.info, *page.success, *page.error]
    return "\n".join(part.value for part in parts).replace("\\", "")


def said(page, name: str) -> str:
    """What the address says under `name`."""
    value = page.query_params[name]
    return value if isinstance(value, str) else value[0]


def rows(page, number: int = 0):
    """A table of the page as lists of cells."""
    return page.table[number].value.values.tolist()


def test_it_opens_with_a_straight_leg(drawn):
    """Without an address, the leg stands straight and fully active; every number is shown with its unit."""
    page = drawn("lab")
    found = {row[0].replace("\\", ""): row[1:] for row in rows(page)}

    assert found["Active force (N)"] == ["1409", "651", "2794"]
    assert found["Ankle moment (N·m)"] == ["65.2", "30.7", "126.7"]
    assert "222.7\N{NO-BREAK SPACE}N·m" in text(page)


@pytest.mark.parametrize(
    ("address", "pose"),
    [
        ({"knee": "90", "hip": "90", "ankle": "-20"}, Pose(hip=90, knee=90, ankle=-20)),
        ({"knee": "92", "activation": "48"}, Pose(knee=90, activation=50)),
        ({"knee": "900", "ankle": "-900"}, Pose(knee=120, ankle=-40)),
        ({"knee": "<b>x</b>", "ankle": "1e9", "hip": "", "activation": "0"}, Pose(activation=1)),
    ],
)
def test_the_address_poses_the_leg(drawn, address, pose):
    """A link sets the pose; numbers between the steps become the nearest, and nonsense counts for nothing."""
    page = drawn("lab", **address)
    forces = [f"{state.active + 0.0:.0f}" for state in load_grid().at(pose)]

    assert next(row for row in rows(page) if "Active force" in row[0])[1:] == forces


def test_an_exercise_sets_its_positions(drawn):
    """Choosing an exercise puts its pose into the address, and says what the model cannot take from it."""
    page = drawn("lab")
    page.selectbox(key="exercise-choice").set_value("seatedCalfRaise").run()

    assert (said(page, "exercise"), said(page, "knee"), said(page, "hip")) == ("seatedCalfRaise", "90", "90")
    assert "knee bent, seated" in text(page)
    assert "Not in this model: various foot positions" in text(page)


def test_an_exercise_can_be_left_and_taken_up_again(drawn):
    """A leg that was moved out of the positions of its exercise goes back into them by a button."""
    page = drawn("lab", exercise="seatedCalfRaise", knee="20", hip="90", ankle="10")
    next(b for b in page.button if b.label == "Back to its positions").click().run()

    assert said(page, "knee") == "90"
    assert not [b for b in page.button if b.label == "Back to its positions"]


@pytest.mark.parametrize("axis", ["knee", "ankle", "activation"])
def test_plots_can_run_along_each_axis(drawn, axis):
    """Every axis gives six plots with their numbers as tables, first and last value included."""
    page = drawn("lab", along=axis)
    last = {"knee": "120°", "ankle": "25°", "activation": "100 %"}[axis]
    tables = [rows(page, number) for number in range(1, 7)]

    assert all(table[-1][0].replace("\\", "") == last for table in tables)
    assert all(len(table) >= 11 for table in tables)


def test_the_limits_are_told(drawn):
    """The toe angle is said to be beyond the model, and research on it is shown as disputed."""
    page = drawn("lab")

    assert "The foot of this model cannot turn in or out" in text(page)
    assert "Research check: disputed" in text(page)
    assert "Grieve 1978" in text(page)


@pytest.mark.parametrize("task", tasks(), ids=lambda task: task.name)
def test_a_task_asks_before_it_shows(drawn, task):
    """Before a prediction neither the outcome nor the reason is shown; after it both are, right or wrong."""
    found = outcome(task, load_grid())
    before = text(drawn("lab", mode="predict", task=task.name))
    after = task.measure.told(task.measure.of(found.after))
    assert "Why, by the graph" not in before

    right = text(drawn("lab", mode="predict", task=task.name, guess=found.turn.value))
    wrong_guess = next(turn for turn in type(found.turn) if turn is not found.turn)
    wrong = text(drawn("lab", mode="predict", task=task.name, guess=wrong_guess.value))

    assert "Right." in right
    assert "You said" in wrong
    for said in (right, wrong):
        assert "Why, by the graph" in said
        assert after in said


def test_a_task_from_question_to_sliders(drawn):
    """Predict, look, go to the next task, and take the pose over to the sliders."""
    page = drawn("lab", mode="predict")
    page.radio(key="prediction").set_value("falls")
    page.button[0].click().run()
    assert said(page, "guess") == "falls"
    assert "Right." in text(page)

    next(b for b in page.button if b.label == "Next task").click().run()
    assert said(page, "task") == tasks()[1].name
    assert "guess" not in page.query_params

    page.radio(key="prediction").set_value("rises")
    page.button[0].click().run()
    next(b for b in page.button if b.label == "Try it with the sliders").click().run()
    assert "mode" not in page.query_params
    assert said(page, "knee") == "90"


def test_no_prediction_no_look(drawn):
    """Look without a prediction shows nothing."""
    page = drawn("lab", mode="predict")
    page.button[0].click().run()

    assert "guess" not in page.query_params


def test_a_missing_grid_is_told(drawn, monkeypatch, tmp_path):
    """Without the grid, the page says what is missing and how to make it."""
    monkeypatch.setattr(grid_module, "GRID", tmp_path / "none.npz")
    load_grid.cache_clear()
    try:
        page = drawn("lab")
        assert "lab_grid.py" in page.error[0].value.replace("\\", "")
    finally:
        load_grid.cache_clear()


@pytest.mark.parametrize(
    "sent", [{}, {"knee": 45}, {"knee": 44, "hip": 0}, {"knee": "<b>", "hip": 0}, {"knee": [], "hip": 0}]
)
def test_only_settings_of_the_dials_are_taken(sent):
    """What the drawing sends is taken as a whole, and only if every number is one of its dial's."""
    dials = [Dial("knee", (0, 45, 90)), Dial("hip", (0, 10))]

    assert accepted(sent, dials) == {}
    assert accepted({"knee": 45, "hip": 10, "other": 1}, dials) == {"knee": 45, "hip": 10}
