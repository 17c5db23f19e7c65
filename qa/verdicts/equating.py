"""Whether two names that a question equates are of one thing: "the eccentric is when you go up, no?"."""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.logic import Describe, named_in
from qa.kind import Desk, Reading
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.turning import CONTRARY

__all__ = ["equated"]

_KINDS = ("definition", "comparison")


def equated(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on an equation of names: "yes" for two of one thing, "no" for those of two alike.

    "" where the question says more than that the one is, means or is called the other.
    """
    form = reading.form
    if reading.kind not in _KINDS or not scene.may_be_polar or not _is_equation(scene):
        return ""
    about = {form.iri} if isinstance(form, Describe) else set(named_in(form))
    names = [a for a in _named(scene) if a.entities]
    first = next((a for a in names if about & {*a.entities}), None)
    rest = [a for a in names if first and first.words.isdisjoint(a.words)]
    if first is None:
        return ""
    if any({*first.entities} & {*a.entities} for a in rest):
        verdict = "yes"
    elif any(_are_alike(first.entities, a.entities, desk) for a in rest):
        verdict = "no"
    else:
        return ""
    return CONTRARY[verdict] if is_denied(scene) else verdict


def _is_equation(scene: Scene) -> bool:
    """Whether a claim has nothing beside names but words that equate them."""
    words, named = english().words, {i for a in _named(scene) for i in a.words}
    aside = scene.opening | {scene.tag}
    rest = [t for t in scene.asking if t.index not in named | aside]
    equating = words["equating"]
    plain = words["bare"] | words["naming"] | words["affirming"] | equating
    return bool(rest) and all(t.stem in plain for t in rest) and any(t.stem in equating for t in rest)


def _named(scene: Scene) -> list[Anchor]:
    """The names in the claim, denied or not."""
    return [
        a
        for a in scene.anchors
        if a.polarity in ("in", "out") and scene.tokens[a.mention.start].sentence == scene.claimed
    ]


def _are_alike(some: tuple[Iri, ...], others: tuple[Iri, ...], desk: Desk) -> bool:
    """Whether all that one name stands for is of the kind of all that another does."""
    return all(desk.connector.alike(a, b) for a in some for b in others)
