"""CSV tables for spreadsheets and data frames, with a README that documents every column."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kg.rules import triple_key
from kg.terms import Iri, Literal
from kg.vocabulary import SKOS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.export import Exportable
    from kg.graph import KnowledgeGraph
    from kg.provenance import Provenance
    from kg.schema import ClassTerm, Entity
    from kg.terms import Term, Triple

    Row = tuple[object, ...]
    Rows = Callable[[Exportable], Iterable[Row]]

__all__ = ["TABLES", "CsvTables"]

_MAPPINGS = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "notation")
_SKOS = SKOS.DEFINITION.removesuffix("definition")
_INTRODUCTION = """\
# Tables of the calf ontology

UTF-8, comma-separated, one header row, lines end in LF. `term` and other IRIs are written in full, so that
they join across the tables. Several values in one cell are separated by `|`. Version: {version}.
"""


class CsvTables:
    """One table for each kind of row."""

    name = "csv"
    about = "a folder of CSV tables with a README that documents every column"
    is_folder = True

    def files(self, source: Exportable) -> dict[str, str]:
        """The tables, and README.md."""
        found = {"README.md": _readme(source.graph.version)}
        for name, (_, columns, rows) in TABLES.items():
            found[f"{name}.csv"] = _table(tuple(columns), rows(source))
        return found


def _readme(version: str) -> str:
    parts = [_INTRODUCTION.format(version=version)]
    for name, (about, columns, _) in TABLES.items():
        parts.append(f"## {name}.csv\n\n{about}\n\n| column | holds |\n|---|---|")
        parts.append("\n".join(f"| `{column}` | {text} |" for column, text in columns.items()) + "\n")
    return "\n".join(parts)


def _table(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows((columns, *rows))
    return text.getvalue()


def _several(values: Iterable[object]) -> str:
    return "|".join(str(value) for value in values)


def _label(term: Term, labels: dict[Iri, str]) -> str:
    return "" if isinstance(term, Literal) else labels.get(term, term.local)


def _labels(graph: KnowledgeGraph) -> dict[Iri, str]:
    return {
        t.iri: t.label for terms in (graph.entities(), graph.classes(), graph.properties()) for t in terms
    }


def _individuals(source: Exportable) -> Iterator[Row]:
    for e in source.graph.entities():
        kinds = sorted(e.classes) if source.inferred else [e.kind]
        yield e.iri, e.label, e.kind, _several(kinds), e.definition, e.article_term


def _classes(source: Exportable) -> Iterator[Row]:
    for c in source.graph.classes():
        yield c.iri, c.label, _several(sorted(c.supers)), c.definition, len(source.graph.instances(c.iri))


def _properties(source: Exportable) -> Iterator[Row]:
    for p in source.graph.properties():
        kind = "object" if p.is_object else "data"
        yield (
            *(p.iri, p.label, kind, p.domain or "", p.range or "", p.inverse or ""),
            *(_several(sorted(p.supers)), p.says, p.definition),
        )


def _words(source: Exportable) -> Iterator[Row]:
    graph = source.graph
    named: tuple[Entity | ClassTerm, ...] = (*graph.entities(), *graph.classes())
    for term in named:
        yield term.iri, "label", term.label
        yield from ((term.iri, "synonym", text) for text in term.alt_labels)
        yield from ((term.iri, "search word", text) for text in term.hidden_labels)
    for p in graph.properties():
        yield p.iri, "label", p.label
        kinds = {"verb": p.verbs, "inverse verb": p.inverse_verbs, "noun": p.nouns}
        kinds |= {"inverse noun": p.inverse_nouns, "cue": p.cues}
        yield from ((p.iri, kind, text) for kind, texts in kinds.items() for text in texts)


def _statement(t: Triple, labels: dict[Iri, str]) -> Row:
    value = t.object if isinstance(t.object, Literal) else None
    return (
        *(t.subject, _label(t.subject, labels), t.predicate, _label(t.predicate, labels)),
        *("" if value else t.object, _label(t.object, labels)),
        *((value.value, value.datatype) if value else ("", "")),
    )


def _notes(found: Provenance) -> Row:
    return _several(s.iri for s in found.sources), _several(c.iri for c in found.claims)


def _statements(source: Exportable) -> Iterator[Row]:
    graph, labels = source.graph, _labels(source.graph)
    for t in graph.statements():
        inferred = graph.is_inferred(t)
        if source.inferred or not inferred:
            row = _statement(t, labels)
            yield *row, str(inferred).lower(), graph.standing(t).value, *_notes(graph.provenance(t))


def _denials(source: Exportable) -> Iterator[Row]:
    graph, labels = source.graph, _labels(source.graph)
    for t in graph.denials():
        yield *_statement(t, labels)[:6], *_notes(graph.provenance(t))


def _sources(source: Exportable) -> Iterator[Row]:
    for s in source.graph.sources():
        yield (
            *(s.iri, s.kind, s.label, s.section, s.number or "", s.quote, s.citation, s.doi, s.pmid, s.url),
            *(s.design, s.participants, s.weeks or "", s.measure, s.read),
        )


def _claims(source: Exportable) -> Iterator[Row]:
    for c in source.graph.claims():
        told = (c.iri, c.label, c.status, c.standing.value, c.quote, c.hedge, c.text)
        yield *told, _several(s.iri for s in c.sentences), _several(c.about)


def _evidence(source: Exportable) -> Iterator[Row]:
    for c in source.graph.claims():
        yield from ((e.iri, c.iri, e.source.iri, e.direction, e.text) for e in c.evidence)


def _mappings(source: Exportable) -> Iterator[Row]:
    wanted = {Iri(_SKOS + name): name for name in _MAPPINGS}
    for t in sorted(source.document.triples, key=triple_key):
        if t.predicate in wanted:
            value = t.object.value if isinstance(t.object, Literal) else t.object
            yield t.subject, wanted[t.predicate], value


_ENDS = {
    "subject": "IRI of the subject",
    "subject_label": "its label",
    "predicate": "IRI of the property",
    "predicate_label": "its label",
    "object": "IRI of the object; empty for a text or number",
    "object_label": "its label",
}
_SOURCED = {"sources": "IRIs of its sources", "claims": "IRIs of the claims that it rests on"}

TABLES: dict[str, tuple[str, dict[str, str], Rows]] = {
    "individuals": (
        "One row for each thing, sentence, study, claim and so on.",
        {
            "term": "IRI",
            "label": "preferred label, English",
            "kind": "IRI of its most specific stated class",
            "classes": "IRIs of its classes; with `--inferred` all of them, else the kind alone",
            "definition": "what it is",
            "article_term": "the article's own name for it, where that differs",
        },
        _individuals,
    ),
    "classes": (
        "One row for each class.",
        {
            "term": "IRI",
            "label": "preferred label",
            "supers": "IRIs of all classes above it",
            "definition": "what it is",
            "members": "how many individuals it has, inferred ones included",
        },
        _classes,
    ),
    "properties": (
        "One row for each object and data property.",
        {
            "term": "IRI",
            "label": "preferred label",
            "kind": "`object` or `data`",
            "domain": "IRI of the class of its subjects, if declared",
            "range": "IRI of the class of its objects, if declared",
            "inverse": "IRI of its inverse, if declared",
            "supers": "IRIs of all properties above it",
            "says": "the sentence that it makes, with places for subject and object",
            "definition": "what it means",
        },
        _properties,
    ),
    "words": (
        "One row for each word or phrase of a term.",
        {
            "term": "IRI",
            "kind": "`label`, `synonym`, `search word` (also misspellings), or how a property is worded: "
            "`verb`, `inverse verb`, `noun`, `inverse noun`, `cue`",
            "text": "the word or phrase",
        },
        _words,
    ),
    "statements": (
        "One row for each statement about an individual; with `--inferred` also those that follow.",
        {
            **_ENDS,
            "value": "the text or number, where the object is one",
            "datatype": "IRI of its datatype",
            "inferred": "`true` or `false`",
            "standing": "`uncontested`, `unsupported`, `mixed` or `disputed`",
            **_SOURCED,
        },
        _statements,
    ),
    "denials": ("One row for each statement that is denied.", {**_ENDS, **_SOURCED}, _denials),
    "sources": (
        "One row for each sentence of the article, study and reference work.",
        {
            "term": "IRI",
            "kind": "`article`, `study` or `ontology`",
            "label": "how it is cited",
            "section": "heading in the article",
            "number": "number of the sentence",
            "quote": "at most twelve words of the article",
            "citation": "full citation of a study or work",
            "doi": "DOI",
            "pmid": "PubMed number",
            "url": "address",
            "design": "design of the study",
            "participants": "who took part",
            "weeks": "length of the training",
            "measure": "what was measured",
            "read": "what of it was read for this ontology",
        },
        _sources,
    ),
    "claims": (
        "One row for each claim of the article that research can judge.",
        {
            "term": "IRI",
            "label": "the claim in short",
            "status": "`supported`, `contradicted`, `mixed`, `unsupported`, `not tested` or `terminology`",
            "standing": "what that means for a statement that rests on it",
            "quote": "the article's words, briefly",
            "hedge": "how the article limits it",
            "text": "what research says, in our words",
            "sentences": "IRIs of the sentences that make it",
            "about": "IRIs of the things it speaks of",
        },
        _claims,
    ),
    "evidence": (
        "One row for what one study says about one claim.",
        {
            "term": "IRI",
            "claim": "IRI of the claim",
            "source": "IRI of the study",
            "direction": "`supports`, `contradicts` or `inconclusive`",
            "text": "its finding, with numbers",
        },
        _evidence,
    ),
    "mappings": (
        "One row for each identifier elsewhere.",
        {
            "term": "IRI",
            "relation": "SKOS relation, or `notation` for a code without an IRI",
            "target": "IRI or code",
        },
        _mappings,
    ),
}
"""Each table: what a row is, what each column holds, and its rows."""
