"""The pitfalls of the OOPS! catalogue that a program can see, by their numbers there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import combinations

from kg.checks.sources import Check, Fault, Sources
from kg.terms import Iri
from kg.vocabulary import CALF_NS, ONTOLOGY, OWL, RDF, RDFS, SKOS

__all__ = ["PITFALLS"]

_UPPER, _LOWER = re.compile(r"[A-Z][A-Za-z0-9]*"), re.compile(r"[a-z][A-Za-z0-9]*")
_EXTENSION = re.compile(r"\.(owl|rdf|ttl|n3|rdfxml|xml|nt)\b")
_LINKS = (
    RDFS.SUB_CLASS_OF,
    RDFS.SUB_PROPERTY_OF,
    RDFS.DOMAIN,
    RDFS.RANGE,
    OWL.EQUIVALENT_CLASS,
    OWL.INVERSE_OF,
    OWL.PROPERTY_CHAIN_AXIOM,
)
_ENDS = ((RDFS.DOMAIN, "domain"), (RDFS.RANGE, "range"))


def _classes(sources: Sources) -> list[Iri]:
    return [iri for iri in sources.typed(OWL.CLASS) if iri.startswith(CALF_NS)]


def _properties(sources: Sources) -> list[Iri]:
    found = sources.typed(OWL.OBJECT_PROPERTY, OWL.DATATYPE_PROPERTY)
    return [iri for iri in found if iri.startswith(CALF_NS)]


def _synonym_classes(sources: Sources) -> Iterator[Fault]:
    for cls in _classes(sources):
        for other in sources.values(cls, OWL.EQUIVALENT_CLASS):
            if isinstance(other, Iri) and other.startswith(CALF_NS):
                yield cls, f"is a second name of {other}", "Make the name a skos:altLabel"


def _unconnected(sources: Sources) -> Iterator[Fault]:
    names = {*_classes(sources), *_properties(sources)}
    used = {
        term
        for t in sources.triples
        for term in (t.predicate, t.object if t.subject != t.object else t.predicate)
        if isinstance(term, Iri)
    }
    used |= {t.subject for t in sources.triples if t.predicate in _LINKS}
    for iri in sorted(names - used):
        yield iri, "is connected to nothing", "Use it, or take it out"


def _wrong_inverse(sources: Sources) -> Iterator[Fault]:
    for one, other in _inverses(sources):
        for mine, theirs in ((RDFS.DOMAIN, RDFS.RANGE), (RDFS.RANGE, RDFS.DOMAIN)):
            left, right = sources.values(one, mine), sources.values(other, theirs)
            if left and right and set(left) != set(right):
                yield one, f"has a {mine.local} that is not the {theirs.local} of {other}", "Make them equal"


def _inverses(sources: Sources) -> list[tuple[Iri, Iri]]:
    return [
        (t.subject, t.object)
        for t in sources.triples
        if t.predicate == OWL.INVERSE_OF and isinstance(t.object, Iri)
    ]


def _hierarchy_cycle(sources: Sources) -> Iterator[Fault]:
    for predicate in (RDFS.SUB_CLASS_OF, RDFS.SUB_PROPERTY_OF):
        for start in (*_classes(sources), *_properties(sources)):
            if start in _above(sources, start, predicate):
                yield start, f"is {predicate.local} itself", "Break the circle"


def _above(sources: Sources, start: Iri, predicate: Iri = RDFS.SUB_CLASS_OF) -> set[Iri]:
    seen: set[Iri] = set()
    todo = [start]
    while todo:
        fresh = {o for o in sources.values(todo.pop(), predicate) if isinstance(o, Iri)} - seen
        seen |= fresh
        todo.extend(fresh)
    return seen


def _missing_annotations(sources: Sources) -> Iterator[Fault]:
    for iri in [*sources.terms, *sources.annotation_properties]:
        for predicate in (RDFS.LABEL, SKOS.DEFINITION):
            if not sources.texts(iri, predicate):
                yield iri, f"has no {predicate.local}", "Write one"


def _missing_disjointness(sources: Sources) -> Iterator[Fault]:
    """Classes side by side share no member, unless one is defined by a condition or a reason is listed."""
    declared: set[frozenset[Iri]] = set()
    for t in sources.triples:
        if t.predicate == OWL.DISJOINT_WITH and isinstance(t.object, Iri):
            declared.add(frozenset((t.subject, t.object)))
    siblings: dict[Iri, list[Iri]] = defaultdict(list)
    for cls in _classes(sources):
        if not sources.values(cls, OWL.EQUIVALENT_CLASS):
            named = [p for p in sources.values(cls, RDFS.SUB_CLASS_OF) if str(p).startswith(CALF_NS)]
            for parent in named or [OWL.THING]:
                siblings[Iri(str(parent))].append(cls)
    for group in siblings.values():
        for one, other in combinations(sorted(group), 2):
            listed = any({one.local, other.local} <= names for names in sources.lists.overlaps)
            if frozenset((one, other)) not in declared and not listed:
                yield one, f"is not said to be disjoint with {other}", "Say so, or list why in waivers.toml"


def _missing_end(sources: Sources) -> Iterator[Fault]:
    for prop in _properties(sources):
        for predicate, name in _ENDS:
            if not sources.values(prop, predicate):
                yield prop, f"has no {name}", "Add the most general class that fits"


def _several_ends(sources: Sources) -> Iterator[Fault]:
    for prop in _properties(sources):
        for predicate, name in _ENDS:
            if len(sources.values(prop, predicate)) > 1:
                yield prop, f"has several {name}s, which means their intersection", "Keep one"


def _missing_inverse(sources: Sources) -> Iterator[Fault]:
    paired = {prop for pair in _inverses(sources) for prop in pair}
    paired |= set(sources.typed(OWL.SYMMETRIC_PROPERTY))
    for prop in sources.typed(OWL.OBJECT_PROPERTY):
        if prop.startswith(CALF_NS) and prop not in paired:
            yield prop, "has no inverse", "Declare one, or list why in waivers.toml"


def _naming(sources: Sources) -> Iterator[Fault]:
    classes = set(_classes(sources))
    for iri in sources.terms:
        if not (_UPPER if iri in classes else _LOWER).fullmatch(iri.local):
            yield iri, "breaks the naming of its kind", "Classes are UpperCamelCase, the rest lowerCamelCase"


def _recursive_definition(sources: Sources) -> Iterator[Fault]:
    for cls in _classes(sources):
        todo = [n for n in sources.values(cls, OWL.EQUIVALENT_CLASS) if isinstance(n, Iri)]
        seen: set[Iri] = set()
        while todo:
            node = todo.pop()
            if node == cls:
                yield cls, "is used in its own definition", "Define it by other classes"
            elif node.startswith("_:") and node not in seen:
                seen.add(node)
                todo += [
                    o
                    for p in (OWL.INTERSECTION_OF, OWL.UNION_OF, RDF.FIRST, RDF.REST)
                    for o in sources.values(node, p)
                    if isinstance(o, Iri)
                ]


def _self_inverse(sources: Sources) -> Iterator[Fault]:
    for one, other in _inverses(sources):
        if one == other:
            yield one, "is its own inverse", "Make it an owl:SymmetricProperty"


def _symmetric_inverse(sources: Sources) -> Iterator[Fault]:
    symmetric = set(sources.typed(OWL.SYMMETRIC_PROPERTY))
    for pair in _inverses(sources):
        for prop in symmetric.intersection(pair):
            yield prop, "is symmetric and has an inverse", "Take the inverse out"


def _same_label(sources: Sources) -> Iterator[Fault]:
    owners: dict[str, Iri] = {}
    for cls in _classes(sources):
        for label in sources.texts(cls, RDFS.LABEL):
            if owners.setdefault(label.casefold(), cls) != cls:
                yield cls, f"has the label of {owners[label.casefold()]}", "Tell the two apart"


def _short_chain(sources: Sources) -> Iterator[Fault]:
    for t in sources.triples:
        if t.predicate != OWL.PROPERTY_CHAIN_AXIOM or not isinstance(t.object, Iri):
            continue
        if RDF.NIL in sources.values(t.object, RDF.REST):
            yield t.subject, "has a chain of one property", "Say rdfs:subPropertyOf"


def _untyped(kind: str, sources: Sources) -> Iterator[Fault]:
    is_class = kind == "class"
    places = (RDFS.DOMAIN, RDFS.SUB_CLASS_OF, OWL.DISJOINT_WITH, OWL.EQUIVALENT_CLASS)
    if not is_class:
        places = (RDFS.SUB_PROPERTY_OF, OWL.INVERSE_OF, OWL.ON_PROPERTY, OWL.ASSERTION_PROPERTY)
    kinds = (
        (OWL.CLASS,) if is_class else (OWL.OBJECT_PROPERTY, OWL.DATATYPE_PROPERTY, OWL.ANNOTATION_PROPERTY)
    )
    declared = set(sources.typed(*kinds))
    for t in sources.triples:
        ours = isinstance(t.object, Iri) and t.object.startswith(CALF_NS)
        if t.predicate in places and ours and t.object not in declared:
            yield str(t.object), f"is used as a {kind} and not declared as one", "Declare it, or mend it"


def _file_extension(sources: Sources) -> Iterator[Fault]:
    for iri in [ONTOLOGY, *sources.terms]:
        if _EXTENSION.search(iri):
            yield iri, "holds a file extension", "Take it out of the IRI"


def _no_declaration(sources: Sources) -> Iterator[Fault]:
    if ONTOLOGY not in sources.typed(OWL.ONTOLOGY):
        yield ONTOLOGY, "is not declared as an owl:Ontology", "Declare it in header.ttl"


PITFALLS = (
    Check("P02_synonyms_as_classes", _synonym_classes),
    Check("P04_unconnected_elements", _unconnected),
    Check("P05_wrong_inverse", _wrong_inverse),
    Check("P06_cycle_in_hierarchy", _hierarchy_cycle),
    Check("P08_missing_annotations", _missing_annotations),
    Check("P10_missing_disjointness", _missing_disjointness),
    Check("P11_missing_domain_or_range", _missing_end),
    Check("P13_missing_inverse", _missing_inverse),
    Check("P19_multiple_domains_or_ranges", _several_ends),
    Check("P22_naming_conventions", _naming),
    Check("P24_recursive_definition", _recursive_definition),
    Check("P25_inverse_of_itself", _self_inverse),
    Check("P26_inverse_of_symmetric", _symmetric_inverse),
    Check("P32_classes_with_same_label", _same_label),
    Check("P33_chain_of_one_property", _short_chain),
    Check("P34_untyped_class", partial(_untyped, "class")),
    Check("P35_untyped_property", partial(_untyped, "property")),
    Check("P36_file_extension_in_iri", _file_extension),
    Check("P38_no_ontology_declaration", _no_declaration),
)
