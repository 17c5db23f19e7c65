"""What teachers take along holds the same items: read back from Anki, GIFT and the printed pages."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from teach.quiz import Choice, Form, Level, solution
from teach.sheets import Paper, anki, code, gift, qti, worksheet
from teach.sheets.paper import notes
from ui.marked import marked


@pytest.fixture(scope="module")
def paper(bank, teacher):
    """All items as a paper; those of a drawing share one, so that the files stay small."""
    return Paper("Calf quiz 1", bank.items, teacher, lambda iri: marked(iri.local))


@pytest.fixture(scope="module")
def quiz(bank, teacher):
    """Forty items of every form as a paper."""
    items = bank.choose(Choice(seed=3, count=40))
    return Paper("Calf quiz 3", items, teacher, lambda iri: marked(iri.local))


# ------------------------------------------------------------ Anki


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


# ------------------------------------------------------------ GIFT


def _plain(text: str) -> str:
    """GIFT text without its escapes, pictures and entities."""
    return unescape(re.sub(r"<br><img [^>]*>", "", re.sub(r"\\([\\~=#{}:])", r"\1", text)))


def _split(text: str, marks: str) -> list[str]:
    """A text cut before each mark that is not escaped."""
    return [part for part in re.split(rf"(?<!\\)(?=[{marks}])", text) if part.strip()]


def _questions(text: str):
    """The questions of a GIFT text by a reader of its own: name, stem, mark, answers, general feedback."""
    blocks = re.split(r"\n\s*\n", text.strip())
    for block in blocks:
        lines = [line for line in block.splitlines() if not line.startswith("//")]
        body = "\n".join(lines)
        if not body.strip():
            continue
        head, rest = re.split(r"(?<!\\)\{", body, maxsplit=1)
        inner = re.split(r"(?<!\\)\}", rest, maxsplit=1)[0]
        _, name, stem = head.split("::", 2)
        answers, _, general = inner.partition("####")
        yield name, stem, answers.strip(), general.strip(), block


def test_gift_parses_back(paper):
    """A reader of its own finds in the GIFT text the same items, options, right answers and feedback."""
    questions = list(_questions(gift(paper)))

    assert len(questions) == len(paper.items)
    for item, (name, stem, answers, general, block) in zip(paper.items, questions, strict=True):
        assert name == code(item)
        assert f"[id:{name}]" in block
        assert _plain(stem).strip() == f"[html]{item.stem}"
        assert "Sources" in general
        _check_answers(item, answers)


def _check_answers(item, answers: str) -> None:
    if item.form is Form.NUMBER:
        low, high = re.fullmatch(r"#\s*=([\d.]+)\.\.([\d.]+)", answers).groups()
        assert (float(low), float(high)) == (item.number.low, item.number.high)
        return
    if item.form is Form.ORDER:
        pairs = [part[1:].rsplit(" -> ", 1) for part in _split(answers, "=")]
        assert [_plain(text).strip() for text, _ in pairs] == [o.text for o in item.options]
        assert [place.strip() for _, place in pairs] == ["one", "two", "three", "four", "five", "six"][
            : len(pairs)
        ]
        return
    shares = 0.0
    parts = _split(answers, "=~")
    assert len(parts) == len(item.options)
    for option, part in zip(item.options, parts, strict=True):
        text, why = re.split(r"(?<!\\)#", part[1:], maxsplit=1)
        share = re.match(r"%(-?[\d.]+)%", text)
        if item.form is Form.SEVERAL:
            assert (float(share[1]) > 0) is option.right
            shares += max(0.0, float(share[1]))
            text = text[share.end() :]
        else:
            assert (part[0] == "=") is option.right
        assert _plain(text).strip() == option.text
        assert _plain(why).strip() == option.why
    assert item.form is not Form.SEVERAL or shares == pytest.approx(100, abs=0.01)


def test_gift_has_no_unescaped_marks(quiz):
    """Braces come in pairs of one question each."""
    text = gift(quiz)

    assert len(re.findall(r"(?<!\\)\{", text)) == len(re.findall(r"(?<!\\)\}", text)) == 40


# ------------------------------------------------------------ QTI

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


def _html(element) -> str:
    """The words of a piece of QTI material, without the tags of its HTML."""
    return unescape(re.sub(r"<[^>]*>", "", element.find(f".//{QTI}mattext").text)).strip()


def test_qti_parses_back(paper):
    """A reader of its own finds in the package the same items but for orders: options, answers, feedback."""
    with zipfile.ZipFile(BytesIO(qti(paper))) as archive:
        names = [n for n in archive.namelist() if re.fullmatch(r"(\w+)/\1\.xml", n)]
        questions = ET.fromstring(archive.read(names[0])).findall(f".//{QTI}item")
    items = [item for item in paper.items if item.form is not Form.ORDER]

    assert len(names) == 1
    assert len(questions) == len(items)
    for item, question in zip(items, questions, strict=True):
        assert _html(question.find(f"{QTI}presentation")) == item.stem
        assert "Sources: " in _html(question.find(f"{QTI}itemfeedback"))
        rule = question.findall(f".//{QTI}respcondition")[-1]
        if item.form is Form.NUMBER:
            given = [
                float(e.text)
                for e in rule.iter()
                if e.tag in {f"{QTI}varequal", f"{QTI}vargte", f"{QTI}varlte"}
            ]
            assert {min(given), max(given)} == {item.number.low, item.number.high}
            continue
        labels = {e.get("ident"): _html(e) for e in question.iter(f"{QTI}response_label")}
        refused = {e.text for no in rule.iter(f"{QTI}not") for e in no.iter(f"{QTI}varequal")}
        right = {e.text for e in rule.iter(f"{QTI}varequal")} - refused
        assert list(labels.values()) == [option.text for option in item.options]
        assert {labels[ident] for ident in right} == {o.text for o in item.options if o.right}


# ------------------------------------------------------------ worksheets


class _Page(HTMLParser):
    """Text, tags and addresses of a page; complains of tags that do not close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.addresses: list[str] = []
        self.alts: list[str] = []
        self.items = 0

    def handle_starttag(self, tag, attrs) -> None:
        given = dict(attrs)
        self.addresses += [given[name] for name in ("src", "href") if name in given]
        if tag == "img":
            self.alts.append(given.get("alt", ""))
        if tag not in {"meta", "img", "br"}:
            self.open.append(tag)
        self.items += tag == "p" and given.get("class") == "stem"

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data) -> None:
        self.text.append(data)


