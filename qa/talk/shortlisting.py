"""One of a list that a message gives: "which of these doesn't cross the knee: the soleus or a head?".

The question is asked without the list, of the class that its items have in common. What that finds among them
is chosen; where the question has a "not", what it does not find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Count, Kind, Select, Set, Thing, Without, either, every, parts_of
from qa.judging.ranking import Ranked
from qa.kind import Desk, Reading
from qa.limits.conditions import NO_VERSIONS
from qa.model import Answer
from qa.parsing.asking import WH, is_auxiliary
from qa.parsing.english import english
from qa.parsing.labelling import labelled
from qa.parsing.linking import PART, Mention, Token
from qa.parsing.nlp import Parse
from qa.telling.verbalising import Verbaliser, capital, joined
from qa.vocabulary import CALF, UNNAMED

__all__ = ["Chosen", "Shortlist", "chosen", "shortlist_in", "told"]

_LEAST, _MOST = 2, 6  # items of a list
_LONGEST = 5  # words of one of them
_MESSAGE = 60  # words of a message that is looked at
_MARK = re.compile(r":\s+|\s+-+\s+|[?.;]\s+|,\s+")  # stands between the list and the question
_BETWEEN = re.compile(r"\s*[,;/]\s+(?:(?:or|and)\s+)?|\s+(?:or|and|vs\.?|versus)\s+", re.IGNORECASE)
_FROM = re.compile(r"^(?:out\s+)?(?:of|from|among|between)\s+", re.IGNORECASE)
_POINTER = re.compile(
    r"\s+(?:one\s+)?of\s+(?:these|those|them|the\s+(?:following|above|two|three|four|five|options|choices))\b",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\bwhich(?:\s+ones?)?\b", re.IGNORECASE)
_SEVERAL = frozenset(("both", "either", "two", "three", "all"))  # right behind "which", ask for more than one
_NEAR = 2  # words behind it among which they do
_EACH = frozenset(("each", "respectively"))  # ask of all of a list
_DENYING = frozenset(("not", "never"))
_PARTING = frozenset(("compare", "exclude_after", "drop", "outsider"))  # operators of another question
#: A "not" of the question itself, at most a few words behind its question word.
_NOT = re.compile(r"((?:\s+(?!that\b|who\b)\w+){1,5}?)(?:n't|\s+(?:not|never))\b", re.IGNORECASE)
_CUT = {"ca": "can", "wo": "will"}  # what is left of a verb without its "n't"


@dataclass(frozen=True, slots=True)
class Option:
    """One item of a list: as it was typed, its words without articles, and what it may name."""

    text: str
    stems: tuple[str, ...]
    things: frozenset[Iri]


@dataclass(frozen=True, slots=True)
class Shortlist:
    """A list to choose from, and the question without it; whether what that finds is what is not meant.

    `kind` is the class that the options have in common, if the question names none; `asked` the one that it
    asks for and nothing else: "which isn't a mistake?".
    """

    options: tuple[Option, ...]
    question: str
    denied: bool
    kind: Iri | None = None
    asked: Iri | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen from a list: the reading that tells it, or the options that are left by it."""

    ranked: Ranked
    nameless: tuple[str, ...]


def shortlist_in(parse: Parse, graph: KnowledgeGraph) -> Shortlist | None:
    """The list that a message chooses from with what it asks of it; None of any other message."""
    if len(parse.tokens) > _MESSAGE or len(_WHICH.findall(parse.text)) != 1 or _asks_more(parse):
        return None
    for start, end, begin, stop in _split(parse.text):
        if options := _options(start, end, parse):
            return _asked(_as_exercises(options, graph), begin, stop, parse, graph)
    return None


def _asks_more(parse: Parse) -> bool:
    """Whether a message asks for several of a list, compares, or names what to leave out of it."""
    said = {s.name: m for m in parse.mentions for s in m.of("operator")}
    excluded = (m for m in parse.mentions if any(s.name == "exclude" for s in m.of("operator")))
    left_out = any(_DENYING.isdisjoint(parse.tokens[i].stem for i in m.words) for m in excluded)
    asking = next((t.index for t in parse.tokens if t.stem == "which"), 0)
    after = parse.tokens[asking + 1 : asking + 1 + _NEAR]
    several = any(t.stem in _SEVERAL for t in after) or any(t.stem in _EACH for t in parse.tokens)
    return several or left_out or not _PARTING.isdisjoint(said)


