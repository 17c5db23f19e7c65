"""Whether the graph holds all that the article says, and only identifiers that somebody looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from kg.checks.listed import Number
from kg.checks.sources import Check, Fault, Sources
from kg.terms import Iri, Literal, Triple
from kg.vocabulary import CALF, CALF_NS, DCTERMS

__all__ = ["COVERING", "citations", "prescriptions"]

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_MAPPINGS = tuple(Iri(_SKOS + name) for name in ("exactMatch", "closeMatch", "notation"))
_SHORT = (
    ("http://purl.obolibrary.org/obo/UBERON_", "UBERON:"),
    ("http://purl.obolibrary.org/obo/BFO_", "BFO:"),
    ("http://purl.obolibrary.org/obo/RO_", "RO:"),
    ("http://purl.org/sig/ont/fma/fma", "FMA:"),
)


def citations(sources: Sources) -> dict[Iri, list[Triple]]:
    """The statements that rest on each sentence: sourced by it, or a claim that is stated in it."""
    found: dict[Iri, list[Triple]] = defaultdict(list)
    for note in sources.annotations:
        if note.predicate == DCTERMS.SOURCE and isinstance(note.value, Iri):
            found[note.value].append(note.triple)
    for triple in sources.triples:
        if triple.predicate in (DCTERMS.SOURCE, CALF.STATED_IN) and isinstance(triple.object, Iri):
            found[triple.object].append(triple)
    return found


def _sentence_coverage(sources: Sources) -> Iterator[Fault]:
    """P2. A sentence out of scope needs a reason, and one that is cited is not out of scope."""
    cited = citations(sources)
    sentences = sources.typed(CALF.SENTENCE)
    listed = sources.lists.out_of_scope
    for iri in sentences:
        if not cited.get(iri) and iri.local not in listed:
            yield iri, "is cited by no statement", "Add what it says, or list why not in out_of_scope.toml"
        if cited.get(iri) and iri.local in listed:
            yield iri, "is listed as out of scope and cited", "Take it off out_of_scope.toml"
    for name in sorted(listed.keys() - {iri.local for iri in sentences}):
        yield name, "is listed as out of scope and no sentence", "Take it off out_of_scope.toml"


def prescriptions(sources: Sources, number: Number) -> list[Iri]:
    """The prescriptions that say what a number of the article says, with the same source."""
    cited = set(citations(sources).get(Iri(CALF_NS + number.sentence), ()))
    wanted = {
        "prescribes": number.parameter,
        "hasUnit": number.unit,
        "forGoal": number.goal,
        "inPhase": number.phase,
    }
    found = []
    for iri in sources.typed(Iri(f"{CALF_NS}Prescription")):
        names = {
            key: {o.local for o in sources.values(iri, Iri(CALF_NS + key)) if isinstance(o, Iri)}
            for key in wanted
        }
        low, high = (_decimal(sources, iri, key) for key in ("minValue", "maxValue"))
        fits = all(names[key] == ({value} if value else set()) for key, value in wanted.items())
        sourced = sum(t.subject == iri and t.predicate.local in {"minValue", "maxValue"} for t in cited)
        if fits and (low, high) == (number.minimum, number.maximum) and sourced == len(("low", "high")):
            found.append(iri)
    return found


def _decimal(sources: Sources, subject: Iri, name: str) -> Decimal | None:
    try:
        return Decimal(sources.texts(subject, Iri(CALF_NS + name))[0])
    except (IndexError, InvalidOperation):
        return None


def _number_coverage(sources: Sources) -> Iterator[Fault]:
    """P3, in both directions: each listed number is a prescription, and each prescription is listed."""
    if not sources.lists.numbers:
        return
    covered: set[Iri] = set()
    for number in sources.lists.numbers:
        found = prescriptions(sources, number)
        covered.update(found)
        if len(found) != 1:
            what = f"{number.text!r} ({number.parameter})"
            yield number.sentence, f"gives {what}, and {len(found)} prescriptions say so", "Add or mend one"
    for iri in sources.typed(Iri(f"{CALF_NS}Prescription")):
        if iri not in covered:
            yield iri, "is listed for no sentence", "Add its numbers to numbers.toml"
    for count in sources.lists.counts:
        members = {
            t.object if count.subject else t.subject
            for t in sources.triples
            if t.predicate == Iri(CALF_NS + count.property)
            and (t.subject.local if count.subject else getattr(t.object, "local", ""))
            == (count.subject or count.object)
        }
        if len(members) != count.count:
            yield count.sentence, f"counts {count.count} and the graph {len(members)}", "Correct one of them"


def _mapping_table(sources: Sources) -> Iterator[Fault]:
    """S8: identifiers of others stand in the frozen table, and all of the table is used."""
    table = sources.lists.mappings
    if table is None:
        return
    used = {
        (t.subject.local, t.predicate.local, _short(t.object))
        for t in sources.triples
        if t.predicate in _MAPPINGS
    }
    for term, predicate, identifier in sorted(used - table):
        yield term, f"has the {predicate} {identifier}, which is not in mappings.tsv", "Look it up first"
    for term, predicate, identifier in sorted(table - used):
        yield term, f"lost the {predicate} {identifier} of mappings.tsv", "Add it, or take it off the table"


def _short(value: Iri | Literal) -> str:
    if isinstance(value, Literal):
        return value.value
    for prefix, short in _SHORT:
        if value.startswith(prefix):
            return short + value.removeprefix(prefix)
    return value


COVERING = (
    Check("sentence_coverage", _sentence_coverage),
    Check("number_coverage", _number_coverage),
    Check("mapping_table", _mapping_table),
)
