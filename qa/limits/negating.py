"""Lists that deny what the wording affirms: "the muscle that doesn't go over the knee".

The wording knows how people say that a muscle crosses the knee; that they deny it, the words say.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import (
    Count,
    Form,
    Kind,
    Linked,
    Select,
    Set,
    Thing,
    Without,
    every,
    excluded_in,
    iris_in,
    parts_of,
)
from qa.kind import Desk, Reading
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import PART, Mention
from qa.scene import Scene
from qa.vocabulary import CALF, TOPIC

__all__ = ["denied", "denies", "hedges", "of_the_calf"]

_LITTLE = (CALF.LITTLE_AFFECTED_BY, CALF.MINIMALLY_ENGAGES)  # properties that deny more than they affirm
_MUSCLES = (Kind(CALF.MUSCLE), Kind(CALF.MUSCLE_HEAD))
_BARE = 2  # parts of a list with one condition
_REACH = 5  # words between "not" and the name, one of which says how much


def denies(scene: Scene) -> bool:
    """Whether a question that asks for a list excludes something, or denies what it says of it."""
    return not scene.polar and (scene.denying or bool(_unwanted(scene)))


def _unwanted(scene: Scene) -> list[Anchor]:
    """The names of what a question excludes."""
    return [a for a in scene.anchors if a.polarity == "out" and a.mention.weight > PART]


def denied(form: Form, scene: Scene, desk: Desk) -> Form:
    """A list with the conditions denied whose verb and name the question denies."""
    if not isinstance(form, Select | Count) or not denies(scene):
        return form
    out, parts = _unwanted(scene), parts_of(form.set)
    unwanted = {i: a for a in out for i in (*a.entities, *a.classes)}
    found: list[Set]
    # "Which head doesn't get the benefit of it?" denies no benefits, but what it says.
    bare = not any(a.entities for a in out) and unwanted.keys().isdisjoint(iris_in(form))
    if bare and scene.denying and _is_plain(parts):
        found = [p if isinstance(p, Kind) else Without(p) for p in parts]
    elif unwanted.keys() <= excluded_in(form):
        return form
    else:
        found = [
            _without(p) if _is_denied(p, unwanted, scene, desk) or _is_other(p, parts, unwanted, desk) else p
            for p in parts
        ]
        if found == list(parts) and any(p in _MUSCLES for p in parts):
            found = [Without(p) if _is_located(p, unwanted, scene) else p for p in parts]
            found = found if exists(every(found), desk.graph) else list(parts)
    return replace(form, set=every(found))


def _is_denied(node: Set, unwanted: dict[Iri, Anchor], scene: Scene, desk: Desk) -> bool:
    """Whether a condition is one whose verb stands between a denial and the name that it reaches."""
    if not (isinstance(node, Linked) and isinstance(node.to, Thing | Kind) and node.to.iri in unwanted):
        return False
    name = unwanted[node.to.iri].mention
    told = any(a.classes and a.mention.end <= name.start and _here(a, name, scene) for a in scene.anchors)
    before = [m.end for m in scene.operators("exclude") if told and m.end <= name.start]
    inside = frozenset(range(max(before, default=name.start), name.start))
    said = (p for p, mentions in scene.cued.items() if any(inside.issuperset(m.words) for m, _ in mentions))
    return any(desk.connector.same_family(prop, node.property) for prop in said)


def _is_other(node: Set, parts: tuple[Set, ...], unwanted: dict[Iri, Anchor], desk: Desk) -> bool:
    """Whether a condition is on a position beside one of another sort: "straight knees but no sitting"."""
    placed = [
        (p, p.to.iri)
        for p in parts
        if isinstance(p, Linked)
        and isinstance(p.to, Thing)
        and not p.inverse
        and desk.connector.same_family(CALF.HAS_POSITION, p.property)
    ]
    own = next((iri for p, iri in placed if p is node and iri in unwanted), None)
    return own is not None and any(
        iri not in unwanted and not desk.connector.alike(iri, own) for _, iri in placed
    )


def _is_located(node: Set, unwanted: dict[Iri, Anchor], scene: Scene) -> bool:
    """Whether a condition is one that the question denies of a part: "isn't inside", "doesn't get it"."""
    if not (isinstance(node, Linked) and isinstance(node.to, Thing)) or node.property in _LITTLE:
        return False
    name = unwanted.get(node.to.iri)
    start = max(name.mention.start - _REACH, scene.wh_index + 1) if name and scene.wh else -1
    before = scene.tokens[start : name.mention.start] if name and start >= 0 else ()
    verbs = english().words["auxiliary"]
    denials = (n for n, (a, b) in enumerate(pairwise(before)) if a.stem in verbs and b.stem == "not")
    said = scene.tokens[start : name.mention.end] if name and before else ()
    supposed = any(t.stem in english().words["supposing"] for t in said)  # "isn't put off when I sit"
    return not supposed and any(scene.tokens[start + n - 1].stem != "who" for n in denials)


def _here(anchor: Anchor, name: Mention, scene: Scene) -> bool:
    """Whether a name stands in one sentence with another."""
    return scene.tokens[anchor.mention.start].sentence == scene.tokens[name.start].sentence


def _without(node: Set) -> Set:
    """The denial of a condition; of equipment, that an exercise may be done without."""
    if isinstance(node, Linked) and node.property == CALF.USES_EQUIPMENT:
        lacking = Without(Linked(CALF.INCLUDES_EQUIPMENT, node.to))
        return Linked(CALF.HAS_EQUIPMENT_OPTION, every([Kind(CALF.EQUIPMENT_OPTION), lacking]))
    return Without(node)


def _is_plain(parts: tuple[Set, ...]) -> bool:
    """Whether a list of muscles, or their heads, has one condition, which affirms something of them."""
    kinds = [p for p in parts if p in _MUSCLES]
    told = [p for p in parts if isinstance(p, Linked) and p.property not in _LITTLE]
    return len(kinds) == 1 and len(told) == 1 and len(parts) == _BARE


def of_the_calf(reading: Reading, _scene: Scene, _desk: Desk) -> Reading:
    """A list of the muscles that are not so as one of those of the calf: nobody means all of the leg."""
    form = reading.form
    parts = parts_of(form.set) if isinstance(form, Select | Count) else ()
    if not isinstance(form, Select | Count) or len(parts) < _BARE:
        return reading
    if [part for part in parts if not isinstance(part, Without)] != [Kind(CALF.MUSCLE)]:
        return reading
    return replace(reading, form=replace(form, set=every([*parts, Linked(CALF.PART_OF, Thing(TOPIC))])))


def hedges(form: Form, anchor: Anchor, scene: Scene) -> bool:
    """Whether "not" only says "little", as a form does: "doesn't care so much about the knees"."""
    parts = parts_of(form.set) if isinstance(form, Select | Count) else ()
    little = (p.to for p in parts if isinstance(p, Linked) and p.property in _LITTLE)
    named = {to.iri for to in little if isinstance(to, Thing)}
    before = scene.tokens[max(0, anchor.mention.start - _REACH) : anchor.mention.start]
    much = any(t.stem in english().words["greatly"] for t in before)
    return much and not named.isdisjoint(anchor.entities)
