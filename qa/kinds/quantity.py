"""Numbers: "how many sets a week", "how long should I pause at the top", "is once a week enough"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.terms import Iri, Literal, Triple
from qa.describing import main_statements
from qa.evaluating import members
from qa.kind import Desk, Draft, Reading
from qa.logic import Either, Kind, Linked, Select, Set, Thing, every
from qa.model import Item
from qa.numbers import Amount
from qa.scene import Scene
from qa.scope import Anchor
from qa.verbalising import capital
from qa.vocabulary import CALF

__all__ = ["Quantity"]


class Quantity:
    """How much of a training parameter."""

    name = "quantity"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """Prescriptions for the parameters named, narrowed by goal and phase."""
        cue = scene.cue("quantity")
        named = [
            (a, iri)
            for a in scene.anchors
            for iri in a.entities
            if CALF.PARAMETER in desk.connector.classes_of(iri)
        ]
        if not named:
            return
        core = scene.core
        asked = [pair for pair in named if scene.tokens[pair[0].mention.start].sentence == core] or named
        parameters = tuple(dict.fromkeys(iri for _, iri in asked))
        words = {i for a, _ in asked for i in a.words} | set(cue.words if cue else ())
        node: Set = Linked(CALF.PRESCRIBES, Thing(parameters[0]))
        if len(parameters) > 1:
            node = Linked(CALF.PRESCRIBES, Either(tuple(map(Thing, parameters))))
        narrowing = list(self._narrowing(scene, desk, node))
        words |= {i for a, _ in narrowing for i in a.words}
        amount = scene.parse.amounts[0] if scene.parse.amounts and scene.polar else None
        evidence = 0.9 + (0.9 if cue else 0.0) + 0.3 * len(narrowing) + (1.8 if amount else 0.0)
        form = Select(every([Kind(CALF.PRESCRIPTION), node, *(s for _, s in narrowing)]))
        yield Reading(self.name, form, frozenset(words), evidence, CALF.PRESCRIPTION, parameters, amount)

    def _narrowing(self, scene: Scene, desk: Desk, node: Set) -> Iterator[tuple[Anchor, Set]]:
        """Goals and phases that leave something of the prescriptions."""
        kept: list[Set] = [Kind(CALF.PRESCRIPTION), node]
        groups: dict[Iri, list[tuple[Anchor, Iri]]] = {}
        for anchor in scene.anchors:
            for iri in anchor.entities:
                for cls, prop in ((CALF.GOAL, CALF.FOR_GOAL), (CALF.PHASE, CALF.IN_PHASE)):
                    if cls in desk.connector.classes_of(iri) and anchor.polarity == "in":
                        groups.setdefault(prop, []).append((anchor, iri))
        for prop, pairs in groups.items():
            targets = tuple(dict.fromkeys(Thing(iri) for _, iri in pairs))
            part = Linked(prop, targets[0] if len(targets) == 1 else Either(targets))
            if members(every([*kept, part]), desk.graph):
                kept.append(part)
                yield from ((anchor, part) for anchor, _ in pairs)

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The ranges, each with what it is for."""
        assert isinstance(reading.form, Select)
        found = sorted(members(reading.form.set, desk.graph), key=desk.say.label)
        if not found:
            names = desk.say.names(reading.topics)
            near = tuple(
                t
                for iri in reading.topics
                for t in desk.graph.statements(object=iri)
                if not desk.graph.is_inferred(t) and CALF.CLAIM not in desk.graph.entity(t.subject).classes
            )
            said = f" What it does say: {' '.join(desk.say.sentences(near))}" if near else ""
            return Draft(
                f"The article gives no number for {names}.{said}", (), (), near, found=False, stated=False
            )
        triples = tuple(t for iri in found for t in _statements(iri, desk))
        rows = [self._row(iri, desk) for iri in found]
        items = tuple(Item(iri, desk.say.label(iri), desk.say.range(iri)) for iri in found)
        if reading.amount is not None:
            return self._judged(reading.amount, found, rows, items, triples, desk)
        if len(rows) == 1:
            return Draft(capital(rows[0]) + ".", items, (), triples)
        lead = capital("; ".join(rows)) + "."
        return Draft(lead, items, (), triples)

    def _row(self, iri: Iri, desk: Desk) -> str:
        """One prescription as a phrase: "15-25 repetitions per set for muscular endurance"."""
        goals = desk.graph.objects(iri, CALF.FOR_GOAL)
        text = desk.say.name(iri)
        return text if not goals else f"{text} for {desk.say.names(goals)}"

    def _judged(
        self,
        amount: Amount,
        found: list[Iri],
        rows: list[str],
        items: tuple[Item, ...],
        triples: tuple[Triple, ...],
        desk: Desk,
    ) -> Draft:
        """Whether an amount lies inside a recommended range."""
        inside = any(
            _bounds(iri, desk)[0] <= amount.low and amount.high <= _bounds(iri, desk)[1] for iri in found
        )
        lead = f"{'Yes' if inside else 'No'}: the article recommends {'; '.join(rows)}."
        return Draft(lead, items, (), triples, boolean="yes" if inside else "no")


def _bounds(iri: Iri, desk: Desk) -> tuple[float, float]:
    """A prescription's numbers."""
    values = [
        float(v.value)
        for p in (CALF.MIN_VALUE, CALF.MAX_VALUE)
        for v in desk.graph.objects(iri, p)
        if isinstance(v, Literal)
    ]
    return (min(values), max(values)) if values else (0.0, 0.0)


def _statements(iri: Iri, desk: Desk) -> Iterator[Triple]:
    """What a prescription says, numbers included."""
    yield from main_statements(iri, desk.graph)
    for prop in (CALF.MIN_VALUE, CALF.MAX_VALUE):
        yield from desk.graph.statements(subject=iri, predicate=prop)
