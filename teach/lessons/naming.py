"""Which things of the graph a text names, and whether it says a relation, compared by the stems of words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from kg.graph import KnowledgeGraph
from kg.schema import ClassTerm, Entity, PropertyTerm
from kg.terms import Iri
from kg.vocabulary import CALF as KG
from qa.parsing.stemming import stem
from qa.vocabulary import BACKGROUND, CALF

__all__ = ["Namer", "numbers", "stems"]

_TITLED = frozenset((CALF.CLAIM, CALF.EVIDENCE_LINE, CALF.REASON))
_WORD = re.compile(r"[^\W_]+(?:\.\d+)?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ARTICLES = frozenset("the a an your their its".split())
_COUNTS = {
    word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)
}
_COUNTS["both"] = 2


@lru_cache(maxsize=65536)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text, without articles; numbers stay as they are."""
    words = _WORD.findall(text.lower().replace("’", "'").replace("'s", " "))
    return tuple(stem(word) for word in words if word not in _ARTICLES)


def numbers(text: str) -> frozenset[str]:
    """The numbers of a text, written as digits, as words from two to ten or as "both", as digits."""
    digits = (f"{float(number):g}" for number in _NUMBER.findall(text))
    words = (str(_COUNTS[w]) for w in re.findall(r"[a-z]+", text.lower()) if w in _COUNTS)
    return frozenset((*digits, *words))


