"""Whether a muscle is to be trained that a mistake leaves out: "do I need the soleus for the inner calf?"."""

from __future__ import annotations

from qa.forms.logic import Describe
from qa.kind import Desk, Draft, Reading
from qa.model import Item
from qa.parsing.english import english
from qa.scene import Scene
from qa.telling.describing import main_statements
from qa.vocabulary import CALF

__all__ = ["kept_up"]

_ENDING = frozenset(("stop", "quit", "cease", "end"))
_KEEPING = frozenset(("need", "should", "must", "keep", "train", "bother", "still", "have", "worth"))


def kept_up(reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """Yes, where a question asks if what a mistake neglects is needed, with what remedies the mistake.

    No, where it asks if that may be left out; None where it is not plain what is asked.
    """
    form = reading.form
    if not isinstance(form, Describe) or not scene.polar or scene.before is not None:
        return None
    left = set(desk.graph.objects(form.iri, CALF.NEGLECTS))
    named = [a.mention.start for a in scene.anchors if left.intersection(a.entities)]
    if not named:
        return None
    words, own = english().words, [t for t in scene.asking if t.index not in scene.leading]
    stems, before = {t.stem for t in own}, {t.stem for t in own if t.index < min(named)}
    leaving = words["neglecting"] | words["forgoing"] | words["cutting"] | _ENDING
    turned = stems & (words["lacking"] | english().faulty) or before & words["limiting"]
    if _KEEPING.isdisjoint(before) or turned or (leaving & stems) - before:
        return None
    verdict = "no" if leaving & before else "yes"
    remedies = tuple(t for t in main_statements(form.iri, desk.graph) if t.predicate == CALF.REMEDIED_BY)
    said = " ".join(
        [f"{verdict.capitalize()}: {desk.say.name(form.iri)} is a mistake.", *desk.say.sentences(remedies)]
    )
    items = (Item(form.iri, desk.say.label(form.iri)),)
    return Draft(said, items, (), remedies, boolean=verdict)
