"""How something falls on the parts of a whole: "evenly on both heads?", "on just one of the two?"."""

from __future__ import annotations

from itertools import pairwise

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask, Form, Select, iris_in, named_in
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["balanced", "of_one_part"]

_KINDS = ("verification", "listing")
_MORE = (("than", "one"), ("least", "one"))  # "with more than one head"
_ONE = frozenset(("one", "singl"))
_REACH = 3  # words from "one" to the class of which it is: "one of the two heads"


def balanced(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on an even or an uneven share of the parts of what a position balances; else ""."""
    form = reading.form
    if reading.kind not in _KINDS or CALF.BALANCES not in iris_in(form) or scene.wh:
        return ""
    if not scene.may_be_polar or not _is_so(form, scene, desk):
        return ""
    stems = {t.stem for t in scene.tokens if t.sentence == scene.claimed}
    even = [not stems.isdisjoint(one) for one, _ in english().complements]
    uneven = [not stems.isdisjoint(other) for _, other in english().complements]
    uneven.append("than" in stems and not stems.isdisjoint(english().words["greater"]))
    if any(even) == any(uneven):
        return ""
    return "yes" if any(even) != is_denied(scene) else "no"


def _is_so(form: Form, scene: Scene, desk: Desk) -> bool:
    """Whether a form is of a position that the question names, and that balances what it is said to."""
    if isinstance(form, Ask):
        return desk.graph.truth(form.triple) is Truth.YES
    named = {iri for a in scene.anchors if a.polarity == "in" for iri in a.entities}
    balancing = (iri for iri in named_in(form) if desk.graph.objects(iri, CALF.BALANCES))
    return isinstance(form, Select) and any(iri in named for iri in balancing)


def of_one_part(reading: Reading, scene: Scene, desk: Desk) -> str:
    """No, where a question says of one part what is so of all, or sets them apart: "just one head?"."""
    form = reading.form
    if not isinstance(form, Ask) or scene.wh or not scene.may_be_polar:
        return ""
    apart = _is_of_one(scene) or _is_of_another(form.triple, scene, desk)
    if not apart or not _holds_of_all(form.triple, scene, desk):
        return ""
    return "yes" if is_denied(scene) else "no"


def _is_of_one(scene: Scene) -> bool:
    """Whether the claim has "just one", or "one over the other", before the class of heads."""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed]
    words, stems = english().words, {t.stem for t in claim}
    apart = words["limiting"] | words["merely"] | words["favouring"] | {"singl", "than"}
    if stems.isdisjoint(apart) or any((a.stem, b.stem) in _MORE for a, b in pairwise(claim)):
        return False
    starts = {a.mention.start for a in scene.anchors if CALF.MUSCLE_HEAD in a.classes}
    near = (t.index + n for t in claim if t.stem in _ONE for n in range(1, 2 + _REACH))
    return not starts.isdisjoint(near)


def _is_of_another(triple: Triple, scene: Scene, desk: Desk) -> bool:
    """Whether the claim says that the heads have different things of the kind of what is stated."""
    if not isinstance(triple.object, Iri) or not any(CALF.MUSCLE_HEAD in a.classes for a in scene.anchors):
        return False
    kinds = desk.connector.classes_of(triple.object)
    starts = {a.mention.start for a in scene.anchors if kinds.intersection(a.classes)}
    differing = english().words["differing"]
    claim = (t for t in scene.tokens if t.sentence == scene.claimed)
    return any(t.stem in differing and t.index + 1 in starts for t in claim)


def _holds_of_all(triple: Triple, scene: Scene, desk: Desk) -> bool:
    """Whether a statement holds of a whole and of each of its heads, none of which the question names."""
    graph = desk.graph
    if graph.truth(triple) is not Truth.YES or triple.predicate in (CALF.TYPE, CALF.SAME_AS, CALF.PART_OF):
        return False
    named = {iri for a in scene.anchors for iri in a.entities}
    for whole in (triple.subject, triple.object):
        parts = list(graph.subjects(CALF.PART_OF, whole)) if isinstance(whole, Iri) else []
        heads = [iri for iri in parts if CALF.MUSCLE_HEAD in graph.entity(iri).classes]
        if len(heads) > 1 and named.isdisjoint(heads):
            at_subject = whole == triple.subject
            each = (
                Triple(head, triple.predicate, triple.object)
                if at_subject
                else Triple(triple.subject, triple.predicate, head)
                for head in heads
            )
            return all(graph.truth(one) is Truth.YES for one in each)
    return False
