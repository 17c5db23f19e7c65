"""Delete each axiom of the ontology in turn, break each disjointness and each denial, and see what notices.

    python scripts/mutate.py                 write docs/mutation.md (some minutes)
    python scripts/mutate.py --sample 200    only look at so many deletions, evenly chosen; write nothing

A deletion is noticed if `calf check` finds a fault or a competency question gets other rows. What nothing
notices is idle: it follows from the rest, or it needs a reason in ontology/idle.toml. A broken disjointness
(one thing in both classes) and a broken denial (the denied fact asserted) must be refused as contradictions.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.build import merge
from kg.checks import CHECKS
from kg.checks.listed import read_lists
from kg.checks.sources import Sources
from kg.consistency import negative_assertions
from kg.errors import OntologyError
from kg.loading import open_ontology
from kg.terms import Iri, Literal, Triple
from kg.turtle import Document, is_blank
from kg.vocabulary import CALF_NS, OWL, PREFIXES, RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.checks.listed import Lists
    from kg.loading import Ontology
    from kg.terms import Term

__all__ = ["Laboratory", "Result", "main"]

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "mutation.md"
SCHEMA = (
    RDFS.SUB_CLASS_OF,
    RDFS.SUB_PROPERTY_OF,
    RDFS.DOMAIN,
    RDFS.RANGE,
    OWL.EQUIVALENT_CLASS,
    OWL.INVERSE_OF,
    OWL.PROPERTY_CHAIN_AXIOM,
    OWL.DISJOINT_WITH,
)
# Checks that are likely to notice; they cost less than closing the ontology again.
_RECORD = ("record", "orphan", "claim_without_status", "sentence_hash")
LIKELY = {
    "disjointWith": ("P10_missing_disjointness",),
    "domain": ("P11_missing_domain_or_range",),
    "range": ("P11_missing_domain_or_range",),
    "class assertion": ("undefined_iri",),
    "data property assertion": _RECORD,
    "object property assertion": _RECORD,
}
TRAITS = (OWL.TRANSITIVE_PROPERTY, OWL.SYMMETRIC_PROPERTY, OWL.FUNCTIONAL_PROPERTY)
ABOUT = """\
# What notices a change of the ontology

