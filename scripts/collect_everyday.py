"""Collect the everyday words that people ask with: `python scripts/collect_everyday.py`.

Writes qa/data/everyday.txt: the words of the corpus that occur in several wordings and that the word list
of pyspellchecker knows, the most frequent first. Misspelt words are corrected towards them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # scripts is no installed package

from qa.spelling import is_english  # noqa: E402
from scripts.wordings import lines  # noqa: E402

LEAST = 2  # wordings that have the word
WORD = re.compile(r"[a-z]{4,}")


def main() -> None:
    """Count, and write the file."""
    texts = [line[1] for line in lines("wordings.tsv")] + [line[3] for line in lines("questions.tsv")]
    counts = Counter(word for text in texts for word in set(WORD.findall(text.lower())))
    words = sorted((-n, word) for word, n in counts.items() if n >= LEAST and is_english(word))
    (ROOT / "qa" / "data" / "everyday.txt").write_text(
        "".join(f"{word}\n" for _, word in words), encoding="utf-8"
    )
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
