"""What a check reads, and what it finds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.axioms import Schema, read_axioms
from kg.checks.listed import Lists
from kg.rules import Closure, close
from kg.terms import Iri, Literal, Term, Triple
from kg.turtle import Annotation, Document
from kg.vocabulary import CALF_NS, DCTERMS, LEX_NS, OWL, RDF

__all__ = ["Check", "Fault", "Sources"]

Fault = tuple[str, str, str]  # subject, problem, fix


@dataclass(frozen=True, slots=True)
class Check:
    """A check by its name, which is the one that ROBOT's report or our list of tests gives it."""

    name: str
    run: Callable[[Sources], Iterator[Fault]]


class Sources:
    """The merged statements of the source files, indexed for checks."""

    def __init__(self, document: Document, lists: Lists | None = None) -> None:
        """Index `document`; a check changes nothing in it. `lists` is what people wrote beside it."""
        self.lists = lists or Lists()
        self.triples = document.triples
        self.annotations: tuple[Annotation, ...] = document.annotations
        self._values: dict[tuple[Iri, Iri], list[Term]] = defaultdict(list)
        self._typed: dict[Term, list[Iri]] = defaultdict(list)
        for triple in document.triples:
            self._values[triple.subject, triple.predicate].append(triple.object)
            if triple.predicate == RDF.TYPE:
                self._typed[triple.object].append(triple.subject)

    def values(self, subject: Iri, predicate: Iri) -> list[Term]:
        """The objects of a subject and predicate, in the order of the files."""
        return self._values.get((subject, predicate), [])

    def texts(self, subject: Iri, predicate: Iri) -> list[str]:
        """The literal objects of a subject and predicate."""
        return [value.value for value in self.values(subject, predicate) if isinstance(value, Literal)]

    def typed(self, *classes: Iri) -> list[Iri]:
        """The named things asserted to be of one of `classes`, sorted."""
        found = {subject for cls in classes for subject in self._typed.get(cls, ())}
        return sorted(subject for subject in found if not subject.startswith("_:"))

    @cached_property
    def terms(self) -> list[Iri]:
        """All classes, properties and individuals of the ontology's own namespaces."""
        kinds = (OWL.CLASS, OWL.OBJECT_PROPERTY, OWL.DATATYPE_PROPERTY, OWL.NAMED_INDIVIDUAL)
        return [iri for iri in self.typed(*kinds) if iri.startswith((CALF_NS, LEX_NS))]

    @cached_property
    def annotation_properties(self) -> list[Iri]:
        """The annotation properties of the ontology's own namespaces."""
        return [iri for iri in self.typed(OWL.ANNOTATION_PROPERTY) if iri.startswith((CALF_NS, LEX_NS))]

    @cached_property
    def schema_terms(self) -> list[Iri]:
        """All classes and properties of the ontology's own namespaces."""
        kinds = (OWL.CLASS, OWL.OBJECT_PROPERTY, OWL.DATATYPE_PROPERTY)
        return [iri for iri in self.typed(*kinds) if iri.startswith((CALF_NS, LEX_NS))]

    @cached_property
    def sourced(self) -> set[Triple]:
        """The statements that carry a source."""
        return {note.triple for note in self.annotations if note.predicate == DCTERMS.SOURCE}

    @cached_property
    def closure(self) -> Closure:
        """Everything that follows from the statements."""
        schema = Schema.of(self.triples)
        properties = schema.object_properties | schema.data_properties
        facts = (
            t
            for t in self.triples
            if (t.object in schema.classes if t.predicate == RDF.TYPE else t.predicate in properties)
            and not t.subject.startswith("_:")
        )
        return close(facts, read_axioms(schema))

    def members(self, *classes: Iri) -> list[Iri]:
        """The named things that belong to one of `classes`, inferred ones included, sorted."""
        return sorted({iri for cls in classes for iri in self.closure.by_object.get((RDF.TYPE, cls), ())})
