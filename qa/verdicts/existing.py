"""Whether there is any of what a question says: "does any calf muscle cross the knee?"."""

from __future__ import annotations

from qa.forms.logic import Select, excluded_in, focus_of, named_in
from qa.kind import Reading
from qa.parsing.english import english
from qa.scene import Scene

__all__ = ["asks_if_any"]

_ANY = frozenset(("any", "some"))
_REACH = 4  # words from "any" to the class: "any of the calf muscles"


def asks_if_any(reading: Reading, scene: Scene) -> bool:
    """Whether a question asks if a list has anything in it, in words that the list leaves none of aside."""
    form = reading.form
    if not isinstance(form, Select) or excluded_in(form) or not scene.may_be_polar or scene.wh:
        return False
    kinds = [a for a in scene.anchors if a.classes and not a.entities]
    if len(kinds) != 1 or focus_of(form) not in kinds[0].classes:
        return False
    start = kinds[0].mention.start
    before = {t.stem for t in scene.tokens[max(0, start - _REACH) : start] if t.sentence == scene.core}
    said = {iri for a in scene.anchors if a.polarity == "in" for iri in a.entities}
    named = set(named_in(form))
    kept = {i for a in scene.anchors for i in a.words} | reading.words
    told = all(english().is_plain(t.stem) or t.index in kept for t in scene.asking)
    return bool(before & _ANY and named) and named <= said and told
