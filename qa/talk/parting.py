"""Several questions in one message: where a second one begins; the answers to both as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain, dropwhile, pairwise
from typing import TypeVar

from kg.terms import Iri
from qa.model import Answer, Block, Items, Paragraph
from qa.parsing.asking import IMPERATIVE, TAG, WH, inverts, is_auxiliary
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.nlp import Parse
from qa.parsing.sentences import sentences_of

__all__ = ["is_told", "questions_in", "together"]

_IF_SO = tuple(["if", so] for so in ("so", "not", "yes", "no", "true", "false"))
_AND = frozenset(("and", "plus"))
_LEAST = 3  # words of a question that can stand alone
_MOST = 3  # questions of one message
_STATED = "verification "  # opens what is remembered of a question whether something is so
_MORE = frozenset(("why", "how", "wher"))  # may ask more alone; "which?" asks the same
_FAR = 6  # words within which a question word follows "and besides that"
_NUMBER = re.compile(r"^(?:first|second|third|last|final)(?:ly)?,\s+", re.IGNORECASE)  # of a question
_T = TypeVar("_T")


def questions_in(parse: Parse) -> tuple[str, ...]:
    """The questions of a message that may each be asked alone, in order; one for an ordinary message.

    A question begins with a sentence that asks, after "and" with a question word, or with a clause that
    has one after a clause that has one. What stands before the first question belongs to it, what stands
    after one to that one.
    """
    tokens = parse.tokens
    sentences = sentences_of(tokens)
    told = {n for n, words in sentences.items() if n < max(parse.questions, default=0) and _tells(words)}
    told -= parse.questions
    named = frozenset(i for m in parse.mentions if m.of("entity", "class") for i in m.words)
    starts = [
        n
        for n, t in enumerate(tokens)
        if t.sentence not in told
        and (_begins(n, tokens, sentences[t.sentence], parse.questions) or _acts(n, tokens, named))
    ]
    before = [t for t in tokens[: max(0, starts[0] - 1)] if t.sentence not in told] if starts else []
    if _has_asked(before, named):
        starts.insert(0, 0)
    bounds = [0, *starts[1:], len(tokens)]
    alone = [tokens[a:b] for a, b in pairwise(bounds) if b - a < _LEAST]
    if len(starts) < 2 or len(starts) > _MOST or not all(_asks_more(piece, tokens) for piece in alone):
        return (parse.text,)
    ends = [tokens[n].offset for n in bounds[:-1]] + [len(parse.text)]
    pieces = [parse.text[a:b].strip() for a, b in pairwise(ends)]
    return tuple(_without_joint(piece) for piece in pieces)


def _asks_more(piece: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether a piece ends a message, and asks more of what stands before it: "and why?", "how often?".

    A verdict has its reason with it.
    """
    closed = english().words
    before = [t for t in tokens if t.index < piece[0].index]
    opens = any(is_auxiliary(t) for t in before[:1])
    inverted = not any(t.stem in WH for t in before) and any(inverts(a, b) for a, b in pairwise(before))
    more = _MORE - {"why"} if opens or inverted else _MORE
    asks = any(t.stem in more for t in piece) and all(t.stem in _MORE | closed["extent"] for t in piece)
    return asks and piece[-1] is tokens[-1]


def _tells(words: Sequence[Token]) -> bool:
    """Whether a sentence without the question mark that a later one has only tells: "been doing ...".

    It asks all the same if it opens with what is wanted, "name both", or with a question: "what is it".
    """
    (first, *rest), closed = words, english().words
    relative = any(t.stem in closed["people"] for t in rest[:1])  # "what I don't get is the pause"
    asks = first.stem in WH - {"when"} and any(t.stem in closed["auxiliary"] for t in rest[:_LEAST])
    return first.stem not in IMPERATIVE and (relative or not asks)


