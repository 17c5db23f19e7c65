"""What no source tells, though it sounds like another question: days, sizes, where a name comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.forms.logic import Linked, Select, named_in, parts_of
from qa.kind import Reading
from qa.parsing.anchor import Anchor
from qa.parsing.asking import WH
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["is_withheld"]

_CHOOSING = ("which", "what")
_REACH = 5  # words from "name" to "come from"
_FIRST = 3  # words of a question among which "rank" asks for an order: "can you rank"
_NAMED = 2  # words within which an angle is named: "at what knee angle"
_SURE = 0.8  # probability from which a wording tells what is counted, whatever the words for it
_NEAR = 5  # words from a question word to what it asks of: "how long should the lowering phase last"
_LONG = ["how", "long"]
_EXTENT = frozenset(("long", "tall", "thick", "heavy", "big", "large"))
_TELLING = (CALF.MUSCLE_VALUE, CALF.PRESCRIPTION, CALF.CUE)  # classes of what may tell how much
_STANCES = (["how", "far"], ["how", "wide"])
_MANY = (["how", "many"], ["many", "of"])


def is_withheld(reading: Reading, scene: Scene) -> bool:
    """Whether a question asks for what no source holds, in words that its reading overlooks.

    How long a trial went on is told with what it found.
    """
    if reading.focus == CALF.CLAIM:
        return False
    asks = _asks_date(scene) or _asks_share(reading, scene) or _asks_of_name(scene)
    asks = asks or _asks_time(scene) or _asks_size(scene) or _asks_stance(scene) or _asks_safety(scene)
    asks = asks or _asks_order(scene) or _asks_angle(scene) or _asks_extent(reading, scene)
    asks = asks or (scene.mood == "why" and _tells_of_cue(reading))
    return asks or _counts_other(reading, scene) or _is_of_other_phase(reading, scene)


def _tells_of_cue(reading: Reading) -> bool:
    """Whether a reading only tells which exercise a cue is for, which is no reason for it."""
    parts = parts_of(reading.form.set) if isinstance(reading.form, Select) else ()
    links = [part for part in parts if isinstance(part, Linked)]
    return reading.focus == CALF.EXERCISE and any(link.property == CALF.CUE_FOR for link in links)


def _counts_other(reading: Reading, scene: Scene) -> bool:
    """Whether what is counted is not what a question counts: "how many seconds", "how many exercises per"."""
    if scene.mood != "count" or scene.wh != "how" or reading.kind not in ("counting", "quantity"):
        return False
    start = scene.wh_index + len(_MANY[0])
    ahead = scene.tokens[start : start + 1]
    if reading.kind == "counting":
        aside = (a for a in scene.anchors if start in a.words and not a.words <= reading.words)
        quantities = (iri for a in aside for iri in a.entities if reading.chance < _SURE)
        other = any(CALF.PARAMETER in scene.graph.entity(iri).classes for iri in quantities)
        return other or any(t.stem in english().words["measured"] for t in ahead)
    counted = (a.classes for a in scene.anchors if a.mention.start == start and not a.entities)
    return any(classes and CALF.PHASE not in classes for classes in counted)


def _is_of_other_phase(reading: Reading, scene: Scene) -> bool:
    """Whether an amount is that of one phase where the question names another, and no quantity.

    How long a pause at the bottom is tells nothing of how long the lowering takes.
    """
    if reading.kind != "quantity":
        return False
    told, graph = set(named_in(reading.form)), scene.graph
    near = (a for a in scene.anchors if a.polarity == "in" and a.mention.start <= scene.wh_index + _NEAR)
    named = {iri for a in near for iri in a.entities}
    if any(CALF.QUANTITY in graph.entity(iri).classes for iri in named & told):
        return False
    told, named = ({i for i in things if CALF.PHASE in graph.entity(i).classes} for things in (told, named))
    return bool(told - named and named - told)


def _asks_stance(scene: Scene) -> bool:
    """Whether a question asks how far apart the feet are: a source tells that of heels and toes alone."""
    stems = [t.stem for t in scene.asking]
    apart = any([a, b] in _STANCES for a, b in pairwise(stems)) and "apart" in stems
    return apart and {"heel", "toe"}.isdisjoint(stems)


def _asks_order(scene: Scene) -> bool:
    """Whether a question has exercises put in an order: no source ranks them, or says which comes first."""
    stems = [t.stem for t in scene.asking]
    ranked = "rank" in stems[:_FIRST] and not {"from", "by", "most", "best"}.isdisjoint(stems)
    ordered = ranked or any(a in _CHOOSING and b == "order" for a, b in pairwise(stems))
    graph = scene.graph
    named = {i for a in scene.anchors for i in a.entities if CALF.EXERCISE in graph.entity(i).classes}
    several = len(named) > 1 or any(CALF.EXERCISE in a.classes for a in scene.anchors)
    return ordered and several


def _asks_angle(scene: Scene) -> bool:
    """Whether a question asks for an angle in degrees: "at what angle", "at what knee angle"."""
    if any([a.stem, b.stem] == ["many", "degree"] for a, b in pairwise(scene.asking)):
        return True
    said = [t.text.lower() for t in scene.tokens if t.sentence == scene.core]
    asking = zip(said, said[1:], range(len(said)), strict=False)
    asks = any((a, b) == ("at", "what") and "angle" in said[n + 2 : n + 2 + _NAMED] for a, b, n in asking)
    return asks and "or" not in said  # "at what knee angle, bent or straight?"


def _asks_safety(scene: Scene) -> bool:
    """Whether a question asks if an exercise is bad for a joint, or safe: how it is done tells neither."""
    done = (CALF.EXERCISE, CALF.POSITION)
    graph, asking = scene.graph, scene.asking
    kinds = {c for a in scene.anchors for iri in a.entities for c in graph.entity(iri).classes}
    if kinds.union(*(a.classes for a in scene.anchors)).isdisjoint(done):
        return False
    judging = english().faulty | english().words["harsh"]
    ends = {b.index + 1 for a, b in pairwise(asking) if a.stem in judging and b.stem in ("for", "on")}
    parts = (a for a in scene.anchors if ends & {a.mention.start, a.mention.start - 1} and not a.bodily)
    return any(graph.subjects(CALF.CROSSES_JOINT, iri) for a in parts for iri in a.entities)


def _asks_time(scene: Scene) -> bool:
    """Whether a question asks for an hour, or how long training goes on: "how long does a session take?"."""
    stems = [t.stem for t in scene.asking]
    of_day = ([*some] == ["time", "of", "day"] for some in zip(stems, stems[1:], stems[2:], strict=False))
    if any(of_day) or any(a in _CHOOSING and b == "time" for a, b in pairwise(stems)):
        return True
    lasting = any([a, b] == _LONG for a, b in pairwise(stems)) and not {"take", "last"}.isdisjoint(stems)
    return lasting and not english().words["sitting"].isdisjoint(stems)


def _asks_size(scene: Scene) -> bool:
    """Whether a question asks how high, or how heavy, a piece of equipment is to be."""
    ahead = scene.tokens[scene.wh_index + 1 : scene.wh_index + 2]
    if scene.wh != "how" or all(t.stem not in english().words["sized"] for t in ahead):
        return False
    words = english().words["auxiliary"] | english().words["articles"]
    between = ({t.stem for t in scene.tokens[scene.wh_index + 2 : a.mention.start]} for a in _gear(scene))
    return any(stems and stems <= words for stems in between)


def _asks_extent(reading: Reading, scene: Scene) -> bool:
    """Whether a question asks how long or how thick a part of the body is, and a reading tells no value."""
    ahead = scene.tokens[scene.wh_index + 1 : scene.wh_index + 2]
    if scene.wh != "how" or reading.focus in _TELLING or not any(t.stem in _EXTENT for t in ahead):
        return False
    words = english().words["auxiliary"] | english().words["articles"]
    parts = (a for a in scene.anchors if _is_part(a, scene) and a.mention.start > scene.wh_index)
    between = ({t.stem for t in scene.tokens[scene.wh_index + 2 : a.mention.start]} for a in parts)
    return any(stems and stems <= words for stems in between)


def _is_part(name: Anchor, scene: Scene) -> bool:
    """Whether a name is of a part of the body."""
    return any(CALF.ANATOMICAL_STRUCTURE in scene.graph.entity(iri).classes for iri in name.entities)


def _gear(scene: Scene) -> Iterator[Anchor]:
    """The names of equipment, one piece or a class of it."""
    for anchor in scene.anchors:
        kinds = {c for iri in anchor.entities for c in scene.graph.entity(iri).classes}
        kinds |= {c for cls in anchor.classes for c in (cls, *scene.graph.class_term(cls).supers)}
        if CALF.EQUIPMENT in kinds:
            yield anchor


def _asks_date(scene: Scene) -> bool:
    """Whether a question asks for a day or a month, or for weeks: "which month", "after how many weeks"."""
    words, stems = english().words, [t.stem for t in scene.asking]
    if _asks_days_off(stems):
        return True
    if not scene.says(words["dated"] | words["lasting"]):
        return False
    chosen = any(a in _CHOOSING and b in words["dated"] for a, b in pairwise(stems))
    lasting = zip(stems, stems[1:], stems[2:], strict=False)
    once = sum(stem in WH for stem in stems) == 1  # "never mind which days, how often?"
    return (chosen and once) or any([a, b] == _MANY[0] and c in words["lasting"] for a, b, c in lasting)


def _asks_days_off(stems: Sequence[str]) -> bool:
    """Whether a question asks how many days lie between sessions: a source tells how many sessions."""
    days = any([*some] == [*_MANY[0], "day"] for some in zip(stems, stems[1:], stems[2:], strict=False))
    return days and bool({"rest", "off", "between", "break"} & {*stems})


def _asks_share(reading: Reading, scene: Scene) -> bool:
    """Whether a question asks for a share of what is prescribed: "how many of the sets should be seated?".

    Or for a ratio, whatever of.
    """
    if reading.focus == CALF.MUSCLE_VALUE:
        return False  # "what percentage of the fibres is slow?"
    stems = [t.stem for t in scene.asking]
    if scene.wh and not english().words["shares"].isdisjoint(stems):
        return True
    return reading.kind == "quantity" and any([a, b] == _MANY[1] for a, b in pairwise(stems))


def _asks_of_name(scene: Scene) -> bool:
    """Whether a question asks where a name comes from, or what it means in another language."""
    words, stems = english().words, [t.stem for t in scene.asking]
    names = [n for n, stem in enumerate(stems) if stem in words["naming"]]
    after = any(
        a in words["deriving"] and b == "from" and 0 < n - name <= _REACH
        for name in names
        for n, (a, b) in enumerate(pairwise(stems))
    )
    got = any(
        stems[n - 2 : n] == ["get", "its"] or stems[n - 3 : n] == ["origin", "of", "the"] for n in names
    )
    return after or got or ("mean" in stems and not words["tongues"].isdisjoint(stems))
