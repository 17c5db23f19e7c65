"""Spelling correction that knows the domain and leaves real English words alone.

A word is corrected only if it is no English word at all, so that `medical` never becomes `medial`
nor `literal` `lateral`. Candidates come from a deletion index (Garbe's symmetric delete), ranked
by the optimal string alignment distance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property
from itertools import combinations

from rapidfuzz.distance import OSA

__all__ = ["Speller"]

_SHORTEST = 4  # shorter words are too easily mistaken for one another
_LONGEST = 24  # longer words are no misspelt names, and their deletions would take too long


class Speller:
    """Corrects words towards a vocabulary; immutable after construction."""

    def __init__(self, labels: Iterable[str], others: Iterable[str] = (), plain: Iterable[str] = ()) -> None:
        """`labels`: lower-case words of labels; at equal distance they come before `others`, then `plain`."""
        self._ranks: dict[str, int] = {}
        for rank, words in enumerate((labels, others, plain)):
            for word in words:
                if len(word) >= _SHORTEST:
                    self._ranks.setdefault(word, rank)

    def correct(self, word: str) -> str | None:
        """The vocabulary's word that a misspelt one stands for; None if there is none, or no need.

        One edit is allowed in words of four to six letters, two in longer ones that keep their
        first letter.
        """
        word = word.lower()
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
            return None
        if word in self._ranks or _is_english(word):
            return None
        reach = 1 if len(word) < 7 else 2
        candidates = {c for key in _deletions(word, reach) for c in self._index.get(key, ())}
        ranked = sorted(
            (OSA.distance(word, c), c[0] != word[0], self._ranks[c], c)
            for c in candidates
            if OSA.distance(word, c) <= (reach if c[0] == word[0] else 1)
        )
        return ranked[0][-1] if ranked else None

    @cached_property
    def _index(self) -> dict[str, list[str]]:
        """Vocabulary words by each of their shortened forms; made when first needed."""
        index: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._ranks):
            for key in _deletions(word, 1 if len(word) < 6 else 2):
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


def _is_english(word: str) -> bool:
    """Whether a general English word list holds the word."""
    return word in _word_list()


@cache
def _word_list() -> frozenset[str]:
    """The word list of pyspellchecker, loaded only when an unknown word turns up."""
    from spellchecker import SpellChecker  # noqa: PLC0415 - 60 ms that most questions never need

    return frozenset(SpellChecker(language="en", distance=1).word_frequency.words())
