"""Is a response right? And if not, what was wrong with it, option by option."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import CalfError
from teach.quiz.model import Form, Item, Marked, Option, Response

__all__ = ["mark", "solution"]


def mark(item: Item, response: Response) -> Marked:
    """Mark a response to an item.

    Raises:
        CalfError: the response is of a shape that the item does not ask for.
    """
    if item.number is not None:
        if isinstance(response, tuple):
            raise CalfError("This question asks for a number", "Give a number, such as 8")
        right = item.number.low <= response <= item.number.high
        return Marked(item, response, right, ())
    places = _places(item, response)
    if item.form is Form.ORDER:
        right = all(item.options[a].text == item.options[b].text for a, b in enumerate(places))
        return Marked(item, places, right, ())
    right = set(places) == set(item.right)
    return Marked(item, places, right, tuple(dict.fromkeys(_notes(item, set(places)))))


def solution(item: Item) -> str:
    """The right answer in words; steps are numbered."""
    if item.number is not None:
        low, high, unit = item.number.low, item.number.high, item.number.unit
        return f"{low:g}{f' to {high:g}' if high > low else ''} {unit}".strip()
    if item.form is Form.ORDER:
        return " ".join(f"{place}. {option.text}" for place, option in enumerate(item.options, start=1))
    return "; ".join(option.text.removesuffix(".") for option in item.options if option.right)


def _places(item: Item, response: Response) -> tuple[int, ...]:
    """The response as places of options, once it is found to be sound."""
    fits = isinstance(response, tuple) and set(response) <= set(range(len(item.options)))
    if not fits or not isinstance(response, tuple) or len(set(response)) != len(response):
        raise CalfError(
            "That names no options of this question", f"Choose among 1 to {len(item.options)}, each once"
        )
    if item.form is Form.ORDER and len(response) != len(item.options):
        raise CalfError("Some steps are missing", f"Give all {len(item.options)} of them in their order")
    if item.form not in {Form.ORDER, Form.SEVERAL} and len(response) != 1:
        raise CalfError("This question has one right answer", "Choose one")
    return response


def _notes(item: Item, chosen: set[int]) -> Iterator[str]:
    """Of each option that was chosen and is wrong, or right and not chosen, what is to be said."""
    for place, option in enumerate(item.options):
        if place in chosen and not option.right:
            yield _note(item, option, "is wrong")
        elif place not in chosen and option.right and item.form is Form.SEVERAL:
            yield _note(item, option, "is right too")


def _note(item: Item, option: Option, verdict: str) -> str:
    return (
        option.why
        if item.form is Form.VERDICT
        else f"“{option.text.removesuffix('.')}” {verdict}. {option.why}"
    )
