"""Which equipment a question leaves: several things that one has, and what goes without saying.

The wording knows lists for one thing that is there ("I only have a block") and for things that are not.
Here everything that a question says is there counts as there; and who names two things that are lacking,
one of them a machine, does not mean that a partner is there in its place, unless he says so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from kg.terms import Iri
from qa.connecting import Link
from qa.forms.evaluating import exists
from qa.forms.logic import (
    Count,
    Every,
    Form,
    Kind,
    Linked,
    Select,
    Set,
    Thing,
    Without,
    every,
    excluded_in,
    kinds_in,
    parts_of,
    things_in,
)
from qa.kind import Desk, Reading
from qa.limits.outfitting import (
    includes,
    including,
    is_on_options,
    kinds_of,
    lacked_by,
    nothing_beside,
    with_only,
)
from qa.limits.owning import is_owned, is_there, named_gear, names_gear
from qa.mattering import where
from qa.parsing.scope import is_kept
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["equipped", "is_equipped_otherwise", "stocked"]

_LIKELY = 0.2  # probability from which a wording says what is there, without an "only" or a "no"
_KEPT = 0.6  # share of its probability that a list of what is there allows keeps if it leaves a name
_SEVERAL = 2
_LISTS = ("listing", "counting")
_LACKING = 2  # things that a question must say are not there


def equipped(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A reading whose conditions on equipment heed all that the question says is there, or is not."""
    form = reading.form
    if not isinstance(form, Select | Count):
        return reading
    parts = parts_of(form.set)
    if reading.kind == "verification" and any(map(is_on_options, parts)) and (alone := _alone(scene, desk)):
        used = (_with_alone(p, alone, desk) if is_on_options(p) else p for p in parts)
        words = reading.words.union(*alone.values())
        return replace(reading, form=replace(form, set=every(list(used))), words=words, note="alone")
    parts, stock = _of_stock(parts, scene, desk) if reading.kind in _LISTS else (parts, frozenset())
    if not stock and not any(map(is_on_options, parts)):
        node = every(list(parts))  # each condition once
        return reading if node == form.set else replace(reading, form=replace(form, set=node))
    sure = reading.chance >= _LIKELY or scene.once("equipped", lambda: _is_told(scene, desk))
    there: Mapping[Iri, frozenset[int]] = named_gear(scene, desk, out=False) if sure else {}
    words = reading.words | stock
    found: list[Set] = []
    for part in parts:
        heeded, said = _option(part, there, scene, desk) if is_on_options(part) else (part, frozenset())
        if reading.kind == "verification" and is_on_options(heeded):
            heeded, more = _without_all(heeded, scene, desk)
            said |= more
        found.append(heeded)
        words |= said
    node = every(_without_needless(found))
    node = node if exists(node, desk.graph) else _unequipped(found, desk) or node
    # "Which inner calf exercises can I do?" beside what is there wants both said.
    short = bool(stock) and any(not a.words & words for a in scene.anchors)
    chance = reading.chance * _KEPT if short else reading.chance
    return replace(reading, form=replace(form, set=node), words=words, chance=chance)


def _of_stock(parts: tuple[Set, ...], scene: Scene, desk: Desk) -> tuple[tuple[Set, ...], frozenset[int]]:
    """Conditions without uses of several things that are there, which are not all needed; and their words.

    Who has a step and dumbbells can do what needs a step alone: nothing beside these may be needed.
    """
    named = named_gear(scene, desk, out=False)
    if len(named) < _SEVERAL:
        return parts, frozenset()
    gear = {i: w for i, w in named.items() if is_owned(i, scene) and desk.connector.is_optional(i)}
    uses = [p for p in parts if isinstance(p, Linked) and p.property == CALF.USES_EQUIPMENT]
    if len(gear) < _SEVERAL or not uses or any(map(is_on_options, parts)):
        return parts, frozenset()
    limits = every([Kind(CALF.EQUIPMENT_OPTION), *with_only(list(gear), desk)])
    kept: tuple[Set, ...] = tuple(p for p in parts if p not in uses)
    return (*kept, Linked(CALF.HAS_EQUIPMENT_OPTION, limits)), frozenset().union(*gear.values())


def _is_told(scene: Scene, desk: Desk) -> bool:
    """Whether a question says in words what is there: "the leg press is for members only" need not."""
    limited = any(a.polarity != "in" or is_kept(a, scene.tokens) for a in scene.anchors)
    return limited or any(is_owned(iri, scene) for iri in named_gear(scene, desk, out=False))


