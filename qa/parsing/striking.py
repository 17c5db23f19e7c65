"""Verbs that take a name off a list: "cross the leg press off", "take away", "if I leave out".

Or that ask what is to be taken off it: "which one would you leave out?".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise, takewhile

from qa.parsing.asking import WH
from qa.parsing.english import english
from qa.parsing.linking import Mention, Token

__all__ = [
    "cutting_one",
    "denies",
    "dismissing",
    "is_narrowing",
    "is_no_use",
    "misfit",
    "strikes_some",
    "striking",
]

_WITHIN = 9  # words from such a verb to its particle: "cross the seated raise off"
_WEIGHT = 1.0
_PAIR = 3  # words within which a verb follows what is asked for
_ABLE = frozenset(("can", "will", "should", "must"))  # "which one can't I do?", "which won't work?"
_WORST = frozenset(("poor", "worst", "bad"))
_FOR = frozenset(("to", "for", "when", "if"))
_USES = frozenset(("use", "good", "help"))
_ONE = frozenset(("one", "a", "an"))
_ODD = ("odd", "one", "out", "for")
_NOT_ALL = frozenset(("only", "just", "so", "as", "enough", "until"))  # after "not", they deny nothing
_PAST = frozenset(("did", "has", "have", "had"))  # "which did I leave out?" asks for what is missing


def striking(tokens: Sequence[Token], drops: Sequence[Mention], named: frozenset[int]) -> list[Mention]:
    """The verbs that strike what follows them off a list, each as a mention of its own.

    Not one that the question asks about: "which one should I leave out?", "should I drop the seated raise?";
    but one that it asks of what does so: "which exercise takes the gastroc out of play?".
    `drops` are verbs that do so without a particle, `named` the words of names, which are no particle: "take
    the leg press with your toes out".
    """
    asked = {i for i in _asked(tokens) if not _is_done_by_it(tokens[i], tokens, named)}
    found = [m for m in drops if m.start not in asked]
    aside = asked | named | {m.start for m in found}
    verbs = (t for t in _parted(tokens, named) if t.index not in aside)
    return [*found, *(Mention((t.index,), (), t.text.lower(), _WEIGHT) for t in verbs)]


def is_narrowing(denial: Mention, tokens: Sequence[Token], named: frozenset[int]) -> bool:
    """Whether a "not" narrows what is named before it: "the mistakes that aren't about speed"."""
    before = [t.stem for t in tokens[max(0, denial.start - 2) : denial.start]]
    return before in (["that", "be"], ["which", "be"]) and denial.start - _PAIR in named


def strikes_some(verb: Mention, tokens: Sequence[Token]) -> bool:
    """Whether a verb strikes off those of a list that are told after it: "skip the ones about the weight"."""
    here = tokens[verb.start]
    rest = [t.stem for t in tokens[verb.end :] if (t.sentence, t.clause) == (here.sentence, here.clause)]
    after = rest[rest[:1] in (["out"], ["off"], ["away"]) :][:_PAIR]
    some = after[:2] == ["the", "one"] or after[:1] in (["thos"], ["anything"])
    leads = english().words["before"] | {"about", "that", "which", "involv"}
    return some and not leads.isdisjoint(after[1:])


def dismissing(
    tokens: Sequence[Token], sought: Mention, drops: Sequence[Mention], gone: Sequence[Mention]
) -> frozenset[int]:
    """The words by which a question asks what is to go: "which exercise would you leave out?", "... is out?".

    `sought` is what it asks for, `drops` are verbs that strike without a particle, and `gone` says of what
    stands before it that it is off a list. None of what is, or was, not left out.
    """
    words = english().words
    rest = [t for t in tokens[sought.end :] if t.sentence == tokens[sought.start].sentence]
    told = list(takewhile(lambda t: t.stem not in words["supposing"], rest))
    supposed, rest = rest[len(told) :], told
    if dropping := _dropping(rest):
        return dropping
    opens = next((n for n, t in enumerate(rest) if t.stem in words["auxiliary"]), len(rest))
    said = rest[opens + 1 : opens + 1 + _WITHIN]
    if said and rest[opens].stem in _ABLE and (unable := _unable(said)):
        return unable
    if ruled_out := said and (_struck_from(said) or _unfit(said) or _unwise([*said, *supposed[:1]])):
        return ruled_out
    if not said or rest[opens].text.lower() in _PAST:
        return frozenset()
    if rest[opens].stem == "be":
        if no_use := _no_use(said):
            return no_use
        off = next((m.words for m in gone if m.start == said[0].index), ())
        stems = english().worthless | {"out"}
        return frozenset(off) or frozenset(t.index for t in said[:1] if t.stem in stems)
    found = _verb_of(said, {m.start: m for m in drops})
    spared = any(t.stem in words["sparing"] for t in said if found and t.index < min(found))
    return frozenset() if spared else found


def cutting_one(tokens: Sequence[Token], sought: Mention, drops: Sequence[Mention]) -> frozenset[int]:
    """The words by which a question asks without "which" what is to go: "I had to cut one exercise".

    Or "one exercise has to go".
    """
    start = sought.start - 1
    if start < 0 or sought.end >= len(tokens) or tokens[start].stem not in _ONE:
        return frozenset()
    if tokens[sought.end].stem in english().words["auxiliary"]:
        after = [t.index for t in tokens[sought.end : sought.end + _PAIR] if t.stem == "go"]
        return frozenset(after) if tokens[start].stem == "one" else frozenset()
    if start and tokens[start - 1].stem in english().words["cutting"]:
        return frozenset((start - 1,))
    return next((frozenset(m.words) for m in drops if start and m.end == start), frozenset())


def misfit(asking: Sequence[Token], leading: frozenset[int]) -> frozenset[int]:
    """The words by which a question asks for what fits least: "the wrong pick", "odd one out for".

    Or for what is "pointless for the soleus", whatever words are `leading` up to that.
    """
    words, asking = english().words, [t for t in asking if t.index not in leading]
    opening, misfitting = asking[:2], words["misfitting"].difference(_ODD)
    if [t.stem in english().worthless for t in opening[:1]] == [True] and opening[-1].stem == "for":
        return frozenset((opening[0].index,))
    for n, (first, second) in enumerate(pairwise(asking)):
        if first.stem in misfitting and second.stem in words["picked"]:
            before = (t.index for t in asking[max(0, n - 2) : n] if t.stem == "be")
            return frozenset((first.index, second.index, *before))
        out = asking[n : n + len(_ODD)] if first.stem == _ODD[0] else ()
        if out and tuple(t.stem for t in out) == _ODD:
            return frozenset(t.index for t in out[:-1])
    return frozenset()


def _dropping(rest: Sequence[Token]) -> frozenset[int]:
    """The words by which what is asked for drops out of itself: "which exercise goes out of the window"."""
    words = english().words
    pair = next(((a, b) for a, b in pairwise(rest[:_PAIR]) if a.stem in words["dropping"]), None)
    if pair is None or pair[1].stem not in words["away"]:
        return frozenset()
    return frozenset(t.index for t in pair)


def _struck_from(said: Sequence[Token]) -> frozenset[int]:
    """The words of what "must be struck from her list", or "should come off it"."""
    for first, second in pairwise(said[:_PAIR]):
        struck = first.stem in english().words["striking"] | {"struck", "drop"} and second.stem == "from"
        if struck or (first.stem == "come" and second.stem == "off"):
            return frozenset((first.index, second.index))
    return frozenset()


def _unfit(said: Sequence[Token]) -> frozenset[int]:
    """The words of what "is not for me", "isn't one for her", "doesn't suit somebody who"."""
    if [t.stem for t in said[:1]] == ["not"] and said[1:] and said[1].stem in english().words["fitting"]:
        return frozenset((said[0].index, said[1].index))
    stems = [t.stem for t in said if t.stem != "one"][:_PAIR]
    unfit = stems[:2] == ["not", "for"] and english().words["people_meant"].issuperset(stems[2:])
    return frozenset((said[0].index,)) if unfit and len(stems) == _PAIR else frozenset()


def _unwise(said: Sequence[Token]) -> frozenset[int]:
    """The words of what "would be wrong to pick", "is pointless to do", or "is bad for" something."""
    first = [t for t in said[: 1 + _PAIR] if t.stem not in english().words["articles"] | {"be"}][:2]
    bad = len(first) > 1 and first[0].stem in english().faulty | english().worthless | _WORST
    return frozenset((first[0].index,)) if bad and first[1].stem in _FOR else frozenset()


def _no_use(said: Sequence[Token]) -> frozenset[int]:
    """The words of what "is no use", or "is of no help"."""
    first = [t for t in said[:_PAIR] if t.stem != "of"][:2]
    return frozenset(t.index for t in first) if len(first) > 1 and is_no_use(*first) else frozenset()


def is_no_use(first: Token, second: Token | None = None) -> bool:
    """Whether two words say of what stands before them that it does not help: "no good", "no use"."""
    return first.stem == "no" and second is not None and second.stem in _USES


def denies(tokens: Sequence[Token], sought: Mention, named: frozenset[int]) -> bool:
    """Whether a question denies something of what it asks for: "which head isn't on the inside?".

    `named` are the words of names, which may stand between: "which head of the gastrocnemius isn't ...".
    """
    words = english().words
    rest = [t for t in tokens[sought.end :] if t.sentence == tokens[sought.start].sentence]
    opens = next((n for n, t in enumerate(rest) if t.stem in words["auxiliary"]), len(rest))
    between = all(t.index in named or english().is_plain(t.stem) for t in rest[:opens])
    said = rest[opens + 1 : opens + 1 + _WITHIN]
    neglected = any(t.stem in words["neglecting"] for t in said)  # "mustn't be forgotten"
    return between and len(said) > 1 and said[0].stem == "not" and not (neglected or said[1].stem in _NOT_ALL)


def _unable(said: Sequence[Token]) -> frozenset[int]:
    """The "not" of "which one can't I do?", if nothing but plain words stand around it."""
    denial = next((t.index for t in said[:2] if t.stem == "not"), None)
    plain = all(english().is_plain(t.stem) and t.stem != "without" for t in said)
    return frozenset((denial,)) if denial is not None and plain else frozenset()


def _verb_of(said: Sequence[Token], drops: Mapping[int, Mention]) -> frozenset[int]:
    """The words of the first verb among these that takes something off a list."""
    words = english().words
    for n, token in enumerate(said):
        if token.index in drops:
            return frozenset(drops[token.index].words)
        has = any(t.stem in words["pronouns"] for t in said[n + 1 : n + 2])  # "do I lose that?"
        if token.stem in words["cutting"] | english().worthless and not has:
            return frozenset((token.index,))
        away = next((t.index for t in said[n:] if t.stem in words["away"]), None)
        if token.stem in words["striking"] and away is not None:
            return frozenset(range(token.index, away + 1))
    return frozenset()


def _parted(tokens: Sequence[Token], named: frozenset[int]) -> Iterator[Token]:
    """Verbs that strike with a particle after them, in the same clause."""
    words = english().words
    for token in tokens:
        if token.stem in words["striking"]:
            after = tokens[token.index + 1 : token.index + 1 + _WITHIN]
            place = (token.clause, token.sentence)
            clause = (t for t in after if (t.clause, t.sentence) == place and t.index not in named)
            if any(t.stem in words["away"] for t in clause):
                yield token


def _is_done_by_it(verb: Token, tokens: Sequence[Token], named: frozenset[int]) -> bool:
    """Whether a verb says what a thing does to a name before its particle: "takes the gastroc out"."""
    after = takewhile(lambda t: t.stem not in english().words["away"], tokens[verb.index + 1 :])
    done = verb.text.lower().endswith("s") and verb.stem != verb.text.lower()
    return done and not named.isdisjoint(t.index for t in islice(after, _PAIR))


def _asked(tokens: Sequence[Token]) -> frozenset[int]:
    """The words that are part of what is asked: after a question word, or in a yes-or-no question."""
    words, found = english().words, set[int]()
    sentence, asks = -1, False
    for token in tokens:
        opens = token.sentence != sentence
        if asks and not opens:
            found.add(token.index)
        if opens:
            sentence, asks = token.sentence, token.stem in words["auxiliary"]
        if token.stem in words["supposing"]:  # "when" too
            asks = False
        elif token.stem in WH:
            asks = True
    return frozenset(found)
