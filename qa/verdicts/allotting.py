"""What a verdict tells of several things at once, and of others beside the one that "only" claims it for."""

from __future__ import annotations

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask
from qa.kind import Desk, Draft, Reading
from qa.model import Item
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.opposing import is_opposed
from qa.verdicts.twofold import joined
from qa.vocabulary import CALF

__all__ = ["not_only", "of_all"]


def of_all(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """The verdict on a statement of several things at once, with what is so of each."""
    form = reading.form
    all_of = joined(form.triple, scene, desk) if isinstance(form, Ask) else ()
    if not all_of or is_opposed(draft, reading, scene, desk):
        return None
    held = tuple(t for t in all_of if desk.graph.truth(t) is Truth.YES)
    so = not held if is_denied(scene) else held == all_of
    verdict = "yes" if so else "no"
    said = "; ".join(desk.say.fact(t) for t in held)
    denied = "; ".join(desk.say.denial(t) for t in all_of if t not in held)
    told = ", but ".join(filter(None, (said, denied)))
    items = tuple(Item(t.subject, desk.say.label(t.subject)) for t in held)
    return Draft(f"{verdict.capitalize()}: {told}.", items, (), held or all_of, boolean=verdict)


def not_only(reading: Reading, rest: dict[Iri, Triple], desk: Desk, *, denied: bool) -> Draft:
    """No, or yes to "not only": what else it is true of, beside what it was claimed of alone."""
    claimed = [reading.form.triple] if isinstance(reading.form, Ask) else []
    verdict = "yes" if denied else "no"
    items = tuple(Item(iri, desk.say.label(iri)) for iri in rest)
    said = "; ".join(desk.say.fact(t) for t in (*claimed, *rest.values())) + " too"
    if [t.predicate for t in claimed] == [CALF.TYPE]:
        so = f"so {'are' if len(rest) > 1 else 'is'} {desk.say.names(tuple(rest))}"
        said = f"{desk.say.fact(claimed[0])}; {so}"
    return Draft(f"{verdict.capitalize()}: {said}.", items, (), tuple(rest.values()), boolean=verdict)
