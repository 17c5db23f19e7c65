"""The muscle map in a real Chromium: by mouse, by keyboard alone, and under a thumb."""

from __future__ import annotations

import re

import pytest

from ui.components.muscle_map.drawing import REGIONS

expect = pytest.importorskip("playwright.sync_api").expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MAP = "svg.figure.posterior .region[role=button]:visible"
BEHIND = 'svg.figure.posterior .region[data-id="{}"]:visible'
BENDING = 'svg.figure.side .region[data-id="gastrocnemius"] .shape'


@pytest.fixture
def open_map(visit, real):
    """Open the map with a query in its address; returns the window once the drawing is live."""

    def run(query: str = "", **options):
        window = visit(**options)
        page = window.go(f"{real}/muscle_map{query}")
        page.locator(MAP).first.wait_for()
        window.settle()
        return window, page

    return run


def card(page, name: str):
    """The card with this heading."""
    return page.get_by_role("heading", level=2, name=name, exact=True)


def test_a_click_shows_the_card(open_map):
    """A click on a muscle shows its card, marks it in the drawing, and puts it into the address."""
    window, page = open_map()
    page.locator(BEHIND.format("medialHead")).locator(".hit").click()
    window.says(muscle="medialHead")

    expect(card(page, "medial head of the gastrocnemius")).to_be_visible()
    expect(page.locator(BEHIND.format("medialHead"))).to_have_attribute("aria-pressed", "true")
    expect(page.locator('[aria-pressed="true"]')).to_have_count(1)


def test_a_link_opens_its_muscle_and_survives_a_reload(open_map):
    """`?muscle=` shows the card at once, in the layer where the muscle lies, and again after a reload."""
    window, page = open_map("?muscle=tibialisPosterior")
    for _ in range(2):
        expect(card(page, "tibialis posterior")).to_be_visible()
        expect(page.get_by_role("radio", name="Deepest")).to_be_checked()
        expect(page.locator(BEHIND.format("tibialisPosterior"))).to_have_attribute("aria-pressed", "true")
        page.reload()
    window.says(muscle="tibialisPosterior")


def test_every_muscle_can_be_reached_by_keyboard(open_map):
    """With Tab, arrows and Enter alone, each layer shows and each of its muscles can be chosen."""
    window, page = open_map()
    layer = page.get_by_role("radio", name="Superficial")
    window.tab_to(layer)
    seen = set()
    for name in ("Superficial", "Deep", "Deepest"):
        layer = page.get_by_role("radio", name=name, exact=True)
        expect(layer).to_be_checked()
        regions = page.locator("svg.figure .region[role=button]:visible")
        for region in regions.all():
            window.tab_to(region, most=3)
            seen.add(region.get_attribute("data-id"))
        layer.focus()
        page.keyboard.press("ArrowRight")
    assert seen == REGIONS

    deep = page.get_by_role("radio", name="Deep", exact=True)
    deep.focus()
    page.keyboard.press("Space")
    window.tab_to(page.locator(BEHIND.format("plantaris")))
    page.keyboard.press("Enter")
    window.says(muscle="plantaris")

    expect(card(page, "plantaris")).to_be_visible()
    expect(deep).to_be_checked()


def test_focus_shows(open_map):
    """The muscle that has the focus is drawn with a ring, and its name is told."""
    _, page = open_map()
    region = page.locator(BEHIND.format("lateralHead"))
    ring = "e => getComputedStyle(e.querySelector('.hit')).stroke"
    before = region.evaluate(ring)
    region.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")

    assert region.evaluate(ring) != before
    expect(page.locator(".status").first).to_have_text("lateral head of the gastrocnemius")


def test_thin_things_can_be_hit(open_map):
    """A click beside a thin tendon counts, and nothing that reacts is smaller than 24 pixels."""
    window, page = open_map("?muscle=soleus", width=390)
    cord = page.locator(BEHIND.format("plantaris")).locator("path.cord").first
    cord.scroll_into_view_if_needed()
    window.settle()
    middle = cord.evaluate(
        "e => { const p = e.getPointAtLength(e.getTotalLength() / 2).matrixTransform(e.getScreenCTM());"
        " return [p.x, p.y]; }"
    )
    page.mouse.click(middle[0] - 7, middle[1])

    expect(card(page, "plantaris")).to_be_visible()
    boxes = page.locator(MAP).evaluate_all("es => es.map(e => e.getBoundingClientRect())")
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24


