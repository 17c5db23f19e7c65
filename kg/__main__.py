"""`python -m kg build|check|query`: the knowledge graph without any natural language."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kg.build import build
from kg.checking import check
from kg.errors import CalfError
from kg.graph import KnowledgeGraph
from kg.stores import STORES
from kg.terms import Bindings, Literal, Sparql, Term

__all__ = ["main"]

_ONTOLOGY = Path(__file__).parent.parent / "ontology"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 if all is well, 1 if a check or a command failed, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "build":
            build(options.source, options.target)
            return _say(f"built {options.target}")
        if options.command == "check":
            return _check(options.source, options.target)
        return _query(options)
    except CalfError as error:
        print(f"error: {error}", file=sys.stderr)  # noqa: T201 - this module is a face
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m kg", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (("build", "write calf.owl from its sources"), ("check", "check sources and calf.owl")):
        command = commands.add_parser(name, help=text)
        command.add_argument("--source", type=Path, default=_ONTOLOGY / "src", help="folder of Turtle files")
        command.add_argument("--target", type=Path, default=_ONTOLOGY / "calf.owl", help="the built ontology")
    command = commands.add_parser("query", help="answer a SPARQL query, tab-separated")
    command.add_argument("sparql", help="the text of the query, or - for standard input")
    command.add_argument("--ontology", type=Path, help="another calf.owl")
    command.add_argument("--store", choices=sorted(set(STORES) - {"remote"}), default="oxigraph")
    command.add_argument("--seconds", type=float, default=5.0, help="time limit")
    command.add_argument("--rows", type=int, default=10_000, help="row limit")
    return parser


def _check(source: Path, target: Path) -> int:
    found = check(source, target)
    for violation in found:
        _say(str(violation))
    _say(f"{len(found)} faults found" if found else "no fault found")
    return 1 if found else 0


def _query(options: argparse.Namespace) -> int:
    text = sys.stdin.read() if options.sparql == "-" else options.sparql
    graph = KnowledgeGraph.load(options.ontology, options.store)
    return _say(_table(graph.query(Sparql(text), seconds=options.seconds, rows=options.rows)))


def _table(bindings: Bindings) -> str:
    lines = ["\t".join(f"?{name}" for name in bindings.variables)]
    lines += ["\t".join(_cell(term) for term in row) for row in bindings.rows]
    return "\n".join(lines)


def _cell(term: Term | None) -> str:
    text = "" if term is None else term.value if isinstance(term, Literal) else str(term)
    return text.replace("\t", " ").replace("\n", " ")


def _say(text: str) -> int:
    print(text)  # noqa: T201 - this module is a face
    return 0


if __name__ == "__main__":
    sys.exit(main())
