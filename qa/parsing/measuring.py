"""Denials that only say how much: "not only the soleus", "isn't the only one", "nothing more than a head"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.parsing.english import english
from qa.parsing.linking import Mention, Token

__all__ = [
    "denies_share",
    "grants",
    "has_no_object",
    "is_not_only",
    "is_of_most",
    "measures",
    "stands_apart",
    "trails",
]

_BEYOND = frozenset(("more", "less", "fewer", "other"))  # with "than", after a denial
_REACH = 3  # words from a denial to what it denies: "isn't the only"


def measures(denial: Token, tokens: Sequence[Token]) -> bool:
    """Whether a "not" or "no" denies no name, only that it is all, or that there is more."""
    words = english().words
    after = [t.stem for t in tokens[denial.index + 1 : denial.index + 1 + _REACH]]
    while after and after[0] in words["articles"]:
        after.pop(0)
    if not after:
        return False
    return after[0] in words["merely"] | words["limiting"] or (after[0] in _BEYOND and after[1:2] == ["than"])


def grants(denial: Token, tokens: Sequence[Token]) -> bool:
    """Whether a denial denies nothing that follows: "no wonder", "no, I meant", "not useless", "not only".

    Nor does what "sets" one thing "apart from" another.
    """
    words, after = english().words, tokens[denial.index + 1 : denial.index + 2]
    taken_back = words["retracting"] if denial.stem == "no" else frozenset()
    granted = words["granting"] | taken_back | english().worthless
    return any(t.stem in granted for t in after) or measures(denial, tokens) or _sets_apart(denial, tokens)


def denies_share(denial: Token, tokens: Sequence[Token]) -> bool:
    """Whether a "no" denies that one thing has to do with another: "plays no part in", "no link between".

    Not where it adds to what is said: "they cost work, but have no bearing on injury" sets that apart.
    """
    words, after = english().words, tokens[denial.index + 1 : denial.index + 1 + _REACH]
    stems = [t.stem for t in after if t.stem not in words["greatly"] and t.sentence == denial.sentence]
    before = {t.stem for t in tokens[: denial.index] if t.sentence == denial.sentence}
    share = denial.stem == "no" and bool(stems) and stems[0] in words["sharing_in"]
    return share and before.isdisjoint(("but", "and")) and not words["leading_on"].isdisjoint(stems[1:2])


def stands_apart(name: Mention, excepting: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a name stands in a clause before the one that ends with an exception: "..., form excepted"."""
    here, there = tokens[excepting.start], tokens[name.start]
    between = {t.stem for t in tokens[name.end : excepting.start]}
    excepted = here.stem in english().words["excepted"] and here.clause != there.clause
    return excepted and between.isdisjoint(("and", "or", "nor"))


def trails(excepting: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a word that excepts something stands after it: "form excepted", not "except form"."""
    word = tokens[excepting.start]
    told = word.text.lower()
    return word.stem not in english().words["excepted"] or told.endswith("ed") or told == "aside"


def is_not_only(limit: Token, tokens: Sequence[Token]) -> bool:
    """Whether a word for "only" is denied: "not only the soleus does", "that's not the only one"."""
    words = english().words
    before = [t for t in tokens[max(0, limit.index - _REACH) : limit.index] if t.clause == limit.clause]
    passed = words["articles"] | {"be", "do"}
    return any(
        t.stem in words["denying"] and all(between.stem in passed for between in before[n + 1 :])
        for n, t in enumerate(before)
    )


def _sets_apart(last: Token, tokens: Sequence[Token]) -> bool:
    """Whether the last word of "apart from" only tells what one thing is set apart from by something."""
    clause = [t.stem for t in tokens[: last.index] if t.sentence == last.sentence]
    return clause[-1:] == ["apart"] and not english().words["setting_apart"].isdisjoint(clause)


def is_of_most(word: Token, tokens: Sequence[Token]) -> bool:
    """Whether a "most" only leaves a little out: "takes most of the load off"."""
    return word.stem == "most" and [t.stem for t in tokens[word.index + 1 : word.index + 2]] == ["of"]


def has_no_object(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether a word for more or less makes nothing more or less: "before I lower on the raise"."""
    words = english().words
    before = [t.stem for t in tokens[max(0, verb.index - 1) : verb.index]]
    if before in (["make"], ["be"], ["get"]):
        return False  # "is it made longer by ..."
    after = [t.stem for t in tokens[verb.index + 1 : verb.index + 2] if t.sentence == verb.sentence]
    return verb.stem in words["raising"] | words["lowering"] and words["before"].issuperset(after)
