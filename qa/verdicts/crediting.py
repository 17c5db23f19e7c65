"""Whether a mistake, or a weak calf, brings what is good: "does bouncing prevent injuries?"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask
from qa.kind import Desk, Draft, Reading
from qa.mattering import asks_verdict
from qa.model import Item
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.scene import Scene
from qa.telling.verbalising import capital
from qa.verdicts.affecting import affected
from qa.verdicts.denying import is_denied
from qa.verdicts.leading import unsaid
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["credited", "of_weak_calves"]

_NEAR = 2  # words before a mistake that say that it is not made: "does avoiding all bouncing help?"
_GOOD = (CALF.HAS_BENEFIT, CALF.PROMOTES, CALF.WORKS_THROUGH)


def credited(draft: Draft, scene: Scene, desk: Desk) -> Draft | None:
    """No, with what a mistake does lead to, where a question has it bring a benefit; None of others."""
    if not asks_verdict(scene) or not draft.found:
        return None
    claim = {t.index for t in scene.tokens if t.sentence == scene.claimed}
    own = (a for a in scene.anchors if a.words <= claim and a.words.isdisjoint(scene.leading))
    said = [a for a in own if a.polarity == "in"]
    mistakes = {i: a for a in said for i in a.entities if desk.connector.stands(i, CALF.MISTAKE)}
    others = [i for a in said for i in a.entities if i not in mistakes]
    if len(mistakes) != 1 or any(desk.connector.stands(i, CALF.TRAINING_PRINCIPLE) for i in others):
        return None
    ((mistake, name),) = mistakes.items()
    bad = {o for o in desk.graph.objects(mistake, CALF.LEADS_TO) if isinstance(o, Iri)}
    behind = [i for a in said for i in a.entities if a.mention.start > name.mention.start]
    good = [i for i in behind if _is_good(i, desk)] or [
        i for i in behind if desk.connector.stands(i, CALF.EFFECT)
    ]
    if not good or not bad or not bad.isdisjoint(others) or _is_avoided(name, scene):
        return None
    told = tuple(Triple(mistake, CALF.LEADS_TO, o) for o in sorted(bad))
    verdict = "yes" if is_denied(scene) else "no"
    fact = desk.say.facts(CALF.LEADS_TO, [mistake], sorted(bad))
    items = tuple(Item(i, desk.say.label(i)) for i in sorted(bad))
    return Draft(f"{capital(verdict)}: {fact}.", items, (), told, boolean=verdict)


def _is_good(iri: Iri, desk: Desk) -> bool:
    """Whether something is a benefit, or an effect that some principle is said to have."""
    if desk.connector.stands(iri, CALF.BENEFIT):
        return True
    principles = desk.graph.instances(CALF.TRAINING_PRINCIPLE)
    return any(desk.graph.truth(Triple(p, CALF.PROMOTES, iri)) is Truth.YES for p in principles)


def _is_avoided(name: Anchor, scene: Scene) -> bool:
    """Whether words right before a mistake say that it is not made."""
    words = english().words
    gone = english().averting | words["barring"] | words["lacking"] | {"no", "not", "without", "quit", "drop"}
    before = scene.tokens[max(0, name.mention.start - _NEAR) : name.mention.start]
    return any(t.stem in gone and t.index not in scene.leading for t in before)


def of_weak_calves(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """The contrary of what is said of trained calves, where a question asks it of weak ones; else None."""
    form, weak = reading.form, english().words["weakened"]
    names = {a.mention.start for a in scene.anchors}
    said = any(a.stem in weak and b.index in names for a, b in pairwise(scene.asking))
    if not said or not asks_verdict(scene) or not isinstance(form, Ask) or not draft.found:
        return None
    if form.triple.predicate not in _GOOD or desk.connector.stands(form.triple.subject, CALF.EXERCISE):
        return None
    named, sure = {i for a in scene.anchors for i in a.entities}, replace(reading, chance=1.0)
    harms = (o for m in desk.graph.instances(CALF.MISTAKE) for o in desk.graph.objects(m, CALF.LEADS_TO))
    trained = "no" if not named.isdisjoint(harms) else affected(sure, scene, desk) or "yes"
    verdict = trained if is_denied(scene) else CONTRARY[trained]
    fact = unsaid(draft).lead if draft.boolean in CONTRARY else draft.lead
    return replace(draft, lead=f"{capital(verdict)}: {fact[:1].lower()}{fact[1:]}", boolean=verdict)
