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
from qa.parsing.asking import IMPERATIVE, is_tag
from qa.parsing.english import english
from qa.parsing.linking import PART, Token
from qa.parsing.nlp import Parse
from qa.parsing.stemming import stem
from qa.talk.framing import ERRING, SIZE, SO, TAKING, asked_whether, before, claim_in, denies_it, text_of
from qa.verdicts.turning import CONTRARY

__all__ = ["judged", "said_in"]

_NONE: Final = [stem(word) for word in ("there", "is", "no")]
_LED: Final = frozenset(("to", "in", "if", "that", "for", "when", "i", "we", "they", "one"))
_CALLING: Final = frozenset(("call", "describ"))
_BEFORE: Final = 5  # words up to "wrong": "would I be so wrong"
_LEAD: Final = 8  # the same up to the "that" of "is it a mistake to think that"
_FAR: Final = 6  # the same up to that of "have I got that the wrong way round"
_ROUND: Final = frozenset(
    "way round around there here about that this then in on to me us with him her them".split()
)
_SOURCES: Final = frozenset(map(stem, ("article", "text", "author", "it")))  # speak for or against a claim
#: How an answer begins where what is said is right, and where it is wrong: as it is asked, doubted or denied.
_ASKED: Final = ("", "")
_ERRS: Final = ("No, that is right", "Yes, that is wrong")
_DENIED: Final = ("No, it is so", "Yes, it is not so")
_LACKED: Final = ("No, there is", "Yes, there is none")
_BY: Final = "by the article"
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
    verdict, _, begun = leads[answer.boolean == "no"].partition(", ")
    by = f"{_BY} " if _BY in answer.lead.partition(":")[0] else ""  # research may say otherwise
    return replace(answer, boolean=CONTRARY[answer.boolean], lead=f"{verdict}, {by}{begun}: {fact}")


def said_in(parse: Parse) -> tuple[str, _Leads]:
    """What a message asks the truth of, as a question of its own, and how an answer to that begins."""
    tokens = parse.tokens
    asking = [t for t in tokens if t.sentence == tokens[-1].sentence] if tokens else []
    if claim := _put_before(asking, parse) or _said_wrong(asking, parse):
        return claim, _ERRS
    if claim := asked_whether(asking, parse):
        return claim, _ASKED
    if claim := _denied(asking, parse):
        return claim, _DENIED
    if claim := _lacked(asking, parse):
        return claim, _LACKED
    at = next((n for n, t in enumerate(asking[:_BEFORE]) if t.stem in ERRING), 0)
    closed = english().words
    before = {t.stem for t in asking[:at]}
    if not before & closed["persons"] or asking[0].stem not in closed["auxiliary"] or "not" in before:
        return "", _ASKED
    rest = asking[at + 1 :]
    leading = closed["thinking"] | closed["claiming"] | _CALLING | TAKING | _LED
    led = list(takewhile(lambda t: t.stem in leading, rest))
    claim = _called(led, rest[len(led) :], parse) if led else ""
    return claim, _ERRS


def _lacked(asking: Sequence[Token], parse: Parse) -> str:
    """What is said not to be there, before a tag, as a question: "there's no machine for it, is there?"."""
    if [t.stem for t in asking[:SIZE]] != _NONE:
        return ""
    end = [t for t in asking if t.clause == asking[-1].clause]
    said = [t for t in asking[SIZE:] if t not in end]
    be = "Are there" if asking[1].text.lower() == "are" else "Is there a"
    return f"{be} {text_of(said, parse)}?" if said and is_tag(end) else ""


