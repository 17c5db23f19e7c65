"""The research check: what studies say about a claim that an answer repeats."""

from __future__ import annotations

import streamlit as st

from qa.model import ResearchCheck, ShownStudy
from ui.components.plain import plain

__all__ = ["DIRECTIONS", "STANDING_COLOURS", "research_check"]

STANDING_COLOURS = {
    "uncontested": "green",
    "disputed": "orange",
    "mixed": "orange",
    "unsupported": "gray",
}
_ICONS = {
    "uncontested": ":material/verified:",
    "disputed": ":material/balance:",
    "mixed": ":material/balance:",
}
DIRECTIONS = {
    "supports": "supports it",
    "contradicts": "points the other way",
    "inconclusive": "is inconclusive",
}


def research_check(check: ResearchCheck) -> None:
    """A badge that nobody overlooks, the summary beside it, and the studies behind a click."""
    colour = STANDING_COLOURS.get(check.standing, "gray")
    icon = _ICONS.get(check.standing, ":material/help:")
    badge = f":{colour}-badge[{icon} Research check: {plain(check.standing)}]"
    st.markdown(f"{badge} {plain(check.summary)}")
    if not check.studies and not check.quote:
        return
    count = len(check.studies)
    with st.expander(f"{count} {'study' if count == 1 else 'studies'} on this" if count else "The claim"):
        quote = f"  \n“{plain(check.quote)}”" if check.quote else ""
        st.markdown(f"The claim: {plain(check.claim)}{quote}")
        for study in check.studies:
            st.markdown(_study(study))


def _study(study: ShownStudy) -> str:
    """One study as a paragraph: what it found first, where to look it up last."""
    direction = DIRECTIONS.get(study.direction, study.direction)
    setting = ", ".join(plain(part) for part in (study.design, study.participants) if part)
    where = f" ({setting})" if setting else ""
    lines = [f"**{plain(study.ref)}** {plain(direction)}{where}: {plain(study.finding)}"]
    if study.citation:
        lines.append(plain(study.citation))
    numbers = [f"{name} {plain(text)}" for name, text in (("DOI", study.doi), ("PMID", study.pmid)) if text]
    if numbers:
        lines.append(", ".join(numbers))
    return "  \n".join(lines)
