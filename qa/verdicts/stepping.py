"""Whether a step that is named by its number is what is said: "is the first step to turn the toes in?"."""

from __future__ import annotations

from kg.terms import Iri, Literal
from qa.forms.logic import Select, Thing, parts_of
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.placing import step_named
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["in_step"]


@where(asks_verdict)
def in_step(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on what a question says of one step, by which step's instruction says most of it."""
    asked = (
        step_named(scene.asking) if scene.polar and reading.focus == CALF.STEP and reading.topics else None
    )
    parts = parts_of(reading.form.set) if asked and isinstance(reading.form, Select) else ()
    own = next((part.iri for part in parts if isinstance(part, Thing)), None)
    if asked is None or own is None:
        return ""
    named = {i for a in scene.anchors if not set(a.entities).isdisjoint(reading.topics) for i in a.words}
    aside = named | asked[1]
    claim = {t.stem for t in scene.asking if t.index not in aside} - english().function
    steps = [step for step in desk.graph.objects(reading.topics[0], CALF.HAS_STEP) if isinstance(step, Iri)]
    said = {step: len(claim & _stems(step, desk)) for step in steps}
    most = max(said.values(), default=0)
    if not most:
        return ""
    return "yes" if (said.get(own) == most) != is_denied(scene) else "no"


def _stems(step: Iri, desk: Desk) -> set[str]:
    """The stems of what a step tells one to do."""
    texts = [v.value for v in desk.graph.objects(step, CALF.INSTRUCTION) if isinstance(v, Literal)]
    return {stem for text in (desk.say.label(step), *texts) for stem in stems_of(text)}
