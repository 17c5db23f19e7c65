"""One thing that a question singles out of all of its kind: "of the mistakes, which one is most common?"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Select
from qa.judging.ranking import Ranked
from qa.parsing.english import english
from qa.parsing.grading import first_degree
from qa.scene import Scene
from qa.telling.verbalising import Verbaliser
from qa.vocabulary import CALF

__all__ = ["said_unranked", "unranked"]

_ASKING: Final = frozenset(("which", "what"))
_ONE: Final = frozenset(("one", "of"))  # behind those, ask for one: "which one", "which of the mistakes"
_BEST: Final = frozenset(("best", "worst", "least"))


def unranked(scene: Scene, ranked: Ranked) -> tuple[Iri, ...]:
    """All that a reading lists where a question asks which one of them is most so; () if it does not."""
    form = ranked.reading.form
    if not isinstance(form, Select) or form.order is not None or ranked.reading.focus == CALF.MUSCLE_VALUE:
        return ()
    asked = _asked_for(scene)
    if asked < 0 or not _asks_for_most(scene):
        return ()
    named = (a for a in scene.anchors if a.words <= ranked.reading.words - scene.carried)
    if any(a.mention.start > asked for a in named):
        return ()  # "which of them is best for the inner calf?" asks for all that are
    found = members(form.set, scene.graph)
    return tuple(sorted(found)) if len(found) > 1 else ()


def said_unranked(things: tuple[Iri, ...], say: Verbaliser) -> str:
    """That no source tells which one it is: "No source here tells which of these it is: ..."."""
    return f"No source here tells which of these it is: {say.names(things)}."


def _asked_for(scene: Scene) -> int:
    """Where a question names what it wants one of, "which one", "which of the exercises"; -1 if nowhere."""
    asking = pairwise(scene.asking)
    start = next((b.index for a, b in asking if a.stem in _ASKING and b.text.lower() in _ONE), -1)
    if start < 0 or scene.tokens[start].stem == "one":
        return start
    classes = (a.mention.start for a in scene.anchors if a.classes and a.mention.start > start)
    return min(classes, default=start)


def _asks_for_most(scene: Scene) -> bool:
    """Whether a question says what the one is above all others: "most often", "the best", "easiest"."""
    degree = first_degree(scene.asking)
    said = {t.text.lower() for t in scene.asking}
    return bool(said & (english().words["most"] | _BEST)) or (degree is not None and degree.is_most)
