"""Write docs/coverage.md: what holds each sentence and each number of the article in the graph.

python scripts/coverage.py            write the report
python scripts/coverage.py --check    write nothing; exit 1 if a sentence or a number is held by nothing
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from kg.build import merge
from kg.checks.covering import citations, prescriptions
from kg.checks.listed import read_lists
from kg.checks.sources import Sources
from kg.terms import Iri
from kg.vocabulary import CALF, CALF_NS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.terms import Triple

__all__ = ["main", "report"]

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology"
TARGET = ROOT / "docs" / "coverage.md"
LONG = 24  # texts of steps and prescriptions are named, not repeated
HEAD = """\
# What holds each sentence of the article

Written by `scripts/coverage.py`; `calf check` keeps it complete. A sentence is held by the statements that
name it as their source, and by the claims that are stated in it. Quotes are cut after twelve words, since
the article states no licence.

"""


def report(source: Path = ONTOLOGY / "src") -> tuple[str, int]:
    """The report on the Turtle files of `source`, and the number of gaps in it."""
    sources = Sources(merge(source), read_lists(source.parent))
    numbers, missing_numbers = _numbers(sources)
    sentences, missing = _sentences(sources)
    total = len(sources.typed(CALF.SENTENCE))
    listed = len(sources.lists.out_of_scope)
    counted = len(sources.lists.numbers) + len(sources.lists.counts)
    held = total - listed - missing
    lines = [
        f"- {total} sentences: {held} held, {listed} out of scope for a reason, {missing} missing.",
        f"- {counted} numbers: {counted - missing_numbers} held, {missing_numbers} missing.",
        "\n## Numbers\n\n| sentence | in the article | held by |\n|---|---|---|",
        *numbers,
        "\n## Sentences\n\n| no. | section | quote | held by |\n|---|---|---|---|",
        *sentences,
    ]
    return HEAD + "\n".join(lines) + "\n", missing + missing_numbers


def _numbers(sources: Sources) -> tuple[list[str], int]:
    rows, missing = [], 0
    for number in sources.lists.numbers:
        found = [iri.local for iri in prescriptions(sources, number)]
        missing += len(found) != 1
        what = " ".join(filter(None, (number.text, number.unit, number.goal, number.phase)))
        rows.append(f"| {number.sentence} | {what} | {', '.join(found) or '**nothing**'} |")
    for count in sources.lists.counts:
        counted = f"{count.subject or 'things with'} {count.property} {count.object}".strip()
        rows += [f"| {count.sentence} | {count.text} | {counted} |"]
    for (sentence, text), reason in sources.lists.no_knowledge.items():
        rows += [f"| {sentence} | {text} | out of scope: {reason} |"]
    return rows, missing


def _sentences(sources: Sources) -> tuple[list[str], int]:
    cited = citations(sources)
    rows, missing = [], 0
    for iri in sources.typed(CALF.SENTENCE):
        reason = sources.lists.out_of_scope.get(iri.local)
        held = f"out of scope: {reason}" if reason else "; ".join(_held(cited.get(iri, [])))
        missing += not held
        section, quote = (_cell(" ".join(sources.texts(iri, p))) for p in (CALF.SECTION, CALF.QUOTE))
        rows.append(f"| {iri.local} | {section} | {quote} | {held or '**nothing**'} |")
    return rows, missing


def _held(triples: list[Triple]) -> Iterator[str]:
    """The statements of one sentence, grouped by what they are about."""
    groups: dict[str, list[str]] = defaultdict(list)
    for triple in triples:
        if triple.subject.startswith("_:"):
            groups["denials"].append("")
        elif triple.predicate == CALF.STATED_IN:
            groups[f"claim {triple.subject.local}"].append("")
        elif isinstance(triple.object, Iri):
            name = "" if triple.object.startswith("_:") else triple.object.local
            groups[triple.subject.local].append(f"{triple.predicate.local} {name}".strip())
        else:
            value = triple.object.value if len(triple.object.value) <= LONG else ""
            groups[triple.subject.local].append(f"{triple.predicate.local} {value}".strip())
    for subject, parts in groups.items():
        what = ", ".join(filter(None, dict.fromkeys(parts)))
        count = f" ({len(parts)})" if subject == "denials" else ""
        yield _cell(f"**{subject}**{count}{' ' if what else ''}{what}")


def _cell(text: str) -> str:
    return text.replace(CALF_NS, "").replace("|", "\\|").replace("\n", " ")


def main(arguments: list[str] | None = None) -> int:
    """Write the report or only count its gaps; return the exit code."""
    parser = argparse.ArgumentParser(description="Report what holds each sentence of the article.")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    text, gaps = report()
    if not options.check:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
    if gaps:
        sys.stderr.write(f"{gaps} sentences or numbers are held by nothing.\n")
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main())
