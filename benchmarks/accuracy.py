"""How many questions get a right answer: `python -m benchmarks.accuracy [--set fresh] [--json]`."""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks import baselines
from benchmarks.grading import Grade, Grader, RefusalGrade
from benchmarks.naming import Names
from benchmarks.perturbing import PERTURBATIONS, perturbed
from benchmarks.questions import SETS, Asker, QuestionSet, load, through, turns_of
from benchmarks.tables import table
from qa.pipeline import Pipeline

__all__ = ["main", "measure", "report"]

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Graded:
    """A question and the grade of its answer."""

    row: dict[str, Any]
    grade: Grade


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--set", choices=SETS, default="development", dest="name")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    parser.add_argument("--quick", action="store_true", help="neither perturbations nor baselines")
    parser.add_argument(
        "--failures", action="store_true", help="list what fails; only for the development set"
    )
    parser.add_argument("--seed", default="calf", help="of the perturbations")
    options = parser.parse_args()
    if options.failures and options.name != "development":
        parser.error("the held-out questions are never looked at")
    pipeline = Pipeline.load()
    if options.failures:
        _list_failures(pipeline, load(options.name))
        return
    figures = measure(pipeline, options.name, seed=options.seed, quick=options.quick)
    print(json.dumps(figures, indent=2) if options.json else report(figures))


def measure(pipeline: Pipeline, name: str, *, seed: str = "calf", quick: bool = False) -> Figures:
    """All figures of one question set; `quick` leaves perturbations and baselines out."""
    grader, questions, ask = Grader(Names.load()), load(name), through(pipeline)
    answered = list(_graded(grader, ask, questions.questions))
    refused = list(_graded_refusals(grader, ask, questions.refusals))
    figures = {
        "set": name,
        "total": _summary(answered, refused),
        "by_kind": _by_kind(answered),
        "refusals_by_kind": _by_kind([g for g in refused if not _is_sourced(g)]),
    }
    if not quick:
        figures["perturbations"] = _perturbations(grader, ask, questions, seed)
        figures["baselines"] = _baselines(pipeline, grader, questions)
    return figures


def _graded(grader: Grader, ask: Asker, rows: Iterable[dict[str, Any]]) -> Iterator[_Graded]:
    """Questions with answers, asked and graded."""
    return (_Graded(row, grader.grade(row, ask(turns_of(row)))) for row in rows)


def _graded_refusals(grader: Grader, ask: Asker, rows: Iterable[dict[str, Any]]) -> Iterator[_Graded]:
    """Questions to refuse, asked and graded."""
    return (_Graded(row, grader.grade_refusal(row, ask(turns_of(row)))) for row in rows)


def _summary(answered: list[_Graded], refused: list[_Graded]) -> Figures:
    """Shares over a whole set; questions answered from an outside source are set aside."""
    right = sum(g.grade.right for g in answered)
    given = sum(g.grade.answered for g in answered)
    sourced = sum(map(_is_sourced, refused))
    good = sum(g.grade.right for g in refused)
    return {
        "questions": len(answered),
        "all_correct": _share(right, len(answered)),
        "precision_when_answered": _share(right, given),
        "coverage": _share(given, len(answered)),
        "refusals": len(refused),
        "refusal_recall": _share(good, len(refused) - sourced),
        "refusal_precision": _share(good, good + len(answered) - given),
        "answered_from_an_outside_source": sourced,
    }


def _is_sourced(graded: _Graded) -> bool:
    """Whether a question to refuse was answered from an outside source, where that is allowed."""
    return isinstance(graded.grade, RefusalGrade) and graded.grade.sourced


