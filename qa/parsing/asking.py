"""Words that ask: which open a yes-or-no question, which lead to another, which only end one."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
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
    "announces",
    "asks_itself",
    "counts",
    "doubts",
    "inverts",
    "is_auxiliary",
    "is_reported",
    "is_tag",
    "leads",
    "modest",
    "supposed_in",
    "whether_in",
    "wishes",
]

WH = frozenset(("what", "which", "where", "when", "why", "how", "who", "whom", "whos", "wher", "wich"))
IMPERATIVE = frozenset(
    ("list", "name", "give", "tell", "show", "explain", "describ", "defin", "compar", "rank", "count")
)
TAG = 2  # words of a tag such as "right?" or "is it?", which asks nothing of its own
_PARTICIPLES = frozenset(("been", "being", "doing", "having", "done"))
_COLON = 2  # clauses that a colon ends
LONG_TAG = 3  # words of the longest tag: "isn't it?"
_NEAR = 3  # words from "most" to what is counted, but for "number of"
LEAD = 4  # words from one that leads to a question to that question: "ask you once more which"
_EMPTY = ("auxiliary", "tag_subjects", "people", "articles", "affirming", "upholding")


_SO = frozenset(("so", "right", "true", "correct"))
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
    if len(stems) < 2 or not is_auxiliary(words[0]):
        return False
    after = [stem for stem in stems[1:3] if stem not in ("not", "you")]
    opens = stems[1] not in ("you", "not", "no") or not closed["asserting"].isdisjoint(stems[2:4])
    opens |= stems[:2] == ["be", "not"] and stems[2:3] != ["you"]  # "isn't the gastrocnemius what ..."
    return opens and bool(after) and not leads(stems)


def is_auxiliary(word: Token) -> bool:
    """Whether a word is a verb that may open a question: not "been doing nothing but ..."."""
    return word.stem in english().words["auxiliary"] and word.text.lower() not in _PARTICIPLES


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
    if len(stems) > TAG and stems[-1] in _SO and stems[-TAG] in closed["tag_subjects"]:
        stems = stems[:-1]  # "isn't that so", "is that right"
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


def whether_in(words: Sequence[Token]) -> int:
    """Where words begin to ask if something is so: "tell me if ...", "wondering whether ..."; else -1."""
    if [t.stem for t in words[:1]] == ["whether"]:
        return words[0].index
    leading = english().words["leading"] | english().words["confirming"]
    asking = (
        b.index
        for z, a, b in zip(words, words[1:], words[2:], strict=False)
        if b.stem == "whether" or (b.stem == "if" and (a.stem in leading or {a.stem, z.stem} & leading))
    )
    return next(asking, -1)


def wishes(words: Sequence[Token]) -> bool:
    """Whether words open a statement without its "I": "don't want it seated"."""
    stems = [t.stem for t in words[:LONG_TAG]]
    wishing = english().words["wishing"]
    return len(stems) == LONG_TAG and stems[:2] == ["do", "not"] and stems[2] in wishing


def inverts(verb: Token, after: Token) -> bool:
    """Whether a verb stands before its subject: "do I lock", "with toes in does the outer head work"."""
    closed = english().words
    if verb.stem in closed["inverting"] and after.stem in closed["people"]:
        return True
    ending = verb.stem == "do" and verb.text.lower() == "do"  # "the way to do the raise"
    modal = verb.stem in closed["auxiliary"] - {"be", "have"} and not ending
    subject = closed["articles"] | closed["quantified"] | closed["tag_subjects"]
    return modal and verb.clause == after.clause and after.stem in subject


def announces(word: Token, after: Token) -> bool:
    """Whether a colon parts two words of a sentence: it counts as the end of two clauses."""
    return word.sentence == after.sentence and after.clause - word.clause == _COLON


def counts(words: Sequence[Token], ends: AbstractSet[str]) -> bool:
    """Whether one of the stems `ends` stands before what is counted: "the most calf sets"."""
    counted = english().words["counted"]
    said = [t for t in words if t.stem not in ("number", "of")]
    return any(
        t.stem in ends and any(after.stem in counted for after in said[n + 1 : n + 1 + _NEAR])
        for n, t in enumerate(said)
    )
