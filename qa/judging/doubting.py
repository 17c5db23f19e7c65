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
from qa.parsing.linking import Token
from qa.parsing.nlp import Parse, Reader
from qa.parsing.spelling import everyday, is_plain_slip
from qa.scene import Scene

__all__ = ["doubted"]

_MOST = 6  # such questions that are read
_WHOLE = 1.0  # weight of a whole name


def doubted(scene: Scene, reader: Reader, *, guessed: bool) -> Iterator[Parse]:
    """The question with one strange word as each of what that may be a slip of, likeliest first.

    Where a question is `guessed` well as it stands, only words that were guessed at are doubted, and such as
    complete a name: "sanding calf raise", "leer arm", "medial hed".
    """
    kept = english().absent | english().medical
    mended = {c.source: c.target for c in scene.parse.corrections}
    surely = {c.source for c in scene.parse.corrections if is_plain_slip(c.source, c.target)}
    strange = [] if guessed else [t for t in scene.unknown if t.text.lower() not in everyday()]
    words = [t for t in scene.asking if t.text in mended.keys() - surely or t in strange]
    words = [t for t in words if t.stem not in kept]
    beside = [t for t in _beside_names(scene) if t not in words]
    slips = ((t, meant) for t in (*beside, *words) for meant in reader.speller.doubted(t.text))
    read = ((t, _read_as(t, meant, scene, reader)) for t, meant in slips if mended.get(t.text) != meant)
    whole = (parse for t, parse in read if parse and (t not in beside or _completes(t, parse)))
    yield from islice(whole, _MOST)


def _read_as(word: Token, meant: str, scene: Scene, reader: Reader) -> Parse | None:
    """The question with another word in the place of one; None if that does not stand where it is said to."""
    text, at = scene.parse.text, word.offset
    if text[at : at + len(word.text)] != word.text:
        return None
    parse = reader.read(text[:at] + meant + text[at + len(word.text) :])
    others = (c for c in scene.parse.corrections if c.source != word.text)
    return replace(parse, corrections=(*others, Correction(word.text, meant)), aside=scene.parse.aside)


def _beside_names(scene: Scene) -> list[Token]:
    """The words that no name has, right beside one, or beside a word that nothing explains."""
    named = {i for a in scene.anchors for i in a.words}
    near = named | {t.index for t in scene.unknown}
    return [t for t in scene.asking if t.index not in named and {t.index - 1, t.index + 1} & near]


def _completes(word: Token, parse: Parse) -> bool:
    """Whether a word is part of a whole name of several words."""
    names = (m for m in parse.mentions if m.of("entity") and m.weight >= _WHOLE)
    return any(len(m.words) > 1 and word.index in m.words for m in names)
