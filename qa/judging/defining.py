"""Plain questions for what something is: "what is the tibial nerve?", "define fibula".

They say no more than a name, so no wording tells if there is an answer. The graph does: it has the thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.forms.logic import Describe
from qa.judging.ranking import Ranked
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["plainly_defined"]

_SAYS_NOTHING = frozenset(("be", "do", "mean", "by", "exactly", "pleas"))


def plainly_defined(scene: Scene, ranked: Sequence[Ranked]) -> Ranked | None:
    """The reading as what the one named thing is, of a question that says nothing else; else None.

    A name alone asks for that if it asks for no more: "toes in?", but not "10-20 sets?". What was told before
    "what is the soleus?" changes nothing, unless that points back to it.
    """
    words = [t for t in scene.asking if t.offset >= 0] if scene.wh else scene.tokens
    asked = {t.index for t in words}
    named = [a for a in scene.anchors if a.mention.weight >= 1 and a.mention.start in asked]
    cue = scene.cue("definition")
    if scene.polar or len(named) != 1 or any(t.index in asked for t in scene.unknown):
        return None
    told = scene.before is not None or len(asked) < len(scene.tokens)
    if told and (scene.wh != "what" or not _stands_alone(named[0], words, scene)):
        return None
    if cue is None and not (ranked and isinstance(ranked[0].reading.form, Describe)):
        return None
    (name,) = named
    said = name.words | frozenset(cue.words if cue else ()) | scene.opening | {scene.wh_index}
    if name.polarity != "in" or any(t.index not in said and not _is_light(t.stem) for t in words):
        return None
    forms = [Describe(iri) for iri in name.entities]
    found = {r.reading.form: r for r in reversed(ranked) if r.reading.kind == "definition"}
    return next((found[form] for form in forms if form in found), None)


def _stands_alone(name: Anchor, words: Sequence[Token], scene: Scene) -> bool:
    """Whether a question for what something is points to nothing before it, and names what is no amount."""
    points = any(t.stem in english().words["pointing"] for t in words)
    kinds = {cls for iri in name.entities for cls in scene.graph.entity(iri).classes}
    return not points and CALF.PARAMETER not in kinds


def _is_light(stem: str) -> bool:
    """Whether a word says nothing of its own: an article, "exactly", the "does" of "what does it mean"."""
    return stem in english().words["articles"] | english().light | _SAYS_NOTHING
