"""Several mistakes told in one message: "I bounce and never train the soleus. Which mistakes are these?".

Each thing told is asked about alone; what is no mistake is told by the way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kg.terms import Iri
from qa.model import Answer, Paragraph
from qa.parsing.english import english
from qa.parsing.nlp import Parse
from qa.parsing.outline import Outline
from qa.parsing.sentences import sentences_of
from qa.talk.parting import together
from qa.telling.verbalising import Verbaliser, number_word
from qa.vocabulary import CALF

__all__ = ["diagnosed"]

_WHICH: Final = "Which mistake is that?"
_JOINTS: Final = re.compile(r"[,;.]?\s+(?:and|then|but|while|or)\s+|[,;.]\s+", re.IGNORECASE)
_SEVERAL: Final = frozenset(("mistakes", "errors", "faults"))
_OPEN: Final = frozenset(  # of mistakes that somebody may make, of those that are left, of one of them
    ("of", "might", "could", "may", "should", "common", "usual", "typical", "left", "else", "missing", "rest")
)
_LEAST, _MOST = 2, 6  # things told that are looked at
_SHORTEST: Final = 2  # words of one of them
_SURE: Final = 0.6  # confidence from which one is a mistake


def diagnosed(parse: Parse, ask: Callable[[str], Answer], say: Verbaliser) -> Answer | None:
    """The mistakes that a message tells of, where it asks which they are; None of fewer than two."""
    pieces = _told(parse)
    found: dict[Iri, Answer] = {}
    for piece in pieces if _LEAST <= len(pieces) <= _MOST else ():
        answer = ask(f"{piece}. {_WHICH}")
        named = [item.iri for item in answer.items if CALF.MISTAKE in say.graph.entity(item.iri).classes]
        sure = answer.answered and answer.confidence >= _SURE
        if sure and len(named) == 1 and not _is_idle(answer, ask):
            found.setdefault(named[0], answer)
    told = next((a.low for a in parse.amounts if a.low == a.high), len(found))
    if len(found) < _LEAST or len(found) != told:
        return None
    answer = together(parse.text, tuple(found.values()))
    lead = f"{number_word(len(found)).capitalize()} mistakes: {say.names(tuple(found))}."
    return replace(answer, lead=lead, blocks=(Paragraph(answer.lead), *answer.blocks))


def _is_idle(answer: Answer, ask: Callable[[str], Answer]) -> bool:
    """Whether what is told is not understood, so that the answer is that to the bare question."""
    return bool(answer.not_understood) and answer.items == ask(_WHICH).items


def _told(parse: Parse) -> list[str]:
    """What a message tells before it asks which mistakes these are; nothing of another message."""
    words = english().words
    outline = Outline(parse)
    asked = [t.text.lower() for t in outline.asking]
    aside = words["other"] | words["denying"] | _OPEN
    if _SEVERAL.isdisjoint(asked) or outline.wh not in ("what", "which") or not aside.isdisjoint(asked):
        return []
    told = [group for n, group in sentences_of(parse.tokens).items() if n < outline.core]
    if not told:
        return []
    end = told[-1][-1]
    pieces = _JOINTS.split(parse.text[told[0][0].offset : end.offset + len(end.text)])
    return [piece for piece in pieces if len(piece.split()) >= _SHORTEST]
