"""Whether a mistake is what a question is for, or what it turns from: "go gently instead of bouncing"."""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Ask, Describe, Select, named_in
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["advised_against", "is_told_to", "left_out", "put_first", "turned_from"]

_REACH = 9  # words from "rather than" to the mistake: "than with a heavy one that makes me bounce"


@where(lambda scene: not scene.wh)
def turned_from(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on doing something else instead of a mistake: "yes", or "no" where that is called wrong."""
    form = reading.form
    if reading.kind != "verification" or not isinstance(form, Describe):
        return ""
    if CALF.MISTAKE not in desk.connector.classes_of(form.iri) or is_denied(scene):
        return ""
    starts = [a.mention.start for a in scene.anchors if form.iri in a.entities]
    if (len(starts) != 1 or not _is_left(starts[0], scene)) and not _is_remedy(form.iri, scene, desk):
        return ""
    wrong = not english().faulty.isdisjoint(t.stem for t in scene.asking)
    return "no" if wrong else "yes"


@where(asks_verdict)
def put_first(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on a mistake beside what remedies it: "is slow lowering better than dropping?"."""
    form, words = reading.form, english().words
    at = {iri: a.mention.start for a in scene.anchors for iri in a.entities}
    if not isinstance(form, Describe) or form.iri not in at or is_denied(scene):
        return ""
    pairs = ((m, r) for m in at for r in desk.graph.objects(m, CALF.REMEDIED_BY) if r in at)
    mistake, remedy = next((pair for pair in pairs if form.iri in pair), (None, None))
    ways = [t for t in scene.asking if t.stem in words["preferring"] | words["preferable"]]
    if mistake is None or remedy is None or len(ways) != 1:
        return ""
    first, last = sorted((at[mistake], at[remedy]))
    if not first < ways[0].index < last:
        return ""
    return "yes" if (first == at[remedy]) != (ways[0].stem in words["lessening"]) else "no"


def _is_remedy(mistake: Iri, scene: Scene, desk: Desk) -> bool:
    """Whether a question names what remedies a mistake in place of it: "control in place of bouncing"."""
    remedies = desk.graph.objects(mistake, CALF.REMEDIED_BY)
    said = (a for a in scene.anchors if a.polarity == "in" and scene.leading.isdisjoint(a.words))
    named = {iri for a in said for iri in a.entities}  # "isn't bouncing good?" names bouncing
    words = english().words
    otherwise = words["neglecting"] | words["cutting"] | words["ahead"] | words["limiting"]
    return (
        otherwise.isdisjoint(t.stem for t in scene.tokens)
        and mistake not in named
        and not named.isdisjoint(remedies)
    )


@where(asks_verdict)
def left_out(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on calling it wrong, or fine, to do or to skip what remedies a mistake; else ""."""
    form = reading.form
    if not isinstance(form, Ask | Select) or is_denied(scene):
        return ""
    named = {iri for a in scene.anchors for iri in a.entities}
    ends = {*named_in(form), *(members(form.set, desk.graph) if isinstance(form, Select) else ())}
    mistakes = {iri for iri in ends if desk.connector.stands(iri, CALF.MISTAKE)}
    remedies = named.intersection(iri for m in mistakes for iri in desk.graph.objects(m, CALF.REMEDIED_BY))
    made = bool(mistakes & named)  # "skipping seated raises" names the mistake itself
    if not made and not remedies:
        return ""
    words, claim = english().words, {t.stem for t in scene.asking}
    names = {i for a in scene.anchors if a.entities for i in a.words}  # "not going deep enough"
    own = {t.stem for t in scene.asking if t.index not in names}
    wrong, fine = not own.isdisjoint(english().faulty), not own.isdisjoint(english().fine - {"enough"})
    skipped = made or not claim.isdisjoint(words["neglecting"] | words["cutting"])
    if wrong == fine:
        return ""
    return "yes" if wrong == skipped else "no"


@where(asks_verdict)
def advised_against(reading: Reading, scene: Scene, desk: Desk) -> str:
    """No, where a question asks if one should do what a principle stops: "should I rush the way down?"."""
    form = reading.form
    named = {iri for a in scene.anchors if a.polarity == "in" for iri in a.entities}
    if not isinstance(form, Describe) or form.iri in named or is_denied(scene):
        return ""
    names = {i for a in scene.anchors if a.entities for i in a.words}
    rest = {t.stem for t in scene.tokens if t.sentence == scene.claimed and t.index not in names}
    stopped = not named.isdisjoint(desk.graph.subjects(CALF.REMEDIED_BY, form.iri))
    return "no" if stopped and "should" in rest and rest <= english().words["bare"] else ""


def _is_left(start: int, scene: Scene) -> bool:
    """Whether what is named at a place is what something else is done or chosen in place of."""
    name = scene.tokens[start]
    before = [t for t in scene.tokens[max(0, start - _REACH) : start] if t.sentence == name.sentence]
    stems = [t.stem for t in before]
    spared = any(stems[n : n + 2] in (["never", "mind"], ["instead", "of"]) for n in range(len(stems)))
    return spared or "than" in stems or stems[-2:] == ["and", "not"]  # "all of it and not just the inside"


def is_told_to(form: Describe, scene: Scene, desk: Desk) -> bool:
    """Whether a claim only says that one should do as a principle asks: "you should pause at the top"."""
    if CALF.TRAINING_PRINCIPLE not in desk.connector.classes_of(form.iri):
        return False
    own = {t.object for t in desk.graph.statements(form.iri)} | {form.iri}
    told = [a for a in scene.anchors if a.entities and not own.isdisjoint(a.entities)]
    names = frozenset(i for a in told for i in a.words)
    rest = {t.stem for t in scene.tokens if t.sentence == scene.claimed and t.index not in names}
    bare = english().words["bare"] | english().words["affirming"]
    named = any(form.iri in a.entities for a in told)
    return named and "should" in rest and rest <= bare - english().words["denying"]