class Namer:
    """Finds the names and relations of one graph in texts."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        """Index the names of `graph`."""
        self._things: dict[Iri, Entity | ClassTerm] = {e.iri: e for e in graph.entities()}
        self._things.update((c.iri, c) for c in graph.classes())
        self._terms = {p.iri: p for p in graph.properties()}
        self._index: dict[tuple[str, ...], set[Iri]] = defaultdict(set)
        for each in self._things.values():
            if isinstance(each, Entity) and each.classes & _TITLED:
                continue  # a claim is called by what it claims, which is no name
            for name in (each.label, *each.alt_labels):
                self._index[stems(name)].add(each.iri)
        self._longest = max(map(len, self._index))

    @cache  # noqa: B019  # a namer lives as long as the graph
    def named(self, text: str) -> dict[tuple[str, ...], frozenset[Iri]]:
        """What a text names by label or synonym, the longest names first: stems, and what they may mean.

        Classes, words that explain, units, and what all of this is about are no names here.
        """
        return {key: things for key, things in self._marks(text) if things}

    def _marks(self, text: str) -> Iterator[tuple[tuple[str, ...], frozenset[Iri]]]:
        """The names and the other words of a text in their order; the latter mean nothing."""
        words, at = stems(text), 0
        while at < len(words):
            lengths = range(min(self._longest, len(words) - at), 0, -1)
            key = next((words[at : at + n] for n in lengths if words[at : at + n] in self._index), ())
            counts = key and self._index[key].isdisjoint(self._things_that_do_not_count())
            yield key or words[at : at + 1], frozenset(self._index[key]) if counts else frozenset()
            at += len(key) or 1

    def kinds(self, text: str) -> Iterator[Iri]:
        """The classes that a text says of something: "is a two-joint muscle"."""
        words = stems(text)
        for iri, each in self._things.items():
            said = ("be", *stems(each.label))
            if isinstance(each, ClassTerm) and any(
                words[at : at + len(said)] == said for at in range(len(words))
            ):
                yield iri

    def follows(self, text: str, other: str) -> bool:
        """Whether the names and numbers of a text come in the order in which another text has them."""
        left = iter(self._pegs(other))
        return all(any(_same(peg, each) for each in left) for peg in self._pegs(text))

    @cache  # noqa: B019  # as above
    def _pegs(self, text: str) -> tuple[str | frozenset[Iri], ...]:
        """The names and numbers of a text in their order."""
        return tuple(
            things or (f"{float(key[0]):g}" if _NUMBER.fullmatch(key[0]) else key[0])
            for key, things in self._marks(text)
            if things or key[0][0].isdigit()
        )

    @cache  # noqa: B019  # as above
    def _things_that_do_not_count(self) -> frozenset[Iri]:
        kinds = {CALF.CONCEPT, CALF.UNIT, CALF.CLAIM_STATUS, CALF.EVIDENCE_DIRECTION}
        classes = {iri for iri, each in self._things.items() if isinstance(each, ClassTerm)}
        plain = {
            iri
            for iri, each in self._things.items()
            if isinstance(each, Entity)
            and (each.classes & kinds or (CALF.SOURCE in each.classes and KG.STUDY not in each.classes))
        }
        return frozenset((*BACKGROUND, *classes, *plain))

    def knows(self, iri: Iri) -> bool:
        """Whether the graph has an individual or class of this name."""
        return iri in self._things

    def inside(self, iri: Iri) -> frozenset[Iri]:
        """What the names of a thing name besides it: that of a head names its muscle."""
        each = self._things[iri]
        own = each.mention if isinstance(each, Entity) else each.plural
        words = [stems(name) for name in (each.label, own)]
        spans = (w[i:j] for w in words for i in range(len(w)) for j in range(i + 1, len(w) + 1))
        return frozenset(other for span in spans for other in self._index.get(span, ()))

    def _names(self, iri: Iri) -> tuple[str, ...]:
        """Every name of a thing, misspellings and loose ones included."""
        each = self._things[iri]
        own = each.mention if isinstance(each, Entity) else each.plural
        return (each.label, own, *each.alt_labels, *each.hidden_labels)

    def is_named(self, iri: Iri, text: str) -> bool:
        """Whether a text names a thing by any of its names."""
        words = stems(text)
        return any(_within(stems(name), words) for name in self._names(iri))

    def fits(self, words: str, iri: Iri) -> bool:
        """Whether all words of a link stand in some name of the thing that it leads to."""
        known = {key for name in self._names(iri) for key in stems(name)}
        return set(stems(words)) <= known

    # ------------------------------------------------------------ relations

    def says(self, predicate: Iri, text: str) -> bool:
        """Whether a text holds a frame of a property, in order, other words between."""
        words = stems(text)
        return any(_within(frame, words) for frame in self._frames(predicate))

    @cache  # noqa: B019  # as above
    def _frames(self, predicate: Iri) -> frozenset[tuple[str, ...]]:
        if predicate == CALF.TYPE:
            return frozenset((("be",),))
        term = self._terms[predicate]
        family = [term, *([self._terms[term.inverse]] if term.inverse else [])]
        family += [self._terms[sup] for sup in term.supers]
        forms = (form for each in family for form in _forms(each))
        return frozenset(filter(None, map(stems, forms)))

    # ------------------------------------------------------------ words

    def label(self, iri: Iri) -> str:
        """The preferred label of an individual or a class."""
        return self._things[iri].label

    def kind(self, iri: Iri) -> Iri:
        """What kind of thing an individual is; a class is of its own kind."""
        each = self._things[iri]
        return each.kind if isinstance(each, Entity) else iri

    def words_of(self, iri: Iri) -> frozenset[str]:
        """The stems of all names of a thing and of what it is called as a kind."""
        return frozenset(key for name in self._names(iri) for key in stems(name))

    def words_for(self, predicate: Iri) -> frozenset[str]:
        """The stems of all words that say a property."""
        return frozenset(key for frame in self._frames(predicate) for key in frame)


def _forms(term: PropertyTerm) -> Iterable[str]:
    """Every way to say a property, its own sentences without their places included."""
    said = (re.sub(r"\{\w+\}", " ", text) for text in (term.says, term.says_inverse))
    return (*term.verbs, *term.inverse_verbs, *term.nouns, *term.inverse_nouns, *term.cues, term.label, *said)


def _same(one: str | frozenset[Iri], other: str | frozenset[Iri]) -> bool:
    """Whether two numbers are equal, or two names may mean the same."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return not one.isdisjoint(other)


def _within(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether all of `wanted` occur in `words` in their order."""
    left = iter(words)
    return bool(wanted) and all(key in left for key in wanted)
