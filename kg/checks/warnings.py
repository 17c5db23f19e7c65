"""The warnings of ROBOT's report, by ROBOT's names.

`skos:altLabel` stands for an exact synonym and `skos:hiddenLabel` for a related one. `missing_definition`,
which is a warning too, is in `naming`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.checks.report import deprecated
from kg.checks.sources import Check, Fault, Sources
from kg.terms import Iri, Literal, Triple
from kg.vocabulary import OWL, RDFS, SKOS

__all__ = ["WARNINGS"]

_OBO_IN_OWL = "http://www.geneontology.org/formats/oboInOwl#"
_SUB_PROPERTY = RDFS.SUB_PROPERTY_OF
_MATCHES = tuple(Iri(f"http://www.w3.org/2004/02/skos/core#{name}") for name in ("exactMatch", "closeMatch"))
_FOREIGN = re.compile(
    r"http://purl\.obolibrary\.org/obo/[A-Za-z]+_\d+|http://purl\.org/sig/ont/fma/fma\d+|http://[^/]*/.+#\w+"
)
_OBO_LIKE = re.compile(
    r"https://purl\.obolibrary\.org/|http://purl\.org/obo/|http://www\.obofoundry\.org/"
    r"|http://purl\.obolibrary\.org/(?!obo/)|http://purl\.obolibrary\.org/obo/(?![A-Za-z]+_\d+$)"
)
_CURIE = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*[A-Za-z0-9_]:\S+")


def _annotation_whitespace(sources: Sources) -> Iterator[Fault]:
    kinds = {*sources.typed(OWL.ANNOTATION_PROPERTY), RDFS.LABEL, RDFS.COMMENT}
    notes = (Triple(n.triple.subject, n.predicate, n.value) for n in sources.annotations)
    for triple in (*sources.triples, *notes):
        value = triple.object
        if triple.predicate in kinds and isinstance(value, Literal) and value.value != value.value.strip():
            yield triple.subject, f"has white space around {value.value[:60]!r}", "Take it out"


def _synonyms(sources: Sources, predicate: Iri) -> dict[str, set[Iri]]:
    individuals = set(sources.typed(OWL.NAMED_INDIVIDUAL))
    found: dict[str, set[Iri]] = defaultdict(set)
    for iri in sources.terms:
        for text in sources.texts(iri, predicate):
            # As with labels: a class and an individual may share a word, and two individuals may not.
            found[f"{iri in individuals} {text.casefold()}"].add(iri)
    return found


def _duplicate_exact_synonym(sources: Sources) -> Iterator[Fault]:
    for key, owners in sorted(_synonyms(sources, SKOS.ALT_LABEL).items()):
        if len(owners) > 1:
            first, *others = sorted(owners)
            for other in others:
                text = key.split(" ", 1)[1]
                yield other, f"has the same synonym as {first}: {text!r}", "Make one a skos:hiddenLabel"


def _duplicate_label_synonym(sources: Sources) -> Iterator[Fault]:
    labels = _synonyms(sources, RDFS.LABEL)
    for key, owners in sorted(_synonyms(sources, SKOS.ALT_LABEL).items()):
        for owner in sorted(owners):
            for other in sorted(labels.get(key, ())):
                text = key.split(" ", 1)[1]
                yield owner, f"has the synonym {text!r}, which is the label of {other}", "Take it out"


def _duplicate_scoped_synonym(sources: Sources) -> Iterator[Fault]:
    for iri in sources.terms:
        shown = {text.casefold() for text in sources.texts(iri, SKOS.ALT_LABEL)}
        for text in sources.texts(iri, SKOS.HIDDEN_LABEL):
            if text.casefold() in shown:
                yield iri, f"has {text!r} as a shown and as a hidden synonym", "Keep the shown one"


def _equivalent_pair(sources: Sources) -> Iterator[Fault]:
    for cls in sources.typed(OWL.CLASS):
        for other in sources.values(cls, OWL.EQUIVALENT_CLASS):
            if isinstance(other, Iri) and not other.startswith("_:"):
                yield cls, f"is equivalent to {other}", "Keep one class and give it both names"


def _equivalent_class_axiom_no_genus(sources: Sources) -> Iterator[Fault]:
    for cls in sources.typed(OWL.CLASS):
        for node in sources.values(cls, OWL.EQUIVALENT_CLASS):
            if isinstance(node, Iri) and sources.values(node, OWL.ON_PROPERTY):
                yield cls, "is defined by one property alone", "Say of which class its members are"


def _multiple_equivalent_classes(sources: Sources) -> Iterator[Fault]:
    for cls in sources.typed(OWL.CLASS):
        if len(sources.values(cls, OWL.EQUIVALENT_CLASS)) > 1:
            yield cls, "has several equivalent classes", "Make them one intersection"


def _invalid_xref(sources: Sources) -> Iterator[Fault]:
    for triple in sources.triples:
        value = triple.object
        if triple.predicate in _MATCHES and not (isinstance(value, Iri) and _FOREIGN.fullmatch(value)):
            yield triple.subject, f"is matched to {value}, which is no identifier we know", "Correct it"
        xref = triple.predicate == Iri(f"{_OBO_IN_OWL}hasDbXref")
        if xref and not (isinstance(value, Literal) and _CURIE.fullmatch(value.value)):
            yield triple.subject, f"has the cross-reference {value}", "Write it as PREFIX:NUMBER"


def _invalid_entity_uri(sources: Sources) -> Iterator[Fault]:
    for triple in sources.triples:
        for term in (triple.subject, triple.object):
            if isinstance(term, Iri) and _OBO_LIKE.match(term):
                yield triple.subject, f"names {term}", "Write http://purl.obolibrary.org/obo/PREFIX_NUMBER"


def _missing_obsolete_label(sources: Sources) -> Iterator[Fault]:
    for iri in sorted(deprecated(sources)):
        if not any(text.casefold().startswith("obsolete") for text in sources.texts(iri, RDFS.LABEL)):
            yield iri, "is obsolete and not called so", "Begin its label with `obsolete`"


def _undeclared(sources: Sources, used: str, parent: str) -> Iterator[Fault]:
    notes = (Triple(n.triple.subject, n.predicate, n.value) for n in sources.annotations)
    for triple in (*sources.triples, *notes):
        if triple.predicate != Iri(_OBO_IN_OWL + used) or not isinstance(triple.object, Iri):
            continue
        if Iri(_OBO_IN_OWL + parent) not in sources.values(triple.object, _SUB_PROPERTY):
            fix = f"Make it a sub-property of {parent}"
            yield triple.object, f"is used as {used} and not declared", fix


def _missing_subset_declaration(sources: Sources) -> Iterator[Fault]:
    return _undeclared(sources, "inSubset", "SubsetProperty")


def _missing_synonymtype_declaration(sources: Sources) -> Iterator[Fault]:
    return _undeclared(sources, "hasSynonymType", "SynonymTypeProperty")


WARNINGS = (
    Check("annotation_whitespace", _annotation_whitespace),
    Check("duplicate_exact_synonym", _duplicate_exact_synonym),
    Check("duplicate_label_synonym", _duplicate_label_synonym),
    Check("duplicate_scoped_synonym", _duplicate_scoped_synonym),
    Check("equivalent_pair", _equivalent_pair),
    Check("equivalent_class_axiom_no_genus", _equivalent_class_axiom_no_genus),
    Check("multiple_equivalent_classes", _multiple_equivalent_classes),
    Check("invalid_xref", _invalid_xref),
    Check("invalid_entity_uri", _invalid_entity_uri),
    Check("missing_obsolete_label", _missing_obsolete_label),
    Check("missing_subset_declaration", _missing_subset_declaration),
    Check("missing_synonymtype_declaration", _missing_synonymtype_declaration),
)
