"""What the schema says, sorted into the few forms that the rules and the checks read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, product
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.terms import Iri, Term, Triple
from kg.turtle import is_blank
from kg.vocabulary import OWL, RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Atom", "Axioms", "Chain", "Condition", "Copy", "Schema", "Typing", "read_axioms"]

_SCHEMA_PREDICATES = frozenset({OWL.EQUIVALENT_CLASS, RDFS.SUB_CLASS_OF})
_KINDS = (OWL.OBJECT_PROPERTY, OWL.DATATYPE_PROPERTY, OWL.ANNOTATION_PROPERTY, OWL.CLASS)


@dataclass(frozen=True, slots=True)
class Atom:
    """A condition on one thing x: `x predicate value`; a class C is `x rdf:type C`."""

    predicate: Iri
    value: Term


@dataclass(frozen=True, slots=True)
class Copy:
    """`x body y` gives `x head y`, or `y head x` if `swap`."""

    body: Iri
    head: Iri
    rule: str
    axioms: tuple[Triple, ...]
    swap: bool = False


@dataclass(frozen=True, slots=True)
class Typing:
    """`x body y` gives `x rdf:type cls`, or `y rdf:type cls` if `of_object`."""

    body: Iri
    cls: Iri
    rule: str
    axioms: tuple[Triple, ...]
    of_object: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """`x body[0] y`, `y body[1] z` and so on give `x head` of the last."""

    body: tuple[Iri, ...]
    head: Iri
    rule: str
    axioms: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """All atoms of `body` on one thing give the atom `head` on it."""

    body: tuple[Atom, ...]
    head: Atom
    rule: str
    axioms: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Axioms:
    """The rules that the schema licenses, each kind in a fixed order."""

    copies: tuple[Copy, ...]
    typings: tuple[Typing, ...]
    chains: tuple[Chain, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """The triples of an ontology, indexed for those who read its schema."""

    values: dict[tuple[Iri, Iri], tuple[Term, ...]]
    subjects: dict[Iri, tuple[tuple[Iri, Term], ...]]
    object_properties: frozenset[Iri]
    data_properties: frozenset[Iri]
    classes: frozenset[Iri]

    @classmethod
    def of(cls, triples: Iterable[Triple]) -> Schema:
        """Index triples, blank nodes included."""
        values: dict[tuple[Iri, Iri], list[Term]] = defaultdict(list)
        subjects: dict[Iri, list[tuple[Iri, Term]]] = defaultdict(list)
        kinds: dict[Iri, set[Iri]] = {kind: set() for kind in _KINDS}
        for t in triples:
            values[t.subject, t.predicate].append(t.object)
            subjects[t.predicate].append((t.subject, t.object))
            if (
                t.predicate == RDF.TYPE
                and isinstance(t.object, Iri)
                and t.object in kinds
                and not is_blank(t.subject)
            ):
                kinds[t.object].add(t.subject)
        return cls(
            {key: tuple(items) for key, items in values.items()},
            {key: tuple(items) for key, items in subjects.items()},
            *(frozenset(kinds[kind]) for kind in (OWL.OBJECT_PROPERTY, OWL.DATATYPE_PROPERTY, OWL.CLASS)),
        )

    def iris(self, subject: Iri, predicate: Iri) -> tuple[Iri, ...]:
        """The IRIs (blank nodes included) that `subject` has under `predicate`."""
        return tuple(o for o in self.values.get((subject, predicate), ()) if isinstance(o, Iri))

    def one(self, subject: Iri, predicate: Iri) -> Term | None:
        """The only value, or None; OntologyError if there are several."""
        found = self.values.get((subject, predicate), ())
        if len(found) > 1:
            raise OntologyError(
                f"{subject} has {len(found)} values of {predicate} where one is meant", "Keep one"
            )
        return found[0] if found else None

    def pairs(self, predicate: Iri) -> tuple[tuple[Iri, Iri], ...]:
        """Subject and object of each triple of `predicate` between IRIs, sorted."""
        return tuple(sorted((s, o) for s, o in self.subjects.get(predicate, ()) if isinstance(o, Iri)))

    def members(self, cell: Iri) -> tuple[Iri, ...]:
        """The IRIs of an RDF list."""
        items: list[Iri] = []
        seen: set[Iri] = set()
        while cell != RDF.NIL:
            first, rest = self.one(cell, RDF.FIRST), self.one(cell, RDF.REST)
            if not isinstance(first, Iri) or not isinstance(rest, Iri) or cell in seen:
                raise OntologyError(
                    "A list in the ontology is broken off, runs in a circle or holds a literal",
                    "Write it as ( a b c )",
                )
            seen.add(cell)
            items.append(first)
            cell = rest
        return tuple(items)

    def typed(self, kind: Iri) -> tuple[Iri, ...]:
        """Everything asserted to be of class `kind`, blank nodes included, sorted."""
        return tuple(sorted(s for s, o in self.subjects.get(RDF.TYPE, ()) if o == kind))

    def class_statements(self, triple: Triple) -> tuple[Triple, ...]:
        """A statement on a class or property whose object is a blank node, as statements between IRIs.

        `C rdfs:subClassOf [onProperty p; hasValue v]` is `(C, p, v)`; a definition by several conditions
        is one statement a condition; a property chain `p` is `(head, owl:propertyChainAxiom, part)` a part.
        Any other statement is itself.
        """
        node = triple.object
        if not isinstance(node, Iri) or not is_blank(node):
            return (triple,)
        if triple.predicate == OWL.PROPERTY_CHAIN_AXIOM:
            return tuple(Triple(triple.subject, triple.predicate, part) for part in self.members(node))
        if triple.predicate not in _SCHEMA_PREDICATES:
            return (triple,)
        atoms = dict.fromkeys(chain.from_iterable(_alternatives(self, node)))
        return tuple(_statement(triple.subject, atom) for atom in atoms)


def read_axioms(schema: Schema) -> Axioms:
    """Every rule that the schema licenses.

    Raises:
        OntologyError: a class is defined in a way that the rules do not know.
    """
    return Axioms(
        tuple(_copies(schema)),
        tuple(_typings(schema)),
        tuple(_chains(schema)),
        tuple(dict.fromkeys(_conditions(schema))),
    )


def _copies(schema: Schema) -> Iterator[Copy]:
    for sub, sup in schema.pairs(RDFS.SUB_PROPERTY_OF):
        yield Copy(sub, sup, "sub-property", (Triple(sub, RDFS.SUB_PROPERTY_OF, sup),))
    for one, other in schema.pairs(OWL.EQUIVALENT_PROPERTY):
        axioms = (Triple(one, OWL.EQUIVALENT_PROPERTY, other),)
        yield Copy(one, other, "sub-property", axioms)
        yield Copy(other, one, "sub-property", axioms)
    for one, other in schema.pairs(OWL.INVERSE_OF):
        axioms = (Triple(one, OWL.INVERSE_OF, other),)
        yield Copy(one, other, "inverse", axioms, swap=True)
        if one != other:
            yield Copy(other, one, "inverse", axioms, swap=True)
    for prop in schema.typed(OWL.SYMMETRIC_PROPERTY):
        yield Copy(prop, prop, "symmetric", (Triple(prop, RDF.TYPE, OWL.SYMMETRIC_PROPERTY),), swap=True)


def _typings(schema: Schema) -> Iterator[Typing]:
    for predicate, rule in ((RDFS.DOMAIN, "domain"), (RDFS.RANGE, "range")):
        for prop, cls in schema.pairs(predicate):
            ours = prop in schema.object_properties or (prop in schema.data_properties and rule == "domain")
            if not ours:
                continue
            axioms = (Triple(prop, predicate, cls),)
            if not is_blank(cls):
                yield Typing(prop, cls, rule, axioms, of_object=rule == "range")
            elif not schema.iris(cls, OWL.UNION_OF):  # a union says of nothing which member it is in
                raise OntologyError(f"The {rule} of {prop} is a class expression", "Give the class a name")


def _chains(schema: Schema) -> Iterator[Chain]:
    for prop in schema.typed(OWL.TRANSITIVE_PROPERTY):
        yield Chain((prop, prop), prop, "transitive", (Triple(prop, RDF.TYPE, OWL.TRANSITIVE_PROPERTY),))
    found = []
    for head, cell in schema.pairs(OWL.PROPERTY_CHAIN_AXIOM):
        parts = schema.members(cell)
        axioms = tuple(Triple(head, OWL.PROPERTY_CHAIN_AXIOM, part) for part in parts)
        found.append(Chain(parts, head, "chain", axioms))
    yield from sorted(found, key=lambda c: (c.head, c.body))


def _conditions(schema: Schema) -> Iterator[Condition]:
    pairs = [(sub, sup, True) for sub, sup in schema.pairs(RDFS.SUB_CLASS_OF)]
    for one, other in schema.pairs(OWL.EQUIVALENT_CLASS):
        pairs += [(one, other, False), (other, one, False)]
    for cls, cell in schema.pairs(OWL.INTERSECTION_OF):  # a named class defined without owl:equivalentClass
        if not is_blank(cls):
            pairs += [(cls, cell, False), (cell, cls, False)]
    found = list(
        chain.from_iterable(_implications(schema, sub, sup, plain=plain) for sub, sup, plain in pairs)
    )
    yield from sorted(found, key=_condition_key)


def _condition_key(condition: Condition) -> tuple[str, ...]:
    atoms = (*condition.body, condition.head)
    return tuple(f"{a.predicate} {a.value}" for a in atoms)


def _implications(schema: Schema, sub: Iri, sup: Iri, *, plain: bool) -> Iterator[Condition]:
    bodies, heads = _alternatives(schema, sub), _alternatives(schema, sup)
    if len(heads) != 1:
        return  # member of a union: of which one is not said
    for body, head in product(bodies, heads[0]):
        if head in body:
            continue
        if not is_blank(sub):
            named = plain and not is_blank(sup)
            rule = "sub-class" if head.predicate == RDF.TYPE else "class value"
            statement = Triple(sub, RDFS.SUB_CLASS_OF, sup) if named else _statement(sub, head)
            yield Condition(body, head, rule, (statement,))
        elif isinstance(head.value, Iri) and head.predicate == RDF.TYPE:
            yield Condition(body, head, "definition", tuple(_statement(head.value, atom) for atom in body))
        else:
            raise OntologyError("A class expression without a name implies a value", "Give the class a name")


def _statement(cls: Iri, atom: Atom) -> Triple:
    predicate = RDFS.SUB_CLASS_OF if atom.predicate == RDF.TYPE else atom.predicate
    return Triple(cls, predicate, atom.value)


def _alternatives(schema: Schema, node: Iri) -> tuple[tuple[Atom, ...], ...]:
    """A class expression as alternatives of conditions: what must hold for a thing to belong to it."""
    if not is_blank(node):
        return ((Atom(RDF.TYPE, node),),)
    prop, value = schema.one(node, OWL.ON_PROPERTY), schema.one(node, OWL.HAS_VALUE)
    if isinstance(prop, Iri) and value is not None:
        return ((Atom(prop, value),),)
    cell = schema.one(node, OWL.INTERSECTION_OF)
    if cell is None and schema.values.get((node, RDF.FIRST)):
        cell = node  # the list itself, of a named class that is an owl:intersectionOf without more ado
    if isinstance(cell, Iri):
        parts = [_alternatives(schema, member) for member in schema.members(cell)]
        return tuple(
            tuple(dict.fromkeys(chain.from_iterable(combination))) for combination in product(*parts)
        )
    if isinstance(cell := schema.one(node, OWL.UNION_OF), Iri):
        return tuple(chain.from_iterable(_alternatives(schema, member) for member in schema.members(cell)))
    on = f" on {prop}" if prop else ""
    raise OntologyError(
        f"A class expression{on} is neither hasValue nor an intersection or union of such",
        "Use hasValue restrictions",
    )
