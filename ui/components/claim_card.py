"""A claim of the article beside what research says of it, and a study with all that is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from kg.provenance import Claim, Evidence, Source
from ui.components.plain import link, plain
from ui.components.research import DIRECTIONS, STANDING_COLOURS

__all__ = ["claim_card", "study_card"]

_DIRECTION_COLOURS = {"supports": "green", "contradicts": "orange"}


def _status_badge(claim: Claim) -> str:
    """The status of a claim as a badge, in Markdown."""
    return f":{STANDING_COLOURS.get(claim.standing.value, 'gray')}-badge[{plain(claim.status)}]"


def claim_card(claim: Claim, on_open: Callable[[str], None] | None = None) -> None:
    """What the article says at the left, what research says at the right, and the studies below.

    `on_open` is offered for opening the claim by its local name; without it, the studies are unfolded.
    """
    with st.container(border=True):
        st.subheader(plain(f"{claim.label[:1].upper()}{claim.label[1:]}"), anchor=False)
        left, right = st.columns(2)
        with left:
            st.markdown("**The article**")
            hedge = f"\n\nIts own limit: {plain(claim.hedge)}" if claim.hedge else ""
            st.markdown(f"“{plain(claim.quote)}”{hedge}")
            st.markdown(f"*{plain(_places(claim.sentences))}*")
        with right:
            st.markdown(f"**Research** {_status_badge(claim)}")
            st.markdown(plain(claim.text))
        _studies(claim, unfolded=on_open is None)
        if on_open:
            st.button(
                "Open this claim",
                key=f"open-{claim.iri.local}",
                icon=":material/open_in_full:",
                type="tertiary",
                on_click=on_open,
                args=(claim.iri.local,),
            )


def _places(sentences: tuple[Source, ...]) -> str:
    """Where the article says it, sentences of one section together."""
    sections: dict[str, list[str]] = {}
    for sentence in sentences:
        sections.setdefault(sentence.section, []).append(str(sentence.number))
    return "; ".join(
        f"“{section}”, sentence{'' if len(numbers) == 1 else 's'} {', '.join(numbers)}"
        for section, numbers in sections.items()
    )


def _studies(claim: Claim, *, unfolded: bool) -> None:
    count = len(claim.evidence)
    if not count:
        st.markdown("No study on it was found.")
        return
    with st.expander(f"{count} {'study' if count == 1 else 'studies'}", expanded=unfolded):
        for line in claim.evidence:
            st.markdown(_evidence(line))


def _evidence(line: Evidence) -> str:
    """One study's say: its direction, its finding, and how to look it up."""
    colour = _DIRECTION_COLOURS.get(line.direction, "gray")
    badge = f":{colour}-badge[{plain(DIRECTIONS.get(line.direction, line.direction))}]"
    lines = [f"**{plain(line.source.label)}** {badge}  ", f"{plain(line.text)}  "]
    facts = _facts(line.source)
    return "\n".join([*lines, f"{facts}  " if facts else "", _addresses(line.source)])


def _facts(source: Source) -> str:
    weeks = f"{source.weeks} weeks" if source.weeks else ""
    return plain(", ".join(part for part in (source.design, source.participants, weeks) if part))


def _addresses(source: Source) -> str:
    """Citation, identifiers as text and as links, and how much of the work was read."""
    parts = [plain(source.citation)] if source.citation else []
    if source.doi:
        parts.append(f"DOI {link(source.doi, f'https://doi.org/{source.doi}')}")
    if source.pmid:
        parts.append(f"PubMed {link(source.pmid, f'https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/')}")
    if source.url and not source.doi:
        parts.append(link(source.url, source.url))
    if source.read:
        parts.append(f"read: {plain(source.read)}")
    return "  \n".join(parts)


def study_card(source: Source, findings: Iterable[tuple[Claim, Evidence]]) -> None:
    """One study or reference work, and what it says of each claim."""
    with st.container(border=True):
        st.subheader(plain(source.label), anchor=False)
        lines = [
            f"{name}: {plain(value)}"
            for name, value in (
                ("Design", source.design),
                ("Participants", source.participants),
                ("Length", f"{source.weeks} weeks" if source.weeks else ""),
                ("Measured", source.measure),
            )
            if value
        ]
        st.markdown("  \n".join([*lines, _addresses(source)]))
        for claim, line in findings:
            colour = _DIRECTION_COLOURS.get(line.direction, "gray")
            badge = f":{colour}-badge[{plain(DIRECTIONS.get(line.direction, line.direction))}]"
            st.markdown(f"{badge} *{plain(claim.label)}*: {plain(line.text)}")
