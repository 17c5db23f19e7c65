"""What changed between two ontologies, by meaning: entities, statements, texts and notes on statements.

Names of blank nodes, the order of lines and of members of unions do not count; neither does what the
build adds by itself (`skos:prefLabel` beside a label, membership of a new thing in `owl:AllDifferent`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.build import merge
from kg.expressing import Expressions, term_words
from kg.loading import open_ontology
from kg.rules import triple_key
from kg.terms import Iri, Literal
from kg.turtle import is_blank, read
from kg.vocabulary import OWL, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.turtle import Document

__all__ = ["Change", "Difference", "Entity", "difference", "open_version"]

_KINDS = {
    OWL.CLASS: "class",
    OWL.OBJECT_PROPERTY: "object property",
    OWL.DATATYPE_PROPERTY: "data property",
    OWL.ANNOTATION_PROPERTY: "annotation property",
    OWL.NAMED_INDIVIDUAL: "individual",
}
_NODES = frozenset({OWL.ALL_DIFFERENT, OWL.ALL_DISJOINT_CLASSES, OWL.NEGATIVE_PROPERTY_ASSERTION})


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A class, property or individual that one version has and the other has not."""

    kind: str
    name: str
    label: str


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One thing that is said of `subject` in one version only, or differently; texts are Turtle terms.

    `about` is "text" for labels and other words, "statement" for anything that OWL gives a meaning, "note"
    for an annotation on `statement`, and "inferred" for what follows. `old` is "" for what is new, and
    `new` is "" for what is gone.
    """

    about: str
    subject: str
    statement: str
    predicate: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that two versions do not share."""

    added: tuple[Entity, ...] = ()
    removed: tuple[Entity, ...] = ()
    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.added or self.removed or self.changes)


def open_version(path: Path) -> Document:
    """Read one version: an ontology file (.owl, .rdf, .ttl or .nt), or a folder of Turtle sources.

    Raises:
        OntologyError: it is missing or malformed.
    """
    return merge(path) if path.is_dir() else read(path)


def difference(old: Document, new: Document, *, inferred: bool = False) -> Difference:
    """What `new` says otherwise than `old`; with `inferred`, what follows is compared as well.

    Raises:
        OntologyError: with `inferred`, one of them is inconsistent.
    """
    before, after = _Version(old), _Version(new)
    gone, come = before.kinds.keys() - after.kinds.keys(), after.kinds.keys() - before.kinds.keys()
    removed = tuple(sorted(before.entity(iri) for iri in gone))
    added = tuple(sorted(after.entity(iri) for iri in come))
    own = {e.name for e in (*added, *removed)}
    said = set(_changes(before.said(), after.said()))
    if inferred:
        said |= set(_changes(_derived(old), _derived(new)))
    kept = (c for c in said if not _goes_without_saying(c, said, own))
    return Difference(added, removed, tuple(sorted(kept)))


def _goes_without_saying(change: Change, changes: set[Change], own: set[str]) -> bool:
    """Whether the build made a change after another one."""
    if change.predicate == "skos:prefLabel":
        twin = Change(change.about, change.subject, "", "rdfs:label", change.old, change.new)
        return twin in changes
    return change.predicate == "owl:distinctMembers" and (change.old or change.new) in own


Said = tuple[str, str, str, str]  # about, subject, statement, predicate


def _changes(old: dict[Said, set[str]], new: dict[Said, set[str]]) -> Iterator[Change]:
    """Values that only one side has; one value in place of one other is a single change."""
    for key in old.keys() | new.keys():
        before, after = old.get(key, set()), new.get(key, set())
        lost, gained = sorted(before - after), sorted(after - before)
        if len(lost) == len(gained) == 1:
            yield Change(*key, lost[0], gained[0])
            continue
        yield from (Change(*key, value, "") for value in lost)
        yield from (Change(*key, "", value) for value in gained)


def _derived(document: Document) -> dict[Said, set[str]]:
    found: dict[Said, set[str]] = defaultdict(set)
    closure = open_ontology(document).closure
    for fact in closure.facts():
        if closure.best[fact] is not None:
            key = ("inferred", term_words(fact.subject), "", term_words(fact.predicate))
            found[key].add(term_words(fact.object))
    return found


class _Version:
    """One version, indexed for comparison."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._expressions = Expressions(document.triples)
        self.kinds: dict[Iri, str] = {}
        self._labels: dict[Iri, str] = {}
        self._annotations: set[Iri] = set()
        for t in sorted(document.triples, key=triple_key):
            if t.predicate == RDF.TYPE and t.object in _KINDS and not is_blank(t.subject):
                self.kinds[t.subject] = _KINDS[Iri(str(t.object))]
                if t.object == OWL.ANNOTATION_PROPERTY:
                    self._annotations.add(t.subject)
            if t.predicate == RDFS.LABEL and isinstance(t.object, Literal):
                self._labels.setdefault(t.subject, t.object.value)

    def entity(self, iri: Iri) -> Entity:
        return Entity(self.kinds[iri], term_words(iri), self._labels.get(iri, ""))

    def said(self) -> dict[Said, set[str]]:
        """Every value by what it is about, its subject, the statement it is a note on, and its predicate."""
        found: dict[Said, set[str]] = defaultdict(set)
        words = self._expressions.words
        for t in self._document.triples:
            if not is_blank(t.subject) and not (t.predicate == RDF.TYPE and t.object in _KINDS):
                text = t.predicate in self._annotations or t.predicate in (RDFS.LABEL, SKOS.PREF_LABEL)
                about = "text" if text else "statement"
                found[about, term_words(t.subject), "", term_words(t.predicate)].add(
                    words(t.object, t.predicate)
                )
            elif t.predicate == RDF.TYPE and t.object in _NODES:
                self._add_node(found, t.subject, Iri(str(t.object)))
        for note in self._document.annotations:
            t = note.triple
            parts = (words(t.subject), term_words(t.predicate), words(t.object, t.predicate))
            key = ("note", parts[0], " ".join(parts[1:]), term_words(note.predicate))
            found[key].add(words(note.value))
        return found

    def _add_node(self, found: dict[Said, set[str]], node: Iri, kind: Iri) -> None:
        """A statement that is a node of its own; of a single list of different things, each member."""
        members = self._expressions.members(node)
        alone = sum(t.object == kind for t in self._document.triples if t.predicate == RDF.TYPE) == 1
        if members and alone and kind == OWL.ALL_DIFFERENT:
            found["statement", term_words(kind), "", "owl:distinctMembers"].update(members)
        else:
            found["statement", term_words(kind), "", "rdf:value"].add(self._expressions.words(node))
