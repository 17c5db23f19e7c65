"""Every form of words that the graph or English gives a sense, in one trie of stems.

Built from the graph alone: an entity, class or property that is added to the ontology with its
labels and frames is understood from the next start on, without a line of code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.parsing.english import English, english
from qa.parsing.stemming import stem
from qa.vocabulary import UNNAMED

__all__ = ["Lexicon", "Node", "Sense", "build_lexicon", "stems_of"]

_OFTEN = 3  # forms of one thing that a word must be in, or its label, to point at it
_ARTICLES = frozenset(("the", "your", "my"))
_HALF = 2  # content words of a label of which each is half of it
_FEW = 2  # things that a telling word may belong to
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
# "a two-joint muscle" and "what's" are met by their parts, as the tokenizer splits them.
_CONTRACTIONS = {"'s": " is", "n't": " not", "'re": " are", "'ll": " will", "'ve": " have"}


class Sense(NamedTuple):
    """What a form may stand for.

    `kind` is entity, class, property, operator or cue; `name` the IRI, or the operator's or
    question kind's name; `role` is how a property is named: verb, inverse, noun, inverse_noun,
    cue or asks; for entities and classes, label, alternative or hidden.
    """

    kind: str
    name: str
    role: str = ""


@dataclass(slots=True)
class Node:
    """A node of the trie: the next stems, and the senses, in order, of the form that ends here."""

    children: dict[str, Node] = field(default_factory=dict)
    senses: list[Sense] = field(default_factory=list)
    form: str = ""
    crosses: bool = False  # whether a comma may stand inside

    def __reduce__(self) -> tuple[type[Node], tuple[object, ...]]:
        """Copied by its parts: thousands of nodes are read at every start."""
        return Node, (self.children, self.senses, self.form, self.crosses)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The trie; the surface words it was made of (for spelling correction); and telling words.

    A word is telling if it occurs in the names of very few things, so that it points at them
    even when the rest of the name is missing. Naming words do so although they are also words of a
    property ("keep my work balanced").
    """

    root: Node
    words: frozenset[str]
    label_words: frozenset[str]
    stems: frozenset[str]
    telling: dict[str, tuple[Sense, ...]]
    naming: dict[str, tuple[Sense, ...]]
    english: English

    def knows(self, key: str) -> bool:
        """Whether a stem occurs in any form of the lexicon."""
        return key in self.stems

    def senses(self, text: str) -> tuple[Sense, ...]:
        """The senses of exactly this form of words, whatever its inflection."""
        node: Node | None = self.root
        for key in _without_articles(stems_of(text)):
            node = node.children.get(key) if node else None
        return tuple(node.senses) if node else ()


