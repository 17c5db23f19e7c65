"""Questions in English: every word of them comes from the labels and frames of the graph."""

from __future__ import annotations

import re

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Term, Triple
from qa.forms.logic import Linked, Thing
from qa.telling.verbalising import Verbaliser, capital

__all__ = ["Wording", "gapped", "is_told_by"]

_GAP = "…"
_WORD = re.compile(r"[^\W\d_]{4,}")
_ANY = re.compile(r"\b(?!(?:an?|the)\b)[^\W_]+")  # but an article
_STEM = 5  # letters that two words have in common when one gives the other away
_ENDING = 2  # letters at most by which a word and its plural differ


def _stems(text: str) -> set[str]:
    return {word[:_STEM].casefold() for word in _WORD.findall(text)}


def _is_alike(word: str, stems: set[str]) -> bool:
    """Whether a word begins with one of the stems: "heels" with that of "heel"."""
    return any(word.casefold().startswith(stem) for stem in stems)


def is_told_by(text: str, other: str) -> bool:
    """Whether the other text has every word of a text, be it in the plural.

    >>> is_told_by("A machine", "leg press machine"), is_told_by("The tibia", "the tibialis anterior")
    (True, False)
    """
    words, others = _ANY.findall(text.casefold()), _ANY.findall(other.casefold())
    return bool(words) and all(any(_is_same(word, each) for each in others) for word in words)


def _is_same(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return short == long or (
        len(short) > _ENDING and long.startswith(short[:_STEM]) and 0 < len(long) - len(short) <= _ENDING
    )


def gapped(text: str, name: str) -> str:
    """The text with a gap for each word that begins like a word of a name."""
    stems = _stems(name)
    return _WORD.sub(lambda word: _GAP if _is_alike(word[0], stems) else word[0], text)


class Wording:
    """Words the questions about one graph."""

    def __init__(self, graph: KnowledgeGraph, say: Verbaliser) -> None:
        """Use the frames of `graph` by way of `say`."""
        self._say = say
        self._terms = {p.iri: p for p in graph.properties()}

    def name(self, term: Term) -> str:
        """A thing as an option: "The soleus"."""
        return capital(self._say.name(term))

    def sentence(self, triple: Triple) -> str:
        """A statement as a sentence."""
        return f"{capital(self._say.fact(triple))}."

    def by_article(self, text: str, *, contested: bool) -> str:
        """A question, marked as one about the article where research does not support it."""
        return f"According to the article: {text[:1].lower()}{text[1:]}" if contested else text

    def which(self, prop: Iri, known: Iri, *, forward: bool, several: bool = False) -> str:
        """What asks for the object (forward) or for the subject of statements with `prop` and a known end."""
        predicate = self._predicate(prop, known, forward=forward)
        if predicate is None:
            gapped = self._gapped(prop, known, forward=forward)
            ask = "Which of these fit, each by itself?" if several else "What fits the gap?"
            return f"{ask} “{gapped}”"
        return f"Which of these {predicate}?" if not several else f"Find every one of these that {predicate}."

    def _predicate(self, prop: Iri, known: Iri, *, forward: bool) -> str | None:
        """The sentence without the end that is asked for, where it begins with that end."""
        term = self._terms[prop]
        own = "{object} " if forward else "{subject} "
        frame = term.says_inverse if forward else term.says
        if not frame.startswith(own):
            return None
        return self._say.set(Linked(prop, Thing(known), inverse=forward)).removeprefix("thing that ")

    def _gapped(self, prop: Iri, known: Iri, *, forward: bool) -> str:
        """The sentence with a gap for the end that is asked for."""
        frame = self._terms[prop].says
        own, far = ("{object}", "{subject}") if forward else ("{subject}", "{object}")
        return f"{capital(frame.replace(own, _GAP).replace(far, self._say.name(known)))}."
