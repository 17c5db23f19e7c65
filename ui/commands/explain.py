"""`calf explain`: why a statement holds, down to the sentences and studies that it rests on."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from kg.errors import UnknownIriError
from qa.claims.arguing import Arguer, Argument, ArgumentStep, Explanation, explanation_to_json
from qa.claims.claiming import Claimant, Unread
from qa.model import ResearchCheck, ShownSource
from qa.pipeline import Pipeline

__all__ = ["NOT_SETTLED", "run"]

NOT_SETTLED = 3  # exit code: the statement was not understood, or the graph does not say whether it holds
WIDTH = 100
STEP = "  "

VERDICTS = {
    "yes": "It holds",
    "no": "It does not hold",
    "unstated": "Nothing says whether it holds",
}


def run(text: str, *, as_json: bool, ontology: Path | None) -> int:
    """Explain the statement `text` on standard output; returns the exit code, 0 or 3.

    Raises:
        OntologyError: the ontology file is missing, malformed or inconsistent.
        UnknownIriError: the statement names something by an IRI that the graph does not hold.
    """
    pipeline = Pipeline.load(ontology)
    found = Claimant(pipeline.desk, pipeline.reader).read(text)
    if isinstance(found, Unread):
        _check_iris(found)
        return _unread(found, pipeline, as_json=as_json)
    explanation = Arguer(pipeline.desk, pipeline.explainer).explain(found)
    if as_json:
        _print_json(explanation_to_json(explanation))
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(explanation))
    return NOT_SETTLED if explanation.verdict == "unstated" else 0


def _check_iris(found: Unread) -> None:
    """Refuse an IRI that nothing has: it was copied wrongly, and no other words will help."""
    for word in found.not_understood:
        if "://" in word:
            raise UnknownIriError(
                f"The graph holds nothing called {word}", "Check its spelling, capitals included"
            )


def _unread(found: Unread, pipeline: Pipeline, *, as_json: bool) -> int:
    """Say what of a statement was understood and what was not, with statements that may be meant."""
    near = [pipeline.say.fact(triple) for triple in found.candidates]
    if as_json:
        _print_json({**asdict(found), "verdict": "not understood", "candidates": near})
        return NOT_SETTLED
    rows = [("Understood", found.understood), ("Not understood", found.not_understood), ("Perhaps", near)]
    lines = [f"I can't read that as one statement: {found.cause}."]
    lines += [f"{title}: {'; '.join(parts)}" for title, parts in rows if parts]
    lines.append('Write it like this: calf explain "standing calf raise trains triceps surae"')
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return NOT_SETTLED


def _print_json(record: dict[str, object]) -> None:
    """One object; plain ASCII where the terminal cannot show more."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    sys.stdout.write(json.dumps(record, ensure_ascii=not unicode, indent=2) + "\n")


def _lines(explanation: Explanation) -> Iterator[str]:
    """The explanation as indented sentences."""
    yield explanation.sentence
    yield from _wrapped(_verdict(explanation), 0)
    for sentence in explanation.denial:
        yield from _wrapped(sentence, 1)
    yield from (line for source in explanation.sources for line in _wrapped(f"[{_source(source)}]", 1))
    for number, argument in enumerate(explanation.arguments, start=1):
        yield ""
        yield from _argument(argument, f"Argument {number}" if len(explanation.arguments) > 1 else "Argument")
    instead = [f"{triple.sentence} [{triple.standing}]" for triple in explanation.instead]
    rest = [line for sentence in (*instead, *explanation.denied_nearby) for line in _wrapped(sentence, 1)]
    yield from _under("What is stated instead", rest)
    yield from _under("Research", [line for check in explanation.research for line in _research(check)])


def _under(title: str, lines: list[str]) -> list[str]:
    return ["", title, *lines] if lines else []


def _verdict(explanation: Explanation) -> str:
    """The verdict in one sentence, with how the statement stands."""
    verdict = VERDICTS[explanation.verdict]
    if explanation.truth != "yes":
        return f"{verdict}."
    how = "derived" if explanation.inferred else "stated"
    count = len(explanation.arguments)
    arguments = f"{count} arguments, the shortest first" if count > 1 else "one argument"
    denied = "; what is denied here is" if explanation.negated else ":"
    return f"{verdict}{denied} {how}, {explanation.standing}, by {arguments}."


def _argument(argument: Argument, title: str) -> Iterator[str]:
    yield f"{title} ({argument.standing})"
    yield from _step(argument.step, 1)


def _step(step: ArgumentStep, depth: int) -> Iterator[str]:
    """A step, what states it or licenses it, and below it the steps that it follows from."""
    yield from _wrapped(step.sentence, depth)
    if step.rule:
        yield from _wrapped(f"by {step.rule}: {step.grounds}", depth + 1, mark="< ")
    for source in step.sources:
        yield from _wrapped(f"[{_source(source)}]", depth + 1)
    for claim in step.claims:
        yield from _wrapped(f"[claim: {claim}]", depth + 1)
    for premise in step.premises:
        yield from _step(premise, depth + 1)


def _source(source: ShownSource) -> str:
    quote = f': "{source.quote}"' if source.quote else ""
    return f"{source.ref}{quote}{f' (doi:{source.doi})' if source.doi else ''}"


def _research(check: ResearchCheck) -> Iterator[str]:
    """A claim with what each study found."""
    yield from _wrapped(f"{check.claim}: {check.status} ({check.standing}). {check.summary}", 1)
    for study in check.studies:
        doi = f" (doi:{study.doi})" if study.doi else f" (PMID {study.pmid})" if study.pmid else ""
        yield from _wrapped(f"{study.ref}, {study.direction}: {study.finding}{doi}", 2)


def _wrapped(text: str, depth: int, mark: str = "") -> list[str]:
    indent = STEP * depth
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent + mark, subsequent_indent=indent + STEP, break_on_hyphens=False
    )