def test_the_knee_bends(open_map):
    """The slider turns the thigh and slackens the gastrocnemius; the soleus stays as it is."""
    window, page = open_map()
    slider = page.get_by_role("slider", name="Knee angle")
    soleus = 'svg.figure.side .region[data-id="soleus"] .shape'
    straight, still = page.locator(BENDING).get_attribute("d"), page.locator(soleus).get_attribute("d")
    height = page.locator(BENDING).bounding_box()["height"]

    slider.focus()
    for _ in range(18):
        page.keyboard.press("ArrowRight")

    expect(slider).to_have_attribute("aria-valuetext", "90°")
    expect(page.locator(BENDING)).not_to_have_attribute("d", straight)
    expect(page.locator(soleus)).to_have_attribute("d", still)
    expect(page.locator(".pose:visible")).to_contain_text("minimally engages the gastrocnemius")
    assert page.locator(BENDING).bounding_box()["height"] < height
    window.says(knee="90")
    expect(slider).to_have_attribute("aria-valuetext", "90°")


def test_layer_and_angle_are_in_the_address(open_map):
    """A layer and a knee angle are kept, a reload shows them, and another muscle comes in its own layer."""
    window, page = open_map("?muscle=soleus")
    page.get_by_role("radio", name="Superficial").check()
    window.says(layer="superficial", muscle="soleus")
    slider = page.get_by_role("slider", name="Knee angle")
    slider.focus()
    page.keyboard.press("ArrowRight")
    window.says(knee="5")
    page.reload()
    expect(page.get_by_role("radio", name="Superficial")).to_be_checked()
    expect(slider).to_have_attribute("aria-valuetext", "5°")
    window.settle()
    box = page.get_by_role("combobox", name="Muscle")
    box.click()
    page.get_by_role("option", name="tibialis posterior").click()

    window.says(muscle="tibialisPosterior", layer="", knee="5")
    expect(page.get_by_role("radio", name="Deepest")).to_be_checked()


def test_an_exercise_is_chosen_by_mouse(open_map):
    """An exercise shows what it works by the article and by research, and bends the knee as it is done."""
    window, page = open_map()
    box = page.get_by_role("combobox", name="Exercise")
    box.scroll_into_view_if_needed()
    window.settle()  # a list that opens while the page still moves closes again
    box.click()
    page.get_by_role("option", name="seated calf raise").click()
    window.says(exercise="seatedCalfRaise")

    expect(page.get_by_role("heading", name="By research")).to_be_visible()
    expect(page.get_by_role("slider", name="Knee angle")).to_have_attribute("aria-valuetext", "90°")
    expect(page.get_by_role("img", name=re.compile("emphasises or biases: soleus"))).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("research is mixed: soleus"))).to_be_visible()


def test_an_exercise_is_chosen_by_keyboard(open_map):
    """The same, with keys alone."""
    window, page = open_map()
    box = page.get_by_role("combobox", name="Exercise")
    window.tab_to(box, most=40)
    page.keyboard.type("seated calf")
    expect(page.get_by_role("option", name="seated calf raise")).to_be_visible()
    page.keyboard.press("Enter")
    window.says(exercise="seatedCalfRaise")

    expect(page.get_by_role("heading", name="By research")).to_be_visible()


def test_an_answer_shows_its_muscles(visit, real):
    """Beside an answer, the muscles that it names are marked, and lead to the map."""
    window = visit()
    page = window.open(real, "which muscle crosses the knee?")
    picture = page.get_by_role("img", name="Right leg from behind")
    expect(picture).to_have_attribute("aria-label", re.compile("gastrocnemius"))
    expect(picture.locator('.region[data-state="chosen"]')).to_have_count(2)
    page.get_by_test_id("stMain").get_by_role("link", name="Muscle map").click()

    page.locator(MAP).first.wait_for()
    window.says(muscle="gastrocnemius")
