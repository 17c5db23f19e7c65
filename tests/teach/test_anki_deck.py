"""The Anki deck: every item a note, the same note at every export."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from html import unescape
from io import BytesIO

from teach.quiz import Choice, Form, solution
from teach.sheets import Paper, anki, code
from teach.sheets.paper import notes
from ui.marked import marked


def _collection(data: bytes, folder):
    """Notes, decks and models of an .apkg file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        (folder / "collection").write_bytes(archive.read("collection.anki2"))
    database = sqlite3.connect(folder / "collection")
    try:
        notes = database.execute("SELECT guid, mid, flds, tags FROM notes ORDER BY id").fetchall()
        cards = database.execute("SELECT nid, did FROM cards").fetchall()
        decks, models = database.execute("SELECT decks, models FROM col").fetchone()
    finally:
        database.close()
    return notes, cards, json.loads(decks), json.loads(models)


def test_anki_holds_every_item(paper, tmp_path):
    """The package opens; each item is a note with a card, its question, its answer and a source."""
    notes, cards, decks, models = _collection(anki(paper), tmp_path)

    assert len(notes) == len(cards) == len(paper.items)
    assert "Calf quiz" in {deck["name"] for deck in decks.values()}
    for item, (_, model, fields, tags) in zip(paper.items, notes, strict=True):
        question, options, answer, why, name = fields.split("\x1f")
        assert unescape(re.sub(r"<[^>]+>", "", question)) == item.stem
        assert sorted(unescape(o) for o in re.findall(r"<li>(.*?)</li>", options)) == sorted(
            o.text for o in item.options
        )
        assert unescape(answer) == solution(item)
        assert "Sources: " in why
        assert name == code(item)
        assert f"calf::{item.topic}" in tags
        assert str(model) in models


def test_anki_notes_keep_their_identity(bank, teacher, tmp_path):
    """A later export, of other items or with other words, has the same note for the same item."""
    draw = lambda iri: marked(iri.local)  # noqa: E731
    first = Paper("One", bank.choose(Choice(seed=1, count=60)), teacher, draw)
    second = Paper("Two", tuple(reversed(first.items))[:40], teacher, draw)
    found = []
    for number, each in enumerate((first, second)):
        (tmp_path / str(number)).mkdir()
        notes, _, decks, models = _collection(anki(each), tmp_path / str(number))
        found.append(({n[2].split("\x1f")[-1]: n[0] for n in notes}, set(decks), set(models)))
    (guids, *ids), (later, *later_ids) = found

    assert len(set(guids.values())) == 60
    assert {name: guids[name] for name in later} == later
    assert ids == later_ids


def test_anki_notes_are_as_new_as_the_export(quiz, tmp_path):
    """Anki takes over a note only if it is newer than its own, so a later export has later dates."""
    found = []
    for made in (1.8e9, 1.9e9, 1.8e9):
        with zipfile.ZipFile(BytesIO(anki(quiz, made))) as archive:
            (tmp_path / "collection").write_bytes(archive.read("collection.anki2"))
        database = sqlite3.connect(tmp_path / "collection")
        found.append(database.execute("SELECT guid, flds, mod FROM notes ORDER BY id").fetchall())
        database.close()
    first, later, again = found

    assert first == again
    assert [note[:2] for note in first] == [note[:2] for note in later]
    assert {note[2] for note in first} == {1_800_000_000}
    assert {note[2] for note in later} == {1_900_000_000}


def test_notes_give_each_reason_once(bank, teacher):
    """On paper, too, every answer has a reason before its sources, and no statement is told twice."""
    for item in bank.items:
        reason, *rest = notes(item, teacher.explain(item))
        assert rest or item.form is Form.NUMBER, item.id
        assert not reason.startswith("Research check: "), item.id
        said = [
            s.split(" (research: ")[0].removeprefix("According to the article: ").casefold()
            for s in re.split(r"(?<=[.)]) (?=[A-Z])", reason)
        ]
        assert len(set(said)) == len(said), (item.id, reason)
