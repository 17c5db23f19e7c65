"""What an edited ontology file adds, as a Turtle block in the style of the sources.

An editor such as Protégé saves the built file; this is the way back into `ontology/src`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.expressing import term_words
from kg.naming import NAMESPACES
from kg.rules import triple_key
from kg.terms import Iri
from kg.turtle import is_blank
from kg.vocabulary import OWL, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from kg.terms import Term, Triple
    from kg.turtle import Document

__all__ = ["additions"]

_KNOWN = frozenset({"calf", "dcterms", "lex", "owl", "rdf", "rdfs", "skos", "xsd"})  # declared by each source
_FIRST = (RDF.TYPE, RDFS.LABEL, SKOS.ALT_LABEL, SKOS.HIDDEN_LABEL, SKOS.DEFINITION)


def additions(old: Document, new: Document) -> str:
    """The statements about named things that `new` has and `old` lacks, with their annotations.

    What the build adds by itself is left out; class expressions and denials are too, and a comment counts
    them, because they are clearer when they are written by hand.
    """
    notes = _notes(new)
    before, before_notes = set(old.triples), _notes(old)
    found = [
        t
        for t in dict.fromkeys((*new.triples, *notes))
        if t not in before or notes.get(t, frozenset()) - before_notes.get(t, frozenset())
    ]
    plain = [t for t in found if not (is_blank(t.subject) or is_blank(t.object))]
    kept = [t for t in plain if t.predicate != SKOS.PREF_LABEL and t.object != OWL.NAMED_INDIVIDUAL]
    blocks = _blocks(kept, notes)
    left = sum(is_blank(t.object) and not is_blank(t.subject) for t in found)
    comment = [f"# {left} class expressions are left out: write them by hand"] if left else []
    used = " ".join(blocks)
    prefixes = [f"@prefix {p}: <{ns}> ." for p, ns in NAMESPACES if p not in _KNOWN and f" {p}:" in used]
    return "".join(f"{line}\n" for line in (*comment, *prefixes, *blocks))


def _notes(document: Document) -> dict[Triple, frozenset[tuple[Iri, Term]]]:
    found: dict[Triple, set[tuple[Iri, Term]]] = defaultdict(set)
    for note in document.annotations:
        found[note.triple].add((note.predicate, note.value))
    return {triple: frozenset(values) for triple, values in found.items()}


def _blocks(triples: list[Triple], notes: dict[Triple, frozenset[tuple[Iri, Term]]]) -> list[str]:
    """One block a subject, one statement a line, labels first."""
    subjects: dict[Iri, list[Triple]] = defaultdict(list)
    for t in sorted(triples, key=triple_key):
        subjects[t.subject].append(t)
    rank = {predicate: number for number, predicate in enumerate(_FIRST)}
    blocks = []
    for subject, said in subjects.items():
        ordered = sorted(said, key=lambda t: rank.get(t.predicate, len(rank)))
        lines = [_line(t, notes.get(t, frozenset())) for t in ordered]
        blocks.append(f"{term_words(subject)} " + " ;\n    ".join(lines) + " .")
    return blocks


def _line(triple: Triple, notes: frozenset[tuple[Iri, Term]]) -> str:
    verb = "a" if triple.predicate == RDF.TYPE else term_words(triple.predicate)
    said = f"{verb} {term_words(triple.object)}"
    values: dict[Iri, list[str]] = defaultdict(list)
    for predicate, value in notes:
        values[predicate].append(term_words(value))
    inner = [f"{term_words(p)} {', '.join(sorted(values[p]))}" for p in sorted(values)]
    return f"{said} {{| {' ; '.join(inner)} |}}" if inner else said
