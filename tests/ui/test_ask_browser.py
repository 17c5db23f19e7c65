"""The Ask page in a real Chromium: what only a browser can show."""

from __future__ import annotations

import re

import pytest

expect = pytest.importorskip("playwright.sync_api").expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

INNER = "which exercise targets the inner calf?"
COMPARE = "compare standing and seated calf raises"
HOSTILE = "<img src=x onerror=\"document.title='broken'\"> <b>bold</b> $x^2$ [a](javascript:alert(1)) `c`"


def box(page):
    """The box that questions are typed into."""
    return page.get_by_role("combobox", name="Your question")


def lead(page, text: str | re.Pattern):
    """The heading of an answer."""
    return page.get_by_role("heading", level=2, name=text)


def test_a_question_is_typed_and_answered(visit, real):
    """Typing a question and clicking Ask shows its answer, and puts it into the address."""
    window = visit()
    page = window.open(real)
    box(page).fill(INNER)
    page.get_by_role("button", name="Ask", exact=True).click()
    window.says(q=INNER)

    expect(lead(page, re.compile("standing calf raise"))).to_be_visible()
    expect(page.get_by_text("Research check:").first).to_be_visible()


def test_what_is_typed_is_completed(visit, real):
    """By mouse: the beginnings of words bring up questions that have answers, and a click asks one."""
    window = visit()
    page = window.open(real)
    box(page).click()
    box(page).press_sequentially("exercise sol")
    option = page.get_by_role("option", name=re.compile("exercise.*soleus", re.IGNORECASE)).first
    option.wait_for()
    text = option.inner_text()
    option.click()
    window.says(q=text)

    expect(lead(page, re.compile("seated calf raise"))).to_be_visible()
    expect(box(page)).to_have_value(text)
    expect(page.get_by_role("option")).to_have_count(0)


def test_completion_by_keyboard(visit, real):
    """By keyboard alone: arrows choose a completion, Escape leaves what was typed, Enter asks."""
    window = visit()
    page = window.open(real)
    window.tab_to(box(page))
    page.keyboard.type("what does the soleus")
    options = page.get_by_role("option")
    options.nth(1).wait_for()
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box(page).get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    page.keyboard.press("ArrowDown")
    text = options.first.inner_text()
    page.keyboard.press("Enter")

    window.says(q=text)
    expect(lead(page, re.compile("."))).to_be_visible()


def test_what_is_typed_is_asked_as_typed(visit, real):
    """Enter asks what stands in the box, not a completion that nobody chose; clearing it starts anew."""
    window = visit()
    page = window.open(real)
    window.tab_to(box(page))
    page.keyboard.type("soleus")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    window.says(q="soleus")
    expect(lead(page, re.compile("."))).to_be_visible()
    page.get_by_role("button", name="Clear the question").click()
    window.says(q="")

    expect(page.get_by_text("For example")).to_be_visible()
    expect(box(page)).to_have_value("")


def test_going_back_and_forward(visit, real):
    """The buttons of the browser lead from answer to answer, and the box follows."""
    window = visit()
    page = window.open(real, INNER)
    box(page).fill("does the soleus cross the knee?")
    box(page).press("Enter")
    expect(lead(page, re.compile("^No"))).to_be_visible()
    window.settle()
    page.go_back()
    expect(lead(page, re.compile("standing calf raise"))).to_be_visible()
    expect(box(page)).to_have_value(INNER)
    window.settle()
    page.go_forward()

    expect(lead(page, re.compile("^No"))).to_be_visible()
    expect(box(page)).to_have_value("does the soleus cross the knee?")


def test_an_example_is_one_click_away(visit, real):
    """A click on an example asks it."""
    window = visit()
    page = window.open(real)
    example = page.get_by_test_id("stButtonGroup").get_by_role("radio").first
    text = example.inner_text()
    example.click()
    window.says(q=text)

    expect(lead(page, re.compile("."))).to_be_visible()
    expect(box(page)).to_have_value(text)


def test_a_refusal_offers_a_way_on(visit, real):
    """A question that cannot be answered shows other questions, and following one gives an answer."""
    window = visit()
    page = window.open(real, "which zumba class flummoxes the quokka?")
    expect(page.get_by_text("You could ask")).to_be_visible()
    link = page.get_by_test_id("stMain").get_by_test_id("stPageLink").get_by_role("link").first
    text = link.inner_text().split("\n")[-1]
    link.click()
    window.says(q=text)

    expect(page.get_by_text("You could ask")).to_have_count(0)
    expect(box(page)).to_have_value(text)