def _denied(asking: Sequence[Token], parse: Parse) -> str:
    """What stands behind "it isn't the case that", without a tag, as a question; or ""."""
    stems = [t.stem for t in asking if t.stem not in english().words["articles"]]
    if stems[:4] == ["it", "can", "not", "be"]:
        stems = ["it", "be", "not", *stems[4:]]
    if stems[:3] != ["it", "be", "not"] or stems[3:4] == [] or stems[3] not in SO | {"case"}:
        return ""
    at = next((n for n, t in enumerate(asking[:_FAR]) if t.stem == "that"), 0)
    end = [t for t in asking if t.clause == asking[-1].clause]
    said = [t for t in asking[at + 1 :] if t not in end or not is_tag(end)]
    return f"Is it so that {text_of(said, parse)}?" if at and len(said) >= SIZE else ""


def _put_before(asking: Sequence[Token], parse: Parse) -> str:
    """What stands before "am I wrong?", "does the article disagree?" and the like, as a question; or ""."""
    closed, clause = english().words, [t for t in asking if t.clause == asking[-1].clause]
    stems, who = [t.stem for t in clause], closed["persons"] | _SOURCES
    against = closed["disagreeing"]
    at = next((n for n, w in enumerate(stems) if w in ERRING | against | closed["untrue"] | {"base"}), 0)
    asks = 1 < at < _FAR and not who.isdisjoint(stems[1:at])
    asks = asks and (stems[0] in closed["auxiliary"] or stems[at] in against)  # "so it disagrees with me?"
    if not asks or "not" in stems or not _ROUND.issuperset(stems[at + 1 :]):
        return ""
    said = asking[: -len(clause)] or [t for t in parse.tokens if t.sentence == asking[0].sentence - 1]
    return f"{text_of(said, parse)}. Is that right?" if len(said) > 1 and said[-1].stem != "or" else ""


def _said_wrong(asking: Sequence[Token], parse: Parse) -> str:
    """What stands before "is this false?", or behind "is it a myth that", as a question; or ""."""
    tag = [t for t in asking if t.clause == asking[-1].clause] if asking else []
    own = asking[: -len(tag)] if is_tag(tag) and len(tag) < len(asking) else asking
    stems = [t.stem for t in own if t.stem != "not"]
    wrong = ERRING | english().words["untrue"] | english().words["refuting"]
    inside, word = claim_in(asking)
    if word in wrong:
        return f"Is it so that {text_of(inside, parse)}?"
    if [t.stem for t in tag] in ([word] for word in wrong) and len(own) > SIZE:
        said = own[: -len(tag)] if own[-1] in tag else own
        return f"Is it so that {text_of(said, parse)}?" if len(said) >= SIZE else ""
    if len(stems) > 1 and denies_it(stems):
        said = before(asking, parse)
        states = bool(said) and said[0].stem not in english().words["auxiliary"] | IMPERATIVE
        return f"Is it so that {text_of(said, parse)}?" if states and len(said) > SIZE else ""
    at = next((n for n, t in enumerate(asking[:_LEAD]) if t.stem == "that" and n >= SIZE), 0)
    idle = english().words["asserting"] | {"to", "not", "tell", "me"}
    led = [t.stem for t in asking[:at] if t.stem not in idle]
    if led[-1:] == ["mistak"] and english().words["asserting"] & {t.stem for t in asking[:at]}:
        led[-1] = "wrong"  # "is it a mistake to think that ...?"
    said = asking[at + 1 :] if led and denies_it(led) else ()
    return f"Is it so that {text_of(said, parse)}?" if len(said) >= SIZE else ""


def _called(led: Sequence[Token], said: Sequence[Token], parse: Parse) -> str:
    """What is thought, or what something is called, as a question whether it is so."""
    if not said:
        return ""
    if led[-1].stem not in _CALLING:
        return f"Is it so that {text_of(said, parse)}?"
    first = said[1:] if said[0].stem in english().words["articles"] else said
    name = next((m for m in parse.mentions if first and m.start == first[0].index and m.weight > PART), None)
    rest = [t for t in said if name and t.index >= name.end]
    return f"Is {text_of([t for t in said if t not in rest], parse)} {text_of(rest, parse)}?" if rest else ""
