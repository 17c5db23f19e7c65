"""What is asked for by its kind: "which benefit has to do with my Achilles?" wants no effect of one."""

from __future__ import annotations

from dataclasses import replace

from kg.terms import Iri
from qa.forms.evaluating import exists, members
from qa.forms.logic import Describe, Kind, Linked, Select, Set, Thing, Without, every, parts_of
from qa.kind import Desk, Reading
from qa.mattering import where
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import PART
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["named_by_question", "of_the_kind_sought"]

_PARTS = frozenset(("part", "bit", "portion", "section"))
_BEING = frozenset(("be", "make", "call", "form", "name"))
_BESIDE = frozenset(("with", "together", "along", "alongside", "beside", "next", "else", "do", "have"))
_MEANING = frozenset(("mean", "refer"))
_HEAD = "head"
_NEAR = 5  # words from the first to that for parts: "which two calf parts"


def of_the_kind_sought(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A definition as the list of what the thing is part of, where the question asks for that kind.

    A list of muscles as one of heads: "which two heads have their origin above the knee?".
    """
    form = reading.form
    if isinstance(form, Select) and _is_of_parts(form, scene, desk):
        return _of_heads(reading, form, frozenset(), desk)
    sought = [(a, cls) for a in scene.sought if a.polarity == "in" for cls in a.classes]
    if len(sought) != 1 or scene.polar:
        return reading
    anchor, cls = sought[0]
    if isinstance(form, Select):
        return _of_heads(reading, form, anchor.words, desk) if cls == CALF.MUSCLE_HEAD else reading
    if not isinstance(form, Describe):
        return reading
    thing = form.iri
    head = cls == CALF.MUSCLE and desk.connector.stands(thing, CALF.MUSCLE_HEAD)
    if desk.connector.stands(thing, cls) or (head and (_tells_nothing(scene) or scene.says(_MEANING))):
        return reading  # "which muscle is the inner calf?"
    ways = (every([Kind(cls), Linked(prop, Thing(thing))]) for prop in (CALF.WORKS_THROUGH, CALF.HAS_PART))
    node = next((way for way in ways if exists(way, desk.graph)), None)
    if node is None:
        return reading
    words = reading.words | anchor.words
    return replace(reading, kind="listing", form=Select(node), words=words, focus=cls)


def _is_of_parts(form: Select, scene: Scene, desk: Desk) -> bool:
    """Whether a list of muscles is one of their heads: where it asks for parts, and of one muscle that is so.

    Or where a muscle has no muscles for its parts: "what is the gastrocnemius made up of?".
    """
    parts = parts_of(form.set)
    if Kind(CALF.MUSCLE) not in parts or len(parts) == 1 or any(isinstance(p, Without) for p in parts):
        return False
    found = members(form.set, desk.graph)
    asked = [t for t in scene.asking if t.index not in scene.opening]
    named = [t for t in asked[:_NEAR] if t.stem in _PARTS and t.text.lower().endswith("s")]
    whole = any(isinstance(p, Linked) and p.property == CALF.PART_OF and not p.inverse for p in parts)
    return (len(found) == 1 and bool(named)) or (not found and whole)


def _of_heads(reading: Reading, form: Select, said: frozenset[int], desk: Desk) -> Reading:
    """A list of muscles as that of the heads of which the same is so, if it is so of any."""
    parts = parts_of(form.set)
    if Kind(CALF.MUSCLE) not in parts or len(parts) == 1:
        return reading
    node = every([Kind(CALF.MUSCLE_HEAD) if p == Kind(CALF.MUSCLE) else p for p in parts])
    if not exists(node, desk.graph):
        return reading
    words = reading.words | said
    return replace(reading, form=Select(node), words=words, focus=CALF.MUSCLE_HEAD)


def _may_name(scene: Scene) -> bool:
    """Whether a question says that something is a thing; "name them" says that of nothing, a "who" asks."""
    return scene.before is None and scene.wh != "who" and scene.says(_BEING | _MEANING)


@where(_may_name)
def named_by_question(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A list of all heads, or muscles, as the one of them that the question itself names.

    "Which gastrocnemius head is the outer one?" is answered with what the name stands for.
    """
    form = reading.form
    if not isinstance(form, Select) or reading.focus not in (CALF.MUSCLE_HEAD, CALF.MUSCLE):
        return reading
    named = [
        a
        for a in scene.anchors
        if a.entities and a.mention.weight > PART and scene.tokens[a.mention.start].sentence == scene.core
    ]
    own = [a for a in named if all(_is_one_of(i, reading.focus, a, scene, desk) for i in a.entities)]
    if len(own) != 1 or own[0].polarity != "in" or len(own[0].entities) != 1:
        return reading
    if not (_tells_nothing(scene) or scene.says(_MEANING)):
        return reading
    (thing,) = own[0].entities
    parts = [p for p in parts_of(form.set) if p != Kind(reading.focus)]
    if len(parts) > 1 or not all(_is_of_whole(p, desk) for p in parts):
        return reading
    words = reading.words | own[0].words
    return replace(reading, kind="definition", form=Describe(thing), words=words, focus=None, topics=(thing,))


def _is_one_of(thing: Iri, focus: Iri, name: Anchor, scene: Scene, desk: Desk) -> bool:
    """Whether a thing is of a class, or is a head that people call a muscle: "which is the inner calf?"."""
    if desk.connector.stands(thing, focus):
        return True
    head = focus == CALF.MUSCLE and desk.connector.stands(thing, CALF.MUSCLE_HEAD)
    return head and all(scene.tokens[i].stem != _HEAD for i in name.words)


def _is_of_whole(node: Set, desk: Desk) -> bool:
    """Whether a condition only says of what something is a part."""
    ways = (CALF.PART_OF, CALF.HAS_PART)
    return isinstance(node, Linked) and any(desk.connector.same_family(node.property, way) for way in ways)


def _tells_nothing(scene: Scene) -> bool:
    """Whether a question says no more than that something is a thing, or makes it."""
    words, named = english().words, {i for a in scene.anchors for i in a.words}
    rest = [t for t in scene.asking if t.index not in named | scene.opening]
    stems = {t.stem for t in rest}
    plain = all(scene.is_plain(t.index) for t in rest) and not _BEING.isdisjoint(stems)
    return plain and stems.isdisjoint(words["counterpart"] | words["lacking"] | _BESIDE)
