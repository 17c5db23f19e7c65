"""Questions in GIFT, the text format that Moodle imports (docs.moodle.org, "GIFT format")."""

from __future__ import annotations

import re
from html import escape

from qa.telling.verbalising import number_word
from teach.quiz.model import Form, Item, Option
from teach.sheets.paper import Paper, code, notes, picture_address

__all__ = ["gift"]

_SPECIAL = re.compile(r"([\\~=#{}:])")
_WHOLE = 100  # per cent


def gift(paper: Paper) -> str:
    """The items as one GIFT text.

    Every item carries its stable name as the id number; orders become matching questions. What is said to an
    answer stands as general feedback, and why an option is wrong beside that option.
    """
    head = f"// {paper.title}\n// Made from the calf knowledge graph; every question names its sources.\n"
    return "\n".join([head, *(_question(paper, item) for item in paper.items)])


def _question(paper: Paper, item: Item) -> str:
    name = code(item)
    told = _text("<br>".join(escape(line, quote=False) for line in notes(item, paper.feedback(item))))
    stem = _text(escape(item.stem, quote=False))
    if item.figure is not None:
        address = picture_address(paper.draw(item.figure))
        stem += _text(f'<br><img src="{address}" alt="{escape(item.clue)}">')
    lines = [
        f"// [id:{name}] [tag:{item.topic}] [tag:{item.level}]",
        f"::{name}::[html]{stem} {{{_mark(item)}",
    ]
    lines += [f"\t{answer}" for answer in _answers(item)]
    return "\n".join([*lines, f"\t####{told}", "}", ""])


def _mark(item: Item) -> str:
    return "#" if item.number is not None else ""


def _answers(item: Item) -> list[str]:
    if item.number is not None:
        low, high = f"{item.number.low:g}", f"{item.number.high:g}"
        return [f"={low}..{high}"]
    if item.form is Form.ORDER:
        options = enumerate(item.options, start=1)
        return [f"={_text(escape(o.text, quote=False))} -> {number_word(place)}" for place, o in options]
    return [_answer(item, option) for option in item.options]


def _answer(item: Item, option: Option) -> str:
    text = _text(escape(option.text, quote=False))
    why = _text(escape(option.why, quote=False))
    if item.form is not Form.SEVERAL:
        return f"{'=' if option.right else '~'}{text}#{why}"
    share = f"{_WHOLE / len(item.right):.5f}".rstrip("0").rstrip(".") if option.right else f"-{_WHOLE}"
    return f"~%{share}%{text}#{why}"


def _text(text: str) -> str:
    """Text in which no character means anything to GIFT."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
