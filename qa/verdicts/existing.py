"""Whether there is any of what a question says: "does any calf muscle cross the knee?", "no muscle does?"."""

from __future__ import annotations

from itertools import pairwise

from qa.forms.logic import Count, Select, excluded_in, focus_of, iris_in, named_in
from qa.kind import Reading
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_denied

__all__ = ["any_there"]

_ANY = frozenset(("any", "some"))
_NEITHER = "neither"  # of two, where no "nor" follows, excludes none
_NONE = frozenset(("no", _NEITHER, "none"))
_SOMETHING = frozenset(("something", "anything", "someone", "anyone", "somebody", "anybody"))
_REACH = 4  # words from "any" to the class: "any of the calf muscles"


def any_there(reading: Reading, scene: Scene) -> str:
    """The verdict on whether a list has anything in it, in words that it leaves none of aside; else "".

    Of "no muscle starts there", too, which says that it has nothing.
    """
    form = reading.form
    if _is_of_having(reading, scene):
        return "yes"
    if not isinstance(form, Select) or not scene.may_be_polar or scene.wh:
        return ""
    told = iris_in(form) - {focus_of(form)}  # "any exercise that needs no machine"
    if _is_of_something(reading, form, scene) or _is_of_amount(reading, scene):
        return "yes"
    kinds = [a for a in scene.anchors if a.classes and not a.entities and told.isdisjoint(a.classes)]
    if len(kinds) != 1 or focus_of(form) not in kinds[0].classes or not _is_told(reading, form, scene):
        return ""
    before = _before(kinds[0], scene)
    lacking, unwanted = _lacking(scene), excluded_in(form)
    none = before & _NONE if kinds[0].polarity == "out" else before & {_NEITHER}
    if none and not (unwanted or lacking):
        return "no"
    if unwanted or is_denied(scene):  # "are there calf muscles that don't cross the knee?"
        there = before & (_ANY | english().words["existing"])
        return "yes" if there and unwanted and all(unwanted & {*a.entities} for a in lacking) else ""
    return "yes" if before & _ANY or {"one", "of"} <= before else ""  # "one of the calf muscles"


def _is_of_having(reading: Reading, scene: Scene) -> bool:
    """Whether a question asks if a thing has any of a class, however many: "does the muscle have heads?"."""
    form, asking = reading.form, scene.asking
    if not isinstance(form, Select | Count) or not scene.polar or is_denied(scene) or scene.parse.amounts:
        return False
    kind = next((a for a in scene.anchors if focus_of(form) in a.classes), None)
    named = [a for a in scene.anchors if a is not kind]
    if kind is None or not named or not all(a.words <= reading.words for a in named):
        return False
    before = [t.stem for t in asking if t.index < kind.mention.start and t.stem not in _ANY]
    last = asking[-1].index == max(kind.words)
    return before[-1:] == ["have"] and last


def _before(kind: Anchor, scene: Scene) -> set[str]:
    """The words right before a class, without a name that narrows it: "some of the inner calf exercises"."""
    named = {i for a in scene.anchors if a.entities for i in a.words}
    said = [
        t for t in scene.tokens[: kind.mention.start] if t.sentence == scene.core and t.index not in named
    ]
    return {t.stem for t in said[-_REACH:]}


def _is_of_something(reading: Reading, form: Select, scene: Scene) -> bool:
    """Whether a question asks if there is something in a list: "is something hidden beneath the soleus?"."""
    said = scene.polar and not _SOMETHING.isdisjoint(t.stem for t in scene.asking[:_REACH])
    told = reading.kind == "listing" and _is_told(reading, form, scene)
    return said and told and "or" not in scene.stems and not (excluded_in(form) or is_denied(scene))


def _is_of_amount(reading: Reading, scene: Scene) -> bool:
    """Whether a question asks if there is an amount of something: "is there a rep number for stamina?"."""
    there = any(a.stem == "be" and b.text.lower() == "there" for a, b in pairwise(scene.asking))
    said = {iri for a in scene.anchors for iri in a.entities}
    amount = reading.kind == "quantity" and reading.amount is None and not scene.parse.amounts
    return there and amount and not is_denied(scene) and said.issuperset(named_in(reading.form))


def _lacking(scene: Scene) -> list[Anchor]:
    """The things that a question excludes."""
    return [a for a in scene.anchors if a.polarity == "out" and a.entities]


def _is_told(reading: Reading, form: Select, scene: Scene) -> bool:
    """Whether a list names what the question does, and the question no more than the list."""
    said = {iri for a in scene.anchors for iri in (*a.entities, *a.classes)}
    named, unwanted = set(named_in(form)), excluded_in(form)
    kept = {i for a in scene.anchors for i in a.words} | reading.words | scene.framing
    told = all(english().is_plain(t.stem) or t.index in kept for t in scene.asking)
    return bool(named) and told and (unwanted <= said if unwanted else named <= said)
