"""Logical forms as one readable line, for the corpus of wordings and for people who look at it.

A set is a name (`soleus`, a class with a capital: `Muscle`), a link `(property set)`, a link read
backwards `(^property set)`, or `(and ...)`, `(or ...)`, `(not set)`. A form is

    (and Muscle (crossesJoint kneeJoint))    the members of a set, `... by stepNumber` in that order
    #(and Joint (^crossesJoint soleus))      how many they are
    ? soleus crossesJoint kneeJoint          whether a statement holds
    soleus crossesJoint ankleJoint           why it holds; with `not` in front, why it does not
    soleus                                   what a thing is
    soleus gastrocnemius                     how things differ; with `common` in front, what they share

Names are local names of the ontology.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.terms import Iri, Triple
from qa.forms.logic import (
    Ask,
    Because,
    Compare,
    Count,
    Describe,
    Either,
    Every,
    Form,
    Kind,
    Linked,
    Select,
    Set,
    Thing,
    Without,
    either,
    every,
)
from qa.vocabulary import CALF, NAMESPACE

__all__ = ["read_form", "write_form"]

_WORD = re.compile(r"[()]|[^\s()]+")
_OUTSIDE = {iri.local: iri for iri in (CALF.TYPE, CALF.SAME_AS)}  # terms of other vocabularies
_STATEMENT = 3  # names in a statement


def read_form(text: str, kind: str) -> Form:
    """The form of one line; `kind`, the question kind, tells a comparison from a reason.

    Raises ValueError for text that is no form.
    """
    text = text.strip()
    if text.startswith("#"):
        return Count(_set(text[1:]))
    if text.startswith("?"):
        return Ask(_triple(text[1:].split()))
    if text.startswith("("):
        body, _, order = text.partition(" by ")
        return Select(_set(body), _iri(order) if order else None)
    names = text.split()
    if kind == "comparison":
        common = names[0] == "common"
        return Compare(tuple(map(_iri, names[common:])), common)
    if len(names) == 1:
        return Describe(_iri(names[0]))
    negative = names[0] == "not"
    return Because((_triple(names[negative:]),), negative)


def write_form(form: Form) -> str:
    """The line of a form, as `read_form` reads it; of several reasons only the first is kept."""
    match form:
        case Select(inner, order):
            text = _written(inner)
            return (text if text.startswith("(") else f"(and {text})") + (
                f" by {order.local}" if order else ""
            )
        case Count(inner):
            return f"#{_written(inner)}"
        case Ask(triple):
            return f"? {_said(triple)}"
        case Because(triples, negative):
            return ("not " if negative else "") + _said(triples[0])
        case Describe(iri):
            return iri.local
        case Compare(things, common):
            return ("common " if common else "") + " ".join(iri.local for iri in things)


def _said(triple: Triple) -> str:
    """A statement as three names."""
    last = triple.object.local if isinstance(triple.object, Iri) else triple.object.value
    return f"{triple.subject.local} {triple.predicate.local} {last}"


def _written(node: Set) -> str:
    """A set as text."""
    match node:
        case Thing(iri) | Kind(iri):
            return iri.local
        case Linked(prop, to, inverse):
            return f"({'^' * inverse}{prop.local} {_written(to)})"
        case Every(parts):
            return f"(and {' '.join(map(_written, parts))})"
        case Either(parts):
            return f"(or {' '.join(map(_written, parts))})"
        case Without(part):
            return f"(not {_written(part)})"


def _iri(name: str) -> Iri:
    """The IRI of a local name."""
    return _OUTSIDE.get(name) or Iri(f"{NAMESPACE}{name}")


def _triple(names: list[str]) -> Triple:
    """A statement of three names."""
    if len(names) != _STATEMENT:
        raise ValueError(f"a statement has a subject, a property and an object, not {' '.join(names)!r}")
    subject, predicate, target = map(_iri, names)
    return Triple(subject, predicate, target)


def _set(text: str) -> Set:
    """The set that a text describes."""
    words = iter(_WORD.findall(text))
    node = _node(next(words, ""), words)
    if rest := list(words):
        raise ValueError(f"more than one set in {text!r}: {' '.join(rest)!r} is left over")
    return node


def _node(word: str, words: Iterator[str]) -> Set:
    """The set that starts with `word`."""
    if word in ("", ")"):
        raise ValueError("a set is missing")
    if word != "(":
        return Kind(_iri(word)) if word[0].isupper() else Thing(_iri(word))
    head = next(words, "")
    parts = tuple(_parts(words))
    if not parts or (head not in ("and", "or") and len(parts) != 1):
        raise ValueError(f"({head} ...) needs {'parts' if head in ('and', 'or') else 'one part'}")
    match head:
        case "and":
            return every(list(parts))
        case "or":
            return either(list(parts))
        case "not":
            return Without(parts[0])
        case _:
            return Linked(_iri(head.lstrip("^")), parts[0], head.startswith("^"))


def _parts(words: Iterator[str]) -> Iterator[Set]:
    """The sets up to the closing bracket."""
    for word in words:
        if word == ")":
            return
        yield _node(word, words)
    raise ValueError("a bracket is not closed")