Written by `scripts/mutate.py`. Each axiom is deleted in turn, one thing is put into each two disjoint
classes, and each denied fact is asserted. A mutant is noticed by a competency question that gets other
rows, by a check of `calf check`, or by being refused as a contradiction.
""".split("\n")
STATED = (OWL.ANNOTATED_SOURCE, OWL.ANNOTATED_PROPERTY, OWL.ANNOTATED_TARGET)
DENIED = (OWL.SOURCE_INDIVIDUAL, OWL.ASSERTION_PROPERTY, OWL.TARGET_INDIVIDUAL)
PROBE = Iri(f"{CALF_NS}mutationProbe")
HEAD = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES)


@dataclass(frozen=True, slots=True)
class Result:
    """One mutant: what was done, of which kind it is, and what noticed it ("" if nothing)."""

    kind: str
    axiom: str
    noticed: str
    follows: bool = False


class Laboratory:
    """The sound ontology, its competency questions with their rows, and what it takes to compare mutants."""

    def __init__(self, source: Path, questions: Path) -> None:
        """Load the ontology of the folder `source` and the questions of the folder `questions`."""
        self.document = merge(source)
        self.lists: Lists = read_lists(source.parent)
        self.sound = open_ontology(self.document)
        self._nodes = {statement: f"n{number}" for number, statement in enumerate(self.sound.notes)}
        self._triples = self._all(self.sound)
        self._store = ox.Store()
        self._store.bulk_extend(_quad(triple) for triple in self._triples)
        texts = [
            HEAD + question["sparql"]
            for path in sorted(questions.glob("*.toml"))
            for question in tomllib.loads(path.read_text(encoding="utf-8"))["question"]
        ]
        individuals = set(self.sound.schema.typed(OWL.NAMED_INDIVIDUAL))
        self._core = [t for t in self.document.triples if t.subject not in individuals]
        self._rows = {text: self._ask(text) for text in texts}

    def _all(self, ontology: Ontology) -> set[Triple]:
        """What a store of the graph holds, the notes on statements included."""
        found = {*ontology.named, *ontology.closure.facts()}
        for statement, notes in ontology.notes.items():
            node = Iri(f"_:{self._nodes[statement]}")
            denied = statement in ontology.denied
            names = DENIED if denied else STATED
            found.add(Triple(node, RDF.TYPE, OWL.NEGATIVE_PROPERTY_ASSERTION if denied else OWL.AXIOM))
            parts = (statement.subject, statement.predicate, statement.object)
            found.update(Triple(node, name, part) for name, part in zip(names, parts, strict=True))
            found.update(Triple(node, predicate, value) for predicate, value in notes)
        return found

    def _ask(self, text: str) -> list[str]:
        found = self._store.query(text)
        return [str(bool(found))] if isinstance(found, ox.QueryBoolean) else sorted(map(str, found))

    def deletions(self) -> Iterator[tuple[str, frozenset[Triple]]]:
        """Each axiom as the triples to delete, with its kind; what the build adds is none."""
        schema = self.sound.schema
        properties = schema.object_properties | schema.data_properties
        for triple in self.document.triples:
            if triple.predicate in SCHEMA and not is_blank(triple.subject):
                yield triple.predicate.local, frozenset({triple})
            elif triple.predicate == RDF.TYPE and triple.object in TRAITS:
                yield "property characteristic", frozenset({triple})
            elif triple.predicate == RDF.TYPE and triple.object in schema.classes:
                # The build declares as an individual what has a class, so the declaration goes with it.
                declared = Triple(triple.subject, RDF.TYPE, OWL.NAMED_INDIVIDUAL)
                yield "class assertion", frozenset({triple, declared})
            elif triple.predicate in properties and not is_blank(triple.subject):
                kind = "object" if triple.predicate in schema.object_properties else "data"
                yield f"{kind} property assertion", frozenset({triple})
        for node in negative_assertions(schema).values():
            yield "negative assertion", frozenset(t for t in self.document.triples if t.subject == node)

    def delete(self, kind: str, axiom: frozenset[Triple]) -> Result:
        """What notices that the triples of one axiom, and the notes on them, are gone."""
        document = Document(
            tuple(t for t in self.document.triples if t not in axiom),
            tuple(a for a in self.document.annotations if a.triple not in axiom),
        )
        if noticed := self._check(document, LIKELY.get(kind, ())):
            return Result(kind, self._say(axiom), noticed)
        try:
            mutant = open_ontology(document)
        except OntologyError as error:
            return Result(kind, self._say(axiom), f"loading: {error.cause}")
        noticed = self._question(mutant, axiom) or self._check(document, (check.name for check in CHECKS))
        return Result(
            kind,
            self._say(axiom),
            noticed,
            follows=all(t in mutant.closure for t in axiom if t.object != OWL.NAMED_INDIVIDUAL),
        )

    def _question(self, mutant: Ontology, axiom: frozenset[Triple]) -> str:
        """A question that gets other rows from the mutant; those that name its terms are asked first."""
        triples = self._all(mutant)
        names = {
            f"calf:{term.local}" for t in axiom for term in (t.predicate, t.object) if isinstance(term, Iri)
        }
        texts = sorted(self._rows, key=lambda text: not any(name in text for name in names))
        lost, gained = self._triples - triples, triples - self._triples
        self._swap(lost, gained)
        try:
            for text in texts:
                if self._ask(text) != self._rows[text]:
                    return "competency question"
            return ""
        finally:
            self._swap(gained, lost)

    def _swap(self, out: Iterable[Triple], into: Iterable[Triple]) -> None:
        for triple in out:
            self._store.remove(_quad(triple))
        for triple in into:
            self._store.add(_quad(triple))

    def _check(self, document: Document, names: Iterable[str]) -> str:
        """The first of the checks of these names that finds a fault which is not waived."""
        wanted = set(names)
        sources = Sources(document, self.lists)
        for check in CHECKS:
            if check.name in wanted:
                for subject, problem, _ in check.run(sources):
                    fault = (check.name, Iri(subject).local, problem)
                    if not any(waiver.covers(*fault) for waiver in self.lists.waivers):
                        return f"check {check.name}"
        return ""

    def breaches(self) -> Iterator[tuple[str, str, tuple[Triple, ...]]]:
        """Each disjointness and each denial, with the triples that break it."""
        for one, other in self.sound.schema.pairs(OWL.DISJOINT_WITH):
            broken = (Triple(PROBE, RDF.TYPE, one), Triple(PROBE, RDF.TYPE, other))
            yield "broken disjointness", f"{one.local} and {other.local}", broken
        for denied in negative_assertions(self.sound.schema):
            yield "broken denial", _text(denied), (denied,)

    def breach(self, kind: str, name: str, broken: tuple[Triple, ...]) -> Result:
        """Whether the schema and the denials with the triples of one breach are refused.

        Other facts cannot make a contradiction good again, so they are left out.
        """
        try:
            open_ontology(Document((*self._core, *broken), ()))
        except OntologyError:
            return Result(kind, name, "consistency")
        return Result(kind, name, "")

    def _say(self, axiom: frozenset[Triple]) -> str:
        triple = next(t for t in axiom if t.object != OWL.NAMED_INDIVIDUAL)
        if is_blank(triple.subject):
            parts = {t.predicate: t.object for t in axiom}
            return "not " + " ".join(Iri(str(parts[name])).local for name in DENIED)
        return " and ".join(_text(each) for each in self.sound.schema.class_statements(triple))


def _text(triple: Triple) -> str:
    value = triple.object.local if isinstance(triple.object, Iri) else repr(triple.object.value[:40])
    return f"{triple.subject.local} {triple.predicate.local} {value}"


def _quad(triple: Triple) -> ox.Quad:
    return ox.Quad(_node(triple.subject), ox.NamedNode(triple.predicate), _node(triple.object))


def _node(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if isinstance(term, Literal) and term.language:
        return ox.Literal(term.value, language=term.language)
    if isinstance(term, Literal):
        return ox.Literal(term.value, datatype=ox.NamedNode(term.datatype))
    return ox.BlankNode(term.removeprefix("_:")) if is_blank(term) else ox.NamedNode(term)


def report(deleted: list[Result], broken: list[Result], reasons: dict[str, str]) -> str:
    """The report as Markdown."""
    kinds = Counter(result.kind for result in (*deleted, *broken))
    noticed = Counter(result.kind for result in (*deleted, *broken) if result.noticed)
    by = Counter(result.noticed.split(" ")[0].rstrip(":") for result in (*deleted, *broken))
    idle = [r for r in deleted if not r.noticed]
    needed = [r for r in deleted if r.noticed or not r.follows]
    score = sum(bool(r.noticed) for r in (*needed, *broken)) / (len(needed) + len(broken))
    total = sum(bool(r.noticed) for r in (*deleted, *broken)) / (len(deleted) + len(broken))
    lines = [
        *ABOUT,
        f"- {len(deleted) + len(broken)} mutants, {total:.1%} noticed.",
        f"- Mutation score without deletions of what follows from the rest anyway: **{score:.3f}**.",
        f"- Noticed by competency questions: {by['competency']}; by checks: {by['check']}.",
        f"- Refused as contradictions: {by['consistency']}; not even loaded: {by['loading']}.",
        "",
        "| kind | mutants | noticed |\n|---|---|---|",
        *(f"| {kind} | {number} | {noticed[kind]} |" for kind, number in sorted(kinds.items())),
        "",
        "## Idle axioms",
        "",
        "| axiom | why it stays |\n|---|---|",
        *(f"| {r.axiom} | {_reason(r, reasons)} |" for r in sorted(idle, key=lambda r: r.axiom)),
    ]
    return "\n".join(lines) + "\n"


def _reason(result: Result, reasons: dict[str, str]) -> str:
    if result.follows:
        return "It follows from other statements too; it stands for its own sources."
    found = (reason for start, reason in reasons.items() if result.axiom.startswith(start))
    return next(found, "**no reason given**")


def main(arguments: list[str] | None = None) -> int:
    """Run all mutants and write the report; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--sample", type=int, default=0, help="look at so many deletions; write nothing")
    options = parser.parse_args(arguments)
    laboratory = Laboratory(ROOT / "ontology" / "src", ROOT / "tests" / "competency")
    deletions = list(laboratory.deletions())
    chosen = deletions[:: max(1, len(deletions) // options.sample)] if options.sample else deletions
    deleted = [laboratory.delete(*deletion) for deletion in chosen]
    broken = [] if options.sample else [laboratory.breach(*breach) for breach in laboratory.breaches()]
    listed = tomllib.loads((ROOT / "ontology" / "idle.toml").read_text(encoding="utf-8"))
    text = report(deleted, broken, {e["axiom"]: e["reason"] for e in listed.get("idle", ())})
    if options.sample:
        sys.stdout.write(text)
    else:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 1 if "**no reason given**" in text else 0


if __name__ == "__main__":
    sys.exit(main())
