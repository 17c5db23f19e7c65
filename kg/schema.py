"""The terms of the graph as values: individuals, classes and properties, with the words for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.terms import Iri

__all__ = ["ClassTerm", "Entity", "PropertyTerm", "Truth"]


class Truth(Enum):
    """What the graph says of a statement: it holds, it does not hold, or nothing is said."""

    YES = "yes"
    NO = "no"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Entity:
    """An individual.

    `classes` are all its classes, inferred ones included; `kind` is the most specific asserted one.
    `mention` is how it reads inside a sentence; `article_term` is the article's own name for it, or "".
    `greater` and `lesser` say of what has more or less of a quantity how it is: "heavy", "light" of mass.
    """

    iri: Iri
    label: str
    classes: frozenset[Iri]
    kind: Iri
    definition: str
    mention: str
    alt_labels: tuple[str, ...]
    hidden_labels: tuple[str, ...]
    article_term: str
    greater: tuple[str, ...] = ()
    lesser: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class; `supers` are all classes above it, and `plural` is its label for several members."""

    iri: Iri
    label: str
    definition: str
    alt_labels: tuple[str, ...]
    hidden_labels: tuple[str, ...]
    supers: frozenset[Iri]
    plural: str


@dataclass(frozen=True, slots=True)
class PropertyTerm:
    """A property and the words that say it or ask for it.

    `supers` are all properties above it. `says` and `says_inverse` are sentences with `{subject}` and
    `{object}` in them, or "". `salience` runs from 0 to 9. `is_object` is false if values are literals.
    """

    iri: Iri
    label: str
    definition: str
    domain: Iri | None
    range: Iri | None
    inverse: Iri | None
    supers: frozenset[Iri]
    verbs: tuple[str, ...]
    inverse_verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    inverse_nouns: tuple[str, ...]
    cues: tuple[str, ...]
    asks: tuple[str, ...]
    says: str
    says_inverse: str
    salience: int
    is_object: bool
