"""The individuals, classes and properties of a schema as values, with the words for them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from kg.errors import OntologyError, UnknownIriError
from kg.schema import ClassTerm, Entity, PropertyTerm
from kg.terms import Iri, Literal
from kg.vocabulary import CALF, LEX, OWL, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.axioms import Axioms, Schema
    from kg.rules import Closure
    from kg.terms import Term

__all__ = [
    "class_hierarchy",
    "class_terms",
    "entities",
    "hierarchy",
    "known",
    "plural",
    "property_terms",
    "types",
]

_WITH_ARTICLE = frozenset({CALF.ANATOMICAL_STRUCTURE, CALF.EQUIPMENT, CALF.EXERCISE})
_DEFAULT_SALIENCE = 5
_NO_PLURAL = frozenset({"equipment", "anatomy"})
_T = TypeVar("_T")


def known(table: dict[Iri, _T], iri: Iri, what: str) -> _T:
    """The value of `iri` in a table of `what` it is; UnknownIriError if there is none."""
    try:
        return table[iri]
    except KeyError:
        raise UnknownIriError(f"There is no {what} {iri}", "Check its spelling, capitals included") from None


def hierarchy(pairs: Iterable[tuple[Iri, Iri]], terms: Iterable[Iri]) -> dict[Iri, frozenset[Iri]]:
    """For each of `terms` all terms above it, itself left out; `pairs` say what is directly above what."""
    above: dict[Iri, set[Iri]] = {term: set() for term in terms}
    for lower, upper in pairs:
        if lower in above and upper in above:
            above[lower].add(upper)
    found: dict[Iri, frozenset[Iri]] = {}
    for term in above:
        seen: set[Iri] = set()
        queue = [term]
        while queue:
            fresh = above[queue.pop()] - seen
            seen |= fresh
            queue += fresh
        found[term] = frozenset(seen - {term})
    return found


def class_hierarchy(schema: Schema, axioms: Axioms) -> dict[Iri, frozenset[Iri]]:
    """For each class all classes above it, those by definition included."""
    pairs = [
        (condition.body[0].value, condition.head.value)
        for condition in axioms.conditions
        if len(condition.body) == 1 and condition.body[0].predicate == condition.head.predicate == RDF.TYPE
    ]
    named = ((lower, upper) for lower, upper in pairs if isinstance(lower, Iri) and isinstance(upper, Iri))
    return hierarchy(named, schema.classes)


def entities(
    schema: Schema,
    types: dict[Iri, frozenset[Iri]],
    asserted: dict[Iri, frozenset[Iri]],
    supers: dict[Iri, frozenset[Iri]],
) -> dict[Iri, Entity]:
    """Every individual; `types` are its classes and `asserted` those that are not inferred."""
    return {
        iri: _entity(schema, iri, types[iri], asserted.get(iri) or types[iri], supers)
        for iri in sorted(types)
    }


def _entity(
    schema: Schema,
    iri: Iri,
    types: frozenset[Iri],
    asserted: frozenset[Iri],
    supers: dict[Iri, frozenset[Iri]],
) -> Entity:
    label = _one(schema, iri, RDFS.LABEL) or iri.local
    general = {above for cls in asserted for above in supers.get(cls, ())}
    article = "the " if types & _WITH_ARTICLE else ""
    return Entity(
        iri,
        label,
        types,
        min(asserted - general or asserted),
        _one(schema, iri, SKOS.DEFINITION),
        _one(schema, iri, LEX.MENTION) or article + label,
        _all(schema, iri, SKOS.ALT_LABEL),
        _all(schema, iri, SKOS.HIDDEN_LABEL),
        _one(schema, iri, CALF.ARTICLE_TERM),
        _all(schema, iri, LEX.GREATER),
        _all(schema, iri, LEX.LESSER),
    )


def class_terms(schema: Schema, supers: dict[Iri, frozenset[Iri]]) -> dict[Iri, ClassTerm]:
    """Every named class; `supers` are the classes above each, inferred ones included."""
    found = {}
    for iri in sorted(schema.classes):
        label = _one(schema, iri, RDFS.LABEL) or iri.local
        found[iri] = ClassTerm(
            iri,
            label,
            _one(schema, iri, SKOS.DEFINITION),
            _all(schema, iri, SKOS.ALT_LABEL),
            _all(schema, iri, SKOS.HIDDEN_LABEL),
            supers[iri],
            _one(schema, iri, LEX.PLURAL) or plural(label),
        )
    return found


def property_terms(schema: Schema) -> dict[Iri, PropertyTerm]:
    """Every object and data property."""
    terms = schema.object_properties | schema.data_properties
    supers = hierarchy(schema.pairs(RDFS.SUB_PROPERTY_OF), terms)
    inverses = {one: other for pair in schema.pairs(OWL.INVERSE_OF) for one, other in (pair, pair[::-1])}
    return {iri: _property(schema, iri, inverses.get(iri), supers[iri]) for iri in sorted(terms)}


def _property(schema: Schema, iri: Iri, inverse: Iri | None, supers: frozenset[Iri]) -> PropertyTerm:
    return PropertyTerm(
        iri,
        _one(schema, iri, RDFS.LABEL) or iri.local,
        _one(schema, iri, SKOS.DEFINITION),
        _named(schema, iri, RDFS.DOMAIN),
        _named(schema, iri, RDFS.RANGE),
        inverse,
        supers,
        _all(schema, iri, LEX.VERB),
        _all(schema, iri, LEX.INVERSE_VERB),
        _all(schema, iri, LEX.NOUN),
        _all(schema, iri, LEX.INVERSE_NOUN),
        _all(schema, iri, LEX.CUE),
        _all(schema, iri, LEX.ASKS),
        _one(schema, iri, LEX.SAYS),
        _one(schema, iri, LEX.SAYS_INVERSE),
        _salience(_one(schema, iri, LEX.SALIENCE), iri),
        iri in schema.object_properties,
    )


def _salience(text: str, iri: Iri) -> int:
    if not text:
        return _DEFAULT_SALIENCE
    if len(text) != 1 or not text.isdecimal():
        raise OntologyError(f"The salience of {iri} is {text!r}", "Write one digit")
    return int(text)


def plural(label: str) -> str:
    """The plural of a class's English label: the word before "of" changes, or else the last one."""
    head, of, rest = label.partition(" of ")
    before, _, word = head.rpartition(" ")
    space = " " if before else ""
    return f"{before}{space}{_plural_word(word)}{of}{rest}"


