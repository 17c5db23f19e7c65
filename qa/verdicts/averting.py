"""Whether a practice brings what it is there against: "does balanced training cause injuries?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask, Describe, Select, iris_in, named_in
from qa.kind import Desk, Draft, Reading
from qa.mattering import asks_verdict
from qa.model import Item
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.scene import Scene
from qa.telling.verbalising import capital
from qa.verdicts.denying import is_denied
from qa.verdicts.leading import unsaid
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["averted", "leaves_benefit"]

_OPEN = frozenset(("not", "from", "free"))  # words that avert nothing alone: "do injuries come from it?"


def averted(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """The verdict on a harm that a question has a principle bring, or prevent; None of anything else.

    It is told by what the principle is said to be good for, or by the mistake that does the harm and that
    the principle remedies. Of other principles nothing is said.
    """
    if not asks_verdict(scene) or not draft.found:
        return None
    said = [a for a in scene.anchors if a.polarity == "in" and a.words.isdisjoint(scene.leading)]
    named = {i for a in said for i in a.entities}
    principles = [i for i in named if desk.connector.stands(i, CALF.TRAINING_PRINCIPLE)]
    harms = [(m, e) for m, e in _harms(desk) if e in named]
    if len(principles) != 1 or not harms or any(desk.connector.stands(i, CALF.MISTAKE) for i in named):
        return None
    (principle,) = principles
    if any(desk.graph.truth(Triple(principle, CALF.HAS_EFFECT, e)) is Truth.YES for _, e in harms):
        return None
    told = _benefit(principle, named, reading, desk) or _remedied(principle, harms, reading, desk)
    verdict = _claimed({e for _, e in harms}, scene, plain=len(told) != 1)
    if not verdict:
        return None
    if not told:
        plain = any(principle in a.entities and _is_bare(a, scene) for a in said)
        return _untold(principle, harms, desk) if plain and principle not in iris_in(reading.form) else None
    if len(told) == 1:
        fact = unsaid(draft).lead if draft.boolean in CONTRARY else draft.lead
        return replace(draft, lead=f"{capital(verdict)}: {fact[:1].lower()}{fact[1:]}", boolean=verdict)
    facts = "; ".join(desk.say.fact(t) for t in told)
    items = tuple(Item(t.subject, desk.say.label(t.subject)) for t in told[:1])
    return Draft(f"{capital(verdict)}: {facts}.", items, (), told, boolean=verdict)


def leaves_benefit(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a principle is defined where a question names what it averts: "does it lower injury risk?"."""
    form, stands = reading.form, desk.connector.stands
    if not isinstance(form, Describe) or not stands(form.iri, CALF.TRAINING_PRINCIPLE):
        return False
    averting = english().averting | english().words["lowering"]
    names = (a for a in scene.anchors if not a.words <= reading.words)
    averted = (a for a in names if any(scene.tokens[i].stem in averting for i in a.words))
    return any(stands(iri, CALF.BENEFIT) for name in averted for iri in name.entities)


def _is_bare(name: Anchor, scene: Scene) -> bool:
    """Whether no word before a name says that it is of less than that: not "a small range of motion"."""
    before = scene.tokens[max(0, name.mention.start - 1) : name.mention.start]
    words = english().words
    return all(t.stem in words["articles"] | words["auxiliary"] | words["joining"] for t in before)


def _harms(desk: Desk) -> list[tuple[Iri, Iri]]:
    """Mistakes and what each of them brings about."""
    graph = desk.graph
    done = ((m, e) for m in graph.instances(CALF.MISTAKE) for e in graph.objects(m, CALF.LEADS_TO))
    return sorted((m, e) for m, e in done if isinstance(e, Iri))


def _benefit(principle: Iri, named: set[Iri], reading: Reading, desk: Desk) -> tuple[Triple, ...]:
    """What is read of a principle, where it holds, and is of a benefit that the question does not name."""
    form = reading.form
    if not isinstance(form, Ask) or desk.graph.truth(form.triple) is not Truth.YES:
        return ()
    ends = {form.triple.subject, form.triple.object}
    return (form.triple,) if principle in ends and named.isdisjoint(ends - {principle}) else ()


def _remedied(
    principle: Iri, harms: Sequence[tuple[Iri, Iri]], reading: Reading, desk: Desk
) -> tuple[Triple, ...]:
    """What brings a harm about, and that the principle remedies it, if it is read of that."""
    form, graph = reading.form, desk.graph
    if not isinstance(form, Describe | Select) or principle not in named_in(form):
        return ()
    cures = ((Triple(m, CALF.LEADS_TO, e), Triple(m, CALF.REMEDIED_BY, principle)) for m, e in harms)
    return next((told for told in cures if graph.truth(told[-1]) is Truth.YES), ())


def _untold(principle: Iri, harms: Sequence[tuple[Iri, Iri]], desk: Desk) -> Draft:
    """That no source says that a principle brings a harm about."""
    fact = desk.say.fact(Triple(principle, CALF.HAS_EFFECT, harms[0][1]))
    return Draft(f"No source here says that {fact}.", found=False, stated=False)


def _claimed(harms: set[Iri], scene: Scene, *, plain: bool) -> str:
    """What a question has a principle do to harms: "no" if it brings them, "yes" if it prevents them, or "".

    If that is `plain`, it brings them without a word for it.
    """
    aside = {i for a in scene.anchors if plain and not harms.isdisjoint(a.entities) for i in a.words}
    words, said = english().words, [t for t in scene.asking if t.index not in scene.leading]
    averting = (english().averting | words["lowering"]) - _OPEN
    averts = any(t.stem in averting for t in said if t.index not in aside)
    brings = any(t.stem in words["causing"] | words["raising"] for t in said)
    helps = any(t.stem in words["helping"] for t in said)
    if not averts and (helps or not (brings or plain)):
        return ""
    return "yes" if averts != is_denied(scene) else "no"
