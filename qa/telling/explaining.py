"""Why an answer holds: its statements, their proofs, their sources, and what research says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.graph import KnowledgeGraph
from kg.provenance import Claim, Source, Standing
from kg.schema import Truth
from kg.terms import Iri, Proof, Triple
from qa.model import Paragraph, ProofStep, ResearchCheck, ShownSource, ShownStudy, ShownTriple
from qa.telling.verbalising import Verbaliser, capital
from qa.vocabulary import CALF

__all__ = ["Explainer"]

_MOST_TRIPLES = 24
_REMEMBERED = 16_384  # statements that are not put into words anew; the shipped graph has some 4,000
_HEADED = re.compile(r"([^:.]+): (.+)", re.DOTALL)  # "No: ...", "Soleus: ...", "Three exercises: ..."
_VERDICT = re.compile(r"(Yes|No)\. (.*)", re.DOTALL)
_STANDINGS = {
    "contradicted": Standing.DISPUTED,
    "terminology": Standing.DISPUTED,
    "mixed": Standing.MIXED,
    "unsupported": Standing.UNSUPPORTED,
    "not tested": Standing.UNSUPPORTED,
}


class Explainer:
    """Explains statements of one graph."""

    def __init__(self, graph: KnowledgeGraph, say: Verbaliser) -> None:
        """Prepare for `graph`."""
        self.graph = graph
        self.say = say
        self._shown = lru_cache(maxsize=_REMEMBERED)(self._show)

    def triples(self, triples: Iterable[Triple]) -> tuple[ShownTriple, ...]:
        """Statements with labels, sentences and proofs; those that do not hold are left out."""
        held = dict.fromkeys(t for t in triples if self.graph.truth(t) is Truth.YES)
        return tuple(self._shown(t) for t in list(held)[:_MOST_TRIPLES])

    def _show(self, triple: Triple) -> ShownTriple:
        """One statement."""
        return ShownTriple(
            subject=triple.subject,
            predicate=triple.predicate,
            object=triple.object if isinstance(triple.object, Iri) else triple.object.value,
            subject_label=self.say.label(triple.subject),
            predicate_label=self.say.label(triple.predicate),
            object_label=self.say.label(triple.object)
            if isinstance(triple.object, Iri)
            else triple.object.value,
            sentence=capital(self.say.fact(triple)) + ".",
            inferred=self.graph.is_inferred(triple),
            standing=self.graph.standing(triple).value,
            proof=self.step(self.graph.proof(triple)),
        )

    def step(self, proof: Proof) -> ProofStep:
        """A proof as sentences."""
        sources = (
            () if proof.rule else tuple(s.label for s in self.graph.provenance(proof.conclusion).sources)
        )
        sentence = capital(self.say.fact(proof.conclusion)) + "."
        return ProofStep(sentence, proof.rule, sources, tuple(self.step(p) for p in proof.premises))

    def known(self, triples: Iterable[Triple]) -> tuple[Triple, ...]:
        """Statements that hold or are denied, each once: only these have a source."""
        return tuple(t for t in dict.fromkeys(triples) if self.graph.truth(t) is not Truth.UNSTATED)

    def attributed(self, lead: str, research: tuple[ResearchCheck, ...]) -> str:
        """A first sentence that repeats a disputed claim, marked as the article's."""
        if not any(c.standing == Standing.DISPUTED.value for c in research):
            return lead
        begun = _VERDICT.fullmatch(lead)
        if "article" in lead:
            # A verdict before a definition is the article's, too: "is toes in the same as inversion?".
            if begun is None or begun[2].startswith(("The article", "By the article")):
                return lead
            return f"{begun[1]}, by the article. {begun[2]}"
        if headed := _HEADED.fullmatch(lead if begun is None else begun[2]):
            verdict = f"{begun[1]}. " if begun else ""
            return f"{verdict}{headed[1]}, by the article: {headed[2]}"
        if begun:
            return f"{begun[1]}. By the article: {begun[2][:1].lower()}{begun[2][1:]}"
        return f"By the article: {lead[:1].lower()}{lead[1:]}"

    def caveats(self, triples: Iterable[Triple], said: str) -> tuple[Paragraph, ...]:
        """The limits that sources put on statements, unless they are said already."""
        found = dict.fromkeys(c for t in self.known(triples) for c in self.graph.provenance(t).caveats)
        texts = [self.say.name(v) for c in found for v in self.graph.objects(c, CALF.TEXT)]
        return tuple(Paragraph(text) for text in texts if text not in said)

    def sources(self, triples: Iterable[Triple], also: Iterable[Source] = ()) -> tuple[ShownSource, ...]:
        """The sources of statements and others, each once, in their order."""
        found: dict[Iri, Source] = {}
        for triple in self.known(triples):
            for source in self.graph.provenance(triple).sources:
                found.setdefault(source.iri, source)
        return self.shown((found | {source.iri: source for source in also}).values())

    def shown(self, sources: Iterable[Source]) -> tuple[ShownSource, ...]:
        """Sources as a reader looks them up."""
        return tuple(_shown_source(source) for source in sources)

    def research(self, triples: Iterable[Triple], also: Iterable[Claim] = ()) -> tuple[ResearchCheck, ...]:
        """What research says about the claims behind statements and others, contested ones first."""
        claims: dict[Iri, Claim] = {}
        for triple in self.known(triples):
            for claim in self.graph.provenance(triple).claims:
                claims.setdefault(claim.iri, claim)
        return self.checks((claims | {claim.iri: claim for claim in also}).values())

    def checks(self, claims: Iterable[Claim]) -> tuple[ResearchCheck, ...]:
        """Claims with their studies, contested ones first."""
        checks = [_check(c) for c in claims]
        order = [
            s.value for s in (Standing.DISPUTED, Standing.MIXED, Standing.UNSUPPORTED, Standing.UNCONTESTED)
        ]
        return tuple(sorted(checks, key=lambda c: order.index(c.standing)))


def _shown_source(source: Source) -> ShownSource:
    """A source as a reader looks it up."""
    return ShownSource(source.kind, source.label, source.section, source.quote, source.doi)


def _check(claim: Claim) -> ResearchCheck:
    """One claim with its studies."""
    studies = tuple(
        ShownStudy(
            ref=e.source.label,
            direction=e.direction,
            finding=e.text,
            design=e.source.design,
            participants=e.source.participants,
            citation=e.source.citation,
            doi=e.source.doi,
            pmid=e.source.pmid,
            url=e.source.url,
        )
        for e in claim.evidence
    )
    standing = _STANDINGS.get(claim.status, Standing.UNCONTESTED).value
    return ResearchCheck(claim.label, claim.status, standing, claim.text, claim.quote, studies)
