"""Spelling correction that knows the domain and leaves real English words alone.

A word is corrected only if it is no English word, so that `medical` never becomes `medial` nor `literal`
`lateral`; of words so rare that a slip is likelier ("coss", "repps") only towards a label or one of the
commonest words. Candidates come from a deletion index (Garbe's symmetric delete),
ranked by the optimal string alignment distance; the words of labels come first, then those of
qa/data/everyday.txt by how frequent they are, the synonyms of the ontology among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import chain, combinations

from rapidfuzz.distance import OSA

__all__ = ["Speller", "everyday", "is_english", "is_misspelt", "is_plain_slip"]

_SHORTEST = 4  # shorter words are too easily mistaken for one another
_VERY_COMMON = 200  # everyday words for which a word of three letters, or a rare one, may stand
_RARE = 100  # of 160,000 words seven in ten have been met less often, most of them 50 times
_FREQUENT = 10_000  # one word in thirty has been met more often
_LONG = 5  # letters from which an edit makes a word of few others
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
        if self._is_domain(word) or _frequency(word) > _RARE:
            return None
        doubtful = len(word) < _SHORTEST or is_english(word)
        reach = 1 if len(word) < 7 or doubtful else 2
        keys = (word,) if len(word) < _SHORTEST else _deletions(word, reach)
        candidates = {c for key in keys for c in self._index.get(key, ())}
        if doubtful:
            candidates = {c for c in candidates if c[0] == word[0] and self._ranks[c] <= _VERY_COMMON}
        slips = _slips(word)
        ranked = sorted(
            (distance, c[0] != word[0], c not in slips, self._ranks[c], c)
            for c in candidates
            if (distance := OSA.distance(word, c)) <= (reach if c[0] == word[0] and self._is_domain(c) else 1)
        )
        if ranked:
            return ranked[0][-1]
        return _without_slip(word) if len(word) >= _SHORTEST and not doubtful else None

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


def is_plain_slip(written: str, meant: str) -> bool:
    """Whether a word was only written with a letter doubled or with two neighbours changed over."""
    return meant.lower() in _slips(written.lower())


def _slips(word: str) -> set[str]:
    """What a word may be whose writer doubled a letter or changed two neighbours over."""
    once = {word[:i] + word[i + 1 :] for i in range(1, len(word)) if word[i] == word[i - 1]}
    return once | {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)}


def _without_slip(word: str) -> str | None:
    """The most frequent English word that a slip of the fingers made of none; None if there is none."""
    found = max(sorted(_slips(word)), key=_frequency, default="")
    return found if _frequency(found) > _RARE else None


def is_english(word: str) -> bool:
    """Whether a general English word list holds the word."""
    return _frequency(word) > 0


@lru_cache(maxsize=4096)
def is_misspelt(word: str) -> bool:
    """Whether a word is no English one, but one edit away from a frequent one: "dinnr", "natue"."""
    if is_english(word) or not _LONG <= len(word) <= _LONGEST:
        return False
    letters = "abcdefghijklmnopqrstuvwxyz"
    parts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    edits = chain(
        (a + b[1:] for a, b in parts if b),
        (a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1),
        (a + letter + rest for a, b in parts for letter in letters for rest in {b, b[1:]}),
    )
    return any(_frequency(edit) > _FREQUENT for edit in edits)


def _frequency(word: str) -> int:
    """How often a general English word list has met a word; 0 if it does not hold it."""
    return _word_list().get(word, 0)


@cache
def _word_list() -> dict[str, int]:
    """The word list of pyspellchecker, loaded only when an unknown word turns up."""
    from spellchecker import SpellChecker  # noqa: PLC0415 - 60 ms that most questions never need

    return dict(SpellChecker(language="en", distance=1).word_frequency.dictionary)


@cache
def everyday() -> tuple[str, ...]:
    """Words that people ask with, the most frequent first (scripts/collect_everyday.py)."""
    return tuple(files("qa").joinpath("data/everyday.txt").read_text(encoding="utf-8").split())
