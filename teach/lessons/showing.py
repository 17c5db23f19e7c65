"""A lesson as a face shows it: sentences with the numbers of their sources, and what research says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kg.graph import KnowledgeGraph
from kg.provenance import Claim, Evidence, Source, Standing
from kg.terms import Iri, Triple
from qa.model import ResearchCheck, ShownTriple
from qa.telling.explaining import Explainer
from qa.vocabulary import CALF
from teach.lessons.model import LessonError, Paragraph, Run, Sentence
from teach.lessons.naming import numbers, stems
from teach.lessons.ties import Tie, evidence, resolve, thing

__all__ = ["Bars", "Cited", "Shower", "ShownParagraph", "ShownSentence"]
_ARTICLE = frozenset(stems("article"))
_RESEARCH = frozenset(stems("research trial study"))


@dataclass(frozen=True, slots=True)
class Cited:
    """One numbered source of a paragraph.

    `kind` is "article", "study", "ontology" or "definition"; `text` is the quoted sentence, what the study
    found, or the definition; `direction` is that of a study, or ""; `facts` says how it was done.
    """

    number: int
    kind: str
    label: str
    text: str
    direction: str = ""
    facts: str = ""


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence with the numbers of its sources; `standing` is "" or how research contests it.

    `against` are the numbers of the studies that speak against it.
    """

    runs: tuple[Run, ...]
    cites: tuple[int, ...]
    standing: str
    against: tuple[int, ...]

    @property
    def text(self) -> str:
        """The sentence as it is read."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers to be drawn as bars: a name and one number for each group, in one unit."""

    title: str
    unit: str
    groups: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float, ...]], ...]


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph with what its figure shows: muscles in the drawing, links of a graph, bars, or studies."""

    heading: str
    sentences: tuple[ShownSentence, ...]
    cited: tuple[Cited, ...]
    research: tuple[ResearchCheck, ...]
    proofs: tuple[ShownTriple, ...]
    figure: str
    muscles: tuple[Iri, ...]
    links: tuple[Triple, ...]
    bars: Bars | None
    studies: tuple[Source, ...]


class Shower:
    """Shows the paragraphs of lessons over one graph."""

    def __init__(self, explainer: Explainer) -> None:
        """Show with the words and sources of `explainer`."""
        self._graph = explainer.graph
        self._explainer = explainer

    def paragraph(self, paragraph: Paragraph) -> ShownParagraph:
        """A paragraph with its sources, numbered in the order in which it needs them.

        Raises:
            LessonError: a tie does not hold, or its bars show numbers that their study does not give.
        """
        register = _Register(self._graph)
        tied = [(s, [resolve(self._graph, tie) for tie in s.ties]) for s in paragraph.sentences]
        ties = [tie for _, each in tied for tie in each]
        triples = tuple(dict.fromkeys(t for tie in ties for t in tie.triples))
        contested = {c.iri: c for tie in ties for c in tie.claims if c.standing.badness}
        return ShownParagraph(
            heading=paragraph.heading,
            sentences=tuple(register.sentence(sentence, each) for sentence, each in tied),
            cited=tuple(register.cited.values()),
            research=self._explainer.checks(contested.values()),
            proofs=self._explainer.triples(t for t in triples if isinstance(t.object, Iri)),
            figure=paragraph.figure,
            muscles=self._muscles(ties) or self._linked(paragraph),
            links=self._links(paragraph, ties),
            bars=self._bars(paragraph.pictured) if paragraph.figure == "bars" else None,
            studies=self._studies(paragraph.pictured) if paragraph.figure == "studies" else (),
        )

    def _muscles(self, ties: Iterable[Tie]) -> tuple[Iri, ...]:
        """The muscles and tendons that statements are about, or else those that they name."""
        triples = [t for tie in ties if tie.kind != "denied" for t in tie.triples]
        subjects = [t.subject for t in triples]
        objects = [t.object for t in triples if isinstance(t.object, Iri)]
        return self._drawn(subjects) or self._drawn(objects)

    def _linked(self, paragraph: Paragraph) -> tuple[Iri, ...]:
        """The muscles and tendons that the words of a paragraph link to."""
        terms = (run.term for s in paragraph.sentences for run in s.runs if run.term)
        return self._drawn(thing(self._graph, term) for term in terms)

    def _drawn(self, things: Iterable[Iri]) -> tuple[Iri, ...]:
        kinds = {CALF.MUSCULAR_STRUCTURE, CALF.TENDON}
        individuals = {e.iri: e for e in self._graph.entities()}
        found = (iri for iri in things if iri in individuals and individuals[iri].classes & kinds)
        return tuple(dict.fromkeys(found))

    @staticmethod
    def _links(paragraph: Paragraph, ties: Iterable[Tie]) -> tuple[Triple, ...]:
        """The facts of the graph figure: all that hold, or those that it is to show.

        Raises:
            LessonError: it is to show one that no sentence of the paragraph rests on.
        """
        held = {tie.written: tie.triples for tie in ties if tie.kind == "holds"}
        wanted = paragraph.pictured.get("links", held)
        for written in wanted:
            if written not in held:
                raise LessonError(
                    f"A figure shows {written!r}, which its text does not state", "Let both agree"
                )
        return tuple(dict.fromkeys(t for written in wanted for t in held[written]))

    def _studies(self, data: Mapping[str, Any]) -> tuple[Source, ...]:
        """The studies behind a claim."""
        claim = self._graph.claim(thing(self._graph, data["claim"]))
        return tuple(line.source for line in claim.evidence)

    def _bars(self, data: Mapping[str, Any]) -> Bars:
        """Bars, every number of which stands in the text of the evidence line that its group comes from."""
        lines = [evidence(self._graph, thing(self._graph, name))[1] for name in data["evidence"]]
        lines *= len(data["groups"]) if len(lines) == 1 else 1
        rows = tuple((name, tuple(float(value) for value in values)) for name, *values in data["rows"])
        for name, values in rows:
            for value, line in zip(values, lines, strict=True):
                if f"{value:g}" not in numbers(line.text):
                    raise LessonError(
                        f"The bars of {name!r} show {value:g}, which {line.source.label} does not give",
                        "Correct the number, or name another evidence line",
                    )
        return Bars(data["title"], data["unit"], tuple(data["groups"]), rows)


class _Register:
    """Numbers the sources of one paragraph, each once."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        self.cited: dict[tuple[str, str], Cited] = {}

    def sentence(self, sentence: Sentence, ties: Iterable[Tie]) -> ShownSentence:
        """A sentence with the numbers of what it rests on."""
        words = set(stems(sentence.text))
        told = bool(words & _ARTICLE) and not words & _RESEARCH  # it repeats what the article says
        cites: list[int] = []
        against: list[int] = []
        worst = Standing.UNCONTESTED.value
        for tie in ties:
            cites += self._of(tie, by_article=bool(words & _ARTICLE))
            if tie.contested and (tie.kind != "claim" or told):
                worst = max(worst, tie.standing, key=[s.value for s in Standing].index)
                lines = (
                    (c, line) for c in tie.claims for line in c.evidence if line.direction == "contradicts"
                )
                against += [self._study(claim, line) for claim, line in lines]
        standing = "" if worst == Standing.UNCONTESTED.value else worst
        return ShownSentence(sentence.runs, tuple(sorted(set(cites))), standing, tuple(sorted(set(against))))

    def _of(self, tie: Tie, *, by_article: bool) -> list[int]:
        """The numbers of what a tie rests on: the article only where the sentence speaks for it."""
        if tie.kind in {"meaning", "unstated"}:
            label = self._label(tie.things[0])
            return [
                self._add(
                    ("definition", label), Cited(0, "definition", f"Definition of “{label}”", tie.texts[0])
                )
            ]
        if tie.kind == "claim" and not tie.claims:  # one study, or one line of evidence
            return [self._source(source) for source in tie.sources]
        own = by_article or tie.kind != "claim"
        found = [self._source(s) for s in tie.sources if own and s.kind != "study"]
        if tie.kind == "claim" or tie.contested:
            found += [self._study(claim, line) for claim in tie.claims for line in claim.evidence]
        return found or [self._source(s) for s in tie.sources]

    def _label(self, iri: Iri) -> str:
        classes = {c.iri: c.label for c in self._graph.classes()}
        return classes.get(iri) or self._graph.entity(iri).label

    def _source(self, source: Source) -> int:
        text = source.quote or source.citation
        cited = Cited(0, source.kind, source.label, text, facts=_facts(source))
        return self._add((source.kind, source.label), cited)

    def _study(self, claim: Claim, line: Evidence) -> int:
        """A study with what it says of one claim; of two claims, it counts twice."""
        source = line.source
        cited = Cited(0, source.kind, source.label, line.text, line.direction, _facts(source))
        return self._add((claim.label, source.label), cited)

    def _add(self, key: tuple[str, str], cited: Cited) -> int:
        """The number of a source, which is a new one for a new source."""
        return self.cited.setdefault(key, replace(cited, number=len(self.cited) + 1)).number


def _facts(source: Source) -> str:
    """How a study was done, and how much of it was read."""
    weeks = f"{source.weeks} weeks" if source.weeks else ""
    read = f"read: {source.read}" if source.read else ""
    return ", ".join(part for part in (source.design, source.participants, weeks, read) if part)
