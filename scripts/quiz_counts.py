"""Write how many quiz items there are into docs/quiz.md; with --check, only say whether that is so."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from qa.pipeline import Pipeline
from teach.quiz import Bank, Form, Level, topics
from ui.marked import DRAWN

DOCUMENT = Path(__file__).parent.parent / "docs" / "quiz.md"
PLACE = re.compile(r"(<!-- counts -->\n).*?(<!-- end -->)", re.DOTALL)


def table(bank: Bank) -> str:
    """Counts of items by topic and form, with the sums."""
    counts = Counter((item.topic, item.form) for item in bank.items)
    levels = Counter(item.level for item in bank.items)
    told = ", ".join(f"{levels[level]:,} {level}" for level in Level)
    lines = [
        f"There are {len(bank.items):,} items on {len(bank.by_memory):,} statements: {told}.",
        "",
        f"| topic | {' | '.join(Form)} | all |",
        f"|---|{'---|' * (len(Form) + 1)}",
    ]
    for topic in topics():
        row = [counts[topic.name, form] for form in Form]
        lines.append(f"| {topic.title} | {' | '.join(map(str, row))} | {sum(row)} |")
    sums = [sum(counts[topic.name, form] for topic in topics()) for form in Form]
    lines.append(f"| all | {' | '.join(map(str, sums))} | {sum(sums)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write or check; returns the exit code."""
    pipeline = Pipeline.load()
    now = table(Bank(pipeline.graph, pipeline.say, DRAWN))
    old = DOCUMENT.read_text(encoding="utf-8")
    new = PLACE.sub(lambda found: f"{found[1]}{now}{found[2]}", old)
    if "--check" in sys.argv:
        return int(new != old)
    DOCUMENT.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
