"""Every benchmark after the other, with the figures kept in results/: `python -m benchmarks`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks import accuracy, framing, latency, scale, turns
from qa.pipeline import Pipeline

_FACTOR = 10  # `python -m benchmarks.scale` takes larger ones, which take long
_RESULTS = Path(__file__).parent.parent / "results"


def main() -> None:
    """Measure, print, and write one JSON file each."""
    pipeline = Pipeline.load()
    for name in accuracy.SETS:
        figures = accuracy.measure(pipeline, name)
        _keep(f"accuracy-{name}", figures, accuracy.report(figures))
    figures = framing.measure(pipeline)
    _keep("framing", figures, framing.report(figures))
    figures = turns.measure(pipeline)
    _keep("turns", figures, turns.report(figures))
    figures = latency.measure(pipeline)
    _keep("latency", figures, latency.report(figures))
    figures = scale.measure(_FACTOR)
    _keep("scale", figures, scale.report(figures))


def _keep(name: str, figures: dict[str, Any], text: str) -> None:
    """Print a report and write its figures."""
    print(f"\n===== {name}\n\n{text}", flush=True)
    _RESULTS.mkdir(exist_ok=True)
    (_RESULTS / f"{name}.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
