"""Questions are cut into words as spaCy's own English tokenizer cuts them."""

from __future__ import annotations

import json
import re

import pytest
import spacy

from qa.parsing.nlp import Reader, _clean

FORMS = (
    "can't, don't, isn't; shouldn't've: he's she'll we'd o'clock y'all c'mon let's cannot gonna gotta",
    "e.g. 3kg/5lb, i.e. 5-10 reps (2-3x/week)... at 5 p.m. or 5pm w/o a machine, and/or 10 a.m.",
    "the knee's 90° angle, toes-in/out, 1,000.5 reps at €5; \"quoted\" 'words' end.Next U.S. café",
    "<b>hi</b> http://example.com/a?b=c me@you.com -- … wow… 😀 calf 😀 dont cant wont im whats id",
)
EMOTICON = re.compile(r"[:;=8][-o']?[()\[\]DPpOo03/\\*xX|}]|<[3_]|\^_\^|[oO0v]_[oO0v]|''|[()][:;=]")


@pytest.fixture(scope="module")
def texts(root):
    """Every question of the development sets, every fifth phrasing, and forms that are hard to cut."""
    found = set(FORMS)
    for path in sorted((root / "tests" / "questions").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found.update(row.get("turns") or [row["question"]])
    for path in sorted([*(root / "qa" / "data").glob("*.tsv"), *(root / "corpus").glob("*.tsv")]):
        for line in path.read_text(encoding="utf-8").splitlines()[::5]:
            found.update(line.split("\t"))
    return sorted(map(_clean, found))


def test_words_are_those_of_spacy(texts, pipeline):
    """Emoticons aside, which are punctuation either way, all words begin and end at the same places."""
    ours, theirs = pipeline.reader._nlp, spacy.blank("en")
    assert isinstance(pipeline.reader, Reader)
    assert len(texts) > 5000
    different = [
        text
        for text in texts
        if [(t.text, t.idx) for t in ours.make_doc(text)] != [(t.text, t.idx) for t in theirs.make_doc(text)]
    ]
    assert [text for text in different if not EMOTICON.search(text)] == []
    assert len(different) < len(texts) / 2000
