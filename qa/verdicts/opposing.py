"""Whether a question opposes a statement: has its opposite, or turns it round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.contract import text_of
from qa.forms.logic import Ask, Describe, Form
from qa.kind import Desk, Draft, Reading
from qa.parsing.anchor import Anchor
from qa.parsing.asking import supposed_in
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Mention, Token
from qa.parsing.measuring import has_no_object, is_of_most
from qa.parsing.stemming import stem
from qa.scene import Scene
from qa.verdicts.denying import is_refuted
from qa.verdicts.outranking import claimed_rank, places
from qa.verdicts.swapping import passed_over
from qa.vocabulary import CALF

__all__ = ["is_complement", "is_lessened", "is_opposed", "is_reversed"]

_MORE = frozenset(("more", "increas"))
_BRACKETS = re.compile(r"\([^)]*\)")


def is_opposed(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether the question has the opposite of a word of the statement, or calls it worthless."""
    form = reading.form
    if isinstance(form, Ask) and form.triple.predicate == CALF.SAME_AS:
        apart = english().words["differing"] & {t.stem for t in scene.asking}
        return bool(scene.operators("compare") or apart)  # "is there any difference?", "are these different?"
    if isinstance(form, Ask) and claimed_rank(form.triple, scene, desk):
        return False  # "less important": which is less is what counts
    if isinstance(form, Ask) and _is_of_another(form.triple, scene, desk):
        return True
    fact = desk.say.fact(form.triple) if isinstance(form, Ask) else _said(draft, reading, scene, desk)
    stated, asked = _stems(fact), _own(reading, scene, _turning(form, scene, desk))
    closed = english()
    if (asked - stated) & closed.worthless and not is_refuted(scene):
        return True
    if (
        isinstance(form, Ask)
        and form.triple.predicate == CALF.MINIMALLY_ENGAGES
        and asked & closed.words["nearly"]
    ):
        return False  # "largely off" is as good as that
    claim = {t.stem for t in scene.tokens if t.sentence == scene.claimed}
    stances = [(one, other) for one, other in closed.stances if not (claim & one and claim & other)]
    pairs = (*closed.opposites, *closed.complements, *stances)
    return any(_are_contrary(asked, stated, one, other) for one, other in pairs)


