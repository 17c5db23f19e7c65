"""Whether something is what remedies a mistake: "does a controlled tempo help against rushing?"."""

from __future__ import annotations

from kg.terms import Iri, Triple
from qa.kind import Desk, Draft
from qa.mattering import asks_verdict
from qa.model import Item
from qa.parsing.english import english
from qa.scene import Scene
from qa.telling.verbalising import capital
from qa.verdicts.denying import is_denied
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["remedied"]

_WHOLE = 0.8  # weight of a whole name
_CURES = (CALF.TRAINING_PRINCIPLE, CALF.EXERCISE)  # classes of what may remedy a mistake


def remedied(draft: Draft, scene: Scene, desk: Desk) -> Draft | None:
    """The verdict on one thing that a question has remedy a mistake, with all that does; None of others.

    A verb for it stands between the two, and nothing else is named.
    """
    if not asks_verdict(scene) or not draft.found or scene.claimed != scene.core:
        return None
    named = [a for a in scene.anchors if a.entities and a.mention.weight >= _WHOLE]
    if len(named) != 2 or any(a.polarity != "in" for a in named):  # a cure and a mistake
        return None
    cure, mistake = named
    ills = [i for i in mistake.entities if desk.connector.stands(i, CALF.MISTAKE)]
    cures = [i for i in cure.entities if desk.connector.is_thing(i) and i not in ills]
    if not ills or not cures or not _is_said_between(cure.mention.end, mistake.mention.start, scene):
        return None
    known = {o for o in desk.graph.objects(ills[0], CALF.REMEDIED_BY) if isinstance(o, Iri)}
    if not known or not any(desk.connector.stands(i, cls) for i in cures for cls in _CURES):
        return None
    found = sorted(known.intersection(cures)) or sorted(known)
    verdict = "yes" if known.intersection(cures) else "no"
    verdict = CONTRARY[verdict] if is_denied(scene) else verdict
    fact = desk.say.facts(CALF.REMEDIED_BY, ills[:1], found)
    items = tuple(Item(i, desk.say.label(i)) for i in found)
    told = tuple(Triple(ills[0], CALF.REMEDIED_BY, o) for o in found)
    return Draft(f"{capital(verdict)}: {fact}.", items, (), told, boolean=verdict)


def _is_said_between(start: int, end: int, scene: Scene) -> bool:
    """Whether a word for what remedies or averts something stands between two names."""
    inverse = scene.graph.property_term(CALF.REMEDIED_BY).inverse
    verbs = (
        m
        for m, prop, role in scene.property_mentions
        if prop in (CALF.REMEDIED_BY, inverse) and role != "cue"
    )
    averting = english().averting - english().words["denying"] - {"from", "free"}
    averted = any(t.stem in averting for t in scene.tokens[start:end])
    return averted or any(start <= m.start and m.end <= end for m in verbs)
