"""What is said of a statement that no source makes, or that the graph denies."""

from __future__ import annotations

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.claims.instead import beside, instead, reasons
from qa.kind import Desk, Draft
from qa.model import Item, Items
from qa.vocabulary import CALF

__all__ = ["unfounded"]


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