def _without_needless(parts: list[Set]) -> list[Set]:
    """Conditions without those on equipment that is only there beside other things: a friend and a step."""
    there = [
        gear for p in parts if is_on_options(p) for own in parts_of(p.to) if (gear := nothing_beside(own))
    ]
    beside = {iri for gear in there if len(gear) >= _SEVERAL for iri in gear}
    return [p for p in parts if not any(p == Linked(CALF.USES_EQUIPMENT, Thing(iri)) for iri in beside)]


def _alone(scene: Scene, desk: Desk) -> Mapping[Iri, frozenset[int]]:
    """The equipment with which alone a question wants to make do, and its words: "with only a partner"."""
    only = {i: a.words for a in scene.anchors if a.polarity == "only" for i in (*a.entities, *a.classes)}
    there = named_gear(scene, desk, out=False)
    return {iri: words for iri, words in only.items() if iri in there}


def _with_alone(node: Linked, gear: Collection[Iri], desk: Desk) -> Linked:
    """The condition on options that they need nothing beside some equipment."""
    return replace(node, to=every([Kind(CALF.EQUIPMENT_OPTION), *with_only(list(gear), desk)]))


def _unequipped(parts: list[Set], desk: Desk) -> Set | None:
    """The members that do not use what is lacking, where nothing says with what they are done; or None."""
    lacking = [
        own.part
        for part in parts
        if is_on_options(part)
        for own in parts_of(part.to)
        if isinstance(own, Without)
    ]
    rest = [part for part in parts if not is_on_options(part)]
    uses: list[Set] = [
        Without(replace(own, property=CALF.USES_EQUIPMENT)) for own in lacking if isinstance(own, Linked)
    ]
    node, said = every([*rest, *uses]), Linked(CALF.HAS_EQUIPMENT_OPTION, Kind(CALF.EQUIPMENT_OPTION))
    fits = uses and exists(node, desk.graph) and not exists(every([*rest, *uses, said]), desk.graph)
    return node if fits else None


def stocked(links: list[Link], desk: Desk) -> list[Link]:
    """Links, those to several pieces of equipment as one: an exercise needs nothing beside these."""
    gear = [k for k in links if k.set == Linked(CALF.USES_EQUIPMENT, Thing(k.target))]
    if len(gear) < _SEVERAL:
        return links
    limits = (Kind(CALF.EQUIPMENT_OPTION), *with_only([link.target for link in gear], desk))
    first = gear[0]
    words = frozenset().union(*(link.words for link in gear))
    one = first._replace(set=Linked(CALF.HAS_EQUIPMENT_OPTION, Every(limits)), words=words)
    return [one if link is first else link for link in links if link is first or link not in gear]


