"""A deck for Anki. Its ids never change, so that importing a newer export updates the cards a student has."""

from __future__ import annotations

import os
import tempfile
import time
from html import escape
from pathlib import Path
from typing import Final

import genanki

from teach.quiz.marking import solution
from teach.quiz.model import Form, Item
from teach.sheets.paper import Paper, code, notes, picture_address

__all__ = ["DECK", "MODEL", "anki"]

DECK: Final = 1_790_415_226  # chosen once by chance, as genanki asks; they are the identity of deck and cards
MODEL: Final = 1_437_068_913

_CSS = """
.card { font-family: sans-serif; font-size: 20px; text-align: left; max-width: 40em; margin: auto; }
.hint { font-size: 16px; }
img { max-width: 100%; max-height: 60vh; }
li { margin: 0.3em 0; }
"""


def anki(paper: Paper, made: float | None = None) -> bytes:
    """The items as the bytes of an .apkg file, a note each.

    `made` is when that is, in seconds since 1970; now, if it is not given. Anki updates a note that it has
    only from a package that was made later, so that a fixed date would keep every change of words away.
    """
    model = genanki.Model(
        MODEL,
        "Calf quiz",
        fields=[{"name": name} for name in ("Question", "Options", "Answer", "Why", "Code")],
        templates=[
            {
                "name": "Question",
                "qfmt": "{{Question}}{{Options}}",
                "afmt": '{{FrontSide}}<hr id="answer"><b>{{Answer}}</b>{{Why}}',
            }
        ],
        css=_CSS,
    )
    deck = genanki.Deck(DECK, "Calf quiz", description=escape(paper.title))
    for item in paper.items:
        deck.add_note(_note(model, paper, item))
    handle, name = tempfile.mkstemp(suffix=".apkg")
    os.close(handle)
    try:
        genanki.Package(deck).write_to_file(name, timestamp=time.time() if made is None else made)
        return Path(name).read_bytes()
    finally:
        Path(name).unlink()


def _note(model: genanki.Model, paper: Paper, item: Item) -> genanki.Note:
    stem = f"<p>{escape(item.stem)}</p>"
    if item.figure is not None:
        stem += f'<p><img src="{picture_address(paper.draw(item.figure))}" alt="{escape(item.clue)}"></p>'
    why = "".join(f'<p class="hint">{escape(line)}</p>' for line in notes(item, paper.feedback(item)))
    fields = [stem, _options(item), escape(solution(item)), why, code(item)]
    return genanki.Note(
        model, fields, guid=genanki.guid_for(item.id), tags=[f"calf::{item.topic}", f"calf::{item.level}"]
    )


def _options(item: Item) -> str:
    """The options in an order that tells nothing: that of the alphabet."""
    if item.form is Form.NUMBER:
        return ""
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in sorted(o.text for o in item.options))}</ul>"
