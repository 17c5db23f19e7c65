"""What the order of words tells of a relation: which of two names is its subject."""

from __future__ import annotations

from collections.abc import Iterable

from kg.schema import PropertyTerm
from kg.terms import Iri
from qa.parsing.anchor import Anchor
from qa.parsing.linking import Mention

__all__ = ["direction", "end_of", "follows"]

_TELLING = 0.4  # weight of an order that fits; one that does not counts as much against


def direction(prop: PropertyTerm, place: int, role: str, anchor: Anchor, *, inverse: bool) -> float:
    """Word order counts only where the types leave both directions open.

    With `inverse` the name is the subject: it stands before the verb, or is what a noun is "of".
    """
    if prop.domain is None or prop.domain != prop.range:
        return 0.0
    subject_first = anchor.mention.start < place
    is_subject = {
        "verb": subject_first,
        "inverse": not subject_first,
        "noun": True,
        "inverse_noun": False,
    }.get(role)
    if is_subject is None:
        return 0.0
    return _TELLING if is_subject == inverse else -_TELLING


def end_of(prop: PropertyTerm, place: int, role: str, anchor: Anchor) -> str:
    """The end of a relation between things alike at which a name stands by its place, or "" if either may do.

    "Is the soleus hidden beneath another muscle?" has the soleus as subject.
    """
    if prop.domain is None or prop.domain != prop.range or role not in ("verb", "inverse"):
        return ""
    before = anchor.mention.start < place
    return "subject" if before == (role == "verb") else "object"


def follows(thing: Iri, other: Iri, verbs: Iterable[Mention], names: Iterable[Anchor]) -> bool:
    """Whether a thing is named after the first of some verbs, and the other, if at all, before it."""
    said = {iri: name.mention.start for name in names for iri in name.entities}
    verb = min((m.start for m in verbs), default=-1)
    return 0 <= verb < said.get(thing, -1) and said.get(other, -1) < verb
