"""Spelling correction that knows the domain and leaves real English words alone.

A word is corrected only if it is no English word, so that `medical` never becomes `medial` nor `literal`
`lateral`; of words so rare that a slip is likelier ("coss", "repps") only towards a label or one of the
commonest words. Candidates come from a deletion index (Garbe's symmetric delete) and are ranked as by a
noisy channel: how often people ask with a word (qa/data/everyday.txt, words of labels and of synonyms in the
ontology not far behind), and how likely the slip is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import chain, combinations, pairwise
from math import log

from rapidfuzz.distance import OSA

from qa.parsing.sounding import Sounds, split

__all__ = ["Speller", "everyday", "is_english", "is_misspelt", "is_plain_slip"]

_SHORTEST = 4  # shorter words are too easily mistaken for one another
_VERY_COMMON = 300  # everyday words for which a word of three letters, or a rare one, may stand
_RARE = 100  # of 160,000 words seven in ten have been met less often, most of them 50 times
_FREQUENT = 10_000  # one word in thirty has been met more often
_LONG = 5  # letters from which an edit makes a word of few others
_LONGER = 7  # letters from which an edit makes a word of hardly any other, so that that need not be frequent
_MET = 500  # how often such a word has been met at least
_COMMON = 600  # rank that a synonym of the ontology has at least
_NAMED = 100  # the same of a word of a label
_PARTED = 100_000  # how often either of two words run together has been met at least
_LONGEST = 24  # longer words are no misspelt names, and their deletions would take too long
_DOUBTS = 3  # words that one may be taken for where it makes no sense
_FLAT = 40  # added to ranks, since the first ones hardly differ
# What a slip costs, in logarithms of ranks: a lost letter is one of few, a wrong one is one of 25.
_LOST, _ADDED, _REPLACED, _NEXT_KEY, _FIRST, _TWICE = 0.5, 3.0, 2.5, 1.5, 3.0, 6.0
_BRITISH = str.maketrans("zk", "sc")  # "criticize", "skeptical"
_KEYS = ("qwertyuiop", " asdfghjkl", "  zxcvbnm")


class Speller:
    """Corrects words towards a vocabulary; immutable after construction."""

    def __init__(
        self,
        labels: Iterable[str],
        others: Iterable[str] = (),
        knows: Callable[[str], bool] = frozenset().__contains__,
    ) -> None:
        """`labels`: lower-case words of labels; `others` of the domain are less likely.

        `knows` tells whether a word is another form of one that is understood: "emphasising".
        """
        self._knows = knows
        self._labels, self._others = (
            frozenset(word for word in words if len(word) >= _SHORTEST) for words in (labels, others)
        )

    def correct(self, word: str) -> str | None:
        """The vocabulary's word that a misspelt one stands for; None if there is none, or no need.

        One edit is allowed in words of four to six letters, two in longer ones that keep their
        first letter; everyday words are one edit away. A word of three letters may have lost one of
        a label's or a common word's.
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
            most = _VERY_COMMON if is_english(word) else _COMMON
            candidates = {c for c in candidates if c[0] == word[0] and self._ranks[c] <= most}
        ranked = sorted(
            (_cost(word, c, distance) + log(_FLAT + self._ranks[c]), c)
            for c in candidates
            if (distance := OSA.distance(word, c)) <= (reach if c[0] == word[0] and self._is_domain(c) else 1)
        )
        if ranked:
            return ranked[0][-1]
        if doubtful:
            return None
        slips = sorted(slip for slip in _slips(word) if self._knows(slip))
        found = next(iter(slips), None) or _without_slip(word) or self._sounds.alike(word)
        found = found or self._of_its_letters(word)
        return found or _frequent_neighbour(word) or self._known_neighbour(word)

    def parted(self, word: str) -> str | None:
        """Two common words that were written as one, apart: "each other"; None if a word is none such."""
        word = word.lower()
        if not _LONG < len(word) <= _LONGEST or not word.isalpha():
            return None
        if self._knows(word) or self._is_domain(word) or is_english(word) or self.correct(word):
            return None
        return split(word, self._is_common)

    def _of_its_letters(self, word: str) -> str | None:
        """The common word of the letters of another, which two slips brought out of order: "msucel"."""
        same = (c for c in self._spelt.get(frozenset(word), ()) if c[0] == word[0])
        near = sorted((distance, self._ranks[c], c) for c in same if (distance := OSA.distance(word, c)) <= 3)
        return near[0][-1] if near else None

    def _known_neighbour(self, word: str) -> str | None:
        """The form of an understood word that one edit after the first letter made of none."""
        if len(word) < _LONGER:
            return None
        near = (edit for edit in set(_edits(word)) if edit[0] == word[0] and self._knows(edit))
        return min(near, key=lambda edit: (_cost(word, edit, 1), edit), default=None)

    def doubted(self, word: str) -> tuple[str, ...]:
        """The words that a strange one may be a slip of, likeliest first; two slips may make a word of none.

        All are words that people often ask with, and begin as it does.
        """
        word = word.lower()
        if not _SHORTEST - 1 <= len(word) <= _LONGEST or not word.isalpha() or self._is_domain(word):
            return ()
        reach = 1 if len(word) < _LONG or is_english(word) else 2
        keys = (word,) if len(word) < _SHORTEST else _deletions(word, reach)
        found = {c for key in keys for c in self._index.get(key, ())} - {word}
        most = _VERY_COMMON if is_english(word) else _COMMON
        likely = [c for c in found if c[0] == word[0] and self._ranks[c] <= most]
        near = [(c, distance) for c in likely if (distance := OSA.distance(word, c)) <= reach]
        ranked = sorted((_cost(word, c, distance) + log(_FLAT + self._ranks[c]), c) for c, distance in near)
        return tuple(c for _, c in ranked[:_DOUBTS])

    def _is_common(self, part: str) -> bool:
        """Whether a word is met so often, or so often here, that it is likely one of two run together."""
        here = part in self._labels or (len(part) > _SHORTEST and self._knows(part))
        return here or _frequency(part) > _PARTED

    def _is_domain(self, word: str) -> bool:
        """Whether a word of the vocabulary is one of the domain."""
        return word in self._labels or word in self._others

    @cached_property
    def _ranks(self) -> dict[str, int]:
        """The place of each word of the vocabulary; lower ones come first."""
        words = [word for word in everyday() if len(word) >= _SHORTEST]
        asked = {word: 1 + at for at, word in enumerate(words)}
        named = {word: min(_COMMON, asked.get(word, _COMMON)) for word in self._others}
        labels = {word: min(_NAMED, asked.get(word, _NAMED)) for word in self._labels}
        return asked | named | labels

    @cached_property
    def _spelt(self) -> dict[frozenset[str], list[str]]:
        """The commonest words by their letters; made when first needed."""
        found: dict[frozenset[str], list[str]] = defaultdict(list)
        for word, rank in self._ranks.items():
            if rank <= _VERY_COMMON and len(word) >= _LONG:
                found[frozenset(word)].append(word)
        return dict(found)

    @cached_property
    def _sounds(self) -> Sounds:
        """The words of the domain by their sound; made when first needed."""
        return Sounds(sorted(self._labels | self._others))

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


