"""Why a statement holds, does not hold, or is not stated: every argument down to its sources.

Explaining (qa.telling.explaining) gives an answer its shortest proofs. Arguing takes one statement and shows
all its arguments, with the schema that each step leans on and how research stands to each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from kg.errors import UnknownIriError
from kg.proofs import leaves
from kg.provenance import Provenance, Standing
from kg.schema import Truth
from kg.terms import Iri, Literal, Proof, Triple
from kg.vocabulary import RDFS
from qa.claims.claiming import Statement
from qa.kind import Desk
from qa.model import ResearchCheck, ShownSource, ShownTriple
from qa.telling.describing import main_statements
from qa.telling.explaining import Explainer
from qa.telling.verbalising import capital, joined
from qa.vocabulary import CALF

__all__ = ["Arguer", "Argument", "ArgumentStep", "Explanation", "explanation_to_json"]

_MOST = 24  # arguments shown; no statement of the shipped graph has half as many
_NEAR = 4
_GROUNDS = {
    "chain": "{others} gives {name}",
    "transitive": "what is linked by {name} in two steps is linked by it in one",
    "inverse": "{name} and {others} say the same from both ends",
    "symmetric": "{name} holds both ways",
    "sub-property": "{name} implies {others}",
    "domain": "{name} is said of the kind {others} only",
    "range": "{name} leads to the kind {others} only",
    "sub-class": "whatever is of the kind {name} is of the kind {others}",
}


@dataclass(frozen=True, slots=True)
class ArgumentStep:
    """One sentence of an argument: what states it, or the rule and the steps that it follows from.

    `rule` is "" for a stated sentence. `grounds` says in words what the rule leans on, and `sources`
    are those of the sentence, or of the grounds where they have some of their own.
    """

    sentence: str
    rule: str = ""
    grounds: str = ""
    sources: tuple[ShownSource, ...] = ()
    claims: tuple[str, ...] = ()
    premises: tuple[ArgumentStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """One way to reach a statement; it stands as the worst of what it rests on."""

    standing: str
    step: ArgumentStep


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the graph says of one statement.

    `truth` is that of the triple and `verdict` that of the statement as worded, which may deny the
    triple; both are "yes", "no" or "unstated". `standing` is "" for a statement that does not hold, and
    `denied_nearby` are sentences that the graph denies of the same relation and the same things.
    """

    sentence: str
    subject: Iri
    predicate: Iri
    object: str
    negated: bool
    truth: str
    verdict: str
    standing: str = ""
    inferred: bool = False
    arguments: tuple[Argument, ...] = ()
    denial: tuple[str, ...] = ()
    sources: tuple[ShownSource, ...] = ()
    instead: tuple[ShownTriple, ...] = ()
    denied_nearby: tuple[str, ...] = ()
    research: tuple[ResearchCheck, ...] = ()
    kg_version: str = ""


def explanation_to_json(explanation: Explanation) -> dict[str, Any]:
    """The explanation as a JSON object, proofs as nested steps."""
    return asdict(explanation)


