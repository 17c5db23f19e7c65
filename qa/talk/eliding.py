"""A claim that is so of one thing and not of another: "the soleus doesn't cross it, only the gastroc does".

The clause that is cut short says of its thing what the other says of another, or denies it. The statement is
asked of each of the two things, and the claim is so if both answers are as it has them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from qa.model import Answer
from qa.parsing.asking import is_auxiliary
from qa.parsing.english import english
from qa.parsing.linking import Mention, Token, named_in
from qa.parsing.nlp import Parse
from qa.parsing.outline import Outline
from qa.talk.framing import text_of
from qa.talk.negating import affirmed, claim_of
from qa.verdicts.turning import CONTRARY, with_verdict

__all__ = ["elided"]

_LEADING: Final = frozenset("only just but and while whereas".split())  # before the thing of a cut clause


@dataclass(frozen=True, slots=True)
class _Cut:
    """A clause cut short: the thing it names, and whether it denies of it what the other clause says."""

    name: Mention
    denies: bool


def elided(parse: Parse, ask: Callable[[str], Answer]) -> Answer | None:
    """The verdict on a claim of which one clause is cut short; None of anything else."""
    outline = Outline(parse)
    if outline.wh or not outline.may_be_polar:
        return None
    said = claim_of(outline)
    for number in dict.fromkeys(t.clause for t in said):
        clause = [t for t in said if t.clause == number]
        rest = [t for t in said if t.clause != number]
        if (cut := _cut_short(clause, parse)) and (claims := _claims(rest, cut, parse)):
            return _judged([(ask(claim), wanted) for claim, wanted in claims])
    return None


def _judged(answers: Sequence[tuple[Answer, str]]) -> Answer | None:
    """The answer that gives a claim the lie, else the one that affirms it; None if one gives no verdict."""
    if any(answer.boolean not in CONTRARY for answer, _ in answers):
        return None
    wrong = [answer for answer, wanted in answers if answer.boolean != wanted]
    verdict = "no" if wrong else "yes"
    answer = wrong[0] if wrong else next(a for a, wanted in answers if wanted == "yes")
    return replace(answer, boolean=verdict, lead=with_verdict(answer.lead, verdict))


def _cut_short(clause: Sequence[Token], parse: Parse) -> _Cut | None:
    """A clause as one that is cut short: "only the gastrocnemius does"; None if it says more."""
    names = [m for m in named_in(parse.mentions) if clause[0].index <= m.start and m.end <= clause[-1].index]
    if len(names) != 1:
        return None
    (name,) = names
    before = {t.stem for t in clause if t.index < name.start}
    after = [t for t in clause if t.index >= name.end]
    denies = [t.stem for t in after[1:]] == ["not"]
    whole = before <= _LEADING | english().words["articles"] and is_auxiliary(after[0])
    return _Cut(name, denies) if whole and (denies or len(after) == 1) else None


def _claims(rest: Sequence[Token], cut: _Cut, parse: Parse) -> tuple[tuple[str, str], ...]:
    """What the other clause says, of its own thing and of that of the cut one, each with its verdict."""
    nots = [n for n, t in enumerate(rest) if t.stem == "not"]
    if not rest or len(nots) > 1 or bool(nots) == cut.denies or rest[0].clause != rest[-1].clause:
        return ()
    own = next((m for m in named_in(parse.mentions) if m.start >= rest[0].index), None)
    if own is None or own.end > rest[-1].index or (nots and own.end > rest[nots[0]].index):
        return ()
    text = affirmed(rest, nots[0], parse.text) if nots else parse.text
    first, last = (parse.tokens[i] for i in (own.start, own.end - 1))
    begins = next((t for t in rest if t.stem not in _LEADING), rest[0]).offset
    after = text[last.offset + len(last.text) : len(text) - len(parse.text) + _end(rest[-1])]
    theirs, ours = (text_of(parse.tokens[m.start : m.end], parse) for m in (cut.name, own))
    lead = parse.text[begins : first.offset]
    so = "no" if nots else "yes"
    return (f"{lead}{ours}{after}, right?", so), (f"{lead}{theirs}{after}, right?", CONTRARY[so])


def _end(token: Token) -> int:
    """Where a word ends in its text."""
    return token.offset + len(token.text)
