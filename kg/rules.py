"""Forward chaining over OWL 2 RL axioms, with a shortest proof of every fact.

Facts settle in the order of the size of their smallest proof, as in Dijkstra's algorithm carried
over to rules with several premises (Knuth 1977). A rule is tried when the last of its premises
settles, so each of its uses is found once; all uses are kept, for other proofs and for the question
whether a fact can be had without a given statement.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from kg.terms import Iri, Literal, Proof, Term, Triple
from kg.vocabulary import RDF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.axioms import Axioms, Chain

_K = TypeVar("_K")
_R = TypeVar("_R")

__all__ = ["Closure", "Use", "close", "term_key", "triple_key"]


def term_key(term: Term) -> tuple[bool, str, str, str]:
    """Sorts terms: IRIs first, then literals by text."""
    if isinstance(term, Literal):
        return True, term.value, term.datatype, term.language
    return False, term, "", ""


def triple_key(triple: Triple) -> tuple[str, str, tuple[bool, str, str, str]]:
    """Sorts triples by subject, predicate and object."""
    return triple.subject, triple.predicate, term_key(triple.object)


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """One use of a rule: these premises gave this conclusion."""

    rule: str
    premises: tuple[Triple, ...]
    conclusion: Triple
    axioms: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Closure:
    """Every fact that holds, with the size of its smallest proof and the uses of rules that give it.

    `best` holds None for an asserted fact and the last use of a smallest proof for any other.
    """

    sizes: dict[Triple, int]
    best: dict[Triple, Use | None]
    uses: dict[Triple, list[Use]]
    by_subject: dict[tuple[Iri, Iri], list[Term]]
    by_object: dict[tuple[Iri, Term], list[Iri]]

    def __contains__(self, triple: Triple) -> bool:
        """Whether the fact holds, asserted or inferred."""
        return triple in self.sizes

    def facts(self) -> Iterator[Triple]:
        """All facts, those with small proofs first."""
        return iter(self.sizes)

    def proof(self, triple: Triple) -> Proof:
        """A smallest proof; KeyError if the fact does not hold."""
        use = self.best[triple]
        if use is None:
            return Proof(triple)
        return Proof(triple, use.rule, tuple(self.proof(p) for p in use.premises), use.axioms)


def close(asserted: Iterable[Triple], axioms: Axioms) -> Closure:
    """The closure of `asserted` under `axioms`; the same whatever the order of the facts."""
    chainer = _Chainer(axioms)
    for triple in sorted(set(asserted), key=triple_key):
        chainer.push(1, triple, None)
    return chainer.run()


class _Chainer:
    def __init__(self, axioms: Axioms) -> None:
        self.closure = Closure({}, {}, defaultdict(list), defaultdict(list), defaultdict(list))
        self._agenda: list[tuple[int, int, Triple, Use | None]] = []
        self._pushed = 0
        self._copies = _index(axioms.copies, lambda rule: (rule.body,))
        self._typings = _index(axioms.typings, lambda rule: (rule.body,))
        self._chains = _index(axioms.chains, lambda rule: tuple(dict.fromkeys(rule.body)))
        self._conditions = _index(axioms.conditions, lambda rule: ((a.predicate, a.value) for a in rule.body))

    def push(self, size: int, triple: Triple, use: Use | None) -> None:
        # The running number decides between proofs of one size, and with it the order of the axioms.
        self._pushed += 1
        heapq.heappush(self._agenda, (size, self._pushed, triple, use))

    def run(self) -> Closure:
        closure = self.closure
        while self._agenda:
            size, _, triple, use = heapq.heappop(self._agenda)
            if triple in closure.sizes:
                continue
            closure.sizes[triple] = size
            closure.best[triple] = use
            closure.by_subject[triple.subject, triple.predicate].append(triple.object)
            closure.by_object[triple.predicate, triple.object].append(triple.subject)
            for found in self._consequences(triple):
                if found.conclusion not in found.premises:
                    closure.uses[found.conclusion].append(found)
                    if found.conclusion not in closure.sizes:
                        total = 1 + sum(closure.sizes[p] for p in found.premises)
                        self.push(total, found.conclusion, found)
        return closure

    def _consequences(self, fact: Triple) -> Iterator[Use]:
        for copy in self._copies.get(fact.predicate, ()):
            if not copy.swap:
                yield Use(copy.rule, (fact,), Triple(fact.subject, copy.head, fact.object), copy.axioms)
            elif isinstance(fact.object, Iri):
                yield Use(copy.rule, (fact,), Triple(fact.object, copy.head, fact.subject), copy.axioms)
        for typing in self._typings.get(fact.predicate, ()):
            member = fact.object if typing.of_object else fact.subject
            if isinstance(member, Iri):
                yield Use(typing.rule, (fact,), Triple(member, RDF.TYPE, typing.cls), typing.axioms)
        for chain in self._chains.get(fact.predicate, ()):
            for path in self._paths(chain, fact):
                yield Use(
                    chain.rule, path, Triple(path[0].subject, chain.head, path[-1].object), chain.axioms
                )
        for condition in self._conditions.get((fact.predicate, fact.object), ()):
            premises = tuple(Triple(fact.subject, atom.predicate, atom.value) for atom in condition.body)
            if all(premise in self.closure.sizes for premise in premises):
                head = condition.head
                yield Use(
                    condition.rule,
                    premises,
                    Triple(fact.subject, head.predicate, head.value),
                    condition.axioms,
                )

    def _paths(self, chain: Chain, fact: Triple) -> Iterator[tuple[Triple, ...]]:
        """All ways to walk `chain` over settled facts that pass through `fact`, each once."""
        for place, predicate in enumerate(chain.body):
            if predicate != fact.predicate:
                continue
            for before in self._before(chain.body[:place], fact.subject):
                if fact in before:  # found already, with the fact in the earlier place
                    continue
                for after in self._after(chain.body[place + 1 :], fact.object):
                    yield (*before, fact, *after)

    def _before(self, predicates: tuple[Iri, ...], end: Iri) -> Iterator[tuple[Triple, ...]]:
        if not predicates:
            yield ()
            return
        for start in self.closure.by_object.get((predicates[-1], end), ()):
            step = Triple(start, predicates[-1], end)
            for rest in self._before(predicates[:-1], start):
                yield (*rest, step)

    def _after(self, predicates: tuple[Iri, ...], start: Term) -> Iterator[tuple[Triple, ...]]:
        if not predicates:
            yield ()
            return
        if not isinstance(start, Iri):
            return
        for end in self.closure.by_subject.get((start, predicates[0]), ()):
            step = Triple(start, predicates[0], end)
            for rest in self._after(predicates[1:], end):
                yield (step, *rest)


def _index(rules: tuple[_R, ...], keys: Callable[[_R], Iterable[_K]]) -> dict[_K, list[_R]]:
    found: dict[_K, list[_R]] = defaultdict(list)
    for rule in rules:
        for key in keys(rule):
            found[key].append(rule)
    return found
