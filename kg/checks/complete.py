"""What a thing of some kind must have: an exercise, a muscle, a sentence, a study and so on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise

from kg.checks.sources import Check, Fault, Sources
from kg.terms import Iri, Literal
from kg.vocabulary import CALF, CALF_NS, DCTERMS

__all__ = ["COMPLETE"]

_STEPS = 3
_CUT = " …"
_RECORDS: dict[str, tuple[str, ...]] = {
    "Sentence": ("section", "sentenceNumber", "charStart", "charEnd", "sha256", "quote"),
    "Study": ("citation", "shortCitation", "design", "measure", "read"),
    "Reference": ("citation", "shortCitation", "read"),
    "EvidenceLine": ("fromStudy", "hasDirection", "text"),
    "Claim": ("about", "quote"),
    "Step": ("instruction", "stepNumber"),
    "Cue": ("instruction", "inPhase"),
    "Prescription": ("prescribes",),
    "MuscleValue": ("valueOf", "forMuscle"),
    "Reason": ("text",),
    "Caveat": ("text",),
    "Mistake": ("mistakeIn", "remediedBy"),
    "ProgressionMethod": ("changesParameter",),
    "EquipmentOption": ("includesEquipment",),
}
# What exists only for the sake of another thing, and is worth nothing without it.
_OWNED: dict[str, tuple[str, ...]] = {
    "EvidenceLine": ("hasEvidence",),
    "Study": ("fromStudy", "source"),
    "Step": ("hasStep",),
    "Cue": ("hasCue",),
    "EquipmentOption": ("hasEquipmentOption",),
    "ProgressionMethod": ("hasMethod",),
    "Unit": ("hasUnit",),
    "Reason": ("rationale",),
    "Caveat": ("caveat",),
}
_ABOVE = ("aboveTheKnee", "femur", "medialFemoralCondyle", "lateralFemoralCondyle")
_BELOW = ("belowTheKnee", "tibia", "fibula")
_HEEL = ("achillesTendon", "calcaneus")


def _iri(name: str) -> Iri:
    return Iri(CALF_NS + name)


def _link(name: str) -> Iri:
    """A property by which a thing is owned: one of ours, or that of a statement's source."""
    return DCTERMS.SOURCE if name == "source" else _iri(name)


def _has(sources: Sources, subject: Iri, name: str) -> set[str]:
    """The local names of what a thing has under a property, inferred values included."""
    values = sources.closure.by_subject.get((subject, _iri(name)), ())
    return {value.local for value in values if isinstance(value, Iri)}


def _exercises(sources: Sources) -> Iterator[Fault]:
    """S1: what an exercise needs before a question about it can be answered."""
    for iri in sources.members(CALF.EXERCISE):
        if (number := len(_has(sources, iri, "hasKneePosition"))) != 1:
            yield iri, f"has {number} knee positions", "Give it one calf:hasKneePosition"
        if not _has(sources, iri, "trains"):
            yield iri, "trains nothing", "Add calf:trains or calf:emphasises"
        if not _has(sources, iri, "hasPosture"):
            yield iri, "has no posture", "Add calf:hasPosture"
        if len(_has(sources, iri, "hasStep")) < _STEPS:
            yield iri, f"has fewer than {_STEPS} steps", "Add calf:hasStep with calf:stepNumber 1, 2, 3"


def _muscles(sources: Sources) -> Iterator[Fault]:
    """S2: where a muscle begins and ends, what it crosses, and its nerve."""
    for iri in sources.members(_iri("Muscle"), _iri("MuscleHead")):
        for name, what in (("hasOrigin", "origin"), ("hasInsertion", "insertion"), ("crossesJoint", "joint")):
            if not _has(sources, iri, name):
                yield iri, f"has no {what}", f"Add calf:{name}"
        if (number := len(_has(sources, iri, "innervatedBy"))) != 1:
            yield iri, f"has {number} nerves", "Give it one calf:innervatedBy"


def _joints(sources: Sources) -> Iterator[Fault]:
    """S5: on the way from thigh to heel lie knee and ankle, from the lower leg to the heel the ankle.

    The subtalar joint lies on both ways too; no source that was read says which muscles cross it.
    """
    for iri in sources.members(_iri("Muscle"), _iri("MuscleHead")):
        origins, ends = _has(sources, iri, "hasOrigin"), _has(sources, iri, "hasInsertion")
        if not ends & {*_HEEL}:
            continue
        wanted = {"ankleJoint"} | ({"kneeJoint"} if origins & {*_ABOVE} else set())
        if origins & {*_ABOVE} and origins & {*_BELOW}:
            yield iri, "starts above and below the knee", "Keep one, or split it into heads"
        crossed = _has(sources, iri, "crossesJoint") - {"subtalarJoint"}
        if origins and crossed != wanted:
            ours, path = ", ".join(sorted(crossed)) or "nothing", ", ".join(sorted(wanted))
            yield (
                iri,
                f"crosses {ours} and lies along {path}",
                "Correct its origin, its insertion or its joints",
            )


def _records(sources: Sources) -> Iterator[Fault]:
    for name, properties in _RECORDS.items():
        for iri in sources.typed(_iri(name)):
            for prop in properties:
                if not sources.values(iri, _iri(prop)):
                    yield iri, f"has no {prop}", f"Add calf:{prop}"
    for study in sources.typed(CALF.STUDY):
        if not any(sources.texts(study, prop) for prop in (CALF.DOI, CALF.PMID, CALF.URL)):
            yield study, "cannot be looked up", "Add calf:doi, calf:pmid or calf:url"


def _orphans(sources: Sources) -> Iterator[Fault]:
    owned: dict[Iri, set[object]] = {}
    for triple in sources.triples:
        owned.setdefault(triple.predicate, set()).add(triple.object)
    for note in sources.annotations:
        owned.setdefault(note.predicate, set()).add(note.value)
    for name, properties in _OWNED.items():
        used = {value for prop in properties for value in owned.get(_link(prop), ())}
        for iri in sources.typed(_iri(name)):
            if iri not in used:
                yield iri, f"belongs to nothing by {' or '.join(properties)}", "Link it, or take it out"


def _sentences(sources: Sources) -> Iterator[Fault]:
    """P1, as far as it goes without the article: places in order, quotes that fit place and hash."""
    places: list[tuple[int, int, Iri]] = []
    for iri in sources.typed(CALF.SENTENCE):
        start, end = (_number(sources, iri, name) for name in ("charStart", "charEnd"))
        if start is None or end is None:
            continue  # `record` says what is missing
        places.append((start, end, iri))
        if end <= start:
            yield iri, f"ends at {end} and starts at {start}", "Run scripts/sentences.py again"
        for quote in sources.texts(iri, CALF.QUOTE):
            if quote.endswith(_CUT):
                continue
            if len(quote) != end - start or _sha256(quote) not in sources.texts(iri, _iri("sha256")):
                yield iri, "has a quote that fits neither place nor hash", "Run scripts/sentences.py again"
    for (_, end, before), (start, _, iri) in pairwise(sorted(places)):
        if start < end:
            yield iri, f"overlaps with {before.local}", "Run scripts/sentences.py again"


def _number(sources: Sources, iri: Iri, name: str) -> int | None:
    values = [v for v in sources.values(iri, _iri(name)) if isinstance(v, Literal)]
    return int(values[0].value) if len(values) == 1 and values[0].value.isdigit() else None


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


COMPLETE = (
    Check("exercise_shape", _exercises),
    Check("muscle_shape", _muscles),
    Check("joints_on_path", _joints),
    Check("record", _records),
    Check("orphan", _orphans),
    Check("sentence_hash", _sentences),
)
