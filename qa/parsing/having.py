"""What somebody does already, beside a question for what is still missing.

"I do standing raises and donkeys. Which exercise would complete the plan?" asks for neither of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import PART, Mention, Token
from qa.parsing.outline import Outline
from qa.vocabulary import CALF

__all__ = ["has_enough", "is_covered", "is_had", "is_ruled_out", "is_well"]

_EXERCISES = frozenset((CALF.EXERCISE, CALF.CALF_RAISE))
_SORT = frozenset(("any", "sort", "kind", "type", "of"))
_AFTER = 5  # words from a muscle through what is said of it: "is coming along nicely"
_VERB = 2  # words from it through the verb
_SAID = 3  # words behind a muscle among which one says how it does: "outer head is fine"
_NEAR = 3  # words from "only" to what it limits


def is_had(name: Anchor, outline: Outline) -> bool:
    """Whether a question tells that somebody does what is named, and asks which thing is still missing."""
    return outline.wh in ("which", "what") and _asks_more(outline.asking) and _is_done(name, outline)


def has_enough(name: Anchor, outline: Outline) -> bool:
    """Whether a question has a muscle already, and asks what to add: "the plan covers only the soleus"."""
    words, stems = english().words, {t.stem for t in outline.asking}
    if not (_asks_more(outline.asking) or (stems & words["sparing"] and stems & words["neglecting"])):
        return False
    before = outline.tokens[max(0, name.mention.start - _NEAR) : name.mention.start]
    after = outline.tokens[name.mention.end : name.mention.end + _NEAR]
    already = any(t.stem == "already" for t in (*before, *after))
    limits = words["limiting"] | words["barely"]
    return already or name.polarity == "only" or any(t.stem in limits for t in before)


def is_covered(name: Anchor, outline: Outline) -> bool:
    """Whether a muscle needs no more: all that somebody does is for it, or it is the fine one of two."""
    lists = outline.wh in ("which", "what", "where")
    return name.bodily and (_is_all(name, outline) or (lists and _is_outdone(name, outline)))


def _is_all(name: Anchor, outline: Outline) -> bool:
    """Whether a question tells that all which somebody does is for a muscle, and asks what is missing."""
    words = english().words
    whole = not (words["whole"] | words["limiting"]).isdisjoint(_said_beside(name, outline))
    return whole and is_had(name, outline)


def is_well(name: Anchor, outline: Outline) -> bool:
    """Whether a muscle is said to be fine, beside another one: "my inner calf is big, the outside isn't"."""
    if not name.bodily:
        return False
    words, last = english().words, outline.tokens[name.mention.end - 1]
    after = [t.stem for t in outline.clause_of(last) if 0 < t.index - last.index <= _AFTER]
    place = next((n for n, stem in enumerate(after) if stem in words["thriving"]), 0)
    verbs = words["auxiliary"] | words["coming"]
    before = after[:place]
    if verbs.isdisjoint(before[:_VERB]) or not words["lacking"].isdisjoint(before):
        return False
    others = words["counterpart"] | words["beside"]
    named = {i for m in outline.parse.mentions if m.of("entity") and m.weight > PART for i in m.words}
    later = (t for t in outline.tokens if t.index > last.index)
    return any(t.stem in others or t.index in named for t in later)


def _is_outdone(name: Anchor, outline: Outline) -> bool:
    """Whether a muscle is the fine one of two, the other being weak: "a strong gastroc but a weak soleus"."""
    if not _is_called(name.mention, "thriving", outline):
        return False
    muscles = (m for m in outline.parse.mentions if m.of("entity") and name.words.isdisjoint(m.words))
    return any(_is_called(mention, "flagging", outline) for mention in muscles)


def _is_called(name: Mention, group: str, outline: Outline) -> bool:
    """Whether a word of a group is said of a name: right before it, or behind it in its clause."""
    words, tokens = english().words, outline.tokens
    if name.start and tokens[name.start - 1].stem in words[group]:
        return True
    clause = outline.clause_of(tokens[name.end - 1])
    after = [t.stem for t in clause if name.end <= t.index < name.end + _SAID]
    denied = not words["lacking"].isdisjoint(after)
    return not denied and not words[group].isdisjoint(after)


def is_ruled_out(name: Anchor, outline: Outline) -> bool:
    """Whether a kind of thing is denied as such: "isn't any sort of raise", not "don't bounce in raises"."""
    passed = english().words["articles"] | _SORT
    ends = (m.end for m in outline.operators("exclude") if m.end <= name.mention.start)
    gaps = (outline.tokens[end : name.mention.start] for end in ends)
    exercises = not _EXERCISES.isdisjoint(name.classes)
    return exercises and name.polarity == "out" and any(all(t.stem in passed for t in gap) for gap in gaps)


def _asks_more(asking: Sequence[Token]) -> bool:
    """Whether a question asks for what is still missing: "what do I add?", "which one evens that out?"."""
    words, stems = english().words, {t.stem for t in asking}
    rounds = stems & words["rounding"] and stems & (words["away"] | words["needing"])
    return bool(stems & (words["adding"] | words["remaining"]) or rounds)


def _said_beside(name: Anchor, outline: Outline) -> frozenset[str]:
    """The stems of what is said in the sentence of a name, before the question starts."""
    start = max(outline.wh_index, outline.asking[0].index) if outline.asking else 0
    here = outline.tokens[name.mention.start]
    told = (t for t in outline.tokens[:start] if t.sentence == here.sentence)
    return frozenset(t.stem for t in told) if here.index < start else frozenset()


def _is_done(name: Anchor, outline: Outline) -> bool:
    """Whether what is said before the question tells that somebody does what is named, and denies nothing."""
    words, told = english().words, _said_beside(name, outline)
    somebody = words["self"] | words["persons"] | words["people"] | words["anybody"]
    return bool(told & words["doing"]) and bool(told & somebody) and told.isdisjoint(words["lacking"])
