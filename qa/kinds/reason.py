"""Reasons: "why does the gastrocnemius need straight knees", "why shouldn't I bounce"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.schema import Truth
from kg.terms import Iri, Proof, Triple
from qa.claims.instead import reasons
from qa.claims.pairing import pairs
from qa.forms.evaluating import exists
from qa.forms.logic import Because, Describe, Linked, Select, Thing, excluded_in, named_in
from qa.kind import Desk, Draft, Reading
from qa.limits.arranging import in_source_order
from qa.model import Item, Items
from qa.scene import Scene
from qa.telling.describing import main_statements
from qa.telling.verbalising import joined
from qa.vocabulary import CALF

__all__ = ["Reason"]

_MOST = 100  # statements of one thing whose reasons are looked at, the most telling first
_SAID = 2  # words that a reason shares with a question which names only the calf


class Reason:
    """Why something is so, or why one should do it."""

    name = "reason"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """Reasons of statements between names, and effects of single names."""
        cue = scene.cue("reason")
        if not cue:
            return
        words = frozenset(cue.words)
        for pair in pairs(scene, desk)[:6]:
            if pair.truth is Truth.UNSTATED:
                continue
            negative = pair.truth is Truth.NO
            known = bool(reasons(pair.triple, desk)) or desk.graph.is_inferred(pair.triple)
            if not known:
                continue
            yield Reading(
                self.name,
                Because((pair.triple,), negative),
                words | pair.words,
                1.7 + 0.5 * pair.score,
                topics=(pair.triple.subject,),
            )
        for anchor in scene.anchors:
            for iri in anchor.entities:
                needed = _SAID if scene.is_background(anchor) else 0
                yield from self._alone(scene, iri, anchor.words | words, desk, needed)
                yield from _motives(scene, iri, anchor.words | words, desk)
                yield Reading("definition", Describe(iri), anchor.words | words, 1.0, topics=(iri,))

    def _alone(
        self, scene: Scene, iri: Iri, words: frozenset[int], desk: Desk, needed: int
    ) -> Iterator[Reading]:
        """Why a practice: what it brings about; why a fact about a thing: its noted reason.

        The question must share `needed` words with such a reason.
        """
        for thing in (iri, *desk.graph.subjects(CALF.PRESCRIBES, iri)):
            effects = Linked(CALF.HAS_EFFECT, Thing(thing), inverse=True)
            if exists(effects, desk.graph):
                yield Reading(self.name, Select(effects), words, 2.2, topics=(thing,))
            for triple in main_statements(thing, desk.graph, least=1)[:_MOST]:
                if noted := reasons(triple, desk):
                    said = " ".join(
                        [
                            desk.say.fact(triple),
                            *noted,
                            *(
                                desk.graph.entity(triple.object).hidden_labels
                                if isinstance(triple.object, Iri)
                                else ()
                            ),
                        ]
                    )
                    shared = scene.overlap(said)
                    if shared >= needed:
                        evidence = 0.9 + 0.4 * shared
                        yield Reading(self.name, Because((triple,)), words, evidence, topics=(thing,))

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The reasons noted on the statements, or the effects of a practice."""
        if isinstance(reading.form, Select):
            return _effects(reading, desk)
        assert isinstance(reading.form, Because)
        texts = list(dict.fromkeys(text for t in reading.form.triples for text in reasons(t, desk)))
        texts += [f"Because {premises}." for t in reading.form.triples if (premises := _premises(t, desk))]
        held = tuple(t for t in reading.form.triples if desk.graph.truth(t) is Truth.YES)
        held += tuple(_harm(held, desk))
        if not texts:
            said = desk.say.denial if reading.form.negative else desk.say.fact
            lead = f"The article states it without a reason: {said(reading.form.triples[0])}."
            return Draft(lead, (), (), held, found=False, stated=False)
        held_so = desk.say.sentences(held)
        blocks = (Items(tuple(dict.fromkeys([*texts[1:], *held_so]))),) if texts[1:] or held_so else ()
        return Draft(texts[0], (), blocks, held)


def _motives(scene: Scene, iri: Iri, words: frozenset[int], desk: Desk) -> Iterator[Reading]:
    """Why people want something: the concerns that make them, where the question speaks of wanting."""
    for mention, _ in scene.cued.get(CALF.MOTIVATES, ()):
        wanted = Linked(CALF.MOTIVATES, Thing(iri))
        if exists(wanted, desk.graph):
            used = words | frozenset(mention.words)
            yield Reading("listing", Select(wanted), used, 3.0, topics=(iri,))


def _effects(reading: Reading, desk: Desk) -> Draft:
    """Why one should, or should not: the effects of a practice."""
    assert isinstance(reading.form, Select)
    excluded = excluded_in(reading.form)
    iri, *purposes = (i for i in named_in(reading.form) if i not in excluded)
    effects = [t for t in main_statements(iri, desk.graph, least=0) if _is_effect(t, desk)]
    effects = [t for t in effects if t.object in purposes] or [t for t in effects if t.object not in excluded]
    properties = list(dict.fromkeys(t.predicate for t in effects))
    objects = in_source_order((t.object for t in effects if isinstance(t.object, Iri)), effects, desk)
    told = [Triple(iri, prop, value) for prop in properties for value in objects]
    triples = tuple(t for t in told if t in effects)
    found = list(dict.fromkeys(t.object for t in triples if isinstance(t.object, Iri)))
    first, *others = desk.say.sentences(triples)
    lead = " ".join([f"Because {first[:1].lower()}{first[1:]}", *others])
    more = [s for x in found for s in desk.say.sentences(main_statements(x, desk.graph))]
    items = tuple(Item(x, desk.say.label(x)) for x in found)
    remedy = desk.say.sentences(t for t in main_statements(iri, desk.graph) if t not in triples)
    rows = tuple(dict.fromkeys([*more, *remedy]))
    return Draft(lead, items, (Items(rows),) if rows else (), triples)


def _harm(triples: Iterable[Triple], desk: Desk) -> Iterator[Triple]:
    """What the mistakes that statements speak of bring about: the reason for any remedy of them."""
    for iri in dict.fromkeys(end for t in triples for end in (t.subject, t.object)):
        if isinstance(iri, Iri) and CALF.MISTAKE in desk.connector.classes_of(iri):
            yield from (t for t in main_statements(iri, desk.graph, least=0) if _is_effect(t, desk))


def _is_effect(triple: Triple, desk: Desk) -> bool:
    """Whether a statement says what something brings about."""
    term = desk.graph.property_term(triple.predicate)
    return CALF.HAS_EFFECT in term.supers or triple.predicate == CALF.HAS_EFFECT


def _premises(triple: Triple, desk: Desk) -> str:
    """What an inferred statement follows from, as a clause; "" for one that a source states."""
    if desk.graph.truth(triple) is not Truth.YES or not desk.graph.is_inferred(triple):
        return ""
    leaves = dict.fromkeys(_leaves(desk.graph.proof(triple)))
    return joined([desk.say.fact(t) for t in leaves if t.predicate != CALF.TYPE])


def _leaves(proof: Proof) -> Iterator[Triple]:
    """The statements that a proof rests on."""
    if not proof.premises:
        yield proof.conclusion
    for premise in proof.premises:
        yield from _leaves(premise)
