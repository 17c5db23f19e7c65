"""Whether what a question puts before "than" is what it chooses: "trained better by this than by that?"."""

from __future__ import annotations

from qa.forms.logic import named_in
from qa.kind import Draft, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.outranking import places
from qa.verdicts.turning import CONTRARY

__all__ = ["preferred"]


def preferred(draft: Draft, reading: Reading, scene: Scene) -> str:
    """The verdict on a comparison that a choice between two named things settles; "" on others."""
    if reading.kind != "choice" or len(draft.items) != 1 or not scene.polar:
        return ""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed]
    than = next((n for n, t in enumerate(claim) if t.stem == "than"), -1)
    words = english().words
    degree = next((t.stem for t in reversed(claim[: max(than, 0)]) if t.stem in words["preferring"]), "")
    at = {iri: place for iri, place in places(scene).items() if iri in named_in(reading.form)}
    chosen = draft.items[0].iri
    after = [iri for iri, place in at.items() if degree and place > claim[than].index]
    if not after or chosen not in at or len(after) == len(at):
        return ""
    verdict = "no" if chosen in after else "yes"
    turned = is_denied(scene) != (degree in words["lessening"])
    return CONTRARY[verdict] if turned else verdict
