"""All items of a graph, and quizzes chosen from them: the same seed gives the same quiz."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.errors import CalfError
from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.telling.verbalising import Verbaliser
from teach.quiz.kit import KIND, Kit
from teach.quiz.makers import MAKERS
from teach.quiz.model import Form, Item, Level
from teach.quiz.topics import topics
from teach.quiz.wording import is_told_by

__all__ = ["Bank", "Choice", "items_about", "jumbled", "shuffled"]

_QUOTED = re.compile(r"“([^”]+)”")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a quiz is made of: items of these topics, levels and forms; none named means all.

    `count` is how many there are; 0 means every item there is, in an order that no seed changes.
    """

    seed: int = 1
    count: int = 10
    topics: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    forms: tuple[Form, ...] = ()

    @classmethod
    def named(
        cls, topics: Iterable[str] | None, levels: Iterable[str] | None, count: int, seed: int
    ) -> Choice:
        """The choice that names stand for; CalfError for a level that there is not."""
        known = [level.value for level in Level]
        for level in levels or ():
            if level not in known:
                raise CalfError(f"There is no level {level!r}", f"Choose among {', '.join(known)}")
        return cls(seed, count, tuple(topics or ()), tuple(Level(level) for level in levels or ()))

    def allows(self, item: Item) -> bool:
        """Whether an item may be in such a quiz."""
        pairs = ((self.topics, item.topic), (self.levels, item.level), (self.forms, item.form))
        return all(not wanted or value in wanted for wanted, value in pairs)


class Bank:
    """Every item of one graph; it never changes, so that threads may share it."""

    def __init__(self, graph: KnowledgeGraph, say: Verbaliser, drawn: Iterable[str] = ()) -> None:
        """Make the items; `drawn` are the local names of what the drawing of the leg shows."""
        kit = Kit(graph, say, drawn)
        made = (item for make in MAKERS for item in make(kit))
        found = {item.id: item for item in made if not _tells_itself(item, say)}
        self.version = graph.version
        self.items: tuple[Item, ...] = tuple(found[name] for name in sorted(found))

    @cached_property
    def by_memory(self) -> dict[str, tuple[Item, ...]]:
        """The items that ask for each statement."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            found[item.memory].append(item)
        return {memory: tuple(items) for memory, items in found.items()}

    def choose(self, choice: Choice) -> tuple[Item, ...]:
        """A quiz with its options in a chance order: forms and topics mixed, no statement asked for twice.

        Raises:
            CalfError: a topic is not known.
        """
        unknown = set(choice.topics) - {topic.name for topic in topics()}
        if unknown:
            known = ", ".join(topic.name for topic in topics())
            raise CalfError(f"There is no topic {min(unknown)!r}", f"Choose among {known}")
        allowed = [item for item in self.items if choice.allows(item)]
        if not choice.count:
            return tuple(shuffled(item, random.Random(item.id)) for item in allowed)  # noqa: S311  # no secret
        return _mixed(allowed, choice.count, choice.seed)

    def recalled(self, memories: Sequence[str], seed: int) -> tuple[Item, ...]:
        """One item for each of these statements, in their order; those gone from the graph are left out."""
        chance = random.Random(f"recall {seed}")  # noqa: S311  # a quiz is no secret
        known = [self.by_memory[memory] for memory in memories if memory in self.by_memory]
        return tuple(shuffled(chance.choice(items), chance) for items in known)


def _tells_itself(item: Item, say: Verbaliser) -> bool:
    """Whether one need not know the answer, since its words stand in the question, or a quote of that in it.

    A statement tells itself if it is true and its subject is called so: “a leg press machine is a machine”.
    The sides that one can take of a claim are no names, and tell nothing.
    """
    right = [option for option in item.options if option.right]
    judged = item.judged
    if item.claims or not right:
        return False
    if judged is not None and isinstance(judged.object, Iri):
        return right[0].verdict is True and is_told_by(say.label(judged.object), say.label(judged.subject))
    quoted = _QUOTED.findall(item.stem)
    return item.form in {Form.ONE, Form.SEVERAL} and (
        all(is_told_by(o.text, item.stem) for o in right)
        or any(is_told_by(quote, o.text) for quote in quoted for o in right)
    )


def items_about(bank: Bank, iris: Collection[Iri], seed: int, count: int) -> tuple[Item, ...]:
    """Up to `count` items on given things, as a lesson needs them; the same for the same seed."""
    wanted = frozenset(iris)
    return _mixed([item for item in bank.items if not wanted.isdisjoint(item.about)], count, seed)


def _mixed(items: Sequence[Item], count: int, seed: int) -> tuple[Item, ...]:
    """Some of the items: each from a topic and of a form that had few turns before, with a new statement."""
    chance = random.Random(f"quiz {seed}")  # noqa: S311  # a quiz is no secret
    pools: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        pools[item.topic, _turn(item)].append(item)
    for pool in pools.values():
        chance.shuffle(pool)
    order = list(pools)
    chance.shuffle(order)
    topic_turns: Counter[str] = Counter()
    form_turns: Counter[str] = Counter()
    asked: set[str] = set()
    chosen: list[Item] = []
    while order and len(chosen) < count:
        pair = min(order, key=lambda pair: (topic_turns[pair[0]], form_turns[pair[1]]))
        fresh = [item for item in pools[pair] if item.memory not in asked]
        if not fresh:
            order.remove(pair)
            continue
        topic_turns[pair[0]] += 1
        form_turns[pair[1]] += 1
        asked.add(fresh[0].memory)
        chosen.append(shuffled(fresh[0], chance))
    return tuple(chosen)


def _turn(item: Item) -> str:
    """What takes turns: forms, true and false so that no guess pays, and kinds, which are soon dull."""
    if item.memory.endswith(f"/{KIND}"):
        return KIND
    if item.form is not Form.VERDICT:
        return item.form
    return f"{item.form} {any(option.right and option.verdict for option in item.options)}"


def shuffled(item: Item, chance: random.Random) -> Item:
    """The item with its options in a chance order; steps stay in theirs, and True stands before False."""
    if item.form is Form.ORDER:
        return item
    options = list(item.options)
    chance.shuffle(options)
    if item.form is Form.VERDICT:
        options.sort(key=lambda option: not option.verdict)
    return replace(item, options=tuple(options))


def jumbled(item: Item, seed: int) -> tuple[int, ...]:
    """The places of the steps of an ORDER in a chance order that is not theirs."""
    places = list(range(len(item.options)))
    chance = random.Random(f"steps {seed} {item.id}")  # noqa: S311  # a quiz is no secret
    while places == sorted(places) and len(places) > 1:
        chance.shuffle(places)
    return tuple(places)
