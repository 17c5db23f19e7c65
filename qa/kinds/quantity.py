"""Numbers: "how many sets a week", "what is the PCSA of the soleus", "is once a week enough"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph import KnowledgeGraph
from kg.schema import PropertyTerm
from kg.terms import Iri, Triple
from qa.forms.evaluating import exists, members
from qa.forms.logic import Either, Kind, Linked, Select, Set, Thing, every, things_in
from qa.kind import Desk, Draft, Reading
from qa.model import Item
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.grading import Degree
from qa.readings.bracketing import bracketed
from qa.remembering import per_graph
from qa.scene import Scene
from qa.telling.describing import main_statements
from qa.telling.measured import Values
from qa.telling.verbalising import capital
from qa.verdicts.fitting import judged, limit, row
from qa.verdicts.surpassing import SMALLEST, ordered
from qa.verdicts.totalling import weighed_amount
from qa.vocabulary import BACKGROUND, CALF

__all__ = ["Quantity"]

_GREATEST = "greatest"  # operator of english.toml
_PAIR = 2  # muscles that are compared
_ROWS = 3  # sentences with values; more make a table
_TIED = 4.5  # evidence of a quantity of muscles named with a muscle or an order: nothing else asks for it
_HELD = 6.0  # evidence of an amount that is held against a range named in words: as little


class Quantity:
    """How much of a training parameter, or of what muscles are measured by."""

    name = "quantity"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """Values of the quantities named, narrowed by what else is named: a goal, a phase, a muscle."""
        yield from bracketed(self.name, scene, desk)
        named = [
            (a.words, iri)
            for a in scene.anchors
            for iri in a.entities
            if CALF.QUANTITY in desk.connector.classes_of(iri)
        ]
        named = [*named, *_worded_in(scene, desk)] or list(_compared_in(scene, desk))
        if not named and (held := _held_against(scene, desk)):
            named = [
                (held[0].words, q) for q in desk.graph.objects(held[1], CALF.PRESCRIBES) if isinstance(q, Iri)
            ]
        if not named:
            return
        core = scene.core
        asked = [pair for pair in named if scene.tokens[min(pair[0])].sentence == core] or named
        for term in _telling(CALF.QUANTITY, desk.graph):
            fitting = [(words, iri) for words, iri in asked if desk.connector.stands(iri, term.range)]
            if fitting:
                yield self._reading(term, fitting, scene, desk)

    def _reading(
        self, term: PropertyTerm, named: list[tuple[frozenset[int], Iri]], scene: Scene, desk: Desk
    ) -> Reading:
        """The values of one class that tell the quantities named."""
        assert term.domain is not None
        cue = scene.cue("quantity")
        quantities = tuple(dict.fromkeys(iri for _, iri in named))
        words = frozenset(cue.words if cue else ()).union(*(said for said, _ in named))
        words |= {i for name in (scene.limit, scene.feared) for m in scene.operators(name) for i in m.words}
        kept: list[Set] = [Kind(term.domain), Linked(term.iri, _either(quantities))]
        of_muscles = term.domain == CALF.MUSCLE_VALUE
        narrowing = list(_whose(scene, desk) if of_muscles else _narrowing(scene, desk, term, kept))
        words |= {i for a, _ in narrowing for i in a.words}
        amount = weighed_amount(Select(every(kept)), scene)
        extreme = _extreme(scene, quantities) if of_muscles and not scene.parse.amounts else ""
        whose = [iri for a, _ in narrowing for iri in a.entities] if extreme and scene.may_be_polar else []
        compared = whose if scene.polar or scene.before is None else []  # not of "and the weakest?"
        evidence = 0.9 + 0.9 * bool(cue) + 0.3 * len(narrowing) + 1.8 * bool(amount)
        held = amount is not None and any(isinstance(part, Thing) for _, part in narrowing)
        evidence += _HELD * held + _TIED * bool(of_muscles and (narrowing or extreme))
        among = [] if len(set(whose)) == 1 else [s for _, s in narrowing]  # "is it the largest" of all
        values = every([*kept, *among])
        form = Select(Linked(CALF.FOR_MUSCLE, values, inverse=True) if extreme else values)
        topics = tuple(dict.fromkeys((*quantities, *compared)))
        return Reading(
            self.name,
            form,
            words,
            evidence,
            term.domain,
            topics,
            amount,
            note=extreme or (scene.feared if amount else scene.limit),
        )

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The numbers, each with what it is for or whose it is."""
        assert isinstance(reading.form, Select)
        asked = reading.form.set
        found = sorted(
            members(asked.to if isinstance(asked, Linked) else asked, desk.graph), key=desk.say.label
        )
        if not found:
            return _nothing(reading, desk)
        if desk.connector.stands(found[0], CALF.MUSCLE_VALUE):
            return _measured(reading, found, desk)
        triples = tuple(t for iri in found for t in _statements(iri, desk))
        rows = [row(iri, desk) for iri in found]
        items = tuple(Item(iri, desk.say.label(iri), desk.say.range(iri)) for iri in found)
        if reading.amount is not None:
            return judged(reading, found, Draft("; ".join(rows), items, (), triples), desk)
        lead = f"{limit(reading.note, found, desk)}{'; '.join(rows)}"
        return Draft(_with_missing(f"{capital(lead)}.", reading, desk), items, (), triples)


