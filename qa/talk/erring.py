"""Whether somebody errs who says something: "would I be wrong to call the soleus flat?", "true or false".

What is said is asked about alone, and the answer says of it whether it is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from qa.model import Answer
from qa.parsing.asking import IMPERATIVE, WH, is_tag
from qa.parsing.english import english
from qa.parsing.linking import PART, Token
from qa.parsing.nlp import Parse
from qa.parsing.stemming import stem
from qa.verdicts.turning import CONTRARY

__all__ = ["judged", "said_in"]

_ERRING: Final = frozenset(("wrong", "mistaken", "incorrect", "lie"))
_EITHER: Final = frozenset(
    (
        *(("true", "or", "fals"), ("fact", "or", "myth"), ("fact", "or", "fiction"), ("myth", "or", "fact")),
        *(("right", "or", "wrong"), ("correct", "or", "incorrect"), ("agree", "or", "disagree")),
        *(("yes", "or", "no"), ("yea", "or", "nay")),
    )
)
_SIZE: Final = 3  # words of each
_IT: Final = frozenset(("it", "that", "this"))
_CHECKING: Final = frozenset(("check", "verify", "verifi", "confirm"))
_LEADING: Final = frozenset(("quick", "please", "just", "fact", "sanity", "can", "you"))
_CHECK: Final = 4  # words up to "check"
_SO: Final = frozenset(("so", "right", "true", "correct"))
_TAG: Final = 4  # words of "isn't that so"
_NONE: Final = [stem(word) for word in ("there", "is", "no")]
_HOW_TRUE: Final = ["how", "true", "be", "it", "that"]
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
#: How an answer begins where what is said is right, and where it is wrong: as it is asked, doubted or denied.
_ASKED: Final = ("", "")
_ERRS: Final = ("No, that is right", "Yes, that is wrong")
_DENIED: Final = ("No, it is so", "Yes, it is not so")
_LACKED: Final = ("No, there is", "Yes, there is none")
_VERDICT: Final = re.compile(r"^(?:Yes|No)[^:.]*[:.] ")
_Leads = tuple[str, str]


def judged(parse: Parse, ask: Callable[[str], Answer]) -> Answer | None:
    """The answer to whether what somebody says is right; None if that is not asked, or not plain."""
    claim, leads = said_in(parse)
    answer = ask(claim) if claim else None
    if answer is None or answer.boolean not in CONTRARY:
        return None
    if leads is _ASKED:
        return answer
    fact = _VERDICT.sub("", answer.lead)
    begun = leads[answer.boolean == "no"]
    return replace(answer, boolean=CONTRARY[answer.boolean], lead=f"{begun}: {fact}")


def said_in(parse: Parse) -> tuple[str, _Leads]:
    """What a message asks the truth of, as a question of its own, and how an answer to that begins."""
    tokens = parse.tokens
    asking = [t for t in tokens if t.sentence == tokens[-1].sentence] if tokens else []
    if claim := _to_be_true(asking, parse):
        return claim, _ASKED
    if claim := _put_before(asking, parse) or _said_wrong(asking, parse):
        return claim, _ERRS
    if claim := _denied(asking, parse):
        return claim, _DENIED
    if claim := _lacked(asking, parse):
        return claim, _LACKED
    at = next((n for n, t in enumerate(asking[:_BEFORE]) if t.stem in _ERRING), 0)
    closed = english().words
    before = {t.stem for t in asking[:at]}
    if not before & closed["persons"] or asking[0].stem not in closed["auxiliary"] or "not" in before:
        return "", _ASKED
    rest = asking[at + 1 :]
    leading = closed["thinking"] | closed["claiming"] | _CALLING | _TAKING | _LED
    led = list(takewhile(lambda t: t.stem in leading, rest))
    claim = _called(led, rest[len(led) :], parse) if led else ""
    return claim, _ERRS


def _lacked(asking: Sequence[Token], parse: Parse) -> str:
    """What is said not to be there, before a tag, as a question: "there's no machine for it, is there?"."""
    if [t.stem for t in asking[:_SIZE]] != _NONE:
        return ""
    end = [t for t in asking if t.clause == asking[-1].clause]
    said = [t for t in asking[_SIZE:] if t not in end]
    be = "Are there" if asking[1].text.lower() == "are" else "Is there a"
    return f"{be} {_text(said, parse)}?" if said and is_tag(end) else ""


def _denied(asking: Sequence[Token], parse: Parse) -> str:
    """What stands behind "it isn't the case that", without a tag, as a question; or ""."""
    stems = [t.stem for t in asking if t.stem not in english().words["articles"]]
    if stems[:3] != ["it", "be", "not"] or stems[3:4] == [] or stems[3] not in _SO | {"case"}:
        return ""
    at = next((n for n, t in enumerate(asking[:_FAR]) if t.stem == "that"), 0)
    end = [t for t in asking if t.clause == asking[-1].clause]
    said = [t for t in asking[at + 1 :] if t not in end or not is_tag(end)]
    return f"Is it true that {_text(said, parse)}?" if at and len(said) >= _SIZE else ""


def _put_before(asking: Sequence[Token], parse: Parse) -> str:
    """What stands before "am I wrong?" or "have I got that the wrong way round?", as a question; or ""."""
    closed, clause = english().words, [t for t in asking if t.clause == asking[-1].clause]
    stems = [t.stem for t in clause]
    at = next((n for n, word in enumerate(stems) if word in _ERRING), 0)
    asks = 1 < at < _FAR and stems[0] in closed["auxiliary"] and not closed["persons"].isdisjoint(stems[1:at])
    if not asks or "not" in stems or not _ROUND.issuperset(stems[at + 1 :]):
        return ""
    said = asking[: -len(clause)] or [t for t in parse.tokens if t.sentence == asking[0].sentence - 1]
    return f"{_text(said, parse)}. Is that right?" if len(said) > 1 and said[-1].stem != "or" else ""


def _said_wrong(asking: Sequence[Token], parse: Parse) -> str:
    """What stands before "is this false?", or behind "is it a myth that", as a question; or ""."""
    stems = [t.stem for t in asking if t.stem != "not"]
    if stems and _denies_it(stems):
        said = _before(asking, parse)
        states = bool(said) and said[0].stem not in english().words["auxiliary"] | IMPERATIVE
        return f"Is it true that {_text(said, parse)}?" if states and len(said) > _SIZE else ""
    at = next((n for n, t in enumerate(asking[:_FAR]) if t.stem == "that" and n >= _SIZE), 0)
    led = [t.stem for t in asking[:at] if t.stem not in english().words["asserting"] | {"to", "not"}]
    said = asking[at + 1 :] if led and _denies_it(led) else ()
    return f"Is it true that {_text(said, parse)}?" if len(said) >= _SIZE else ""


def _to_be_true(asking: Sequence[Token], parse: Parse) -> str:
    """What stands before or behind a "true or false", as a question whether it is so; "" without.

    Or before ", or is that wrong?", which asks the same, and behind "how true is it that".
    """
    stems = tuple(t.stem for t in asking)
    if stems in _EITHER:
        said = _before(asking, parse)
    elif stems[-_SIZE:] in _EITHER:
        said = asking[:-_SIZE]
    elif stems[:_SIZE] in _EITHER:
        said = asking[_SIZE:]
    elif [*stems[: len(_HOW_TRUE)]] == _HOW_TRUE:
        said = asking[len(_HOW_TRUE) :]
    elif at := _checked(stems):
        said = asking[at:]
    elif _is_doubted(asking) or _is_affirmed(asking):
        said = [t for t in asking if t.clause != asking[-1].clause]
    elif _is_tagged(stems) and not parse.questions:
        said = asking[:-1]
    else:
        return ""
    if not said:
        return ""
    asks = said[0].stem in english().words["auxiliary"]
    return f"{'' if asks else 'Is it true that '}{_text(said, parse)}?"


def _checked(stems: Sequence[str]) -> int:
    """Where that begins which somebody is to check: "quick check: ...", "verify that ..."; 0 without."""
    at = next((n for n, word in enumerate(stems[:_CHECK]) if word in _CHECKING), -1)
    if at < 0 or not _LEADING.issuperset(stems[:at]) or not WH.isdisjoint(stems):
        return 0
    at += 1 + (stems[at + 1 : at + 2] in (("that",), ("if",), ("whether",)))
    return at if len(stems) - at > _SIZE else 0


def _before(asking: Sequence[Token], parse: Parse) -> Sequence[Token]:
    """The sentence before the one that asks."""
    return [t for t in parse.tokens if t.sentence == asking[0].sentence - 1]


def _is_doubted(asking: Sequence[Token]) -> bool:
    """Whether a sentence ends with "or is that wrong?", which says nothing of its own."""
    end = [t.stem for t in asking if t.clause == asking[-1].clause]
    doubt = end[:2] == ["or", "be"] and len(end) < len(asking)
    return doubt and (_denies_it(end[1:]) or (end[2:3] == ["i"] and _ERRING.issuperset(end[3:])))


def _is_affirmed(asking: Sequence[Token]) -> bool:
    """Whether a sentence ends with "isn't that so?" or "don't you think?", which ask whether it is so."""
    end = [t.stem for t in asking if t.clause == asking[-1].clause]
    if len(end) != _TAG or len(end) == len(asking) or end[1] != "not":
        return False
    so = end[0] == "be" and end[2] in _IT and end[3] in _SO
    return so or (end[2] == "you" and end[3] in english().words["thinking"] | english().words["asserting"])


def _denies_it(stems: Sequence[str]) -> bool:
    """Whether words ask no more than whether something is wrong: "is this false", "is that a myth"."""
    closed = english().words
    wrong = _ERRING | closed["untrue"] | closed["refuting"]
    rest = [word for word in stems[2:] if word not in closed["articles"]]
    return stems[0] == "be" and stems[1:2] != [] and stems[1] in _IT and len(rest) == 1 and rest[0] in wrong


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
