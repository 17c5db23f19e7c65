"""A turn that leaves out what the one before it said, put in full.

"And the soleus?" after "does the gastrocnemius cross the knee?" asks "does the soleus cross the knee?"; "what
does it do?" after "what is the soleus?" asks "what does the soleus do?". Each is then answered as it would be
alone.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.forms.canonical import from_canonical
from qa.forms.logic import Describe
from qa.kind import Desk
from qa.model import Context, Question
from qa.parsing.anchor import Anchor
from qa.parsing.asking import is_auxiliary
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.nlp import Reader
from qa.readings.keeping import done_on
from qa.scene import Scene
from qa.talk.referring import pointed_out

__all__ = ["LONGEST", "resumed"]

LONGEST: Final = 200
"""Characters of a question that is kept for the next turn."""

_BRACKETS = re.compile(r" ?\([^)]*\)")
_GOING_ON = frozenset(
    "and what about how for with in on of from than to no i then but or one if have use instead".split()
)
_SAID = frozenset("that to if when".split())  # lead to what an "it" before them stands for
_NEAR = 4  # words from "it" to one of those
_LEADING = frozenset("for with in on of from than to".split())  # tell which of two names is meant


@dataclass(frozen=True, slots=True)
class _Named:
    """The one thing that a turn names: as it is put, and the word before that leads to it."""

    thing: Iri
    said: str
    lead: str


def resumed(question: Question, desk: Desk, reader: Reader) -> Question | None:
    """The question that a turn asks, in full; None if it says all itself, or more is left out."""
    if not (asked := question.context.asked) or len(question.text) > LONGEST:
        return None
    turn, before = (Scene(reader.read(text), desk.graph) for text in (question.text, asked))
    full = _of_another(turn, before, question.context, desk) or _of_it(turn, question.context, desk.graph)
    return replace(question, text=full, context=Context()) if full else None


def _of_another(turn: Scene, before: Scene, context: Context, desk: Desk) -> str:
    """The question before, of the one thing that a turn only names; "" if it says more."""
    said = tuple(iri for a in before.anchors for iri in a.entities)
    named = _named(turn) or _pointed_out(turn, context, desk) or _told_apart(turn, said, desk)
    if named is None or named.thing in said:
        return ""
    done = [_Named(iri, desk.graph.entity(iri).label, named.lead) for iri in done_on((named.thing,), desk)]
    for one in (*done, named) if named.lead else (named, *done):  # "and on the leg press?"
        if old := _places(one, before, desk):
            break
    else:
        return ""
    text = before.parse.text
    for anchor in sorted(old, key=lambda a: -a.mention.start):
        start, end = _span(before, anchor)
        text = f"{text[:start]}{_put(text[start:end], anchor.entities, one, desk)}{text[end:]}"
    return text


def _places(named: _Named, before: Scene, desk: Desk) -> list[Anchor]:
    """Where a question has the one thing in whose place another may stand; of several, one led to like it."""
    old = [a for a in before.anchors if any(desk.connector.alike(iri, named.thing) for iri in a.entities)]
    if len({a.entities for a in old}) > 1:
        old = [a for a in old if _lead(before, a.mention.start) == named.lead]
    return old if len({a.entities for a in old}) == 1 else []


def _put(said: str, old: Sequence[Iri], named: _Named, desk: Desk) -> str:
    """What a turn names in place of what was said: the other word alone, if one word tells them apart."""
    label, words = desk.graph.entity(named.thing).label.split(), said.split()
    for own in (desk.graph.entity(iri).label.split() for iri in old):
        apart = [pair for pair in zip(own, label, strict=False) if pair[0] != pair[1]]
        if len(own) == len(label) > 1 and len(apart) == 1 and words.count(apart[0][0]) == 1:
            return " ".join(apart[0][1] if word == apart[0][0] else word for word in words)
    return named.said


def _of_it(turn: Scene, context: Context, graph: KnowledgeGraph) -> str:
    """A turn with the thing that the question before asked about in place of its only "it"; "" without."""
    about = from_canonical(context.logical_form.partition(" ")[2])
    places = [t for t in turn.tokens if t.stem == "it"]
    whole = bool(turn.tokens) and (turn.wh_index == 0 or is_auxiliary(turn.tokens[0]))
    if not (whole and isinstance(about, Describe) and graph.is_individual(about.iri) and len(places) == 1):
        return ""
    text, word = turn.parse.text, places[0]
    after = {t.stem for t in turn.tokens[word.index + 1 : -1][:_NEAR]}
    others = [a for a in turn.anchors if a.entities and not turn.is_background(a)]
    if turn.not_held or turn.tokens[-1].sentence or not _SAID.isdisjoint(after) or len(others) > 1:
        return ""  # "is it true that", "does the soleus need the knee straight for it"
    name = _BRACKETS.sub("", graph.entity(about.iri).mention)
    return f"{text[: word.offset]}{name}{text[word.offset + len(word.text) :]}"


def _named(turn: Scene) -> _Named | None:
    """The one thing that a turn names; None if it names another, or says more."""
    names = [a for a in turn.anchors if a.entities and not _is_lacking(a, turn)]
    if len(names) != 1 or len(names[0].entities) != 1 or len(turn.anchors) > 1:
        return None
    if not _says_no_more(turn, names[0].words):
        return None
    start, end = _span(turn, names[0])
    return _Named(names[0].entities[0], turn.parse.text[start:end], _lead(turn, names[0].mention.start))


def _is_lacking(name: Anchor, turn: Scene) -> bool:
    """Whether a turn says that there is none of what it names: "and if I have no machine?"."""
    first = turn.tokens[name.mention.start]
    before = [t for t in turn.tokens[: first.index] if t.clause == first.clause]
    return any(t.stem in english().words["lacking"] for t in before)


def _pointed_out(turn: Scene, context: Context, desk: Desk) -> _Named | None:
    """The one thing that words of a turn stand for: "the other one", "and out?"; None if it says more."""
    words = pointed_out(turn, context, desk)
    if len({*words.values()}) != 1 or not _says_no_more(turn, words):
        return None
    thing = next(iter(words.values()))
    return _Named(thing, desk.graph.entity(thing).label, _lead(turn, min(words)))


def _told_apart(turn: Scene, said: Sequence[Iri], desk: Desk) -> _Named | None:
    """The one thing like one said before that a turn names by what tells them apart: "out?", "straight?"."""
    found: dict[Iri, frozenset[int]] = {}
    for old in said:
        own, kind = stems_of(desk.graph.entity(old).label), desk.graph.entity(old).kind
        for new in desk.graph.instances(kind):
            apart = {*stems_of(desk.graph.entity(new).label)} - {*own}
            if words := frozenset(t.index for t in turn.tokens if t.stem in apart):
                found[new] = words
    if len(found) != 1 or not _says_no_more(turn, (words := next(iter(found.values())))):
        return None
    (thing,) = found
    return _Named(thing, desk.graph.entity(thing).label, _lead(turn, min(words)))


def _says_no_more(turn: Scene, named: Container[int]) -> bool:
    """Whether a turn says no more than a name, beside words that lead to one or put one right."""
    words = english().words
    light = _GOING_ON | words["opening"] | words["correcting"] | words["retracting"] | words["articles"]
    return all(t.index in named or t.stem in light for t in turn.tokens)


def _lead(scene: Scene, start: int) -> str:
    """The word before a name that tells how it stands to the rest; "" without one."""
    before = [t.stem for t in scene.tokens[:start] if t.stem not in english().words["articles"]]
    return before[-1] if before and before[-1] in _LEADING else ""


def _span(scene: Scene, name: Anchor) -> tuple[int, int]:
    """Where a name starts and ends in its question, in characters."""
    first, last = scene.tokens[min(name.words)], scene.tokens[max(name.words)]
    return first.offset, last.offset + len(last.text)
