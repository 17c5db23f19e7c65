"""Relations as the words order their ends: "does some muscle lie deep to it?" asks of another than "it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask, Either, Linked, Select, Set, Thing, either, every, parts_of
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.directing import end_of
from qa.scene import Scene
from qa.vocabulary import CALF
from qa.wholes import of_the_whole

__all__ = ["directed", "listed_in_order"]

_LAYERS: Final = frozenset((CALF.DEEP_TO, CALF.SUPERFICIAL_TO))
_WHICH: Final = ("what", "which", "who")
_NEAR: Final = 2  # words from "beneath" to "which" in "the soleus lies beneath which muscle?"
_OTHER_END: Final = {"subject": "object", "object": "subject"}


@where(lambda scene: scene.wh in _WHICH and not _LAYERS.isdisjoint(scene.cued))
def listed_in_order(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A list of what lies on the side of a thing that the words say: nothing lies "beneath the soleus"."""
    form = reading.form
    if not isinstance(form, Select) or reading.kind == "choice":
        return reading
    parts = parts_of(form.set)
    found = [_as_said(part, scene, desk) for part in parts]
    return reading if found == list(parts) else replace(reading, form=replace(form, set=every(found)))


def _as_said(part: Set, scene: Scene, desk: Desk) -> Set:
    """A condition on where something lies with the thing at the end at which the words have it."""
    if isinstance(part, Either):
        told = [_as_said(one, scene, desk) for one in part.parts if _ends(one, scene, desk)]
        return either(told) if told else part
    ends = _ends(part, scene, desk)
    if not isinstance(part, Linked) or not ends:
        return part
    contrary = {"object"} if part.inverse else {"subject"}
    return replace(part, inverse=not part.inverse) if ends == contrary else part


def _ends(part: Set, scene: Scene, desk: Desk) -> frozenset[str]:
    """The ends at which a question has the thing over or under which something is to lie, by its words."""
    if not (isinstance(part, Linked) and isinstance(part.to, Thing) and part.property in _LAYERS):
        return frozenset()
    return frozenset(_told(part.property, part.to.iri, scene, desk))


def _told(prop: Iri, thing: Iri, scene: Scene, desk: Desk) -> Iterator[str]:
    """The ends of a relation at which a question has a thing, by each word for that or its inverse.

    A word for it before the question word leads to what is asked for: "beneath which muscle?", and so it
    does right before it: "the soleus lies beneath what?".
    """
    core = {t.index for t in scene.asking} - scene.carried
    names = [a for a in scene.anchors if thing in a.entities and a.words <= core]
    term, asked = desk.graph.property_term(prop), scene.wh_index
    by = [t.stem for t in scene.tokens[max(0, asked - 1) : asked]] == ["by"]
    for said in (prop, term.inverse):
        for mention, role in scene.cued.get(said, ()) if said else ():
            for name in names if core.issuperset(mention.words) else ():
                end = end_of(term, mention.start, role, name)
                aside = max(name.mention.start, mention.start) < asked - _NEAR
                aside |= scene.tokens[name.mention.start].clause != scene.tokens[mention.start].clause
                fronted = name.mention.start > asked and (by or mention.start < asked)
                if end and not aside:
                    yield _OTHER_END[end] if (said != prop) != fronted else end


@where(asks_verdict)
def directed(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A statement turned round, where that is so and the words put its subject behind the verb."""
    form = reading.form
    if not isinstance(form, Ask) or not isinstance(form.triple.object, Iri):
        return reading
    subject, predicate, value = form.triple.subject, form.triple.predicate, form.triple.object
    turned = Triple(value, predicate, subject)
    if not desk.connector.alike(subject, value) or not _holds(turned, desk):
        return reading
    if _holds(form.triple, desk):
        return reading
    # Which way round it is may be what is asked: "does it lie over the other or under it?".
    if scene.offering < 0 and not desk.connector.stands_last(scene, subject, value, predicate):
        return reading
    return replace(reading, form=Ask(turned), topics=(value,))


def _holds(triple: Triple, desk: Desk) -> bool:
    """Whether a statement is true, of a part as of its whole."""
    return desk.graph.truth(of_the_whole(triple, desk.graph)) is Truth.YES
