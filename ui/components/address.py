"""Choices that are kept in the address: a link shows the same choices, and going back undoes them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

import streamlit as st

__all__ = ["chosen", "chosen_number", "kept"]


def chosen(name: str, options: Collection[str]) -> list[str]:
    """What the address says under `name`, as far as it is one of `options`."""
    return [value for value in dict.fromkeys(st.query_params.get_all(name)) if value in options]


def kept(
    name: str, options: Collection[str], *, several: bool = False, usual: str | None = None
) -> dict[str, Any]:
    """Arguments that tie a choice among `options` to the address, where its `usual` value is left out.

    The address holds the options themselves, not what they are called, and it leads: the choice is set
    from it on every run, so that code may change the one by changing the other.
    """
    key = f"{name}-choice"
    found = chosen(name, options)
    st.session_state[key] = found if several else (found[0] if found else usual)

    def keep() -> None:
        value = st.session_state[key]
        values = list(value or ()) if several else [value] if value not in {None, usual} else []
        if values:
            st.query_params[name] = values
        else:
            st.query_params.pop(name, None)

    return {"key": key, "on_change": keep}


def chosen_number(name: str, numbers: Sequence[int], usual: int) -> int:
    """The number of `numbers` nearest to what the address says, or nearest to `usual` where it says none."""
    given = st.query_params.get(name, "")
    number = int(given) if re.fullmatch(r"-?[0-9]{1,4}", given) else usual
    return min(numbers, key=lambda each: abs(each - number))
