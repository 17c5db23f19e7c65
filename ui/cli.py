"""The `calf` command: every command's switches and help; what they do is in `ui.commands`.

Exit codes: 0 done, or the question was answered; 1 `calf diff` found a difference; 3 the question was
not answered; 2 wrong usage, or something a user can mend (`kg.errors.CalfError`), told in one line on
standard error.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from kg.errors import CalfError

__all__ = ["app", "main"]

UNUSABLE = 2  # exit code of wrong usage, which typer uses too

app = typer.Typer(
    name="calf",
    help="Ask questions about the calf; every answer shows its reasons and its sources.",
    epilog='Try: calf ask "which exercise targets the inner calf?"',
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

OntologyFile = Annotated[
    Path | None, typer.Option("--ontology", help="Use this OWL file instead of the one that is built in.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"calf {version('calf')}")
        raise typer.Exit


@app.callback()
def _calf(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Ask questions about the calf; every answer shows its reasons and its sources."""


@app.command(
    epilog="Examples:  calf ask does the soleus cross the knee?  |  "
    "calf ask --json how many sets per week?  |  calf ask --batch questions.jsonl > answers.jsonl"
)
def ask(
    words: Annotated[list[str] | None, typer.Argument(metavar="QUESTION", help="The question.")] = None,
    json: Json = False,
    batch: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help='Answer every line of FILE ("-" reads standard input): {"id": ..., "question": ...} or '
            '{"id": ..., "turns": [..., ...]}. Prints one JSON object a line, in the same order.',
        ),
    ] = None,
    context: Annotated[
        str, typer.Option(help='Follow up: the "context" that an earlier --json answer gave.')
    ] = "",
    full: Annotated[
        bool, typer.Option("--full", help="Show every reason, and the queries that ran.")
    ] = False,
    ontology: OntologyFile = None,
) -> None:
    """Answer a question. Exits with 0 when it is answered and with 3 when it is not."""
    from ui.commands import ask as command

    if batch is not None:
        if words or context:
            raise CalfError("--batch takes no question and no --context beside it", "Put them into the file")
        raise typer.Exit(command.ask_batch(batch, ontology))
    text = " ".join(words or ())
    if not text.strip():
        raise CalfError(
            "There is no question", 'Write it after the command: calf ask "does the soleus cross the knee?"'
        )
    raise typer.Exit(command.ask_one(text, context=context, as_json=json, full=full, ontology=ontology))


@app.command(
    epilog='Examples:  calf explain "standing calf raise trains triceps surae"  |  '
    "calf explain soleus crossesJoint kneeJoint"
)
def explain(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="STATEMENT", help="In English, or as three names or IRIs of the graph."),
    ] = None,
    json: Json = False,
    ontology: OntologyFile = None,
) -> None:
    """Show why a statement holds, down to sentences and studies, or what denies it.

    Exits with 3 when the graph does not say, or the statement was not understood.
    """
    from ui.commands import explain as command

    text = " ".join(words or ())
    if not text.strip():
        raise CalfError(
            "There is no statement",
            'Write it after the command: calf explain "the soleus crosses the ankle"',
        )
    raise typer.Exit(command.run(text, as_json=json, ontology=ontology))


@app.command(epilog="Example:  calf sparql 'SELECT ?m WHERE { ?m a calf:Muscle }'")
def sparql(
    query: Annotated[
        str | None, typer.Argument(help='A SELECT or ASK query; "-" reads standard input.')
    ] = None,
    file: Annotated[Path | None, typer.Option(help="Read the query from a file.")] = None,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV for spreadsheets.")] = False,
    ontology: OntologyFile = None,
) -> None:
    """Run a read-only SPARQL query on the graph, derived facts included."""
    from ui.commands import sparql as command

    if json and csv:
        raise CalfError("--json and --csv exclude each other", "Choose one")
    layout = "json" if json else "csv" if csv else "table"
    command.run(command.read_query(query, file), layout, ontology)


@app.command(epilog="Example:  calf check --reason")
def check(
    reason: Annotated[
        bool, typer.Option("--reason", help="Let HermiT judge too; this needs a Java.")
    ] = False,
    json: Json = False,
    ontology: OntologyFile = None,
) -> None:
    """Check the ontology and its sources. Exits with 2 when something is wrong."""
    from ui.commands import check as command

    raise typer.Exit(command.run(ontology, reason=reason, as_json=json))


@app.command(epilog="Example:  calf build --source ontology/src --target /tmp/calf.owl")
def build(
    source: Annotated[Path | None, typer.Option(help="The folder of Turtle sources.")] = None,
    target: Annotated[Path | None, typer.Option(help="The OWL file to write.")] = None,
) -> None:
    """Build ontology/calf.owl from ontology/src; the same sources give the same bytes."""
    from ui.commands import build as command

    command.run(source, target)


@app.command(
    epilog="Examples:  calf export ttl > calf.ttl  |  calf export csv --out tables  |  "
    "calf export skos --out calf.skos.ttl"
)
def export(
    layout: Annotated[str, typer.Argument(metavar="FORMAT", help="ttl, jsonld, nt, csv, skos or obographs.")],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE|DIR", help="Write here instead of to standard output.")
    ] = None,
    inferred: Annotated[bool, typer.Option("--inferred", help="Export also what follows.")] = False,
    ontology: OntologyFile = None,
) -> None:
    """Export the ontology to a format of others; docs/export.md says what each one holds."""
    from ui.commands import export as command

    command.run(layout, out, inferred=inferred, ontology=ontology)


@app.command(
    epilog="Examples:  calf diff released.owl ontology/calf.owl  |  "
    "calf diff ontology/calf.owl edited.owl --turtle >> ontology/src/exercises.ttl"
)
def diff(
    old: Annotated[Path, typer.Argument(help="An ontology file, or a folder of Turtle sources.")],
    new: Annotated[Path, typer.Argument(help="The same, in another version.")],
    inferred: Annotated[bool, typer.Option("--inferred", help="Compare also what follows.")] = False,
    turtle: Annotated[
        bool, typer.Option("--turtle", help="Print what NEW adds as Turtle for ontology/src.")
    ] = False,
    json: Json = False,
) -> None:
    """Show what two versions of the ontology say differently.

    Order and names of blank nodes do not count. Exits with 1 when there is a difference.
    """
    from ui.commands import diff as command

    if turtle:
        if json or inferred:
            raise CalfError("--turtle goes with neither --json nor --inferred", "Choose one")
        command.absorb(old, new)
        return
    raise typer.Exit(command.run(old, new, inferred=inferred, as_json=json))


@app.command(epilog="Example:  calf ui --port 8600 --no-open")
def ui(
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port on 127.0.0.1.")] = 8501,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open a browser, where there is one.")
    ] = True,
) -> None:
    """Open the Ask page. It serves this machine only, and contacts no other."""
    from ui.commands import page as command

    command.run(port, open_browser=open_browser)


def main() -> NoReturn:
    """Run `calf`; an error that a user can mend becomes one line and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        # A label in Greek or a broken byte in a question must not end in a traceback on an old terminal.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except CalfError as error:
        sys.stderr.write(f"calf: {' '.join(str(error).split())}\n")
        sys.exit(UNUSABLE)
    except BrokenPipeError:
        # `calf ask ... | head` closed our output: say nothing, now or when Python flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    finally:
        gc.freeze()  # all of it ends here, so Python need not search it for garbage on its way out
    sys.exit(0)


if __name__ == "__main__":
    main()
