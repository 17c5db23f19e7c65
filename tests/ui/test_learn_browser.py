"""Lessons in a real Chromium: by mouse, by keyboard alone, by link, in light, dark and on a phone."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

LESSONS = (
    "anatomy",
    "joints",
    "two-joint-muscles",
    "knee-angle",
    "toe-angle",
    "exercises",
    "programming",
    "mistakes",
    "balanced-training",
)
REGION = 'svg.figure.{} .region[role=button][data-id="{}"]:visible'


@pytest.fixture
def open_lesson(visit, real):
    """Open a lesson, or the path for ""; returns the window once everything in it is drawn."""

    def run(name: str = "", **options):
        window = visit(**options)
        return window, window.go(f"{real}/learn{f'?lesson={name}' if name else ''}")

    return run


def told(page, words: str):
    """A message that begins with these words, once it is there."""
    found = page.get_by_test_id("stAlert").filter(has_text=words)
    found.first.wait_for()
    return found.first


def ready(button):
    """A button, once the page has heard of all that was chosen."""
    from playwright.sync_api import expect

    expect(button).to_be_enabled(timeout=30_000)
    return button


def test_a_lesson_is_completed_by_mouse(open_lesson):
    """From the path into the first lesson, through its task and checks, and back: it is finished then."""
    window, page = open_lesson()
    page.get_by_role("button", name="Start lesson 1", exact=True).click()
    page.get_by_role("heading", level=1, name="What the calf is made of").wait_for()
    window.settle()
    page.locator(REGION.format("posterior", "medialHead")).locator(".hit").click()
    assert "You chose the medial head of the gastrocnemius" in told(page, "Not this one.").inner_text()

    for view, part in (
        ("side", "soleus"),
        ("posterior", "medialHead"),
        ("posterior", "lateralHead"),
        ("side", "achillesTendon"),
    ):
        page.locator(REGION.format(view, part)).locator(".hit").first.click()
        window.settle()
    page.get_by_text("All found.").wait_for()

    heads = ("Medial head of the gastrocnemius", "Lateral head of the gastrocnemius")
    for number, picks in enumerate((heads, heads, ("False",))):
        card = page.locator(f".st-key-anatomy-check-{number}-card")
        for pick in picks:
            card.get_by_text(pick, exact=True).click()
            window.settle()
        card.get_by_role("button", name="Check", exact=True).click()
        card.get_by_text("Right.").wait_for()
    page.get_by_text("4 of 4 parts of this lesson done").wait_for()
    page.get_by_role("button", name="All lessons").click()

    page.get_by_text("1 of 9 lessons finished").wait_for()
    page.get_by_role("button", name="Review lesson 1").wait_for()


def test_a_lesson_is_completed_by_keyboard(open_lesson):
    """With Tab, arrows, Space and Enter alone, a term is looked up, task and checks are solved."""
    window, page = open_lesson("two-joint-muscles")
    keys = page.keyboard
    term = page.get_by_role("button", name="two-joint muscle", exact=True).first
    window.tab_to(term, 30)
    keys.press("Enter")
    page.get_by_role("dialog").get_by_role("heading", name="two-joint muscle").wait_for()
    window.settle()
    keys.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")

    for number, holds in enumerate((True, False, True, True, False)):
        radios = page.locator(f".st-key-two-joint-muscles-task-{number} input")
        window.tab_to(radios.first, 90)
        keys.press("Space" if holds else "ArrowDown")
        window.settle()
    look = page.get_by_role("button", name="Look", exact=True)
    window.tab_to(ready(look))
    keys.press("Enter")
    page.get_by_text("5 of 5 predicted as the graph has it.").wait_for()

    for number, picks in ((0, (1, 2)), (1, (0,)), (2, (0,))):
        card = page.locator(f".st-key-two-joint-muscles-check-{number}-card")
        for pick in picks:
            window.tab_to(card.locator("input").nth(pick), 60)
            keys.press("Space")
            window.settle()
        window.tab_to(ready(card.get_by_role("button", name="Check", exact=True)))
        keys.press("Enter")
        card.get_by_text("Right.").wait_for()
        window.settle()
    page.get_by_text("4 of 4 parts of this lesson done").wait_for()


def test_a_part_is_found_by_keyboard(open_lesson):
    """With Tab and Enter alone a part of the drawing is chosen; letters tell parts apart, not their names."""
    window, page = open_lesson("anatomy")
    part = page.locator(REGION.format("side", "soleus"))
    assert part.get_attribute("aria-label") == "F"
    window.tab_to(part, 90)
    page.keyboard.press("Enter")

    assert "You chose the soleus." in told(page, "Right.").inner_text()


def test_a_term_opens_its_card_and_leaves_the_lesson_as_it_is(open_lesson):
    """A click on a term shows what the graph says of it, above the lesson; closing it leads back."""
    window, page = open_lesson("toe-angle")
    page.get_by_role("button", name="lever arm", exact=True).first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("The distance at which a muscle pulls past the joint that it turns").wait_for()
    dialog.get_by_role("button", name="Close").click()
    dialog.wait_for(state="detached")

    assert window.said("lesson") == "toe-angle"
    assert page.get_by_text("disputed; against it").count() >= 2


def test_studies_are_weighed(open_lesson):
    """Who judges a study wrongly is told; the tally shows four studies against the claim and none for it."""
    window, page = open_lesson("toe-angle")
    for number in range(8):
        page.locator(f".st-key-toe-angle-task-{number}").get_by_text("It speaks against the claim").click()
        window.settle()
    page.get_by_role("button", name="Look", exact=True).click()
    page.get_by_text("4 of 8 judged as the graph has it.").wait_for()
    window.settle()

    told(page, "Not quite.")
    assert page.get_by_test_id("stAlert").filter(has_text="Not quite.").count() == 4
    rows = [row.inner_text().split("\t") for row in page.locator("table tbody tr").all()]
    assert ["supports it", "0"] in [[cell.strip() for cell in row] for row in rows]


def test_the_knee_is_bent_after_the_prediction(open_lesson):
    """The drawing comes after the prediction, and its slider tells what a bent knee does."""
    window, page = open_lesson("knee-angle")
    assert page.get_by_role("slider", name="Knee angle").count() == 0
    for number in range(4):
        page.locator(f".st-key-knee-angle-task-{number}").get_by_text("True", exact=True).click()
        window.settle()
    page.get_by_role("button", name="Look", exact=True).click()
    slider = page.get_by_role("slider", name="Knee angle")
    slider.wait_for()
    slider.focus()
    for _ in range(18):
        page.keyboard.press("ArrowRight")

    assert "minimally engages the gastrocnemius" in page.locator(".pose:visible").inner_text()


@pytest.mark.parametrize("name", ["", *LESSONS])
def test_no_barriers(open_lesson, name):
    """Axe finds no violation of WCAG 2.2 A and AA, folds open; as narrow as a phone, all of it fits."""
    window, page = open_lesson(name)
    window.unfold()
    assert window.barriers() == []

    page.set_viewport_size({"width": 390, "height": 900})
    window.settle()
    assert window.width() <= 390


def test_no_barriers_in_feedback(open_lesson):
    """Feedback on right and wrong answers, and the card of a term, pass the same rules."""
    window, page = open_lesson("knee-angle")
    for number in range(4):
        page.locator(f".st-key-knee-angle-task-{number}").get_by_text("True", exact=True).click()
        window.settle()
    page.get_by_role("button", name="Look", exact=True).click()
    told(page, "Not quite.")
    assert window.barriers() == []

    page.get_by_role("button", name="straight knee", exact=True).first.click()
    page.get_by_role("dialog").get_by_role("heading", name="knee straight").wait_for()
    window.settle()
    assert window.barriers() == []