@per_graph(1)
def _telling(cls: Iri, graph: KnowledgeGraph) -> tuple[PropertyTerm, ...]:
    """The properties by which values tell members of a class: quantities."""

    def leads(end: Iri | None, to: Iri) -> bool:
        return end is not None and to in (end, *graph.class_term(end).supers)

    terms = graph.properties()
    return tuple(p for p in terms if leads(p.domain, CALF.QUANTITY_VALUE) and leads(p.range, cls))


def _either(things: tuple[Iri, ...]) -> Set:
    """The set of these things."""
    return Thing(things[0]) if len(things) == 1 else Either(tuple(map(Thing, things)))


def _narrowing(scene: Scene, desk: Desk, term: PropertyTerm, kept: list[Set]) -> Iterator[tuple[Anchor, Set]]:
    """What else is named, by a property that leads from the values to it, and leaves something of them."""
    assert term.domain is not None
    groups: dict[Iri, list[tuple[Anchor, Iri]]] = {}
    held = _held_against(scene, desk)
    if held and exists(every([*kept, Thing(held[1])]), desk.graph):
        yield held[0], Thing(held[1])
    for anchor in scene.anchors:
        for iri in anchor.entities if anchor.polarity == "in" else ():
            for link in desk.connector.fitting(term.domain, iri):
                if link.iri != term.iri:
                    groups.setdefault(link.iri, []).append((anchor, iri))
    for prop, pairs in groups.items():
        part = Linked(prop, _either(tuple(dict.fromkeys(iri for _, iri in pairs))))
        if exists(every([*kept, part]), desk.graph):
            kept = [*kept, part]
            yield from ((anchor, part) for anchor, _ in pairs)


def _whose(scene: Scene, desk: Desk) -> Iterator[tuple[Anchor, Set]]:
    """The muscles named, which stand for their parts too, and the classes of muscles that narrow them.

    A muscle without values leaves nothing: those of others are no answer.
    """
    wanted = CALF.MUSCULAR_STRUCTURE
    named = [
        (a, i)
        for a in scene.anchors
        for i in a.entities
        if (a.polarity == "in" or scene.degree) and desk.connector.stands(i, wanted)
    ]
    kinds = [(a, c) for a in scene.anchors for c in a.classes if desk.connector.is_a(c, wanted)]
    if len({i for _, i in named}) >= _PAIR:  # "than both heads of the gastrocnemius"
        kinds = []
    parts: list[Set] = [Kind(cls) for _, cls in kinds if cls not in BACKGROUND]
    if named:
        to = _either(tuple(dict.fromkeys(iri for _, iri in named)))
        parts.append(Either((to, Linked(CALF.PART_OF, to))))
    owner = Linked(CALF.FOR_MUSCLE, every(parts or [Kind(wanted)]))
    yield from ((anchor, owner) for anchor, _ in (*named, *kinds))


def _measured(reading: Reading, found: list[Iri], desk: Desk) -> Draft:
    """The values of muscles by their sources; where the greatest or the least is asked for, that first."""
    assert isinstance(reading.form, Select)
    values = Values(found, desk.graph, desk.say)
    quantities = [iri for iri in reading.topics if desk.connector.stands(iri, CALF.QUANTITY)]
    triples = tuple(t for iri in found for t in main_statements(iri, desk.graph))
    ranked, tables = isinstance(reading.form.set, Linked), tuple(map(values.table, quantities))
    if ranked and all(map(values.orders, quantities)):
        return ordered(reading, values, Draft("", (), tables, triples), desk)
    items = tuple(Item(iri, desk.say.label(iri), desk.say.range(iri)) for iri in found)
    if ranked:
        items = tuple(Item(iri, desk.say.label(iri)) for iri in values.muscles)
    said = values.sentences()
    if len(said) <= _ROWS:
        return Draft(" ".join(said), items, (), triples)
    return Draft(f"{capital(desk.say.names(quantities))}, by muscle and source:", items, tables, triples)


