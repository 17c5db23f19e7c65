"""Spelling correction that knows the domain and leaves real English words alone.

A word is corrected only if it is no English word at all, so that `medical` never becomes `medial`
nor `literal` `lateral`. Candidates come from a deletion index (Garbe's symmetric delete),
ranked by the optimal string alignment distance; the words of labels come first, then those of
qa/data/everyday.txt by how frequent they are, the synonyms of the ontology among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property
from importlib.resources import files
from itertools import combinations

from rapidfuzz.distance import OSA

__all__ = ["Speller", "everyday", "is_english"]

_SHORTEST = 4  # shorter words are too easily mistaken for one another
_VERY_COMMON = 200  # everyday words for which a word of three letters may stand
_COMMON = 600  # everyday words so frequent that they are meant sooner than a synonym in the ontology
_LONGEST = 24  # longer words are no misspelt names, and their deletions would take too long


class Speller:
    """Corrects words towards a vocabulary; immutable after construction."""

    def __init__(self, labels: Iterable[str], others: Iterable[str] = ()) -> None:
        """`labels`: lower-case words of labels, which come first where several words are as near.

        Then come common words, `others` of the domain, and everyday words.
        """
        self._labels, self._others = (
            frozenset(word for word in words if len(word) >= _SHORTEST) for words in (labels, others)
        )

    def correct(self, word: str) -> str | None:
        """The vocabulary's word that a misspelt one stands for; None if there is none, or no need.

        One edit is allowed in words of four to six letters, two in longer ones that keep their
        first letter; everyday words are one edit away. A word of three letters may have lost one of
        a label's or a very common word's.
        """
        word = word.lower()
        if not _SHORTEST - 1 <= len(word) <= _LONGEST or not word.isalpha():
            return None
        if self._is_domain(word) or is_english(word):
            return None
        reach = 1 if len(word) < 7 else 2
        if len(word) < _SHORTEST:
            candidates = {c for c in self._index.get(word, ()) if self._ranks[c] <= _VERY_COMMON}
        else:
            candidates = {c for key in _deletions(word, reach) for c in self._index.get(key, ())}
        ranked = sorted(
            (distance, c[0] != word[0], sorted(c) != sorted(word), self._ranks[c], c)
            for c in candidates
            if (distance := OSA.distance(word, c)) <= (reach if c[0] == word[0] and self._is_domain(c) else 1)
        )
        return ranked[0][-1] if ranked else None

    def _is_domain(self, word: str) -> bool:
        """Whether a word of the vocabulary is one of the domain."""
        return word in self._labels or word in self._others

    @cached_property
    def _ranks(self) -> dict[str, int]:
        """The place of each word of the vocabulary; lower ones come first."""
        words = [word for word in everyday() if len(word) >= _SHORTEST]
        later = {word: _COMMON + 1 + at for at, word in enumerate(words)}
        common = {word: 1 + at for at, word in enumerate(words[:_COMMON])}
        return later | dict.fromkeys(self._others, _COMMON) | common | dict.fromkeys(self._labels, 0)

    @cached_property
    def _index(self) -> dict[str, list[str]]:
        """Vocabulary words by each of their shortened forms; made when first needed."""
        index: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._ranks):
            for key in _deletions(word, 2 if len(word) > 5 and self._is_domain(word) else 1):
                index[key].append(word)
        return dict(index)


def _deletions(word: str, reach: int) -> set[str]:
    """The word with up to `reach` letters taken out."""
    size = len(word)
    return {
        "".join(word[i] for i in range(size) if i not in gone)
        for n in range(reach + 1)
        for gone in map(set, combinations(range(size), n))
    }


def is_english(word: str) -> bool:
    """Whether a general English word list holds the word."""
    return word in _word_list()


@cache
def _word_list() -> frozenset[str]:
    """The word list of pyspellchecker, loaded only when an unknown word turns up."""
    from spellchecker import SpellChecker  # noqa: PLC0415 - 60 ms that most questions never need

    return frozenset(SpellChecker(language="en", distance=1).word_frequency.words())


@cache
def everyday() -> tuple[str, ...]:
    """Words that people ask with, the most frequent first (scripts/collect_everyday.py)."""
    return tuple(files("qa").joinpath("data/everyday.txt").read_text(encoding="utf-8").split())
