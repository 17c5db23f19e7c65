"""Words beside a name that say whether a thing is there: "is taken", "is out this month", "is free"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qa.parsing.english import english
from qa.parsing.linking import Mention, Token

__all__ = [
    "UNAVAILABLE",
    "barred_by",
    "denies_another",
    "has_object",
    "is_bare",
    "is_free",
    "is_gone",
    "is_there",
    "is_untried",
    "leaves_over",
]

UNAVAILABLE = frozenset(
    ("taken", "occupied", "busy", "broken", "unavailable", "gone", "missing", "broke")
)  # not "go"
_LIKEWISE = (["so", "be"], ["so", "have"])
_TOO = frozenset(("too", "also"))
_ABSENT = ["not", "exist"]  # "the donkey machine doesn't exist here"
_FREE = frozenset(("free", "available"))
_TURNED = frozenset(("toe", "foot", "heel"))  # what is "out" in another sense
_ASKING = frozenset(("which", "what"))  # "which exercise is out?" asks
_BEFORE = frozenset(("and", "or", "nor"))  # what may follow such a word, if it does not end its clause
_SPARED = frozenset(("leav", "left", "let"))  # with "alone", do nothing to what stands between
_LEAVING = frozenset(("leav", "left"))
_TRIED = frozenset(("done", "used", "tried"))  # in any other form they tell what is never to be done
_TIMES = frozenset(("this", "today", "tonight", "now", "for", "until", "since", "so", "down"))


def is_gone(rest: Sequence[Token], after: Sequence[Token], name: Mention, tokens: Sequence[Token]) -> bool:
    """Whether the first word of the `rest` of what comes `after` a name says so at the end of its clause.

    Or what stands before it says that it is like another: "the leg press is taken, so is the donkey machine".
    """
    if _is_gone_too(name, rest, tokens) or [t.stem for t in rest[:2]] == _ABSENT:
        return True
    if not rest:
        return False
    word = rest[0]
    named = {tokens[i].stem for i in name.words}
    out = word.stem == "out" and tokens[word.index - 1].stem == "be" and not _TURNED.issuperset(named)
    out = out and not any(t.stem in _ASKING for t in tokens[: word.index] if t.sentence == word.sentence)
    if not out and word.text.lower() not in UNAVAILABLE:
        return False
    return word is after[-1] or tokens[word.index + 1].stem in _BEFORE | _TIMES


def _is_gone_too(name: Mention, rest: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether a thing is gone as the one before it is: "is taken, and so is the ...", "the ... is too"."""
    before = [t for t in tokens[: name.start] if t.sentence == tokens[name.start].sentence]
    while before and before[-1].stem in english().words["articles"]:
        before.pop()
    likewise = [t.stem for t in before[-2:]] in _LIKEWISE or (
        bool(rest) and rest[0].stem in _TOO and rest[0].index > name.end and rest[0] is rest[-1]
    )
    return likewise and any(t.text.lower() in UNAVAILABLE for t in before)


def is_bare(denial: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a "not" ends its clause after an auxiliary and denies what was said before: "which don't?"."""
    verb, after = tokens[denial.start - 1], tokens[denial.end : denial.end + 1]
    ends = denial.start > 0 and any(t.clause != verb.clause for t in after)
    return ends and tokens[denial.start].stem == "not" and verb.stem in english().words["auxiliary"]


def has_object(excluding: Token, after: Sequence[Token]) -> bool:
    """Whether what excludes has a pronoun for its object: "without it for the inner calf"."""
    joined = any(t.stem in _BEFORE for t in after)
    return excluding.stem == "without" and after[0].stem in ("it", "them") and not joined


def is_free(after: Sequence[Token]) -> bool:
    """Whether what follows a name says that it is there, "is free", or alone is: "machines only"."""
    here = [t for t in after if (t.clause, t.sentence) == (after[0].clause, after[0].sentence)]
    if len(here) == 1 and here[0].stem in english().words["limiting"]:
        return True
    return len(here) > 1 and here[0].stem == "be" and here[1].text.lower() in _FREE


def leaves_over(name: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a verb for neglecting only says what there still is: "which does that leave me with?"."""
    after = tokens[name.end : name.end + 1]
    persons = english().words["people_meant"] | english().words["people"]
    leaves = len(name.words) == 1 and tokens[name.start].stem in _LEAVING
    return leaves and any(t.stem in persons for t in after)


def is_untried(denial: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a "never" only says that somebody is new to what follows: "I've never used a leg press"."""
    before, after = tokens[: denial.start][-1:], tokens[denial.end : denial.end + 1]
    by_whom = english().words["people"] | {"have", "has", "ve"}
    lone = all(t.stem in by_whom or t.sentence != tokens[denial.start].sentence for t in before)
    return denial.form == "never" and lone and any(t.text.lower() in _TRIED for t in after)


def denies_another(gap: Sequence[Token]) -> bool:
    """Whether a "not" denies what stands before a name, and not the name.

    As in "doesn't mind sitting on me", "is a machine not necessary for donkey raises?", or "the one that
    isn't broken is the leg press".
    """
    words, stems = english().words, [t.stem for t in gap]
    if any(t.text.lower() in UNAVAILABLE for t in gap[:1]):
        return True
    minded = not words["minding"].isdisjoint(stems[:2])
    needed = next((n for n, stem in enumerate(stems) if stem in words["needing"]), len(stems))
    gone = any(t.text.lower() in UNAVAILABLE for t in gap[:1])  # "the one that isn't broken is the leg press"
    return minded or gone or not words["needed_for"].isdisjoint(stems[needed + 1 : needed + 2])


def _is_all(before: Sequence[Token]) -> bool:
    """Whether what leads to a name says that nothing else is there: "the only thing open is the ..."."""
    words, rest = english().words, list(before)
    while rest and rest[-1].stem in words["articles"]:
        rest.pop()
    pairs = [(a, b) for a, b in pairwise(rest) if a.stem == "not" and b.text.lower() in UNAVAILABLE]
    rest = [t for t in rest if all(t not in pair for pair in pairs)]  # "isn't broken"
    stems = [t.stem for t in rest]
    lacking = words["lacking"] | words["neglecting"] | words["away"]
    gone = any(t.text.lower() in UNAVAILABLE for t in rest)
    alone = "only" in stems or (bool(pairs) and "one" in stems)
    return stems[-1:] == ["be"] and alone and not gone and lacking.isdisjoint(stems)


def is_there(name: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a thing is said to be there, or to be all that there is."""
    here = tokens[name.start].sentence
    before = [t for t in tokens[: name.start] if t.sentence == here]
    if is_free(tokens[name.end :]) and not any(t.stem in _SPARED for t in before):
        return True  # "leaves the knee alone" is not "the machine alone"
    return _is_all(before) or _is_one(name, tokens)


def _is_one(name: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a name is counted as there: "hotel gym: one leg press", not "not one machine"."""
    before = [t.stem for t in tokens[max(0, name.start - 2) : name.start]]
    if not name.of("entity") or before[-1:] != ["one"] or not english().words["lacking"].isdisjoint(before):
        return False
    return all(t.text.lower() not in UNAVAILABLE for t in tokens[name.end :])


def barred_by(clause: Sequence[Token], denials: set[int]) -> set[int]:
    """The denials in a clause, a word that bars among them: "impossible without"; two undo one another."""
    barred = {t.index for t in clause if t.stem in english().words["barring"]}
    if not barred:
        return denials
    return set() if denials & {t.index for t in clause} else denials | barred
