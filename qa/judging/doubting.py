"""A second look at a question that would be refused: a word that nothing explains may be a slip.

"More tan three times a week?" has an English word that nobody asks with here, one letter from "than". There
are many more such words than slips, so a word is only doubted where the question cannot be answered with it.
"Wicch muscle?" has none, and two slips from a common one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from qa.model import Correction
from qa.parsing.english import english
from qa.parsing.nlp import Parse, Reader
from qa.parsing.spelling import everyday, is_plain_slip
from qa.scene import Scene

__all__ = ["doubted"]

_MOST = 6  # such questions that are read


def doubted(scene: Scene, reader: Reader, *, guessed: bool) -> Iterator[Parse]:
    """The question with one strange word as each of what that may be a slip of, likeliest first.

    Where a question is `guessed` well as it stands, only words that were guessed at are doubted.
    """
    kept = english().absent | english().medical
    mended = {c.source: c.target for c in scene.parse.corrections}
    surely = {c.source for c in scene.parse.corrections if is_plain_slip(c.source, c.target)}
    strange = [] if guessed else [t for t in scene.unknown if t.text.lower() not in everyday()]
    words = [t for t in scene.asking if t.text in mended.keys() - surely or t in strange]
    words = [t for t in words if t.stem not in kept]
    slips = ((t, meant) for t in words for meant in reader.speller.doubted(t.text))
    for token, meant in islice(slips, _MOST):
        word, at = token.text, token.offset
        if scene.parse.text[at : at + len(word)] == word and mended.get(word) != meant:
            parse = reader.read(scene.parse.text[:at] + meant + scene.parse.text[at + len(word) :])
            others = (c for c in scene.parse.corrections if c.source != word)
            corrections = (*others, Correction(word, meant))
            yield replace(parse, corrections=corrections, aside=scene.parse.aside)
