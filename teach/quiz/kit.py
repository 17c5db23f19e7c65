"""What every maker of items works with: the graph, its words, its judge, and what may stand beside what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Triple
from kg.vocabulary import WITNESSES
from qa.telling.verbalising import Verbaliser
from qa.vocabulary import CALF, UNNAMED
from teach.quiz.likeness import Likeness, level_of, ordered_by_chance
from teach.quiz.model import Level, Option
from teach.quiz.refuting import Referee
from teach.quiz.topics import apart, topic_of
from teach.quiz.wording import Wording

__all__ = ["KIND", "WRONG", "Kit", "key", "verdicts"]

KIND = "kind"  # the memory of what a thing is
WRONG = 3  # wrong options of an item, where the graph contradicts so many
_SOURCED = 3  # statements that lead to sources on a thing
_TELLING = 4  # properties below this salience are not worth asking for


def key(*parts: object) -> str:
    """The name of an item or a memory, made of local names and words."""
    return "/".join(part.local if isinstance(part, Iri) else str(part) for part in parts)


def verdicts(why: str, *, holds: bool) -> tuple[Option, ...]:
    """True and false without reasons, for a statement that holds or does not."""
    return (
        Option("True", right=holds, why=why, verdict=True),
        Option("False", right=not holds, why=why, verdict=False),
    )


class Kit:
    """The tools of one graph."""

    def __init__(self, graph: KnowledgeGraph, say: Verbaliser, drawn: Iterable[str] = ()) -> None:
        """Look at `graph`; `drawn` are the local names of what the drawing of the leg shows."""
        self.graph = graph
        self.say = say
        self.drawn = frozenset(drawn)
        self.referee = Referee(graph, say)
        self.likeness = Likeness(graph)
        self.wording = Wording(graph, say)
        self._terms = {p.iri: p for p in graph.properties()}
        self._roots = frozenset(c.iri for c in graph.classes() if not c.supers)
        things = (e for e in graph.entities() if e.classes.isdisjoint(WITNESSES))
        self._kinds = {entity.iri: entity.classes for entity in things}
        self._alike: dict[frozenset[Iri], list[Iri]] = {}

    def topic(self, iri: Iri) -> str:
        """The topic that a thing belongs to."""
        return topic_of(self.graph.entity(iri).classes)

    def mates(self, iri: Iri) -> list[Iri]:
        """Other things that could be confused with this one: of its broad kind, or of a kind told from it."""
        classes = self.graph.entity(iri).classes
        if classes not in self._alike:
            self._alike[classes] = [
                other
                for other, kinds in self._kinds.items()
                if kinds & classes & self._roots or _told_apart(kinds, classes)
            ]
        return [other for other in self._alike[classes] if other != iri]

    def statements(self) -> list[Triple]:
        """Every statement that is worth asking for, each once: from one end, and as exactly as it can be."""
        return [t for t in self.graph.statements() if self._is_asked(t)]

    def is_sayable(self, triple: Triple) -> bool:
        """Whether a statement is worth asking for: its relation has words, and both its ends have names."""
        term, target = self._terms.get(triple.predicate), triple.object
        if term is None or not term.is_object or term.salience < _TELLING or not term.says:
            return False
        assert isinstance(target, Iri)
        ends = self.graph.entity(triple.subject).classes | self.graph.entity(target).classes
        return (
            ends.isdisjoint(WITNESSES)
            and not ends & (UNNAMED - {CALF.CUE})
            and CALF.QUANTITY_VALUE not in ends
        )

    def _is_asked(self, triple: Triple) -> bool:
        if not self.is_sayable(triple):
            return False
        term = self._terms[triple.predicate]
        if term.inverse and (self._terms[term.inverse].salience, term.inverse) > (term.salience, term.iri):
            return False
        below = (p for p in self._terms.values() if triple.predicate in p.supers)
        return not any(self.referee.holds(Triple(triple.subject, p.iri, triple.object)) for p in below)

    def sourced(self, iri: Iri) -> tuple[Triple, ...]:
        """A few statements about a thing that have a source, stated ones first."""
        about = (*self.graph.statements(subject=iri), *self.graph.statements(object=iri))
        found = [t for t in about if self.is_sayable(t) and self.graph.provenance(t).sources]
        return tuple(sorted(found, key=self.graph.is_inferred)[:_SOURCED])

    # ------------------------------------------------------------ wrong options

    def wrong(
        self, right: Iri, known: Iri, make: Callable[[Iri], Triple], seed: str
    ) -> list[tuple[float, Iri, Triple]]:
        """What could be taken for `right`, most alike first, where the graph contradicts what it would make.

        What a source denies outright comes before what does not fit. `known` is the other end of the
        statement: what has any link with it fits too well to be called a misfit.
        """
        found = []
        taken = {self.say.name(right).casefold(), self.say.name(known).casefold()}
        for other in ordered_by_chance(self.mates(right), seed):
            triple, name = make(other), self.say.name(other).casefold()
            refutation = self.referee.refute(triple)
            if refutation is None or name in taken:
                continue
            if refutation.misfit and not self._is_clear(right, known, other, triple):
                continue
            taken.add(name)
            found.append((refutation.denied is None, -self.likeness.of(right, other), other, triple))
        return [(-unlike, other, triple) for _, unlike, other, triple in sorted(found, key=lambda f: f[:2])]

    def _is_clear(self, right: Iri, known: Iri, other: Iri, triple: Triple) -> bool:
        """Whether a thing that does not fit by its kind is wrong in substance too.

        It has no link with what is known, a person tells its kind from the right one, and it is as false of
        every relation that is said in the same words.
        """
        said, supers = self._terms[triple.predicate].says, self._terms[triple.predicate].supers
        alike = [p.iri for p in self._terms.values() if p.says == said and p.iri not in supers]
        if any(self.referee.refute(Triple(triple.subject, p, triple.object)) is None for p in alike):
            return False
        linked = self.graph.statements(subject=known, object=other) + self.graph.statements(
            other, None, known
        )
        return not linked and _told_apart(self._kinds[right], self._kinds[other])

    def choices(self, wrong: Sequence[tuple[float, Iri, Triple]]) -> list[tuple[Level, list[Triple]]]:
        """Sets of wrong options, one a level at most: the most alike, those between, the least alike."""
        middle = max(0, (len(wrong) - WRONG) // 2)
        found: dict[Level, list[Triple]] = {}
        for part in (wrong[:WRONG], wrong[-WRONG:], wrong[middle : middle + WRONG]):
            if part:
                found.setdefault(level_of([each[0] for each in part]), [each[2] for each in part])
        return list(found.items())

    def refused(self, triple: Triple, text: str) -> Option:
        """A wrong option."""
        found = self.referee.refute(triple)
        assert found is not None, triple
        return Option(text, right=False, why=found.why, states=(triple,))

    def kept(self, triple: Triple, text: str) -> Option:
        """A right option."""
        sentence = self.wording.sentence(triple)
        contested = self.referee.is_contested(triple)
        return Option(
            text, right=True, why=self.wording.by_article(sentence, contested=contested), states=(triple,)
        )

    def contested(self, triples: Iterable[Triple]) -> bool:
        """Whether research does not support some of the statements, or some of the denials of them."""
        return any(self.referee.is_contested(triple) for triple in triples)


def _told_apart(one: frozenset[Iri], other: frozenset[Iri]) -> bool:
    """Whether two things are of different kinds that a person tells apart."""
    return any(group & one and group & other and group & one != group & other for group in apart())
