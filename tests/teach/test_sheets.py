"""What teachers take along holds the same items: read back from GIFT, QTI and the printed pages."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from teach.quiz import Choice, Form, Level
from teach.sheets import Paper, code, gift, qti, worksheet
from ui.marked import marked

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