def test_another_reading_is_one_click_away(visit, real):
    """Where a question may mean two things, the other one is a link below the reading that was taken."""
    window = visit()
    page = window.open(real, "which is better standing or seated?")
    expect(page.get_by_text("Or did you mean")).to_be_visible()
    link = page.get_by_test_id("stMain").get_by_test_id("stPageLink").get_by_role("link").first
    text = link.inner_text().split("\n")[-1]
    link.click()
    window.says(q=text)

    expect(page.get_by_text(f"I read this as: {text}")).to_be_visible()


@pytest.mark.parametrize("server", ["real", "fake"])
def test_a_hostile_question_is_text(visit, request, server):
    """HTML, formulas and links in a question show as text, and run nothing."""
    window = visit()
    page = window.open(request.getfixturevalue(server), HOSTILE)
    box(page).focus()
    window.settle()

    assert page.title() == "Ask about the calf"
    main = page.get_by_test_id("stMain")
    expect(main.locator("img[src=x], b, .katex, a[href^=javascript]")).to_have_count(0)
    expect(box(page)).to_have_value(HOSTILE)
    if server == "fake":
        expect(main).to_contain_text("<b>bold</b> $x^2$")


def test_a_follow_up_keeps_the_conversation_in_the_address(visit, fake):
    """A follow-up is answered in context; its link shows both answers; a new question starts anew."""
    window = visit()
    page = window.open(fake, INNER)
    follow_up = page.get_by_role("textbox", name="Ask a follow-up")
    follow_up.fill("and the outer one?")
    follow_up.press("Enter")
    expect(lead(page, "Turn the toes out.")).to_be_visible()
    window.says(q=INNER, then="and the outer one?")
    link = page.get_by_role("link", name="Link to this conversation").get_attribute("href")
    other = visit()
    other.go(f"{fake}/{link}")
    expect(lead(other.page, "Turn the toes out.")).to_be_visible()

    box(page).fill("how long?")
    box(page).press("Enter")
    expect(page.get_by_text("Did you mean")).to_be_visible()
    window.says(q="how long?", then="")
    expect(lead(page, "Turn the toes out.")).to_have_count(0)


def test_reasons_and_query_open(visit, fake):
    """Why, studies and SPARQL open with a click and show proof, quote, DOI and query."""
    page = visit().open(fake, INNER)
    for label in ("1 study on this", "Why: 2 statements", "SPARQL"):
        page.locator("summary", has_text=label).click()

    expect(page.get_by_text("SELECT DISTINCT")).to_be_visible()
    main = page.get_by_test_id("stMain")
    for part in (
        "derived: training a part",
        "To target the inner calf, turn",
        "DOI 10.1519/JSC.0000000000003674",
    ):
        expect(main).to_contain_text(part)


@pytest.mark.parametrize("question", ["", INNER, COMPARE, "how long?", "x" * 300])
def test_a_phone_needs_no_sideways_scroll(visit, fake, question):
    """At a width of 390 nothing sticks out."""
    window = visit(width=390)
    window.open(fake, question)
    window.unfold()

    assert window.width() <= 390


@pytest.mark.parametrize("question", [INNER, COMPARE, "how long?", "zumba"])
def test_no_barrier(visit, fake, question):
    """axe finds no violation of WCAG A and AA in any shape of an answer, in light and dark."""
    window = visit()
    window.open(fake, question)
    window.unfold()

    assert window.barriers() == []


def test_no_barrier_in_completions(visit, real):
    """The open list of completions is sound too."""
    window = visit()
    page = window.open(real)
    box(page).click()
    box(page).press_sequentially("soleus")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")

    assert window.barriers() == []


def test_the_keyboard_reaches_an_example(visit, fake):
    """With Tab and Enter alone, an example can be asked."""
    window = visit()
    page = window.open(fake)
    example = page.get_by_test_id("stButtonGroup").get_by_role("radio").first
    window.tab_to(example)
    page.keyboard.press("Enter")

    window.says(q=INNER)
    expect(lead(page, re.compile("."))).to_be_visible()
