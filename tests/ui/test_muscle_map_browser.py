"""The muscle map in a real Chromium: by mouse, by keyboard alone, in light, dark and on a phone."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MAP = "svg.figure.posterior .region[role=button]:visible"
BEHIND = 'svg.figure.posterior .region[data-id="{}"]:visible'
BENDING = 'svg.figure.side .region[data-id="gastrocnemius"] .shape'
# The focused element, inside components too.
FOCUS = "(() => { let e = document.activeElement; while (e.shadowRoot?.activeElement) "
FOCUS += "e = e.shadowRoot.activeElement; return "
FULL = "?muscle=soleus&exercise=seatedCalfRaise"


@pytest.fixture
def open_map(visit, real):
    """Open the map with a query in its address; returns the window once the drawing is live."""

    def run(query: str = "", **options):
        window = visit(**options)
        page = window.go(f"{real}/muscle_map{query}")
        page.locator(MAP).first.wait_for()
        page.wait_for_timeout(300)
        return window, page

    return run


def card(page, name: str):
    """The card with this heading."""
    return page.get_by_role("heading", level=2, name=name, exact=True)


def test_a_click_shows_the_card(open_map):
    """A click on a muscle shows its card, marks it in the drawing, and puts it into the address."""
    window, page = open_map()
    page.locator(BEHIND.format("medialHead")).locator(".hit").click()

    card(page, "medial head of the gastrocnemius").wait_for()
    window.settle()

    assert window.said("muscle") == "medialHead"
    assert page.locator(BEHIND.format("medialHead")).get_attribute("aria-pressed") == "true"
    assert page.locator('[aria-pressed="true"]').count() == 1


def test_a_link_opens_its_muscle_and_survives_a_reload(open_map):
    """`?muscle=` shows the card at once, in the layer where the muscle lies, and again after a reload."""
    window, page = open_map("?muscle=tibialisPosterior")
    for _ in range(2):
        card(page, "tibialis posterior").wait_for()
        assert page.get_by_role("radio", name="Deepest").is_checked()
        assert page.locator(BEHIND.format("tibialisPosterior")).get_attribute("aria-pressed") == "true"
        page.reload()
        page.locator(MAP).first.wait_for()
        window.settle()

    assert window.said("muscle") == "tibialisPosterior"


def test_every_muscle_can_be_reached_by_keyboard(open_map):
    """With Tab, arrows and Enter alone, each layer shows and each of its muscles can be chosen."""
    window, page = open_map()
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(page.evaluate(f"{FOCUS}e.dataset.id || e.value || '' }})()"))
        if seen >= {"superficial", "medialHead", "gastrocnemius", "tibialisAnterior"}:
            break
    assert seen >= {"soleus", "lateralHead", "medialHead", "achillesTendon", "gastrocnemius"}

    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if page.evaluate(f"{FOCUS}e.value === 'superficial' }})()"):
            break
    page.keyboard.press("ArrowRight")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUS}e.dataset.id === 'plantaris' }})()"):
            break
    page.keyboard.press("Enter")
    card(page, "plantaris").wait_for()
    window.settle()

    assert window.said("muscle") == "plantaris"
    assert page.get_by_role("radio", name="Deep", exact=True).is_checked()


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
    assert page.locator(".status").first.inner_text() == "lateral head of the gastrocnemius"


def test_thin_things_can_be_hit(open_map):
    """A click beside a thin tendon counts, and nothing that reacts is smaller than 24 pixels."""
    _, page = open_map("?muscle=soleus", width=390)
    cord = page.locator(BEHIND.format("plantaris")).locator("path.cord").first
    cord.scroll_into_view_if_needed()
    middle = cord.evaluate(
        "e => { const p = e.getPointAtLength(e.getTotalLength() / 2).matrixTransform(e.getScreenCTM());"
        " return [p.x, p.y]; }"
    )
    page.mouse.click(middle[0] - 7, middle[1])

    card(page, "plantaris").wait_for()
    boxes = page.locator(MAP).evaluate_all("es => es.map(e => e.getBoundingClientRect())")
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24


def test_the_knee_bends(open_map):
    """The slider turns the thigh and slackens the gastrocnemius; the soleus stays as it is."""
    _, page = open_map()
    slider = page.get_by_role("slider", name="Knee angle")
    soleus = 'svg.figure.side .region[data-id="soleus"] .shape'
    straight, still = page.locator(BENDING).get_attribute("d"), page.locator(soleus).get_attribute("d")
    height = page.locator(BENDING).bounding_box()["height"]

    slider.focus()
    for _ in range(18):
        page.keyboard.press("ArrowRight")

    assert slider.get_attribute("aria-valuetext") == "90°"
    assert page.locator(BENDING).get_attribute("d") != straight
    assert page.locator(BENDING).bounding_box()["height"] < height
    assert page.locator(soleus).get_attribute("d") == still
    assert "minimally engages the gastrocnemius" in page.locator(".pose:visible").inner_text()


def test_an_exercise_is_chosen_by_mouse(open_map):
    """An exercise shows what it works by the article and by research, and bends the knee as it is done."""
    window, page = open_map()
    box = page.get_by_role("combobox", name="Exercise")
    box.scroll_into_view_if_needed()
    page.wait_for_timeout(300)  # a list that opens while the page still moves closes again
    box.click()
    page.get_by_role("option", name="seated calf raise").click()
    page.get_by_role("heading", name="By research").wait_for()
    window.settle()

    assert "exercise=seatedCalfRaise" in page.url
    assert page.get_by_role("slider", name="Knee angle").get_attribute("aria-valuetext") == "90°"
    pictures = [each.get_attribute("aria-label") for each in page.get_by_role("img", name="Right leg").all()]
    assert any("emphasises or biases: soleus" in label for label in pictures)
    assert any("research is mixed: soleus" in label for label in pictures)


def test_an_exercise_is_chosen_by_keyboard(open_map):
    """The same, with keys alone."""
    window, page = open_map()
    page.get_by_role("combobox", name="Exercise").focus()
    page.keyboard.type("seated calf")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="By research").wait_for()
    window.settle()

    assert "exercise=seatedCalfRaise" in page.url


def test_an_answer_shows_its_muscles(visit, real):
    """Beside an answer, the muscles that it names are marked, and lead to the map."""
    window = visit()
    page = window.open(real, "which muscle crosses the knee?")
    picture = page.get_by_role("img", name="Right leg from behind")
    assert "gastrocnemius" in picture.get_attribute("aria-label")
    assert picture.locator('.region[data-state="chosen"]').count() == 2

    page.get_by_test_id("stMain").get_by_role("link", name="Muscle map").click()
    page.locator(MAP).first.wait_for()
    window.settle()
    assert window.said("muscle") == "gastrocnemius"


@pytest.mark.parametrize(
    "query", ["", FULL, "?muscle=gastrocnemius&exercise=donkeyCalfRaise&footPosition=toesOut"]
)
def test_a_phone_needs_no_sideways_scroll(open_map, query):
    """At a width of 390 nothing sticks out."""
    window, _ = open_map(query, width=390)

    assert window.width() <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", FULL])
def test_no_barrier(open_map, scheme, query):
    """axe finds no violation of WCAG 2.2 A and AA, in light and dark, with nothing and all chosen."""
    window, _ = open_map(query, scheme=scheme)

    assert window.barriers() == []