def _split(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Where a list and where a question may stand: from and to for each; the list before, or behind."""
    last = len(text.rstrip(" ?.!"))
    for mark in _MARK.finditer(text, 0, last):
        if _WHICH.match(text, mark.end()):
            yield 0, mark.start(), mark.end(), last
        if _WHICH.search(text, 0, mark.start()) and not _WHICH.search(text, mark.end()):
            yield mark.end(), last, 0, mark.start()


def _options(start: int, end: int, parse: Parse) -> tuple[Option, ...]:
    """The items of a list between two places of a text; none if no list stands there."""
    text = parse.text[:end]
    lead = _FROM.match(text[start:])
    begin, found = start + (lead.end() if lead else 0), []
    for mark in [*_BETWEEN.finditer(text, begin), None]:
        stop = mark.start() if mark else end
        words = [t for t in parse.tokens if begin <= t.offset < stop]
        stems = tuple(t.stem for t in words if t.stem not in english().words["articles"])
        if not stems or len(words) > _LONGEST or any(t.stem in WH or is_auxiliary(t) for t in words):
            return ()
        found.append(Option(text[begin:stop].strip(), stems, _things(words, parse)))
        begin = mark.end() if mark else stop
    named = sum(bool(option.things) for option in found)
    return tuple(found) if named >= _LEAST and len(found) <= min(_MOST, 2 * named) else ()


def _things(words: Sequence[Token], parse: Parse) -> frozenset[Iri]:
    """What words may name that are one name and nothing else."""
    inside = {t.index for t in words if t.stem not in english().words["articles"]}
    named = (m for m in parse.mentions if inside.issubset(m.words) and m.weight > PART)
    return frozenset(Iri(s.name) for m in named for s in m.of("entity"))


def _as_exercises(options: tuple[Option, ...], graph: KnowledgeGraph) -> tuple[Option, ...]:
    """Options with the exercises that their words tell, if one of them names an exercise itself."""
    if not any(_is_exercise(iri, graph) for option in options for iri in option.things):
        return options
    return tuple(
        option
        if any(_is_exercise(iri, graph) for iri in option.things)
        else replace(option, things=option.things.union(labelled(CALF.EXERCISE, option.stems, graph)))
        for option in options
    )


def _is_exercise(iri: Iri, graph: KnowledgeGraph) -> bool:
    """Whether a thing is an exercise."""
    return CALF.EXERCISE in graph.entity(iri).classes


def _asked(
    options: tuple[Option, ...], begin: int, stop: int, parse: Parse, graph: KnowledgeGraph
) -> Shortlist | None:
    """A list with its question, which is without a "not" and has a noun for the list."""
    asked = _POINTER.sub("", parse.text[begin:stop], count=1)
    opens = _WHICH.search(asked)
    if not opens:
        return None
    rest = asked[opens.end() :]
    denial = _NOT.match(rest)
    if denial:
        *before, verb = denial.group(1).split()
        rest = f" {' '.join([*before, _CUT.get(verb.lower(), verb)])}{rest[denial.end() :]}"
    words = [t for t in parse.tokens if begin <= t.offset < stop]
    classes = [m for m in parse.mentions if m.of("class") and words[0].index <= m.start <= words[-1].index]
    if classes and _is_all(classes[-1], words):
        cls = Iri(classes[-1].of("class")[0].name)
        return Shortlist(options, f"which {graph.class_term(cls).plural} are there?", bool(denial), asked=cls)
    own = any(rest.strip().startswith(parse.tokens[m.start].text) for m in classes)
    kind = None if own else _kind(options, graph)
    noun = "" if own else f" {graph.class_term(kind).label if kind else 'one'}"
    return Shortlist(options, f"{asked[: opens.start()]}which{noun}{rest}?", bool(denial), kind)


def _is_all(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a question has nothing but the name of a class, at its end."""
    before = (t for t in words if t.index < mention.start)
    return mention.end > words[-1].index and all(english().is_plain(t.stem) for t in before)


def _kind(options: Sequence[Option], graph: KnowledgeGraph) -> Iri | None:
    """The narrowest class that all options which name something are said to be in.

    A class that only follows from what is known of them, as that of muscles of one tendon, is none.
    """
    named = [option for option in options if option.things]
    kinds = [frozenset().union(*(_said_kinds(iri, graph) for iri in option.things)) for option in named]
    common = sorted(frozenset.intersection(*kinds) - UNNAMED)
    return min(common, key=lambda cls: len(graph.instances(cls)), default=None)


def _said_kinds(iri: Iri, graph: KnowledgeGraph) -> frozenset[Iri]:
    """The class that a thing is said to be of, and those above it."""
    kind = graph.entity(iri).kind
    return graph.class_term(kind).supers | {kind}


def chosen(shortlist: Shortlist, ranked: Ranked, desk: Desk) -> Chosen | None:
    """The reading of the question without the list as a choice from it; None if it chooses none, or all."""
    reading, cls = ranked.reading, _class_of(shortlist, ranked.reading, desk)
    asked = None if cls is None else Kind(cls) if shortlist.asked else _asked_of(reading, cls)
    if asked is None or cls is None:
        return None
    found = members(asked, desk.graph)
    meant = {option: _meant(option, cls, found, desk) for option in shortlist.options}
    fit = [option for option, thing in meant.items() if thing in found]
    if not fit or len(fit) == len(meant):
        return None
    unfit = tuple(option.text for option in meant if option not in fit)
    nameless = shortlist.denied and not all(meant.values())
    if not (shortlist.denied or all(meant.values())):
        return None
    wanted: Set = Without(asked) if shortlist.denied and not nameless else asked
    things: list[Set] = [
        Thing(thing) for option, thing in meant.items() if thing and (option in fit or not nameless)
    ]
    topics = tuple(thing for thing in meant.values() if thing)
    reading = replace(reading, kind="choice", form=Select(every([either(things), wanted])), topics=topics)
    return Chosen(replace(ranked, reading=reading), unfit if nameless else ())


def _class_of(shortlist: Shortlist, reading: Reading, desk: Desk) -> Iri | None:
    """The class of the items: what the question asks for, or what all of them are if that is wider."""
    kind, focus = shortlist.kind, reading.focus
    wider = kind is not None and focus is not None and desk.connector.is_a(focus, kind)
    return shortlist.asked or (kind if wider else focus)


def _asked_of(reading: Reading, cls: Iri) -> Set | None:
    """What a reading says of members of a class; None if that is nothing, or what they are."""
    form = reading.form
    if not isinstance(form, Select | Count) or (isinstance(form, Select) and form.order):
        return None
    said = [part for part in parts_of(form.set) if not isinstance(part, Kind) and part != NO_VERSIONS]
    if not said or any(isinstance(part, Thing) for part in said):
        return None
    return every([Kind(cls), *said])


def told(choice: Chosen, answer: Answer, say: Verbaliser) -> Answer:
    """The answer to a choice, which names what is chosen though the graph may have no name for it.

    Nothing is left aside that was not said: the noun for the list.
    """
    said = answer.question.lower()
    left = tuple(word for word in answer.not_understood if word.lower() in said)
    answer = replace(answer, not_understood=left)
    if not choice.nameless:
        return answer
    others = say.names([item.iri for item in answer.items])
    chosen_ones = f"{capital(joined(choice.nameless))}, as far as the sources here tell"
    return replace(answer, lead=f"{chosen_ones}: of these they name only {others}.", items=())


def _meant(option: Option, cls: Iri, found: frozenset[Iri], desk: Desk) -> Iri | None:
    """The thing of a class that an option means, by its name or the words of it; one found before others."""
    own = [iri for iri in option.things if cls in desk.connector.classes_of(iri)]
    own = own or list(labelled(cls, option.stems, desk.graph))
    return min(own, key=lambda iri: (iri not in found, len(desk.graph.entity(iri).label), iri), default=None)
