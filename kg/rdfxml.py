"""A writer of RDF/XML whose bytes depend on the triples alone.

Terms and blocks are sorted, blank nodes are nested where they are used once and otherwise named by a
hash of what they say, and annotations stand as `owl:Axiom` after the term that they speak of.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kg.errors import OntologyError
from kg.terms import XSD_STRING, Iri, Literal, Term, Triple
from kg.turtle import Annotation, is_blank
from kg.vocabulary import OWL, PREFIXES, RDF

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["serialise"]

_ORDER = (
    OWL.ONTOLOGY,
    OWL.ANNOTATION_PROPERTY,
    OWL.OBJECT_PROPERTY,
    OWL.DATATYPE_PROPERTY,
    OWL.CLASS,
    OWL.NAMED_INDIVIDUAL,
    OWL.NEGATIVE_PROPERTY_ASSERTION,
    OWL.ALL_DISJOINT_CLASSES,
    OWL.ALL_DIFFERENT,
)
_NAME = re.compile(r"[A-Za-z_][\w.-]*\Z")


def serialise(triples: Iterable[Triple], annotations: Iterable[Annotation] = ()) -> bytes:
    """Write triples and annotations as UTF-8 RDF/XML, the same bytes for the same statements.

    Raises:
        OntologyError: blank nodes form a cycle, or a predicate cannot be an XML name.
    """
    return _Writer(triples, annotations).document()


class _Writer:
    def __init__(self, triples: Iterable[Triple], annotations: Iterable[Annotation]) -> None:
        self._about: dict[Iri, list[tuple[Iri, Term]]] = defaultdict(list)
        self._axioms: dict[Triple, set[tuple[Iri, Term]]] = defaultdict(set)
        self._uses: dict[Iri, list[tuple[Iri, Iri]]] = defaultdict(list)
        self._digests: dict[Iri, str] = {}
        self._written: set[Iri] = set()
        self._namespaces = {namespace: prefix for prefix, namespace in PREFIXES}
        for triple in set(triples):
            self._about[triple.subject].append((triple.predicate, triple.object))
            if isinstance(triple.object, Iri) and is_blank(triple.object):
                self._uses[triple.object].append((triple.subject, triple.predicate))
        for annotation in annotations:
            self._axioms[annotation.triple].add((annotation.predicate, annotation.value))
            if isinstance(annotation.value, Iri) and is_blank(annotation.value):
                self._uses[annotation.value].append((annotation.triple.subject, annotation.predicate))
        self._annotated = {t.object for t in self._axioms if is_blank(t.object)}
        self._annotated |= {t.subject for t in self._axioms if is_blank(t.subject)}

    def document(self) -> bytes:
        body: list[str] = []
        axioms: dict[Iri, list[Triple]] = defaultdict(list)
        for triple in self._axioms:
            axioms[triple.subject].append(triple)
        for node in list(self._about):
            if is_blank(node):
                self._digest(node)
        roots = [node for node in self._about if not (is_blank(node) and self._uses[node])]
        for node in sorted(roots, key=self._position):
            self._written.add(node)
            body += ["", *self._node(node, 1)]
            for triple in sorted(axioms.pop(node, ()), key=self._triple_key):
                body += self._axiom(triple)
        for rest in sorted((t for ts in axioms.values() for t in ts), key=self._triple_key):
            body += self._axiom(rest)
        spaces = sorted((prefix, namespace) for namespace, prefix in self._namespaces.items())
        head = "\n         ".join(f"xmlns:{prefix}={quoteattr(namespace)}" for prefix, namespace in spaces)
        text = '<?xml version="1.0" encoding="UTF-8"?>\n' + f"<rdf:RDF {head}>\n"
        return (text + "\n".join(body) + "\n\n</rdf:RDF>\n").encode()

    # ---- order and names that do not depend on the numbers of blank nodes

    def _position(self, node: Iri) -> tuple[int, str]:
        types = self._types(node)
        rank = next((i for i, kind in enumerate(_ORDER) if kind in types), len(_ORDER))
        return rank, self._key(node)

    def _types(self, node: Iri) -> set[Term]:
        return {o for p, o in self._about[node] if p == RDF.TYPE}

    def _triple_key(self, triple: Triple) -> tuple[str, str, str]:
        return self._key(triple.subject), triple.predicate, self._key(triple.object)

    def _key(self, term: Term) -> str:
        if isinstance(term, Literal):
            return f'"{term.value}"{term.language}^{term.datatype}'
        return f"[{self._digest(term)}]" if is_blank(term) else f"<{term}>"

    def _digest(self, blank: Iri) -> str:
        """A hash of all that is said about a blank node and the blank nodes below it."""
        stack: list[Iri] = [] if blank in self._digests else [blank]
        entered: set[Iri] = set()
        while stack:  # a loop, because a list of a thousand members is a thousand nodes deep
            node = stack[-1]
            values = [o for _, o in self._about[node] if isinstance(o, Iri) and is_blank(o)]
            below = [o for o in values if o not in self._digests]
            if below and node in entered:
                raise OntologyError("Blank nodes refer to each other in a circle", "Give one of them an IRI")
            if below:
                entered.add(node)
                stack += below
                continue
            stack.pop()
            lines = sorted(f"{p} {self._key(o)}" for p, o in self._about[node])
            self._digests[node] = hashlib.sha256("\n".join(lines).encode()).hexdigest()
        return self._digests[blank]

    def _node_id(self, blank: Iri) -> str:
        uses = sorted(f"{self._key(s)} {p}" for s, p in self._uses[blank])
        text = "\n".join([*uses, self._digest(blank)])
        return "n" + hashlib.sha256(text.encode()).hexdigest()[:16]

    # ---- XML

    def _node(self, node: Iri, depth: int) -> list[str]:
        pad = "  " * depth
        types = self._types(node)
        element = next((t for t in (*_ORDER, OWL.RESTRICTION) if t in types), None)
        name = self._name(element) if element else "rdf:Description"
        rest = [(p, o) for p, o in self._about[node] if not (p == RDF.TYPE and o == element)]
        inner: list[str] = []
        for predicate, value in sorted(rest, key=lambda po: (po[0] != RDF.TYPE, po[0], self._key(po[1]))):
            inner += self._property(predicate, value, depth + 1)
        start = name + self._identity(node)
        return [f"{pad}<{start}>", *inner, f"{pad}</{name}>"] if inner else [f"{pad}<{start}/>"]

    def _identity(self, node: Iri) -> str:
        if not is_blank(node):
            return f" rdf:about={quoteattr(node)}"
        shared = node in self._annotated or len(self._uses[node]) > 1
        return f' rdf:nodeID="{self._node_id(node)}"' if shared else ""

    def _property(self, predicate: Iri, value: Term, depth: int) -> list[str]:
        pad, name = "  " * depth, self._name(predicate)
        if isinstance(value, Literal):
            return [f"{pad}<{name}{_literal_kind(value)}>{_text(value.value)}</{name}>"]
        if not is_blank(value):
            return [f"{pad}<{name} rdf:resource={quoteattr(value)}/>"]
        if value in self._written:
            return [f'{pad}<{name} rdf:nodeID="{self._node_id(value)}"/>']
        items = self._items(value)
        if items:
            inner = [line for item in items for line in self._item(item, depth + 1)]
            return [f'{pad}<{name} rdf:parseType="Collection">', *inner, f"{pad}</{name}>"]
        if self._identity(value):
            self._written.add(value)
        return [f"{pad}<{name}>", *self._node(value, depth + 1), f"{pad}</{name}>"]

    def _item(self, item: Iri, depth: int) -> list[str]:
        if is_blank(item) and item not in self._written:
            if self._identity(item):
                self._written.add(item)
            return self._node(item, depth)
        where = f'rdf:nodeID="{self._node_id(item)}"' if is_blank(item) else f"rdf:about={quoteattr(item)}"
        return [f"{'  ' * depth}<rdf:Description {where}/>"]

    def _items(self, cell: Iri) -> list[Iri]:
        """The members of a list that a Collection can say, else nothing."""
        items: list[Iri] = []
        while cell != RDF.NIL:
            said = self._about.get(cell, ())
            first, rest = dict(said).get(RDF.FIRST), dict(said).get(RDF.REST)
            plain = sorted(p for p, _ in said) == [RDF.FIRST, RDF.REST] and not self._identity(cell)
            if not plain or not isinstance(first, Iri) or not isinstance(rest, Iri):
                return []
            items.append(first)
            cell = rest
        return items

    def _axiom(self, triple: Triple) -> list[str]:
        parts = [
            *self._property(OWL.ANNOTATED_SOURCE, triple.subject, 2),
            *self._property(OWL.ANNOTATED_PROPERTY, triple.predicate, 2),
            *self._property(OWL.ANNOTATED_TARGET, triple.object, 2),
        ]
        for predicate, value in sorted(self._axioms[triple], key=lambda pv: (pv[0], self._key(pv[1]))):
            parts += self._property(predicate, value, 2)
        return ["  <owl:Axiom>", *parts, "  </owl:Axiom>"]

    def _name(self, iri: Iri) -> str:
        local = iri.local
        namespace = iri[: len(iri) - len(local)]
        if not _NAME.match(local):
            raise OntologyError(
                f"{iri} cannot be written as an XML name", "Let its last part begin with a letter"
            )
        prefix = self._namespaces.get(namespace)
        if prefix is None:
            # A hash and not a number, so that a new vocabulary leaves the other names alone.
            prefix = self._namespaces[namespace] = "ns" + hashlib.sha256(namespace.encode()).hexdigest()[:6]
        return f"{prefix}:{local}"


def _literal_kind(literal: Literal) -> str:
    if literal.language:
        return f" xml:lang={quoteattr(literal.language)}"
    return "" if literal.datatype == XSD_STRING else f" rdf:datatype={quoteattr(literal.datatype)}"


def _text(text: str) -> str:
    # A bare carriage return would come back from an XML parser as a line feed.
    return escape(text, {"\r": "&#13;"})
