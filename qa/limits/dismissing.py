"""Questions for what is to go: "which exercise would you leave out if I can't bend over?".

Such a question names what its asker wants, or cannot do; what it asks for is what that rules out. Readings
say what is left, as those of any other list do, and are turned round here.
"""

from __future__ import annotations

from dataclasses import replace

from qa.forms.logic import Either, Kind, Linked, Select, Set, Thing, Without, either, every, parts_of
from qa.kind import Desk, Reading
from qa.limits.conditions import NO_VERSIONS
from qa.mattering import where
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["dismissed"]

_TRAINING = (CALF.TRAINS, CALF.EMPHASISES, CALF.ENGAGES, CALF.BIASES, CALF.MAXIMALLY_ENGAGES)
_CLASSES = (CALF.EXERCISE, CALF.POSITION)


@where(lambda scene: scene.dismissing)
def dismissed(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A list of exercises, or positions, as that of those to go, where the question asks for these."""
    form = reading.form
    if not isinstance(form, Select) or not _is_of_exercises(reading, desk):
        return reading
    unable = any(scene.tokens[i].stem in english().words["denying"] for i in scene.dismissing)
    misfit = any(scene.tokens[i].stem in english().words["misfitting"] for i in scene.dismissing)
    if misfit and any(a.polarity == "out" for a in scene.anchors):
        return reading  # "I can't hold anything: which one is the wrong one?" may use what is lacking
    if not (scene.wh == "which" or scene.sought or reading.kind == "choice" or unable):
        return reading  # "what do I lose?", not "what can't I do?"
    if _says_what_goes(parts_of(form.set), scene):
        return replace(reading, words=reading.words | scene.dismissing)
    if using := _using(parts_of(form.set), scene):
        return replace(reading, words=reading.words | scene.dismissing | using)
    node = _against(parts_of(form.set), scene) or _turned(parts_of(form.set))
    if node is None:
        return reading
    return replace(reading, form=replace(form, set=node), words=reading.words | scene.dismissing)


def _is_unfit(scene: Scene) -> bool:
    """Whether a question asks for what fits least: "the wrong pick", "pointless for"."""
    unfit = english().words["misfitting"] | english().worthless
    return any(scene.tokens[i].stem in unfit for i in scene.dismissing)


def _using(parts: tuple[Set, ...], scene: Scene) -> frozenset[int]:
    """The words for what is lacking, where a list is of what uses it: "if the leg press is broken"."""
    used = {p.to.iri for p in parts if isinstance(p, Linked) and isinstance(p.to, Thing)}
    gone = (a for a in scene.anchors if a.polarity == "out" and used.intersection(a.entities))
    return frozenset().union(*(a.words for a in gone))


def _says_what_goes(parts: tuple[Set, ...], scene: Scene) -> bool:
    """Whether a wording is heard as what is to go: it denies what the question says is wanted."""
    denied = any(isinstance(p, Without) and p != NO_VERSIONS for p in parts)
    wanted = _is_unfit(scene) or any(t.stem in english().words["wishing"] for t in scene.tokens)
    return denied and wanted and all(a.polarity == "in" for a in scene.anchors)


def _is_of_exercises(reading: Reading, desk: Desk) -> bool:
    """Whether a reading lists exercises or positions, or chooses from such."""
    if reading.focus is not None:
        return any(desk.connector.is_a(reading.focus, cls) for cls in _CLASSES)
    chosen = parts_of(reading.form.set)[:1] if isinstance(reading.form, Select) else ()
    options = (one for part in chosen if isinstance(part, Either) for one in part.parts)
    things = [one.iri for one in options if isinstance(one, Thing)]
    return (
        reading.kind == "choice"
        and bool(things)
        and all(CALF.EXERCISE in desk.connector.classes_of(iri) for iri in things)
    )


def _turned(parts: tuple[Set, ...]) -> Set | None:
    """The members that these conditions rule out; None where they rule out nothing."""
    aims = [p for p in parts if _is_aim(p)]
    limits = [p for p in parts if _is_limit(p)]
    rest = [p for p in parts if p not in aims and p not in limits]
    if not limits or any(_is_aim(p.part) for p in limits if isinstance(p, Without)):
        # "If I only want the soleus": what does nothing for it goes.
        plain = all(isinstance(p, Kind | Either) or p == NO_VERSIONS for p in rest)
        wanted = [*aims, *limits]
        return every([*rest, _opposite(every(wanted))]) if wanted and plain else None
    return every([*rest, *aims, either([_opposite(p) for p in limits])])


def _against(parts: tuple[Set, ...], scene: Scene) -> Set | None:
    """The members that what has to stay so rules out: "if my knees have to stay straight"; None without it.

    So does what alone is wanted: "I only want bent-knee work". Of a list with one condition; how people say
    that the wording knows, or it says what stays.
    """
    told = [p for p in parts if not isinstance(p, Kind) and p != NO_VERSIONS]
    if len(told) != 1 or _is_aim(told[0]) or not _is_told(told[0], scene):
        return None
    return every(list(parts) if isinstance(told[0], Without) else _but(parts, told[0]))


def _is_told(node: Set, scene: Scene) -> bool:
    """Whether a question says in words that a condition has to be so, or that its asker wants it."""
    words, stems = english().words, {t.stem for t in scene.tokens}
    alone = not stems.isdisjoint(words["limiting"] | words["barely"])
    plain = stems.isdisjoint(words["lacking"]) and not isinstance(node, Without)
    wished = words["wishing"] if alone else words["wishing"] - words["owning"]  # "what do I have to drop?"
    wanted = not stems.isdisjoint(wished) and (alone or plain)
    inner = node.part if isinstance(node, Without) else node
    if isinstance(inner, Linked) and isinstance(inner.to, Thing):
        # A name that has a denial in it says how it has to be: "if my knees can't bend".
        own = (a for a in scene.anchors if inner.to.iri in a.entities and a.polarity == "in")
        wanted |= any(scene.tokens[i].stem in words["lacking"] for a in own for i in a.words)
    return wanted or not stems.isdisjoint(words["requiring"])


def _but(parts: tuple[Set, ...], told: Set) -> list[Set]:
    """The conditions with one of them turned round."""
    return [_opposite(p) if p == told else p for p in parts]


def _opposite(node: Set) -> Set:
    """What is not in a set."""
    return node.part if isinstance(node, Without) else Without(node)


def _is_aim(node: Set) -> bool:
    """Whether a condition says what is to be trained."""
    if isinstance(node, Either):
        return all(map(_is_aim, node.parts))
    return isinstance(node, Linked) and node.property in _TRAINING


def _is_limit(node: Set) -> bool:
    """Whether a condition says what cannot be done, or with what one has to make do; no exercise by name."""
    if isinstance(node, Without):
        named = isinstance(node.part, Thing)
        versions = isinstance(node.part, Linked) and node.part.property == CALF.VARIATION_OF
        return not named and not versions
    return isinstance(node, Linked) and node.property == CALF.HAS_EQUIPMENT_OPTION