def _cost(written: str, meant: str, distance: int) -> float:
    """How unlikely it is that one word was written for another, on the scale of logarithms of ranks."""
    cost = _FIRST * (written[0] != meant[0])
    if distance > 1:
        return cost + _TWICE
    if meant in _slips(written):
        return cost
    if len(written) != len(meant):
        return cost + (_LOST if len(written) < len(meant) else _ADDED)
    wrong = next((pair for pair in zip(written, meant, strict=True) if pair[0] != pair[1]), ("", ""))
    return cost + (_NEXT_KEY if wrong in _neighbours() else _REPLACED)


@cache
def _neighbours() -> frozenset[tuple[str, str]]:
    """Letters whose keys lie side by side."""
    pairs = {(a, b) for row in _KEYS for a, b in pairwise(row)}
    pairs |= {
        (a, b) for upper, lower in pairwise(_KEYS) for at, a in enumerate(upper) for b in lower[at : at + 2]
    }
    return frozenset(pairs | {(b, a) for a, b in pairs})


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


@lru_cache(maxsize=4096)
def _frequent_neighbour(word: str) -> str | None:
    """The frequent English word that one edit after the first letter made of none; None if there is none."""
    if len(word) < _LONG:
        return None
    edits = [edit for edit in _edits(word) if edit[0] == word[0]]
    if any(_frequency(edit) and _is_american(edit, word) for edit in edits):
        return None
    least = _FREQUENT if len(word) < _LONGER else _MET
    near = [edit for edit in edits if _frequency(edit) > least]
    return min(near, key=lambda edit: (_cost(word, edit, 1) - log(_frequency(edit)), edit), default=None)


def _is_american(word: str, other: str) -> bool:
    """Whether a word is another as it is written in America, which the word list has alone."""
    return word.translate(_BRITISH) == other.translate(_BRITISH)


def is_english(word: str) -> bool:
    """Whether a general English word list holds the word."""
    return _frequency(word) > 0


@lru_cache(maxsize=4096)
def is_misspelt(word: str) -> bool:
    """Whether a word is no English one, but one edit away from a frequent one: "dinnr", "natue"."""
    if is_english(word) or not _LONG <= len(word) <= _LONGEST:
        return False
    return any(_frequency(edit) > _FREQUENT for edit in _edits(word))


def _edits(word: str) -> Iterator[str]:
    """What a word becomes by one edit."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    parts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    return chain(
        (a + b[1:] for a, b in parts if b),
        (a + b[1] + b[0] + b[2:] for a, b in parts if len(b) > 1),
        (a + letter + rest for a, b in parts for letter in letters for rest in {b, b[1:]}),
    )


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