@lru_cache(maxsize=16_384)
def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words of a form, contractions spelled out."""
    lowered = text.lower().replace("\u2019", "'")
    for short, full in _CONTRACTIONS.items():
        lowered = lowered.replace(short, full)
    return tuple(stem(word) for word in _WORD.findall(lowered))


def _without_articles(keys: tuple[str, ...]) -> tuple[str, ...]:
    """A form without its articles, which a question may leave out or change: "below (the) knee"."""
    return tuple(key for key in keys if key not in _ARTICLES) or keys


def build_lexicon(graph: KnowledgeGraph) -> Lexicon:
    """The lexicon of a graph; the same graph gives the same lexicon."""
    root = Node()
    words: set[str] = set()
    labels: set[str] = set()
    stems: set[str] = set()
    entries = sorted(set(_entries(graph)), key=lambda entry: (entry[1], entry[0]))
    for form, sense in entries:
        keys = stems_of(form)
        if sense.kind in ("entity", "class", "property"):
            keys = _without_articles(keys)
        if not keys:
            continue
        _insert(root, keys, form, sense)
        if sense.kind in ("entity", "class", "property"):
            (labels if sense.role == "label" else words).update(
                word.lower() for word in _WORD.findall(form) if not word.isdigit()
            )
        stems.update(keys)
    return Lexicon(
        root,
        frozenset(words),
        frozenset(labels),
        frozenset(stems),
        _telling(entries),
        _naming(entries),
        english(),
    )


def _naming(entries: Iterable[tuple[str, Sense]]) -> dict[str, tuple[Sense, ...]]:
    """Words that stand in the labels of one thing alone, such as "balanced", and are half of one at least."""
    plain = english()
    holders: dict[str, set[str]] = {}
    halves: set[str] = set()
    for form, sense in entries:
        if sense.kind == "entity" and sense.role in ("label", "alternative"):
            keys = stems_of(form)
            for key in keys:
                holders.setdefault(key, set()).add(sense.name)
            halves.update(keys if sum(not plain.is_plain(key) for key in keys) <= _HALF else ())
    return {
        key: tuple(Sense("entity", name, "part") for name in names)
        for key, names in holders.items()
        if len(names) == 1 and key in halves and not plain.is_plain(key) and not key.isdigit()
    }


def _telling(entries: Iterable[tuple[str, Sense]]) -> dict[str, tuple[Sense, ...]]:
    """Words that occur in the names of at most `_FEW` things, with those things."""
    plain = english()
    uses: dict[str, dict[Sense, int]] = {}
    for form, sense in entries:
        if sense.kind in ("entity", "class"):
            for key in set(stems_of(form)):
                if not plain.is_plain(key) and key not in plain.light | plain.absent and not key.isdigit():
                    holder = Sense(sense.kind, sense.name, "part")
                    uses.setdefault(key, {}).setdefault(holder, 0)
                    uses[key][holder] += _OFTEN if sense.role in ("label", "alternative") else 1
    kept = {key: sorted(s for s, n in holders.items() if n >= _OFTEN) for key, holders in uses.items()}
    return {key: tuple(senses) for key, senses in kept.items() if 0 < len(senses) <= _FEW}


def _insert(root: Node, keys: tuple[str, ...], form: str, sense: Sense) -> None:
    """Add one form to the trie."""
    node = root
    for key in keys:
        node = node.children.setdefault(key, Node())
    node.form = node.form or form
    node.crosses = node.crosses or "," in form
    if sense not in node.senses:
        node.senses.append(sense)


def _entries(graph: KnowledgeGraph) -> Iterator[tuple[str, Sense]]:
    """Every form with its sense."""
    meant = _meant(graph)
    for entity in graph.entities():
        if entity.classes & UNNAMED:
            continue
        yield from _named("entity", entity.iri, entity.label, entity.alt_labels, entity.hidden_labels)
        if entity.article_term:
            yield entity.article_term, Sense("entity", entity.iri, "hidden")
        forms = (entity.label, *entity.alt_labels, *entity.hidden_labels)
        for iri in {meant[key] for key in map(stems_of, forms) if key in meant} - {entity.iri}:
            yield from ((form, Sense("entity", iri, "article")) for form in forms)
    for term in graph.classes():
        if {term.iri, *term.supers} & UNNAMED:
            continue
        yield from _named("class", term.iri, term.label, term.alt_labels, term.hidden_labels)
    for prop in graph.properties():
        roles = (
            ("verb", prop.verbs),
            ("inverse", prop.inverse_verbs),
            ("noun", prop.nouns),
            ("inverse_noun", prop.inverse_nouns),
            ("cue", prop.cues),
            ("asks", prop.asks),
        )
        for role, forms in roles:
            yield from ((form, Sense("property", prop.iri, role)) for form in map(_without_be, forms))
    words = english()
    for kind, table in (("operator", words.operators), ("cue", words.kinds)):
        for name, forms in table.items():
            yield from ((form, Sense(kind, name)) for form in forms)


def _meant(graph: KnowledgeGraph) -> dict[tuple[str, ...], Iri]:
    """What the article means by the terms it uses in a sense of its own: "eversion" for toes out."""
    return {
        stems_of(term): entity.iri
        for entity in graph.entities()
        for term in entity.article_term.split("/")
        if term
    }


def _named(
    kind: str, iri: Iri, label: str, alternatives: Iterable[str], hidden: Iterable[str]
) -> Iterator[tuple[str, Sense]]:
    """The forms of something with labels."""
    yield label, Sense(kind, iri, "label")
    yield from ((form, Sense(kind, iri, "alternative")) for form in alternatives)
    yield from ((form, Sense(kind, iri, "hidden")) for form in hidden)


def _without_be(form: str) -> str:
    """The frame "be part of" as "part of": the copula of a frame may stand anywhere in a question."""
    return form.removeprefix("be ") if form.count(" ") else form
