"""The Lab in a real Chromium: by mouse, by keyboard alone, in light, dark and on a phone."""

from __future__ import annotations

import re

import pytest

from teach.lab.measuring import MEASURES

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

LEG = ".leg svg"
TASK = "?mode=predict&task=bent-knee"


@pytest.fixture
def open_lab(visit, real):
    """Open the lab with a query in its address; returns the window once the leg is drawn."""

    def run(query: str = "", **options):
        window = visit(**options)
        page = window.go(f"{real}/lab{query}")
        page.locator(f"{LEG} .belly").first.wait_for()
        window.settle()
        return window, page

    return run


def leg(page) -> str:
    """What the drawing says to those who do not see it."""
    return page.locator(LEG).get_attribute("aria-label")


def force(page, column: int = 1) -> str:
    """The active force in the table of the pose."""
    row = page.get_by_role("row").filter(has_text="Active force").first
    return row.get_by_role("cell").nth(column).inner_text()


def test_a_slider_moves_the_leg_and_the_numbers(open_lab):
    """With arrow keys the knee bends at once; then table and address follow, and a reload shows the same."""
    window, page = open_lab()
    thigh = page.locator(f"{LEG} .thigh")
    straight = thigh.get_attribute("transform")
    assert force(page) == "1409"

    slider = page.get_by_role("slider", name="Knee angle")
    window.tab_to(slider, most=40)
    for _ in range(18):
        page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "90° bent"
    assert thigh.get_attribute("transform") != straight

    page.wait_for_url(re.compile("knee=90"))
    window.settle()
    assert force(page) == "685"
    assert "knee angle 90° bent" in leg(page).lower()

    page.reload()
    page.locator(f"{LEG} .belly").first.wait_for()
    window.settle()
    assert force(page) == "685"
    assert page.get_by_role("slider", name="Knee angle").get_attribute("aria-valuetext") == "90° bent"


def test_the_mouse_drags_a_slider(open_lab):
    """Dragged by mouse, the leg follows; what is set twice in a row stays as it was set last."""
    window, page = open_lab()
    slider = page.get_by_role("slider", name="Ankle angle")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 8 / 13, middle)
    page.mouse.down()
    for share in (0.5, 0.3, 0.1):
        page.mouse.move(box["x"] + box["width"] * share, middle)
        page.wait_for_timeout(220)
    page.mouse.up()
    page.wait_for_url(re.compile("ankle=-"))
    window.settle()

    words = slider.get_attribute("aria-valuetext")
    assert "plantarflexed" in words
    assert window.said("ankle") == f"-{words.split('°')[0]}"


def test_the_hip_changes_no_number(open_lab):
    """The hip turns the trunk in the drawing, and every number of the table stays."""
    window, page = open_lab()
    table = page.get_by_role("table").first
    before, trunk = table.inner_text(), page.locator(f"{LEG} .trunk").get_attribute("transform")
    slider = page.get_by_role("slider", name="Hip angle")
    slider.focus()
    page.keyboard.press("End")
    page.wait_for_url(re.compile("hip=120"))
    window.settle()

    assert table.inner_text() == before
    assert page.locator(f"{LEG} .trunk").get_attribute("transform") != trunk


def test_an_exercise_by_mouse(open_lab):
    """An exercise bends the leg into its positions, and says what is not in the model."""
    window, page = open_lab()
    box = page.get_by_role("combobox", name="Exercise")
    box.click()
    page.get_by_role("option", name="seated calf raise").click()
    page.get_by_text("Not in this model").wait_for()
    window.settle()

    assert (window.said("knee"), window.said("hip")) == ("90", "90")
    assert page.get_by_role("slider", name="Knee angle").get_attribute("aria-valuetext") == "90° bent"


def test_a_task_by_mouse(open_lab):
    """Predict wrongly, look, read why, and go on to the next task."""
    window, page = open_lab()
    page.get_by_text("Predict first, then look").click()
    page.get_by_text("What happens to the active force").wait_for()
    assert "knee angle 0° straight" in leg(page).lower()
    page.get_by_text("It rises").click()
    page.get_by_role("button", name="Look").click()
    page.get_by_text("You said").wait_for()
    window.settle()

    assert "knee angle 90° bent" in leg(page).lower()
    assert page.get_by_text("Why, by the graph").is_visible()
    page.get_by_role("button", name="Next task").click()
    page.get_by_text("active force of the soleus").wait_for()
    window.settle()
    assert window.said("task") == "soleus-knee"


def test_a_task_by_keyboard(open_lab):
    """The same with keys alone, from the top of the page to the right answer."""
    window, page = open_lab()
    window.tab_to(page.get_by_role("radio", name="Explore freely"), most=30)
    page.keyboard.press("ArrowRight")
    page.get_by_text("What happens to the active force").wait_for()
    window.settle()
    window.tab_to(page.get_by_role("radio", name="It rises"), most=30)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    window.tab_to(page.get_by_role("button", name="Look"))
    page.keyboard.press("Enter")
    page.get_by_text("Right. It falls").wait_for()
    window.settle()

    assert window.said("guess") == "falls"


def test_plots_have_words_and_tables(open_lab):
    """Each of the six plots says in words what it shows, and the numbers are there as tables."""
    window, page = open_lab("?knee=45&along=ankle")
    words = [each.get_attribute("aria-label") for each in page.locator("[role=graphics-document]").all()]
    for measure in MEASURES.values():
        assert len([each for each in words if each.startswith(f"{measure.title} as the ankle angle")]) == 1

    page.get_by_text("The numbers of these plots").click()
    window.settle()
    assert page.get_by_role("table", name="by ankle angle").count() == len(MEASURES)


def test_no_barrier_in_a_solution(open_lab):
    """axe finds no violation of WCAG 2.2 A and AA, in light and dark; narrow as a phone, all of it fits."""
    window, page = open_lab(f"{TASK}&guess=rises")
    window.unfold()
    assert window.barriers() == []

    page.set_viewport_size({"width": 390, "height": 900})
    window.settle()
    assert window.width() <= 390


def test_no_barrier_on_a_phone(open_lab):
    """The same on a phone, where tables scroll inside themselves."""
    window, _ = open_lab("?knee=120&exercise=donkeyCalfRaise", width=390)
    window.unfold()

    assert window.width() <= 390
    assert window.barriers() == []
