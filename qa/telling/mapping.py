"""The graph as a muscle map needs it: a card for each muscle, and what exercises and positions do to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.graph import KnowledgeGraph
from kg.provenance import Standing
from kg.terms import Iri, Triple
from qa.model import Item, ResearchCheck, ShownSource, ShownTriple
from qa.telling.describing import main_statements
from qa.telling.explaining import Explainer
from qa.telling.measured import Values
from qa.telling.verbalising import Verbaliser, capital, joined
from qa.vocabulary import CALF

__all__ = ["Atlas", "Card", "Effect", "Fact", "Line", "Structure"]

#: What a card says first; all else follows by salience.
_FIRST = (CALF.HAS_ORIGIN, CALF.HAS_INSERTION, CALF.HAS_ACTION, CALF.CROSSES_JOINT, CALF.INNERVATED_BY)
_ROLES = {CALF.HAS_ORIGIN: "origin", CALF.HAS_INSERTION: "insertion", CALF.INNERVATED_BY: "nerve"}
#: How strongly a statement of the article says that something works a muscle; 0 spares it.
_GRADES = {
    CALF.EMPHASISES: 3,
    CALF.BIASES: 3,
    CALF.MAXIMALLY_ENGAGES: 2,
    CALF.TRAINS: 1,
    CALF.ENGAGES: 1,
    CALF.BALANCES: 1,
    CALF.MINIMALLY_ENGAGES: 0,
    CALF.MINIMISES: 0,
}
#: Whose statements about a structure belong on its card.
_ACTING = frozenset((CALF.EXERCISE, CALF.POSITION, CALF.POSITION_VARIABLE, CALF.ANATOMICAL_STRUCTURE))
_TELLING = 5  # properties below this salience are not worth a line of their own


@dataclass(frozen=True, slots=True)
class Structure:
    """A muscle, a head, a group or a tendon; `kind` is the label of its class."""

    iri: Iri
    label: str
    kind: str
    definition: str
    also_called: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a card: the label of a property, and its values with the standing of each.

    `role` is "origin", "insertion" or "nerve" where the values are places to be shown as such, or "".
    """

    title: str
    role: str
    values: tuple[tuple[Item, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and how it stands against research; "" where no claim behind it was looked into."""

    sentence: str
    standing: str


@dataclass(frozen=True, slots=True)
class Card:
    """All that the graph says about a structure, with reasons, sources and the state of research."""

    structure: Structure
    facts: tuple[Fact, ...]
    denied: tuple[str, ...]
    worked_by: tuple[Line, ...]
    triples: tuple[ShownTriple, ...]
    sources: tuple[ShownSource, ...]
    research: tuple[ResearchCheck, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What an exercise and positions do to one structure: `grade` 0 spares it, 3 works it most."""

    structure: Structure
    grade: int
    standing: str
    lines: tuple[Line, ...]
    research: tuple[ResearchCheck, ...]


class Atlas:
    """What one graph says about muscles, as values for a map."""

    def __init__(self, graph: KnowledgeGraph, say: Verbaliser, explainer: Explainer) -> None:
        """Prepare for `graph`; nothing is looked up before it is asked for."""
        self._graph = graph
        self._say = say
        self._explainer = explainer
        self._terms = {p.iri: p for p in graph.properties()}

    # ------------------------------------------------------------ names

    def structures(self) -> tuple[Structure, ...]:
        """Every muscle, head, group and tendon, by label."""
        found = {i for cls in (CALF.MUSCULAR_STRUCTURE, CALF.TENDON) for i in self._graph.instances(cls)}
        return tuple(sorted(map(self._structure, found), key=lambda s: s.label))

    def names(self) -> dict[str, str]:
        """The label of every anatomical structure by the local part of its IRI."""
        return {
            i.local: self._graph.entity(i).label for i in self._graph.instances(CALF.ANATOMICAL_STRUCTURE)
        }

    def parts(self, iri: Iri) -> tuple[Iri, ...]:
        """All parts of a structure."""
        return tuple(o for o in self._graph.objects(iri, CALF.HAS_PART) if isinstance(o, Iri))

    def exercises(self) -> tuple[Item, ...]:
        """All exercises, by label."""
        return self._items(CALF.EXERCISE)

    def variables(self) -> tuple[tuple[Item, tuple[Item, ...]], ...]:
        """What can be varied in an exercise, each with its settings."""
        return tuple(
            (variable, tuple(self._item(iri) for iri in self._graph.subjects(CALF.SETTING_OF, variable.iri)))
            for variable in self._items(CALF.POSITION_VARIABLE)
        )

    def positions_of(self, exercise: Iri) -> tuple[Iri, ...]:
        """The positions in which an exercise is done."""
        return tuple(o for o in self._graph.objects(exercise, CALF.HAS_POSITION) if isinstance(o, Iri))

    def grade_names(self) -> dict[int, str]:
        """The words of the graph for each grade: "maximally engages", "emphasises or biases"."""
        found: dict[int, list[str]] = {}
        for prop, grade in _GRADES.items():
            label = self._terms[prop].label
            if label not in found.setdefault(grade, []):
                found[grade].append(label)
        return {grade: joined(labels, "or") for grade, labels in found.items()}

    def _items(self, cls: Iri) -> tuple[Item, ...]:
        return tuple(map(self._item, self._graph.instances(cls)))

    def _item(self, iri: Iri) -> Item:
        return Item(iri, self._graph.entity(iri).label)

    def _structure(self, iri: Iri) -> Structure:
        entity = self._graph.entity(iri)
        kind = self._graph.class_term(entity.kind).label
        return Structure(iri, entity.label, kind, entity.definition, entity.alt_labels)

    # ------------------------------------------------------------ cards

    def card(self, iri: Iri) -> Card:
        """The card of a structure; UnknownIriError if there is no such thing."""
        own = self._ordered(main_statements(iri, self._graph))
        incoming = self._incoming(iri)
        denied = tuple(t for t in self._graph.denials() if t.subject == iri and t.predicate in _FIRST)
        held = self._graph.statements(predicate=CALF.FOR_MUSCLE, object=iri)
        every = (*own, *incoming, *denied, *held)
        return Card(
            structure=self._structure(iri),
            facts=(*self._facts(own), *self._numbers(held)),
            denied=tuple(capital(self._say.denial(t)) + "." for t in denied),
            worked_by=self._lines(incoming),
            triples=self._explainer.triples((*own, *incoming, *held)),
            sources=self._explainer.sources(every),
            research=self._explainer.research(every),
        )

    def _ordered(self, triples: Iterable[Triple]) -> tuple[Triple, ...]:
        """Statements in the order of a card."""
        place = {prop: number for number, prop in enumerate(_FIRST)}
        return tuple(sorted(triples, key=lambda t: place.get(t.predicate, len(place))))

    def _facts(self, triples: Sequence[Triple]) -> Iterable[Fact]:
        for prop, group in groupby(triples, key=lambda t: t.predicate):
            values = [(self._item(t.object), self._standing(t)) for t in group if isinstance(t.object, Iri)]
            yield Fact(capital(self._terms[prop].label), _ROLES.get(prop, ""), tuple(values))

    def _numbers(self, held: Sequence[Triple]) -> Iterator[Fact]:
        """A row for each quantity of which there are values, with the source of each."""
        for title, items in Values([t.subject for t in held], self._graph, self._say).rows():
            yield Fact(capital(title), "", tuple((item, "") for item in items))

    def _incoming(self, iri: Iri) -> tuple[Triple, ...]:
        """Statements that others make about a structure, special ones instead of general ones."""
        found = [
            t
            for t in self._graph.statements(object=iri)
            if self._terms[t.predicate].salience >= _TELLING or t.predicate in _GRADES
            if self._graph.entity(t.subject).classes & _ACTING
            if t.predicate in _GRADES or self._terms[t.predicate].inverse is None
        ]
        return self._special(found)

    def _special(self, triples: Sequence[Triple]) -> tuple[Triple, ...]:
        """Statements without those that a more special one implies, the most telling first."""
        general = {(t.subject, sup, t.object) for t in triples for sup in self._terms[t.predicate].supers}
        kept = [t for t in triples if (t.subject, t.predicate, t.object) not in general]
        return tuple(sorted(kept, key=lambda t: (-self._terms[t.predicate].salience, t.predicate, t.subject)))

    def _lines(self, triples: Sequence[Triple]) -> tuple[Line, ...]:
        """Statements as sentences; those with one property, object and standing share one."""
        groups: dict[tuple[Iri, Iri, str], list[Iri]] = {}
        for t in triples:
            if isinstance(t.object, Iri):
                groups.setdefault((t.predicate, t.object, self._standing(t)), []).append(t.subject)
        return tuple(
            Line(capital(self._say.facts(prop, subjects, [thing])) + ".", standing)
            for (prop, thing, standing), subjects in groups.items()
        )

    def _standing(self, triple: Triple) -> str:
        """How a statement stands against research; "" where no claim stands behind it."""
        claims = self._graph.provenance(triple).claims
        return self._graph.standing(triple).value if claims else ""

    # ------------------------------------------------------------ exercises and positions

    def effects(self, exercise: Iri | None, positions: Sequence[Iri]) -> tuple[Effect, ...]:
        """What is worked, and how strongly, most first.

        What the article says of the exercise itself counts only while it is done in its own positions.
        """
        subjects = [*positions]
        if exercise is not None and not self.departures(exercise, positions):
            subjects.insert(0, exercise)
        found: dict[Iri, list[Triple]] = {}
        for prop in _GRADES:
            for t in self._graph.statements(predicate=prop):
                if t.subject in subjects and isinstance(t.object, Iri):
                    found.setdefault(t.object, []).append(t)
        told = (i for i in found if not self._is_rolled_up(found[i], {*self.parts(i)} & found.keys()))
        effects = [self._effect(iri, self._special(found[iri])) for iri in told]
        return tuple(sorted(effects, key=lambda e: (-e.grade, e.structure.label)))

    def _is_rolled_up(self, triples: Sequence[Triple], parts: Collection[Iri]) -> bool:
        """Whether all that is said of a whole follows from what is said of its parts."""
        return bool(parts) and all(self._graph.is_inferred(t) for t in triples)

    def _effect(self, iri: Iri, triples: Sequence[Triple]) -> Effect:
        """What statements add up to: one that spares a structure outweighs those that work it."""
        grades = [_GRADES[t.predicate] for t in triples]
        grade = 0 if 0 in grades else max(grades)
        order = {s.value: s.badness for s in Standing} | {"": -1}
        deciding = [self._standing(t) for t in triples if _GRADES[t.predicate] == grade]
        return Effect(
            structure=self._structure(iri),
            grade=grade,
            standing=max(deciding, key=order.__getitem__),
            lines=self._lines(triples),
            research=self._explainer.research(triples),
        )

    def departures(self, exercise: Iri, positions: Sequence[Iri]) -> tuple[str, ...]:
        """Where chosen positions are not those of an exercise, as sentences; none where all fit."""
        own = self.positions_of(exercise)
        return tuple(
            self._departure(Triple(exercise, CALF.HAS_POSITION, position))
            for position in positions
            if position not in own
        )

    def _departure(self, triple: Triple) -> str:
        """That an exercise is not, or not known to be, done in a position."""
        denied = next(
            (
                d
                for d in self._graph.denials()
                if (d.subject, d.object) == (triple.subject, triple.object)
                and CALF.HAS_POSITION in self._terms[d.predicate].supers
            ),
            triple,
        )
        return capital(self._say.denial(denied)) + "."

    def told(self, position: Iri) -> str:
        """What a position does, in running text."""
        triples = [t for t in self._graph.statements(subject=position) if t.predicate in _GRADES]
        by_property = groupby(self._special(triples), key=lambda t: t.predicate)
        said = [
            capital(self._say.facts(prop, [position], [t.object for t in group])) + "."
            for prop, group in by_property
        ]
        return " ".join(said)

    def reasons(self, position: Iri) -> tuple[str, ...]:
        """Why a position does what it does, each reason once."""
        triples = (t for t in self._graph.statements(subject=position) if t.predicate in _GRADES)
        found = dict.fromkeys(r for t in triples for r in self._graph.provenance(t).rationales)
        return tuple(self._say.name(text) for r in found for text in self._graph.objects(r, CALF.TEXT))
