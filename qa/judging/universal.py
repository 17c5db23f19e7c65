"""What is asked of all that a class has is settled by a list of it: "are all of them done seated?"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.terms import Iri
from qa.forms.logic import Ask, Linked, Select, focus_of, parts_of
from qa.judging.ranking import Ranked
from qa.parsing.english import english
from qa.quantifying import quantified
from qa.scene import Scene

__all__ = ["of_all_of_them"]

_SOME = frozenset(("some", "any", "either"))


def of_all_of_them(scene: Scene, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The readings, with the first list of the class in front where the best one leaves names aside.

    Of one exercise, or by a cue, nothing is said of all. Whether all do "only" that is another question.
    """
    kinds = _quantified(scene)
    if not kinds or not ranked or not (ranked[0].left or _is_of_one(ranked[0], scene)):
        return list(ranked)
    fit = (r for r in ranked if _is_list(r, kinds) and _says_same(r, ranked[0]))
    whole = next((r for r in fit if not (r.left or r.exclusion_left)), ranked[0])
    return [whole, *(r for r in ranked if r is not whole)]


def _quantified(scene: Scene) -> Collection[Iri]:
    """The class of which something is asked of all, or of some: "does any muscle cross the knee?"."""
    if scene.wh or not scene.may_be_polar or scene.says(english().words["limiting"]):
        return ()
    if asked := quantified(scene):
        return asked.anchor.classes
    kinds = [a for a in scene.anchors if a.classes and not a.entities and a.polarity == "in"]
    before = ((a, scene.tokens[a.mention.start - 1]) for a in kinds if a.mention.start)
    return next((a.classes for a, token in before if token.stem in _SOME), ())


def _is_of_one(ranked: Ranked, scene: Scene) -> bool:
    """Whether a reading is a statement on one thing that no word names."""
    form, named = ranked.reading.form, {i for a in scene.anchors for i in a.entities}
    return isinstance(form, Ask) and form.triple.subject not in named


def _is_list(ranked: Ranked, kinds: Collection[Iri]) -> bool:
    """Whether a reading lists what is so, of one of these classes."""
    form = ranked.reading.form
    return ranked.reading.kind == "listing" and isinstance(form, Select) and focus_of(form) in kinds


def _says_same(ranked: Ranked, first: Ranked) -> bool:
    """Whether a list is of the property of a statement, if the first reading is one."""
    form, told = ranked.reading.form, first.reading.form
    links = (p for p in parts_of(form.set) if isinstance(p, Linked)) if isinstance(form, Select) else ()
    return not isinstance(told, Ask) or any(link.property == told.triple.predicate for link in links)
