"""Whether a question makes a statement in plain words: its ends and its property, and nothing beside."""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.logic import Ask, Form, named_in
from qa.kind import Desk, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_refuted, told
from qa.vocabulary import CALF

__all__ = ["is_all_said", "is_bare", "is_named", "is_plain", "is_said"]


def is_plain(form: Ask, reading: Reading, scene: Scene, desk: Desk, *, denied: bool) -> bool:
    """Whether the question makes a statement in plain words, or denies it."""
    prop, named = form.triple.predicate, is_named(form, scene)
    bare = is_bare(reading.words | _words_of(_affected(form, desk), scene), scene)
    if bare and named and is_all_said(form, scene, desk):
        return True
    defined = prop in (CALF.TYPE, CALF.SAME_AS)
    # "Am I wrong to say that it doesn't?": the denials cancel each other, and still are the rules' to count.
    return is_said(form, scene) and (denied or defined or bare or is_refuted(scene))


def is_all_said(form: Ask, scene: Scene, desk: Desk) -> bool:
    """Whether a claim says nothing beside a statement; no verb says that something is affected little."""
    if form.triple.predicate == CALF.LITTLE_AFFECTED_BY:
        return False
    return is_bare(_told_of(form, scene, desk), scene)


def is_bare(words: frozenset[int], scene: Scene) -> bool:
    """Whether a claim has nothing beside these words that may change what is said."""
    aside = told(scene)
    rest = (t for t in scene.asking if t.index not in words and t.clause not in aside)
    return all(t.stem in english().words["bare"] for t in rest)


def _told_of(form: Ask, scene: Scene, desk: Desk) -> frozenset[int]:
    """The words that name the ends of a statement, and its property or one that says less."""
    ends = {*named_in(form), *_affected(form, desk)}
    verbs = (frozenset(m.words) for _, m, _ in desk.connector.named(scene, form.triple.predicate))
    return _words_of(ends, scene).union(*verbs)


def _affected(form: Ask, desk: Desk) -> set[Iri]:
    """What the ends of a statement say that they are of: "a longer lever arm for the medial head"."""
    found = (iri for end in named_in(form) for iri in desk.graph.objects(end, CALF.AFFECTS))
    return {iri for iri in found if isinstance(iri, Iri)}


def _words_of(things: set[Iri], scene: Scene) -> frozenset[int]:
    """The words that name some of these things."""
    names = (a.words for a in scene.anchors if things & {*a.entities, *a.classes})
    return frozenset().union(*names)


def is_said(form: Form, scene: Scene) -> bool:
    """Whether the question has a statement in so many words: both ends and the property."""
    if not isinstance(form, Ask) or not is_named(form, scene):
        return False
    prop = form.triple.predicate
    return prop in (CALF.TYPE, CALF.SAME_AS) or any(role != "cue" for _, role in scene.cued.get(prop, ()))


def is_named(form: Form, scene: Scene) -> bool:
    """Whether the question names all that a form does."""
    named = {iri for anchor in scene.anchors for iri in (*anchor.entities, *anchor.classes)}
    return set(named_in(form)) <= named
