"""A QTI 1.2 package, which Canvas and other learning platforms import; text2qti writes it."""

from __future__ import annotations

import os
import tempfile
from html import escape
from pathlib import Path
from string import ascii_lowercase

from text2qti.config import Config
from text2qti.qti import QTI
from text2qti.quiz import Quiz

from teach.quiz.model import Form, Item
from teach.sheets.paper import Paper, code, notes, picture_address

__all__ = ["qti"]

_SAFE = frozenset(" ,;?!%/")  # means nothing to Markdown, to LaTeX or to text2qti


def qti(paper: Paper) -> bytes:
    """The items as the bytes of a .zip package; orders are left out, which QTI 1.2 has no common form for."""
    asked = [item for item in paper.items if item.form is not Form.ORDER]
    lines = [f"Quiz title: {paper.title}", ""]
    lines += [line for number, item in enumerate(asked, start=1) for line in _question(paper, item, number)]
    handle, name = tempfile.mkstemp(suffix=".zip")
    os.close(handle)
    try:
        QTI(Quiz("\n".join(lines) + "\n", config=Config())).save(name)
        return Path(name).read_bytes()
    finally:
        Path(name).unlink()


def _question(paper: Paper, item: Item, number: int) -> list[str]:
    stem = _text(item.stem)
    if item.figure is not None:
        address = picture_address(paper.draw(item.figure))
        stem += f' <img src="{address}" alt="{escape(item.clue)}">'
    stem += f' <span class="{code(item)}"></span>'  # text2qti refuses two questions with the same words
    told = _text(" ".join(notes(item, paper.feedback(item))))
    return [f"{number}. {stem}", f"... {told}", *_answers(item), ""]


def _answers(item: Item) -> list[str]:
    if item.number is not None:
        low, high = f"{item.number.low:g}", f"{item.number.high:g}"
        return [f"= {low}" if low == high else f"= [{low}, {high}]"]
    if item.form is Form.SEVERAL:
        return [f"[{'*' if option.right else ' '}] {_text(option.text)}" for option in item.options]
    pairs = zip(ascii_lowercase, item.options, strict=False)
    return [f"{'*' if option.right else ''}{letter}) {_text(option.text)}" for letter, option in pairs]


def _text(text: str) -> str:
    """Text in which no character is anything but itself: the rest of ASCII is written by number."""
    plain = " ".join(text.split())
    return "".join(c if c.isalnum() or c in _SAFE or not c.isascii() else f"&#{ord(c)};" for c in plain)