def is_lessened(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a question says that what is read as working a muscle most works it less, as it does."""
    form = reading.form
    if not isinstance(form, Ask) or form.triple.predicate != CALF.MAXIMALLY_ENGAGES:
        return False
    if desk.graph.truth(form.triple._replace(predicate=CALF.MINIMALLY_ENGAGES)) is not Truth.YES:
        return False
    closed, most, asked = english(), _stems(desk.say.fact(form.triple)) | _MORE, _own(reading, scene)
    nearly = asked & closed.words["nearly"] or any(is_of_most(t, scene.tokens) for t in scene.asking)
    pairs = ((one, other) for one, other in closed.opposites if nearly or "off" not in one)
    return any(_are_contrary(asked, most, one, other) for one, other in pairs)


def _is_of_another(triple: Triple, scene: Scene, desk: Desk) -> bool:
    """Whether an effect is on another muscle than the one named: "the lever arm of the lateral head"."""
    if not isinstance(triple.object, Iri):
        return False
    affected = frozenset(desk.graph.objects(triple.object, CALF.AFFECTS))
    named = {
        iri
        for a in scene.anchors
        for iri in a.entities
        if desk.connector.stands(iri, CALF.MUSCULAR_STRUCTURE)
    }
    return bool(affected) and bool(named) and affected.isdisjoint(named) and triple.subject not in named


def is_complement(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether the question says what must be so where a statement holds of nothing: "evenly" of no bias."""
    form = reading.form
    if not isinstance(form, Ask):
        return False
    subject, predicate, _ = form.triple
    if next(iter(desk.graph.objects(subject, predicate)), None) is not None:
        return False
    stated = _stems(desk.say.fact(form.triple))
    asked = _own(reading, scene)
    return any(_are_contrary(asked, stated, one, other) for one, other in english().complements)


def _said(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> str:
    """What an answer states, all cues of it, without the names of exercises.

    Of a list it is what the question names, if that says which way it goes: "increased risk of injury".
    """
    named = {iri for a in scene.anchors for iri in a.entities}
    items = " ".join(item.label for item in draft.items if item.iri in named)
    ways = english().words["raising"] | english().words["lowering"]
    if reading.kind == "listing" and ways & _stems(items):
        return items
    blocks = [text_of(block) for block in draft.blocks] if reading.kind == "cue" else []
    text = _BRACKETS.sub("", " ".join([draft.lead, *blocks]))
    exercises = (i for i in reading.topics if desk.connector.stands(i, CALF.EXERCISE))
    return reduce(lambda said, iri: said.replace(desk.say.name(iri), ""), exercises, text)


def _stems(text: str) -> set[str]:
    """The stems of the words of a text; "lowering the heels" is a movement, and makes nothing less."""
    return {stem(word.strip(".,:;()")) for word in text.lower().split() if word != "lowering"}


def _turning(form: Form, scene: Scene, desk: Desk) -> list[Mention]:
    """Where a question says a relation from its other end: "is less important than"."""
    if not isinstance(form, Ask) or not desk.connector.is_property(form.triple.predicate):
        return []
    return [m for _, m, role in desk.connector.named(scene, form.triple.predicate) if role == "inverse"]


def _own(reading: Reading, scene: Scene, aside: Sequence[Mention] = ()) -> set[str]:
    """The stems of the asking sentence outside names that the reading explains, or of exercises: "raises".

    Without those `aside`.
    """
    named = {i for a in scene.anchors if a.words <= reading.words or _is_exercise(a, scene) for i in a.words}
    named |= {i for mention in aside for i in mention.words}
    named -= _misnaming(reading.form, scene)
    claim = [t for t in scene.tokens if t.sentence == scene.claimed]
    named |= supposed_in([t for t in claim if t.offset >= 0])  # "if I add a pause, is there less tension?"
    named |= passed_over(claim) | _purpose(reading, claim, scene)
    own = [t for t in claim if t.index not in named and not is_of_most(t, scene.tokens)]
    stems = {t.stem for t in own if not has_no_object(t, scene.tokens)}
    return stems - {"off"} if "onto" in stems else stems  # "off the big muscle and onto the deep one"


def _misnaming(form: Form, scene: Scene) -> frozenset[int]:
    """Words by which a principle is named that say its opposite: "a single range" for a variety of them."""
    if not isinstance(form, Describe):
        return frozenset()
    names = {i for a in scene.anchors if form.iri in a.entities for i in a.words}
    if not names or CALF.TRAINING_PRINCIPLE not in (entity := scene.graph.entity(form.iri)).classes:
        return frozenset()
    label = {*stems_of(entity.label)}
    pairs = [pair for one, other in english().opposites for pair in ((one, other), (other, one))]
    contrary = frozenset().union(*(one for one, other in pairs if other & label))
    return frozenset(i for i in names if scene.tokens[i].stem in contrary)


def _purpose(reading: Reading, claim: Sequence[Token], scene: Scene) -> frozenset[int]:
    """The words for which a practice is, after its name: "cutting the range to lift more"."""
    form = reading.form
    ends = [a.mention.end for a in scene.anchors if isinstance(form, Describe) and form.iri in a.entities]
    start = next((t.index for t in claim if ends and t.stem == "to" and t.index == min(ends)), None)
    return frozenset(t.index for t in claim if start is not None and t.index >= start)


def _is_exercise(anchor: Anchor, scene: Scene) -> bool:
    """Whether a name is of exercises, one or all."""
    kinds = (*anchor.classes, *(c for iri in anchor.entities for c in scene.graph.entity(iri).classes))
    return any(
        kind == CALF.EXERCISE or CALF.EXERCISE in scene.graph.class_term(kind).supers for kind in kinds
    )


def _are_contrary(asked: set[str], stated: set[str], one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what is asked has a word of one side alone, and what is stated has one of the other alone."""
    return any(
        asked & a and stated & b and not (asked & b or stated & a) for a, b in ((one, other), (other, one))
    )


def is_reversed(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether the question has a relation between things alike the other way round, or tops it with one.

    "Is foot position more important than form?" and "is foot position the most important?" are answered
    by what stands above it.
    """
    if not isinstance(reading.form, Ask):
        return False
    subject, predicate, value = reading.form.triple
    if not isinstance(value, Iri) or not desk.connector.is_property(predicate):
        return False
    term = desk.graph.property_term(predicate)
    if term.domain is None or term.range not in (None, term.domain):
        return False
    if rank := claimed_rank(reading.form.triple, scene, desk):
        return rank == "second"
    ranked = predicate == CALF.OUTRANKS
    if desk.connector.is_thing(subject) and not (ranked or desk.connector.alike(subject, value)):
        return False  # a benefit and an activity change no places
    starts, turned = places(scene), _turning(reading.form, scene, desk)
    inside = {i for m in turned for i in m.words}  # "secondary" in "secondary to"
    said = [m for _, m, _ in desk.connector.named(scene, predicate) if inside.isdisjoint(m.words)]
    more = [m for m in scene.operators("greatest") if scene.tokens[m.end : m.end + 1]]
    than = [m for m in more if scene.tokens[m.end].stem == "than"]  # "more than good form?"
    words = [m.start for m in said or than]
    if value not in starts or not (words or turned):
        return False
    if subject not in starts:
        return bool(words) and not desk.connector.is_object(scene, value, subject, predicate)
    return any(starts[value] < word < starts[subject] for word in words) or any(
        starts[subject] < m.start < starts[value] for m in turned
    )
