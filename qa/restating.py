"""Readings from the wording model: a likely meaning, with the names of this question in its places.

"whats that one where your buddy sits on you" names no exercise, no partner and no property; the model
has learnt how people say that. What it proposes is an ordinary typed reading and competes with those
that are built from the schema; a name of the question that it has no place for counts against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.canonical import substituted
from qa.completing import completed
from qa.english import english
from qa.evaluating import exists
from qa.kind import Desk, Reading
from qa.logic import (
    Ask,
    Because,
    Compare,
    Count,
    Either,
    Every,
    Form,
    Linked,
    Select,
    Set,
    Thing,
    Without,
    excluded_in,
    focus_of,
    kinds_in,
    named_in,
)
from qa.masking import mask_of
from qa.scene import Scene
from qa.scope import Anchor
from qa.spreading import spread
from qa.vocabulary import CALF, EXCHANGEABLE
from qa.wording import Likely

__all__ = ["is_held", "restated"]

_COUNTED = ("quantity", "counting")  # kinds that may judge an amount
_MAY_BE_EMPTY = ("listing", "quantity", "verification", "procedure")
_IMPLIED = 0.2  # probability from which a meaning may name what the question does not
_PART = 0.5  # weight of a telling word that stands for a whole name


def restated(scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The likely meanings as readings, with the names of the question in their places."""
    anchors = [a for a in scene.anchors if a.entities and a.mention.weight > _PART]
    found: dict[tuple[str, Form], Reading] = {}
    for likely in scene.suggested.likely:
        form = likely.meaning.form
        if form is None or not _suits(likely.meaning.kind, scene):
            continue
        places = _places(form, anchors, scene, desk)
        if places and isinstance(form, Ask) and form.triple.predicate == CALF.SAME_AS:
            continue  # that two names mean one thing says nothing of two others
        form = _widened(substituted(form, places), desk) if places else form
        kind, form = _as_asked(likely.meaning.kind, form, anchors, scene)
        if not is_held(kind, form, desk) or (likely.chance < _IMPLIED and not _is_named(form, anchors, desk)):
            continue
        reading = spread(_reading(likely, kind, form, scene, desk), scene, desk)
        same = found.get((reading.kind, reading.form))
        # Two meanings may become one when their places are filled: what speaks for either speaks for it.
        found[reading.kind, reading.form] = (
            replace(same, chance=same.chance + reading.chance, words=same.words | reading.words)
            if same
            else reading
        )
    whole = _either_way_round(found, desk)
    more = filter(None, (completed(reading, scene, desk) for reading in whole.values()))
    yield from (r for r in (*whole.values(), *more) if not _is_turned_round(r.form, scene, desk))


def _as_asked(kind: str, form: Form, anchors: list[Anchor], scene: Scene) -> tuple[str, Form]:
    """A kind and a form; of a list whose length is asked for, the count; of two names of a thing, that."""
    if isinstance(form, Compare):
        named = [a.entities for a in anchors if set(a.entities) & set(form.things)]
        if len(named) > 1 and len(set(named)) == 1:
            return "comparison", Ask(Triple(named[0][0], CALF.SAME_AS, named[0][0]))
    if kind == "listing" and isinstance(form, Select) and scene.mood == "count":
        return "counting", Count(form.set)
    return kind, form


def _suits(kind: str, scene: Scene) -> bool:
    """Whether the outward form of a question admits a kind: a verdict, a reason."""
    if kind == "verification":
        return not scene.wh
    if kind == "reason":
        return scene.wh in ("why", "how") or scene.cue("reason") is not None
    return True


def _places(form: Form, anchors: list[Anchor], scene: Scene, desk: Desk) -> dict[Iri, Iri]:
    """Which named things take the places of which: those of its kind that the form lacks.

    A name that was only carried over takes the place of a masked thing: any other the wording names itself.
    One that the question excludes takes the place of what the form does.
    """
    own, unwanted = named_in(form), excluded_in(form)
    free = [
        a
        for a in anchors
        if not set(a.entities) & set(own)
        and (isinstance(form, Ask) or not scene.is_background(a))  # a verdict on the calf is one on the calf
    ]
    named = {iri for a in anchors for iri in a.entities}
    found: dict[Iri, Iri] = {}
    for thing in own:
        if _is_exchangeable(thing, desk) and thing not in named:
            masked = mask_of(desk.graph.entity(thing).classes)
            fit = (a for a in free if masked or not a.words & scene.carried)
            fit = (
                a
                for a in fit
                if (a.polarity == "out") == (thing in unwanted) or (masked and thing in unwanted)
            )
            anchor = next((a for a in fit if desk.connector.alike(a.entities[0], thing)), None)
            if anchor:
                found[thing] = anchor.entities[0]
                free.remove(anchor)
    return found


def _widened(form: Form, desk: Desk) -> Form:
    """A form in which a property that leads nowhere from a thing is the next wider one that does.

    Exercises emphasise a head; the whole muscle they only train.
    """
    if isinstance(form, Ask) and desk.connector.is_property(form.triple.predicate):
        wider = sorted(desk.graph.property_term(form.triple.predicate).supers)
        asked = (form, *(Ask(form.triple._replace(predicate=other)) for other in wider))
        return next((ask for ask in asked if desk.graph.truth(ask.triple) is Truth.YES), form)
    return replace(form, set=_wide(form.set, desk)) if isinstance(form, Select | Count) else form


