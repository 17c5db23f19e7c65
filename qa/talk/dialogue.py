"""Follow-ups: what a turn leaves for the next, and how a short question leans on the last.

The wording model reads it with the question before around it (Scene.after), and with names that the last
turn leaves: those it spoke of ("can it be isolated?"), and those pointed out by their place ("the second").
Beside that stand readings that borrow the last form: a thing put in another's place ("and the soleus?"), a
narrower set ("which of them sitting?"), a bare "why?".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.canonical import from_canonical, substituted
from qa.forms.evaluating import exists, members, supports
from qa.forms.logic import (
    Ask,
    Because,
    Describe,
    Either,
    Form,
    Kind,
    Linked,
    Select,
    Set,
    Thing,
    Without,
    every,
    focus_of,
    iris_in,
    named_in,
    parts_of,
)
from qa.kind import Desk, Reading
from qa.limits.describing import lying
from qa.model import Context
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.nlp import Parse
from qa.readings.filling import is_held
from qa.readings.keeping import done_on
from qa.scene import Scene
from qa.talk.akin import alone, kindred
from qa.talk.applying import applied
from qa.talk.choosing import chosen
from qa.talk.facing import facing
from qa.talk.leaning import after_dropping, chooses, corrects, leans
from qa.talk.leaving import amount_of
from qa.talk.referring import carried_over, name_stems, pointed_out
from qa.talk.remaining import remaining
from qa.telling.verbalising import MOST_TOLD
from qa.verdicts.belonging import belonging
from qa.vocabulary import CALF

__all__ = ["Borrowed", "borrowed"]

_REPLACED = 5.0  # evidence for a reading that takes the last form over
_LISTED = 3.5  # more for naming what was only counted
_TOLD = 2.5  # less for telling of the other thing instead
_GOES_ON = 1.5  # more for it where the question opens with "and" or "what about"
_POINTED = 4.0  # more for a verdict on an amount where the question says "that" for what was prescribed
_CORRECTED = 4.0  # more for it where the question only corrects
_CHOSEN = 3.0  # more for a narrower list where the question chooses from the last one
_CARRIED = 0.7  # weight of a name carried over from the last turn


@dataclass(frozen=True, slots=True)
class Borrowed:
    """What a follow-up takes from the turn before: its scene, and readings that borrow the last form."""

    scene: Scene
    readings: tuple[Reading, ...]


def borrowed(scene: Scene, context: Context, desk: Desk, read: Callable[[str], Parse]) -> Borrowed | None:
    """What a question borrows from its context; None if it stands alone."""
    if not context.logical_form:
        return None
    kind, _, text = context.logical_form.partition(" ")
    text, closing, note = text.rpartition("]")  # the form's last sign; a note may follow
    form, told = from_canonical(text + closing), amount_of(note)
    note = "without" if note == " without" else ""
    if form is None or not leans(scene, context, desk) or not _is_sound(form, context, desk):
        return None
    rest, gone = after_dropping(scene, {*named_in(form), *context.entities})
    if rest:
        scene = Scene(read(rest), scene.graph)
        context = replace(context, entities=tuple(i for i in context.entities if i not in gone), results=())
    again = scene.goes_on and scene.may_be_polar and isinstance(form, Select)
    # A verdict was on what was said then.
    if kind == "verification" and not isinstance(form, Ask) and not again:
        kind = "definition" if isinstance(form, Describe) else "listing"
    before = Scene(read(desk.say.form(form)), scene.graph, told=told, boolean=context.boolean)
    scene = Scene(scene.parse, scene.graph, before=before)
    named = pointed_out(scene, context, desk)
    kept = replace(context, results=()) if corrects(scene) else context  # they answered something else
    after = scene.after(before, [] if named else carried_over(scene, kept, desk), _CARRIED, named)
    readings = [
        *_replaced(after if named else scene, kind, form, context, desk),
        *applied(after, form, desk),
        *chosen(after, kind, form, context, desk),
        *_judged(after, kind, form, context),
        *belonging(after, kind, form, context, desk),
        *_narrowed(scene, kind, form, context, desk),
        *_named_again(scene, context),
        *_asked_why(scene, form, desk),
        *_said_plainly(scene, context, desk),
        *facing(scene, context, desk),
        *remaining(scene, kind, form, context, desk),
    ]
    held = (r for r in readings if _is_asked(r, desk))
    return Borrowed(after, tuple(_noted(r, note) if r.kind == kind else r for r in held))


def _noted(reading: Reading, note: str) -> Reading:
    """A reading with the note of the form that it borrows, unless it has one or tells an amount."""
    return reading if reading.note or reading.amount is not None else replace(reading, note=note)


def _is_asked(reading: Reading, desk: Desk) -> bool:
    """Whether a reading can be meant; how claims stand is asked anew, and is no list to take things from."""
    return focus_of(reading.form) != CALF.CLAIM and is_held(reading.kind, reading.form, desk)


def _is_sound(form: Form, context: Context, desk: Desk) -> bool:
    """Whether a context speaks of this graph and is no damaged or foreign text."""
    named = (*iris_in(form), *context.entities, *context.results)
    return bool(context.entities or context.results) and all(desk.connector.knows(iri) for iri in named)


def _replaced(scene: Scene, kind: str, form: Form, context: Context, desk: Desk) -> Iterator[Reading]:
    """The last form with a thing of the same kind in another's place."""
    evidence = _REPLACED + _GOES_ON * scene.goes_on + _CORRECTED * corrects(scene)
    for old in filter(desk.connector.is_thing, named_in(form)):
        for new, words in _likes(scene, old, desk):
            left = (a for a in scene.anchors if a.polarity == "out" and old in a.entities)
            words |= {i for a in left for i in a.words}  # "sessions, not sets"
            topics = tuple(new if t == old else t for t in context.entities)
            if isinstance(form, Ask) and old == form.triple.subject and kind != "verification":
                asked = Linked(form.triple.predicate, Thing(new), inverse=True)
                if exists(asked, desk.graph):
                    yield Reading("listing", Select(asked), words, evidence, topics=topics)
                continue
            other = substituted(form, {old: new})
            if isinstance(other, Select) and not exists(other.set, desk.graph):
                # What holds of one may not hold of the other: tell what does.
                akin = alone(other, new, desk) if kind == "quantity" else kindred(other, new, desk)
                if akin is None:
                    yield Reading("definition", Describe(new), words, evidence - _TOLD, topics=(new,))
                other = akin or other
            yield Reading(kind, other, words, evidence, topics=topics)


