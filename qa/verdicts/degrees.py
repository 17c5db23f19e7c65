"""Verdicts on how much: what is hardly so is neither true nor false where a question asks whether at all."""

from __future__ import annotations

from itertools import pairwise

from qa.forms.logic import Ask
from qa.kind import Draft, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.outranking import places
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["graded"]

_SEVERAL = 2  # times that "as" is said where it compares


def graded(draft: Draft, reading: Reading, scene: Scene) -> Draft | None:
    """A draft that says "hardly" with the verdict on whether at all, on whether much, or on which more."""
    form = reading.form
    if not isinstance(form, Ask) or form.triple.predicate != CALF.LITTLE_AFFECTED_BY:
        return None
    stems, words = [t.stem for t in scene.asking], english().words
    fact, compared = draft.lead.partition(": ")[2], _compared(form, stems, scene)
    if draft.boolean != "yes":
        return _with(draft, "yes", f"Yes: {fact}") if _is_much(draft, stems, scene) else None
    if not words["hedging"].isdisjoint(stems):
        verdict = "" if compared else "no" if is_denied(scene) else "yes"
        return _with(draft, verdict, f"{verdict.capitalize()}: {fact}") if verdict else None
    if verdict := compared:
        verdict = CONTRARY[verdict] if is_denied(scene) else verdict
        return _with(draft, verdict, f"{verdict.capitalize()}: {fact}")
    same = is_denied(scene) or words["unchanging"] & set(stems)
    return _with(draft, "qualified", f"{'Almost' if same else 'Only a little'}: {fact}")


def _is_much(draft: Draft, stems: list[str], scene: Scene) -> bool:
    """Whether what is not affected only a little is asked about as affected: "and the gastroc, does it?"."""
    words = english().words
    little = not (words["hedging"] | words["unchanging"]).isdisjoint(stems) or is_denied(scene)
    likely = scene.verdict.yes > scene.verdict.no or _is_plain(scene)
    return draft.boolean == "no" and scene.may_be_polar and likely and not little and "than" not in stems


def _is_plain(scene: Scene) -> bool:
    """Whether a question says of things that one sways the other, and nothing else but how much."""
    words = english().words
    named = {i for a in scene.anchors for i in a.words}
    rest = {t.stem for t in scene.asking if t.index not in named}
    return bool(rest & words["swaying"]) and rest <= words["swaying"] | words["greatly"] | words["bare"]


def _compared(form: Ask, stems: list[str], scene: Scene) -> str:
    """The verdict on "much", "as much as the other" and "more than the other"; "" without such words."""
    if "than" in stems or stems.count("as") >= _SEVERAL:
        starts = places(scene)
        muscles = {
            iri: start
            for iri, start in starts.items()
            if CALF.MUSCULAR_STRUCTURE in scene.graph.entity(iri).classes
        }
        first = min(muscles, key=lambda iri: muscles[iri], default=form.triple.subject)
        return "yes" if first != form.triple.subject and "than" in stems else "no"
    greatly = english().words["greatly"]
    return "no" if any(b in greatly and a != "how" for a, b in pairwise(stems)) else ""


def _with(draft: Draft, verdict: str, lead: str) -> Draft:
    """A draft with another verdict in its lead."""
    return Draft(lead, draft.items, draft.blocks, draft.triples, verdict, draft.found, draft.stated)
