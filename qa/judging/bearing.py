"""Readings that bear on what a question names, before such as name what it does not."""

from __future__ import annotations

from collections.abc import Sequence

from kg.schema import Truth
from kg.terms import Iri
from qa.forms.logic import Ask, Count, Form, Kind, Select, named_in
from qa.judging.ranking import Ranked
from qa.parsing.linking import PART
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["bearing_on_names"]

_BEHIND = 0.5  # by how much it may score less
_UNCLEAR = 0.5  # probability under which the wording of a statement is not clear
_TWICE = 2.0  # times the probability of a class alone that a list has at least which says more
_AS_LIKELY = 0.5  # share of the probability of the first that it has at least


def bearing_on_names(scene: Scene, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The readings, with the first in front that bears on the names as the first one does not.

    Of reasons as likely that is one about something that is stated of a name left out: "why is the soleus
    important?".
    """
    ranked = _of_owner(scene, _of_names_said(scene, ranked))
    if not ranked or ranked[0].reading.kind != "reason" or not ranked[0].left:
        return ranked
    starts = {mention.start for mention in ranked[0].left}
    left = {iri for a in scene.anchors if a.mention.start in starts for iri in a.entities}
    for other in ranked:
        if other.score < ranked[0].score - _BEHIND:
            break
        likely = other.reading.kind == "reason" and other.chance >= _AS_LIKELY * ranked[0].chance
        if likely and _touches(other, left, scene):
            return [other, *(r for r in ranked if r is not other)]
    return ranked


def _of_names_said(scene: Scene, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The readings, with a statement on the things named in front of an unclear one on another thing.

    "Does the gastrocnemius point the toes?" is of no foot position, whatever is asked in like words.
    """
    first = ranked[0].reading.form if ranked else None
    said = {iri for a in scene.anchors for iri in (*a.entities, *a.classes)}
    if not isinstance(first, Ask) or ranked[0].chance >= _UNCLEAR or said.issuperset(named_in(first)):
        return list(ranked)
    more = (
        r for r in ranked if r.reading.kind == "verification" and r.reading.words > ranked[0].reading.words
    )
    found = next((r for r in more if _is_told(r.reading.form, said, scene)), ranked[0])
    return [found, *(r for r in ranked if r is not found)]


def _of_owner(scene: Scene, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The readings, with what a thing named has of a class in front of all that there is of the class.

    "Which heads does the soleus have?" is not answered by the heads that there are.
    """
    first = ranked[0] if ranked else None
    if first is None or not _is_bare(first.reading.form):
        return list(ranked)
    found = next((r for r in ranked[1:] if _says_more(r, first, scene)), first)
    return [found, *(r for r in ranked if r is not found)]


def _says_more(other: Ranked, bare: Ranked, scene: Scene) -> bool:
    """Whether a reading has more of what is named than a bare one, which if a claim is less likely."""
    claims, form = isinstance(bare.reading.form, Ask), other.reading.form
    full = (a for a in scene.anchors if (a.entities or claims) and a.mention.weight > PART)
    named = frozenset(i for a in full for i in a.words)
    if not named & bare.reading.words < named & other.reading.words:
        return False
    if claims:
        return isinstance(form, Select | Count) and other.chance > _TWICE * bare.chance
    same = type(form) is type(bare.reading.form) and other.reading.focus == bare.reading.focus
    return same and bare.reading.words < other.reading.words


def _is_bare(form: Form) -> bool:
    """Whether a form is all there is of a class, or says of a thing only what class it is of."""
    if isinstance(form, Ask):
        return form.triple.predicate == CALF.TYPE
    return isinstance(form, Select | Count) and isinstance(form.set, Kind)


def _is_told(form: Form, said: set[Iri], scene: Scene) -> bool:
    """Whether a form is a statement on two things that are named, and the graph tells if it is so."""
    if not isinstance(form, Ask) or form.triple.predicate == CALF.TYPE:
        return False
    return said.issuperset(named_in(form)) and scene.graph.truth(form.triple) is not Truth.UNSTATED


def _touches(ranked: Ranked, names: set[Iri], scene: Scene) -> bool:
    """Whether what a reading is about is stated to have to do with one of the names."""
    told = (t.object for iri in named_in(ranked.reading.form) for t in scene.graph.statements(subject=iri))
    return not names.isdisjoint(told)
