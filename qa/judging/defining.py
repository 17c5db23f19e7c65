"""Plain questions for what something is: "what is the tibial nerve?", "define fibula".

They say no more than a name, so no wording tells if there is an answer. The graph does: it has the thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.forms.logic import Describe
from qa.judging.ranking import Ranked
from qa.parsing.english import english
from qa.scene import Scene

__all__ = ["plainly_defined"]

_SAYS_NOTHING = frozenset(("be", "do", "mean", "by", "exactly", "pleas"))


def plainly_defined(scene: Scene, ranked: Sequence[Ranked]) -> Ranked | None:
    """The reading as what the one named thing is, of a question that says nothing else; else None.

    A name alone asks for that if it asks for no more: "toes in?", but not "10-20 sets?".
    """
    cue, named = scene.cue("definition"), [a for a in scene.anchors if a.mention.weight >= 1]
    if scene.before is not None or scene.polar or len(named) != 1 or scene.unknown:
        return None
    if cue is None and not (ranked and isinstance(ranked[0].reading.form, Describe)):
        return None
    (name,) = named
    said = name.words | frozenset(cue.words if cue else ()) | scene.opening | {scene.wh_index}
    if name.polarity != "in" or any(t.index not in said and not _is_light(t.stem) for t in scene.tokens):
        return None
    forms = [Describe(iri) for iri in name.entities]
    found = {r.reading.form: r for r in reversed(ranked) if r.reading.kind == "definition"}
    return next((found[form] for form in forms if form in found), None)


def _is_light(stem: str) -> bool:
    """Whether a word says nothing of its own: an article, "exactly", the "does" of "what does it mean"."""
    return stem in english().words["articles"] | english().light | _SAYS_NOTHING
