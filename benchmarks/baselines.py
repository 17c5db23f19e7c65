"""What one would use without a question-answering pipeline, over the same knowledge in sentences.

Passages are the definitions of the graph's things and its statements as sentences. Each baseline
ranks passages for a question and answers with the best; it refuses when the best score is below
a threshold, which `tuned` sets to the most right answers and refusals on the development set.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from benchmarks.grading import Grader
from benchmarks.naming import normal
from benchmarks.questions import QuestionSet, turns_of
from qa.pipeline import Pipeline

__all__ = ["Bm25", "Keywords", "Ranker", "TfIdf", "answering", "passages", "tuned"]

_BEST = 3
_STOP = re.compile(
    r"(an?|the|of|in|on|at|to|for|from|with|by|and|or|if|so|as|is|are|was|be|do|does|did|i|me|my|you|your|its?|this"
    r"|that|these|those|there|what|which|who|how|why|when|where|can|should|would|will|have|has|not|\|)"
)
Ranking = list[tuple[float, str]]


class Ranker(Protocol):
    """Ranks passages for a question, the best first."""

    def rank(self, question: str) -> Ranking:
        """Scores and passages; none with a score of 0."""


def passages(pipeline: Pipeline) -> tuple[str, ...]:
    """Every definition and every statement of the graph as a sentence."""
    graph, say = pipeline.graph, pipeline.say
    defined = (f"{e.label}: {e.definition}" for e in graph.entities() if e.definition)
    facts = (t for t in graph.statements() if graph.property_term(t.predicate).is_object)
    return tuple(dict.fromkeys([*defined, *say.sentences(facts)]))


def _content(text: str) -> list[str]:
    """The words of a text that carry meaning."""
    return [word for word in normal(text).split() if not _STOP.fullmatch(word)]


def _best(scores: Mapping[int, float], texts: Sequence[str]) -> Ranking:
    """The best passages; of equals the first."""
    order = sorted(scores, key=lambda at: (-scores[at], at))[:_BEST]
    return [(scores[at], texts[at]) for at in order if scores[at] > 0]


class Bm25:
    """Okapi BM25 with its usual constants, best three passages."""

    _K, _B = 1.5, 0.75

    def __init__(self, texts: Sequence[str]) -> None:
        """Index the passages."""
        self._texts = texts
        counts = [Counter(_content(text)) for text in texts]
        self._lengths = [sum(count.values()) for count in counts]
        self._mean = sum(self._lengths) / len(texts)
        self._where: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, count in enumerate(counts):
            for word, times in count.items():
                self._where[word].append((at, times))

    def rank(self, question: str) -> Ranking:
        """The passages whose rare words the question has."""
        scores: dict[int, float] = defaultdict(float)
        for word in set(_content(question)) & self._where.keys():
            found = self._where[word]
            rarity = math.log(1 + (len(self._texts) - len(found) + 0.5) / (len(found) + 0.5))
            for at, times in found:
                length = 1 - self._B + self._B * self._lengths[at] / self._mean
                scores[at] += rarity * times * (self._K + 1) / (times + self._K * length)
        return _best(scores, self._texts)


class TfIdf:
    """The cosine of TF-IDF vectors, best three passages."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Weigh the words of the passages."""
        self._texts = texts
        counts = [Counter(_content(text)) for text in texts]
        seen = Counter(word for count in counts for word in count)
        self._rarity = {word: math.log((1 + len(texts)) / (1 + n)) + 1 for word, n in seen.items()}
        self._vectors = [self._vector(count) for count in counts]

    def _vector(self, count: Counter[str]) -> dict[str, float]:
        """Word weights of length one."""
        weights = {word: n * self._rarity[word] for word, n in count.items() if word in self._rarity}
        length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    def rank(self, question: str) -> Ranking:
        """The passages that point the question's way."""
        asked = self._vector(Counter(_content(question)))
        scores = {
            at: sum(weight * vector[word] for word, weight in asked.items() if word in vector)
            for at, vector in enumerate(self._vectors)
        }
        return _best(scores, self._texts)


class Keywords:
    """A list of frequent questions: the entry whose keywords the question has, with its set answer.

    One entry per thing of the graph: its names are the keywords, its definition and its most
    telling statements are the answer.
    """

    def __init__(self, pipeline: Pipeline) -> None:
        """Write the entries."""
        graph, say = pipeline.graph, pipeline.say
        self._entries: list[tuple[str, str]] = []
        for entity in graph.entities():
            facts = [t for t in graph.statements(entity.iri) if graph.property_term(t.predicate).is_object]
            answer = " ".join([entity.definition, *say.sentences(facts)[:_BEST]]).strip()
            forms = (entity.label, *entity.alt_labels)
            self._entries += [(f" {normal(form)} ", answer) for form in forms if answer]

    def rank(self, question: str) -> Ranking:
        """The entry with the longest keyword in the question."""
        text = f" {normal(question)} "
        found = [(len(key) / 10, answer) for key, answer in self._entries if key in text]
        return sorted(found, key=lambda entry: (-entry[0], entry[1]))[:1]


def answering(ranker: Ranker, turns: Sequence[str], threshold: float = 0.0) -> dict[str, Any]:
    """The answer to the last turn, with the turns before it as more words to look for."""
    ranking = ranker.rank(" ".join(turns))
    answered = bool(ranking) and ranking[0][0] > threshold
    return {"answered": answered, "text": "\n".join(text for _, text in ranking) if answered else ""}


def tuned(ranker: Ranker, development: QuestionSet, grader: Grader) -> float:
    """The threshold with the most right answers and right refusals together."""
    outcomes = sorted(_outcomes(ranker, development, grader), key=lambda o: (o[0], -o[1]))
    best = total = sum(value for _, value in outcomes if value > 0)
    threshold = 0.0
    for score, value in outcomes:  # raising the threshold past this one loses or mends it
        total -= value
        if total > best:
            best, threshold = total, score
    return threshold


def _outcomes(ranker: Ranker, questions: QuestionSet, grader: Grader) -> Iterable[tuple[float, int]]:
    """Best scores, with 1 for a right answer and -1 for one that should have been a refusal."""
    yield from _scored(ranker, questions.refusals, -1)
    for row in questions.questions:
        right = grader.grade(row, answering(ranker, turns_of(row))).right
        yield from _scored(ranker, [row], int(right))


def _scored(ranker: Ranker, rows: Iterable[dict[str, Any]], value: int) -> Iterator[tuple[float, int]]:
    """The best score of each row that has one."""
    for row in rows:
        ranking = ranker.rank(" ".join(turns_of(row)))
        if ranking:
            yield ranking[0][0], value
