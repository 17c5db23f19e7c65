"""One item as something to answer, by mouse or by keyboard alone."""

from __future__ import annotations

import streamlit as st

from kg.terms import Iri
from teach.quiz import Form, Item, Response, jumbled
from ui.components.plain import plain
from ui.marked import marked

__all__ = ["drawing", "question", "stem"]

_HINTS = {
    Form.SEVERAL: "Mark all that are right.",
    Form.ORDER: "Move the steps until the first stands at the top.",
}
_WIDTH = 340  # pixels of the drawing


def stem(item: Item) -> None:
    """What is asked, with the drawing where there is one."""
    st.subheader(plain(item.stem), anchor=False)
    if item.figure is not None:
        drawing(item.figure, item.clue)
    if item.form in _HINTS:
        st.markdown(_HINTS[item.form])


def drawing(figure: Iri, clue: str) -> None:
    """The leg with one part marked; `clue` tells those who do not see it what is there."""
    alt = f"A drawing of the right leg in which one part is marked. {clue}"
    st.image(marked(figure.local), width=_WIDTH, alt=alt)


def question(item: Item, key: str, seed: int) -> Response | None:
    """Widgets for the answer; the response as it stands, or None while there is none."""
    if item.number is not None:
        value = st.number_input(
            f"Your number{f' ({plain(item.number.unit)})' if item.number.unit else ''}",
            value=None,
            min_value=0.0,
            step=1.0,
            format="%g",
            key=f"{key}-number",
        )
        return None if value is None else float(value)
    if item.form is Form.ORDER:
        return _order(item, key, seed)
    if item.form is Form.SEVERAL:
        return _several(item, key)
    texts = [plain(option.text) for option in item.options]
    picked = st.radio(
        "Your answer",
        range(len(texts)),
        format_func=texts.__getitem__,
        index=None,
        key=f"{key}-one",
        label_visibility="collapsed",
    )
    return None if picked is None else (picked,)


def _several(item: Item, key: str) -> Response | None:
    picked = tuple(
        place
        for place, option in enumerate(item.options)
        if st.checkbox(plain(option.text), key=f"{key}-several-{place}")
    )
    return picked or None


def _order(item: Item, key: str, seed: int) -> Response:
    """The steps with buttons that move each of them up or down."""
    name = f"{key}-order"
    order: list[int] = st.session_state.setdefault(name, list(jumbled(item, seed)))

    def move(place: int, by: int) -> None:
        order.insert(place + by, order.pop(place))

    for place, step in enumerate(order):
        text, up, down = st.columns([6, 1, 1], vertical_alignment="center")
        text.markdown(f"{place + 1}. {plain(item.options[step].text)}")
        for column, label, by, last in ((up, "Up", -1, 0), (down, "Down", 1, len(order) - 1)):
            column.button(
                f"{label} {place + 1}",
                key=f"{name}-{label}-{place}",
                disabled=place == last,
                on_click=move,
                args=(place, by),
                width="stretch",
            )
    return tuple(order)
