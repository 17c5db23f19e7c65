"""A malicious ontology and a mistake inside, in a real Chromium: markup is text, errors tell no secrets."""

from __future__ import annotations

import pytest

expect = pytest.importorskip("playwright.sync_api").expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

ADDRESSES = (
    "?q=what is the seated calf raise?",
    "?q=which exercise emphasises the soleus?&then=why?",
    "muscle_map?muscle=soleus&exercise=seatedCalfRaise",
    "explore?node=soleus",
    "explore?node=soleus&as=table",
    "explore?node=seatedCalfRaise&to=kneeJoint&as=tree",
    "query?query=SELECT ?name WHERE { calf:soleus rdfs:label ?name }",
    "sources?claim=claim01",
)
BROKEN = "img[src=x], [onerror], a[href^=javascript], .katex, b"


@pytest.mark.parametrize("address", ADDRESSES)
def test_labels_are_text(visit, hostile, address):
    """HTML, formulas, colours and links in labels and definitions show as text and run nothing."""
    window = visit()
    page = window.go(f"{hostile}/{address}")
    window.unfold()

    assert page.title() != "broken"
    expect(page.get_by_test_id("stMain").locator(BROKEN)).to_have_count(0)
    if "query?" not in address:  # the rows of a query are drawn, not written
        expect(page.get_by_text("onerror=").first).to_be_attached()


def test_errors_show_no_internals(visit, hostile):
    """A mistake in the code is told without its text, its place or a traceback."""
    window = visit()
    page = window.go(f"{hostile}/?q=break")
    text = page.get_by_test_id("stApp").inner_text()

    expect(page.get_by_test_id("stException")).to_be_visible()
    assert not [part for part in ("secret", "Traceback", "/", ".py", "RuntimeError") if part in text]
