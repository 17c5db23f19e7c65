"""Topics of a quiz: groups of classes, kept as data beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.terms import Iri
from kg.vocabulary import CALF_NS

__all__ = ["Topic", "apart", "topic_of", "topics", "unasked"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A name for addresses and switches, a title for people, and the classes of its things."""

    name: str
    title: str
    classes: frozenset[Iri]


@cache
def _data() -> dict[str, object]:
    return tomllib.loads((Path(__file__).parent / "topics.toml").read_text(encoding="utf-8"))


def _iris(names: object) -> frozenset[Iri]:
    assert isinstance(names, list)
    return frozenset(Iri(CALF_NS + str(name)) for name in names)


@cache
def topics() -> tuple[Topic, ...]:
    """All topics, in the order in which they are offered."""
    found = _data()["topic"]
    assert isinstance(found, list)
    return tuple(Topic(each["name"], each["title"], _iris(each["classes"])) for each in found)


@cache
def unasked() -> frozenset[Iri]:
    """Classes whose members nobody is asked the kind of."""
    return _iris(_data()["unasked"])


def topic_of(classes: Collection[Iri]) -> str:
    """The name of the first topic with one of `classes`; "" if there is none."""
    return next((topic.name for topic in topics() if not topic.classes.isdisjoint(classes)), "")


@cache
def apart() -> tuple[frozenset[Iri], ...]:
    """Groups of classes whose members a person tells from those of the others."""
    found = _data()["apart"]
    assert isinstance(found, list)
    return tuple(_iris(each) for each in found)