def _read(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    assert page.open == []
    return page


def test_the_sheet_asks_and_the_key_tells(quiz):
    """The sheet has every question and option and no reason; the key has the answers, reasons and sources."""
    pages = worksheet(quiz, "Address: x")
    sheet, key = (_read(pages[name]) for name in ("worksheet.html", "key.html"))
    asked, told = ("".join(page.text) for page in (sheet, key))

    assert sheet.items == key.items == 40
    assert told.count("Sources: ") == 40
    assert "Sources" not in asked
    for item in quiz.items:
        assert item.stem in asked
        assert item.stem in told
        assert all(option.text in asked for option in item.options)
    assert "Address: x" in asked
    assert "not medical advice" in asked


def test_the_letters_of_the_key_are_those_of_the_sheet(quiz):
    """Where the key says B, the sheet has that option under B."""
    pages = worksheet(quiz)
    blocks = [
        [unescape(re.sub(r"<[^>]+>", "", block)) for block in text.split('<p class="stem">')[1:]]
        for text in (pages["worksheet.html"], pages["key.html"])
    ]
    checked = 0
    for item, asked, told in zip(quiz.items, *blocks, strict=True):
        for option in item.options:
            if option.right and item.form in {Form.ONE, Form.LABEL, Form.VERDICT, Form.SEVERAL}:
                letter = re.search(rf"([A-Z])\. {re.escape(option.text)}", asked)[1]
                assert f"{letter}. {option.text}" in told
                checked += 1
    assert checked > 25


def test_pages_need_nothing_from_elsewhere(quiz):
    """Pages load nothing: pictures are inside, each with words in its place, and no script runs."""
    for text in worksheet(quiz).values():
        page = _read(text)
        assert all(address.startswith("data:image/svg+xml;base64,") for address in page.addresses)
        assert all(page.alts)
        assert "<script" not in text
        assert "http" not in re.sub(r"base64,[^\"]*", "", text).replace("http-equiv", "")


def test_pictures_do_not_name_what_they_mark():
    """The marked drawing holds no name and no id of the graph."""
    for name in ("soleus", "medialHead", "tibialisAnterior", "tibialNerve", "femur"):
        svg = marked(name)
        assert name not in svg
        assert 'class="' in svg
        assert svg.count("asked") > 3


def test_markup_in_names_stays_text(bank, teacher):
    """A title with markup is shown as it is, on pages and in a deck."""
    item = bank.choose(Choice(count=1, levels=(Level.EASY,)))
    text = worksheet(Paper("<b>Calf</b> & co", item, teacher, lambda _: ""))["worksheet.html"]

    assert "<b>Calf" not in text
    assert "&lt;b&gt;Calf&lt;/b&gt; &amp; co" in text
