"""Whether what a yes-or-no question supposes is what was found: "the soleus is the visible one, isn't it?".

Such a question is often read as the list that settles it. A name in it that could stand in that list, but
is no part of what was asked of the graph, is the answer that it supposes; so is a number before the
class that it asks for.
"""

from __future__ import annotations

from collections import Counter

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.asking import IMPERATIVE
from qa.english import english
from qa.evaluating import members
from qa.kind import Desk, Reading
from qa.logic import Count, Linked, Select, Thing, focus_of, iris_in, parts_of
from qa.outranking import claimed_rank
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["is_counted", "number_in", "overlap", "supposed"]


def supposed(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on what a question supposes of a list: "yes", "no", or "" if it supposes nothing."""
    form = reading.form
    if not isinstance(form, Select | Count) or reading.kind == "quantity" or not scene.may_be_polar:
        return ""
    found = set(members(form.set, desk.graph))
    number = number_in(reading, scene)
    if number is not None:
        return "yes" if number == len(found) else "no"
    if isinstance(form, Count):
        return ""
    if found and (verdict := _compared(form, scene, desk)):
        return verdict
    guesses = _guesses(reading, form, scene, desk)
    if len(guesses) != 1 or not found:
        return ""
    (guess,) = guesses
    if any(overlap(one, other, desk) for one in guess - found for other in found):
        return ""
    return "yes" if guess & found else "no"


def _compared(form: Select, scene: Scene, desk: Desk) -> str:
    """The verdict on a comparison that a list settles: "the same tendon?", "is it what matters most?"."""
    if scene.operators("greatest") and (second := _outranked(form)) is not None:
        triple = Triple(CALF.TRAINING_PRINCIPLE, CALF.OUTRANKS, second)
        return "yes" if claimed_rank(triple, scene, desk) == "first" else "no"
    if not _is_joint(form):
        return ""
    if english().words["differing"] & {t.stem for t in scene.asking}:
        return "no"
    return "yes" if scene.operators("common") else ""


def _outranked(form: Select) -> Iri | None:
    """The thing of which a list has what matters more, if it is such a list."""
    links = (link for link in _links(form) if link.property == CALF.OUTRANKS and not link.inverse)
    return next((link.to.iri for link in links if isinstance(link.to, Thing)), None)


def _is_joint(form: Select) -> bool:
    """Whether a list is of what two things have alike: the tendon of one muscle and of another."""
    ways = Counter((link.property, link.inverse) for link in _links(form) if isinstance(link.to, Thing))
    return any(times > 1 for times in ways.values())


def _links(form: Select) -> list[Linked]:
    """The links by which a list is narrowed."""
    parts = parts_of(form.set)
    return [part for part in parts if isinstance(part, Linked)]


def _guesses(reading: Reading, form: Select, scene: Scene, desk: Desk) -> set[frozenset[Iri]]:
    """What the names stand for that could be in a list and are no part of what is asked."""
    focus, asked = reading.focus or focus_of(form), iris_in(form)
    if focus is None:
        return set()
    names = (
        frozenset(a.entities)
        for a in scene.anchors
        if a.polarity == "in" and not a.words <= reading.words and asked.isdisjoint(a.entities)
    )
    return {name for name in names if any(desk.connector.stands(iri, focus) for iri in name)}


def is_counted(reading: Reading, scene: Scene) -> bool:
    """Whether the question says how many there are of what is counted or listed."""
    return isinstance(reading.form, Select | Count) and number_in(reading, scene) is not None


def number_in(reading: Reading, scene: Scene) -> float | None:
    """How many there are of a list by a yes-or-no question: the number before a name in the reading.

    "One head" may be any of several, and "can you name two?" claims nothing.
    """
    if not scene.polar or any(t.stem in IMPERATIVE for t in scene.tokens if t.sentence == scene.core):
        return None
    starts = {a.mention.start for a in scene.anchors if a.words <= reading.words}
    for amount in scene.parse.amounts:
        last = next((t for t in reversed(scene.tokens) if amount.start <= t.offset < amount.end), None)
        counts = amount.low == amount.high > 1 and not amount.frequency
        if last and counts and starts & {last.index + 1, last.index + 2}:  # "four mistakes", "four big ones"
            return amount.low
    return None


def overlap(one: Iri, other: Iri, desk: Desk) -> bool:
    """Whether a thing is a part, a whole or a variation of another."""
    return any(
        desk.graph.truth(Triple(a, relation, b)) is Truth.YES
        for a, b in ((one, other), (other, one))
        for relation in (CALF.PART_OF, CALF.VARIATION_OF)
    )
