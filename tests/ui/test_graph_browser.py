"""Explore, Query and Sources in a real Chromium: what only a browser can show."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

expect = pytest.importorskip("playwright.sync_api").expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MUSCLES = "SELECT ?m WHERE { ?m a calf:Muscle }"
PAGES = {
    "explore": "explore",
    "a thing": "explore?node=medialHead&more=standingCalfRaise",
    "a path": "explore?node=tibialNerve&to=legPressMachine",
    "a table": "explore?node=soleus&as=table",
    "a tree": "explore?node=soleus&as=tree",
    "query": f"query?query={quote(MUSCLES)}",
    "a bad query": "query?query=SELECT",
    "sources": "sources?status=mixed",
    "a claim": "sources?claim=claim01",
    "studies": "sources?show=studies&word=nunes",
}


def heading(page, name: str):
    """The heading of an entry."""
    return page.get_by_role("heading", level=2, name=name, exact=True)


def test_a_thing_is_found_and_its_neighbour_opened(visit, real):
    """By mouse: type a name, choose the hit, click a neighbour in the picture, reload."""
    window = visit()
    page = window.go(f"{real}/explore")
    page.get_by_role("searchbox").press_sequentially("inner calf")
    page.get_by_role("button", name=re.compile("medial head of the gastrocnemius")).first.click()
    heading(page, "medial head of the gastrocnemius").wait_for()
    page.get_by_role("button", name="knee joint, joint").click()
    heading(page, "knee joint").wait_for()
    window.settle()

    assert window.said("node") == "kneeJoint"
    page.reload()
    heading(page, "knee joint").wait_for()
    page.go_back()
    heading(page, "medial head of the gastrocnemius").wait_for()


def test_the_picture_by_keyboard(visit, real):
    """By keyboard alone: Tab to the picture, an arrow to a neighbour, Enter opens it and keeps the place."""
    window = visit()
    page = window.go(f"{real}/explore?node=soleus")
    page.get_by_role("button", name="soleus, muscle").wait_for()
    page.get_by_role("searchbox").focus()
    held = "document.activeElement.shadowRoot?.activeElement?.getAttribute('data-id')"
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate(held):
            break
    assert page.evaluate(held) == "soleus"
    page.keyboard.press("ArrowRight")
    chosen = page.evaluate(held)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**node={chosen}*")
    window.settle()

    assert chosen != "soleus"
    page.wait_for_function(f"{held} === '{chosen}'")


def test_a_path_is_chosen(visit, real):
    """The choices in the fold show a path, and the address keeps it."""
    window = visit()
    page = window.go(f"{real}/explore?node=soleus")
    page.locator("summary", has_text="Filter, grow, find a path").click()
    box = page.get_by_role("combobox", name=re.compile("Find a path"))
    box.click()
    box.press_sequentially("leg press machine")
    page.get_by_role("option", name=re.compile("leg press machine")).first.click()
    page.get_by_text("From soleus to leg press machine").wait_for()
    window.settle()

    assert window.said("to") == "legPressMachine"
    page.reload()
    page.get_by_text("From soleus to leg press machine").wait_for()


def test_an_answer_leads_on(visit, real):
    """From an answer, its query opens in Query and its items in Explore."""
    window = visit()
    page = window.open(real, "which exercise targets the inner calf?")
    page.locator("summary", has_text="SPARQL").click()
    window.settle()
    page.get_by_role("link", name="Open in Query").click()
    page.get_by_text(re.compile(r"\d+ rows?$")).wait_for()
    window.settle()
    expect(page.get_by_role("textbox", name="Query")).to_have_value(re.compile("SELECT"))

    page.get_by_test_id("stMain").get_by_role("link", name="donkey calf raise").click()
    heading(page, "donkey calf raise").wait_for()
    assert window.said("node") == "donkeyCalfRaise"


def test_a_query_by_mouse(visit, real):
    """A question's query is chosen, changed and run, and its rows are taken away as a file."""
    window = visit()
    page = window.go(f"{real}/query")
    page.get_by_role("combobox").click()
    page.get_by_role("option").first.click()
    page.get_by_text(re.compile(r"^\d+ rows?$")).wait_for()
    page.get_by_role("textbox", name="Query").fill(MUSCLES)
    page.get_by_role("button", name="Run").click()
    page.get_by_text("5 rows").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()

    assert "calf#soleus" in download.value.path().read_text(encoding="utf-8")
    assert window.said("query") == MUSCLES


def test_a_query_by_keyboard(visit, real):
    """By keyboard alone, a query is written and run; its link shows the same rows."""
    window = visit()
    page = window.go(f"{real}/query")
    page.get_by_role("combobox").focus()
    editor = page.get_by_role("textbox", name="Query")
    window.tab_to(editor)
    page.keyboard.type(MUSCLES)
    expect(editor).to_have_value(MUSCLES)
    page.keyboard.press("Control+Enter")
    page.get_by_text("5 rows").wait_for()
    page.wait_for_url("**query=*")
    page.reload()

    page.get_by_text("5 rows").wait_for()
    expect(page.get_by_role("textbox", name="Query")).to_have_value(MUSCLES)


def test_claims_by_mouse(visit, real):
    """Claims are narrowed by their status, and one is opened by its link."""
    window = visit()
    page = window.go(f"{real}/sources")
    page.get_by_text("contradicted (8)").click()
    page.get_by_text(re.compile(r"^8 claims$")).wait_for()
    page.get_by_role("button", name="Open this claim").first.click()
    page.get_by_role("button", name="All claims and studies").wait_for()
    window.settle()
    title = page.get_by_role("heading", level=3).inner_text()
    page.reload()

    page.get_by_role("heading", level=3, name=title).wait_for()
    link = page.get_by_role("link", name="10.1519/JSC.0000000000003674")
    assert link.get_attribute("href") == "https://doi.org/10.1519/JSC.0000000000003674"


def test_claims_by_keyboard(visit, real):
    """By keyboard alone, a word narrows the claims and Enter opens one of them."""
    window = visit()
    page = window.go(f"{real}/sources")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("supination")
    page.get_by_text(re.compile(r"^\d claims?$")).wait_for()
    window.settle()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText?.includes('Open this claim')"):
            break
    page.keyboard.press("Enter")

    page.get_by_role("button", name="All claims and studies").wait_for()
    assert window.said("claim").startswith("claim")


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_needs_no_sideways_scroll(visit, real, name):
    """At a width of 390 nothing sticks out."""
    window = visit(width=390)
    window.go(f"{real}/{PAGES[name]}")
    window.unfold()

    assert window.width() <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_barrier(visit, real, name, scheme):
    """axe finds no violation of WCAG A and AA, in light and dark."""
    window = visit(scheme=scheme)
    window.go(f"{real}/{PAGES[name]}")
    window.unfold()

    assert window.barriers() == []


@pytest.mark.parametrize(
    "address", ["explore?node={}", "query?query={}", "sources?claim={}", "sources?word={}"]
)
def test_hostile_addresses_are_text(visit, real, address):
    """HTML, formulas and links in an address show as text, and run nothing."""
    hostile = "<img src=x onerror=\"document.title='broken'\"> $x^2$ [a](javascript:alert(1)) `c`"
    page = visit().go(f"{real}/{address.format(quote(hostile))}")

    assert page.title() != "broken"
    assert page.get_by_test_id("stMain").locator("img[src=x], .katex, a[href^=javascript]").count() == 0
