"""The Ask page in a real Chromium: what only a browser can show."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

INNER = "which exercise targets the inner calf?"
COMPARE = "compare standing and seated calf raises"
HOSTILE = "<img src=x onerror=\"document.title='broken'\"> <b>bold</b> $x^2$ [a](javascript:alert(1)) `c`"


def test_a_question_is_typed_and_answered(visit, real):
    """Typing a question and pressing Enter shows its answer, and puts it into the address."""
    window = visit()
    page = window.open(real)
    box = page.get_by_role("searchbox", name="Your question")
    box.fill(INNER)
    box.press("Enter")

    page.get_by_role("heading", level=2).wait_for()
    window.settle()

    assert "standing calf raise" in page.get_by_test_id("stMain").inner_text()
    assert page.get_by_text("Research check:").first.is_visible()
    assert window.asked == INNER


def test_a_link_opens_its_answer_and_survives_a_reload(visit, real):
    """`?q=` shows the answer at once, and again after a reload."""
    page = visit().open(real, INNER)
    lead = page.get_by_role("heading", level=2).inner_text()

    page.reload()

    page.get_by_role("heading", level=2, name=lead).wait_for()
    expect(page.get_by_role("searchbox", name="Your question")).to_have_value(INNER)


def test_an_example_is_one_click_away(visit, real):
    """A click on an example asks it."""
    window = visit()
    page = window.open(real)
    example = page.get_by_test_id("stButtonGroup").get_by_role("radio").first
    text = example.inner_text()
    example.click()

    page.get_by_role("heading", level=2).wait_for()
    window.settle()

    assert window.asked == text
    assert page.get_by_role("searchbox", name="Your question").input_value() == text


def test_a_refusal_offers_a_way_on(visit, real):
    """A question that cannot be answered shows other questions, and following one gives an answer."""
    window = visit()
    page = window.open(real, "which zumba class flummoxes the quokka?")
    page.get_by_text("You could ask").wait_for()
    link = page.get_by_test_id("stPageLink").get_by_role("link").first
    text = link.inner_text().split("\n")[-1]
    link.click()

    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query)["q"] == [text])
    window.settle()

    assert page.get_by_text("You could ask").count() == 0
    assert page.get_by_role("searchbox", name="Your question").input_value() == text


@pytest.mark.parametrize("server", ["real", "fake"])
def test_a_hostile_question_is_text(visit, request, server):
    """HTML, formulas and links in a question show as text, and run nothing."""
    page = visit().open(request.getfixturevalue(server), HOSTILE)

    assert page.title() == "Ask about the calf"
    main = page.get_by_test_id("stMain")
    assert main.locator("img[src=x], b, .katex, a[href^=javascript]").count() == 0
    if server == "fake":
        assert "<b>bold</b> $x^2$" in main.inner_text()


def test_a_follow_up_keeps_the_conversation_in_the_address(visit, fake):
    """A follow-up is answered in context; its link shows both answers; a new question starts anew."""
    window = visit()
    page = window.open(fake, INNER)
    box = page.get_by_role("textbox", name="Ask a follow-up")
    box.fill("and the outer one?")
    box.press("Enter")
    page.get_by_role("heading", name="Turn the toes out.").wait_for()

    page.reload()
    page.get_by_role("heading", name="Turn the toes out.").wait_for()
    box = page.get_by_role("searchbox", name="Your question")
    box.fill("how long?")
    box.press("Enter")
    page.get_by_text("Did you mean").wait_for()
    window.settle()

    assert page.get_by_role("heading", name="Turn the toes out.").count() == 0
    assert "then=" not in page.url


def test_reasons_and_query_open(visit, fake):
    """Why, studies and SPARQL open with a click and show proof, quote, DOI and query."""
    page = visit().open(fake, INNER)
    for label in ("1 study on this", "Why: 2 statements", "SPARQL"):
        page.locator("summary", has_text=label).click()

    page.get_by_text("SELECT DISTINCT").wait_for()
    text = page.get_by_test_id("stMain").inner_text()
    for part in (
        "derived: training a part",
        "To target the inner calf, turn",
        "DOI 10.1519/JSC.0000000000003674",
    ):
        assert part in text


@pytest.mark.parametrize("question", ["", INNER, COMPARE, "how long?", "x" * 300])
def test_a_phone_needs_no_sideways_scroll(visit, fake, question):
    """At a width of 390 nothing sticks out."""
    window = visit(width=390)
    window.open(fake, question)
    window.unfold()

    assert window.width() <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("question", ["", INNER, COMPARE, "zumba"])
def test_no_barrier(visit, fake, scheme, question):
    """axe finds no violation of WCAG A and AA, in light and dark."""
    window = visit(scheme=scheme)
    window.open(fake, question)
    window.unfold()

    assert window.barriers() == []


def test_the_keyboard_reaches_an_answer(visit, fake):
    """With Tab and Enter alone, an example can be asked."""
    window = visit()
    page = window.open(fake)
    page.get_by_test_id("stButtonGroup").wait_for()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('[data-testid=stButtonGroup]') !== null"):
            break
    page.keyboard.press("Enter")

    page.get_by_role("heading", level=2).wait_for()
    window.settle()
    assert window.asked == INNER
