"""The few verbs with which the rest of the project asks the graph."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from kg import catalogue, proofs
from kg.collecting import uncollected
from kg.consistency import disjoint_classes
from kg.engines import Engines
from kg.errors import UnknownIriError
from kg.guard import check_read_only
from kg.index import Index, by_subject
from kg.loading import Ontology, load_ontology, written_notes
from kg.provenance import read_witnesses
from kg.rules import triple_key
from kg.schema import Truth
from kg.stores import open_store
from kg.terms import Iri, Triple
from kg.vocabulary import OWL, RDF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from kg.provenance import Claim, Provenance, Source, Standing
    from kg.schema import ClassTerm, Entity, PropertyTerm
    from kg.store import Store
    from kg.terms import Bindings, Proof, Sparql, Term

__all__ = ["KnowledgeGraph"]

_OWN_SECONDS = 60.0  # limits of compiled queries, which never come near them
_OWN_ROWS = 10_000_000
_ATTEMPTS = 4_096  # searches for the arguments of one statement; the shipped graph needs a few hundred


class KnowledgeGraph:
    """An ontology with its inferences, proofs and sources; it never changes once loaded."""

    def __init__(self, ontology: Ontology, open_query_store: Callable[[bool], Store]) -> None:
        """Index a loaded ontology; `open_query_store(isolated)` is called when a query first needs it."""
        self.version = ontology.version
        self._named = ontology.named
        self._notes = ontology.notes
        self._noted = by_subject(ontology.notes)
        self._denied = {triple: ontology.denied[triple] for triple in sorted(ontology.denied, key=triple_key)}
        self._closure = ontology.closure
        self._engines = Engines(open_query_store)
        self._members_of: dict[Iri, tuple[Iri, ...]] = {}
        self._provenances: dict[Triple, Provenance] = {}
        schema = ontology.schema
        self._supers = catalogue.class_hierarchy(schema, ontology.axioms)
        self._properties = catalogue.property_terms(schema)
        self._classes = catalogue.class_terms(schema, self._supers)
        self.index = Index(chain(ontology.named, self._closure.facts()), self._properties)
        individuals = schema.typed(OWL.NAMED_INDIVIDUAL)
        self._entities = catalogue.entities(
            schema, *catalogue.types(self._closure, individuals), self._supers
        )
        self._witnesses = read_witnesses(lambda cls: self.subjects(RDF.TYPE, cls), self.objects)
        self._claims_about: dict[Iri, list[Claim]] = defaultdict(list)
        for claim in self._witnesses.claims.values():
            for iri in claim.about:
                self._claims_about[iri].append(claim)
        self._disjoint = disjoint_classes(schema)
        self._functional = frozenset(schema.typed(OWL.FUNCTIONAL_PROPERTY))
        own = {statement: self._witnesses.standing(found) for statement, found in self._notes.items()}
        self._standings = proofs.standings(self._closure, own)

    @classmethod
    def load(cls, path: Path | None = None, store: str = "oxigraph") -> KnowledgeGraph:
        """Load the ontology at `path`, or the shipped one; `store` names the store that answers queries.

        Raises:
            OntologyError: the file is missing, malformed or inconsistent.
        """
        with uncollected():
            return cls(load_ontology(path), partial(_open, store))

    # ---- terms

    def entities(self) -> tuple[Entity, ...]:
        """All individuals, by IRI."""
        return tuple(self._entities.values())

    def classes(self) -> tuple[ClassTerm, ...]:
        """All classes, by IRI."""
        return tuple(self._classes.values())

    def properties(self) -> tuple[PropertyTerm, ...]:
        """All object and data properties, by IRI."""
        return tuple(self._properties.values())

    def is_property(self, iri: Iri) -> bool:
        """Whether `iri` is a property of the schema."""
        return iri in self._properties

    def is_individual(self, iri: Iri) -> bool:
        """Whether `iri` is a thing: no class, no property."""
        return iri in self._entities

    def entity(self, iri: Iri) -> Entity:
        """The individual `iri`; UnknownIriError if there is none."""
        return catalogue.known(self._entities, iri, "individual")

    def class_term(self, iri: Iri) -> ClassTerm:
        """The class `iri`; UnknownIriError if there is none."""
        return catalogue.known(self._classes, iri, "class")

    def property_term(self, iri: Iri) -> PropertyTerm:
        """The property `iri`; UnknownIriError if there is none."""
        return catalogue.known(self._properties, iri, "property")

    def instances(self, cls: Iri) -> tuple[Iri, ...]:
        """The members of a class, inferred ones included, by label."""
        if cls not in self._members_of:
            self.class_term(cls)
            found = self.subjects(RDF.TYPE, cls)
            self._members_of[cls] = tuple(sorted(found, key=lambda iri: (self._entities[iri].label, iri)))
        return self._members_of[cls]

    # ---- statements

    def objects(self, s: Iri, p: Iri) -> tuple[Term, ...]:
        """What `s` has under `p`, asserted or inferred, sorted; labels and other texts included."""
        return self.index.objects.get((s, p), ())

    def subjects(self, p: Iri, o: Term) -> tuple[Iri, ...]:
        """What has `o` under `p`, asserted or inferred, sorted."""
        return self.index.subjects.get((p, o), ())

    def statements(
        self,
        subject: Iri | None = None,
        predicate: Iri | None = None,
        object: Term | None = None,  # noqa: A002  # the three parts of a triple keep their names
    ) -> tuple[Triple, ...]:
        """Statements about individuals with a property of the schema that match what is given, sorted."""
        found = self.index.match(subject, predicate, object)
        return tuple(sorted(found, key=triple_key))

    def noted(self, s: Iri) -> Sequence[Triple]:
        """The statements about `s`, asserted or denied, that say themselves what they rest on."""
        return self._noted.get(s, ())

    def truth(self, triple: Triple) -> Truth:
        """Whether a statement holds, is denied, or is not stated.

        Denied is what a negative assertion rules out, membership in a class disjoint with one that the
        thing belongs to, and a second value of a functional property.
        """
        if triple in self._closure:
            return Truth.YES
        if triple in self._denied or self._excluding(triple):
            return Truth.NO
        return Truth.UNSTATED

    def _excluding(self, triple: Triple) -> tuple[Triple, ...]:
        """The statements that rule one out: another value of a functional property, a disjoint class."""
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if predicate in self._functional:
            return tuple(Triple(subject, predicate, other) for other in self.objects(subject, predicate))
        if predicate != RDF.TYPE or not isinstance(value, Iri):
            return ()
        asked = {value, *self._supers.get(value, ())}
        barred = {other for cls in asked for other in self._disjoint.get(cls, ())}
        others = (other for other in self.objects(subject, RDF.TYPE) if other in barred)
        return tuple(Triple(subject, RDF.TYPE, other) for other in others)

    def denials(self) -> tuple[Triple, ...]:
        """Every statement that a negative assertion rules out, with what follows from that, sorted."""
        return tuple(self._denied)

    def is_inferred(self, triple: Triple) -> bool:
        """Whether a statement holds without being asserted."""
        return self._closure.best.get(triple) is not None

    # ---- reasons

    def proof(self, triple: Triple) -> Proof:
        """A shortest proof; UnknownIriError if the statement does not hold."""
        self._check_holds(triple)
        return self._closure.proof(triple)

    def proofs(self, triple: Triple, limit: int = 8) -> tuple[Proof, ...]:
        """Up to `limit` proofs that rest on different statements, the shortest first.

        None of them rests on all that another rests on and more.
        """
        self._check_holds(triple)
        return proofs.minimal_proofs(self._closure, triple, limit)

    def arguments(self, triple: Triple, limit: int = 8) -> tuple[Proof, ...]:
        """Up to `limit` proofs that rest on different sourced statements, the shortest first.

        What the schema says of itself goes without saying, and a statement is the same as its inverse.
        """
        self._check_holds(triple)
        return proofs.minimal_proofs(self._closure, triple, limit, self._counted, _ATTEMPTS)

    def _counted(self, leaf: Triple) -> Triple | None:
        term = self._properties.get(leaf.predicate)
        if leaf not in self._notes:
            return None
        if term and term.inverse and isinstance(leaf.object, Iri):
            return min(leaf, Triple(leaf.object, term.inverse, leaf.subject), key=triple_key)
        return leaf

    def provenance(self, triple: Triple) -> Provenance:
        """What a statement rests on: its own annotations, or those of a shortest proof if inferred.

        A denied statement has those of the negative assertion, one that another statement rules out those
        of the latter; a statement of a class is written (class, property, value). UnknownIriError if there
        is no such statement.
        """
        if (found := self._provenances.get(triple)) is None:
            notes = [note for ground in self._grounds(triple) for note in self._notes.get(ground, ())]
            found = self._witnesses.provenance(notes)
            if triple in self._closure:  # of what does not hold there is no end
                self._provenances[triple] = found
        return found

    def _grounds(self, triple: Triple) -> Iterable[Triple]:
        """The statements whose annotations a statement has."""
        if (denial := self._denied.get(triple)) is not None:
            return (denial,)
        if triple in self._notes and triple not in self._closure:
            return (triple,)
        if not (grounds := (triple,) if triple in self._closure else self._excluding(triple)):
            raise _no_statement(triple)
        return dict.fromkeys(leaf for t in grounds for leaf in proofs.leaves(self._closure.proof(t)))

    def standing(self, triple: Triple) -> Standing:
        """How the best proof of a statement stands: disputed only if every proof is."""
        self._check_holds(triple)
        return self._standings[triple]

    def claims(self) -> tuple[Claim, ...]:
        """All claims, by IRI."""
        return tuple(self._witnesses.claims.values())

    def claim(self, iri: Iri) -> Claim:
        """The claim `iri`; UnknownIriError if there is none."""
        return catalogue.known(self._witnesses.claims, iri, "claim")

    def claims_about(self, iri: Iri) -> tuple[Claim, ...]:
        """The claims that speak of a thing, by IRI."""
        return tuple(self._claims_about.get(iri, ()))

    def sources(self) -> tuple[Source, ...]:
        """All sources: sentences in the order of the article, then studies, then reference works."""
        return tuple(self._witnesses.sources.values())

    def _check_holds(self, triple: Triple) -> None:
        if triple not in self._closure:
            raise _no_statement(triple)

    # ---- queries

    def query(self, sparql: Sparql, *, seconds: float = 5.0, rows: int = 10_000) -> Bindings:
        """Answer a SELECT or ASK query over asserted and inferred triples in the default graph.

        Raises:
            QueryRefusedError: the query is not read-only.
            QueryLimitError: it took longer than `seconds` or gave more than `rows` rows.
            StoreError: the store cannot be opened.
        """
        check_read_only(sparql)
        return self._engines.store(self._triples, isolated=True).select(sparql, seconds, rows)

    def select(self, sparql: Sparql) -> Bindings:
        """Answer a query that this project compiled itself: read-only by construction, and small.

        Unlike `query` it has no process of its own, which costs more than it: pass no text from outside.
        """
        return self._engines.store(self._triples, isolated=False).select(sparql, _OWN_SECONDS, _OWN_ROWS)

    def run(self, sparql: Sparql) -> None:
        """Answer a query as `select` does, if nobody reads the rows."""
        self._engines.store(self._triples, isolated=False).run(sparql, _OWN_SECONDS)

    def _triples(self) -> Iterable[Triple]:
        notes = written_notes(self._notes, self._denied)
        return dict.fromkeys(chain(self._named, self._closure.facts(), notes))


def _open(store: str, isolated: bool) -> Store:  # noqa: FBT001 - it is all that differs between calls
    return open_store(store, isolated=isolated)


def _no_statement(triple: Triple) -> UnknownIriError:
    return UnknownIriError(
        f"The graph does not hold ({triple.subject} {triple.predicate} {triple.object})",
        "Ask for its truth first",
    )
