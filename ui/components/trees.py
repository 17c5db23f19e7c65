"""Trees that can be walked: every line is a button, and its depth is its indent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from qa.telling.browsing import Branch
from ui.components.plain import plain

__all__ = ["tree"]

INDENT = 22  # pixels a level


def tree(title: str, branches: Sequence[Branch], on_pick: Callable[[str], None], key: str) -> None:
    """A titled tree; `on_pick` gets the local name of the line that is chosen. Nothing for no branches."""
    if not branches:
        return
    st.markdown(f"**{plain(title)}**")
    with st.container(gap="xxsmall", key=f"tree-{key}"):
        for number, branch in enumerate(branches):
            with st.container(horizontal=True, gap=None, vertical_alignment="center"):
                if branch.depth:
                    st.space(INDENT * branch.depth)
                _line(branch, on_pick, f"{key}-{number}")


def _line(branch: Branch, on_pick: Callable[[str], None], key: str) -> None:
    count = f" ({branch.members})" if branch.members else ""
    label = f"**{plain(branch.label)}**{count}" if branch.here else f"{plain(branch.label)}{count}"
    st.button(
        label,
        key=key,
        type="tertiary",
        icon=":material/location_on:" if branch.here else ":material/chevron_right:",
        on_click=on_pick,
        args=(branch.iri.local,),
    )
