"""Further proofs of a fact, and how facts stand when some of what they rest on is contested."""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from typing import TYPE_CHECKING

from kg.provenance import Standing
from kg.rules import triple_key
from kg.terms import Proof, Triple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.rules import Closure, Use

__all__ = ["leaves", "minimal_proofs", "standings"]

# Each attempt searches the uses below one fact again; a fact with more different reasons than
# this is as sure as it can be, and an answer shows a few of them at most.
_ATTEMPTS = 64


def leaves(proof: Proof) -> tuple[Triple, ...]:
    """The asserted statements and the axioms that a proof rests on, each once, in its order."""
    return tuple(dict.fromkeys(_leaves(proof)))


def _leaves(proof: Proof) -> Iterator[Triple]:
    if not proof.rule:
        yield proof.conclusion
    yield from proof.axioms
    for premise in proof.premises:
        yield from _leaves(premise)


def standings(closure: Closure, own: dict[Triple, Standing]) -> dict[Triple, Standing]:
    """The best standing that a proof of each fact has; a proof is as bad as the worst it rests on.

    `own` is the standing of single statements, class-level ones included; others are uncontested.
    """
    found: dict[Triple, Standing] = {}
    using = _by_premise(closure)
    for level in Standing:
        allowed = _Level(own, level)
        queue = deque(f for f, use in closure.best.items() if use is None and f not in found and allowed(f))
        # What held at a better level already may complete a use whose axioms are only allowed at this one.
        queue.extend(found)
        while queue:
            fact = queue.popleft()
            found.setdefault(fact, level)
            for use in using.get(fact, ()):
                ready = use.conclusion not in found and all(p in found for p in use.premises)
                if ready and all(allowed(axiom) for axiom in use.axioms):
                    found[use.conclusion] = level
                    queue.append(use.conclusion)
    return found


class _Level:
    """Whether a statement is no worse than a level."""

    def __init__(self, own: dict[Triple, Standing], level: Standing) -> None:
        self._own = own
        self._badness = level.badness

    def __call__(self, statement: Triple) -> bool:
        return self._own.get(statement, Standing.UNCONTESTED).badness <= self._badness


def _by_premise(closure: Closure) -> dict[Triple, list[Use]]:
    using: dict[Triple, list[Use]] = defaultdict(list)
    for uses in closure.uses.values():
        for use in uses:
            for premise in dict.fromkeys(use.premises):
                using[premise].append(use)
    return using


def minimal_proofs(
    closure: Closure,
    triple: Triple,
    limit: int,
    counted: Callable[[Triple], Triple | None] = lambda t: t,
    attempts: int = _ATTEMPTS,
) -> tuple[Proof, ...]:
    """Up to `limit` proofs, none of which rests on a proper superset of what another rests on.

    What a proof rests on are its leaves as `counted` gives them: None for one that goes without saying, and
    one value for all those that say the same thing.
    Each proof found is blocked at each of its statements in turn, and the shortest proof without the
    blocked statements is looked for (Reiter's hitting-set search).
    """
    below = _Below(closure, triple, counted)
    found: dict[frozenset[Triple], Proof] = {}
    seen: set[frozenset[Triple]] = set()
    queue: deque[frozenset[Triple]] = deque([frozenset()])
    while queue and attempts and len(found) < 2 * limit:
        blocked = queue.popleft()
        rests = next((rests for rests in found if rests.isdisjoint(blocked)), None)
        if rests is None:
            attempts -= 1
            proof = below.shortest(blocked)
            if proof is None:
                continue
            rests = frozenset(key for leaf in leaves(proof) if (key := counted(leaf)) is not None)
            found.setdefault(rests, proof)
        for leaf in sorted(rests, key=triple_key):
            more = blocked | {leaf}
            if more not in seen:
                seen.add(more)
                queue.append(more)
    minimal = [proof for rests, proof in found.items() if not any(other < rests for other in found)]
    return tuple(sorted(minimal, key=_size)[:limit])


def _size(proof: Proof) -> int:
    return 1 + sum(_size(premise) for premise in proof.premises)


class _Below:
    """The facts and uses of rules that can matter for a proof of one fact."""

    def __init__(self, closure: Closure, target: Triple, counted: Callable[[Triple], Triple | None]) -> None:
        self._closure = closure
        self._target = target
        self._counted = counted
        self._asserted: list[Triple] = []
        self._using: dict[Triple, list[Use]] = defaultdict(list)
        seen, queue = {target}, deque([target])
        while queue:
            fact = queue.popleft()
            if closure.best[fact] is None:
                self._asserted.append(fact)
            for use in closure.uses.get(fact, ()):
                for premise in dict.fromkeys(use.premises):
                    self._using[premise].append(use)
                    if premise not in seen:
                        seen.add(premise)
                        queue.append(premise)

    def shortest(self, blocked: frozenset[Triple]) -> Proof | None:
        """The smallest proof that rests on no statement that counts as a blocked one."""
        sizes: dict[Triple, int] = {}
        best: dict[Triple, Use | None] = {}
        agenda: list[tuple[int, int, Triple, Use | None]] = [
            (1, i, fact, None) for i, fact in enumerate(self._asserted) if self._counted(fact) not in blocked
        ]
        pushed = len(self._asserted)
        while agenda:
            size, _, fact, use = heapq.heappop(agenda)
            if fact in sizes:
                continue
            sizes[fact], best[fact] = size, use
            if fact == self._target:
                return _assemble(fact, best)
            for found in self._using.get(fact, ()):
                if found.conclusion in sizes or not all(p in sizes for p in found.premises):
                    continue
                if blocked.isdisjoint(map(self._counted, found.axioms)):
                    pushed += 1
                    total = 1 + sum(sizes[p] for p in found.premises)
                    heapq.heappush(agenda, (total, pushed, found.conclusion, found))
        return None


def _assemble(fact: Triple, best: dict[Triple, Use | None]) -> Proof:
    use = best[fact]
    if use is None:
        return Proof(fact)
    return Proof(fact, use.rule, tuple(_assemble(p, best) for p in use.premises), use.axioms)
