"""Every state of every page in a real Chromium: for everybody, on a phone, on paper, and by its link."""

from __future__ import annotations

import tomllib
from pathlib import Path
from urllib.parse import quote

import pytest

from ui.components.pages import PAGES

expect = pytest.importorskip("playwright.sync_api").expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

STATES = tomllib.loads(Path(__file__).with_name("states.toml").read_text(encoding="utf-8"))["states"]
CHOSEN = '[data-testid="stPageLink"] :is(a, span, p), [data-testid="stButton"] :is(button, p)'
CUT = "es => es.filter(e => e.offsetParent && e.scrollWidth > e.clientWidth + 1).map(e => e.innerText)"
every_state = pytest.mark.parametrize("state", STATES, ids=lambda s: f"{s['page']}, {s['name']}")


def address(state: dict) -> str:
    """The address of a state, without the server."""
    page = "" if state["page"] == PAGES[0].name else state["page"]
    return page + quote(state["address"], safe="?=&")


def said(page) -> str:
    """All that the page says, without what the pointer may add to it."""
    return page.get_by_test_id("stMain").inner_text()


def test_every_page_has_states():
    """Each page of the navigation is looked at, and one picture of it is in the documents."""
    names = [page.name for page in PAGES]

    assert list(dict.fromkeys(state["page"] for state in STATES)) == names
    assert [state["page"] for state in STATES if state.get("picture")] == names


@every_state
def test_it_is_for_everybody(visit, real, state):
    """On paper all is unfolded; axe finds no violation; its link shows the same on a phone, and all fits."""
    window = visit()
    page = window.go(f"{real}/{address(state)}")
    before, link = said(page), page.url
    page.emulate_media(media="print")
    window.settle()

    expect(page.get_by_test_id("stHeader")).to_be_hidden()
    expect(page.get_by_role("combobox", name="Your question")).to_have_count(0)
    for fold in page.locator("details").filter(has=page.locator("summary:visible")).all():
        expect(fold.locator("> :not(summary)").first).to_be_visible()

    page.emulate_media(media="null")
    window.settle()
    window.unfold()
    assert window.barriers() == []

    phone = visit(width=390)
    other = phone.go(link)
    assert said(other) == before
    phone.unfold()
    assert phone.width() <= 390
    assert other.locator(CHOSEN).evaluate_all(CUT) == []
