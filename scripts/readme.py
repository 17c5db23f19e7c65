"""Write the answers in README.md anew, so that they are what `calf` says: `scripts/readme.py [--check]`."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from rich.console import Console

from qa.model import Question
from qa.pipeline import Pipeline
from ui.components.pages import PAGES
from ui.terminal import show

README = Path(__file__).parent.parent / "README.md"
LOOKS = ("light", "dark", "phone")
WHOLE = "does the soleus cross the knee?"
LEADS = (
    "which exercise targets the inner calf?",
    "is toes-in scientifically proven?",
    "why is the gastrocnemius weaker when I sit?",
    "how long should I rest between sets?",
)


def transcript(pipeline: Pipeline) -> str:
    """One question with its whole answer, as a terminal shows it."""
    output = io.StringIO()
    show(
        pipeline.ask(Question(WHOLE)), console=Console(file=output, width=96, highlight=False, no_color=True)
    )
    lines = (line.rstrip() for line in output.getvalue().splitlines())
    return "\n".join(["```console", f'$ calf ask "{WHOLE}"', *lines, "```"])


def leads(pipeline: Pipeline) -> str:
    """Some questions, each with the first sentence of its answer and what research says of it."""
    rows = ["| question | the answer begins | research check |", "|---|---|---|"]
    for question in LEADS:
        answer = pipeline.ask(Question(question))
        checks = ", ".join(dict.fromkeys(check.standing for check in answer.research))
        rows.append(f"| {question} | {answer.lead} | {checks or '–'} |")
    return "\n".join(rows)


def screens() -> str:
    """A row a page: what it is for, and its pictures, which scripts/screenshot.py takes."""
    rows = ["| page | light | dark | phone |", "|---|---|---|---|"]
    for page in PAGES:
        looks = (f"![{page.title}, {look}](docs/screens/{page.name}-{look}.webp)" for look in LOOKS)
        rows.append(f"| **{page.title}**: {page.purpose} | {' | '.join(looks)} |")
    return "\n".join(rows)


def render(text: str, pipeline: Pipeline) -> str:
    """`text` with everything between its markers written anew."""
    parts = {"transcript": transcript(pipeline), "leads": leads(pipeline), "screens": screens()}
    for name, part in parts.items():
        head, rest = text.split(f"<!-- {name} -->\n", 1)
        tail = rest.split("<!-- end -->", 1)[1]
        text = f"{head}<!-- {name} -->\n{part}\n<!-- end -->{tail}"
    return text


def main() -> int:
    """Write README.md, or with --check only say whether it is up to date: 0 if so, 1 if not."""
    before = README.read_text(encoding="utf-8")
    after = render(before, Pipeline.load())
    if "--check" in sys.argv[1:]:
        return int(before != after)
    README.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
