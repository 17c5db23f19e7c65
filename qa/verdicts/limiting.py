"""Whether a thing is the only one that a question says it is: "is bouncing the only mistake?"."""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.evaluating import members
from qa.forms.logic import Ask, Describe, Linked, Select, Thing, every, iris_in, named_in, parts_of
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.measuring import is_not_only
from qa.scene import Scene
from qa.verdicts.supposing import overlap
from qa.vocabulary import CALF

__all__ = ["only_one"]

_KINDS = ("listing", "cue", "quantity")  # whose lists have all of which something is so
_TAKES = 2  # words from "all" to "need"
_REACH = 4  # words from "only" to the name of which it is said


@where(asks_verdict)
def only_one(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on "only" where a list, or the kind of what is described, has others; "" elsewhere."""
    if (every := _all(reading, scene, desk)) >= 0:
        denied = {t.index for t in scene.tokens[:every] if t.stem in english().words["denying"]}
        return "yes" if denied - scene.leading else "no"
    only = next((t for t in scene.tokens if t.sentence == scene.claimed and _limits(t, scene)), None)
    if only is None or scene.wh or not scene.may_be_polar:
        return ""
    form = reading.form
    if isinstance(form, Describe):
        others = _of_its_kind(form.iri, only, scene, desk)
    elif isinstance(form, Select) and reading.kind in _KINDS:
        others = _beside_claimed(form, only, scene, desk) or _elsewhere(reading, form, only, scene, desk)
    else:
        return ""
    if not others:
        return ""
    return "yes" if is_not_only(only, scene.tokens) else "no"


def _all(reading: Reading, scene: Scene, desk: Desk) -> int:
    """Where a question says that one thing is all it takes, which none is but equipment; or -1."""
    form = reading.form
    if not isinstance(form, Ask | Describe) or scene.wh or not scene.may_be_polar:
        return -1
    if any(desk.connector.stands(iri, CALF.EQUIPMENT) for iri in named_in(form)):
        return -1
    claim = [t for t in scene.tokens if t.sentence == scene.claimed]
    ends = {a.mention.end for a in scene.anchors}
    for n, token in enumerate(claim):
        after = {t.stem for t in claim[n + 1 : n + 1 + _TAKES]}
        several = token.index in ends and any(t.stem == "and" for t in claim[:n])  # "A, B and C all need"
        if token.stem == "all" and after & english().words["sufficing"] and not several:
            return token.index
    return -1


def _limits(token: Token, scene: Scene) -> bool:
    """Whether a word says that something is all there is, not all that is wanted: "I only want"."""
    wanted = {t.stem for t in scene.tokens[max(0, token.index - 1) : token.index]} & english().words["self"]
    return token.stem in english().words["limiting"] and not wanted


def _of_its_kind(iri: Iri, only: Token, scene: Scene, desk: Desk) -> set[Iri]:
    """Others of the class that stands after "the only", if the thing is of it."""
    if not only.index or scene.tokens[only.index - 1].stem not in english().words["articles"]:
        return set()
    near = range(only.index + 1, only.index + 1 + _REACH)
    kinds = {cls for a in scene.anchors if a.mention.start in near for cls in a.classes}
    of_kind = {i for cls in kinds & desk.connector.classes_of(iri) for i in desk.graph.instances(cls)}
    return {i for i in of_kind if i != iri and not overlap(i, iri, desk)}


def _beside_claimed(form: Select, only: Token, scene: Scene, desk: Desk) -> set[Iri]:
    """What a list has beside what "only" is said of, if it has that."""
    found = set(members(form.set, desk.graph))
    claimed = _claimed(form, only, scene)
    if claimed is None:
        return set()
    told = {iri: {iri, *(t.object for t in desk.graph.statements(iri))} for iri in found}
    own = found & {*claimed.entities} or {i for i in found if not told[i].isdisjoint(claimed.entities)}
    return {i for i in found - own if not any(overlap(i, o, desk) for o in own)} if own else set()


def _elsewhere(reading: Reading, form: Select, only: Token, scene: Scene, desk: Desk) -> set[Iri]:
    """The other amounts where an amount is claimed of one thing only: "is the pause only at the bottom?"."""
    near = range(only.index - _REACH, only.index + _REACH + 1)
    said = {
        i for a in scene.anchors if a.entities and near.start <= a.mention.start in near for i in a.entities
    }
    parts = parts_of(form.set)
    claimed = [p for p in parts if isinstance(p, Linked) and isinstance(p.to, Thing) and p.to.iri in said]
    quantities = {iri for iri in said if CALF.QUANTITY in desk.connector.classes_of(iri)}
    claimed = [p for p in claimed if isinstance(p.to, Thing) and p.to.iri not in quantities]
    if reading.kind != "quantity" or len(claimed) != 1:
        return set()
    rest = every([part for part in parts if part not in claimed])
    return set(members(rest, desk.graph) - members(form.set, desk.graph))


def _claimed(form: Select, only: Token, scene: Scene) -> Anchor | None:
    """The name that "only" is said of: the next one, or one right before it; none that the form has."""
    names = [a for a in scene.anchors if a.entities and iris_in(form).isdisjoint(a.entities)]
    after = [a for a in names if 0 < a.mention.start - only.index <= _REACH]
    before = [a for a in names if 0 <= only.index - a.mention.end <= 1]
    return next(iter((*after[:1], *before[-1:])), None)