class Arguer:
    """Argues for and against statements of one graph."""

    def __init__(self, desk: Desk, explainer: Explainer) -> None:
        """Argue with the words of `desk` and the sources of `explainer`."""
        self._graph = desk.graph
        self._say = desk.say
        self._desk = desk
        self._explainer = explainer
        self._properties = {p.iri: p for p in desk.graph.properties()}

    def explain(self, statement: Statement) -> Explanation:
        """All there is to say for a statement, or what speaks against it, or what is stated instead."""
        triple, truth = statement.triple, self._graph.truth(statement.triple)
        turned = {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.UNSTATED: Truth.UNSTATED}
        fact = self._say.fact(triple)
        held = truth is Truth.YES
        proofs = self._graph.arguments(triple, _MOST) if held else ()
        instead = () if held else self._instead(triple)
        rests = [leaf for proof in proofs for leaf in leaves(proof)] if held else [triple]
        return Explanation(
            sentence=capital(f"it is not so that {fact}" if statement.negated else fact) + ".",
            subject=triple.subject,
            predicate=triple.predicate,
            object=triple.object.value if isinstance(triple.object, Literal) else triple.object,
            negated=statement.negated,
            truth=truth.value,
            verdict=(turned[truth] if statement.negated else truth).value,
            standing=self._graph.standing(triple).value if held else "",
            inferred=self._graph.is_inferred(triple),
            arguments=tuple(self._argument(proof) for proof in proofs),
            denial=tuple(self._denial(triple)) if truth is Truth.NO else (),
            sources=() if held else self._explainer.sources([triple]) if self._is_noted(triple) else (),
            instead=self._explainer.triples(instead),
            denied_nearby=tuple(self._nearby(triple)) if truth is Truth.UNSTATED else (),
            research=self._research(rests),
            kg_version=self._graph.version,
        )

    # ------------------------------------------------------------ for

    def _argument(self, proof: Proof) -> Argument:
        claims = (c for leaf in leaves(proof) for c in self._provenance(leaf).claims)
        worst = max((c.standing for c in claims), key=lambda s: s.badness, default=Standing.UNCONTESTED)
        return Argument(worst.value, self._step(proof))

    def _step(self, proof: Proof) -> ArgumentStep:
        sentence = capital(self._say.fact(proof.conclusion)) + "."
        noted = proof.axioms if proof.rule else (proof.conclusion,)
        shown = dict.fromkeys(s for t in noted for s in self._sources(t))
        claims = dict.fromkeys(c.label for t in noted for c in self._provenance(t).claims)
        return ArgumentStep(
            sentence,
            proof.rule,
            self._grounds(proof) if proof.rule else "",
            tuple(shown),
            tuple(claims),
            tuple(self._step(p) for p in proof.premises),
        )

    def _grounds(self, proof: Proof) -> str:
        """What the schema says that licenses a step, in words."""
        name = f"“{self._label(proof.axioms[0].subject)}”"
        if proof.rule in ("definition", "class value"):
            conditions = joined([self._condition(t) for t in proof.axioms])
            return (
                f"{name} is by definition what {conditions}"
                if proof.rule == "definition"
                else (f"whatever is of the kind {name} {conditions}")
            )
        objects = [t.object for t in proof.axioms if isinstance(t.object, Iri)]
        frame = _GROUNDS.get(proof.rule, "{name} gives {others}")
        if "{others}" not in frame:
            return frame.format(name=name)
        return frame.format(name=name, others=", then ".join(f"“{self._label(o)}”" for o in objects))

    def _label(self, iri: Iri) -> str:
        return self._say.label(iri)

    def _condition(self, statement: Triple) -> str:
        """A statement of a class as the predicate of a clause: "trains the gastrocnemius"."""
        if statement.predicate == RDFS.SUB_CLASS_OF and isinstance(statement.object, Iri):
            return f"is of the kind “{self._label(statement.object)}”"
        term = self._properties[statement.predicate]
        says = term.says or f"{{subject}} {term.label} {{object}}"
        own = says.removeprefix("{subject} ").replace("{subject}", "it")
        return own.replace("{object}", self._say.name(statement.object))

    # ------------------------------------------------------------ against, and instead

    def _denial(self, triple: Triple) -> Iterator[str]:
        """What rules a statement out, as sentences."""
        if triple in self._graph.denials():
            yield capital(f"it is not so that {self._say.fact(triple)}.")
            notes = self._provenance(triple)
            for note in dict.fromkeys((*notes.rationales, *notes.caveats)):
                yield from (capital(self._say.name(v)) for v in self._graph.objects(note, CALF.TEXT))
        elif triple.predicate == CALF.TYPE and isinstance(triple.object, Iri):
            kind = self._graph.entity(triple.subject).kind
            subject = capital(self._say.name(triple.subject))
            yield (
                f"{subject} is of the kind “{self._label(kind)}”, and nothing is that and also of the kind "
                f"“{self._label(triple.object)}”."
            )
        else:
            values = self._graph.objects(triple.subject, triple.predicate)
            others = (Triple(triple.subject, triple.predicate, v) for v in values)
            yield from (f"There is one value only: {self._say.fact(t)}." for t in others)

    def _instead(self, triple: Triple) -> tuple[Triple, ...]:
        """What is stated with the same property, or one above or below it: of the subject, of the object."""
        same = self._desk.connector.same_family
        if triple.predicate not in self._properties:
            return ()
        own = [t for t in main_statements(triple.subject, self._graph) if same(t.predicate, triple.predicate)]
        if own or not isinstance(triple.object, Iri):
            return tuple(own[:_NEAR])
        family = (p for p in sorted(self._properties) if same(p, triple.predicate))
        found = (t for p in family for t in self._graph.statements(predicate=p, object=triple.object))
        return tuple(found)[:_NEAR]

    def _nearby(self, triple: Triple) -> Iterator[str]:
        """What is denied of the same relation, and of the subject or the object."""
        for other in self._graph.denials():
            if other.predicate == triple.predicate and (
                other.subject == triple.subject or other.object == triple.object
            ):
                yield capital(f"it is not so that {self._say.fact(other)}.")

    # ------------------------------------------------------------ sources

    def _is_noted(self, triple: Triple) -> bool:
        return self._provenance(triple) != Provenance()

    def _provenance(self, triple: Triple) -> Provenance:
        """The notes on a statement or an axiom; none for an axiom that goes without saying."""
        try:
            return self._graph.provenance(triple)
        except UnknownIriError:
            return Provenance()

    def _sources(self, triple: Triple) -> tuple[ShownSource, ...]:
        return self._explainer.shown(self._provenance(triple).sources)

    def _research(self, statements: Iterable[Triple]) -> tuple[ResearchCheck, ...]:
        claims = dict.fromkeys(c.iri for t in dict.fromkeys(statements) for c in self._provenance(t).claims)
        return self._explainer.checks(self._graph.claim(iri) for iri in claims)
