"""A claim with a "not" as the claim without it: "the soleus doesn't cross the knee, right?".

Whether something is so is known more surely than whether it is not. The claim is asked about without its
denial, and the verdict is turned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from qa.model import Answer
from qa.parsing.asking import is_auxiliary, is_tag, whether_in
from qa.parsing.english import english
from qa.parsing.linking import PART, Token, named_in
from qa.parsing.nlp import Parse
from qa.parsing.outline import Outline
from qa.telling.verbalising import Verbaliser
from qa.verdicts.turning import CONTRARY, with_verdict
from qa.vocabulary import CALF

__all__ = ["affirmed", "claim_of", "denied"]

_FULL: Final = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}  # auxiliaries cut short before "n't"
_QUANTIFIED: Final = frozenset("all every each both only just alway always necessarily".split())
_CASES: Final = frozenset("if when while since because unless although though".split())
_FRAMES: Final = frozenset("true so case correct right sure that".split())
_BESIDE: Final = frozenset(("no", "without", "nothing", "neither", "nor"))  # deny, too
_RELATIVE: Final = frozenset(("that", "which", "who"))  # behind a name: "any exercise that doesn't ..."
_HEDGED: Final = frozenset(("much", "anymore", "really"))  # after a "not", leave a little
_IDLE: Final = frozenset(("forget", "let", "worry"))  # "don't forget the soleus" tells one what to do
_WHETHER: Final = "whether "  # begins what a claim is read as
_DEFINES: Final = '"Describe"'  # in what is remembered of a question for what something is
_THERE: Final = (["there", "is"], ["there", "'s"])
_NONE: Final = ("no", "neither")  # before a class: none of it
_SUBJECT: Final = 2  # words before a "not": of the subject, and a verb
_FAR: Final = 8  # words of "would it be right to say that"


def denied(parse: Parse, ask: Callable[[str], Answer], say: Verbaliser, *, talking: bool) -> Answer | None:
    """The answer to a claim that has one "not", by that to the claim without; None of anything else.

    In a talk, what a "not" denies may be what was said before.
    """
    each = [] if talking else [ask(one) for one in _of_each(parse)]
    if not each and not talking and (plain := _without_not(parse)):
        each = [ask(plain)]
    if not each or any(one.boolean not in CONTRARY or _is_of_mistake(one, parse, say) for one in each):
        return None
    answer = next((one for one in each if one.boolean == "yes"), each[0])  # of neither if of none
    verdict = CONTRARY[answer.boolean]
    lead = with_verdict(answer.lead, verdict)
    read = answer.interpretation.replace(_WHETHER, f"{_WHETHER}it is not so that ", 1)
    return replace(answer, boolean=verdict, lead=lead, interpretation=read)


def _is_of_mistake(answer: Answer, parse: Parse, say: Verbaliser) -> bool:
    """Whether an answer calls a mistake what a claim does not: that is no verdict on the claim."""
    named = any(sense.name == CALF.MISTAKE for m in parse.mentions for sense in m.of("class"))
    things = (item.iri for item in answer.items[:1] if say.graph.is_individual(item.iri))
    told = (say.graph.entity(iri).classes for iri in things)
    return not named and _DEFINES in answer.context.logical_form and any(CALF.MISTAKE in c for c in told)


def _agrees(parse: Parse) -> bool:
    """Whether a message ends with "does it?": a "no" to "it doesn't, does it?" may mean either."""
    end = [t for t in parse.tokens if t.clause == parse.tokens[-1].clause]
    return is_tag(end) and is_auxiliary(end[0]) and len(end) == _SUBJECT


def _without_not(parse: Parse) -> str:
    """A message without the one "not" of its claim; "" if there is none, or another word denies, too."""
    outline = Outline(parse)
    if outline.wh or not outline.may_be_polar or _agrees(parse) or " at all" in parse.text.lower():
        return ""
    said = claim_of(outline)
    denying = [n for n, t in enumerate(said) if t.stem in english().words["denying"] | _BESIDE]
    if len(denying) != 1:
        return ""
    at = denying[0]
    if [t.text.lower() for t in said[:at]] in _THERE:
        alone = said[at].stem == "no" and said[0].clause == said[-1].clause
        return _cut(parse.text, said[at].offset, said[at], "a ") if alone else ""
    if said[at].stem in _NONE:
        return _cut(parse.text, said[at].offset, said[at], "some ") if _is_of_class(said, at, parse) else ""
    if not at or said[at].index in outline.leading or not _is_of_statement(said, at, parse):
        return ""
    named = any(said[at].index in m.words and m.of("entity") and m.weight > PART for m in parse.mentions)
    subject = any(m.of("entity") and m.end <= said[at - 1].index for m in parse.mentions)
    if named and not subject and said[at - 1].stem != "should":
        return ""  # "not high enough"; but "a bent knee doesn't train the soleus"
    if said[at].stem == "never":
        return _cut(parse.text, said[at].offset, said[at], "")
    return affirmed(said, at, parse.text)


def _of_each(parse: Parse) -> tuple[str, ...]:
    """A message with a claim of "neither X nor Y", made of X and of Y; nothing of one without."""
    outline = Outline(parse)
    if outline.wh or not outline.may_be_polar:
        return ()
    said = [t for t in claim_of(outline) if t.stem not in english().words["auxiliary"]]
    nor = next((t for t in said if t.stem == "nor"), None)
    if not said or said[0].stem != "neither" or nor is None or not _is_of_statement(said, 0, parse):
        return ()
    named = named_in(parse.mentions)
    last = next((m for m in named if m.start > nor.index), None)
    if not any(m.end == nor.index for m in named) or last is None:
        return ()
    text, end = parse.text, parse.tokens[last.end - 1]
    begins, rest = text[: said[0].offset], text[end.offset + len(end.text) :]
    first, other = (
        text[t.offset + len(t.text) : stop]
        for t, stop in ((said[0], nor.offset), (nor, len(text) - len(rest)))
    )
    return f"{begins}{first.strip()}{rest}", f"{begins}{other.strip()}{rest}"


def _is_of_class(said: Sequence[Token], at: int, parse: Parse) -> bool:
    """Whether a claim, or what somebody claims, begins with a "no" or "neither" before a class."""
    starts = {m.start for m in parse.mentions if m.of("class")}
    near = {t.index for t in said[at + 1 : at + 1 + _SUBJECT]}
    closed, before = english(), said[:at]
    told = closed.words["claiming"] | closed.words["asserting"] | closed.words["opening"] | {"that"}
    begins = not before or before[-1].stem in told
    return begins and not starts.isdisjoint(near) and all(closed.is_plain(t.stem) for t in before)


def affirmed(said: Sequence[Token], at: int, text: str) -> str:
    """A text with the auxiliary before a "not" without it, or its verb where that is a "does"."""
    word, verb = said[at], said[at - 1]
    if word.stem != "not" or not is_auxiliary(verb) or at < _SUBJECT:
        return ""
    main = next(iter(said[at + 1 : at + 2]), None)
    if verb.stem != "do" or main is None or not _is_verb(main):
        return _cut(text, verb.offset, word, _full(verb))
    inflected = _inflected(main.text, verb.text.lower())
    return _cut(text, verb.offset, main, inflected)


def claim_of(outline: Outline) -> Sequence[Token]:
    """The words of the claim, without a tag, and without "is it true that"."""
    claim = [t for t in outline.tokens if t.sentence == outline.claimed and t.index != outline.tag]
    tag = [t for t in claim if t.clause == claim[-1].clause] if claim else []
    said = claim[: -len(tag)] if tag and is_tag(tag) else claim
    framed = bool(said) and (is_auxiliary(said[0]) or said[0].stem == "it")
    start = next((n + 1 for n, t in enumerate(said[:_FAR]) if framed and t.stem in ("that", "say")), 0)
    start += any(t.stem == "that" for t in said[start : start + 1])
    whether = whether_in(said)
    return [t for t in said[start:] if t.index > whether]


def _is_verb(word: Token) -> bool:
    """Whether the word behind a "does not" is the verb: not "really"."""
    return not word.stem.endswith("ly") and word.stem not in english().words["opening"] | _QUANTIFIED


def _inflected(text: str, auxiliary: str) -> str:
    """A verb as it stands without a "does not" before it: "crosses", "has"."""
    if auxiliary != "does":
        return text
    if text == "have":
        return "has"
    if text.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{text}es"
    return f"{text[:-1]}ies" if text.endswith("y") and text[-2:-1] not in "aeou" else f"{text}s"


def _full(verb: Token) -> str:
    """An auxiliary in full: "can" for the "ca" of "can't"."""
    return _FULL.get(verb.text.lower(), verb.text) + " "


def _is_of_statement(said: Sequence[Token], at: int, parse: Parse) -> bool:
    """Whether a "not" denies the statement that words make: nothing in them but how many, or when."""
    clause = [t for t in said if t.clause == said[at].clause]
    before = [t for t in clause if t.index < said[at].index]
    asked = len(before) == 1 or (bool(before) and is_auxiliary(before[0]))
    later = [b for a, b in pairwise(said) if b.clause > max(a.clause, said[at].clause)]
    asks_after = any(is_auxiliary(t) for t in later)
    joint = "and" in {t.stem for t in before}  # of both, but not of either
    cases = joint or {t.stem for t in before} & _CASES or "so" in {t.stem for t in before[1:]}
    names = {m.end for m in parse.mentions if m.of("entity", "class")}
    cases = cases or any(t.stem in _RELATIVE and t.index in names for t in before)
    framed = {t.stem for t in said[at + 1 : at + 2]} & (_FRAMES | _IDLE)
    limited = {t.stem for t in said[: at + 2]} & _QUANTIFIED or {t.stem for t in said[at + 1 :]} & _HEDGED
    here = {t.index for t in clause}
    named = any(m.start in here and m.weight > PART for m in parse.mentions if m.of("entity", "class"))
    return named and not (asked or asks_after or cases or framed or limited)


def _cut(text: str, start: int, word: Token, new: str) -> str:
    """A text with what stands from a place to the end of a word replaced."""
    rest = text[word.offset + len(word.text) :]
    return f"{text[:start]}{new}{rest.lstrip() if not new or new.endswith(' ') else rest}"
