"""Words that are not meant literally: what "hurts my gains" is no pain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, zip_longest

from qa.parsing.english import english
from qa.parsing.linking import PART, Mention, Token
from qa.parsing.stemming import stem

__all__ = ["figurative", "limiting", "names_nothing"]

_BACK_SEAT = ("back", "sit")  # the stem of a seat is that of sitting
_WASTING, _PULLED, _SORE, _PAIN = "wasting", "pulled", "sore", "pain"
_REACH = 3  # words from "hurt" to what it hurts: "hurt my calf growth"


def figurative(tokens: Sequence[Token]) -> frozenset[int]:
    """Where words of pain are said of what training is for: "does a short range hurt my gains?".

    And where a price is no money, "does going too heavy cost me range of motion?", a doctor only says
    something, "what would a doctor call it?", or what is wasted is no muscle: "a waste of my time".
    """
    return frozenset(
        chain(
            *(
                rule(tokens)
                for rule in (_hurting, _costing, _saying, _wasting, _unhurt, _denied, _bothering, _fearing)
            )
        )
    )


def _denied(tokens: Sequence[Token]) -> Iterator[int]:
    """Where a sentence before the last says that there is no pain: "nothing hurts so far"."""
    medical, none, last = english().medical, english().words["lacking"], tokens[-1].sentence if tokens else 0
    for before, token in pairwise(tokens):
        if before.stem in none and token.stem in medical and token.sentence < last:
            yield token.index


def _unhurt(tokens: Sequence[Token]) -> Iterator[int]:
    """Where a "sore point" is a matter, and who pulls has not pulled a muscle: "pull day"."""
    matters = english().words["matters"]
    for token, after in zip_longest(tokens, tokens[1:]):
        pulls = token.stem == stem(_PULLED) and token.text.lower() != _PULLED
        if pulls or (token.stem == _SORE and after is not None and after.stem in matters):
            yield token.index


def _bothering(tokens: Sequence[Token]) -> Iterator[int]:
    """Where a pain is only a bother: "a pain to grow", "a pain in the neck"."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before.stem == "a" and token.stem == _PAIN and after.stem in ("to", "in"):
            yield token.index


def _fearing(tokens: Sequence[Token]) -> Iterator[int]:
    """Where a pain is only feared: "scared of hurting my knees"."""
    afraid, medical = english().words["fearing"], english().medical
    for n, token in enumerate(tokens):
        if token.stem in medical and any(t.stem in afraid for t in tokens[max(0, n - _REACH) : n]):
            yield token.index


def _wasting(tokens: Sequence[Token]) -> Iterator[int]:
    """Where something is wasted that somebody has: a muscle is only "wasting", by itself."""
    words = english().words
    wasted = words["articles"] | words["lasting"] | words["dated"] | {"time"}
    for token, after in zip_longest(tokens, tokens[1:]):
        if token.stem == stem(_WASTING) and (
            token.text.lower() != _WASTING or (after and after.stem in wasted)
        ):
            yield token.index


def _saying(tokens: Sequence[Token]) -> Iterator[int]:
    """Where a doctor only says something, or how something is called is asked in his words."""
    words = english().words
    said = words["answering"] | words["naming"] | words["calling"]
    for n, token in enumerate(tokens):
        if token.stem in words["healers"]:
            near = (*tokens[max(0, n - _REACH) : n], *tokens[n + 1 : n + _REACH])
            if any(t.stem in said and t.sentence == token.sentence for t in near):
                yield token.index


def _costing(tokens: Sequence[Token]) -> Iterator[int]:
    """Where a price is paid by somebody in what is no money: a word of content follows who pays."""
    words, plain = english().words, english().function
    costing = (t.index for t in tokens[:-2] if t.stem in words["costing"])
    for token, payer, *after in (tokens[n : n + 2 + _REACH] for n in costing):
        costs = payer.stem in words["people_meant"]
        lost = next((t for t in after if t.stem not in words["articles"]), payer)
        if (
            costs
            and lost.stem not in plain
            and (lost.sentence, lost.clause) == (token.sentence, token.clause)
        ):
            yield token.index


def _hurting(tokens: Sequence[Token]) -> Iterator[int]:
    """Where a word of pain has an object that nothing can hurt."""
    words = english().words
    lead = words["articles"] | {"calf", "muscl"}
    for n, token in enumerate(tokens):
        if token.stem in words["hurting"]:
            for after in tokens[n + 1 : n + 1 + _REACH]:
                if after.stem in words["furthered"] and after.sentence == token.sentence:
                    yield token.index
                if after.stem not in lead:
                    break


def limiting(operators: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """The words that say what there is and no more; not "I've just got back", which says when."""
    lately = english().words["lately"]
    after = ([t.stem for t in tokens[m.end : m.end + 2] if t.stem != "get"][:1] for m in operators)
    return tuple(m for m, stems in zip(operators, after, strict=True) if lately.isdisjoint(stems))


def names_nothing(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a name is of words of "a back seat", or of coming back, or of leaving somebody something."""
    figures = (_takes_back_seat, _comes_back, _leaves_somebody)
    return any(figure(mention, tokens) for figure in figures)


def _leaves_somebody(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a word for what is neglected only says what there is: "what does that leave me?"."""
    words = english().words
    word, after = tokens[mention.end - 1], [t.stem for t in tokens[mention.end : mention.end + 2]]
    left = mention.weight <= PART and word.stem in words["neglecting"] and word.stem in words["bequeathing"]
    return left and after[:1] != [] and after[0] in words["people_meant"] and "out" not in after


def _comes_back(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a "back" goes with a verb before it and a word that leads on: "got back into", "am back at"."""
    near = tokens[max(0, mention.end - 2) : mention.end + 1]
    before, back, after = ([t.stem for t in near] + [""] * 3)[:3]
    words = english().words
    return back == _BACK_SEAT[0] and before in words["returning"] and after in words["returning_to"]


def _takes_back_seat(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a name is of words of "a back seat", which is nobody's back and no seat."""
    start = min(max(mention.start - 1, 0), len(tokens) - 1)
    pairs = zip(tokens[start : mention.end], tokens[start + 1 : mention.end + 1], strict=False)
    found = ({a.index, b.index} for a, b in pairs if (a.stem, b.stem) == _BACK_SEAT)
    return any(pair & set(mention.words) for pair in found)
