"""The checks of ROBOT's report that concern labels, obsolete terms and the header, by ROBOT's names.

`naming` holds those on labels and definitions; `warnings` holds ROBOT's warnings.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from kg.checks.sources import Check, Fault, Sources
from kg.terms import Iri, Literal, Triple
from kg.vocabulary import CALF_NS, LEX_NS, ONTOLOGY, OWL, RDFS, XSD

__all__ = ["DEPRECATED", "REPORT", "deprecated"]

DEPRECATED = Iri("http://www.w3.org/2002/07/owl#deprecated")
_REPLACED_BY = (
    Iri("http://purl.obolibrary.org/obo/IAO_0100001"),
    Iri("http://purl.org/dc/terms/isReplacedBy"),
)
_TERMS = "http://purl.org/dc/terms/"
_VANN = "http://purl.org/vocab/vann/"
_FIRST_VERSION = "0.1.0"


def deprecated(sources: Sources) -> set[Iri]:
    """Everything marked as obsolete."""
    return {
        t.subject
        for t in sources.triples
        if t.predicate == DEPRECATED and isinstance(t.object, Literal) and t.object.value == "true"
    }


def _deprecated_boolean_datatype(sources: Sources) -> Iterator[Fault]:
    for triple in sources.triples:
        if triple.predicate == DEPRECATED and not (
            isinstance(triple.object, Literal) and triple.object.datatype == XSD.BOOLEAN
        ):
            yield triple.subject, f"has owl:deprecated {triple.object}", "Write true, without quotes"


def _deprecated_reference(kind: str, sources: Sources) -> Iterator[Fault]:
    """ROBOT looks for obsolete classes and properties in axioms; an obsolete individual counts as a class."""
    properties = set(sources.typed(OWL.OBJECT_PROPERTY, OWL.DATATYPE_PROPERTY, OWL.ANNOTATION_PROPERTY))
    old = {iri for iri in deprecated(sources) if (iri in properties) == (kind == "property")}
    notes = (Triple(n.triple.subject, n.predicate, n.value) for n in sources.annotations)
    for triple in chain(sources.triples, notes):
        if triple.predicate in _REPLACED_BY:
            continue
        for term in (triple.predicate, triple.object):
            if term in old:
                yield triple.subject, f"uses the deprecated {term}", "Use its replacement"


def _label_formatting(sources: Sources) -> Iterator[Fault]:
    for iri in sources.terms:
        for label in sources.texts(iri, RDFS.LABEL):
            if "\n" in label or "\t" in label:
                yield iri, f"has a line break or tab in its label {label!r}", "Write it in one line"


def _misused_obsolete_label(sources: Sources) -> Iterator[Fault]:
    old = deprecated(sources)
    for iri in sources.terms:
        if iri not in old and any(
            x.casefold().startswith("obsolete") for x in sources.texts(iri, RDFS.LABEL)
        ):
            yield iri, "is called obsolete and is not", "Rename it, or mark it owl:deprecated true"


def _misused_replaced_by(sources: Sources) -> Iterator[Fault]:
    old = deprecated(sources)
    for triple in sources.triples:
        if triple.predicate in _REPLACED_BY and triple.subject not in old:
            yield triple.subject, "has a replacement and is not obsolete", "Mark it owl:deprecated true"


def _multiple_equivalent_class_definitions(sources: Sources) -> Iterator[Fault]:
    for cls in sources.typed(OWL.CLASS):
        nodes = (node for node in sources.values(cls, OWL.EQUIVALENT_CLASS) if isinstance(node, Iri))
        if sum(bool(sources.values(node, OWL.INTERSECTION_OF)) for node in nodes) > 1:
            yield cls, "is defined by several intersections", "Make them one"


def _missing_header(predicate: Iri, sources: Sources) -> Iterator[Fault]:
    if not sources.values(ONTOLOGY, predicate):
        yield ONTOLOGY, f"has no {predicate.local}", "Add it to header.ttl"


def _header(sources: Sources) -> Iterator[Fault]:
    """R4: what a library, a catalogue or a reader needs to know about the ontology as a document."""
    wanted = [Iri(_TERMS + name) for name in ("creator", "created", "modified")]
    wanted += [OWL.VERSION_IRI, OWL.VERSION_INFO]
    wanted += [Iri(_VANN + name) for name in ("preferredNamespacePrefix", "preferredNamespaceUri")]
    if sources.texts(ONTOLOGY, OWL.VERSION_INFO) not in ([], [_FIRST_VERSION]):
        wanted.append(Iri("http://www.w3.org/2002/07/owl#priorVersion"))
    for predicate in wanted:
        yield from _missing_header(predicate, sources)
    if ONTOLOGY in sources.values(ONTOLOGY, OWL.VERSION_IRI):
        yield ONTOLOGY, "has its own IRI as its version IRI", "Put the number of the version behind it"
    for licence in sources.values(ONTOLOGY, Iri(f"{_TERMS}license")):
        if not isinstance(licence, Iri):
            yield ONTOLOGY, f"names its licence by the text {licence}", "Give the IRI of the licence"


_LANGUAGE_TAGGED = (
    RDFS.LABEL,
    Iri("http://www.w3.org/2004/02/skos/core#altLabel"),
    Iri("http://www.w3.org/2004/02/skos/core#definition"),
)


def _label_language(sources: Sources) -> Iterator[Fault]:
    """R6. Hidden labels are keys for matching, never shown, and carry no language."""
    for triple in sources.triples:
        ours = triple.subject.startswith((CALF_NS, LEX_NS))
        if ours and triple.predicate in _LANGUAGE_TAGGED and isinstance(triple.object, Literal):
            text = triple.object
            if not text.language:
                yield triple.subject, f"has {text.value[:60]!r} without a language", "Write @en behind it"


def _label_punctuation(sources: Sources) -> Iterator[Fault]:
    """R6: a definition is a sentence and ends as one; a label is a name and does not."""
    for triple in sources.triples:
        if triple.predicate not in _LANGUAGE_TAGGED or not isinstance(triple.object, Literal):
            continue
        text = triple.object.value
        is_sentence = triple.predicate == _LANGUAGE_TAGGED[2]
        if not text:
            yield triple.subject, f"has an empty {triple.predicate.local}", "Write it, or take it out"
        elif is_sentence and not text.endswith("."):
            yield triple.subject, f"has the definition {text[-40:]!r} without a full stop", "Add one"
        elif not is_sentence and text.endswith((".", ",", ";", ":")):
            yield triple.subject, f"has the label {text[-40:]!r} with a stop at its end", "Take it out"


REPORT = (
    Check("deprecated_boolean_datatype", _deprecated_boolean_datatype),
    Check("deprecated_class_reference", partial(_deprecated_reference, "class")),
    Check("deprecated_property_reference", partial(_deprecated_reference, "property")),
    Check("label_formatting", _label_formatting),
    Check("misused_obsolete_label", _misused_obsolete_label),
    Check("misused_replaced_by", _misused_replaced_by),
    Check("multiple_equivalent_class_definitions", _multiple_equivalent_class_definitions),
    Check("missing_ontology_description", partial(_missing_header, Iri(f"{_TERMS}description"))),
    Check("missing_ontology_license", partial(_missing_header, Iri(f"{_TERMS}license"))),
    Check("missing_ontology_title", partial(_missing_header, Iri(f"{_TERMS}title"))),
    Check("ontology_header", _header),
    Check("label_language", _label_language),
    Check("label_punctuation", _label_punctuation),
)
