"""What the turn before left out: "and which doesn't?", "what are the other two?", "and the rest?"."""

from __future__ import annotations

from collections.abc import Iterator

from qa.forms.evaluating import members
from qa.forms.logic import Form, Kind, Select, Set, Without, every, parts_of
from qa.kind import ALL_TOLD, Desk, Reading
from qa.limits.conditions import NO_VERSIONS
from qa.limits.negating import of_the_calf
from qa.model import Context
from qa.parsing.english import english
from qa.scene import Scene

__all__ = ["remaining"]

_EVIDENCE = 14.0  # nothing else is asked where no more is said
_MOST = 6  # words of a question that only asks for the rest
_MORE = frozenset(("other", "others", "more", "else", "one"))
_NUMBERS = frozenset(("two", "three", "four", "2", "3", "4"))


def remaining(scene: Scene, kind: str, form: Form, context: Context, desk: Desk) -> Iterator[Reading]:
    """The members of the class last asked for that the last list had not."""
    said = [t for t in scene.asking if t.index not in scene.opening]
    if kind != "listing" or not isinstance(form, Select) or len(said) > _MOST:
        return
    if any(a.entities and not a.words <= scene.carried for a in scene.anchors):
        return
    if _asks_more(scene) and len(context.results) == len(members(form.set, desk.graph)):
        words = frozenset(t.index for t in said)  # there are no more, and the last list has them all
        yield Reading(kind, form, words, _EVIDENCE, topics=context.entities, note=ALL_TOLD)
        return
    if not (_denies_bare(scene) or _asks_others(scene)):
        return
    parts = parts_of(form.set)
    kinds = [p for p in parts if isinstance(p, Kind)]
    told: list[Set] = [p for p in parts if p not in kinds and p != NO_VERSIONS]
    if len(kinds) != 1 or not told:
        return
    kept: list[Set] = [p for p in parts if p not in told]
    node = every([*kept, Without(every(told))])
    words = frozenset(t.index for t in said)
    left = Reading(kind, Select(node), words, _EVIDENCE, kinds[0].iri, context.entities)
    reading = of_the_calf(left, scene, desk)
    if isinstance(reading.form, Select) and members(reading.form.set, desk.graph):
        yield reading


def _asks_more(scene: Scene) -> bool:
    """Whether a question asks if there are more of a list: "any others?", "is there anything else?"."""
    stems = [t.stem for t in scene.asking if t.index not in scene.opening]
    asks = bool({"any", "anything", "more"} & set(stems)) and not scene.wh
    return asks and bool(stems) and stems[-1] in _MORE


def _denies_bare(scene: Scene) -> bool:
    """Whether a question only denies what was asked: "and which doesn't?", "which ones don't?"."""
    stems = [t.stem for t in scene.asking]
    bare = len(stems) > 1 and stems[-1] == "not" and stems[-2] in english().words["auxiliary"]
    return bare and bool(scene.wh)


def _asks_others(scene: Scene) -> bool:
    """Whether a question asks for several others: "what are the other two?", "and the rest?"."""
    pairs = [(a.stem, b.stem) for a, b in zip(scene.asking, scene.asking[1:], strict=False)]
    ends = [t.text.lower() for t in scene.asking][-1:]
    others = any(one == "other" and two in _NUMBERS for one, two in pairs)
    return others or ends == ["others"] or pairs[-1:] == [("the", "rest")]
