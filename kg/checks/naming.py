"""Names, labels, definitions and the header: what ROBOT's report asks of any ontology."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.checks.sources import Check, Fault, Sources
from kg.terms import Iri, Literal, Triple
from kg.vocabulary import CALF_NS, LEX_NS, OWL, RDF, RDFS, SKOS

__all__ = ["NAMING"]

# IRIs of others that end in a slash on purpose; owlready2 once dropped that slash.
ALLOWED_ENDINGS = (
    "https://creativecommons.org/licenses/by/3.0/",
    "https://creativecommons.org/licenses/by/4.0/",
)
_BUILT_IN = tuple(
    RDF.TYPE.removesuffix("type") + name for name in ("Statement", "subject", "predicate", "object")
)
_SPACE = re.compile(r"^\s|\s$|\s\s|[\n\t]")


def _undefined_iri(sources: Sources) -> Iterator[Fault]:
    declared = {t.subject for t in sources.triples if t.predicate == RDF.TYPE}
    used: dict[Iri, Iri] = {}
    notes = (Triple(n.triple.subject, n.predicate, n.value) for n in sources.annotations)
    for triple in (*sources.triples, *notes):
        for term in (triple.subject, triple.predicate, triple.object):
            if isinstance(term, Iri) and term.startswith((CALF_NS, LEX_NS)):
                used.setdefault(term, triple.subject)
    for iri in sorted(used.keys() - declared):
        yield iri, f"is used by {used[iri]} and declared nowhere", "Declare it, or mend its spelling"


def _iri_ending(sources: Sources) -> Iterator[Fault]:
    seen = {term for t in sources.triples for term in (t.subject, t.object) if isinstance(term, Iri)}
    for iri in sorted(seen):
        if iri.endswith(("/", ".owl")) and iri not in ALLOWED_ENDINGS:
            yield (
                iri,
                "ends in a way that some tools change",
                "Use another IRI, or list it in ALLOWED_ENDINGS",
            )


def _missing_label(sources: Sources) -> Iterator[Fault]:
    for iri in sources.terms:
        if not sources.texts(iri, RDFS.LABEL):
            yield iri, "has no rdfs:label", "Give it one label in English"


def _multiple_labels(sources: Sources) -> Iterator[Fault]:
    for iri in sources.terms:
        if len(labels := sources.texts(iri, RDFS.LABEL)) > 1:
            yield (
                iri,
                f"has {len(labels)} labels: {', '.join(labels)}",
                "Keep one; make the rest skos:altLabel",
            )


def _duplicate_label(sources: Sources) -> Iterator[Fault]:
    yield from _duplicates(sources, RDFS.LABEL, "label")


def _duplicate_definition(sources: Sources) -> Iterator[Fault]:
    yield from _duplicates(sources, SKOS.DEFINITION, "definition")


def _duplicates(sources: Sources, predicate: Iri, what: str) -> Iterator[Fault]:
    owners: dict[tuple[bool, str], Iri] = {}
    individuals = set(sources.typed(OWL.NAMED_INDIVIDUAL))
    for iri in sources.terms:
        for text in sources.texts(iri, predicate):
            # A thing may share its word with a class: the foot position is varied, and toes in is one.
            owner = owners.setdefault((iri in individuals, text.casefold()), iri)
            if owner != iri:
                yield iri, f"has the same {what} as {owner}: {text[:60]!r}", "Tell the two apart"


def _label_whitespace(sources: Sources) -> Iterator[Fault]:
    for triple in sources.triples:
        if (
            triple.predicate in _TEXTS
            and isinstance(triple.object, Literal)
            and _SPACE.search(triple.object.value)
        ):
            yield triple.subject, f"has stray white space in {triple.object.value[:60]!r}", "Take it out"


_TEXTS = frozenset({RDFS.LABEL, SKOS.PREF_LABEL, SKOS.ALT_LABEL, SKOS.HIDDEN_LABEL, SKOS.DEFINITION})


def _missing_definition(sources: Sources) -> Iterator[Fault]:
    for iri in sources.terms:
        if iri.startswith(CALF_NS) and not sources.texts(iri, SKOS.DEFINITION):
            yield iri, "has no skos:definition", "Say in one sentence what it is"


def _multiple_definitions(sources: Sources) -> Iterator[Fault]:
    for iri in sources.terms:
        if len(sources.texts(iri, SKOS.DEFINITION)) > 1:
            yield iri, "has several definitions", "Keep one"


def _illegal_use_of_built_in_vocabulary(sources: Sources) -> Iterator[Fault]:
    for triple in sources.triples:
        if triple.predicate in _BUILT_IN or (triple.predicate == RDF.TYPE and triple.object in _BUILT_IN):
            yield triple.subject, "uses RDF reification, which OWL reserves", "Annotate with {| |} instead"


NAMING = (
    Check("undefined_iri", _undefined_iri),
    Check("iri_ending", _iri_ending),
    Check("missing_label", _missing_label),
    Check("multiple_labels", _multiple_labels),
    Check("duplicate_label", _duplicate_label),
    Check("label_whitespace", _label_whitespace),
    Check("missing_definition", _missing_definition),
    Check("multiple_definitions", _multiple_definitions),
    Check("duplicate_definition", _duplicate_definition),
    Check("illegal_use_of_built_in_vocabulary", _illegal_use_of_built_in_vocabulary),
)
