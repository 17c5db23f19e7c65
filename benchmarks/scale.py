"""Answers over a much larger graph: `python -m benchmarks.scale [--factor 100] [--json]`.

The larger graph holds `factor` times as many individuals as the shipped one, most of them invented.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks.growing import write_larger
from benchmarks.latency import spread, timed
from benchmarks.questions import load, turns_of
from benchmarks.tables import table
from kg.collecting import uncollected
from kg.errors import CalfError
from kg.graph import KnowledgeGraph
from qa.model import Question
from qa.pipeline import Pipeline

__all__ = ["main", "measure", "report"]

_ASKED = ("what does the {} emphasise?", "which muscle does the {} target?", "is the {} done standing?")
_ABOUT = ("first_about_invented_things", "next_about_invented_things")
Figures = dict[str, Any]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--factor", type=int, default=1000, help="how many times larger")
    parser.add_argument("--every", type=int, default=60, help="ask each N-th development question alone")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    options = parser.parse_args()
    figures = measure(options.factor, options.every)
    print(json.dumps(figures, indent=2) if options.json else report(figures))


def measure(factor: int, every: int = 60) -> Figures:
    """The same questions over the shipped graph and over one `factor` times as large; 2 at least."""
    texts = [turns_of(row)[-1] for row in load("development").questions[::every]]
    _progress("shipped graph")
    shipped, size = _loaded(None, texts)
    with TemporaryDirectory() as folder:
        path = Path(folder, "larger.owl")
        examples = write_larger(path, size * (factor - 1))
        _progress(f"{path.stat().st_size >> 20} MiB written")
        larger, _ = _loaded(path, texts, examples)
    return {"factor": factor, "shipped": shipped, "larger": larger}


def _loaded(path: Path | None, texts: Sequence[str], invented: Sequence[str] = ()) -> tuple[Figures, int]:
    """The figures of one graph, and how many individuals it has; two questions on each of the `invented`."""
    start = perf_counter()
    graph = KnowledgeGraph.load(path)
    loaded = perf_counter() - start
    _progress(f"{len(graph.entities())} individuals loaded in {loaded:.1f} s, {_peak()} MiB at most")
    start = perf_counter()
    with uncollected():
        pipeline = Pipeline(graph)
    prepared = perf_counter() - start
    _progress(f"lexicon ready in {prepared:.1f} s, {_peak()} MiB at most")
    figures = {
        "individuals": len(graph.entities()),
        "load_seconds": round(loaded, 2),
        "prepare_seconds": round(prepared, 2),
        "answer": _times(pipeline, texts),
    }
    for turn, asked in enumerate(_ABOUT if invented else ()):
        texts = [_ASKED[(n + turn) % len(_ASKED)].format(name) for n, name in enumerate(invented)]
        figures[asked] = _times(pipeline, texts)
    return {**figures, "peak_mib": _peak()}, len(graph.entities())


def _times(pipeline: Pipeline, texts: Sequence[str]) -> Figures:
    """Warm times of whole answers, and how many passed a limit of the graph."""
    _progress(f"first answer after {timed(partial(_tried, pipeline, texts[0])) / 1000:.1f} s")
    times: list[float] = []
    passed = 0
    for number, text in enumerate(texts, start=1):
        start = perf_counter()
        passed += not _tried(pipeline, text)
        times.append((perf_counter() - start) * 1000)
        if number % (len(texts) // 4) == 0:
            _progress(f"{number} of {len(texts)} answers, {median(times):.1f} ms")
    return {**spread(times), "past_a_limit": passed}


def _tried(pipeline: Pipeline, text: str) -> bool:
    """Ask; whether no limit was passed."""
    try:
        pipeline.ask(Question(text))
    except CalfError:
        return False
    return True


def _peak() -> int:
    """The most memory that this process has held so far, in MiB; its query processes come on top."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak >> 20 if sys.platform == "darwin" else peak >> 10


def _progress(text: str) -> None:
    """Tell who waits."""
    print(text, file=sys.stderr, flush=True)


def report(figures: Figures) -> str:
    """The figures as text."""
    shipped, larger = figures["shipped"], figures["larger"]
    keys = ("individuals", "load_seconds", "prepare_seconds", "peak_mib")
    rows: list[tuple[str, float, float, str]] = [
        (key.replace("_", " "), shipped[key], larger[key], f"{larger[key] / shipped[key]:.1f}")
        for key in keys
    ]
    for key in ("p50", "p95"):
        one, other = shipped["answer"][key], larger["answer"][key]
        rows.append((f"answer {key}, ms", one, other, f"{other / one:.2f}"))
        for asked in _ABOUT:
            other = larger[asked][key]
            rows.append((f"{asked.replace('_', ' ')} {key}, ms", one, other, f"{other / one:.2f}"))
    passed = sum(larger[asked]["past_a_limit"] for asked in ("answer", *_ABOUT))
    sizes = table((f"graph x {figures['factor']}", "shipped", "larger", "ratio"), rows)
    return f"{sizes}\n\n{passed} questions passed a limit of time or rows on the larger graph"


if __name__ == "__main__":
    main()
