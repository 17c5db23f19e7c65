"""To which kind a thing belongs."""

from __future__ import annotations

from collections.abc import Iterator

from kg.terms import Iri, Triple
from kg.vocabulary import WITNESSES
from qa.telling.verbalising import capital
from qa.vocabulary import CALF
from teach.quiz.kit import KIND, WRONG, Kit, key, verdicts
from teach.quiz.likeness import ordered_by_chance
from teach.quiz.model import Form, Item, Level
from teach.quiz.topics import apart, topic_of, unasked

__all__ = ["items"]


def items(kit: Kit) -> Iterator[Item]:
    """Items for each thing and level; by the graph, the wrong kinds share no member with the right one."""
    topics = {c.iri: topic_of((c.iri, *c.supers)) for c in kit.graph.classes()}
    kinds = {e.kind for e in kit.graph.entities() if e.classes.isdisjoint(WITNESSES)} - unasked()
    for entity in kit.graph.entities():
        if not entity.classes.isdisjoint(WITNESSES) or not entity.classes.isdisjoint(unasked()):
            continue
        others = [k for k in ordered_by_chance(kinds, entity.iri) if _is_barred(kit, entity.iri, k)]
        near = [k for k in others if _is_near(k, entity.kind)]
        mates = [k for k in others if k not in near and topics[k] == topics[entity.kind]]
        for level, wrong in ((Level.HARD, near), (Level.MEDIUM, mates)):
            if wrong:
                yield _item(kit, entity.iri, wrong[:WRONG], level)
                yield _verdict(kit, entity.iri, wrong[0], level)
        if near or mates:
            yield _verdict(kit, entity.iri, entity.kind, Level.EASY)


def _is_near(one: Iri, other: Iri) -> bool:
    return any(one in group and other in group for group in apart())


def _is_barred(kit: Kit, iri: Iri, kind: Iri) -> bool:
    return kit.referee.refute(Triple(iri, CALF.TYPE, kind)) is not None


def _item(kit: Kit, iri: Iri, wrong: list[Iri], level: Level) -> Item:
    entity = kit.graph.entity(iri)
    held = Triple(iri, CALF.TYPE, entity.kind)
    refuted = [Triple(iri, CALF.TYPE, kind) for kind in wrong]
    return Item(
        id=key(Form.ONE, KIND, iri, level),
        form=Form.ONE,
        stem=f"To which kind of thing does “{entity.label}” belong?",
        level=level,
        topic=kit.topic(iri),
        memory=key(iri, KIND),
        about=(iri,),
        facts=(held,),
        options=(
            kit.kept(held, capital(kit.say.label(entity.kind))),
            *(kit.refused(t, capital(kit.say.label(k))) for t, k in zip(refuted, wrong, strict=True)),
        ),
        refuted=tuple(refuted),
        witnesses=_witnesses(kit, iri),
    )


def _verdict(kit: Kit, iri: Iri, kind: Iri, level: Level) -> Item:
    """Whether a thing belongs to a kind."""
    judged = Triple(iri, CALF.TYPE, kind)
    entity = kit.graph.entity(iri)
    held = Triple(iri, CALF.TYPE, entity.kind)
    why = kit.kept(held, "").why
    return Item(
        id=key(Form.VERDICT, KIND, iri, kind),
        form=Form.VERDICT,
        stem=f"True or false? “{capital(entity.label)}” belongs to the kind “{kit.say.label(kind)}”.",
        level=level,
        topic=kit.topic(iri),
        memory=key(iri, KIND),
        about=(iri,),
        facts=(held,),
        options=verdicts(why, holds=judged == held),
        judged=judged,
        refuted=() if judged == held else (judged,),
        witnesses=_witnesses(kit, iri),
    )


def _witnesses(kit: Kit, iri: Iri) -> tuple[Iri, ...]:
    """Sources that speak of a thing."""
    return tuple(dict.fromkeys(s.iri for t in kit.sourced(iri) for s in kit.graph.provenance(t).sources))