def _judged(scene: Scene, kind: str, form: Form, context: Context) -> Iterator[Reading]:
    """The last prescription with an amount of now beside it: "and is 20 in that range?"."""
    amount = scene.stated
    if kind == "quantity" and amount is not None and isinstance(form, Select):
        words = frozenset(t.index for t in scene.asking if amount.start <= t.offset < amount.end)
        named = [a for a in scene.anchors if not a.words <= scene.carried | words and a.entities]
        if not named:
            yield Reading(
                kind,
                form,
                words,
                _REPLACED + (_POINTED if scene.points_back else _GOES_ON),
                focus_of(form),
                context.entities,
                amount,
                scene.feared,
            )


def _likes(scene: Scene, old: Iri, desk: Desk) -> Iterator[tuple[Iri, frozenset[int]]]:
    """Things of the kind of `old` that a question names, if only by what tells them apart: "and out?".

    Or that it describes: "and the muscle under it?".
    """
    kind = desk.graph.entity(old).kind
    for anchor in scene.anchors:
        yield from (
            (new, anchor.words) for new in anchor.entities if new != old and desk.connector.alike(new, old)
        )
        only = done_on(anchor.entities, desk)
        yield from ((new, anchor.words) for new in only if new != old and desk.connector.alike(new, old))
    for one in lying(scene, desk):
        if one.thing != old and desk.connector.alike(one.thing, old):
            yield one.thing, one.words
    own = name_stems(old, desk)
    gone = frozenset().union(*(a.words for a in scene.anchors if _is_lacking(a, desk)))
    for new in desk.graph.instances(kind):
        apart = name_stems(new, desk) - own
        words = frozenset(t.index for t in scene.tokens if t.stem in apart and t.index not in gone)
        if new != old and words and desk.graph.entity(new).kind == kind:
            yield new, words.union(*(a.words for a in scene.anchors if a.words & words))


