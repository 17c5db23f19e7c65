"""What a message takes for granted beside what it asks: "since the soleus crosses the knee, should I ...?".

Such a premise is asked about alone. If it is not so, that is said before what is asked is answered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice, takewhile
from typing import Final

from qa.model import Answer, Context, Question
from qa.parsing.asking import IMPERATIVE, WH, is_auxiliary
from qa.parsing.english import english
from qa.parsing.linking import PART, Token
from qa.parsing.nlp import Parse
from qa.parsing.outline import Outline
from qa.parsing.sentences import sentences_of
from qa.talk.framing import text_of
from qa.talk.parting import together

__all__ = ["corrected"]

_NOT_SO: Final = "That is not so"
_IS_IT: Final = "Is that right?"
_DENIED: Final = ("No: ", "No. ", "No, by the article: ")
_OF_A_THING: Final = 'verification ["Describe"'  # begins what is kept of a verdict that is on no statement
_LEAST: Final = 3  # words of a premise
_MOST: Final = 3  # premises of a message: each is a question of its own
_MARKS: Final = " ,;:"
_GRANTING: Final = frozenset(
    ("since", "as", "because", "seeing", "considering", "knowing", "granted", "given")
)
_THAT_IS: Final = frozenset(("i.e.", "i.e", "ie", "aka", "meaning"))  # lead to another name
_NUMBERS: Final = {"third": "three", "fourth": "four", "fifth": "five", "sixth": "six"}
_ASKING: Final = ("what", "which")
_CALLED: Final = frozenset(("call", "name", "term"))
_NOW: Final = ("now", "that")
_SPOKEN_OF: Final = frozenset(("it", "them", "they", "these", "those"))
_POINTING: Final = _SPOKEN_OF | {"its", "their", "that", "mine", "one"}
_LEADING: Final = frozenset(("that", "as", "how"))
_KNOWING: Final = frozenset(
    ("know", "knew", "heard", "read", "learned", "learnt", "understand", "say", "said")
)
_JOINTS: Final = frozenset(("so", "then", "but", "and"))
_SAYING: Final = frozenset(("say", "claim", "state", "mention", "think", "write", "believ", "call"))
_FAR: Final = 7  # words from "why" through "say that"
_SURE: Final = 0.75  # confidence from which a premise is put right


@dataclass(frozen=True, slots=True)
class _Premise:
    """What is taken for granted, and what a message says but for that; "" if nothing."""

    claim: str
    rest: str


def corrected(question: Question, parse: Parse, whole: Answer, ask: Callable[[Question], Answer]) -> Answer:
    """The answer to a message, with what it takes for granted and is not so put right first.

    What it asks beside is read without the premise, unless the `whole` message is understood better.
    """
    premises = list(islice(_premises(parse), _MOST + 1))
    for premise in premises if len(premises) <= _MOST else ():
        told = ask(Question(f"{premise.claim}. {_IS_IT}"))
        if _is_denied(told):
            right = replace(told, lead=_NOT_SO + told.lead.removeprefix("No"), blocks=())
            answers = [whole]
            if premise.rest:
                answers.append(ask(Question(premise.rest, _context(premise.rest, told, question))))
            others = [a for a in answers if a.interpretation != told.interpretation]
            if not (others and premise.rest):
                return replace(right, question=question.text, blocks=told.blocks)
            answer = max(reversed(others), key=lambda a: a.confidence)
            if answer.answered and (answer.boolean or not answer.not_understood):
                return together(question.text, (right, answer))
            if answer.answered:  # what leaves words aside may be beside the point
                return replace(right, question=question.text, blocks=told.blocks)
            return replace(answer, question=question.text, lead=f"{right.lead} {answer.lead}")
    return whole


def _context(rest: str, told: Answer, question: Question) -> Context:
    """What the rest of a message goes on from: from the premise where it points to something."""
    points = any(word in _POINTING for word in re.findall(r"[a-z]+", rest.lower()))
    return replace(told.context, boolean="") if points else question.context


def _is_denied(told: Answer) -> bool:
    """Whether a premise is surely not so."""
    sure = told.answered and told.confidence >= _SURE and not told.not_understood
    return sure and told.lead.startswith(_DENIED) and not told.context.logical_form.startswith(_OF_A_THING)


def _premises(parse: Parse) -> Iterator[_Premise]:
    """The premises of a message, in order; what speaks of who asks, or of what came before, is none."""
    own = english().words["self"] | _SPOKEN_OF
    for words in sentences_of(parse.tokens).values():
        for start, told in _starts(words):
            claim = [t for t in words[told : _end(told, words)] if t.offset >= 0]  # as it was typed
            if len(claim) < _LEAST or words[start].offset < 0 or any(t.stem in own for t in claim):
                continue
            first, end = claim[0].offset, claim[-1].offset + len(claim[-1].text)
            before, after = parse.text[: words[start].offset], parse.text[end:]
            rest = f"{before.rstrip(_MARKS)} {after.lstrip(_MARKS)}".strip()
            yield _Premise(parse.text[first:end], rest if any(c.isalnum() for c in rest) else "")
    yield from _appositions(parse)
    yield from _ordinals(parse)
    yield from _counts(parse)


def _counts(parse: Parse) -> Iterator[_Premise]:
    """That there are as many as a "why" has it: "why does the gastrocnemius have three heads?"."""
    asking = Outline(parse).asking if parse.amounts else ()
    if len(asking) <= _LEAST or asking[0].stem != "why":
        return
    if asking[1].stem == "do" and any(t.stem == "have" for t in asking[2:]):  # not "why do sets of 8?"
        yield _Premise(text_of(asking[2:], parse), "")


def _ordinals(parse: Parse) -> Iterator[_Premise]:
    """That there are as many of a class as one of it is named by: "the third head of the gastrocnemius"."""
    if Outline(parse).wh not in _ASKING:
        return
    classes = {m.start for m in parse.mentions if m.of("class")}
    for token in parse.tokens:
        number, after = _NUMBERS.get(token.stem), token.index + 1
        if number is None or classes.isdisjoint((after, after + 1)):
            continue
        clause = [t for t in parse.tokens[after:] if t.clause == token.clause]
        said = [*takewhile(lambda t: not _ends(t), clause)]
        if said and said[-1].offset >= 0:
            yield _Premise(f"There are at least {number} {text_of(said, parse)}", "")


def _ends(word: Token) -> bool:
    """Whether a word ends what is named: a verb, or "called"."""
    return is_auxiliary(word) or word.stem in _CALLED


def _appositions(parse: Parse) -> Iterator[_Premise]:
    """What is said of a thing by the way: "the soleus, being the outer muscle,"."""
    names = {m.end: m for m in parse.mentions if m.of("entity", "class") and m.weight > PART}
    for words in sentences_of(parse.tokens).values():
        clauses = [[*group] for _, group in groupby(words, key=lambda t: t.clause)]
        for clause in clauses[1:]:
            name, opener = names.get(clause[0].index), clause[0].text.lower()
            verb = {"which": "", "being": " is"}.get(opener, " is" if opener in _THAT_IS else None)
            if name is None or verb is None or len(clause) <= _LEAST or clause[0].offset < 0:
                continue
            asks = any(t.stem in WH for t in words if t not in clause) or is_auxiliary(words[0])
            if opener == "which" and not (asks and is_auxiliary(clause[1])):
                continue  # "which part gets most?"
            said, told = (text_of(t, parse) for t in (parse.tokens[name.start : name.end], clause[1:]))
            before = parse.text[: clause[0].offset].rstrip(_MARKS)
            after = parse.text[clause[-1].offset + len(clause[-1].text) :].lstrip(_MARKS)
            yield _Premise(f"The {said}{verb} {told}", f"{before} {after}".strip())


def _starts(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where a premise may start in a sentence: with the words that grant it, and behind those."""
    led = sum(1 for _ in takewhile(lambda t: t.stem in english().words["opening"], words))
    clauses = [n for n in range(led, len(words)) if n == led or words[n - 1].clause != words[n].clause]
    if reported := _reporting(words):
        yield 0, reported
    for n in clauses:
        if granting := _granting([t.text.lower() for t in words[n:]]):
            yield n, n + granting
        elif words[n].stem == "if" and any(t.stem == "why" for t in words[n:]):
            yield n, n + 1  # "if raises train dorsiflexion, why do I point the toes down?"
    if any(words[n].stem == "so" and _asks(n + 1, words) for n in clauses[1:]):
        yield led, led


