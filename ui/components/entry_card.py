"""The entry of one thing as a card: what it is, all that is said of it, why, and what research says."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from kg.provenance import Claim
from qa.telling.entries import Entry, Said, Section
from ui.components.pages import SOURCES
from ui.components.plain import plain
from ui.components.reasons import because_lines
from ui.components.research import STANDING_COLOURS

__all__ = ["entry_card"]


def entry_card(entry: Entry) -> None:
    """Show `entry`; its long parts are folded and say how much they hold."""
    with st.container(border=True):
        _head(entry)
        _sections(entry.says)
        elsewhere = sum(len(section.statements) for section in entry.said_elsewhere)
        if elsewhere:
            title = "Members and kinds" if entry.is_class else "From the other side"
            with st.expander(f"{title} ({elsewhere})", icon=":material/swap_horiz:", expanded=entry.is_class):
                _sections(entry.said_elsewhere)
        _folded("What is not so", ":material/block:", entry.denials)
        _folded("Kinds it belongs to", ":material/category:", entry.types)
        statements = (said for part in (*entry.says, *entry.said_elsewhere) for said in part.statements)
        _folded("Proofs and sources", ":material/account_tree:", tuple(statements))
        _claims(entry.claims)
        _sources(entry)


def _head(entry: Entry) -> None:
    st.header(plain(entry.label), anchor=False)
    st.markdown(" ".join(f":gray-badge[{plain(kind)}]" for kind in entry.kinds))
    if entry.definition:
        st.markdown(plain(entry.definition))
    names = ", ".join(map(plain, entry.synonyms))
    lines = [f"Also called: {names}"] if names else []
    if entry.article_term:
        lines.append(f"The article calls it: {plain(entry.article_term)}")
    lines += [f"{plain(name.capitalize())}: {plain(value)}" for name, value in entry.details]
    if lines:
        st.markdown("  \n".join(lines))


def _sections(sections: Iterable[Section]) -> None:
    """Statements, those of one relation together, each with a mark where it is derived or doubted."""
    lines = [f"- {plain(said.sentence)}{_marks(said)}" for section in sections for said in section.statements]
    if lines:
        st.markdown("\n".join(lines))


def _marks(said: Said) -> str:
    marks = [":gray-badge[derived]"] if said.inferred else []
    if said.standing not in {"", "uncontested"}:
        marks.append(f":{STANDING_COLOURS.get(said.standing, 'gray')}-badge[{plain(said.standing)}]")
    return "".join(f" {mark}" for mark in marks)


def _folded(title: str, icon: str, statements: tuple[Said, ...]) -> None:
    """Statements with what they follow from and who says so, behind a click."""
    if statements:
        with st.expander(f"{title} ({len(statements)})", icon=icon):
            st.markdown("\n".join(line for said in statements for line in because_lines(said)))


def _claims(claims: tuple[Claim, ...]) -> None:
    """What research says, a line a claim; the whole of it is on the Sources page."""
    if not claims:
        return
    count = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
    with st.expander(f"Research on it: {count}", icon=":material/balance:"):
        for claim in claims:
            colour = STANDING_COLOURS.get(claim.standing.value, "gray")
            st.markdown(f":{colour}-badge[{plain(claim.status)}] {plain(claim.text)}")
            label = plain(f"{claim.label[:1].upper()}{claim.label[1:]}")
            st.page_link(
                SOURCES, label=label, icon=":material/menu_book:", query_params={"claim": claim.iri.local}
            )


def _sources(entry: Entry) -> None:
    if not entry.sources:
        return
    with st.expander(f"Quoted sources ({len(entry.sources)})", icon=":material/format_quote:"):
        for source in entry.sources:
            doi = f", DOI {plain(source.doi)}" if source.doi else ""
            quote = f"“{plain(source.quote)}”  \n" if source.quote else ""
            st.markdown(f"{quote}*{plain(source.ref)}{doi}*")
