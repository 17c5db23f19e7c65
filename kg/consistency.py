"""What the ontology denies: negative assertions and what follows from them, and contradictions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.terms import Iri, Literal, Term, Triple
from kg.vocabulary import OWL, RDF, RDFS, XSD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.axioms import Axioms, Schema
    from kg.rules import Closure

__all__ = ["check_consistency", "denials", "disjoint_classes", "negative_assertions"]

_FIX = "Correct one of the statements that lead to this"


def negative_assertions(schema: Schema) -> dict[Triple, Iri]:
    """Each denied statement with the node of its `owl:NegativePropertyAssertion`."""
    found: dict[Triple, Iri] = {}
    for node in schema.typed(OWL.NEGATIVE_PROPERTY_ASSERTION):
        subject = schema.one(node, OWL.SOURCE_INDIVIDUAL)
        predicate = schema.one(node, OWL.ASSERTION_PROPERTY)
        target = schema.one(node, OWL.TARGET_INDIVIDUAL) or schema.one(node, OWL.TARGET_VALUE)
        if not isinstance(subject, Iri) or not isinstance(predicate, Iri) or target is None:
            raise OntologyError(
                f"A negative assertion about {subject} is incomplete", "Give it all three parts"
            )
        found[Triple(subject, predicate, target)] = node
    return found


def denials(negatives: dict[Triple, Iri], axioms: Axioms) -> dict[Triple, Triple]:
    """All statements that negative assertions rule out, each with the assertion that does.

    What would imply a denied statement is denied too: a sub-property, an inverse, and membership in a
    class all of whose members have the denied value.
    """
    found = {triple: triple for triple in sorted(negatives, key=str)}
    queue = list(found)
    while queue:
        denied = queue.pop(0)
        for implied in _contrapositives(denied, axioms):
            if implied not in found:
                found[implied] = found[denied]
                queue.append(implied)
    return found


def _contrapositives(denied: Triple, axioms: Axioms) -> Iterator[Triple]:
    for copy in axioms.copies:
        if copy.head != denied.predicate:
            continue
        if not copy.swap:
            yield Triple(denied.subject, copy.body, denied.object)
        elif isinstance(denied.object, Iri):
            yield Triple(denied.object, copy.body, denied.subject)
    for condition in axioms.conditions:
        head = condition.head
        if len(condition.body) == 1 and (head.predicate, head.value) == (denied.predicate, denied.object):
            atom = condition.body[0]
            yield Triple(denied.subject, atom.predicate, atom.value)


def disjoint_classes(schema: Schema) -> dict[Iri, frozenset[Iri]]:
    """For each class those with which it was said to share no member."""
    found: dict[Iri, set[Iri]] = defaultdict(set)
    groups = [schema.members(cell) for cell in _lists(schema, OWL.ALL_DISJOINT_CLASSES, OWL.MEMBERS)]
    for group in (*schema.pairs(OWL.DISJOINT_WITH), *groups):
        for cls in group:
            found[cls].update(other for other in group if other != cls)
    return {cls: frozenset(others) for cls, others in found.items()}


def _lists(schema: Schema, kind: Iri, predicate: Iri) -> Iterator[Iri]:
    for node in schema.typed(kind):
        yield from schema.iris(node, predicate)


def check_consistency(schema: Schema, axioms: Axioms, closure: Closure) -> None:
    """Refuse an ontology that contradicts itself.

    Different names are taken to name different things, as `owl:AllDifferent` says in the built file.

    Raises:
        OntologyError: naming the axiom that is broken and the things that break it.
    """
    for problem in _problems(schema, axioms, closure):
        raise OntologyError(problem, _FIX)


def _problems(schema: Schema, axioms: Axioms, closure: Closure) -> Iterator[str]:
    for denied, origin in denials(negative_assertions(schema), axioms).items():
        if denied in closure:
            yield f"{_say(denied)} holds, and the negative assertion {_say(origin)} denies it"
    yield from _shared_members(schema, closure)
    yield from _too_many_values(schema, closure)
    yield from _bad_pairs(schema, closure)
    for one, other in schema.pairs(OWL.SAME_AS):
        if one != other:
            yield f"{one} owl:sameAs {other}, and different names name different things (owl:AllDifferent)"
    yield from _wrong_datatypes(schema, closure)


def _shared_members(schema: Schema, closure: Closure) -> Iterator[str]:
    for cls, others in sorted(disjoint_classes(schema).items()):
        members = set(closure.by_object.get((RDF.TYPE, cls), ()))
        for other in sorted(others):
            for shared in sorted(members.intersection(closure.by_object.get((RDF.TYPE, other), ()))):
                yield f"{shared} is a {cls.local} and a {other.local}, and {cls} owl:disjointWith {other}"
    for nothing in sorted(closure.by_object.get((RDF.TYPE, OWL.NOTHING), ())):
        yield f"{nothing} is a member of owl:Nothing"


def _too_many_values(schema: Schema, closure: Closure) -> Iterator[str]:
    functional = set(schema.typed(OWL.FUNCTIONAL_PROPERTY))
    for (subject, predicate), values in closure.by_subject.items():
        if predicate in functional and len(values) > 1:
            yield f"{subject} has {len(values)} values of {predicate}, and it is an owl:FunctionalProperty"
    inverse = set(schema.typed(OWL.INVERSE_FUNCTIONAL_PROPERTY))
    for (predicate, value), subjects in closure.by_object.items():
        if predicate in inverse and len(subjects) > 1:
            yield f"{value} is the {predicate} of {len(subjects)}, and it is an owl:InverseFunctionalProperty"


def _bad_pairs(schema: Schema, closure: Closure) -> Iterator[str]:
    irreflexive = set(schema.typed(OWL.IRREFLEXIVE_PROPERTY))
    asymmetric = set(schema.typed(OWL.ASYMMETRIC_PROPERTY))
    for fact in closure.facts():
        if fact.predicate not in irreflexive and fact.predicate not in asymmetric:
            continue
        if not isinstance(fact.object, Iri):
            continue
        if fact.subject == fact.object:
            yield f"{_say(fact)} holds, and the property is an owl:IrreflexiveProperty"
        elif fact.predicate in asymmetric and Triple(fact.object, fact.predicate, fact.subject) in closure:
            yield f"{_say(fact)} holds both ways, and the property is an owl:AsymmetricProperty"


def _wrong_datatypes(schema: Schema, closure: Closure) -> Iterator[str]:
    ranges = {prop: datatype for prop, datatype in schema.pairs(RDFS.RANGE) if prop in schema.data_properties}
    narrower = {XSD.DECIMAL: {XSD.DECIMAL, XSD.INTEGER}}
    for fact in closure.facts():
        wanted = ranges.get(fact.predicate)
        if wanted is None:
            continue
        if _datatype(fact.object) not in narrower.get(wanted, {wanted}):
            yield f"{_say(fact)} holds, and the rdfs:range of {fact.predicate} is {wanted}"


def _datatype(term: Term) -> str:
    return term.datatype if isinstance(term, Literal) and not term.language else ""


def _say(triple: Triple) -> str:
    value = triple.object.value if isinstance(triple.object, Literal) else triple.object
    return f"({triple.subject} {triple.predicate} {value})"
