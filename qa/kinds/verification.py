"""Yes or no: "does the soleus cross the knee", "is bouncing bad", "is the soleus a muscle"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.claims.instead import because, reasons
from qa.claims.needed import need
from qa.claims.pairing import first_said, pairs
from qa.claims.unfounded import unfounded
from qa.forms.evaluating import exists, members
from qa.forms.logic import Ask, Describe, Kind, Linked, Select, Thing, Without, every
from qa.kind import Desk, Draft, Reading
from qa.model import Item, Items
from qa.parsing.anchor import Anchor
from qa.parsing.directing import end_of
from qa.parsing.english import english
from qa.readings.substituting import standing_in
from qa.scene import Scene
from qa.stating import is_stated
from qa.telling.describing import main_statements
from qa.telling.verbalising import article, capital
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF
from qa.wholes import of_the_whole

_MOST = 6  # statements between two names that are looked at, and those put word for word
__all__ = ["Verification"]

_JUDGED = 1.5  # what a judgement gains where the question asks for one


class Verification:
    """Whether something is so."""

    name = "verification"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """Statements between names; class membership; whether a practice is a mistake."""
        if not scene.polar:
            classed = _memberships(scene, frozenset()) if scene.may_be_polar else ()
            yield from (reading for reading in classed if is_stated(reading.form, scene))
            return
        cue = scene.cue("verification")
        words = frozenset(cue.words) if cue else frozenset()
        lacking = _lacking(scene, desk)
        found = pairs(scene, desk)
        likely = (*found[:_MOST], *(p for p in found[_MOST:] if is_stated(Ask(p.triple), scene)))
        for pair in (pair for pair in likely if pair.triple.object not in lacking):
            yield Reading(
                self.name,
                Ask(pair.triple),
                words | pair.words,
                1.2 + pair.score,
                topics=(pair.triple.subject,),
            )
        yield from _memberships(scene, words)
        yield from _identities(scene, desk, words)
        yield from _needs(scene, desk, words)
        yield from self._unsaid(scene, desk, words)
        yield from self._judgements(scene, desk, words)
        yield from _greatest(scene, desk, words)
        yield from standing_in(self.name, scene, desk)

    def _unsaid(self, scene: Scene, desk: Desk, words: frozenset[int]) -> Iterator[Reading]:
        """Statements whose other end the question leaves open: "can it be isolated?"."""
        for prop, found in sorted(scene.cued.items()) if not scene.unknown else ():
            mention, role = found[0]
            if role == "cue" or mention.weight < 1:
                continue
            for anchor in scene.anchors:
                end = end_of(desk.graph.property_term(prop), mention.start, role, anchor)
                triple = first_said(prop, anchor.entities, desk.graph, end)
                if triple is not None:
                    used = words | anchor.words | frozenset(mention.words)
                    yield Reading(self.name, Ask(triple), used, 1.4, topics=(triple.subject,))

    def _judgements(self, scene: Scene, desk: Desk, words: frozenset[int]) -> Iterator[Reading]:
        """Whether a practice named is a mistake, or good."""
        faulty = any(t.stem in english().faulty for t in scene.tokens)
        asked = frozenset(
            t.index for t in scene.tokens if t.sentence == scene.core and t.stem in english().fine
        )
        named = frozenset(i for a in scene.anchors if a.polarity == "in" for i in a.words)
        for anchor in scene.anchors:
            for iri in anchor.entities:
                classes = desk.connector.classes_of(iri)
                if CALF.EXERCISE in classes and len(scene.anchors) == 1:
                    yield Reading(
                        self.name, Describe(iri), anchor.words | words, 1.0, topics=(iri,), note="yes"
                    )
                if CALF.MISTAKE in classes or CALF.TRAINING_PRINCIPLE in classes:
                    bad = CALF.MISTAKE in classes
                    note = "yes" if bad == faulty else "no"
                    judged = bad and bool(asked)
                    used = anchor.words | words | (asked | named if judged else frozenset())
                    evidence = 1.3 + _JUDGED * judged
                    yield Reading(self.name, Describe(iri), used, evidence, topics=(iri,), note=note)

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """Yes, no, or not stated, with the reason or what is stated instead."""
        if isinstance(reading.form, Describe):
            return _judgement(reading.form.iri, reading.note, desk)
        if isinstance(reading.form, Select):
            return _ranked(reading, desk) if reading.focus == CALF.TRAINING_PRINCIPLE else need(reading, desk)
        assert isinstance(reading.form, Ask)
        triple = of_the_whole(reading.form.triple, desk.graph)
        if triple.predicate == CALF.SAME_AS:
            return _identity(triple, desk)
        truth = desk.graph.truth(triple)
        items = (
            (Item(triple.object, desk.say.label(triple.object)),) if isinstance(triple.object, Iri) else ()
        )
        if truth is Truth.YES:
            return Draft(
                f"Yes: {desk.say.fact(triple)}.", items, because(triple, desk), (triple,), boolean="yes"
            )
        if triple.predicate == CALF.TYPE and truth is Truth.NO:
            entity = desk.graph.entity(triple.subject)
            rest = (Items((f"{capital(entity.label)}: {entity.definition}",)),)
            kind = article(desk.say.label(entity.kind))
            return Draft(f"No: {entity.mention} is {kind}.", (), rest, (), boolean="no")
        return unfounded(triple, truth, desk)


def _memberships(scene: Scene, words: frozenset[int]) -> Iterator[Reading]:
    """Whether a thing is of a kind: "is the soleus a muscle?"."""
    for first, last in pairwise(scene.anchors):
        end = last.mention.start
        claim = scene.tokens[first.mention.start].sentence
        said = [t.stem for t in scene.tokens[:end] if t.sentence == claim]
        if "be" not in said or claim not in (scene.core, scene.claimed):
            continue
        for iri in first.entities:
            for cls in last.classes:
                form = Ask(Triple(iri, CALF.TYPE, cls))
                yield Reading("verification", form, words | first.words | last.words, 1.5, topics=(iri,))


def _identities(scene: Scene, desk: Desk, words: frozenset[int]) -> Iterator[Reading]:
    """Whether two names are one thing: "the soleus is the muscle everybody sees, right?"."""
    for first, last in pairwise(scene.anchors):
        between = [t.stem for t in scene.tokens[first.mention.end : last.mention.start]]
        said = [t.stem for t in scene.tokens[: first.mention.start]]
        before = [word for word in said if word == "be" or not english().is_plain(word)]
        if ("be" in between or before[-1:] == ["be"]) and all(english().is_plain(w) for w in between):
            for a in first.entities:
                for b in last.entities:
                    classes = desk.connector.classes_of(a) & desk.connector.classes_of(b)
                    if "same" in between or CALF.MUSCULAR_STRUCTURE in classes:
                        triple = Triple(a, CALF.SAME_AS, b)
                        yield Reading(
                            "verification", Ask(triple), words | first.words | last.words, 2.4, topics=(a,)
                        )


def _identity(triple: Triple, desk: Desk) -> Draft:
    """Whether two names mean one thing; individuals of the graph are all different."""
    assert isinstance(triple.object, Iri)
    first, last = desk.graph.entity(triple.subject), desk.graph.entity(triple.object)
    if first.iri == last.iri:
        lead = f"Yes: both are {first.mention}. {first.definition}"
        return Draft(
            lead,
            (Item(first.iri, first.label),),
            (),
            main_statements(first.iri, desk.graph)[:4],
            boolean="yes",
        )
    lead = f"No: {first.mention} and {last.mention} are two things."
    rows = tuple(f"{capital(e.label)}: {e.definition}" for e in (last, first))
    return Draft(lead, (Item(last.iri, last.label),), (Items(rows),), boolean="no")


def _lacking(scene: Scene, desk: Desk) -> frozenset[Iri]:
    """The equipment that a question wants to do without; that an exercise can use it is no answer then."""
    if is_denied(scene):
        return frozenset()  # "is it not done with a machine?"
    out = (iri for a in scene.anchors if a.polarity == "out" for iri in a.entities)
    return frozenset(iri for iri in out if CALF.EQUIPMENT in desk.connector.classes_of(iri))


def _needs(scene: Scene, desk: Desk, words: frozenset[int]) -> Iterator[Reading]:
    """Whether an exercise cannot be done without something: "does it need a machine?"."""
    needing = [t.index for t in scene.tokens if t.stem in ("need", "requir")]
    exercises = [
        (a, iri)
        for a in scene.anchors
        for iri in a.entities
        if CALF.EXERCISE in desk.connector.classes_of(iri)
    ]
    if not needing or not exercises:
        return
    exercise, iri = exercises[0]
    gear = [
        (anchor, name)
        for anchor in scene.anchors
        for name in (*anchor.entities, *anchor.classes)
        if CALF.EQUIPMENT in desk.connector.classes_of(name) or desk.connector.is_a(name, CALF.EQUIPMENT)
    ]
    # "Do I need a partner if I have no machine?" asks for the partner.
    lacking = [(a, name) for a, name in gear if a.polarity == "out"]
    lacking = lacking if len(lacking) < len(gear) else []
    without = [_lacks(a, name) for a, name in lacking]
    for anchor, name in gear:
        if (anchor, name) not in lacking:
            option = every([Kind(CALF.EQUIPMENT_OPTION), _lacks(anchor, name), *without])
            form = Select(every([Thing(iri), Linked(CALF.HAS_EQUIPMENT_OPTION, option)]))
            used = words.union(anchor.words, exercise.words, needing, *(a.words for a, _ in lacking))
            yield Reading("verification", form, used, 2.2, topics=(iri, name))


def _lacks(anchor: Anchor, name: Iri) -> Without:
    """Options without what a name stands for: a thing, or any of a class."""
    return Without(Linked(CALF.INCLUDES_EQUIPMENT, Kind(name) if name in anchor.classes else Thing(name)))


def _greatest(scene: Scene, desk: Desk, words: frozenset[int]) -> Iterator[Reading]:
    """Whether nothing stands above a thing: "is foot position the most important thing?"."""
    for mention, role in scene.cued.get(CALF.OUTRANKS, ()):
        for anchor in scene.anchors if role == "cue" else ():
            for iri in anchor.entities:
                above = Linked(CALF.OUTRANKS, Thing(iri))
                if exists(above, desk.graph):
                    used = words | anchor.words | frozenset(mention.words)
                    yield Reading("verification", Select(above), used, 2.6, CALF.TRAINING_PRINCIPLE, (iri,))


def _ranked(reading: Reading, desk: Desk) -> Draft:
    """No: what stands above the thing, if anything does."""
    assert isinstance(reading.form, Select)
    above = sorted(members(reading.form.set, desk.graph), key=desk.say.label)
    if not above:
        lead = f"Nothing is said to matter more than {desk.say.name(reading.topics[0])}."
        return Draft(lead, found=False, stated=False)
    triples = tuple(Triple(iri, CALF.OUTRANKS, reading.topics[0]) for iri in above)
    fact = f"No: {desk.say.facts(CALF.OUTRANKS, above, [reading.topics[0]])}."
    lead = " ".join(dict.fromkeys([fact, *(text for t in triples for text in reasons(t, desk))]))
    return Draft(lead, tuple(Item(i, desk.say.label(i)) for i in above), (), triples, boolean="no")


def _judgement(iri: Iri, boolean: str, desk: Desk) -> Draft:
    """Whether a practice is a mistake, with its effects and remedy."""
    triples = main_statements(iri, desk.graph)
    said = desk.say.sentences(triples)
    entity = desk.graph.entity(iri)
    told = f"{entity.definition[:1].lower()}{entity.definition[1:]}"
    # A definition alone would read as advice: "no: leaving out the soleus".
    if CALF.MISTAKE in entity.classes:
        told = f"{entity.mention} is a mistake: {told}"
    elif CALF.TRAINING_PRINCIPLE in entity.classes:
        told = f"the article asks for {entity.mention}: {told}"
    lead = f"{capital(boolean)}: {told}"
    items = tuple(Item(t.object, desk.say.label(t.object)) for t in triples if isinstance(t.object, Iri))
    return Draft(
        lead,
        (Item(iri, entity.label), *items),
        (Items(tuple(said)),) if said else (),
        triples,
        boolean=boolean,
    )
