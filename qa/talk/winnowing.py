"""What a message asks: sentences of chat are left out, and those that only make it unclear.

Words alone do not tell chat from a condition: "my head is spinning with Latin" has a name in it, "there is
just the one machine" hardly has. So a sentence without anything that the graph knows of is left out at once,
and another only where the message cannot be read clearly with it, and can be without.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, zip_longest

from kg.graph import KnowledgeGraph
from qa.judging.ranking import Ranked
from qa.parsing.anchor import Anchor
from qa.parsing.asking import IMPERATIVE, WH, is_auxiliary
from qa.parsing.english import english
from qa.parsing.linking import PART, Token
from qa.parsing.nlp import Parse, Reader
from qa.parsing.outline import EXCESS, SHORTFALL, Outline
from qa.parsing.sentences import sentences_of
from qa.scene import Scene
from qa.talk.opening import without_opening
from qa.vocabulary import CALF

__all__ = ["is_unclear", "to_the_point", "winnowed"]

_LIMITS = ("only", "only_after", "exclude")
_SHORT = 2  # letters of words that say nothing
_LEAST = 2  # words of a question that asks something more have to be more
_BARE = 2  # words of a question that asks for what the sentence before it leaves open
_FAR = 3  # words from "if not" to what is asked then
_MOST = 4  # sentences of which any may be left out; of more the first
_CLEAR = 0.85  # confidence from which a message is clear
_HARDLY = 0.25  # probability that the wording gives a reading which it hardly suggests


def to_the_point(parse: Parse, *, goes_on: bool = False) -> tuple[str, tuple[str, ...]]:
    """The sentences that ask, with those that say something which the graph knows of; words of the others.

    So "Thanks in advance." and "I am new here." change nothing. A complaint is no chat. Of what is left
    out, the words that are in no lexicon are given, so that none disappears unsaid. In a talk that `goes_on`
    a number may be one of what was spoken of: "My friend does ten. What's his goal?".
    """
    if not parse.tokens or parse.tokens[0].sentence == parse.tokens[-1].sentence:
        return (parse.text if goes_on else without_opening(parse)), ()
    outline = Outline(parse)
    telling = _telling(outline, parse, goes_on=goes_on)
    asked = any(t.stem in WH | IMPERATIVE for t in outline.asking)
    if not (telling or parse.questions or asked):
        return parse.text, ()
    telling |= {outline.core, *parse.questions}
    sentences = sentences_of(parse.tokens)
    telling |= {n for n, words in sentences.items() if n and outline.asks_if_so(words)}
    telling |= {n for n, words in sentences.items() if n > outline.core and _goes_on(words)}
    if (
        len(outline.asking) <= _BARE
        and outline.wh
        and outline.telling.isdisjoint(t.index for t in outline.asking)
    ):
        telling.add(outline.core - 1)  # "Something has to be released first. What?"
    telling = (telling - _courtesies(parse)) or telling
    return _only(telling, parse)


def _goes_on(words: Sequence[Token]) -> bool:
    """Whether a sentence without a mark asks something more: "is that real? what's it called"."""
    (first, *rest), closed, stems = words, english().words, [t.stem for t in words]
    opens = first.stem in WH and any(t.stem in closed["auxiliary"] for t in rest[:_LEAST])
    if_so = first.stem == "if" and any(t.stem in WH for t in rest[1:_FAR])
    return ((opens or if_so) and len(words) > _LEAST) or stems == ["why"]


def _telling(outline: Outline, parse: Parse, *, goes_on: bool) -> set[int]:
    """The sentences that say something which the graph knows of, a complaint, or an amount.

    Those with a name alone, if there are no others, or a question has no name of its own: "Which two?".
    """
    telling = set(outline.saying) | {
        t.sentence
        for t, after in zip_longest(parse.tokens, parse.tokens[1:])
        if t.stem in english().medical or (goes_on and _is_amount(t, parse) and not _is_age(after))
    }
    telling |= _limiting(outline) | _counting(outline) | _judging(outline)
    named = {parse.tokens[m.start].sentence for m in parse.mentions if m.of("entity", "class")}
    if not (telling or parse.questions):
        return named
    things = {parse.tokens[m.start].sentence for m in parse.mentions if m.of("entity")}
    points = not english().words["pronouns"].isdisjoint(t.stem for t in outline.asking[:-1])
    bare = outline.core not in telling | named or (points and outline.core not in things)
    if outline.wh in ("which", "what") and not goes_on and bare:
        telling |= {number for number in named if number < outline.core}
    return telling


def _is_amount(word: Token, parse: Parse) -> bool:
    """Whether a word is a number of more than one: "I do four.", but not "my friend told me of one"."""
    return word.stem != "one" and any(a.start <= word.offset < a.end for a in parse.amounts)


def _is_age(unit: Token | None) -> bool:
    """Whether what a number counts are years, of which no range is prescribed: "I am 45 years old"."""
    return unit is not None and unit.stem == "year"


def _limiting(outline: Outline) -> set[int]:
    """The sentences that say what is there, or is not, if by a word of every day: "with only a step"."""
    limits = {outline.tokens[m.start].sentence for name in _LIMITS for m in outline.operators(name)}
    limits |= {t.sentence for t in outline.tokens if t.stem in english().words["limiting"]}
    named = (m for m in outline.parse.mentions if m.of("entity"))
    gyms = {t.sentence for t in outline.tokens if t.stem in english().words["gyms"]}
    return limits & (gyms | {outline.tokens[m.start].sentence for m in named})


def _judging(outline: Outline) -> set[int]:
    """The sentences that say of an amount that it is too much, or too little: "my coach says it is"."""
    return {outline.tokens[m.start].sentence for name in (EXCESS, SHORTFALL) for m in outline.operators(name)}


def _counting(outline: Outline) -> set[int]:
    """The sentences with a number on which a bare question asks for a verdict: "Two calf days. Enough?".

    Of what is not named, where the question names nothing either: "I train three times a week. Too often?".
    """
    words = english().words
    named = {outline.tokens[m.start].sentence for m in outline.parse.mentions if m.of("entity")}
    if outline.core not in named:
        named |= {t.sentence for t in outline.tokens if t.stem in words["counted"] | words["sitting"]}
    starts = [a.start for a in outline.parse.amounts]
    if not (outline.may_be_polar and starts) or starts[-1] >= outline.asking[0].offset:
        return set()
    numbers = {t.sentence for t in outline.tokens for a in starts if t.offset <= a < t.offset + len(t.text)}
    return numbers & named


def _courtesies(parse: Parse) -> set[int]:
    """The sentences that are only polite: "no rush", "no worries at all"."""
    closed = english().words["courteous"]
    stems = {n: [t.stem for t in words] for n, words in sentences_of(parse.tokens).items()}
    return {
        n
        for n, (first, *others) in stems.items()
        if n not in parse.questions
        and (first == "no" and others and others[0] in closed and all(map(english().is_plain, others[1:])))
    }


def _only(kept: Collection[int], parse: Parse) -> tuple[str, tuple[str, ...]]:
    """The text of some sentences of a message, and the words of the others that are in no lexicon."""
    firsts = [n for n, t in enumerate(parse.tokens) if n == 0 or parse.tokens[n - 1].sentence != t.sentence]
    starts = [0, *(parse.tokens[n].offset for n in firsts[1:]), len(parse.text)]
    pieces = zip(firsts, pairwise(starts), strict=True)
    covered, plain = parse.covered(), english()
    aside = tuple(
        t.text
        for t in parse.tokens
        if t.sentence not in kept
        and (t.stem in plain.absent or not (t.index in covered or plain.is_plain(t.stem)))
        and len(t.text) > _SHORT
    )
    told = (parse.text[a:b].strip() for n, (a, b) in pieces if parse.tokens[n].sentence in kept)
    return " ".join(told), aside


def is_unclear(ranked: Sequence[Ranked], sure: float) -> bool:
    """Whether a message is refused, 0 `sure`, or answered by a reading that its wording hardly suggests."""
    return not sure or (sure < _CLEAR and ranked[0].chance < _HARDLY)


def winnowed(scene: Scene, reader: Reader) -> Iterator[list[Parse]]:
    """A message without one of its sentences, without two of them, and so on; of one, without what leads up.

    Only what may be chat is ever left out.
    """
    sentences = {t.sentence for t in scene.tokens}
    if scene.before is not None:
        return
    if len(sentences) == 1:
        yield [_from(start, scene, reader) for start in _asking_starts(scene)]
        return
    spare = sorted(n for n in sentences if _is_spare(n, scene))[:_MOST]
    for size in range(1, len(spare) + 1):
        yield [_without(gone, scene, reader) for gone in combinations(spare, size)]


def _asking_starts(scene: Scene) -> Iterator[int]:
    """Where a clause begins that asks, behind others that may be chat: "doing a course, what is ...?".

    What opens with a preposition says when, or for what, and is no chat: "for my biceps, how many sets?".
    """
    opens = (True, *(a.clause != b.clause for a, b in pairwise(scene.tokens)))
    asking = [
        t.stem in WH | IMPERATIVE or (first and is_auxiliary(t))
        for t, first in zip(scene.tokens, opens, strict=True)
    ]
    if asking[0] or scene.tokens[0].stem in english().words["circumstance"]:
        return
    cues = {m.start for m in scene.parse.mentions if m.of("cue") and m.weight > PART}  # "by research, ..."
    for word, first in zip(scene.tokens, opens, strict=True):
        asks = asking[word.index] or (word.stem == "if" and any(asking[word.index :]))
        points = any(t.stem in english().words["pointing"] for t in scene.tokens[word.index :])
        kept = points or any(start < word.index for start in cues)
        if first and asks and not kept and _is_chat(scene.tokens[: word.index], scene):
            yield word.index
        if asking[word.index]:
            return  # what follows is part of the question


def _from(start: int, scene: Scene, reader: Reader) -> Parse:
    """A message of one sentence from a word on, with the strange words before it left aside."""
    strange = tuple(t.text for t in scene.unknown if t.index < start and len(t.text) > _SHORT)
    parse = reader.read(scene.parse.text[scene.tokens[start].offset :])
    return replace(parse, corrections=scene.parse.corrections, aside=(*scene.parse.aside, *strange))


def _without(gone: Collection[int], scene: Scene, reader: Reader) -> Parse:
    """A message without some of its sentences, whose strange words are left aside."""
    text, aside = _only({t.sentence for t in scene.tokens}.difference(gone), scene.parse)
    parse = reader.read(text)
    return replace(parse, corrections=scene.parse.corrections, aside=(*scene.parse.aside, *aside))


def _is_spare(sentence: int, scene: Scene) -> bool:
    """Whether a sentence may be chat: it neither asks nor limits, and nothing points to it.

    What is excluded, a pain, and the claim that a verdict is asked for, are none.
    """
    if sentence in {scene.core, scene.claimed, *scene.parse.questions}:
        return False
    words = [t for t in scene.tokens if t.sentence == sentence]
    return _is_chat(words, scene) and not _is_taken_up(sentence, scene)


def _is_chat(words: Sequence[Token], scene: Scene) -> bool:
    """Whether words tell of no pain, and exclude and limit nothing."""
    here = {t.index for t in words}
    names = [a for a in scene.anchors if a.mention.start in here]
    limits = any(a.polarity != "in" and a.mention.weight > PART for a in names)
    limits |= any(_is_gear(a, scene.graph) for a in names) and _asks_for_exercises(scene)
    amount = scene.may_be_polar and any(_is_amount(t, scene.parse) for t in words)
    ails = any(t.stem in english().medical for t in words)
    return not (limits or amount or ails)


def _is_gear(name: Anchor, graph: KnowledgeGraph) -> bool:
    """Whether a name is one of equipment, which limits what can be done by being there."""
    classes = {cls for iri in name.entities for cls in graph.entity(iri).classes}
    return any(CALF.EQUIPMENT in (cls, *graph.class_term(cls).supers) for cls in {*classes, *name.classes})


def _asks_for_exercises(scene: Scene) -> bool:
    """Whether exercises may be what is asked for, by name or by the wording."""
    core = (a for a in scene.anchors if scene.tokens[a.mention.start].sentence == scene.core)
    named = any(CALF.EXERCISE in a.classes for a in core)
    return named or scene.suggested.wanted.get(CALF.EXERCISE, 0.0) > _HARDLY / 2


def _is_taken_up(sentence: int, scene: Scene) -> bool:
    """Whether what is asked takes up a sentence: the last before it that tells something.

    It does so by a pronoun, "it", "that", or where it names no thing: "where did I go wrong?".
    """
    named = {i for a in scene.anchors for i in a.words}
    relative = {
        t.index for t in scene.asking if t.stem == "that" and t.index - 1 in named
    }  # "exercises that"
    asking = (t.stem for t in scene.asking if t.index not in relative)
    points = not english().words["pointing"].isdisjoint(asking)
    things = (a.mention.start for a in scene.anchors if a.entities and a.mention.weight > PART)
    points |= not any(scene.tokens[start].sentence == scene.core for start in things)
    told = {scene.tokens[i].sentence for i in scene.telling}
    return points and sentence == max((n for n in told if n < scene.core), default=-1)
