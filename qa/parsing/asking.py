"""Words that ask: which open a yes-or-no question, which lead to another, which only end one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qa.parsing.english import english
from qa.parsing.linking import Token

__all__ = [
    "IMPERATIVE",
    "LEAD",
    "LONG_TAG",
    "TAG",
    "WH",
    "adds_nothing",
    "asks_itself",
    "doubts",
    "is_reported",
    "is_tag",
    "leads",
    "modest",
    "supposed_in",
]

WH = frozenset(("what", "which", "where", "when", "why", "how", "who", "whom", "whos", "wher", "wich"))
IMPERATIVE = frozenset(
    ("list", "name", "give", "tell", "show", "explain", "describ", "defin", "compar", "rank", "count")
)
TAG = 2  # words of a tag such as "right?" or "is it?", which asks nothing of its own
LONG_TAG = 3  # words of the longest tag: "isn't it?"
LEAD = 4  # words from one that leads to a question to that question: "ask you once more which"
_EMPTY = ("auxiliary", "tag_subjects", "people", "articles", "affirming", "upholding")


_JOINTS = frozenset(("and", "or", "but", "so", "then"))
_MODEST = 8  # words of the longest clause in which one doubts oneself: "correct me if I am wrong, but"


def is_reported(word: Token, clause: Sequence[Token]) -> bool:
    """Whether a question word asks nothing: "that's what my teacher said", "for a client who squats".

    Nor does one after "whether": "whether it does anything for how stable they are".
    """
    words, at = english().words, word.index - clause[0].index
    if word.stem == "who":  # "by who?", "tell me who"
        leading = words["before"] | words["leading"] | words["joining"] | words["auxiliary"] | IMPERATIVE
        return 0 < at < len(clause) - 1 and clause[at - 1].stem not in leading | _JOINTS
    before = [t.stem for t in clause[: max(0, at)]]
    if "whether" in before and _JOINTS.isdisjoint(before[before.index("whether") + 1 :][-1:]):
        return True
    if at < 2 or clause[at - 1].stem != "be" or len(clause) <= at + 1:
        return False
    spoken = word.stem == "what" and clause[at + 1].stem in words["articles"] | words["people"]
    return (clause[at - 2].stem in words["reporting"] and len(clause) > at + TAG) or spoken


def modest(words: Sequence[Token]) -> Sequence[Token]:
    """The words, up to a "but", by which one only doubts oneself: "tell me I'm wrong, but"."""
    closed, stems = english().words, [t.stem for t in words[:_MODEST]]
    if "but" not in stems:
        return ()
    before = stems[: stems.index("but")]
    doubt = closed["misreading"] | closed["daft"] | english().faulty
    own = closed["people"] | closed["self"]
    said = all(stem in doubt | own or english().is_plain(stem) for stem in before)
    return words[: len(before) + 1] if said and doubt & set(before) and own & set(before) else ()


def asks_itself(words: Sequence[Token]) -> bool:
    """Whether words open a yes-or-no question, and none that leads to another: "may I ask which ..."."""
    closed, stems = english().words, [t.stem for t in words]
    if len(stems) < 2 or stems[0] not in closed["auxiliary"]:
        return False
    after = [stem for stem in stems[1:3] if stem not in ("not", "you")]
    opens = stems[1] not in ("you", "not", "no") or not closed["asserting"].isdisjoint(stems[2:4])
    opens |= stems[:2] == ["be", "not"] and stems[2:3] != ["you"]  # "isn't the gastrocnemius what ..."
    return opens and bool(after) and not leads(stems)


def leads(stems: Sequence[str]) -> bool:
    """Whether one of the last words leads to a question; what one has "a say" or "no say" in is none."""
    words = english().words
    nouns = words["articles"] | {"any", "no", "some"}
    return any(
        stem in words["leading"] and not (at and stems[at - 1] in nouns)
        for at, stem in enumerate(stems[-LEAD:], max(0, len(stems) - LEAD))
    )


def is_tag(words: Sequence[Token]) -> bool:
    """Whether words ask if what stands before them is so: "right", "isn't it", "do they"."""
    closed, stems = english().words, [t.stem for t in words]
    if not stems or len(stems) > LONG_TAG:
        return False
    inverted = (
        stems[0] in closed["auxiliary"]
        and stems[-1] in closed["tag_subjects"]
        and set(stems[1:-1]) <= {"not"}
    )
    return inverted or closed["affirming"].issuperset(stems)


def adds_nothing(words: Sequence[Token]) -> bool:
    """Whether words say nothing of their own, only ask about what was said: "is that what they say"."""
    closed = english().words
    return frozenset[str]().union(*(closed[name] for name in _EMPTY)).issuperset(t.stem for t in words)


def doubts(words: Sequence[Token]) -> bool:
    """Whether words ask no more than whether one is mistaken: "or did I misread that", "or am I wrong"."""
    closed, (first, *rest) = english().words, [t.stem for t in words]
    if first != "or" or len(rest) < LONG_TAG or rest[0] not in closed["auxiliary"]:
        return False
    erring = closed["misreading"] | english().faulty
    subject = closed["people"] | closed["articles"] | closed["tag_subjects"]
    return rest[1] in subject and not erring.isdisjoint(rest) and len(rest) <= LONG_TAG + LEAD


def supposed_in(words: Sequence[Token]) -> frozenset[int]:
    """The words of a case that stands before what is asked of it: "if I can't feel it, does it mean ..."."""
    closed, stems = english().words, [t.stem for t in words]
    if stems[:1] not in (["if"], ["when"]):
        return frozenset()
    subjects = closed["tag_subjects"] | closed["people"] | closed["articles"]
    asking = (
        n
        for n, (one, other) in enumerate(pairwise(stems))
        if n > 1 and one in closed["auxiliary"] and other in subjects
    )
    return frozenset(t.index for t in words[: next(asking, 0)])
