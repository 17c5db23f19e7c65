"""Turtle 1.2, RDF/XML and N-Triples become plain triples and annotations on them.

A blank node is an `Iri` that begins with `_:`; it is numbered in the order in which it appears, and
only code that reads class expressions ever sees one. An RDF 1.2 reifier and an `owl:Axiom` say the
same thing, and both become `Annotation` values.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers import expat

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.terms import Iri, Literal, Term, Triple
from kg.vocabulary import OWL, RDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Annotation", "Document", "is_blank", "parse", "read"]

_FORMATS = {
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".owl": ox.RdfFormat.RDF_XML,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".ttl": ox.RdfFormat.TURTLE,
}
_ENDED = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]
_AXIOM_PARTS = (OWL.ANNOTATED_SOURCE, OWL.ANNOTATED_PROPERTY, OWL.ANNOTATED_TARGET)


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something said about a statement, such as its source."""

    triple: Triple
    predicate: Iri
    value: Term


@dataclass(frozen=True, slots=True)
class Document:
    """The statements of a file, and what it says about them."""

    triples: tuple[Triple, ...]
    annotations: tuple[Annotation, ...]


def is_blank(term: Term) -> bool:
    """Whether a term stands for a blank node."""
    return isinstance(term, Iri) and term.startswith("_:")


def read(path: Path, scope: str = "b") -> Document:
    """Read one file; its suffix (.ttl, .owl, .rdf or .nt) names the syntax.

    Raises:
        OntologyError: the file is missing, malformed or empty; the text names it, and the line.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise OntologyError(f"{path} cannot be read ({error.strerror})", "Check the path") from error
    document = parse(data, path.name, scope)
    if not document.triples:
        raise OntologyError(f"{path.name} states nothing", "Give an ontology such as calf.owl")
    return document


def parse(data: bytes, name: str, scope: str = "b") -> Document:
    """Parse the bytes of the file `name`; blank nodes are called `_:` + scope + number.

    Raises:
        OntologyError: the bytes are malformed, or the suffix of `name` is not known.
    """
    suffix = name[name.rfind(".") :]
    if suffix not in _FORMATS:
        known = ", ".join(sorted(_FORMATS))
        raise OntologyError(f"{name} has no known syntax", f"Use a file that ends in one of {known}")
    reader = _Reader(name, scope)
    try:
        if _FORMATS[suffix] == ox.RdfFormat.RDF_XML:
            _check_whole(data)
        quads = ox.parse(data, format=_FORMATS[suffix])
        return reader.document(quads)
    except SyntaxError as error:
        # The RDF parser reports no line for some faults; its own words then have to do.
        line = f", line {error.lineno}" if error.lineno else ""
        raise OntologyError(
            f"{name}{line} is malformed: {error.msg}", "Mend the file and build again"
        ) from error


def _check_whole(data: bytes) -> None:
    """SyntaxError unless the bytes are a whole XML document; the RDF parser takes a first part for all."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(data, True)  # noqa: FBT003  # expat takes it by place alone
    except expat.ExpatError as error:
        words = "it ends too early" if error.code == _ENDED else expat.ErrorString(error.code)
        raise SyntaxError(words, ("", error.lineno, error.offset, "")) from error


class _Reader:
    """Turns the parser's terms into ours, with one value per distinct IRI."""

    def __init__(self, name: str, scope: str) -> None:
        self._name = name
        self._scope = scope
        self._iris: dict[str, Iri] = {}
        self._blanks: dict[str, Iri] = {}

    def document(self, quads: Iterable[ox.Quad]) -> Document:
        triples: list[Triple] = []
        reified: dict[Iri, Triple] = {}
        for quad in quads:
            subject = self._resource(quad.subject)
            predicate = self._iri(quad.predicate.value)
            if isinstance(quad.object, ox.Triple):
                self._reify(reified, subject, predicate, quad.object)
                continue
            triples.append(Triple(subject, predicate, self._term(quad.object)))
        reified.update(_axioms(triples))
        for statement in reified.values():
            if statement.subject in reified:
                raise OntologyError(
                    f"{self._name} annotates an annotation ({statement.predicate})",
                    "Annotate the statement itself",
                )
        return _split(triples, reified)

    def _reify(self, reified: dict[Iri, Triple], reifier: Iri, predicate: Iri, triple: ox.Triple) -> None:
        if predicate != RDF.REIFIES or isinstance(triple.object, ox.Triple) or reifier in reified:
            raise OntologyError(
                f"{self._name} uses a triple as a term in a way that OWL cannot say: {triple}",
                "Write the annotation as {| property value |} after one statement",
            )
        reified[reifier] = Triple(
            self._resource(triple.subject), self._iri(triple.predicate.value), self._term(triple.object)
        )

    def _iri(self, value: str) -> Iri:
        iri = self._iris.get(value)
        if iri is None:
            iri = self._iris[value] = Iri(value)
        return iri

    def _resource(self, node: object) -> Iri:
        if isinstance(node, ox.NamedNode):
            return self._iri(node.value)
        if isinstance(node, ox.BlankNode):
            blank = self._blanks.get(node.value)
            if blank is None:
                blank = self._blanks[node.value] = Iri(f"_:{self._scope}{len(self._blanks)}")
            return blank
        raise OntologyError(f"{self._name} holds a term of an unknown kind: {node}", "Use IRIs and literals")

    def _term(self, node: object) -> Term:
        if isinstance(node, ox.Literal):
            if node.language:
                return Literal(node.value, language=node.language)
            return Literal(node.value, self._iri(node.datatype.value))
        return self._resource(node)


def _axioms(triples: list[Triple]) -> Iterator[tuple[Iri, Triple]]:
    """The statement that each `owl:Axiom` node speaks of."""
    nodes = {t.subject for t in triples if t.predicate == RDF.TYPE and t.object == OWL.AXIOM}
    parts: dict[Iri, dict[Iri, Term]] = defaultdict(dict)
    for triple in triples:
        if triple.subject in nodes and triple.predicate in _AXIOM_PARTS:
            parts[triple.subject][triple.predicate] = triple.object
    for node in sorted(nodes):
        source, predicate, target = (parts[node].get(part) for part in _AXIOM_PARTS)
        if not isinstance(source, Iri) or not isinstance(predicate, Iri) or target is None:
            raise OntologyError(
                f"An owl:Axiom about {source} does not name a source, a property and a target",
                "Complete or delete it",
            )
        yield node, Triple(source, predicate, target)


def _split(triples: list[Triple], reified: dict[Iri, Triple]) -> Document:
    plain: list[Triple] = []
    annotations: list[Annotation] = []
    for triple in triples:
        statement = reified.get(triple.subject)
        if statement is None:
            plain.append(triple)
        elif triple.predicate not in _AXIOM_PARTS and triple.object != OWL.AXIOM:
            annotations.append(Annotation(statement, triple.predicate, triple.object))
    return Document(tuple(plain), tuple(annotations))
