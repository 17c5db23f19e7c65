"""Whether a question says what a cue forbids, or forbids it too: "so locked knees are out there?"."""

from __future__ import annotations

from itertools import pairwise

from kg.graph import KnowledgeGraph
from kg.terms import Iri, Literal
from qa.forms.evaluating import members
from qa.forms.logic import Form, Select, named_in
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.scene import Scene
from qa.verdicts.denying import is_denied, is_refuted
from qa.verdicts.rejecting import rules_out
from qa.vocabulary import CALF

__all__ = ["forbidden"]


@where(asks_verdict)
def forbidden(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on doing what every cue found says not to do, or on leaving it; "" if that is not named.

    So it is where a list is of the exercises that have such cues.
    """
    form = reading.form
    if reading.kind not in ("cue", "listing") or not isinstance(form, Select):
        return ""
    found = members(form.set, desk.graph) if reading.kind == "cue" else _cues_in(form, desk)
    verbs = [_barred(iri, desk.graph) for iri in found]
    claim = [t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    stems = {t.stem for t in claim}
    if not verbs or not all(verbs) or not set(verbs) <= stems or is_refuted(scene):
        return ""
    words = english().words
    bans = sum(a.stem == "be" and b.stem in words["gone_from"] for a, b in pairwise(claim))
    bans += not words["banning"].isdisjoint(stems) or rules_out(scene)
    if (
        not words["sparing"].isdisjoint(stems - words["denying"])
        or stems & english().fine | english().faulty & stems
    ):
        return ""  # "without locking them": what is done is another thing
    return "yes" if (bans % 2 == 1) != (is_denied(scene) and not bans) else "no"


def _cues_in(form: Form, desk: Desk) -> list[Iri]:
    """The cues that a form names."""
    return [iri for iri in named_in(form) if desk.connector.stands(iri, CALF.CUE)]


def _barred(cue: Iri, graph: KnowledgeGraph) -> str:
    """The stem of the verb of which a cue says "do not" first of all, or ""."""
    told = next((v.value for v in graph.objects(cue, CALF.INSTRUCTION) if isinstance(v, Literal)), "")
    stems = stems_of(told)
    return stems[2] if stems[:2] == ("do", "not") and len(stems) > 2 else ""
