"""Questions that have answers: examples, related questions, and neighbours of one not understood.

Each is written from the frames that also read questions, and offered only after it was asked
and answered; what was learnt of a topic is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from kg.terms import Iri, Triple
from qa.forms.logic import Describe, unordered
from qa.kind import Desk, Reading
from qa.learnt.wording import meanings
from qa.telling.describing import main_statements, most_told
from qa.telling.verbalising import base_form
from qa.vocabulary import CALF, UNNAMED

__all__ = ["Suggester"]

_MOST = 3
_TRIED = 12  # questions tried for one topic


@cache
def _plain_questions() -> dict[tuple[str, object], str]:
    """The first plain question for each meaning that the corpus has, by its kind and form."""
    known = reversed(meanings().items())
    return {(meaning.kind, unordered(meaning.form)): text for text, meaning in known if meaning.form}


class Suggester:
    """Suggests questions about one graph; `is_answered` asks a question without suggesting further."""

    def __init__(self, desk: Desk, is_answered: Callable[[str], bool]) -> None:
        """Suggest from this graph what `is_answered`."""
        self._desk = desk
        self._is_answered = is_answered
        self._about = lru_cache(maxsize=1024)(self._tried)
        self._openings = lru_cache(maxsize=1)(self._opening)

    def examples(self) -> tuple[str, ...]:
        """One question each on the most connected things of some kinds, an opening for a newcomer."""
        return self._openings()

    def _opening(self) -> tuple[str, ...]:
        """The examples, which are the same each time."""
        kinds = (
            CALF.MUSCULAR_STRUCTURE,
            CALF.EXERCISE,
            CALF.POSITION,
            CALF.PARAMETER,
            CALF.MISTAKE,
            CALF.BENEFIT,
        )
        out: list[str] = []
        for kind in kinds:
            best = most_told(self._desk.graph.instances(kind), self._desk.graph)
            out += [q for iri in best for q in self._about(iri)[:1]]
        return tuple(out)

    def completions(self) -> tuple[str, ...]:
        """Every question that can be written about a thing with a name of its own, and has an answer.

        Questions about the most connected things come first. Takes seconds.
        """
        graph = self._desk.graph
        named = [e.iri for e in graph.entities() if UNNAMED.isdisjoint(e.classes)]
        named.sort(key=lambda iri: (-len(main_statements(iri, graph)), iri))
        written = dict.fromkeys(question for iri in named for question in self._written(iri))
        return tuple(question for question in written if self._is_answered(question))

    def near(self, topics: tuple[Iri, ...], asked: str = "") -> tuple[str, ...]:
        """Up to three questions about these topics, other than the one asked; else the examples."""
        again = asked.casefold().strip("? ")
        kept: dict[str, None] = {}
        for topic in dict.fromkeys(topics):
            kept |= {q: None for q in self._about(topic) if q.casefold().strip("? ") != again}
            if len(kept) >= _MOST:  # to find a topic's questions takes answers to them
                return tuple(kept)[:_MOST]
        return tuple(dict.fromkeys([*kept, *self.examples()]))[:_MOST]

    def beside(self, readings: Iterable[Reading], near: tuple[str, ...], asked: str) -> tuple[str, ...]:
        """Up to three questions in place of the one asked: plain ones that it may mean, then those `near`."""
        again, plain, told = asked.casefold().strip("? "), _plain_questions(), dict[str, None]()
        for reading in readings:
            question = plain.get((reading.kind, unordered(reading.form)), "")
            if question and question.casefold().strip("? ") != again and self._is_answered(question):
                told[question] = None
                if isinstance(reading.form, Describe):
                    near = tuple(q for q in near if q != self._defining(reading.form.iri))
        return tuple(dict.fromkeys([*told, *near]))[:_MOST]

    def _defining(self, topic: Iri) -> str:
        """The question what a thing or a class is."""
        return f"What is {self._desk.say.name(topic)}?"

    def _tried(self, topic: Iri) -> tuple[str, ...]:
        """Questions about one topic that are answered."""
        out: list[str] = []
        for n, question in enumerate(self._written(topic)):
            if n >= _TRIED or len(out) >= _MOST:
                break
            if self._is_answered(question):
                out.append(question)
        return tuple(out)

    def _written(self, topic: Iri) -> Iterator[str]:
        """Questions about a topic, from its statements and the frames of their properties."""
        graph = self._desk.graph
        if not self._desk.connector.is_thing(topic):
            return
        entity = graph.entity(topic)
        if CALF.EXERCISE in entity.classes and graph.objects(topic, CALF.HAS_STEP):
            yield f"How do I do {entity.mention}?"
        if CALF.PARAMETER in entity.classes and entity.label.split()[0].endswith("s"):
            yield f"How many {entity.label}?"
        for prop in sorted(self._leading_to(topic), key=lambda p: (-graph.property_term(p).salience, p)):
            term = graph.property_term(prop)
            if term.domain and term.salience > 4 and not term.label.startswith(("is ", "has ")):
                yield f"Which {graph.class_term(term.domain).label} {term.label} {entity.mention}?"
        for triple in main_statements(topic, graph):
            term = graph.property_term(triple.predicate)
            label = term.label
            asked = graph.class_term(term.range).label if term.range else "?"
            if not label.endswith(f" {asked}") and not label.startswith(
                ("is ", "has ")
            ):  # "serves the goal" asks for no "what"
                yield f"What does {entity.mention} {base_form(label)}?"
        if entity.definition:
            yield self._defining(topic)
        if graph.objects(topic, CALF.HAS_EFFECT):
            yield f"Why {entity.mention}?"

    def _leading_to(self, topic: Iri) -> set[Iri]:
        """The properties that are asserted to lead to a topic; some things are at the end of thousands."""
        graph = self._desk.graph
        return {
            p
            for p in graph.index.behind(topic)
            if any(not graph.is_inferred(Triple(s, p, topic)) for s in graph.subjects(p, topic))
        }
