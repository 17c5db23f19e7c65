"""An Answer in a terminal. Text of users and of the graph is never read as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, ConsoleRenderable, Group
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text
from rich.tree import Tree

from qa.model import Answer, Block, Items, Paragraph, ProofStep, ResearchCheck, ShownSource, ShownTriple

__all__ = ["show"]

WIDEST = 100  # columns: longer lines are hard to read
SHORT = 4  # reasons shown without --full
DIM, BOLD, TITLE = "dim", "bold", "bold cyan"
STANDINGS = {"uncontested": "green", "mixed": "yellow", "disputed": "yellow", "unsupported": "yellow"}


def show(answer: Answer, *, full: bool = False, console: Console | None = None) -> None:
    """Print `answer`: the lead, what helps, the research check, then how it was read and why.

    With `full`, every reason, study and query is shown; without, the first few reasons.
    """
    console = console or Console(highlight=False)
    console.width = min(console.width, WIDEST)
    parts = [*_body(answer, full=full), *_reading(answer), *_reasons(answer, full=full), *_next(answer)]
    if full:
        parts += _queries(answer)
    for number, part in enumerate(parts):
        if number:
            console.print()
        console.print(part)


def _body(answer: Answer, *, full: bool) -> Iterator[ConsoleRenderable]:
    yield Text(answer.lead, style=BOLD)
    yield from map(_block, answer.blocks)
    checks = answer.research if full else answer.research[:SHORT]  # contested ones come first
    for check in checks:
        yield _research(check, full=full)
    if len(checks) < len(answer.research):
        yield Text(
            f"{len(answer.research) - len(checks)} more research checks (--full shows them)", style=DIM
        )


def _block(block: Block) -> ConsoleRenderable:
    if isinstance(block, Paragraph):
        return Text(block.text)
    if isinstance(block, Items):
        list_ = Grid.grid(padding=(0, 1))
        for number, entry in enumerate(block.entries, start=1):
            list_.add_row(Text(f" {number}." if block.ordered else " •"), Text(entry))
        return list_
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for title in block.header:
        grid.add_column(Text(title))
    for row in block.rows:
        grid.add_row(*map(Text, row))
    return grid


def _research(check: ResearchCheck, *, full: bool) -> ConsoleRenderable:
    head = Text.assemble(
        (f"Research check: {check.standing}. ", f"bold {STANDINGS.get(check.standing, '')}"), check.summary
    )
    shown = check.studies if full else ()
    studies = (Text(f"{study.ref}, {study.direction}: {study.finding}{_doi(study.doi)}") for study in shown)
    return Group(head, *(Padding(line, (0, 0, 0, 2)) for line in studies))


def _reading(answer: Answer) -> Iterator[ConsoleRenderable]:
    lines = [("I read this as", answer.interpretation)]
    lines += [("Spelling", f'read "{fix.source}" as "{fix.target}"') for fix in answer.corrections]
    unread = ", ".join(answer.not_understood)
    if answer.answered:
        lines += [("Left aside", unread)]
    else:
        lines += [("Understood", ", ".join(answer.understood)), ("Not understood", unread)]
    shown = [Text.assemble((f"{title}: ", TITLE), text) for title, text in lines if text]
    if shown:
        yield Group(*shown)


def _reasons(answer: Answer, *, full: bool) -> Iterator[ConsoleRenderable]:
    triples = answer.triples if full else answer.triples[:SHORT]
    if triples:
        tree = Tree(Text("Why", style=TITLE), guide_style=DIM)
        for triple in triples:
            _grow(tree, triple.proof, triple.sentence + _doubt(triple))
        if len(triples) < len(answer.triples):
            tree.add(Text(f"and {len(answer.triples) - len(triples)} more (--full shows them)", style=DIM))
        yield tree
    if answer.sources:
        yield Group(
            Text("Sources", style=TITLE), *map(_source, answer.sources if full else answer.sources[:SHORT])
        )


def _doubt(triple: ShownTriple) -> str:
    """Which standing in research every proof of a statement has at best, if there is doubt."""
    if triple.standing in {"", "uncontested"}:
        return ""
    return f" (It rests on a claim that research leaves {triple.standing}.)"


def _grow(tree: Tree, step: ProofStep, sentence: str = "") -> None:
    """Add one step of a proof, and under it the steps that it follows from."""
    note = f"derived: {step.rule}" if step.rule else "; ".join(step.sources) or "stated"
    branch = tree.add(Text.assemble(sentence or step.sentence, (f"  ({note})", DIM)))
    for premise in step.premises:
        _grow(branch, premise)


def _source(source: ShownSource) -> ConsoleRenderable:
    quote = f': "{source.quote}"' if source.quote else ""
    return Padding(Text(f"{source.ref}{quote}{_doi(source.doi)}"), (0, 0, 0, 2))


def _doi(doi: str) -> str:
    return f" (doi:{doi})" if doi else ""


def _next(answer: Answer) -> Iterator[ConsoleRenderable]:
    yield from _questions("Did you mean", answer.alternatives)
    yield from _questions("You could ask" if not answer.answered else "Related questions", answer.suggestions)


def _questions(title: str, questions: Iterable[str]) -> Iterator[ConsoleRenderable]:
    lines = [Padding(Text(question), (0, 0, 0, 2)) for question in questions]
    if lines:
        yield Group(Text(title, style=TITLE), *lines)


def _queries(answer: Answer) -> list[ConsoleRenderable]:
    return [Group(Text("SPARQL", style=TITLE), Text(query.strip())) for query in answer.sparql]
