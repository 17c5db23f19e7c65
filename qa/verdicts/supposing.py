"""Whether what a yes-or-no question supposes is what was found: "the soleus is the visible one, isn't it?".

Such a question is often read as the list that settles it. A name in it that could stand in that list, but
is no part of what was asked of the graph, is the answer that it supposes; so is a number before the
class that it asks for.
"""

from __future__ import annotations

from collections import Counter

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.evaluating import members
from qa.forms.logic import Count, Describe, Linked, Select, Thing, focus_of, iris_in, named_in, parts_of
from qa.kind import Desk, Draft, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_pardoned
from qa.verdicts.gauging import levelled
from qa.verdicts.numbering import fits_number
from qa.verdicts.outranking import claimed_rank
from qa.vocabulary import CALF

__all__ = ["harms", "is_likewise", "names_another", "overlap", "supposed"]

_WHOLE = 0.8  # weight of a whole name
_CLEAR = 0.5  # probability from which a wording is clear about what it means
_DENIAL = 4  # words before "problem" that a "no" or "not" may stand from it


def supposed(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on what a question supposes of a list: "yes", "no", or "" if it supposes nothing."""
    form = reading.form
    if isinstance(form, Describe) and scene.polar:
        return _mistaken_for(reading, form, scene, desk)
    if not isinstance(form, Select | Count) or not scene.may_be_polar:
        return ""
    found = set(members(form.set, desk.graph))
    if reading.kind == "quantity":
        return levelled(found, scene, desk) if reading.amount is None else ""
    if (fits := fits_number(len(found), reading, scene)) is not None:
        return "yes" if fits else "no"
    if isinstance(form, Count) or not found:
        return ""
    if verdict := _compared(form, scene, desk) or harms(reading, scene, desk):
        return verdict
    return _guessed(reading, form, found, scene, desk)


def _mistaken_for(reading: Reading, form: Describe, scene: Scene, desk: Desk) -> str:
    """No, where a question names another thing than the one that its words are clear about.

    "Is it during the lowering phase that the medial fibres work more?" is about the lifting phase.
    """
    named = {iri for a in scene.anchors if a.polarity == "in" for iri in a.entities}
    if reading.kind != "definition" or reading.chance < _CLEAR or form.iri in named:
        return ""
    return "no" if any(desk.connector.alike(form.iri, iri) for iri in named) else ""


def _guessed(reading: Reading, form: Select, found: set[Iri], scene: Scene, desk: Desk) -> str:
    """The verdict on the one thing that a question supposes to be in a list, or to be all of it."""
    pointed = _pointed_at(reading, form, scene, desk)
    if pointed is not None:
        return "yes" if pointed in found else "no"
    guesses = _guesses(reading, form, scene, desk)
    if len(guesses) > 1 and is_likewise(scene):
        return "yes" if any(guess & found for guess in guesses) else "no"
    if len(guesses) != 1:
        return ""
    (guess,) = guesses
    if any(overlap(one, other, desk) for one in guess - found for other in found):
        return ""
    return "yes" if guess & found else "no"


def _pointed_at(reading: Reading, form: Select, scene: Scene, desk: Desk) -> Iri | None:
    """What the turn before spoke of, where a question asks whether that is the one listed.

    "And is it the one deep down?" supposes it of the thing that "it" stands for.
    """
    words, said = english().words, [t for t in scene.asking if t.index not in scene.carried]
    stems = [t.stem for t in said if t.stem not in words["opening"]]
    if stems[:1] != ["be"] or not words["pronouns"].issuperset(stems[1:2]):
        return None
    rest = stems[3:] if stems[2:3] == ["one"] else stems[2:]  # "is that one the ..."
    focus = reading.focus or focus_of(form)
    if rest[:1] != ["the"] or "same" in rest or focus is None:
        return None
    if any(a.polarity == "in" and not a.words <= reading.words | scene.carried for a in scene.anchors):
        return None
    spoken_of = (iri for a in scene.anchors if a.words <= scene.carried for iri in a.entities)
    return next((iri for iri in spoken_of if desk.connector.stands(iri, focus)), None)


def harms(reading: Reading, scene: Scene, desk: Desk) -> str:
    """Whether a mistake does harm by a question: "yes" for "does it matter?", "no" for "not wrong", or "".

    It must be read as what the mistake is, or as its effects; of who stops it nothing is said.
    """
    form = reading.form
    mistakes = named_in(form) if isinstance(form, Describe | Select) else ()
    if not any(CALF.MISTAKE in desk.connector.classes_of(iri) for iri in mistakes):
        return ""
    if isinstance(form, Select) and focus_of(form) != CALF.EFFECT:
        return ""
    named = {i for a in scene.anchors if a.words <= reading.words for i in a.words}
    own, words = [t for t in scene.asking if t.index not in named], english().words
    harming = [t.index for t in own if t.stem in words["harming"] or t.index in scene.figurative]
    averting = english().averting - words["sparing"]
    if not (averting | english().fine).isdisjoint(t.stem for t in own):
        return ""
    if is_pardoned(scene):
        return "no"
    if not harming:
        return ""
    before = range(harming[0] - _DENIAL, harming[0])
    denied = (t for t in own if t.index in before and t.index not in scene.leading)
    return "no" if sum(t.stem in words["denying"] | {"no"} for t in denied) % 2 else "yes"


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
    limited = any(t.stem in english().words["limiting"] for t in scene.asking)  # "only the ankle?"
    aside = scene.carried if scene.mood == "none" and not limited else frozenset()  # "and the soleus?"
    subject = _subject(scene)
    names = (
        frozenset(a.entities)
        for a in scene.anchors
        if a.polarity == "in"
        and asked.isdisjoint(a.entities)
        and (a.mention.start == subject or not a.words <= reading.words | aside)
    )
    return {name for name in names if any(desk.connector.stands(iri, focus) for iri in name)}


def names_another(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a question names what a list might have and has not: "does the calf press use a block?"."""
    form, found = reading.form, {item.iri for item in draft.items}
    focus = reading.focus or focus_of(form)
    if reading.kind != "listing" or not isinstance(form, Select):
        return False
    if focus in (None, CALF.ANATOMICAL_STRUCTURE):  # a muscle is one of those, and is no origin of itself
        return False
    whole = (a for a in scene.anchors if a.polarity == "in" and a.mention.weight >= _WHOLE)
    named = {i for a in whole for i in a.entities} - set(iris_in(form))
    near = any(overlap(one, other, desk) for one in named for other in found)
    return (
        bool(named)
        and not near
        and all(desk.connector.stands(i, focus) for i in named - found)
        and not named & found
    )


def is_likewise(scene: Scene) -> bool:
    """Whether a question asks if what was answered holds of another: "does it start there too?"."""
    stems = {t.stem for t in scene.asking}
    words = english().words
    pointing = stems & (words["pointing"] | words["existing"])
    return scene.before is not None and scene.polar and bool(stems & words["likewise"] and pointing)


def _subject(scene: Scene) -> int:
    """Where the name stands of which is asked if it is the one: "is knee position the key one"; or -1."""
    said = [t for t in scene.asking if t.index not in scene.opening and t.stem not in ("not", "the")]
    if [t.stem for t in said[:1]] != ["be"]:
        return -1
    ends = {a.mention.start: a.mention.end for a in scene.anchors}
    start = next((t.index for t in said[1:2]), -1)
    after = scene.tokens[ends[start] : ends[start] + 1] if start in ends else ()
    return start if any(t.stem == "the" for t in after) else -1


def overlap(one: Iri, other: Iri, desk: Desk) -> bool:
    """Whether a thing is a part, a whole or a variation of another."""
    return any(
        desk.graph.truth(Triple(a, relation, b)) is Truth.YES
        for a, b in ((one, other), (other, one))
        for relation in (CALF.PART_OF, CALF.VARIATION_OF)
    )
