"""Frames in which a claim is asked about: "true or false", "would it be fair to say that", "is he right?".

None of them changes what is so. The claim is taken out, and asked about plainly.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from qa.parsing.asking import IMPERATIVE, WH, modest, whether_in
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.nlp import Parse
from qa.parsing.stemming import stem

__all__ = ["ERRING", "SIZE", "SO", "TAKING", "asked_whether", "before", "claim_in", "denies_it", "text_of"]

_EITHER: Final = frozenset(
    (
        *(("true", "or", "fals"), ("fact", "or", "myth"), ("fact", "or", "fiction"), ("myth", "or", "fact")),
        *(("right", "or", "wrong"), ("correct", "or", "incorrect"), ("agree", "or", "disagree")),
        *(("yes", "or", "no"), ("yea", "or", "nay")),
    )
)
_CHECKING: Final = frozenset(("check", "verify", "verifi", "confirm"))
_LEADING: Final = frozenset(("quick", "please", "just", "fact", "sanity", "can", "you"))
_CHECK: Final = 4  # words up to "check"
_TAG: Final = 4  # words of "isn't that so"
_STUDIES: Final = frozenset(
    map(stem, "evidence proof prove proven verify establish find found show suggest support".split())
)  # of research
_IS_IT_RIGHT: Final = ["be", "that", "right"]  # plain enough
_PLAINLY: Final = ["be", "it", "so"]  # how a claim is asked about at last
_FRAMING: Final = frozenset(("it", "fair", "safe", "so", "to", "fact", "reasonable", "concur", "confirm"))
_RUMOUR: Final = frozenset(("there", "ther", "any", "in", "claim", "rumour", "rumor", "idea", "notion"))
_WINNING: Final = frozenset("win accurate legit summary statement claim fair spot point truth".split())
_ANSWERS: Final = frozenset(map(stem, "answer summary statement claim note theory conclusion".split()))
#: Beside those: "did I tell him the truth".
_TELLING: Final = frozenset("tell say the mark count accept pass".split())
_CLAIMED: Final = frozenset(map(stem, "claim idea notion statement belief theory view".split()))
_FEW: Final = 2  # words of "correct summary?"
_LEADS: Final = frozenset(
    (
        *(("surely",), ("be", "you", "sure"), ("accord", "to", "the", "articl")),
        *(("accord", "to", "the", "author"), ("accord", "to", "the", "text")),
        *(("just", "to", "be", "sure"), ("to", "be", "sure"), ("just", "to", "be", "clear")),
    )
)
_CLAIM: Final = 16  # words of a claim
_FRAME: Final = 9  # words up to the "that" of a frame
_HOW_TRUE: Final = ["how", "true", "be", "it", "that"]
_TAGS: Final = frozenset(("right", "correct"))
_NO_TAG: Final = frozenset(("the", "to", "that", "my", "your"))  # "to the right", "get it right"
ERRING: Final = frozenset(("wrong", "mistaken", "incorrect", "lie"))
SIZE: Final = 3  # words of each
_IT: Final = frozenset(("it", "that", "this"))
SO: Final = frozenset(("so", "right", "true", "correct"))
TAKING: Final = frozenset(("assum", "suppos", "consider", "pictur", "imagin", "figur"))
_LONG: Final = 5  # words of a statement with a "right" behind it
_FAR: Final = 6  # words of "is what she told me right", and up to "says"


def asked_whether(asking: Sequence[Token], parse: Parse) -> str:
    """What stands before or behind a "true or false", as a question whether it is so; "" without.

    Or before ", or is that wrong?", which asks the same, and behind "how true is it that".
    """
    stems = tuple(t.stem for t in asking)
    if stems in _EITHER:
        said = _reported(before(asking, parse), parse) or before(asking, parse)
    elif tuple(t.stem for t in before(asking, parse)) in _EITHER:
        said = asking
    elif stems[-SIZE:] in _EITHER:
        said = asking[:-SIZE]
    elif stems[:SIZE] in _EITHER:
        said = asking[SIZE:]
    elif [*stems[: len(_HOW_TRUE)]] == _HOW_TRUE:
        said = asking[len(_HOW_TRUE) :]
    elif (at := _checked(stems)) or (at := _framed(asking)) or (at := _led(asking, parse)):
        said = asking[at:]
    elif inside := _inside(asking):
        said = [*inside]
    elif _bears_out(asking):
        said = [*_reported(before(asking, parse), parse)]
    elif _is_doubted(asking) or _is_affirmed(asking):
        said = [t for t in asking if t.clause != asking[-1].clause]
    elif _is_tagged(stems) and not parse.questions:
        said = asking[:-1]
    else:
        return ""
    if not said:
        return ""
    asks = said[0].stem in english().words["auxiliary"]
    return f"{'' if asks else 'Is it so that '}{text_of(said, parse)}?"


def _framed(asking: Sequence[Token]) -> int:
    """Where that begins which is asked for in a longer frame: "would it be fair to say that"; 0 without."""
    stems, closed = [t.stem for t in asking], english().words
    if stems[:SIZE] == _PLAINLY or asking[0].stem not in closed["auxiliary"] | {"it", "tell"}:
        return 0
    at = next((n for n, word in enumerate(stems[:_FRAME]) if word == "that" and n >= SIZE - 1), 0)
    whether = whether_in(asking)
    at = at or (whether - asking[0].index if whether >= 0 else 0)
    head = asking[:at]
    frame = closed["auxiliary"] | closed["asserting"] | closed["bearing_out"] | closed["upholding"]
    frame |= closed["leading"] | closed["people"] | closed["articles"] | _FRAMING | _RUMOUR
    idle = at and frame.issuperset(t.stem for t in head) and _STUDIES.isdisjoint(t.stem for t in head)
    return at + 1 if idle and len(asking) > at + SIZE else 0


def _led(asking: Sequence[Token], parse: Parse) -> int:
    """Where a statement begins that is put as a question behind words that only say so; 0 without them.

    "Surely ...?", "according to the article, ...?", "correct me if I'm wrong, but ...?", "are you sure ...?"
    """
    stems, closed = [t.stem for t in asking], english().words
    doubted = len(modest(asking))
    leads = (n for n in range(SIZE + 1, 0, -1) if tuple(stems[:n]) in _LEADS)
    at = doubted or next(leads, 0)
    at += any(word == "that" for word in stems[at : at + 1]) if at else 0
    asked = asking[0].sentence in parse.questions and WH.isdisjoint(stems) and "or" not in stems
    states = len(stems) > at + SIZE and stems[at] not in closed["auxiliary"] | IMPERATIVE
    return at if at and asked and states else 0


def _bears_out(asking: Sequence[Token]) -> bool:
    """Whether a sentence of its own asks no more than whether what is before it is so: "is he right?"."""
    stems, closed = [t.stem for t in asking], english().words
    asks = len(stems) > 1 and stems[0] in closed["auxiliary"]
    frame = closed["auxiliary"] | closed["bearing_out"] | closed["people"] | closed["persons"]
    frame |= closed["people_meant"] | _IT | _WINNING | _TELLING
    wrong = ERRING | closed["untrue"] | closed["refuting"] | closed["denying"] | _STUDIES
    told = not (closed["affirming"] | _WINNING).isdisjoint(stems) and wrong.isdisjoint(stems)
    if stems == _IS_IT_RIGHT or not told or len(stems) > _FAR:
        return False
    return (asks or len(stems) <= _FEW) and frame.issuperset(stems)


def _inside(asking: Sequence[Token]) -> Sequence[Token]:
    """The claim in "if I say ..., is that right?" or "is the claim that ... true?"; empty of others."""
    claim, word = claim_in(asking)
    if word in SO:
        return claim
    stems, end = [t.stem for t in asking], [t for t in asking if t.clause == asking[-1].clause]
    asks = [t.stem for t in end[:2]] in (["be", "that"], ["be", "it"]) and end[-1].stem in SO
    if stems[:2] != ["if", "i"] or not asks or stems[2] not in english().words["claiming"]:
        return ()
    return asking[SIZE + (stems[SIZE] == "that") : -len(end)]


def claim_in(asking: Sequence[Token]) -> tuple[Sequence[Token], str]:
    """The claim in "is the claim that ... true?", and what is asked of it; empty of another question."""
    stems, closed = [t.stem for t in asking], english().words
    at = next((n for n, word in enumerate(stems[:_FAR]) if word == "that"), 0)
    head = [word for word in stems[:at] if word not in closed["articles"]]
    if head[:1] != ["be"] or len(head) != _FEW or head[1] not in _CLAIMED or len(stems) <= at + SIZE:
        return (), ""
    return asking[at + 1 : -1], stems[-1]


def _reported(said: Sequence[Token], parse: Parse) -> Sequence[Token]:
    """What somebody says, behind words for who does: "my friend says the soleus is flat"."""
    closed = english().words
    asks = closed["auxiliary"] | IMPERATIVE
    if not said or said[0].stem in asks or not WH.isdisjoint(t.stem for t in said):
        return ()
    weighing = any(t.stem in ("instead", "rather") for t in said)
    if said[0].index or weighing or ";" in text_of(said, parse) or len(said) > _CLAIM:
        return ()  # it may speak of what was said before
    answered = [n for n, t in enumerate(said) if n and t.clause != said[n - 1].clause]
    if answered and _ANSWERS & {t.stem for t in said[: answered[0]]}:
        return said[answered[0] :]  # "my exam answer was: ..."
    names = [m.start for m in parse.mentions if m.of("entity", "class") and m.start >= said[0].index]
    lead = [
        n for n, t in enumerate(said[:_FAR]) if t.stem in closed["claiming"] | closed["thinking"] | TAKING
    ]
    at = max((n + 1 for n in lead if all(start > said[n].index for start in names[:1])), default=0)
    at += any(t.stem == "that" for t in said[at : at + 1])
    return said[at:] if len(said) - at >= SIZE else ()


def _checked(stems: Sequence[str]) -> int:
    """Where that begins which somebody is to check: "quick check: ...", "verify that ..."; 0 without."""
    at = next((n for n, word in enumerate(stems[:_CHECK]) if word in _CHECKING), -1)
    if at < 0 or not _LEADING.issuperset(stems[:at]) or not WH.isdisjoint(stems):
        return 0
    at += 1 + (stems[at + 1 : at + 2] in (("that",), ("if",), ("whether",)))
    return at if len(stems) - at > SIZE else 0


def _is_doubted(asking: Sequence[Token]) -> bool:
    """Whether a sentence ends with "or is that wrong?", which says nothing of its own."""
    end = [t.stem for t in asking if t.clause == asking[-1].clause]
    doubt = end[:2] == ["or", "be"] and len(end) < len(asking)
    return doubt and (denies_it(end[1:]) or (end[2:3] == ["i"] and ERRING.issuperset(end[3:])))


def _is_affirmed(asking: Sequence[Token]) -> bool:
    """Whether a sentence ends with "isn't that so?" or "don't you think?", which ask whether it is so."""
    end = [t.stem for t in asking if t.clause == asking[-1].clause]
    if len(end) != _TAG or len(end) == len(asking) or end[1] != "not":
        return False
    so = end[0] == "be" and end[2] in _IT and end[3] in SO
    return so or (end[2] == "you" and end[3] in english().words["thinking"] | english().words["asserting"])


def _is_tagged(stems: Sequence[str]) -> bool:
    """Whether a sentence is a statement with a "right" behind it, which asks whether it is so."""
    closed = english().words
    states = (
        len(stems) > _LONG
        and stems[0] not in closed["auxiliary"] | IMPERATIVE
        and (WH - {"when"}).isdisjoint(stems)
    )
    return (
        states and stems[-1] in _TAGS and stems[-2] not in closed["auxiliary"] | closed["pronouns"] | _NO_TAG
    )


def before(asking: Sequence[Token], parse: Parse) -> Sequence[Token]:
    """The sentence before the one that asks."""
    return [t for t in parse.tokens if t.sentence == asking[0].sentence - 1]


def denies_it(stems: Sequence[str]) -> bool:
    """Whether words ask no more than whether something is wrong: "is this false", "is that a myth"."""
    closed = english().words
    wrong = ERRING | closed["untrue"] | closed["refuting"]
    if [*stems[1:2]] == ["be"] and stems[0] in _IT:
        stems = [stems[1], stems[0], *stems[2:]]  # "that's wrong"
    rest = [word for word in stems[2:] if word not in closed["articles"]]
    return stems[0] == "be" and stems[1:2] != [] and stems[1] in _IT and len(rest) == 1 and rest[0] in wrong


def text_of(words: Sequence[Token], parse: Parse) -> str:
    """Words as they were typed."""
    return parse.text[words[0].offset : words[-1].offset + len(words[-1].text)]