@where(names_gear)
def is_equipped_otherwise(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a form lacks what a question says is there, or needs other things than it names."""
    return _denies_what_is_there(reading.form, scene, desk) or _needs_other(reading.form, scene, desk)


def _needs_other(form: Form, scene: Scene, desk: Desk) -> bool:
    """Whether a form needs machines where a question has free weights, or the other way round."""
    parts = parts_of(form.set) if isinstance(form, Select | Count) else ()
    links = (p for p in parts if isinstance(p, Linked) and not p.inverse)
    used = (p.to for p in links if p.property == CALF.USES_EQUIPMENT)
    needed = _loads([to.iri for to in used if isinstance(to, Thing | Kind)], desk)
    there = _loads(named_gear(scene, desk, out=False), desk) if needed else frozenset()
    return bool(there) and needed.isdisjoint(there)


def _loads(gear: Collection[Iri], desk: Desk) -> frozenset[Iri]:
    """Whether equipment is of machines, of free weights, or of both."""
    kinds, connector = (CALF.MACHINE, CALF.FREE_WEIGHT), desk.connector
    return frozenset(
        k for k in kinds if any(connector.is_a(i, k) or k in connector.classes_of(i) for i in gear)
    )


def _denies_what_is_there(form: Form, scene: Scene, desk: Desk) -> bool:
    """Whether a form excludes all machines, say, where a question has one and lacks another."""
    lacking = named_gear(scene, desk, out=True)
    there = [i for i in named_gear(scene, desk, out=False) if desk.connector.is_thing(i)]
    if not lacking:  # "the leg press is for members only": then it may not be there either
        there = [i for i in there if is_owned(i, scene)]
    kinds = [
        c for c in excluded_in(form) - lacking.keys() - {CALF.EQUIPMENT} if not desk.connector.is_thing(c)
    ]
    if lacking and any(is_owned(iri, scene) for iri in excluded_in(form).intersection(there)):
        return True  # "no machine, but a partner": then he is no more lacking than any other thing
    return any(not desk.connector.classes_of(iri).isdisjoint(kinds) for iri in there)


def _option(
    node: Linked, there: Mapping[Iri, frozenset[int]], scene: Scene, desk: Desk
) -> tuple[Linked, frozenset[int]]:
    """A condition on options, and the words of the question that were added to it."""
    node, present = _without_denial(node, there, scene, desk)
    if present:
        return node, present
    parts = parts_of(node.to)
    only = next((own for part in parts if (own := nothing_beside(part))), None)
    if only is not None:
        kinds = [cls for cls in _kinds_alone(scene) if cls in there and cls in kinds_of(only, desk)]
        if kinds and there.keys().isdisjoint(only):  # "machines only"
            rest = [p for p in parts if not (nothing_beside(p) or includes(p, only))]
            return replace(node, to=every([*rest, *with_only(kinds, desk)])), there[kinds[0]]
        more = [i for i in there if i not in only and desk.connector.is_optional(i)]
        if not more or there.keys().isdisjoint(only):
            return node, frozenset()
        rest = [p for p in parts if not (nothing_beside(p) or includes(p, only))]
        words = frozenset[int]().union(*(there[i] for i in more))
        return replace(node, to=every([*rest, *with_only([*only, *more], desk)])), words
    if len(named_gear(scene, desk, out=True)) < _LACKING:
        return node, frozenset()
    lacking = [iri for part in parts if (iri := lacked_by(part))]
    others = [i for i in _instead(lacking, desk) if i not in lacking and not is_there(i, there, desk)]
    return replace(node, to=every([*parts, *(Without(including(Thing(iri))) for iri in others)])), frozenset()


def _kinds_alone(scene: Scene) -> list[Iri]:
    """The kinds of equipment with which alone a question wants to make do: "machines only"."""
    only = (a for a in scene.anchors if a.polarity == "only" or is_kept(a, scene.tokens))
    many = (a for a in only if scene.tokens[a.mention.end - 1].text.lower().endswith("s"))
    return [cls for a in many for cls in a.classes if cls != CALF.EQUIPMENT]


def _without_all(node: Linked, scene: Scene, desk: Desk) -> tuple[Linked, frozenset[int]]:
    """A condition on options that lacks all that a question says is lacking, and the words that say so."""
    parts = parts_of(node.to)
    lacked = {
        Without(including(Thing(iri) if desk.connector.is_thing(iri) else Kind(iri))): words
        for iri, words in named_gear(scene, desk, out=True).items()
    }
    kinds = {cls for part in parts if isinstance(part, Without) for cls in kinds_in(part)}
    held = [p for p in lacked if any(kinds & desk.connector.classes_of(i) for i in things_in(p))]
    added = [part for part in lacked if part not in (*parts, *held)]
    node = replace(node, to=every([*parts, *added])) if added else node
    return node, frozenset[int]().union(*lacked.values())


def _without_denial(
    node: Linked, there: Mapping[Iri, frozenset[int]], scene: Scene, desk: Desk
) -> tuple[Linked, frozenset[int]]:
    """A condition on options that excludes nothing that is there, and the words that say so."""
    lacking, parts = named_gear(scene, desk, out=True), parts_of(node.to)
    lacked = (iri for part in parts if (iri := lacked_by(part)))
    present = [iri for iri in lacked if iri in there and iri not in lacking and is_owned(iri, scene)]
    kept = [part for part in parts if lacked_by(part) not in present]
    words = frozenset[int]().union(*(there[iri] for iri in present))
    telling = any(not isinstance(part, Kind) for part in kept)
    return (replace(node, to=every(kept)), words) if lacking and words and telling else (node, frozenset())


def _instead(lacking: list[Iri], desk: Desk) -> list[Iri]:
    """Helpers, or machines, with which the exercises can be done that are done with what is lacking.

    Nobody has one without saying so; no machine in a helper's place where another machine is lacking.
    """
    exercises = {e for iri in lacking for e in desk.graph.subjects(CALF.USES_EQUIPMENT, iri)}
    ways = {i for e in exercises for i in desk.graph.objects(e, CALF.USES_EQUIPMENT) if isinstance(i, Iri)}
    without = any(CALF.MACHINE in desk.connector.classes_of(iri) for iri in lacking)
    kinds = {CALF.HELPER, CALF.MACHINE} if without else {CALF.HELPER}
    return sorted(i for i in ways if desk.connector.is_optional(i) and kinds & desk.connector.classes_of(i))