def _with_missing(lead: str, reading: Reading, desk: Desk) -> str:
    """What is told of some quantities, with those of which there is no number; first, if asked for first."""
    assert isinstance(reading.form, Select)
    named = [iri for iri in things_in(reading.form.set) if desk.connector.stands(iri, CALF.QUANTITY)]
    missing = [iri for iri in named if not desk.graph.subjects(CALF.PRESCRIBES, iri)]
    if not missing or len(missing) == len(named):
        return lead
    said = f"The article gives no number for {desk.say.names(missing)}."
    return f"{said} {lead}" if missing[0] == named[0] else f"{lead} {said}"


def _nothing(reading: Reading, desk: Desk) -> Draft:
    """No value: what else the article says of the quantity."""
    assert isinstance(reading.form, Select)
    names = desk.say.names(reading.topics)
    if reading.focus == CALF.MUSCLE_VALUE:
        things = dict.fromkeys(things_in(reading.form.set))
        whose = [iri for iri in things if not desk.connector.stands(iri, CALF.QUANTITY)]
        asked = [iri for iri in things if iri not in whose]
        lead = f"No source here gives {desk.say.names(asked)} of {desk.say.names(whose)}."
        return Draft(lead, found=False, stated=False)
    near = tuple(
        t
        for iri in reading.topics
        for t in desk.graph.statements(object=iri)
        if not desk.graph.is_inferred(t) and CALF.CLAIM not in desk.graph.entity(t.subject).classes
    )
    said = f" What it does say: {' '.join(desk.say.sentences(near))}" if near else ""
    return Draft(f"The article gives no number for {names}.{said}", (), (), near, found=False, stated=False)


def _compared_in(scene: Scene, desk: Desk) -> Iterator[tuple[frozenset[int], Iri]]:
    """The quantities that a question compares muscles in: "is it stronger?", and the words that say so."""
    if (degree := scene.degree) is not None:
        of_muscles = desk.graph.instances(CALF.MUSCLE_QUANTITY)
        yield from ((frozenset(degree.words), iri) for iri in of_muscles if _way(degree, iri, scene))


def _held_against(scene: Scene, desk: Desk) -> tuple[Anchor, Iri] | None:
    """The one range that is named in words beside an amount: "are 18 of them high reps?"; else None."""
    figures = {t.index for t in scene.tokens for a in scene.parse.amounts if a.start <= t.offset < a.end}
    named = {
        iri: anchor
        for anchor in scene.anchors
        for iri in anchor.entities
        if desk.connector.stands(iri, CALF.PRESCRIPTION) and figures.isdisjoint(anchor.words)
    }
    if len(named) != 1 or not figures or not scene.may_be_polar:
        return None
    ((iri, anchor),) = named.items()
    return anchor, iri


def _worded_in(scene: Scene, desk: Desk) -> Iterator[tuple[frozenset[int], Iri]]:
    """The quantity that muscles seem to be compared in, by the wording: "A weighs more than B, right?"."""
    muscles = {iri for a in scene.anchors if a.bodily for iri in a.entities}
    likely = scene.suggested.likely[:1] if "than" in scene.stems and len(muscles) >= _PAIR else ()
    for one in likely:
        said = frozenset(t.index for t in scene.tokens if t.stem in {"than", *one.stems})
        for iri in things_in(one.meaning.form.set) if isinstance(one.meaning.form, Select) else ():
            if desk.connector.stands(iri, CALF.MUSCLE_QUANTITY):
                yield said, iri


def _extreme(scene: Scene, quantities: tuple[Iri, ...]) -> str:
    """Which end of an order a question asks for: "greatest", "smallest" or ""."""
    if scene.degree is not None and (way := _way(scene.degree, quantities[0], scene)):
        return way
    forms = english().operators  # a name may hold one: "longer fibres"
    found = [
        (t.index, end) for end in (_GREATEST, SMALLEST) for t in scene.asking if t.text.lower() in forms[end]
    ]
    return min(found)[1] if found else ""


def _way(degree: Degree, quantity: Iri, scene: Scene) -> str:
    """Which end of the order of a quantity a degree asks for; "" if it tells nothing of that quantity."""
    entity = scene.graph.entity(quantity)
    ends = (SMALLEST, _GREATEST) if degree.reverse else (_GREATEST, SMALLEST)
    words = (entity.greater, entity.lesser)
    return next((end for end, said in zip(ends, words, strict=True) if degree.quality in said), "")


def _statements(iri: Iri, desk: Desk) -> Iterator[Triple]:
    """What a prescription or another value says, numbers included."""
    yield from main_statements(iri, desk.graph)
    for prop in (CALF.MIN_VALUE, CALF.MAX_VALUE):
        yield from desk.graph.statements(subject=iri, predicate=prop)