def _wide(node: Set, desk: Desk) -> Set:
    match node:
        case Linked(prop, Thing() as to, inverse):
            wider = sorted(desk.graph.property_term(prop).supers)
            nodes = (node, *(Linked(other, to, inverse) for other in wider))
            return next((n for n in nodes if exists(n, desk.graph)), node)
        case Every(parts) | Either(parts):
            return replace(node, parts=tuple(_wide(part, desk) for part in parts))
        case Without(part):
            return Without(_wide(part, desk))
    return node


def _either_way_round(found: dict[tuple[str, Form], Reading], desk: Desk) -> dict[tuple[str, Form], Reading]:
    """The readings, and each statement between things alike also turned round, with the same chance.

    Words without their order cannot tell "A under B" from "B under A": what tells is left to the readings
    that look at the order.
    """
    out = dict(found)
    for (kind, form), reading in found.items():
        if isinstance(form, Ask) and isinstance(last := form.triple.object, Iri):
            triple = form.triple
            if triple.subject != last and desk.connector.alike(triple.subject, last):
                turned = Ask(Triple(last, triple.predicate, triple.subject))
                other = found.get((kind, turned))
                chance = reading.chance + (other.chance if other else 0.0)
                out[kind, form] = replace(reading, chance=chance)
                out[kind, turned] = replace(other or reading, form=turned, topics=(last,), chance=chance)
    return out


def _is_named(form: Form, anchors: list[Anchor], desk: Desk) -> bool:
    """Whether the question names all that the form does, as far as such things have masks."""
    named = {iri for a in anchors for iri in a.entities}
    return all(iri in named or not _is_exchangeable(iri, desk) for iri in named_in(form))


def is_held(kind: str, form: Form, desk: Desk) -> bool:
    """Whether the graph holds what a form of this kind takes for granted once its places are filled.

    Only lists, counts and amounts have an answer where there is nothing.
    """
    if isinstance(form, Because):
        wanted = Truth.NO if form.negative else Truth.YES
        return all(desk.graph.truth(triple) is wanted for triple in form.triples)
    if isinstance(form, Select) and kind not in _MAY_BE_EMPTY:
        return exists(form.set, desk.graph)
    return True


def _is_exchangeable(iri: Iri, desk: Desk) -> bool:
    """Whether another thing may stand in the place of this one."""
    return desk.connector.is_thing(iri) and not EXCHANGEABLE.isdisjoint(desk.graph.entity(iri).classes)


def _reading(likely: Likely, kind: str, form: Form, scene: Scene, desk: Desk) -> Reading:
    """A likely meaning as a reading, with the words of the question that it explains."""
    meaning = likely.meaning
    told = (
        isinstance(form, Ask)
        and scene.mood == "none"
        and not scene.parse.questions
        and desk.connector.is_property(form.triple.predicate)
    )
    things = tuple(filter(desk.connector.is_thing, named_in(form)))
    topics = things[:1] if isinstance(form, Ask | Because) else things
    amount = scene.stated if kind in _COUNTED else None
    limit = scene.feared if amount else scene.limit
    return Reading(
        "facts" if told else kind,
        form,
        _explained(likely, form, scene),
        0.0,
        focus_of(form),
        topics,
        amount,
        _verdict(meaning.note, things, scene, desk) or (limit if kind == "quantity" else ""),
        likely.chance,
    )


def _explained(likely: Likely, form: Form, scene: Scene) -> frozenset[int]:
    """The names that have a place in the form, and the other words that speak for the meaning."""
    wanted, unwanted = {*named_in(form), *_classes_in(form)}, excluded_in(form)
    words: set[int] = set()
    taken: set[int] = set()
    for anchor in scene.anchors:
        meant = unwanted if anchor.polarity == "out" else wanted
        placed = any(iri in meant for iri in (*anchor.entities, *anchor.classes))
        spoken = all(scene.tokens[i].stem in likely.stems for i in anchor.words)
        if placed or (spoken and anchor.polarity != "out"):
            words |= anchor.words
        taken |= anchor.words
    taken |= {t.index for t in scene.absent}
    return frozenset(
        words | {t.index for t in scene.tokens if t.index not in taken and t.stem in likely.stems}
    )


def _is_turned_round(form: Form, scene: Scene, desk: Desk) -> bool:
    """Whether a form excludes what a question wants that excludes another: "the soleus, not the gastroc"."""
    unwanted = excluded_in(form)
    if not unwanted or all(a.polarity == "in" for a in scene.anchors):
        return False
    wanted = (iri for a in scene.anchors if a.polarity == "in" for iri in a.entities)
    return any(iri in unwanted and mask_of(desk.graph.entity(iri).classes) for iri in wanted)


def _classes_in(form: Form) -> Iterator[Iri]:
    """The classes that a form asks for members of, or speaks of."""
    if isinstance(form, Select | Count):
        yield from kinds_in(form.set)


def _verdict(note: str, things: tuple[Iri, ...], scene: Scene, desk: Desk) -> str:
    """The verdict of a meaning; of a mistake it turns where the question asks whether it is fine."""
    if note not in ("yes", "no") or not things:
        return note
    mistaken = CALF.MISTAKE in desk.connector.classes_of(things[0])
    stems = {t.stem for t in scene.tokens if t.sentence == scene.core}
    fine = bool(stems & english().fine) and not stems & english().faulty
    return "no" if mistaken and fine else note
