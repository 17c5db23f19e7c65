"""Tables of the lab: all muscles in a pose, and one muscle before and after a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from teach.lab.grid import State
from teach.lab.leg import load_leg
from teach.lab.measuring import MEASURES, percent
from ui.components.plain import plain

__all__ = ["change_table", "now_table"]


def now_table(states: Sequence[State], names: Mapping[str, str]) -> None:
    """Every measure of every muscle, and the moment of all together."""
    rows = [
        {
            "": plain(f"{measure.title} ({measure.unit})"),
            **{plain(names[s.muscle]): f"{measure.of(s) + 0.0:.{measure.digits}f}" for s in states},
        }
        for measure in MEASURES.values()
    ]
    st.table(rows, border="horizontal", hide_index=True, alt="Every muscle in this pose")
    whole = sum(state.moment for state in states)
    told = MEASURES["moment"].told(whole).replace(" ", "\N{NO-BREAK SPACE}")
    st.markdown(f"All three together turn the ankle with **{told}**.")


def change_table(before: State, after: State, muscle: str) -> None:
    """Every measure of one muscle before and after, and by how much it changed."""
    best = next(each.fibre for each in load_leg().muscles if each.name == before.muscle) * 1000
    rows = []
    for measure in MEASURES.values():
        one, two = measure.of(before), measure.of(after)
        share = percent((two - one) / abs(one), sign="+") if abs(one) >= 1 else "–"
        rows.append(
            {
                "": plain(f"{measure.title} ({measure.unit})"),
                "before": f"{one + 0.0:.{measure.digits}f}",
                "after": f"{two + 0.0:.{measure.digits}f}",
                "change": "none" if share == "0 %" else share,
            }
        )
    st.table(rows, border="horizontal", hide_index=True, alt=f"{muscle} before and after")
    was, now = percent(before.fibre / best), percent(after.fibre / best)
    went = f"stay at {was}" if was == now else f"went from {was} to {now}"
    st.markdown(f"The fibres {went} of the length at which they pull hardest ({best:.0f} mm).")
