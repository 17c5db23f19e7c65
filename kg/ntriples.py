"""Writes triples as N-Triples, the one syntax that every RDF tool reads without surprises."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.errors import OntologyError
from kg.terms import XSD_STRING, Iri, Term, Triple

__all__ = ["ntriples", "term_text"]

_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def ntriples(triples: Iterable[Triple]) -> str:
    """One line a triple, in the order given; raises `OntologyError` for an IRI that cannot be written."""
    text = _Texts()
    return "".join([f"{text[s]} {text[p]} {text[o]} .\n" for s, p, o in triples])


class _Texts(dict[Term, str]):
    """The text of each term, written once: most terms stand in many triples."""

    def __missing__(self, term: Term) -> str:
        text = self[term] = term_text(term)
        return text


def term_text(term: Term) -> str:
    """One term as N-Triples writes it; raises `OntologyError` for an IRI that cannot be written."""
    if isinstance(term, Iri):
        if _NOT_IN_IRI.search(term):
            raise OntologyError(f"{str(term)!r} is not an IRI", "Percent-encode what an IRI may not hold")
        return term if term.startswith("_:") else f"<{term}>"
    text = f'"{term.value.translate(_ESCAPES)}"'
    if term.language:
        return f"{text}@{term.language}"
    return text if term.datatype == XSD_STRING else f"{text}^^{term_text(Iri(term.datatype))}"
