"""What the lab rests on and what it cannot show: research instead, the numbers put in, published values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from qa.model import ResearchCheck
from teach.lab.comparing import Comparison, published_sources
from teach.lab.grid import load_grid
from teach.lab.leg import load_leg
from teach.lab.measuring import percent
from ui.components.plain import plain
from ui.components.research import research_check

__all__ = ["beyond", "model", "published"]


def beyond(limits: Sequence[Mapping[str, str]], research: Sequence[ResearchCheck]) -> None:
    """The limits of the model, and what research says where the model is silent."""
    for limit in limits:
        st.markdown(f"**{plain(limit['title'])}.** {plain(limit['text'])}")
    st.markdown("**What research says about where the toes point**")
    for check in research:
        research_check(check)


def model(names: Mapping[str, str]) -> None:
    """The numbers that were put in, and who published them."""
    leg, apart = load_leg(), load_grid().apart
    put_in = {
        "Greatest force (N)": [f"{muscle.force:.0f}" for muscle in leg.muscles],
        "Best fibre length (mm)": [f"{muscle.fibre * 1000:.0f}" for muscle in leg.muscles],
        "Slack tendon (mm)": [f"{muscle.tendon * 1000:.0f}" for muscle in leg.muscles],
        "Pennation (°)": [f"{muscle.pennation:.0f}" for muscle in leg.muscles],
    }
    heads = [plain(names[muscle.name]) for muscle in leg.muscles]
    rows = [{"": what, **dict(zip(heads, values, strict=True))} for what, values in put_in.items()]
    st.table(rows, border="horizontal", hide_index=True, alt="The numbers put into the model")
    st.markdown(
        "The leg was computed once with OpenSim, which finds for every pose the fibre length at which "
        "fibres and tendon pull alike. Between the poses computed, the lab draws straight lines; there, at a "
        f"thousand random poses, it was never further from OpenSim than {apart[0]:.2f} mm and "
        f"{percent(apart[1], 1)} of a muscle's greatest force. Sources: "
        + "; ".join(plain(source) for source in leg.sources.values())
        + "."
    )


def published(rows: Sequence[Comparison], names: Mapping[str, str]) -> None:
    """Our figures beside published ones, where they differ too."""
    st.table(
        [
            {
                "Figure": plain(f"{row.what}: {names[row.muscle]}" if row.muscle else row.what),
                "Lab": plain(row.ours),
                "Published": plain(f"{row.published} ({row.source}): {row.verdict}"),
            }
            for row in rows
        ],
        border="horizontal",
        hide_index=True,
        alt="Figures of the lab beside published ones",
    )
    named = {label for row in rows for label in row.source.split(", ")}
    for source in (source for source in published_sources().values() if source.label in named):
        st.markdown(f"- **{plain(source.label)}**: {plain(source.cite)}. Read: {plain(source.read)}.")
