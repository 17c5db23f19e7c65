"""A second look at a question that would be refused: a real word that nothing explains may be a slip.

"More tan three times a week?" has an English word that nobody asks with here, one letter from "than". There
are many more such words than slips, so a word is only doubted where the question cannot be answered with it.
"""

from __future__ import annotations

from dataclasses import replace

from qa.model import Correction
from qa.parsing.english import english
from qa.parsing.nlp import Parse, Reader
from qa.parsing.spelling import everyday, is_english
from qa.scene import Scene

__all__ = ["doubted"]


def doubted(scene: Scene, reader: Reader) -> Parse | None:
    """The question with its one strange word as what that may be a slip of; None without exactly one."""
    kept = english().absent | english().medical
    unknown = (t for t in scene.unknown if t.sentence == scene.core and t.stem not in kept)
    strange = ((t, reader.speller.doubted(t.text)) for t in unknown if _is_strange(t.text.lower()))
    slips = [(token, meant) for token, meant in strange if meant]
    if len(slips) != 1:
        return None
    token, meant = slips[0]
    word, at = token.text, token.offset
    if scene.parse.text[at : at + len(word)] != word:
        return None
    parse = reader.read(scene.parse.text[:at] + meant + scene.parse.text[at + len(word) :])
    corrections = (*scene.parse.corrections, Correction(word, meant))
    return replace(parse, corrections=corrections, aside=scene.parse.aside)


def _is_strange(word: str) -> bool:
    """Whether a word is an English one that people do not ask with."""
    return is_english(word) and word not in everyday()
