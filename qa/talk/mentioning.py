"""Whether the source tells of something: "does the article explain the donkey raise?".

What it may tell of is asked for plainly. If that has an answer, the source tells of it; whether a claim is so
is another matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from qa.model import Answer
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.nlp import Parse
from qa.parsing.outline import Outline
from qa.parsing.stemming import stem
from qa.talk.framing import text_of

__all__ = ["mentioned"]

_ARTICLE: Final = "article"  # kind of a source
_ELSEWHERE: Final = "No, the article does not; another source here does."
_SOURCES: Final = frozenset(map(stem, "article text author piece guide page writer it you they".split()))
_OF: Final = frozenset(
    map(stem, "mention explain describe define cover discuss list give name include contain".split())
)
_SAYING: Final = frozenset(map(stem, "say tell explain describe show know".split()))  # with "how" or "about"
_HOW: Final = frozenset(("how", "why", "what", "which", "when", "where"))
_ABOUT: Final = frozenset(("about", "of", "on"))
_THING: Final = frozenset(map(stem, "something anything much more me us talk speak".split()))
_CLAIMING: Final = frozenset(("that", "as", "to", "both", "than"))  # lead to what would have to be so
_LEAST: Final = 3  # words of such a question


def mentioned(parse: Parse, ask: Callable[[str], Answer]) -> Answer | None:
    """The answer to what a source is asked to tell of, with a "yes"; None of another question."""
    asking = Outline(parse).asking
    told = _told(asking)
    if not told or _claims(told):
        return None
    answer = ask(f"{text_of(told, parse)}?")
    if answer.boolean or answer.status == "clarify":
        return None
    if not answer.answered:
        return answer
    elsewhere = bool(answer.sources) and all(source.kind != _ARTICLE for source in answer.sources)
    verdict, lead = ("no", _ELSEWHERE) if elsewhere else ("yes", "Yes.")
    return replace(answer, boolean=verdict, lead=f"{lead} {answer.lead}")


def _claims(words: Sequence[Token]) -> bool:
    """Whether words say what would have to be so: "that the soleus ...", "people to avoid bouncing"."""
    stems = [t.stem for t in words]
    return any(b in _CLAIMING and (a, b) != ("how", "to") for a, b in pairwise(["", *stems]))


def _told(asking: Sequence[Token]) -> Sequence[Token]:
    """The words for what a source may tell of; none in another question."""
    words, closed = [t for t in asking if t.stem not in english().words["articles"]], english().words
    if len(words) <= _LEAST or words[0].stem != "do" or words[1].stem not in _SOURCES:
        return ()
    verb, rest = words[2], list(asking[asking.index(words[2]) + 1 :])
    while rest and rest[0].stem in _THING:
        rest = rest[1:]
    about = bool(rest) and rest[0].stem in _ABOUT
    rest = rest[1:] if about else rest
    how = bool(rest) and rest[0].stem in _HOW
    tells = verb.stem in _OF or (verb.stem in _SAYING and (about or how)) or (verb.stem in _THING and about)
    names = any(t.stem not in closed["bare"] for t in rest)
    return rest if tells and names else ()