def _reporting(words: Sequence[Token]) -> int:
    """How many words ask why the article says what follows them: "why does the article say that"; or 0."""
    stems = [t.stem for t in words[:_FAR]]
    saying = next((n for n, stem in enumerate(stems) if stem in _SAYING), 0)
    if stems[:1] != ["why"] or not saying or english().words["advised"].isdisjoint(stems[:saying]):
        return 0
    size = saying + 1 + (stems[saying + 1 : saying + 2] == ["that"])
    return 0 if stems[size : size + 1] == ["to"] else size  # what it says to do is no statement


def _granting(said: Sequence[str]) -> int:
    """How many words grant what follows them: "since", "now that we know", "given that"; 0 if none do."""
    grants = said[0] in _GRANTING or tuple(said[: len(_NOW)]) == _NOW
    if not grants or not (WH | {"to"}).isdisjoint(said[1:2]):
        return 0  # "since when", "as to its shape"
    size = 1 + sum(1 for _ in takewhile(_LEADING.__contains__, said[1:]))
    if said[size + 1 : size + 2] and said[size + 1] in _KNOWING:
        size += 2 + sum(1 for _ in takewhile(_LEADING.__contains__, said[size + 2 :]))
    return size


def _end(start: int, words: Sequence[Token]) -> int:
    """Where a premise that starts there ends: before what asks, or with its clause."""
    end = next((n for n in range(start + 1, len(words)) if _asks(n, words)), len(words))
    clauses = (n for n in range(start + _LEAST, len(words)) if words[n - 1].clause != words[n].clause)
    return end if end < len(words) else next(clauses, end)


def _asks(place: int, words: Sequence[Token]) -> bool:
    """Whether a word of a sentence begins a question: a question word, or a verb that opens a clause."""
    if not 0 < place < len(words):
        return False
    word, before = words[place], words[place - 1]
    if word.stem in WH:
        return True
    if before.clause != word.clause and word.stem in _JOINTS:
        return _asks(place + 1, words)
    opens = before.clause != word.clause or before.stem in _JOINTS
    return opens and (word.stem in IMPERATIVE or is_auxiliary(word))