def _plural_word(word: str) -> str:
    if word in _NO_PLURAL:
        return word
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _literals(values: Iterable[Term]) -> list[str]:
    return sorted({value.value for value in values if isinstance(value, Literal)})


def _all(schema: Schema, iri: Iri, predicate: Iri) -> tuple[str, ...]:
    return tuple(_literals(schema.values.get((iri, predicate), ())))


def _one(schema: Schema, iri: Iri, predicate: Iri) -> str:
    found = _literals(schema.values.get((iri, predicate), ()))
    if len(found) > 1:
        raise OntologyError(f"{iri} has {len(found)} values of {predicate.local}: {found}", "Keep one")
    return found[0] if found else ""


def _named(schema: Schema, iri: Iri, predicate: Iri) -> Iri | None:
    found = sorted(set(schema.iris(iri, predicate)) & schema.classes)
    return found[0] if found else None


def types(
    closure: Closure, individuals: Iterable[Iri]
) -> tuple[dict[Iri, frozenset[Iri]], dict[Iri, frozenset[Iri]]]:
    """The classes of each individual: all of them, and the asserted ones."""
    every: dict[Iri, set[Iri]] = {iri: set() for iri in individuals}
    asserted: dict[Iri, set[Iri]] = defaultdict(set)
    for fact, use in closure.best.items():
        if fact.predicate == RDF.TYPE and isinstance(fact.object, Iri):
            every.setdefault(fact.subject, set()).add(fact.object)
            if use is None:
                asserted[fact.subject].add(fact.object)
    return (
        {iri: frozenset(classes) for iri, classes in every.items() if classes},
        {iri: frozenset(classes) for iri, classes in asserted.items()},
    )