def _has_asked(words: Sequence[Token], named: AbstractSet[int]) -> bool:
    """Whether words ask somewhere among them: "on the leg press, which", "standing up, do i".

    After one of what is `named`, "where" tells of it: "no donkey machine where I train"; and "I don't care
    how they look" asks nothing.
    """
    closed = english().words
    told = (b for a, b in pairwise(words) if a.stem in closed["headed"] and a.clause == b.clause)
    relative = {b.index for b in told}  # "nothing where I stand"
    after = ((a, b) for a, b in pairwise(words) if a.index in named and a.clause == b.clause)
    relative |= {b.index for _, b in after if b.stem == "wher"}
    relative |= {b.index for a, b in pairwise(words) if a.stem in closed["caring"]}
    asks = any(t.stem in WH and t.index not in relative for t in words)
    return asks or any(inverts(a, b) for a, b in pairwise(words))


def _begins(place: int, tokens: Sequence[Token], sentence: Sequence[Token], marked: frozenset[int]) -> bool:
    """Whether a question begins with this word of a sentence."""
    word = tokens[place]
    if word is sentence[0]:
        opens = word.stem in IMPERATIVE | WH or is_auxiliary(word)
        asks = len(sentence) > TAG or any(t.stem in WH for t in sentence)
        asks &= not _strikes(sentence)
        stems = [t.stem for t in sentence[:2]]
        goes_on = stems in _IF_SO or (stems[0] in english().words["joining"] and _asks(sentence[1:]))
        return opens or (goes_on and place > 0) or (word.sentence in marked and asks)
    if place < 2 or tokens[place - 2].sentence != word.sentence:
        return False
    joining, following = english().words["joining"], [t.stem for t in tokens[place + 1 : place + 3]]
    if word.stem in joining:
        return following in _IF_SO
    if tokens[place - 1].stem in joining:
        before = tokens[place - 2]
        goes_on = before.clause == word.clause and before.stem not in joining  # "the leg press also is ..."
        likewise = word.stem == "so" and following[0:1] and following[0] in english().words["auxiliary"]
        if likewise or _tells_more(place, tokens) or (tokens[place - 1].stem == "also" and goes_on):
            return False  # "is taken, and so is the donkey machine" asks nothing
        after = [t for t in tokens[place : place + _FAR] if t.sentence == word.sentence]
        return _asks([t for n, t in enumerate(after) if n or t.stem not in english().words["opening"]])
    relative = word.stem == "which" and following[:1] == ["be"]
    apart = tokens[place - 1].clause != word.clause and not relative
    return apart and _is_asking(word, tokens) and _is_asking(tokens[place - 1], tokens)


def _acts(place: int, tokens: Sequence[Token], named: AbstractSet[int]) -> bool:
    """Whether after "and" a "do" asks what something named does: "and do toes out favour it?".

    One tells somebody to do it, and how, else: "stand up and do calf raises at home".
    """
    if place < 2 or tokens[place].text.lower() != "do" or tokens[place - 1].stem not in _AND:
        return False
    rest = [t for t in tokens[place + 1 :] if t.sentence == tokens[place].sentence]
    verb = list(dropwhile(lambda t: t.index in named, rest))[:2]
    return len(verb) == 2 and verb[0] is not rest[0] and verb[1].stem in english().words["tag_subjects"]


def _strikes(sentence: Sequence[Token]) -> bool:
    """Whether a sentence begins with what is to be left out: "take away the seated one and what's left?"."""
    closed, (first, *others) = english().words, sentence
    away = any(t.stem in closed["away"] for t in others[:1])
    return first.stem in closed["cutting"] | {"drop", "skip"} or (first.stem in closed["striking"] and away)


def _tells_more(place: int, tokens: Sequence[Token]) -> bool:
    """Whether a "who" goes on telling of somebody: "a lady who has to sit and who'd like ..."."""
    word, closed = tokens[place], english().words
    leads = closed["leading"] | closed["people_meant"] | closed["joining"] | IMPERATIVE
    earlier = (n for n in range(1, place) if tokens[n].sentence == tokens[n - 1].sentence == word.sentence)
    return word.stem == "who" and any(
        tokens[n].stem == "who" and tokens[n - 1].stem not in leads for n in earlier
    )


def _is_asking(member: Token, tokens: Sequence[Token]) -> bool:
    """Whether the clause of a word asks: "toes out hits which head", but not "when I bend my knees"."""
    clause = [t.stem for t in tokens if t.clause == member.clause and t.sentence == member.sentence]
    goes_on = clause[0] == "be" and not all(map(english().is_plain, clause[1:2]))  # ", is flat and ..."
    return not english().words["asking"].isdisjoint(clause) or (
        clause[0] in english().words["auxiliary"] and len(clause) > 1 and not goes_on
    )


