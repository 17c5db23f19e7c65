"""Follow-ups: what a turn leaves for the next, and how a short question borrows from the last.

Three ways to borrow, each a set of readings that compete with the question's own:
a thing put in another's place ("and the soleus?"), a narrower set ("which of them sitting?"),
and names carried over ("why?", "can it be isolated?").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.terms import Iri
from qa.kind import Desk, Draft, Reading
from qa.logic import (
    Ask,
    Because,
    Compare,
    Count,
    Describe,
    Either,
    Every,
    Form,
    Kind,
    Linked,
    Select,
    Set,
    Thing,
    Without,
    canonical,
    every,
    from_canonical,
)
from qa.model import Context
from qa.scene import Scene

__all__ = ["Borrowed", "borrowed", "remembered"]

_POINTING = frozenset(("it", "they", "them", "that", "those", "these", "this", "one", "ones", "same", "other", "there"))
_CARRIED = 0.7  # weight of a name carried over from the last turn
_SHORT = 7  # words of a question that may be an ellipsis


@dataclass(frozen=True, slots=True)
class Borrowed:
    """What a follow-up takes from the turn before: readings, or a scene with names carried over."""

    scene: Scene
    readings: tuple[Reading, ...]


def remembered(reading: Reading, draft: Draft) -> Context:
    """What the next question may refer to."""
    return Context(
        f"{reading.kind} {canonical(reading.form)}",
        reading.topics,
        tuple(item.iri for item in draft.items),
    )


def borrowed(scene: Scene, context: Context, desk: Desk) -> Borrowed | None:
    """What a question borrows from its context; None if it stands alone."""
    kind, _, text = context.logical_form.partition(" ")
    form = from_canonical(text)
    if form is None or not _leans(scene):
        return None
    readings = [*_replaced(scene, kind, form, context, desk), *_narrowed(scene, kind, form, desk)]
    return Borrowed(_carried(scene, context, desk), tuple(readings))


def _leans(scene: Scene) -> bool:
    """Whether a question points back, or is too short to stand alone."""
    return len(scene.tokens) <= _SHORT or any(t.stem in _POINTING for t in scene.tokens)


def _replaced(scene: Scene, kind: str, form: Form, context: Context, desk: Desk) -> Iterator[Reading]:
    """The last form with a thing of the same kind in another's place."""
    for anchor in scene.anchors:
        for new in anchor.entities:
            for old in dict.fromkeys(_things(form)):
                if new != old and desk.graph.entity(new).kind == desk.graph.entity(old).kind:
                    swapped = _swap(form, old, new)
                    topics = tuple(new if t == old else t for t in context.entities)
                    yield Reading(kind, swapped, anchor.words, 2.0, topics=topics)


def _narrowed(scene: Scene, kind: str, form: Form, desk: Desk) -> Iterator[Reading]:
    """The last list under further conditions: "which of them can I do sitting?"."""
    if not isinstance(form, Select):
        return
    focus = next((p.iri for p in _parts(form.set) if isinstance(p, Kind)), None)
    if focus is None:
        return
    extra: list[Set] = []
    words: frozenset[int] = frozenset()
    for anchor in scene.anchors:
        links = desk.connector.links(scene, focus, anchor)
        if links and not links[0].empty:
            extra.append(links[0].set)
            words |= links[0].words
    if extra:
        yield Reading(kind, Select(every([*_parts(form.set), *extra])), words, 1.2, focus)


def _carried(scene: Scene, context: Context, desk: Desk) -> Scene:
    """The scene with the last turn's names added, as far as the question names nothing of their kind."""
    present = {desk.graph.entity(iri).kind for a in scene.anchors for iri in a.entities}
    names = [iri for iri in dict.fromkeys((*context.entities, *context.results[:3])) if _known(iri, desk)]
    fresh = [iri for iri in names if desk.graph.entity(iri).kind not in present][:2]
    return scene.with_names(fresh, _CARRIED)


def _known(iri: Iri, desk: Desk) -> bool:
    """Whether a remembered name is an individual of this graph."""
    return any(e.iri == iri for e in desk.graph.entities())


def _parts(node: Set) -> tuple[Set, ...]:
    """The conditions of a set."""
    return node.parts if isinstance(node, Every) else (node,)


def _things(form: Form) -> Iterator[Iri]:
    """The things that a form names."""
    match form:
        case Select(members) | Count(members):
            yield from _named(members)
        case Ask(triple):
            yield triple.subject
            if isinstance(triple.object, Iri):
                yield triple.object
        case Describe(iri):
            yield iri
        case Because(triples):
            yield from (x for t in triples for x in (t.subject, t.object) if isinstance(x, Iri))
        case Compare(things):
            yield from things


def _named(node: Set) -> Iterator[Iri]:
    """The things that a set names."""
    match node:
        case Thing(iri):
            yield iri
        case Linked(_, to, _) | Without(to):
            yield from _named(to)
        case Every(parts) | Either(parts):
            for part in parts:
                yield from _named(part)


def _swap(form: Form, old: Iri, new: Iri) -> Form:
    """A form with one thing in another's place; all nodes are JSON, so the text does it."""
    swapped = from_canonical(canonical(form).replace(f'"{old}"', f'"{new}"'))
    return swapped if swapped is not None else form
