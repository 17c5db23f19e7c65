"""One of a list by its place in the article: "which inner-calf exercise is mentioned first?"."""

from __future__ import annotations

from dataclasses import replace

from qa.forms.evaluating import members
from qa.forms.logic import Form, Kind, Select, Thing, every, parts_of
from qa.kind import Desk
from qa.limits.arranging import in_source_order
from qa.mattering import where
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["in_place"]

_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
_MIDDLE = "middle"
_NOUNS = frozenset(("list", "item", "mention"))  # of what has places


@where(lambda scene: scene.says(_NOUNS) and scene.says({*_PLACES, _MIDDLE}))
def in_place(form: Form, scene: Scene, desk: Desk) -> Form:
    """A list of exercises as the one of them that the question names by its place; itself without a place."""
    if not isinstance(form, Select) or Kind(CALF.EXERCISE) not in parts_of(form.set):
        return form
    stems = [t.stem for t in scene.asking]
    places = [stem for stem in stems if stem in _PLACES or stem == _MIDDLE]
    if len(places) != 1 or _NOUNS.isdisjoint(stems) or not english().words["supposing"].isdisjoint(stems):
        return form
    found = in_source_order(members(form.set, desk.graph), (), desk)
    place = len(found) // 2 if places[0] == _MIDDLE else _PLACES[places[0]]
    if not -len(found) <= place < len(found) or len(found) == 1:
        return form
    return replace(form, set=every([*parts_of(form.set), Thing(found[place])]))
