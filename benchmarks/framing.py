"""Claims in frames: how often a verdict is inverted by the way in which people ask whether a claim is so."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.tables import print_figures, table
from qa.model import Question
from qa.pipeline import Pipeline

__all__ = ["measure", "report"]

_CLAIMS = Path(__file__).parent / "claims.toml"
_CONTRARY = {"yes": "no", "no": "yes"}
_KINDS = ("plain", "denying")  # claims without a "not", and with a word that denies or limits


def measure(pipeline: Pipeline) -> dict[str, Any]:
    """For claims of each kind, in frames that ask and that doubt: questions, right, inverted, no verdict."""
    data = tomllib.loads(_CLAIMS.read_text(encoding="utf-8"))
    figures: dict[str, Any] = {}
    for kind in _KINDS:
        for frames in ("asked", "doubted"):
            told = Counter(
                _told(pipeline.ask(Question(text)).boolean, verdict)
                for text, verdict in _questions(data[frames], data[kind], turned=frames == "doubted")
            )
            figures[f"{kind}, {frames}"] = {"n": told.total(), **told}
    return figures


def _questions(frames: list[str], claims: dict[str, str], *, turned: bool) -> Iterator[tuple[str, str]]:
    """Each claim in each frame, with the verdict that is due."""
    for frame in frames:
        for claim, verdict in claims.items():
            text = frame.format(S=claim[0].upper() + claim[1:], s=claim)
            yield text, _CONTRARY[verdict] if turned else verdict


def _told(boolean: str, verdict: str) -> str:
    """Whether a verdict is right, inverted, or not given."""
    return "right" if boolean == verdict else "inverted" if boolean in _CONTRARY else "none"


def report(figures: dict[str, Any]) -> str:
    """The figures as a table of shares."""
    rows = [
        (name, told["n"], *(told.get(key, 0) / told["n"] for key in ("right", "inverted", "none")))
        for name, told in figures.items()
    ]
    return table(("claims, frames", "n", "right", "inverted", "no verdict"), rows)


if __name__ == "__main__":
    print_figures(__doc__, measure, report)