def _asks(words: Sequence[Token]) -> bool:
    """Whether words open a question: "where ...", "over how many ...", "does it ...", "say which ..."."""
    if not words:
        return False
    closed, (opening, *others) = english().words, words
    beside = [t for t in others if t.clause == opening.clause]
    if opening.stem == "whether":
        return len(others) > _LEAST
    if opening.stem in closed["before"]:  # "besides the bottom, where", "over how many"
        return any(t.stem in WH for t in beside)
    if opening.stem in closed["leading"]:
        return opening.stem in IMPERATIVE or any(t.stem in WH for t in others[:1])
    if opening.stem in IMPERATIVE:
        return bool(others)
    if opening.stem in closed["auxiliary"]:
        subjects = closed["people"] | closed["quantified"]
        if others and others[0].stem == "not":  # "and doesn't it hurt", but not "and doesn't care"
            subjects |= closed["articles"] | closed["tag_subjects"]
            return any(t.stem in subjects for t in others[1:2])
        return bool(others) and (opening.text.lower() != "do" or others[0].stem in subjects)
    return opening.stem in WH


def _without_joint(piece: str) -> str:
    """A question without the "and" that led to the next, and without its number: "Second, how ...?"."""
    words = _NUMBER.sub("", piece).rstrip(" ,;:-").split()
    kept = words[:-1] if words[-1].lower() in english().words["joining"] else words
    return " ".join(kept).rstrip(" ,;:-")


def is_told(answer: Answer, whole: Answer, told: frozenset[Iri]) -> bool:
    """Whether an answer says nothing that another, which names the things `told`, does not."""
    if answer.interpretation == whole.interpretation:
        return answer.boolean in ("", whole.boolean)
    if answer.boolean and not whole.boolean and answer.context.logical_form.startswith(_STATED):
        return False  # a verdict on a list is less sure than the list
    if any(isinstance(block, Items) and block.ordered for block in answer.blocks):
        return False  # steps say more of an exercise than its name
    return bool(answer.items) and {item.iri for item in answer.items} <= told


def together(text: str, answers: Sequence[Answer]) -> Answer:
    """The answers to the questions of one message, in order, as one."""
    first, *others = answers
    rest = [
        a.blocks if _fact(a.lead) == _fact(first.lead) else (Paragraph(a.lead), *a.blocks) for a in others
    ]
    return replace(
        first,
        question=text,
        blocks=_said_once((*first.blocks, *chain.from_iterable(rest))),
        items=_each(a.items for a in answers),
        boolean=next((a.boolean for a in answers if a.boolean), ""),
        interpretation="; ".join(a.interpretation for a in answers),
        corrections=_each(a.corrections for a in answers),
        understood=_each(a.understood for a in answers),
        not_understood=_each(a.not_understood for a in answers),
        sparql=_each(a.sparql for a in answers),
        triples=_each(a.triples for a in answers),
        sources=_each(a.sources for a in answers),
        research=_each(a.research for a in answers),
        suggestions=answers[-1].suggestions,
        confidence=min(a.confidence for a in answers),
        context=answers[-1].context,
        timings_ms={k: sum(a.timings_ms.get(k, 0.0) for a in answers) for k in first.timings_ms},
    )


def _fact(lead: str) -> str:
    """What a first sentence states behind its verdict: "That is not so, by the article: ..."."""
    return lead.partition(": ")[2] or lead


def _said_once(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks without what one of them says again; the steps of an exercise stay whole."""
    said: set[str] = set()
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Items) and not block.ordered:
            if fresh := tuple(entry for entry in block.entries if entry not in said):
                found.append(replace(block, entries=fresh))
            said.update(block.entries)
        elif not isinstance(block, Paragraph) or block.text not in said:
            found.append(block)
            said.update([block.text] if isinstance(block, Paragraph) else ())
    return tuple(found)


def _each(parts: Iterable[tuple[_T, ...]]) -> tuple[_T, ...]:
    """All of several tuples, each thing once."""
    return tuple(dict.fromkeys(chain.from_iterable(parts)))
