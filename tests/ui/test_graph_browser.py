"""Explore, Query and Sources in a real Chromium: what only a browser can show."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

expect = pytest.importorskip("playwright.sync_api").expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MUSCLES = "SELECT ?m WHERE { ?m a calf:Muscle }"


def heading(page, name: str):
    """The heading of an entry."""
    return page.get_by_role("heading", level=2, name=name, exact=True)


def test_a_thing_is_found_and_its_neighbour_opened(visit, real):
    """By mouse: type a name, choose the hit, click a neighbour in the picture, reload, go back."""
    window = visit()
    page = window.go(f"{real}/explore")
    page.get_by_role("searchbox").press_sequentially("inner calf")
    hit = page.get_by_role("button", name=re.compile("medial head of the gastrocnemius")).first
    hit.wait_for()
    window.settle()
    hit.click()
    window.says(node="medialHead")
    expect(heading(page, "medial head of the gastrocnemius")).to_be_visible()
    page.get_by_role("button", name="knee joint, joint").click()
    window.says(node="kneeJoint")
    page.reload()
    expect(heading(page, "knee joint")).to_be_visible()
    window.settle()
    page.go_back()

    expect(heading(page, "medial head of the gastrocnemius")).to_be_visible()


def test_a_thing_is_found_by_keyboard(visit, real):
    """By keyboard alone: type a name, Tab to the hit, Enter opens it."""
    window = visit()
    page = window.go(f"{real}/explore")
    window.tab_to(page.get_by_role("searchbox"))
    page.keyboard.type("soleus")
    hit = page.get_by_role("button", name=re.compile(r"soleus \(muscle")).first
    hit.wait_for()
    window.tab_to(hit)
    page.keyboard.press("Enter")

    window.says(node="soleus")
    expect(heading(page, "soleus")).to_be_visible()


def test_the_picture_by_keyboard(visit, real):
    """By keyboard alone: Tab to the picture, an arrow to a neighbour, Enter opens it and keeps the place."""
    window = visit()
    page = window.go(f"{real}/explore?node=soleus")
    centre = page.get_by_role("button", name="soleus, muscle")
    centre.wait_for()
    window.tab_to(centre)
    page.keyboard.press("ArrowRight")
    chosen = page.evaluate("document.activeElement.shadowRoot.activeElement.dataset.id")
    page.keyboard.press("Enter")

    assert chosen != "soleus"
    window.says(node=chosen)
    expect(page.locator(f'.node.centre[data-id="{chosen}"]')).to_be_focused()


def test_a_path_is_chosen(visit, real):
    """The choices in the fold show a path, and the address keeps it."""
    window = visit()
    page = window.go(f"{real}/explore?node=soleus")
    page.locator("summary", has_text="Filter, grow, find a path").click()
    window.settle()
    box = page.get_by_role("combobox", name=re.compile("Find a path"))
    box.click()
    box.press_sequentially("leg press machine")
    page.get_by_role("option", name=re.compile("leg press machine")).first.click()
    window.says(to="legPressMachine")
    expect(page.get_by_text("From soleus to leg press machine")).to_be_visible()
    page.reload()

    expect(page.get_by_text("From soleus to leg press machine")).to_be_visible()


def test_an_answer_leads_on(visit, real):
    """From an answer, its query opens in Query and its items in Explore."""
    window = visit()
    page = window.open(real, "which exercise targets the inner calf?")
    page.locator("summary", has_text="SPARQL").click()
    window.settle()
    page.get_by_role("link", name="Open in Query").click()
    expect(page.get_by_text(re.compile(r"\d+ rows?$"))).to_be_visible()
    window.settle()
    expect(page.get_by_role("textbox", name="Query")).to_have_value(re.compile("SELECT"))
    page.get_by_test_id("stMain").get_by_role("link", name="donkey calf raise").click()

    expect(heading(page, "donkey calf raise")).to_be_visible()
    window.says(node="donkeyCalfRaise")


def test_a_query_by_mouse(visit, real):
    """A question's query is chosen, changed and run, and its rows are taken away as a file."""
    window = visit()
    page = window.go(f"{real}/query")
    page.get_by_role("combobox").click()
    page.get_by_role("option").first.click()
    expect(page.get_by_text(re.compile(r"^\d+ rows?$"))).to_be_visible()
    window.settle()
    page.get_by_role("textbox", name="Query").fill(MUSCLES)
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_text("5 rows")).to_be_visible()
    window.says(query=MUSCLES)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()

    assert "calf#soleus" in download.value.path().read_text(encoding="utf-8")


def test_a_query_by_keyboard(visit, real):
    """By keyboard alone, a query is written and run; its link shows the same rows."""
    window = visit()
    page = window.go(f"{real}/query")
    editor = page.get_by_role("textbox", name="Query")
    window.tab_to(editor)
    page.keyboard.type(MUSCLES)
    expect(editor).to_have_value(MUSCLES)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("5 rows")).to_be_visible()
    window.says(query=MUSCLES)
    page.reload()

    expect(page.get_by_text("5 rows")).to_be_visible()
    expect(page.get_by_role("textbox", name="Query")).to_have_value(MUSCLES)


def test_claims_by_mouse(visit, real):
    """Claims are narrowed by their status, and one is opened by its link."""
    window = visit()
    page = window.go(f"{real}/sources")
    page.get_by_text(re.compile(r"^contradicted \(\d+\)$")).click()
    window.says(status="contradicted")
    page.get_by_role("button", name="Open this claim").first.click()
    expect(page.get_by_role("button", name="All claims and studies")).to_be_visible()
    window.settle()
    title = page.get_by_role("heading", level=3).inner_text()
    page.reload()

    expect(page.get_by_role("heading", level=3, name=title)).to_be_visible()
    link = page.get_by_role("link", name="10.1519/JSC.0000000000003674")
    expect(link).to_have_attribute("href", "https://doi.org/10.1519/JSC.0000000000003674")


def test_claims_by_keyboard(visit, real):
    """By keyboard alone, a word narrows the claims and Enter opens one of them."""
    window = visit()
    page = window.go(f"{real}/sources")
    window.tab_to(page.get_by_role("searchbox"))
    page.keyboard.type("supination")
    window.says(word="supination")
    expect(page.get_by_text(re.compile(r"^\d claims?$"))).to_be_visible()
    window.tab_to(page.get_by_role("button", name="Open this claim").first)
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="All claims and studies")).to_be_visible()
    window.settle()
    assert window.said("claim").startswith("claim")


@pytest.mark.parametrize(
    "address", ["explore?node={}", "query?query={}", "sources?claim={}", "sources?word={}"]
)
def test_hostile_addresses_are_text(visit, real, address):
    """HTML, formulas and links in an address show as text, and run nothing."""
    hostile = "<img src=x onerror=\"document.title='broken'\"> $x^2$ [a](javascript:alert(1)) `c`"
    page = visit().go(f"{real}/{address.format(quote(hostile))}")

    assert page.title() != "broken"
    expect(page.get_by_test_id("stMain").locator("img[src=x], .katex, a[href^=javascript]")).to_have_count(0)
