"""Every sentence and every number of the article is held by the graph, or listed with a reason."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter

import pytest

from kg.build import merge
from kg.checks.listed import read_lists
from kg.checks.sources import Sources
from kg.vocabulary import CALF

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBER = re.compile(rf"\d+(?:-\d+)?|\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)


def load(path):
    spec = importlib.util.spec_from_file_location(f"{path.stem}_script", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sentences(root):
    """The sentences of the article with their text."""
    path = root.parent / "shared" / "article.txt"
    if not path.is_file():
        pytest.skip(f"no copy of the article at {path}; it has no licence to be distributed")
    script = load(root / "scripts" / "sentences.py")
    return script.segment(path.read_bytes().decode("utf-8"))


@pytest.fixture(scope="module")
def lists(root):
    return read_lists(root / "ontology")


def test_every_number_of_the_article_is_listed(sentences, lists):
    """What stands in numbers.toml is what a search of the article finds: no number more, none less."""
    found = Counter((s.name, match.group().lower()) for s in sentences for match in NUMBER.finditer(s.text))
    listed = Counter((n.sentence, n.text) for n in (*lists.numbers, *lists.counts))
    assert listed + Counter(lists.no_knowledge.keys()) == found


def test_bounds_are_those_of_the_text(lists):
    """A range is written with its bounds, a single number with equal ones."""
    for number in lists.numbers:
        low, _, high = number.text.partition("-")
        assert (int(low), int(high or low)) == (number.minimum, number.maximum)


def test_the_report_has_no_gap(root, lists):
    text, gaps = load(root / "scripts" / "coverage.py").report()
    assert gaps == 0
    assert "**nothing**" not in text
    rows = re.findall(r"^\| (s\d{3}) \| [^|]*\| ", text.partition("## Sentences")[2], re.MULTILINE)
    sources = Sources(merge(root / "ontology" / "src"), lists)
    assert rows == [iri.local for iri in sources.typed(CALF.SENTENCE)]


def test_only_headings_and_questions_are_out_of_scope(sentences, lists):
    """What is listed as out of scope says nothing by itself: a heading, the byline, or a question."""
    texts = {s.name: s.text for s in sentences}
    for name in lists.out_of_scope:
        assert texts[name].endswith("?") or name in {"s001", "s002", "s003"}
