"""Logical form to SPARQL 1.1: read-only by construction, and no word of a user ever gets in.

Only IRIs of the graph and typed literals become text; both are written by `_term`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from kg.terms import XSD_STRING, Iri, Literal, Sparql, Term, Triple
from qa.forms.logic import (
    Ask,
    Because,
    Compare,
    Count,
    Describe,
    Either,
    Every,
    Form,
    Kind,
    Linked,
    Select,
    Set,
    Thing,
    Without,
)

__all__ = ["compile_form"]

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")

_PREFIXES = {
    "calf": "https://w3id.org/calf-kg/calf#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
}


def compile_form(form: Form) -> Sparql:
    """The query whose rows are the answer to a form."""
    body = "\n".join(_query(form))
    used = [f"PREFIX {name}: <{iri}>" for name, iri in _PREFIXES.items() if f"{name}:" in body]
    return Sparql("\n".join([*used, body]))


def _query(form: Form) -> Iterator[str]:
    """The lines of a query after its prefixes."""
    match form:
        case Select(members, order):
            yield "SELECT DISTINCT ?item ?label WHERE {"
            yield from _indent(_pattern(members, "?item", _names()))
            yield "  ?item rdfs:label ?label ."
            if order:
                yield f"  OPTIONAL {{ ?item {_term(order)} ?place . }}"
            yield "} ORDER BY ?place ?label" if order else "} ORDER BY ?label"
        case Count(members):
            yield "SELECT (COUNT(DISTINCT ?item) AS ?count) WHERE {"
            yield from _indent(_pattern(members, "?item", _names()))
            yield "}"
        case Ask(triple):
            yield f"ASK {{ {_statement(triple)} }}"
        case Describe(iri):
            yield "SELECT ?label ?definition WHERE {"
            yield f"  {_term(iri)} rdfs:label ?label ."
            yield f"  OPTIONAL {{ {_term(iri)} skos:definition ?definition . }}"
            yield "}"
        case Because(triples, negative):
            yield from _because(triples, negative=negative)
        case Compare(things, common):
            yield from _compare(things, common=common)


def _because(triples: tuple[Triple, ...], *, negative: bool) -> Iterator[str]:
    """The reasons noted on statements, or on negative assertions."""
    names = ("sourceIndividual", "assertionProperty", "targetIndividual")
    if not negative:
        names = ("annotatedSource", "annotatedProperty", "annotatedTarget")
    yield "SELECT DISTINCT ?reason ?text WHERE {"
    rows = " ".join(f"({_term(t.subject)} {_term(t.predicate)} {_term(t.object)})" for t in triples)
    yield f"  VALUES (?subject ?property ?object) {{ {rows} }}"
    yield f"  ?statement owl:{names[0]} ?subject ; owl:{names[1]} ?property ; owl:{names[2]} ?object ."
    yield "  ?statement calf:rationale|calf:caveat ?reason ."
    yield "  ?reason calf:text ?text ."
    yield "}"


def _compare(things: tuple[Iri, ...], *, common: bool) -> Iterator[str]:
    """All that is stated of the things, or what is stated of every one of them."""
    yield (
        "SELECT DISTINCT ?property ?value WHERE {"
        if common
        else "SELECT DISTINCT ?thing ?property ?value WHERE {"
    )
    if common:
        yield from (f"  {_term(iri)} ?property ?value ." for iri in things)
    else:
        yield f"  VALUES ?thing {{ {' '.join(map(_term, things))} }}"
        yield "  ?thing ?property ?value ."
    yield "  ?property a owl:ObjectProperty ."
    yield "} ORDER BY ?property ?value" if common else "} ORDER BY ?property ?thing ?value"


def _names() -> Iterator[str]:
    """Fresh variables."""
    return (f"?v{n}" for n in count(1))


def _pattern(node: Set, variable: str, names: Iterator[str]) -> Iterator[str]:
    """Lines that hold exactly when `variable` is a member of the set."""
    match node:
        case Thing(iri):
            yield f"VALUES {variable} {{ {_term(iri)} }}"
        case Kind(iri):
            yield f"{variable} a {_term(iri)} ."
        case Linked(prop, Thing(iri), inverse):
            first, last = (_term(iri), variable) if inverse else (variable, _term(iri))
            yield f"{first} {_term(prop)} {last} ."
        case Linked(prop, to, inverse):
            other = next(names)
            first, last = (other, variable) if inverse else (variable, other)
            yield f"{first} {_term(prop)} {last} ."
            yield from _pattern(to, other, names)
        case Every(parts):
            for part in sorted(_distributed(parts), key=lambda p: isinstance(p, Without)):
                yield from _pattern(part, variable, names)
        case Either(parts):
            for n, part in enumerate(parts):
                yield "{" if n == 0 else "UNION {"
                yield from _indent(_pattern(part, variable, names))
                yield "}"
        case Without(Thing(iri)):
            yield f"FILTER(?{variable[1:]} != {_term(iri)})"
        case Without(part):
            yield "FILTER NOT EXISTS {"
            yield from _indent(_pattern(part, variable, names))
            yield "}"


def _distributed(parts: tuple[Set, ...]) -> tuple[Set, ...]:
    """The parts of an intersection, those beside a choice moved into each of its branches.

    A store meets a pattern beside a UNION with each of its members in turn, which is thousands of times
    slower on a large graph.
    """
    choice = next((part for part in parts if isinstance(part, Either) and all(map(_binds, part.parts))), None)
    beside = tuple(part for part in parts if part is not choice and not isinstance(part, Without))
    if choice is None or not beside:
        return parts
    branches = tuple(Every((branch, *beside)) for branch in choice.parts)
    return (Either(branches), *(part for part in parts if isinstance(part, Without)))


def _binds(node: Set) -> bool:
    """Whether the pattern of a set names its members, and not only what they must not be."""
    match node:
        case Without():
            return False
        case Either(parts):
            return all(map(_binds, parts))
        case Every(parts):
            return any(map(_binds, parts))
    return True


def _indent(lines: Iterator[str]) -> Iterator[str]:
    """Lines two columns further right."""
    return (f"  {line}" for line in lines)


def _statement(triple: Triple) -> str:
    """One triple pattern without variables."""
    return f"{_term(triple.subject)} {_term(triple.predicate)} {_term(triple.object)}"


def _term(term: Term) -> str:
    """A term as SPARQL; IRIs of the calf namespace get their prefix."""
    if isinstance(term, Literal):
        text = term.value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
        if term.language:
            return f'"{text}"@{term.language}'
        return f'"{text}"' if term.datatype == XSD_STRING else f'"{text}"^^<{term.datatype}>'
    local = term.removeprefix(_PREFIXES["calf"])
    if local != term and local.isalnum() and local.isascii():
        return f"calf:{local}"
    if not _IRI.fullmatch(term):
        msg = f"not an IRI: {term!r}"
        raise ValueError(msg)
    return f"<{term}>"