def _is_lacking(anchor: Anchor, desk: Desk) -> bool:
    """Whether a name is of equipment that there is not: "if there's no machine"."""
    own = {c for iri in anchor.entities for c in desk.connector.classes_of(iri)}.union(anchor.classes)
    return anchor.polarity == "out" and any(desk.connector.is_a(cls, CALF.EQUIPMENT) for cls in own)


def _narrowed(scene: Scene, kind: str, form: Form, context: Context, desk: Desk) -> Iterator[Reading]:
    """The last list under further conditions: "which of them can I do sitting?", "I have no leg press"."""
    if not isinstance(form, Select):
        return
    focus = next((p.iri for p in parts_of(form.set) if isinstance(p, Kind)), None)
    if focus is None:
        return
    extra: list[Set] = []
    words: frozenset[int] = frozenset()
    things = tuple(iri for iri in named_in(form) if desk.connector.is_thing(iri))
    for anchor in scene.anchors:
        if anchor.polarity == "in" and any(
            desk.connector.alike(new, old) for new in anchor.entities for old in things
        ):
            continue
        same = [iri for iri in anchor.entities if desk.connector.stands(iri, focus)]
        links = desk.connector.links(scene, focus, anchor)
        if same and anchor.polarity == "out":
            extra += [Without(Thing(iri)) for iri in same]
            words |= anchor.words
        elif links and not links[0].empty:
            extra.append(links[0].set)
            words |= links[0].words
    if extra:
        node = every([*parts_of(form.set), *extra])
        evidence = _REPLACED + _CHOSEN * chooses(scene) if exists(node, desk.graph) else 0.0
        yield Reading(kind, Select(node), words, evidence, focus, context.entities)


def _asked_why(scene: Scene, form: Form, desk: Desk) -> Iterator[Reading]:
    """The reason of what the last answer stated: "why?", "what causes that?"."""
    cue = scene.cue("reason")
    if not cue or scene.anchors:
        return
    triples: tuple[Triple, ...] = ()
    if isinstance(form, Select):
        triples = supports(form.set, sorted(members(form.set, desk.graph))[:MOST_TOLD], desk.graph)
    elif isinstance(form, Ask):
        triples = (form.triple,)
    known = [t for t in triples if desk.graph.truth(t) is not Truth.UNSTATED]
    with_reason = tuple(t for t in known if desk.graph.provenance(t).rationales)
    if with_reason:
        topics = tuple(dict.fromkeys(t.subject for t in with_reason))
        negative = desk.graph.truth(with_reason[0]) is Truth.NO
        yield Reading(
            "reason", Because(with_reason, negative), frozenset(cue.words), _REPLACED + 1, topics=topics
        )


def _named_again(scene: Scene, context: Context) -> Iterator[Reading]:
    """The last results by their names: "what are they called?"."""
    named = scene.cue("definition")
    meant = not english().words["several"].isdisjoint(t.stem for t in scene.tokens)
    if named and meant and len(context.results) > 1:
        results: Set = Either(tuple(Thing(iri) for iri in context.results))
        words = frozenset(named.words)
        yield Reading("listing", Select(results), words, _REPLACED + _LISTED, topics=context.entities)


def _said_plainly(scene: Scene, context: Context, desk: Desk) -> Iterator[Reading]:
    """What the only thing found is, or the one spoken of: "in plain words please, I'm new"."""
    closed = english().words
    words = closed["naming"] | {"english", "languag"}
    asks = any(a.stem in closed["plainly"] and b.stem in words for a, b in pairwise(scene.asking))
    found = context.results if len(context.results) == 1 else context.entities
    if asks and len(found) == 1 and desk.connector.is_thing(found[0]) and not scene.anchors:
        said = frozenset(t.index for t in scene.asking)
        yield Reading("definition", Describe(found[0]), said, _REPLACED + _LISTED, topics=found)
