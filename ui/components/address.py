"""Choices that are kept in the address: a link shows the same choices, and going back undoes them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

import streamlit as st

__all__ = ["chosen", "kept", "kept_number"]


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


def kept_number(name: str, numbers: Sequence[int], usual: int) -> dict[str, Any]:
    """Arguments that tie a number among `numbers` to the address, as `kept` does.

    A number in the address that is not among them counts as the nearest one, and no number as the `usual` one.
    """
    key = f"{name}-number"
    given = st.query_params.get(name, "")
    number = int(given) if re.fullmatch(r"-?\d{1,4}", given, re.ASCII) else usual
    st.session_state[key] = min(numbers, key=lambda each: abs(each - number))

    def keep() -> None:
        if st.session_state[key] == usual:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = str(st.session_state[key])

    return {"key": key, "on_change": keep}
