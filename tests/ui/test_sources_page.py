"""The Sources page without a browser: claims, studies, article, works, and the link to one claim."""

from __future__ import annotations

from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from ui.resources import pipeline


@pytest.fixture
def sources(drawn):
    """Open the page with an address; returns what it drew."""
    return partial(drawn, "sources")


def said(page: AppTest) -> str:
    """All that the page says, without the marks that keep it plain."""
    parts = [*page.subheader, *page.markdown, *page.warning]
    return "\n".join(part.value for part in parts).replace("\\", "")


def test_every_claim_is_there(sources):
    """Each claim shows its quote, status, hedge and what research says."""
    shown = said(sources())

    for claim in pipeline().graph.claims():
        for part in (claim.label[1:], claim.quote, claim.hedge, f"-badge[{claim.status}]", claim.text):
            assert " ".join(part.split()) in shown


def test_claims_are_narrowed(sources):
    """A status and a word narrow the claims; a word that fits none says so."""
    page = sources(status="contradicted", word="lateral")
    titles = [title.value for title in page.subheader]

    assert titles
    assert len(titles) < len(sources(status="contradicted").subheader) < len(pipeline().graph.claims())
    assert "No claim fits." in said(sources(word="zzzz"))


def test_one_claim_by_link(sources):
    """A link opens one claim with its studies, and a button leads to all of them."""
    page = sources(claim="claim01")
    claim = next(c for c in pipeline().graph.claims() if c.iri.local == "claim01")
    shown = said(page)

    assert [title.value.lower() for title in page.subheader] == [claim.label]
    for line in claim.evidence:
        for part in (line.source.label, line.text, line.source.design, line.source.participants):
            assert part in shown
    next(button for button in page.button if button.label.startswith("All claims")).click().run()
    assert len(page.subheader) == len(pipeline().graph.claims())
    assert "claim" not in page.query_params


@pytest.mark.parametrize("name", ["nothing", "<b>x</b>", "soleus", "http://x/y", ""])
def test_an_unknown_claim_is_told(sources, name):
    """A claim that is not there is said to be unknown, as text; no name shows all."""
    page = sources(claim=name)

    assert ("There is no claim" in said(page)) == bool(name)
    assert all("<b>" not in warning.value.replace("\\<", "") for warning in page.warning)


@pytest.mark.parametrize(("show", "kind"), [("studies", "study"), ("works", "ontology")])
def test_every_work_is_there(sources, show, kind):
    """Each study and work shows design, participants, measure, what was read, and its DOI as a link."""
    shown = said(sources(show=show))

    for source in pipeline().graph.sources():
        if source.kind == kind:
            doi = f"(<https://doi.org/{source.doi}>)" if source.doi else ""
            for part in (source.label, source.design, source.participants, source.measure, source.doi, doi):
                assert part in shown


def test_the_article_by_sections(sources):
    """Every sentence that a statement rests on is quoted briefly under its section."""
    shown = said(sources(show="article"))

    for source in pipeline().graph.sources():
        if source.kind == "article":
            assert f"- {source.number}: {' '.join(source.quote.split())}" in shown
