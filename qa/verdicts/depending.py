"""What is so in part, or by the goal: "is 8-12 the right number?", "do the calf muscles cross the knee?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask, Form, Kind, Linked, Select, Thing, parts_of
from qa.kind import Desk, Draft, Reading
from qa.model import Item, Items
from qa.parsing.english import english
from qa.scene import Scene
from qa.telling.citing import spoken_of
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["depending", "is_best"]

_BOTH = frozenset(("both", "all", "each", "every"))
_SOME = frozenset(("any", "some", "one", "either", "which", "only", "no", "neither"))
_BEFORE = 2  # words from "both" or "the" to the class: "both of the muscles"


def depending(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """A draft that says on what the verdict depends, where it is yes of one thing and no of another."""
    if not draft.found or scene.wh or not scene.may_be_polar:
        return None
    if reading.kind == "quantity":
        return _by_goal(draft, reading, scene, desk)
    wanted = reading.kind in ("listing", "verification") and _asked(scene)
    return _in_part(reading, scene, desk) if wanted else None


def _by_goal(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """The ranges by their goals, where an amount is called "the best" and lies in one of them."""
    amount = reading.amount
    goals = [tuple(desk.graph.objects(item.iri, CALF.FOR_GOAL)) for item in draft.items]
    if amount is None or draft.boolean != "yes" or len(goals) < 2 or not all(goals):
        return None
    named = {iri for a in scene.anchors for iri in a.entities}
    if any(not named.isdisjoint(one) for one in goals) or not is_best(scene):
        return None
    return replace(
        draft, boolean="qualified", lead=f"It depends on the goal: {draft.lead.partition(': ')[2]}"
    )


def is_best(scene: Scene) -> bool:
    """Whether the claim calls something the one to choose: "the right number", "the best range"."""
    claim = [t.stem for t in scene.tokens if t.sentence == scene.claimed]
    return any(one == "the" and other in english().words["ideal"] for one, other in pairwise(claim))


def _in_part(reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """What is so of one calf muscle and not of the other, where a question says it of "the calf muscles"."""
    named = {iri for a in scene.anchors if a.bodily for iri in a.entities}
    all_of = _statements(reading.form, desk)
    if not all_of or not named.isdisjoint(spoken_of(CALF.MUSCLE, desk.graph)):
        return None
    held = [t for t in all_of if desk.graph.truth(t) is Truth.YES]
    denied = [t for t in all_of if desk.graph.truth(t) is Truth.NO]
    if not held or not denied or len(held) + len(denied) < len(all_of):
        return None
    both = _asked(scene) == "both"
    verdict = "qualified" if not both else "yes" if is_denied(scene) else "no"
    begins = verdict.capitalize() if both else "Only in part"
    told = ", but ".join(("; ".join(map(desk.say.fact, held)), "; ".join(map(desk.say.denial, denied))))
    rest = tuple(u for t in denied for u in desk.graph.statements(subject=t.subject, predicate=t.predicate))
    said = tuple(desk.say.sentences(rest))
    blocks = (Items(said),) if said else ()
    return Draft(f"{begins}: {told}.", _items(held, desk), blocks, (*held, *rest), verdict)


def _statements(form: Form, desk: Desk) -> list[Triple]:
    """What a list, or a statement of one of them, says of each of the calf muscles."""
    muscles = spoken_of(CALF.MUSCLE, desk.graph)
    if isinstance(form, Ask):
        one, prop, other = form.triple
        if one in muscles and prop not in (CALF.TYPE, CALF.SAME_AS) and other not in muscles:
            return [Triple(iri, prop, other) for iri in muscles]
        return []
    parts = parts_of(form.set) if isinstance(form, Select) else ()
    links = [p for p in parts if isinstance(p, Linked) and isinstance(p.to, Thing)]
    if len(links) != 1 or set(parts) - {*links} != {Kind(CALF.MUSCLE)}:
        return []
    return [_told(links[0], iri) for iri in muscles]


def _asked(scene: Scene) -> str:
    """Of which calf muscles a question says something: "both", "the" for them as such, or ""."""
    names = [a for a in scene.anchors if CALF.MUSCLE in a.classes and not a.entities]
    if len(names) != 1 or not scene.tokens[names[0].mention.end - 1].text.lower().endswith("s"):
        return ""
    start = names[0].mention.start
    inside = {scene.tokens[i].stem for i in names[0].words}
    before = {t.stem for t in scene.tokens[max(0, start - _BEFORE) : start]} | inside
    if not before.isdisjoint(_SOME):
        return ""
    opens = scene.asking and start - scene.asking[0].index <= _BEFORE
    return "both" if before & _BOTH else "the" if opens else ""


def _told(link: Linked, iri: Iri) -> Triple:
    """The statement of a member by a condition."""
    assert isinstance(link.to, Thing)
    ends = (link.to.iri, iri) if link.inverse else (iri, link.to.iri)
    return Triple(ends[0], link.property, ends[1])


def _items(held: Sequence[Triple], desk: Desk) -> tuple[Item, ...]:
    """The muscles of which it is so."""
    muscles = spoken_of(CALF.MUSCLE, desk.graph)
    things = (i for t in held for i in (t.subject, t.object) if isinstance(i, Iri) and i in muscles)
    return tuple(Item(i, desk.say.label(i)) for i in things)
