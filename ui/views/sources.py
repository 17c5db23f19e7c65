"""The Sources page: every claim of the article beside research (`claim` opens one), and every work cited."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from kg.errors import CalfError, UnknownIriError
from kg.graph import KnowledgeGraph
from kg.provenance import Claim
from kg.terms import Iri
from kg.vocabulary import CALF_NS
from ui.components.address import kept
from ui.components.claim_card import claim_card, study_card
from ui.components.plain import plain
from ui.components.things import thing_links
from ui.resources import pipeline

VIEWS = {"claims": "Claims", "studies": "Studies", "article": "The article", "works": "Other works"}
ALL = "all"
LONGEST = 200  # characters of a word to look for


def open_claim(name: str) -> None:
    """Show one claim; its address can be shared."""
    st.query_params["claim"] = name


def show_all() -> None:
    """Leave the one claim for all of them."""
    st.query_params.pop("claim", None)


def fits(word: str, *texts: str) -> bool:
    """Whether every part of what was typed stands in one of the texts."""
    return all(any(part in text.casefold() for text in texts) for part in word.casefold().split())


def one_claim(graph: KnowledgeGraph, name: str) -> None:
    """A single claim with its studies unfolded; what is unknown is said."""
    st.button("All claims and studies", icon=":material/arrow_back:", on_click=show_all)
    try:
        claim = graph.claim(Iri(name if ":" in name else f"{CALF_NS}{name}"))
    except UnknownIriError:
        st.warning(f"There is no claim “{plain(name[:80])}”.", icon=":material/help:")
        return
    claim_card(claim)
    thing_links("What it is about", ((iri, graph.entity(iri).label) for iri in claim.about))


def claims(graph: KnowledgeGraph, word: str) -> None:
    """All claims, narrowed by status and word."""
    counts = Counter(claim.status for claim in graph.claims())
    counts[ALL] = len(graph.claims())
    chosen = st.radio(
        "How they stand against research",
        sorted(counts, key=lambda s: (-counts[s], s)),
        horizontal=True,
        **kept("status", counts, usual=ALL),
        format_func=lambda s: f"{s} ({counts[s]})",
    )
    found = [c for c in graph.claims() if chosen in {ALL, c.status} and fits(word, *texts(c))]
    say_count(len(found), "claim")
    for claim in found:
        claim_card(claim, open_claim)


def texts(claim: Claim) -> tuple[str, ...]:
    """Where to look for a word in a claim."""
    return claim.label, claim.text, claim.quote, claim.hedge, *(line.source.label for line in claim.evidence)


def works(graph: KnowledgeGraph, word: str, kind: str, noun: str) -> None:
    """All studies or other works, each with what it says of the claims."""
    found = [
        s for s in graph.sources() if s.kind == kind and fits(word, s.label, s.citation, s.design, s.measure)
    ]
    say_count(len(found), noun)
    for source in found:
        lines = ((c, e) for c in graph.claims() for e in c.evidence if e.source.iri == source.iri)
        study_card(source, lines)


def article(graph: KnowledgeGraph, word: str) -> None:
    """The sentences of the article that statements rest on, in its order."""
    found = [s for s in graph.sources() if s.kind == "article" and fits(word, s.quote, s.section)]
    say_count(len(found), "sentence")
    for section in dict.fromkeys(s.section for s in found):
        st.subheader(plain(section), anchor=False)
        st.markdown("\n".join(f"- {plain(f'{s.number}: {s.quote}')}" for s in found if s.section == section))


def say_count(count: int, noun: str) -> None:
    """How many there are."""
    ending = "" if count == 1 else "s" if not noun.endswith("y") else "ies"
    st.markdown(f"{count} {noun[:-1] if ending == 'ies' else noun}{ending}" if count else f"No {noun} fits.")


st.title("Sources", anchor=False)
st.markdown(
    "What the article claims, what research says about it, and every work that the graph cites. "
    "Quotations are brief; the works themselves say more."
)
try:
    knowledge = pipeline().graph
except CalfError as problem:
    st.error(plain(str(problem)), icon=":material/error:")
    st.stop()
wanted = st.query_params.get("claim", "")
if wanted:
    one_claim(knowledge, wanted)
    st.stop()
view = st.radio(
    "Show",
    list(VIEWS),
    horizontal=True,
    **kept("show", VIEWS, usual="claims"),
    format_func=lambda name: VIEWS[name],
    label_visibility="collapsed",
)
typed = st.text_input(
    "Look for",
    key="word",
    type="search",
    live=True,
    bind="query-params",
    max_chars=LONGEST,
    placeholder="a word, an author, a design …",
    icon=":material/search:",
)
if view == "article":
    article(knowledge, typed or "")
elif view == "claims":
    claims(knowledge, typed or "")
else:
    works(knowledge, typed or "", *{"studies": ("study", "study")}.get(str(view), ("ontology", "work")))
