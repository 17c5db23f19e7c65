"""Checks for understanding, built from the graph: every option is provably right or provably wrong.

`Builder.check` is all that a page needs: it turns what a lesson asks for into a `Check`, and another maker
of questions can take its place. What research does not simply agree with is asked only as what the article
says, or as what a study found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.errors import UnknownIriError
from kg.provenance import Claim, Standing
from kg.schema import Truth
from kg.terms import Iri, Literal, Triple
from qa.telling.explaining import Explainer
from qa.telling.verbalising import capital
from qa.vocabulary import CALF
from teach.lessons.model import CheckSpec, LessonError
from teach.lessons.ties import evidence, resolve_triple, thing

__all__ = ["Builder", "Check", "Option"]

_WAYS = {
    "supports": "It supports the claim",
    "contradicts": "It speaks against the claim",
    "inconclusive": "It is inconclusive",
}
_STATUSES = {
    "supported": "Research supports it",
    "contradicted": "Research contradicts it",
    "mixed": "Research is mixed",
    "unsupported": "No support was found",
    "not tested": "It was not tested",
    "terminology": "Its terms do not fit",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One option; `why` says what the graph says of it, and `sources` who says so."""

    text: str
    right: bool
    why: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A question with options; `several` if more than one may be right; `about` is shown above them."""

    question: str
    options: tuple[Option, ...]
    several: bool = False
    about: str = ""

    @property
    def right(self) -> frozenset[int]:
        """The places of the right options."""
        return frozenset(number for number, option in enumerate(self.options) if option.right)


class Builder:
    """Builds checks from one graph."""

    def __init__(self, explainer: Explainer) -> None:
        """Build with the words and sources of `explainer`."""
        self._graph = explainer.graph
        self._say = explainer.say
        self._explainer = explainer

    def check(self, spec: CheckSpec) -> Check:
        """The check that a lesson asks for.

        Raises:
            LessonError: an option is neither provably right nor provably wrong, none is right, or what
                research contests would be asked as if it were so.
        """
        data = spec.data
        makers = {
            "pattern": self._pattern,
            "statement": self._statement,
            "claim": self._claim,
            "evidence": self._evidence,
            "number": self._number,
        }
        kind = next((name for name in makers if name in data), None)
        if kind is None:
            raise LessonError("A check asks for nothing", f"Give it one of {', '.join(makers)}")
        check = makers[kind](spec)
        if not check.right or len(check.right) == len(check.options) > 1:
            raise LessonError(f"“{check.question}” has no wrong option, or no right one", "Give it both")
        return check

    # ------------------------------------------------------------ from statements

    def _pattern(self, spec: CheckSpec) -> Check:
        """`? property object` or `subject property ?`, with the things that may fill the place."""
        question = self._question(spec)
        pairs = [(name, self.fill(spec.data["pattern"], name)) for name in spec.data["among"]]
        options = tuple(
            replace(self._option(triple, question), text=capital(self._say.label(thing(self._graph, name))))
            for name, triple in pairs
        )
        return Check(question, options, several=sum(option.right for option in options) > 1)

    def fill(self, pattern: str, name: str) -> Triple:
        """A pattern with a thing in its open place.

        Raises:
            LessonError: the pattern has no such place, or a name is unknown.
        """
        if pattern.split().count("?") != 1:
            raise LessonError(f"{pattern!r} is no pattern", "Write one ? for the subject or the object")
        return resolve_triple(self._graph, " ".join(name if w == "?" else w for w in pattern.split()))

    def _statement(self, spec: CheckSpec) -> Check:
        """One statement that is true or false."""
        triple = resolve_triple(self._graph, spec.data["statement"])
        return self.true_or_false(triple)

    def true_or_false(self, triple: Triple) -> Check:
        """Whether a statement holds.

        Raises:
            LessonError: it is neither held nor denied by the graph, or contested.
        """
        told = self._option(triple, "")
        said = f"{capital(self._say.fact(triple))}."
        sides = (("True", told.right), ("False", not told.right))
        options = tuple(replace(told, text=text, right=right) for text, right in sides)
        return Check("True or false?", options, about=said)

    def _option(self, triple: Triple, question: str) -> Option:
        """A statement as an option."""
        truth = self._graph.truth(triple)
        fact = capital(self._say.fact(triple))
        if truth is Truth.UNSTATED:
            raise LessonError(f"The graph neither holds nor denies “{fact}”", "Ask for something else")
        contested = self._contested(triple, truth)
        if contested and "article" not in question.lower():
            raise LessonError(
                f"“{fact}” is {contested}, and the check would ask it as if it were so",
                "Ask what the article says, and say so in the question",
            )
        sources = tuple(source.ref for source in self._explainer.sources([triple]))
        why = f"{fact}." if truth is Truth.YES else f"{capital(self._say.denial(triple))}."
        if contested:
            why = f"By the article: {why} {self._doubt(triple)}"
        return Option("", truth is Truth.YES, " ".join((why, *self._reasons(triple))), sources)

    def _doubt(self, triple: Triple) -> str:
        """What research says of the claims behind a contested statement."""
        claims = self._graph.provenance(triple).claims
        texts = [f"Research check ({c.status}): {c.text}" for c in claims if c.standing.badness]
        return " ".join(texts)

    def _contested(self, triple: Triple, truth: Truth) -> str:
        """How research stands on a statement that it does not simply agree with, or ""."""
        if truth is Truth.YES:
            standing = self._graph.standing(triple)
            return "" if standing.badness == 0 else standing.value
        try:
            claims = self._graph.provenance(triple).claims
        except UnknownIriError:  # ruled out by the schema alone
            return ""
        worst = max((claim.standing for claim in claims), key=lambda s: s.badness, default=None)
        return worst.value if worst and worst.badness else ""

    def _reasons(self, triple: Triple) -> Iterable[str]:
        """Why a statement holds or is denied, where its source gives a reason that research leaves alone."""
        try:
            found = self._graph.provenance(triple).rationales
        except UnknownIriError:
            return ()
        texts = ((r, text) for r in found for text in self._graph.objects(r, CALF.TEXT))
        sound = (t for r, t in texts if self._graph.standing(Triple(r, CALF.TEXT, t)).badness == 0)
        return tuple(text.value for text in sound if isinstance(text, Literal))

    # ------------------------------------------------------------ from research and numbers

    def _claim(self, spec: CheckSpec) -> Check:
        """How research stands on a claim of the article; it has one status, so every other is wrong."""
        claim = self._graph.claim(thing(self._graph, spec.data["claim"]))
        sources = tuple(line.source.label for line in claim.evidence)
        shown = sorted((claim.status, *self._other_statuses(claim)))
        options = tuple(Option(_STATUSES[s], s == claim.status, claim.text, sources) for s in shown)
        said = f"The article’s claim: {claim.label}."
        return Check("How does this claim stand against the research that was read?", options, about=said)

    def _other_statuses(self, claim: Claim) -> tuple[str, ...]:
        """One status for every other standing, so that no two options mean nearly the same."""
        by_standing: dict[Standing, Counter[str]] = defaultdict(Counter)
        for each in self._graph.claims():
            by_standing[each.standing][each.status] += 1
        others = (by_standing[s] for s in Standing if s is not claim.standing and by_standing[s])
        return tuple(max(sorted(counts), key=counts.__getitem__) for counts in others)

    def _evidence(self, spec: CheckSpec) -> Check:
        """What one study says of one claim."""
        return self.weighed(thing(self._graph, spec.data["evidence"]))

    def weighed(self, line_iri: Iri) -> Check:
        """Which way an evidence line points; it has one direction, so every other is wrong."""
        claim, line = evidence(self._graph, line_iri)
        options = tuple(
            Option(_WAYS[way], way == line.direction, _WAYS[line.direction] + ".", (line.source.label,))
            for way in _WAYS
        )
        source = line.source
        weeks = f"{source.weeks} weeks" if source.weeks else ""
        facts = ", ".join(part for part in (source.design, source.participants, weeks) if part)
        read = f" What was read: {source.read}." if source.read else ""
        about = f"{source.label} ({facts}). {line.text}{read}"
        return Check(f"What does this say of the claim “{claim.label}”?", options, about=about)

    def _number(self, spec: CheckSpec) -> Check:
        """A number of a prescription, which lies within its bounds or outside of them."""
        question = self._question(spec)
        if "article" not in question.lower():
            raise LessonError(f"“{question}” asks for a number of the article", "Say so in the question")
        iri = thing(self._graph, spec.data["number"])
        low, high = self.bounds(iri)
        triples = self._graph.statements(subject=iri)
        sources = tuple(source.ref for source in self._explainer.sources(triples))
        why = f"The article says {self.range(iri)}."
        options = tuple(Option(text, low <= float(text) <= high, why, sources) for text in spec.data["among"])
        return Check(question, options, several=sum(o.right for o in options) > 1)

    def range(self, prescription: Iri) -> str:
        """A prescription in words: "10 to 20 sets", "2 seconds"."""
        low, high = self.bounds(prescription)
        units = self._graph.objects(prescription, CALF.HAS_UNIT)
        unit = self._say.name(units[0]) if units else ""
        return f"{low:g}{f' to {high:g}' if high != low else ''} {unit}".strip()

    def bounds(self, prescription: Iri) -> tuple[float, float]:
        """The lowest and the highest number that a prescription gives, in its unit.

        Raises:
            LessonError: it gives none.
        """
        found = [
            float(value.value)
            for prop in (CALF.MIN_VALUE, CALF.MAX_VALUE)
            for value in self._graph.objects(prescription, prop)
            if isinstance(value, Literal)
        ]
        if len(found) != 2:
            raise LessonError(f"{prescription.local!r} has no bounds", "Name a prescription that has")
        return found[0], found[1]

    @staticmethod
    def _question(spec: CheckSpec) -> str:
        if spec.question is None:
            raise LessonError(f"The check {dict(spec.data)!r} has no question", "Add one")
        return spec.question.text
