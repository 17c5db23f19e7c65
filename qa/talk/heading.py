"""Several things asked of one topic in note form: "soleus: origin, tendon, shape".

Each is a question of its own under the topic, which is said once: before a colon, as the first item of the
list, or at its start.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.parsing.asking import WH, is_auxiliary
from qa.parsing.english import english
from qa.parsing.linking import PART, Mention, Token
from qa.parsing.nlp import Parse
from qa.vocabulary import CALF

__all__ = ["questions_under"]

_LEAST, _MOST = 2, 4  # questions under one topic
_LONGEST = 8  # words of one of them
_MARK = r"[,;]\s|\s[+&/|]\s|\?+\s|\n"  # stands between two of them
_HEAD = re.compile(r":\s|\s-+\s")  # stands behind the topic
_LIST = re.compile(f"{_MARK}|{_HEAD.pattern}")
_BETWEEN = re.compile(rf"{_MARK}|\s(?:and|plus|n)\s", re.IGNORECASE)
_WHOLE = re.compile(r"\s{3}|\.\.|\?\?\?|[.!]\s+\w")  # what has gaps to be filled in, or several sentences
_PARTING = frozenset(("compare", "exclude", "exclude_after", "drop"))  # operators of what is one question
_TOPICS = frozenset((CALF.MUSCULAR_STRUCTURE, CALF.EXERCISE))  # what a list may be under without a colon
_CHOSEN = _TOPICS | {CALF.POSITION, CALF.EQUIPMENT, CALF.MISTAKE}


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a list: its text, its words, and what they name."""

    text: str
    words: tuple[Token, ...]
    mentions: tuple[Mention, ...]

    @property
    def topic(self) -> Mention | None:
        """The name of a thing that opens it."""
        opening = next((t.index for t in self.words if t.stem not in english().words["articles"]), -1)
        named = (m for m in self.mentions if m.start == opening and m.of("entity") and m.weight > PART)
        return max(named, key=lambda m: m.end, default=None)

    @property
    def is_bare(self) -> bool:
        """Whether it is the name of a thing and nothing else."""
        return self.topic is not None and self.topic.end > self.words[-1].index

    @property
    def tells(self) -> bool:
        """Whether it is short, and names something or asks."""
        return len(self.words) <= _LONGEST and (self.asks or any(m.of("entity") for m in self.mentions))

    @property
    def is_topic(self) -> bool:
        """Whether it names a thing, and asks nothing."""
        asks = any(t.stem in WH or is_auxiliary(t) for t in self.words)
        return len(self.words) <= _LONGEST and not asks and any(m.of("entity") for m in self.mentions)

    @property
    def parts(self) -> bool:
        """Whether it compares, or leaves something out."""
        asked = {i for m in self.mentions if m.of("cue") for i in m.words}  # the "no" of "yes or no"
        parting = (m for m in self.mentions if any(s.name in _PARTING for s in m.of("operator")))
        return any(not asked.issuperset(m.words) for m in parting)

    @property
    def judges(self) -> bool:
        """Whether it asks if something is so."""
        return any(s.name == "verification" for m in self.mentions for s in m.of("cue"))

    @property
    def asks(self) -> bool:
        """Whether it says what is asked: by a question word, by what things are or have to do with others."""
        return any(t.stem in WH for t in self.words) or any(m.of("class", "property") for m in self.mentions)


def questions_under(parse: Parse, graph: KnowledgeGraph) -> tuple[str, ...]:
    """The question for each item of a list under one topic; none of an ordinary message."""
    if not _LIST.search(parse.text) or _WHOLE.search(parse.text) or _offers(parse):
        return ()
    if (
        len(_BETWEEN.findall(parse.text)) > _MOST
    ):  # a topic and as many items; time must grow with length alone
        return ()
    head, *rest = _HEAD.split(parse.text)
    if len(rest) > 1:
        return ()
    title = _item(0, len(head), parse) if rest else None
    items = _items(parse.text.rindex(rest[0]) if rest else 0, parse)
    if title is None or not any(m.of("entity") for m in title.mentions):
        return _listed(items, parse, graph)
    if not title.is_topic or any(item.parts for item in items):
        return ()
    return () if _are_choices(items, graph) else _under(title.text, items)


def _offers(parse: Parse) -> bool:
    """Whether a message offers a choice; "yes or no" offers none."""
    asked = {i for m in parse.mentions if m.of("cue") for i in m.words}
    return any(t.stem == "or" and t.index not in asked for t in parse.tokens)


def _are_choices(items: Sequence[_Item], graph: KnowledgeGraph) -> bool:
    """Whether items are things of one kind, to choose from: "odd one out: standing raise, donkey raise"."""
    kinds = [_kinds(item, graph) & _CHOSEN for item in items if item.is_bare]
    return any(a & b for a, b in combinations(kinds, 2))


def _kinds(item: _Item, graph: KnowledgeGraph) -> frozenset[Iri]:
    """The classes of the thing that opens an item."""
    senses = item.topic.of("entity") if item.topic else ()
    return frozenset(cls for sense in senses for cls in graph.entity(Iri(sense.name)).classes)


def _listed(items: Sequence[_Item], parse: Parse, graph: KnowledgeGraph) -> tuple[str, ...]:
    """The questions for items of which the first has the topic in it, or is it; none in whole sentences."""
    topic = items[0].topic if items else None
    whole = any(is_auxiliary(t) for t in parse.tokens) or any(item.parts or item.judges for item in items)
    if topic is None or whole or _TOPICS.isdisjoint(_kinds(items[0], graph)):
        return ()
    if not all(item.asks or item.topic for item in items[1:]) or _are_choices(items, graph):
        return ()
    if items[0].is_bare:
        return _under(items[0].text, items[1:])
    plain = items[0].asks and not any(t.stem in WH for item in items for t in item.words)
    return _under(_text(topic.words, parse), items[1:], first=items[0]) if plain else ()


def _under(topic: str, items: Sequence[_Item], first: _Item | None = None) -> tuple[str, ...]:
    """The questions for items under a topic, behind the first one if that has the topic in it."""
    if not all(item.tells for item in items):
        return ()
    asked = (item.text if first and item.topic else f"{topic}: {item.text}" for item in items)
    found = (*((first.text,) if first else ()), *asked)
    return found if _LEAST <= len(found) <= _MOST else ()


def _items(start: int, parse: Parse) -> list[_Item]:
    """The items of a list that starts at a place of the text."""
    found, begin = [], start
    for mark in [*_BETWEEN.finditer(parse.text, start), None]:
        end = mark.start() if mark else len(parse.text)
        if item := _item(begin, end + (mark is not None and mark.group().startswith("?")), parse):
            found.append(item)
        begin = mark.end() if mark else end
    return found


def _item(start: int, end: int, parse: Parse) -> _Item | None:
    """What stands between two places of the text; None for nothing."""
    words = tuple(t for t in parse.tokens if start <= t.offset < end)
    if not words:
        return None
    inside = {t.index for t in words}
    said = tuple(m for m in parse.mentions if inside.issuperset(m.words))
    aside = " .!" if parse.text.count("?") > 1 else " .!?"  # one mark is that of the whole list
    return _Item(parse.text[start:end].strip(aside), words, said)


def _text(words: Sequence[int], parse: Parse) -> str:
    """The words of a message from the first to the last of some, as typed."""
    last = parse.tokens[words[-1]]
    return parse.text[parse.tokens[words[0]].offset : last.offset + len(last.text)]
