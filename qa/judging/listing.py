"""Plain questions for what stands to a thing in one relation: "what opposes the soleus?", "what does it do?".

They name a thing and say a property of it, and nothing else. The graph then decides, not what is asked more
often in like words: that a muscle crosses the ankle and not the knee.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.terms import Iri
from qa.forms.evaluating import exists
from qa.forms.logic import Kind, Linked, Select, Thing, focus_of, parts_of
from qa.judging.ranking import Ranked
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["plainly_listed"]

_ASKING = ("what", "which", "who")
_DO = frozenset(("do",))
_DONE = (CALF.HAS_ACTION, CALF.HAS_EFFECT)  # what verbs for doing ask for: "what does it produce?"
_DOES = (*_DONE, CALF.PROMOTES, CALF.BIASES, CALF.MAXIMALLY_ENGAGES)  # what "what does it do?" asks for
_NAMING = ("noun", "verb", "inverse")  # roles of words that say a property
_CLEAR = 0.5  # probability from which the wording has what nothing is said of: "what variations has it?"
_FULL = 0.8  # weight of a whole name


def plainly_listed(scene: Scene, ranked: Sequence[Ranked]) -> Ranked | None:
    """The reading as the list of what has one property to the one thing named; None if more is said."""
    if scene.wh not in _ASKING or scene.before is not None or len(scene.asking) < len(scene.tokens):
        return None
    named = [a for a in scene.anchors if a.entities]
    sought = [a for a in scene.anchors if not a.entities]
    if len(named) != 1 or named[0].polarity != "in" or named[0].mention.weight < _FULL or len(sought) > 1:
        return None
    said = {i for a in scene.anchors for i in a.words} | scene.opening | {scene.wh_index}
    classes = frozenset(cls for a in sought for cls in a.classes)
    for one in ranked:
        link, form = _link(one, named[0].entities), one.reading.form
        if link is None or not isinstance(form, Select) or (classes and focus_of(form) not in classes):
            continue
        if _asks_what_it_does(said, scene) and link.property in _DOES and exists(form.set, scene.graph):
            return one
        if any(_is_bare(said | words, scene) for words in _said(link.property, scene)):
            # Where nothing is said of what is likeliest meant, another sense of the verb is no answer.
            return one if one.chance >= _CLEAR or exists(form.set, scene.graph) else None
    return None


def _asks_what_it_does(said: frozenset[int] | set[int], scene: Scene) -> bool:
    """Whether a question asks what a thing does, and no more: "what does it do?"."""
    return scene.wh == "what" and scene.asking[-1].stem in _DO and _is_bare(said, scene)


def _link(ranked: Ranked, things: Sequence[Iri]) -> Linked | None:
    """The link of a list that has no other condition than one link to a thing."""
    form = ranked.reading.form
    if ranked.reading.kind != "listing" or not isinstance(form, Select):
        return None
    links = [part for part in parts_of(form.set) if not isinstance(part, Kind)]
    if len(links) != 1 or not isinstance(link := links[0], Linked) or not isinstance(link.to, Thing):
        return None
    return link if link.to.iri in things else None


def _said(prop: Iri, scene: Scene) -> list[frozenset[int]]:
    """The words that say a property or its inverse, each time that it is said."""
    term = scene.graph.property_term(prop)
    found = []
    for mention, cued, role in scene.property_mentions:
        bare = {scene.tokens[i].stem for i in mention.words} == _DO
        own = cued in (prop, term.inverse) and role in _NAMING
        if own and (not bare or not {prop, term.inverse, *term.supers}.isdisjoint(_DONE)):
            found.append(frozenset(mention.words))
    return found


def _is_bare(said: frozenset[int] | set[int], scene: Scene) -> bool:
    """Whether a question has nothing beside these words that may change what is asked."""
    words = english().words
    light = words["articles"] | words["auxiliary"] | {"of", "the", "to", "be", "do", "ther", "pleas"}
    return all(t.index in said or t.stem in light - words["denying"] for t in scene.asking)
