"""What a list says of the thing that it leaves out: "is X the only way?", "can I do it without X?"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.terms import Iri
from qa.forms.evaluating import exists, holds
from qa.forms.logic import Select, Set, Thing, Without, every, parts_of
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.measuring import is_not_only
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["remaining"]

_CHOSEN = (CALF.EXERCISE, CALF.PROGRESSION_METHOD, CALF.EQUIPMENT)  # one of them will do: they are no parts
_REACH = 5  # words from "only" to the thing of which it is said, from a denial to what it denies


@where(asks_verdict)
def remaining(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on a list that leaves out a thing which the question names; "" on others.

    Where the question asks for others than it ("without adding weight", "the only way") it is whether there
    are any; where it says that the thing is one of them, or is none, it is whether that is so.
    """
    form = reading.form
    if not isinstance(form, Select) or reading.kind != "listing":
        return ""
    thing = _left_out(form)
    names = [a for a in scene.anchors if thing in a.entities and _is_claimed(a, scene)]
    if thing is not None and not names and _is_spared(thing, scene, desk):
        return "yes" if exists(form.set, desk.graph) and not is_denied(scene) else ""
    if thing is None or len(names) != 1:
        return ""
    (name,) = names
    found = exists(form.set, desk.graph)
    if (only := _only(name, scene)) >= 0:
        return "yes" if found == is_not_only(scene.tokens[only], scene.tokens) else "no"
    if name.polarity == "out" and _is_chosen(thing, desk):
        return "yes" if found and not is_denied(scene) and not _is_denial(name, scene) else ""
    if name.polarity == "out" and not _is_denial(name, scene):
        return ""  # what needs a thing is not asked, nor whether it is whole without
    if scene.mood == "exist" or name.polarity not in ("in", "out"):
        return ""
    verdict = "yes" if _is_one(thing, parts_of(form.set), desk) else "no"
    return CONTRARY[verdict] if is_denied(scene) else verdict


def _is_chosen(thing: Iri, desk: Desk) -> bool:
    """Whether a thing is one of which any will do."""
    return any(desk.connector.stands(thing, kind) for kind in _CHOSEN)


def _is_spared(thing: Iri, scene: Scene, desk: Desk) -> bool:
    """Whether a thing that no name stands for is to be done without: "without touching the weight"."""
    claim = {t.stem for t in scene.tokens if t.sentence == scene.claimed}
    return _is_chosen(thing, desk) and {"can", "without"} <= claim


def _left_out(form: Select) -> Iri | None:
    """The one thing that a list leaves out, if it leaves out nothing else."""
    left = [p.part for p in parts_of(form.set) if isinstance(p, Without)]
    return left[0].iri if len(left) == 1 and isinstance(left[0], Thing) else None


def _is_claimed(name: Anchor, scene: Scene) -> bool:
    """Whether a name stands in the claim."""
    return scene.tokens[name.mention.start].sentence == scene.claimed


def _is_one(thing: Iri, parts: Sequence[Set], desk: Desk) -> bool:
    """Whether a thing fulfils what a list asks for besides being another."""
    return holds(thing, every([p for p in parts if not isinstance(p, Without)]), desk.graph)


def _only(name: Anchor, scene: Scene) -> int:
    """Where the word stands that says "only" of a name: "only adding weight", "is X the only way"; or -1."""
    limiting = english().words["limiting"]
    start, end = name.mention.start, name.mention.end
    near = (*scene.tokens[end : end + _REACH], *reversed(scene.tokens[max(0, start - _REACH) : start]))
    return next((t.index for t in near if t.stem in limiting and t.sentence == scene.claimed), -1)


def _is_denial(name: Anchor, scene: Scene) -> bool:
    """Whether what excludes a name denies something of it, as "not" does and "without" does not."""
    words, start = english().words, name.mention.start
    before = [t.stem for t in reversed(scene.tokens[max(0, start - _REACH) : start])]
    sparing = {"without", *words["excepting"]}
    nearest = next((s for s in before if s in words["lacking"] | sparing), "")
    return nearest not in sparing
