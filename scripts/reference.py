"""Write docs/ontology from the graph, a page a class and one for properties: `reference.py [--check]`.

The pages depend on the ontology alone. Anchors are local names, so `classes/Muscle.md#soleus` stays.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from kg.axioms import Schema
from kg.expressing import Expressions, term_words
from kg.graph import KnowledgeGraph
from kg.loading import read_ontology
from kg.provenance import Standing
from kg.schema import ClassTerm, Entity, PropertyTerm
from kg.terms import Iri, Literal, Term, Triple
from kg.turtle import Document, is_blank
from kg.vocabulary import CALF, OWL, RDFS, SKOS

FOLDER = Path(__file__).parent.parent / "docs" / "ontology"
NOTICE = "Written by `scripts/reference.py` from `ontology/calf.owl`; do not edit."
MATCHES = {Iri(SKOS.DEFINITION.removesuffix("definition") + n): n for n in ("exactMatch", "closeMatch")}
NOTATION = Iri(SKOS.DEFINITION.removesuffix("definition") + "notation")
KEY = """\
Sources stand behind what is stated; *inferred* names the rule by which something follows (`calf explain`
shows every proof); **disputed**, **mixed** and **unsupported** say how research stands to it;
¬ marks a denial."""
_EXPRESSED = (OWL.EQUIVALENT_CLASS, RDFS.SUB_CLASS_OF)


class Reference:
    """All pages for one graph."""

    def __init__(self, graph: KnowledgeGraph, document: Document) -> None:
        """Index what is said of each thing, and what rests on each source."""
        self.graph = graph
        self.document = document
        self.classes = {c.iri: c for c in graph.classes()}
        self.things = {e.iri: e for e in graph.entities()}
        self.properties = {p.iri: p for p in graph.properties()}
        self.expressions = Expressions(document.triples)
        self.members: dict[Iri, list[Entity]] = defaultdict(list)
        self.incoming: dict[Iri, list[Triple]] = defaultdict(list)
        self.resting: dict[Iri, list[Triple]] = defaultdict(list)
        self.outgoing: dict[Iri, list[Triple]] = defaultdict(list)
        for thing in sorted(graph.entities(), key=lambda e: (e.label.casefold(), e.iri)):
            self.members[thing.kind].append(thing)
        for triple in graph.statements():
            self.outgoing[triple.subject].append(triple)
            is_seen_there = self.properties[triple.predicate].inverse or triple.predicate == CALF.ABOUT
            if isinstance(triple.object, Iri) and not is_seen_there:
                self.incoming[triple.object].append(triple)
            if not graph.is_inferred(triple):
                provenance = graph.provenance(triple)
                for note in (*provenance.sources, *provenance.claims):
                    self.resting[note.iri].append(triple)

    def pages(self) -> dict[str, str]:
        """The text of each page by its path in the folder."""
        found = {"README.md": self.index(), "properties.md": self.property_page()}
        found.update((f"classes/{cls.iri.local}.md", self.class_page(cls)) for cls in self.classes.values())
        return {name: "\n".join(lines).rstrip() + "\n" for name, lines in found.items()}

    def link(self, term: Term, here: str = "") -> str:
        """A term as a link from a class page, or from the folder above with `here`."""
        if isinstance(term, Literal):
            return plain(f"“{term.value}”" if not term.value.replace(".", "").isdigit() else term.value)
        if term in self.things:
            thing = self.things[term]
            return f"[{plain(thing.label)}]({here}{thing.kind.local}.md#{term.local})"
        if term in self.classes:
            return f"[{plain(self.classes[term].label)}]({here}{term.local}.md)"
        if term in self.properties:
            return (
                f"[{plain(self.properties[term].label)}]({'' if here else '../'}properties.md#{term.local})"
            )
        return f"<{term}>"

    def mark(self, triple: Triple) -> str:
        """How a statement is known: its sources and claims, or the rule that gives it; and its standing."""
        graph = self.graph
        notes = [f"[{s.iri.local}]({s_page(s)})" for s in self._sources(triple)]
        if graph.is_inferred(triple):
            notes = [f"*inferred: {graph.proof(triple).rule}*"]
        standing = graph.standing(triple)
        if standing is not Standing.UNCONTESTED:
            notes.append(f"**{standing.value}**")
        return f" ({', '.join(notes)})" if notes else ""

    def _sources(self, triple: Triple) -> Iterable[Entity]:
        provenance = self.graph.provenance(triple)
        return (self.things[note.iri] for note in (*provenance.sources, *provenance.claims))

    def index(self) -> Iterator[str]:
        """The first page."""
        yield from ("# The ontology, page by page", "", f"Version `{self.graph.version}`. {NOTICE}", "")
        yield f"{len(self.classes)} classes, [{len(self.properties)} properties](properties.md),"
        yield f"{len(self.things)} individuals, {len(self.graph.statements())} statements,"
        yield f"{len(self.graph.denials())} denials, {len(self.graph.claims())} claims."
        yield from ("", KEY, "", "## Classes", "")
        for cls in sorted((c for c in self.classes.values() if not c.supers), key=lambda c: c.label):
            yield from self._tree(cls, 0)

    def _tree(self, cls: ClassTerm, depth: int) -> Iterator[str]:
        own, every = len(self.members[cls.iri]), len(self.graph.instances(cls.iri))
        count = f" ({own} of {every})" if own and own != every else f" ({every})" if every else ""
        yield f"{'  ' * depth}- {self.link(cls.iri, 'classes/')}{count}: {plain(cls.definition)}"
        for lower in self.below(cls):
            yield from self._tree(lower, depth + 1)

    def below(self, cls: ClassTerm) -> list[ClassTerm]:
        """The classes directly below one."""
        under = [c for c in self.classes.values() if cls.iri in c.supers]
        return sorted((c for c in under if not {o.iri for o in under} & c.supers), key=lambda c: c.label)

    def property_page(self) -> Iterator[str]:
        """All properties."""
        yield from ("# Properties", "", NOTICE, "", KEY, "")
        chains = self._chains()
        for prop in sorted(self.properties.values(), key=lambda p: (p.label.casefold(), p.iri)):
            yield from self._property(prop, chains.get(prop.iri, []))

    def _chains(self) -> dict[Iri, list[str]]:
        """The property chains that give each property, in words."""
        schema = Schema.of(self.document.triples)
        found: dict[Iri, list[str]] = defaultdict(list)
        for head, cell in schema.pairs(OWL.PROPERTY_CHAIN_AXIOM):
            found[head].append(", then ".join(self.link(p, "classes/") for p in schema.members(cell)))
        return {head: sorted(chains) for head, chains in found.items()}

    def _property(self, prop: PropertyTerm, chains: list[str]) -> Iterator[str]:
        here = "classes/"
        statements = self.graph.statements(predicate=prop.iri)
        derived = sum(map(self.graph.is_inferred, statements))
        first = self.link(prop.domain, here) if prop.domain else "anything"
        last = self.link(prop.range, here) if prop.range else "anything" if prop.is_object else "a value"
        yield from (
            f'<a id="{prop.iri.local}"></a>',
            "",
            f"## {plain(prop.label)}",
            "",
            plain(prop.definition),
            "",
        )
        yield f"- `calf:{prop.iri.local}`: {first} → {last}"
        if prop.inverse:
            yield f"- inverse: {self.link(prop.inverse, here)}"
        if prop.supers:
            yield f"- implies: {', '.join(self.link(p, here) for p in sorted(prop.supers))}"
        yield from (f"- follows from: {chain}" for chain in chains)
        if prop.says:
            yield f"- says: {plain(prop.says.replace('{subject}', '…').replace('{object}', '…'))}"
        words = [*prop.verbs[:6], *prop.nouns[:4]]
        if words:
            yield f"- worded, among others: {plain(', '.join(words))}"
        yield f"- statements: {len(statements) - derived} stated, {derived} inferred"
        for triple in [t for t in statements if isinstance(t.object, Iri)][:1]:
            yield f"- example: {self.link(triple.subject, here)} → {self.link(triple.object, here)}"
        yield ""

    def class_page(self, cls: ClassTerm) -> Iterator[str]:
        """One class with its individuals."""
        yield from (
            f"# {plain(cls.label)}",
            "",
            plain(cls.definition),
            "",
            f"`calf:{cls.iri.local}`. {NOTICE}",
            "",
        )
        yield from ("```text", *self._diagram(cls), "```", "")
        for t in self.document.triples:
            if t.subject == cls.iri and t.predicate in _EXPRESSED and is_blank(t.object):
                yield f"- `{term_words(t.predicate)} {self.expressions.words(t.object)}`"
        yield ""
        if cls.alt_labels:
            yield from (f"Also called: {plain(', '.join(cls.alt_labels))}.", "")
        for role, attribute in (("Subjects", "domain"), ("Objects", "range")):
            of = [p.iri for p in self.properties.values() if getattr(p, attribute) == cls.iri]
            if of:
                yield from (f"{role} of: {', '.join(self.link(p) for p in sorted(of))}.", "")
        own = {e.iri for e in self.members[cls.iri]}
        others = [iri for iri in self.graph.instances(cls.iri) if iri not in own]
        if others:
            yield from (f"On other pages: {', '.join(self.link(iri) for iri in others)}.", "")
        if own:
            yield from (
                "Individuals: " + ", ".join(self.link(e.iri) for e in self.members[cls.iri]) + ".",
                "",
            )
            yield from (KEY, "")
        for thing in self.members[cls.iri]:
            yield from self._thing(thing)

    def _diagram(self, cls: ClassTerm) -> Iterator[str]:
        """The class between those above and those below it."""
        above = sorted((self.classes[s] for s in cls.supers), key=lambda c: (len(c.supers), c.label))
        for depth, upper in enumerate(above):
            yield f"{'   ' * depth}{'└─ ' if depth else ''}{upper.label}"
        depth = len(above)
        yield f"{'   ' * depth}{'└─ ' if depth else ''}[{cls.label}]"
        below = self.below(cls)
        yield from (f"{'   ' * (depth + 1)}{'└─' if c == below[-1] else '├─'} {c.label}" for c in below)

    def _thing(self, thing: Entity) -> Iterator[str]:
        yield from (f'<a id="{thing.iri.local}"></a>', "", f"## {plain(thing.label)}", "")
        if thing.definition:
            yield from (plain(thing.definition), "")
        yield f"- `calf:{thing.iri.local}`"
        if thing.alt_labels:
            yield f"- also called: {plain(', '.join(thing.alt_labels))}"
        if thing.article_term:
            yield f"- the article's term: {plain(thing.article_term)}"
        if thing.hidden_labels:
            yield f"- found by {len(thing.hidden_labels)} further words and spellings"
        inferred = thing.classes - {thing.kind} - self.classes[thing.kind].supers
        if inferred:
            yield f"- also of the kind: {', '.join(self.link(c) for c in sorted(inferred))}"
        yield from self._elsewhere(thing.iri)
        yield from self._statements(thing.iri)
        yield from self._rests(thing.iri)
        yield ""

    def _elsewhere(self, iri: Iri) -> Iterator[str]:
        for predicate, name in MATCHES.items():
            targets = [str(v) for v in self.graph.objects(iri, predicate)]
            if targets:
                yield f"- {name}: {', '.join(f'<{target}>' for target in targets)}"
        codes = [v.value for v in self.graph.objects(iri, NOTATION) if isinstance(v, Literal)]
        if codes:
            yield f"- codes: {plain(', '.join(codes))}"

    def _statements(self, iri: Iri) -> Iterator[str]:
        """What is said of a thing, what others say of it, and what is denied."""
        for predicate, group in groupby(self.outgoing[iri], key=lambda t: t.predicate):
            values = [f"{self.link(t.object)}{self.mark(t)}" for t in group]
            yield f"- {self.link(predicate)}: {'; '.join(values)}"
        for predicate, group in groupby(
            sorted(self.incoming[iri], key=lambda t: (t.predicate, t.subject)), key=lambda t: t.predicate
        ):
            values = [f"{self.link(t.subject)}{self.mark(t)}" for t in group]
            yield f"- ← {self.link(predicate)}: {'; '.join(values)}"
        for triple in self.graph.denials():
            if triple.subject == iri and triple.predicate in self.properties:
                notes = ", ".join(f"[{s.iri.local}]({s_page(s)})" for s in self._sources(triple))
                yield f"- ¬ {self.link(triple.predicate)}: {self.link(triple.object)} ({notes})"
        claims = [c for c in self.graph.claims_about(iri) if CALF.CLAIM_CLASS not in self.things[iri].classes]
        if claims:
            yield f"- claims: {'; '.join(f'{self.link(c.iri)} (**{c.status}**)' for c in claims)}"

    def _rests(self, iri: Iri) -> Iterator[str]:
        """What rests on a source or claim."""
        if self.resting[iri]:
            words = {t: plain(self.properties[t.predicate].label) for t in self.resting[iri]}
            ends = {t: f" {self.link(t.object)}" if isinstance(t.object, Iri) else "" for t in words}
            yield f"- rests on it: {'; '.join(f'{self.link(t.subject)} {words[t]}{ends[t]}' for t in words)}"


def s_page(thing: Entity) -> str:
    """The place of a source or claim, from a class page."""
    return f"{thing.kind.local}.md#{thing.iri.local}"


def plain(text: str) -> str:
    """Text in which nothing is read as Markdown or HTML."""
    for mark in "\\`*_[]":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("<", "&lt;").replace("\n", " ")


def main() -> int:
    """Write the pages, or with `--check` only say whether they are up to date."""
    pages = Reference(KnowledgeGraph.load(), read_ontology()).pages()
    there = {str(path.relative_to(FOLDER).as_posix()) for path in FOLDER.rglob("*.md")}
    stale = {
        name
        for name, text in pages.items()
        if name not in there or (FOLDER / name).read_bytes() != text.encode()
    }
    gone = there - pages.keys()
    if "--check" in sys.argv[1:]:
        for name in sorted(stale | gone):
            print(f"docs/ontology/{name} is out of date: run python scripts/reference.py", file=sys.stderr)
        return 1 if stale | gone else 0
    for name in sorted(stale):
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_bytes(pages[name].encode())
    for name in sorted(gone):
        (FOLDER / name).unlink()
    print(f"{len(stale)} pages written, {len(gone)} removed, {len(pages) - len(stale)} unchanged")
    return 0


if __name__ == "__main__":
    sys.exit(main())
