"""What lies under: "which calf muscle is furthest from the skin?", "... that nobody can see?".

Words without their order say the same of what lies on top as of what it hides: the wording names the former.
"""

from __future__ import annotations

from dataclasses import replace

from qa.forms.evaluating import exists, members
from qa.forms.logic import Count, Form, Linked, Select, Set, Thing, every, parts_of
from qa.kind import Desk, Reading
from qa.mattering import where
from qa.parsing.english import english
from qa.parsing.linking import PART, Mention
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["below", "tells_of_depth"]

_NEAR = 2  # words from "under" to "skin"
_DENIALS = frozenset(("not", "no", "nobody", "never", "hardly", "barely", "scarcely", "neither"))


def _below(scene: Scene) -> bool:
    """Whether a question asks for what lies under; looked for once."""
    return scene.once("is below", lambda: _is_below(scene))


@where(_below)
def below(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A list of what lies on top, or is seen, as that of what lies under it, where the question says so."""
    form = reading.form
    if not isinstance(form, Select | Count):
        return reading
    parts = parts_of(form.set)
    if not any(map(_is_on_top, parts)):
        return reading
    node = every([_under(part, desk) if _is_on_top(part) else part for part in parts])
    if not exists(node, desk.graph):
        return reading
    denied = (a.words for a in scene.anchors if a.polarity == "out" and a.mention.weight <= PART)
    words = reading.words.union(*denied)  # "isn't visible"
    return replace(reading, form=replace(form, set=node), words=words)


def tells_of_depth(form: Form, scene: Scene) -> bool:
    """Whether a list of what lies on top, or under it, answers a question for what is not to be seen."""
    parts = parts_of(form.set) if isinstance(form, Select | Count) and _below(scene) else ()
    deep = (isinstance(p, Linked) and p.property == CALF.DEEP_TO and not p.inverse for p in parts)
    return any(deep) or any(map(_is_on_top, parts))


def _is_on_top(node: Set) -> bool:
    """Whether a condition is that of what lies on top."""
    return isinstance(node, Linked) and node.property == CALF.HAS_TRAIT and not node.inverse


def _under(node: Set, desk: Desk) -> Set:
    """The condition of what lies under the things that fulfil another."""
    found = sorted(members(node, desk.graph))
    return Linked(CALF.DEEP_TO, Thing(found[0])) if len(found) == 1 else node


def _is_under_skin(deep: Mention, scene: Scene) -> bool:
    """Whether words for depth only say "right under the skin"."""
    own = {scene.tokens[i].stem for i in deep.words}
    after = scene.tokens[deep.end : deep.end + _NEAR]
    return "skin" not in own and any(t.stem == "skin" for t in after)


def _is_below(scene: Scene) -> bool:
    """Whether a question asks for what is deep, or for what is not to be seen; "not deep" is neither."""
    deep = [m for m, _ in scene.cued.get(CALF.DEEP_TO, ())]
    top = [m for m, _ in scene.cued.get(CALF.SUPERFICIAL_TO, ())]
    deep = [m for m in deep if m.form != "behind" and not _is_under_skin(m, scene)]
    said = any(all(not set(m.words) <= set(o.words) for o in top) for m in deep)
    also = any(all(not set(m.words) <= set(o.words) for o in deep) for m in top)
    stems = {t.stem for t in scene.asking}
    if _DENIALS & stems:
        return bool(stems & english().words["seeing"])
    return said and not also
