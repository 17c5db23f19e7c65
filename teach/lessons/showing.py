"""A lesson as a face shows it: sentences with the numbers of their sources, and what research says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.graph import KnowledgeGraph
from kg.provenance import Claim, Evidence, Source, Standing
from kg.terms import Iri, Triple
from qa.explaining import Explainer
from qa.model import ResearchCheck, ShownTriple
from qa.vocabulary import CALF
from teach.lessons.model import LessonError, Paragraph, Run, Sentence
from teach.lessons.naming import numbers
from teach.lessons.ties import Tie, evidence, resolve, thing

__all__ = ["Bars", "Cited", "Shower", "ShownParagraph", "ShownSentence"]


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
    """Numbers to be drawn as bars: a name and one number for each group, in one unit; `source` says whose."""

    title: str
    unit: str
    groups: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float, ...]], ...]
    source: str


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph: `muscles` are what it highlights in the drawing, `links` its facts between things."""

    heading: str
    sentences: tuple[ShownSentence, ...]
    cited: tuple[Cited, ...]
    research: tuple[ResearchCheck, ...]
    proofs: tuple[ShownTriple, ...]
    figure: str
    muscles: tuple[Iri, ...]
    links: tuple[Triple, ...]
    bars: Bars | None


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
            muscles=self._muscles(ties),
            links=tuple(dict.fromkeys(t for tie in ties if tie.kind == "holds" for t in tie.triples)),
            bars=self._bars(paragraph.bars) if paragraph.bars else None,
        )

    def _muscles(self, ties: Iterable[Tie]) -> tuple[Iri, ...]:
        """The muscles and tendons that statements are about; where they are about others, those that they name."""
        triples = [t for tie in ties if tie.kind != "denied" for t in tie.triples]
        subjects = [t.subject for t in triples]
        objects = [t.object for t in triples if isinstance(t.object, Iri)]
        return self._drawn(subjects) or self._drawn(objects)

    def _drawn(self, things: Iterable[Iri]) -> tuple[Iri, ...]:
        kinds = {CALF.MUSCULAR_STRUCTURE, CALF.TENDON}
        individuals = {e.iri: e for e in self._graph.entities()}
        found = (iri for iri in things if iri in individuals and individuals[iri].classes & kinds)
        return tuple(dict.fromkeys(found))

    def _bars(self, data: Mapping[str, object]) -> Bars:
        """Bars, every number of which stands in the text of one evidence line."""
        _, line = evidence(self._graph, thing(self._graph, str(data["evidence"])))
        rows = tuple((str(name), tuple(float(v) for v in values)) for name, *values in data["rows"])  # type: ignore[attr-defined]
        for name, values in rows:
            missing = [v for v in values if f"{v:g}" not in numbers(line.text)]
            if missing:
                raise LessonError(
                    f"The bars of {name!r} show {missing[0]:g}, which {line.source.label} does not give",
                    "Correct the number, or name another evidence line",
                )
        groups = tuple(map(str, data["groups"]))  # type: ignore[call-overload]
        return Bars(str(data["title"]), str(data["unit"]), groups, rows, line.source.label)


class _Register:
    """Numbers the sources of one paragraph, each once."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        self.cited: dict[tuple[str, str], Cited] = {}

    def sentence(self, sentence: Sentence, ties: Iterable[Tie]) -> ShownSentence:
        """A sentence with the numbers of what it rests on."""
        cites: list[int] = []
        against: list[int] = []
        worst = Standing.UNCONTESTED.value
        for tie in ties:
            cites += self._of(tie)
            for claim in tie.claims if tie.contested else ():
                lines = [line for line in claim.evidence if line.direction == "contradicts"]
                against += [self._study(claim, line) for line in lines]
            if tie.contested:
                worst = max(worst, tie.standing, key=[s.value for s in Standing].index)
        standing = "" if worst == Standing.UNCONTESTED.value else worst
        return ShownSentence(
            sentence.runs, tuple(dict.fromkeys(cites)), standing, tuple(dict.fromkeys(sorted(against)))
        )

    def _of(self, tie: Tie) -> list[int]:
        if tie.kind == "meaning":
            label = self._label(tie.things[0])
            return [self._add(("definition", label), "definition", f"Definition of “{label}”", tie.texts[0])]
        if tie.kind == "claim" and not tie.claims:  # one study, or one line of evidence
            return [self._source(source) for source in tie.sources]
        found = [self._source(s) for s in tie.sources if s.kind != "study"]
        if tie.kind == "claim" or tie.contested:
            found += [self._study(claim, line) for claim in tie.claims for line in claim.evidence]
        return found

    def _label(self, iri: Iri) -> str:
        classes = {c.iri: c.label for c in self._graph.classes()}
        return classes.get(iri) or self._graph.entity(iri).label

    def _source(self, source: Source) -> int:
        text = source.quote or source.citation
        return self._add((source.kind, source.label), source.kind, source.label, text, facts=_facts(source))

    def _study(self, claim: Claim, line: Evidence) -> int:
        """A study with what it says of one claim; of two claims, it counts twice."""
        key = (claim.label, line.source.label)
        return self._add(key, line.source.kind, line.source.label, line.text, line.direction, _facts(line.source))

    def _add(self, key: tuple[str, str], kind: str, label: str, text: str, direction: str = "", facts: str = "") -> int:  # noqa: PLR0913, PLR0917
        number = len(self.cited) + 1
        return self.cited.setdefault(key, Cited(number, kind, label, text, direction, facts)).number


def _facts(source: Source) -> str:
    """How a study was done, and how much of it was read."""
    weeks = f"{source.weeks} weeks" if source.weeks else ""
    read = f"read: {source.read}" if source.read else ""
    return ", ".join(part for part in (source.design, source.participants, weeks, read) if part)