def _share(part: int, whole: int) -> float:
    """A share, rounded; 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0


def _by_kind(graded: list[_Graded]) -> dict[str, Figures]:
    """Shares for each kind of question, by name."""
    kinds: dict[str, list[Grade]] = defaultdict(list)
    for one in graded:
        kinds[one.row["kind"]].append(one.grade)
    return {
        kind: {
            "questions": len(grades),
            "all_correct": _share(sum(g.right for g in grades), len(grades)),
            "coverage": _share(sum(g.answered for g in grades), len(grades)),
        }
        for kind, grades in sorted(kinds.items())
    }


def _perturbations(grader: Grader, ask: Asker, questions: QuestionSet, seed: str) -> dict[str, float]:
    """The all-correct share under each perturbation of the last turn."""
    shares: dict[str, float] = {}
    for name in PERTURBATIONS:
        right = 0
        for row in questions.questions:
            *before, last = turns_of(row)
            changed = perturbed(name, last, f"{seed}/{row['id']}")
            right += grader.grade(row, ask([*before, changed])).right
        shares[name] = _share(right, len(questions.questions))
    return shares


def _baselines(pipeline: Pipeline, grader: Grader, questions: QuestionSet) -> dict[str, Figures]:
    """The same summary for each baseline, its threshold set on the development questions."""
    development = load("development")
    texts = baselines.passages(pipeline)
    rankers: dict[str, baselines.Ranker] = {
        "BM25, best three sentences": baselines.Bm25(texts),
        "TF-IDF, best three sentences": baselines.TfIdf(texts),
        "keywords of a FAQ": baselines.Keywords(pipeline),
    }
    return {name: _baseline(ranker, grader, development, questions) for name, ranker in rankers.items()}


def _baseline(
    ranker: baselines.Ranker, grader: Grader, development: QuestionSet, questions: QuestionSet
) -> Figures:
    """The summary of one baseline."""
    threshold = baselines.tuned(ranker, development, grader)

    def ask(turns: Iterable[str]) -> dict[str, Any]:
        return baselines.answering(ranker, tuple(turns), threshold)

    answered = list(_graded(grader, ask, questions.questions))
    return _summary(answered, list(_graded_refusals(grader, ask, questions.refusals)))


def _list_failures(pipeline: Pipeline, questions: QuestionSet) -> None:
    """Print each question that fails, with the reasons and the first line of the answer."""
    grader, ask = Grader(Names.load()), through(pipeline)
    for row in (*questions.questions, *questions.refusals):
        answer = ask(turns_of(row))
        judge = grader.grade if row in questions.questions else grader.grade_refusal
        grade = judge(row, answer)
        if not grade.right and not (isinstance(grade, RefusalGrade) and grade.sourced):
            why = "; ".join(grade.faults) or "not answered"
            print(
                f"{row['id']} {row['kind']}: {' / '.join(turns_of(row))}\n  {why}\n  {answer['text'][:110]!r}"
            )


def report(figures: Figures) -> str:
    """The figures as text."""
    total = figures["total"]
    parts = [
        f"{figures['set']} set: {total['questions']} questions and {total['refusals']} to refuse",
        table(("all", "share"), [(k.replace("_", " "), v) for k, v in total.items() if isinstance(v, float)]),
        _kinds("kind", figures["by_kind"]),
        _kinds("to refuse", figures["refusals_by_kind"]),
    ]
    if "perturbations" in figures:
        shares = figures["perturbations"]
        rows = [
            (name, share, f"{100 * (share - shares['as written']):+.1f}") for name, share in shares.items()
        ]
        parts.append(table(("question", "all correct", "points"), rows))
    if "baselines" in figures:
        keys = ("all_correct", "precision_when_answered", "coverage", "refusal_recall", "refusal_precision")
        systems = {"calf": total, **figures["baselines"]}
        lines = [(name, *(summary[key] for key in keys)) for name, summary in systems.items()]
        parts.append(
            table(("system", "all correct", "precision", "coverage", "ref. recall", "ref. prec."), lines)
        )
    return "\n\n".join(parts)


def _kinds(title: str, kinds: dict[str, Figures]) -> str:
    """A table by kind."""
    rows = [(kind, f["questions"], f["all_correct"], f["coverage"]) for kind, f in kinds.items()]
    return table((title, "n", "right", "answered"), rows)


if __name__ == "__main__":
    main()
