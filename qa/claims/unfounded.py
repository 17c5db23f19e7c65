"""What is said of a statement that no source makes, or that the graph denies."""

from __future__ import annotations

from itertools import islice

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.claims.instead import beside, instead, reasons
from qa.forms.evaluating import members
from qa.forms.logic import Linked, Set, Thing, every, parts_of
from qa.kind import Desk, Draft
from qa.model import Item, Items
from qa.telling.verbalising import capital
from qa.vocabulary import CALF

__all__ = ["unfounded", "untold"]

_FEW = 3  # statements of other things that are told where nothing is stated of the one asked about


def unfounded(triple: Triple, truth: Truth, desk: Desk) -> Draft:
    """What is stated in place of a statement that is denied or stated nowhere; a variation may do for it."""
    near, rivals = beside(triple, desk), instead(triple, desk)
    said = (*desk.say.sentences(near), *desk.say.sentences(rivals))
    blocks = (Items(said[1:]),) if said[1:] else ()
    found = tuple(Item(t.object, desk.say.label(t.object)) for t in rivals if isinstance(t.object, Iri))
    if truth is Truth.NO:
        fact = _contrary(triple, said, next(iter((*near, *rivals)), None), desk)
        lead = " ".join([f"No: {fact}", *reasons(triple, desk)[:1]])
        return Draft(lead, found, blocks, (*near, *rivals), boolean="no")
    version = _version(triple, desk)
    if version:
        named = (Item(version.subject, desk.say.label(version.subject)),)
        return Draft(f"Yes, as a variation: {desk.say.fact(version)}.", named, (), (version,), boolean="yes")
    lead = f"The article does not say whether {desk.say.fact(triple)}."
    if said:
        lead += f" It does say: {said[0]}"
    return Draft(lead, (), blocks, tuple(rivals), found=False, stated=False)


def untold(node: Set, desk: Desk) -> Draft:
    """Of what nothing is stated: that, and of which few others the like is: "heads of the gastrocnemius"."""
    lead = f"The article does not say; the graph states no {desk.say.set(node)}."
    links = [part for part in parts_of(node) if isinstance(part, Linked)]
    link = links[0] if len(links) == 1 else None
    if link is None or not isinstance(link.to, Thing):
        return Draft(lead, found=False, stated=False)
    asked = [part for part in parts_of(node) if part is not link]
    fit = members(every(asked), desk.graph) if asked else frozenset()
    like = desk.graph.statements(predicate=link.property)
    told = [*islice((t for t in like if (t.object if link.inverse else t.subject) in fit), _FEW + 1)]
    subjects, ends = {t.subject for t in told}, {t.object for t in told}
    if not told or len(told) > _FEW or min(len(ends), len(subjects)) > 1:
        return Draft(lead, found=False, stated=False)
    said = capital(desk.say.facts(link.property, sorted(subjects), sorted(ends, key=str)))
    return Draft(f"{lead} It does say: {said}.", triples=tuple(told), found=False, stated=False)


def _contrary(triple: Triple, said: tuple[str, ...], first: Triple | None, desk: Desk) -> str:
    """What is so instead of a denied statement, if the `first` of what is stated tells, or the denial."""
    if first is not None and triple.subject == first.subject:
        return f"{said[0][:1].lower()}{said[0][1:]}"
    if first is not None and first.predicate == CALF.HAS_TRAIT:
        return f"{desk.say.fact(first)}, not {desk.say.name(triple.subject)}."
    return f"{desk.say.denial(triple)}."


def _version(triple: Triple, desk: Desk) -> Triple | None:
    """The same statement of a variation of its subject, if that holds."""
    versions = desk.graph.subjects(CALF.VARIATION_OF, triple.subject)
    candidates = (Triple(iri, triple.predicate, triple.object) for iri in versions)
    return next((t for t in candidates if desk.graph.truth(t) is Truth.YES), None)
