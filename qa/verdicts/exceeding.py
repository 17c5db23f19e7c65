"""Which of two things does more, by what is stated of both: "does it hit the soleus more than the other?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask, Describe, Select, named_in, things_in
from qa.kind import Desk, Draft, Reading
from qa.model import Item
from qa.parsing.english import english
from qa.parsing.grading import first_degree
from qa.parsing.linking import Token
from qa.scene import Scene
from qa.telling.verbalising import capital
from qa.verdicts.denying import is_denied
from qa.verdicts.leading import begun, unsaid
from qa.verdicts.outranking import places
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["exceeding"]

_UNCOMPARED = "No source here compares the two."
_LITTLE = (CALF.MINIMALLY_ENGAGES, CALF.LITTLE_AFFECTED_BY)  # say that something is less so
_UNRANKED = "no source here tells which does so more."
_TWO = 2  # things of which "both" is said


def exceeding(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """The verdict on what a question puts before "than", or that two things are not ranked.

    None where it compares nothing that a statement holds of.
    """
    claim = [t for t in scene.tokens if t.sentence == scene.claimed]
    if isinstance(reading.form, Ask):
        return _by_statement(reading.form.triple, draft, claim, scene, desk)
    settled = _of_choice(draft, reading, scene, desk) or _by_list(draft, reading, claim, scene, desk)
    return settled or _of_neither(draft, reading, claim, scene, desk)


def _of_neither(
    draft: Draft, reading: Reading, claim: Sequence[Token], scene: Scene, desk: Desk
) -> Draft | None:
    """The facts without a verdict, where what is told is of none of two things compared, or defines one."""
    than, degree = _comparison(claim)
    pair = _pair(than, scene, desk) if degree and scene.polar else None
    form = reading.form
    if (
        pair is None
        or not draft.found
        or reading.kind == "quantity"  # numbers compare themselves
        or not isinstance(form, Describe | Select)
    ):
        return None
    told = {*named_in(form), *(item.iri for item in draft.items)}
    if form.iri not in pair if isinstance(form, Describe) else not told.isdisjoint(pair):
        return None
    fact = unsaid(draft) if draft.boolean in CONTRARY else draft
    return replace(fact, lead=f"{_UNCOMPARED} {fact.lead}")


def _by_list(
    draft: Draft, reading: Reading, claim: Sequence[Token], scene: Scene, desk: Desk
) -> Draft | None:
    """The verdict where a list has one of the two: the one before "than", or the one behind."""
    than, degree = _comparison(claim)
    pair = _pair(than, scene, desk) if degree and scene.polar else None
    if pair is None or reading.kind != "listing" or degree in english().words["lessening"]:
        return None
    found = [iri in {item.iri for item in draft.items} for iri in pair]
    if all(found) or not any(found):
        return None
    fact = draft.lead if draft.boolean not in CONTRARY else unsaid(draft).lead
    return begun(replace(draft, lead=fact), "yes" if found[0] != is_denied(scene) else "no")


def _by_statement(
    triple: Triple, draft: Draft, claim: Sequence[Token], scene: Scene, desk: Desk
) -> Draft | None:
    """The verdict on a statement of what stands before "than", beside the same of what follows it."""
    than, degree = _comparison(claim)
    sides = _sides(triple, than, scene, desk) if degree else None
    if sides is None:
        return None
    held = [desk.graph.truth(side) is Truth.YES for side in sides]
    if all(held):
        return _tied(sides, desk)
    if not any(held):
        return None
    lesser = (degree in english().words["lessening"]) != (
        triple.predicate in _LITTLE and not _is_swayed(triple, claim)
    )
    verdict = "yes" if held[0] != (lesser != is_denied(scene)) else "no"
    told = sides[not held[0]]
    if draft.boolean == verdict and told == triple:
        return draft
    lead = f"{capital(verdict)}: {desk.say.facts(told.predicate, [told.subject], [told.object])}."
    return replace(draft, lead=lead, boolean=verdict, found=True, stated=True, triples=(told,))


def _is_swayed(triple: Triple, claim: Sequence[Token]) -> bool:
    """Whether a claim is of what something changes for a muscle that it hardly works: "switched off more"."""
    words, stems = english().words, {t.stem for t in claim}
    off = bool(stems & words["switching"]) and "off" in stems
    return triple.predicate == CALF.MINIMALLY_ENGAGES and (off or bool(stems & words["swaying"]))


def _comparison(claim: Sequence[Token]) -> tuple[int, str]:
    """Where "than" stands, and the degree that leads to it; -1 and "" without."""
    than = next((n for n, t in enumerate(claim) if t.stem == "than"), -1)
    ahead = reversed(claim[: max(than, 0)])
    degree = next((t.stem for t in ahead if t.stem in english().words["preferring"]), "")
    return (claim[than].index, degree) if than >= 0 else (-1, "")


def _sides(triple: Triple, than: int, scene: Scene, desk: Desk) -> tuple[Triple, Triple] | None:
    """A statement of the thing before "than", and of the one like it behind; None if it is of neither."""
    pair = _pair(than, scene, desk)
    if pair is None or (triple.subject in pair) == (triple.object in pair):
        return None
    ends = ((iri, triple.object) if triple.subject in pair else (triple.subject, iri) for iri in pair)
    first, last = (Triple(subject, triple.predicate, iri) for subject, iri in ends)
    return first, last


def _pair(than: int, scene: Scene, desk: Desk) -> tuple[Iri, Iri] | None:
    """The thing named behind "than", and before it the one like it that is named nearest to that."""
    at = places(scene)
    behind = min((iri for iri in at if at[iri] > than), key=lambda iri: at[iri], default=None)
    likes = [iri for iri in at if at[iri] < than and behind and desk.connector.alike(iri, behind)]
    return (max(likes, key=lambda iri: at[iri]), behind) if behind and likes else None


def _tied(sides: tuple[Triple, Triple], desk: Desk) -> Draft:
    """That something holds of both things alike."""
    first, last = sides
    subjects, objects = (
        dict.fromkeys((first.subject, last.subject)),
        dict.fromkeys((first.object, last.object)),
    )
    both = [iri for ends in (subjects, objects) if len(ends) > 1 for iri in ends]
    said = desk.say.facts(first.predicate, list(subjects), list(objects))
    items = tuple(Item(iri, desk.say.label(iri)) for iri in both if isinstance(iri, Iri))
    return Draft(_alike(said, sides, _TWO, desk), items, (), sides)


def _alike(said: str, triples: Sequence[Triple], size: int, desk: Desk) -> str:
    """What holds of some things alike, whoever states it, and that no source tells of which more."""
    sources = [source.kind for t in triples for source in desk.graph.provenance(t).sources]
    by = ", by the article" if sources and set(sources) == {"article"} else ""
    return f"{'Both' if size == _TWO else 'All'} do{by}: {said}; {_UNRANKED}"


def _of_choice(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """A choice in which all that is offered fits: which fits better is not told."""
    if reading.kind != "choice" or not isinstance(reading.form, Select) or len(draft.items) < _TWO:
        return None
    degrees = english().words["preferring"] | {"most", "best"}
    compares = any(t.stem in degrees or t.text.lower() in degrees for t in scene.asking)
    if not (compares or first_degree(scene.asking)):
        return None
    predicates = {t.predicate for t in draft.triples}
    if len(predicates) != 1 or not {i.iri for i in draft.items} <= set(things_in(reading.form.set)):
        return None
    told = [t for t in draft.triples if t.subject in {i.iri for i in draft.items}]
    if len({t.object for t in told}) != 1 or len({t.subject for t in told}) != len(draft.items):
        return None
    subjects = [t.subject for t in told]
    said = desk.say.facts(told[0].predicate, subjects, [told[0].object])
    return replace(draft, lead=_alike(said, told, len(subjects), desk), blocks=())
