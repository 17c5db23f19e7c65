"""Collect the everyday words that people ask with: `python scripts/collect_everyday.py`.

Writes qa/data/everyday.txt: the words of the corpus that occur in several wordings and that the word list
of pyspellchecker knows, or that say nothing of their own ("doesnt"), the most frequent first. Misspelt words
are corrected towards them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # scripts is no installed package

from qa.parsing.english import english  # noqa: E402
from qa.parsing.spelling import is_english  # noqa: E402
from qa.parsing.stemming import stem  # noqa: E402
from scripts.wordings import lines  # noqa: E402

LEAST = 2  # wordings that have the word
WORD = re.compile(r"[a-z]{4,}")


def main() -> None:
    """Count, and write the file."""
    columns = (("wordings.tsv", 1), ("followups.tsv", 1), ("refusals.tsv", 0))
    texts = [line[column] for name, column in columns for line in lines(name)]
    counts = Counter(word for text in texts for word in set(WORD.findall(text.lower())))
    words = sorted((-n, word) for word, n in counts.items() if n >= LEAST and _is_word(word))
    (ROOT / "qa" / "data" / "everyday.txt").write_text(
        "".join(f"{word}\n" for _, word in words), encoding="utf-8"
    )
    print(f"{len(words)} words")


def _is_word(word: str) -> bool:
    """Whether a word is one of the language, or a light one as people type it."""
    return is_english(word) or stem(word) in english().function


if __name__ == "__main__":
    main()
