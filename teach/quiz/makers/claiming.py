"""What the article claims, and what studies found: contested claims are only ever asked about in this way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.provenance import Claim, Evidence
from kg.terms import Iri, Triple
from kg.vocabulary import CALF as KG
from qa.telling.verbalising import capital
from qa.vocabulary import CALF
from teach.quiz.kit import WRONG, Kit, key, verdicts
from teach.quiz.likeness import ordered_by_chance
from teach.quiz.model import Form, Item, Level, Option

__all__ = ["items"]

_RIGHT = 4  # right options of one item at most


def items(kit: Kit) -> Iterator[Item]:
    """How each claim stands, what each study says of it and how it came by it, and who takes which side."""
    for claim in kit.graph.claims():
        yield from _standing(kit, claim)
        for line in claim.evidence:
            yield from _found(kit, claim, line)
            yield from _measured(kit, claim, line)
        for direction in kit.graph.instances(CALF.EVIDENCE_DIRECTION):
            yield from _sided(kit, claim, direction)


def _standing(kit: Kit, claim: Claim) -> Iterator[Item]:
    """How a claim stands against research, to choose and as true or false."""
    statuses = kit.graph.instances(CALF.CLAIM_STATUS)
    held = next(s for s in statuses if kit.graph.entity(s).label == claim.status)
    others = ordered_by_chance([s for s in statuses if s != held], claim.iri)

    def told(status: Iri) -> str:
        return kit.graph.entity(status).definition

    def option(status: Iri) -> Option:
        states = (Triple(claim.iri, KG.HAS_STATUS, status),)
        return Option(told(status), status == held, told(held), states)

    base = Item(
        id=key(Form.ONE, claim.iri, "status", Level.HARD),
        form=Form.ONE,
        stem=f"The article claims: {claim.label}. How does this stand against the research that was read?",
        level=Level.HARD,
        topic="evidence",
        memory=key(claim.iri, "status"),
        about=(claim.iri, *claim.about),
        facts=(Triple(claim.iri, KG.HAS_STATUS, held),),
        options=tuple(map(option, (held, *others[:WRONG]))),
        refuted=tuple(Triple(claim.iri, KG.HAS_STATUS, other) for other in others[:WRONG]),
        witnesses=_witnesses(claim),
        claims=(claim.iri,),
    )
    yield base
    for status in (held, *others[:2]):
        judged = Triple(claim.iri, KG.HAS_STATUS, status)
        said = f"The article claims: {claim.label}. “{told(status)}”"
        yield _verdict(base, judged, said, told(held), holds=status == held)


def _verdict(base: Item, judged: Triple, said: str, why: str, *, holds: bool) -> Item:
    assert isinstance(judged.object, Iri)
    return replace(
        base,
        id=key(Form.VERDICT, judged.subject, judged.object),
        form=Form.VERDICT,
        stem=f"True or false? {said}",
        level=Level.MEDIUM,
        options=verdicts(why, holds=holds),
        judged=judged,
        refuted=() if holds else (judged,),
    )


def _witnesses(claim: Claim) -> tuple[Iri, ...]:
    return (*(s.iri for s in claim.sentences), *(line.source.iri for line in claim.evidence))


def _found(kit: Kit, claim: Claim, line: Evidence) -> Iterator[Item]:
    """What one study says of a claim, to choose and as true or false."""
    study = kit.say.name(line.source.iri)
    held = _direction(kit, line)
    directions = kit.graph.instances(CALF.EVIDENCE_DIRECTION)
    others = ordered_by_chance([d for d in directions if d != held], line.iri)

    def option(direction: Iri) -> Option:
        states = (Triple(line.iri, KG.HAS_DIRECTION, direction),)
        return Option(f"It is {kit.say.name(direction)}", direction == held, _filed(kit, line), states)

    base = Item(
        id=key(Form.ONE, line.iri, "direction"),
        form=Form.ONE,
        stem=f"The article claims: {claim.label}. What is the finding of {study} on this claim?",
        level=Level.MEDIUM,
        topic="evidence",
        memory=key(line.iri, "direction"),
        about=(claim.iri, line.source.iri),
        facts=(Triple(line.iri, KG.HAS_DIRECTION, held),),
        options=tuple(map(option, (held, *others))),
        refuted=tuple(Triple(line.iri, KG.HAS_DIRECTION, other) for other in others),
        witnesses=(*(s.iri for s in claim.sentences), line.source.iri),
        claims=(claim.iri,),
    )
    yield base
    for direction in (held, *others):
        judged = Triple(line.iri, KG.HAS_DIRECTION, direction)
        said = f"The finding of {study} is {kit.say.name(direction)} of the article: {claim.label}."
        yield _verdict(base, judged, said, _filed(kit, line), holds=direction == held)


def _direction(kit: Kit, line: Evidence) -> Iri:
    directions = kit.graph.instances(CALF.EVIDENCE_DIRECTION)
    return next(d for d in directions if kit.graph.entity(d).label == line.direction)


def _filed(kit: Kit, line: Evidence) -> str:
    """A finding with the side that it takes: "Against the claim: the medial head grew least so."."""
    return f"{capital(kit.say.name(_direction(kit, line)))}: {line.text}"


def _measured(kit: Kit, claim: Claim, line: Evidence) -> Iterator[Item]:
    """In which study something was found: the others measured in another way, for other claims."""
    known = {each.source.iri for each in claim.evidence}
    studies = {s.iri: s for s in kit.graph.sources() if s.measure}
    own = studies.get(line.source.iri)
    others = [s.iri for s in studies.values() if own and s.iri not in known and s.design != own.design]
    if own is None or not others:
        return
    order = ordered_by_chance(others, line.iri)[:WRONG]

    def option(iri: Iri) -> Option:
        study, states = studies[iri], (Triple(line.iri, KG.FROM_STUDY, iri),)
        name = ", ".join(filter(None, (capital(kit.say.name(iri)), study.design)))
        why = f"The finding is that of {kit.say.name(own.iri)}."
        return Option(f"{name}: {study.measure}", iri == own.iri, why, states)

    options = tuple(map(option, (own.iri, *order)))
    yield Item(
        id=key(Form.ONE, line.iri, "study"),
        form=Form.ONE,
        stem=f"The article claims: {claim.label}. Which study found this? “{line.text}”",
        level=Level.EASY,
        topic="evidence",
        memory=key(line.iri, "study"),
        about=(claim.iri, own.iri),
        facts=options[0].states,
        options=options,
        refuted=tuple(state for each in options[1:] for state in each.states),
        witnesses=(*(s.iri for s in claim.sentences), own.iri),
        claims=(claim.iri,),
    )


def _sided(kit: Kit, claim: Claim, direction: Iri) -> Iterator[Item]:
    """Which studies take one side, where some do and some do not."""
    label = kit.graph.entity(direction).label
    sides = {side: [e for e in claim.evidence if (e.direction == label) is side] for side in (True, False)}
    if not sides[True] or not sides[False]:
        return
    shown = [(e, side) for side, most in ((True, _RIGHT), (False, WRONG)) for e in sides[side][:most]]
    found = f"Find every source here whose finding is {kit.say.name(direction)}."
    options = tuple(
        Option(
            kit.say.label(e.source.iri), side, _filed(kit, e), (Triple(e.iri, KG.HAS_DIRECTION, direction),)
        )
        for e, side in shown
    )
    yield Item(
        id=key(Form.SEVERAL, claim.iri, direction),
        form=Form.SEVERAL,
        stem=f"The article claims: {claim.label}. {found}",
        level=Level.HARD,
        topic="evidence",
        memory=key(claim.iri, direction),
        about=(claim.iri, *(e.source.iri for e, _ in shown)),
        facts=tuple(o.states[0] for o in options if o.right),
        options=options,
        refuted=tuple(o.states[0] for o in options if not o.right),
        witnesses=(*(s.iri for s in claim.sentences), *(e.source.iri for e, _ in shown)),
        claims=(claim.iri,),
    )
