"""Whether somebody errs who says something: "would I be wrong to call the soleus flat?", "true or false".

What is said is asked about alone, and the answer says of it whether it is right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from qa.model import Answer
from qa.parsing.asking import IMPERATIVE, WH
from qa.parsing.english import english
from qa.parsing.linking import PART, Token
from qa.parsing.nlp import Parse
from qa.verdicts.turning import CONTRARY

__all__ = ["judged", "said_in"]

_ERRING: Final = frozenset(("wrong", "mistaken", "incorrect"))
_EITHER: Final = (("true", "or", "fals"), ("fact", "or", "myth"), ("fact", "or", "fiction"))
_LED: Final = frozenset(("to", "in", "if", "that", "for", "when", "i", "we", "they", "one"))
_CALLING: Final = frozenset(("call", "describ"))
_TAKING: Final = frozenset(("assum", "suppos", "consider"))
_TAGS: Final = frozenset(("right", "correct"))
_NO_TAG: Final = frozenset(("the", "to", "that", "my", "your"))  # "to the right", "get it right"
_BEFORE: Final = 5  # words up to "wrong": "would I be so wrong"
_FAR: Final = 6  # the same up to that of "have I got that the wrong way round"
_ROUND: Final = frozenset(
    ("way", "round", "around", "there", "here", "about", "that", "this", "then", "in", "on")
)
_RIGHT: Final = "No, that is right"
_WRONG: Final = "Yes, that is wrong"


def judged(parse: Parse, ask: Callable[[str], Answer]) -> Answer | None:
    """The answer to whether what somebody says is right; None if that is not asked, or not plain."""
    claim, erring = said_in(parse)
    answer = ask(claim) if claim else None
    if answer is None or answer.boolean not in CONTRARY:
        return None
    if not erring:
        return answer
    fact = answer.lead.partition(": ")[2] or answer.lead.partition(". ")[2]
    begun = _WRONG if answer.boolean == "no" else _RIGHT
    return replace(answer, boolean=CONTRARY[answer.boolean], lead=f"{begun}: {fact}")


def said_in(parse: Parse) -> tuple[str, bool]:
    """What a message asks the truth of, as a question of its own, and whether it asks if that is wrong."""
    tokens = parse.tokens
    asking = [t for t in tokens if t.sentence == tokens[-1].sentence] if tokens else []
    if claim := _to_be_true(asking, parse):
        return claim, False
    at = next((n for n, t in enumerate(asking[:_BEFORE]) if t.stem in _ERRING), 0)
    if claim := _put_before(asking, parse):
        return claim, True
    closed = english().words
    before = {t.stem for t in asking[:at]}
    if not before & closed["persons"] or asking[0].stem not in closed["auxiliary"] or "not" in before:
        return "", False
    rest = asking[at + 1 :]
    leading = closed["thinking"] | closed["claiming"] | _CALLING | _TAKING | _LED
    led = list(takewhile(lambda t: t.stem in leading, rest))
    claim = _called(led, rest[len(led) :], parse) if led else ""
    return claim, bool(claim)


def _put_before(asking: Sequence[Token], parse: Parse) -> str:
    """What stands before "am I wrong?" or "have I got that the wrong way round?", as a question; or ""."""
    closed, clause = english().words, [t for t in asking if t.clause == asking[-1].clause]
    stems = [t.stem for t in clause]
    at = next((n for n, stem in enumerate(stems) if stem in _ERRING), 0)
    asks = 1 < at < _FAR and stems[0] in closed["auxiliary"] and not closed["persons"].isdisjoint(stems[1:at])
    if not asks or "not" in stems or not _ROUND.issuperset(stems[at + 1 :]):
        return ""
    said = asking[: -len(clause)] or [t for t in parse.tokens if t.sentence == asking[0].sentence - 1]
    return f"{_text(said, parse)}. Is that right?" if len(said) > 1 and said[-1].stem != "or" else ""


def _to_be_true(asking: Sequence[Token], parse: Parse) -> str:
    """What stands before or behind a "true or false", as a question whether it is so; "" without."""
    stems = tuple(t.stem for t in asking)
    size = len(_EITHER[0])
    if stems[-size:] in _EITHER and len(stems) > size:
        said = asking[:-size]
    elif stems[:size] in _EITHER and len(stems) > size:
        said = asking[size:]
    elif _is_tagged(stems) and not parse.questions:
        said = asking[:-1]
    else:
        return ""
    asks = said[0].stem in english().words["auxiliary"]
    return f"{'' if asks else 'Is it true that '}{_text(said, parse)}?"


def _is_tagged(stems: Sequence[str]) -> bool:
    """Whether a sentence is a statement with a "right" behind it, which asks whether it is so."""
    closed = english().words
    states = (
        len(stems) > _BEFORE
        and stems[0] not in closed["auxiliary"] | IMPERATIVE
        and (WH - {"when"}).isdisjoint(stems)
    )
    return (
        states and stems[-1] in _TAGS and stems[-2] not in closed["auxiliary"] | closed["pronouns"] | _NO_TAG
    )


def _called(led: Sequence[Token], said: Sequence[Token], parse: Parse) -> str:
    """What is thought, or what something is called, as a question whether it is so."""
    if not said:
        return ""
    if led[-1].stem not in _CALLING:
        return f"Is it true that {_text(said, parse)}?"
    first = said[1:] if said[0].stem in english().words["articles"] else said
    name = next((m for m in parse.mentions if first and m.start == first[0].index and m.weight > PART), None)
    rest = [t for t in said if name and t.index >= name.end]
    return f"Is {_text([t for t in said if t not in rest], parse)} {_text(rest, parse)}?" if rest else ""


def _text(words: Sequence[Token], parse: Parse) -> str:
    """Words as they were typed."""
    return parse.text[words[0].offset : words[-1].offset + len(words[-1].text)]
