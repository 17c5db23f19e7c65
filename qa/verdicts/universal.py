"""Whether something is so of all that a class has: "does every exercise train the soleus?"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from qa.forms.evaluating import members
from qa.forms.logic import Either, Linked, Select, Set, Thing, every, focus_of, parts_of
from qa.kind import Desk, Draft, Reading
from qa.quantifying import Quantified, quantified
from qa.scene import Scene
from qa.telling.citing import spoken_of
from qa.verdicts.denying import is_denied
from qa.verdicts.leading import settled

__all__ = ["of_every"]

_NOT_EVERY: Final = ", not every one"
_FEW: Final = 2  # things of which it is told that the article does not say it of them


def of_every(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """Yes, if a list has all of the class of which a question asks whether it is so of all; no, if not.

    None for other questions. What narrows the class down must not stand in the list ("is every exercise
    done sitting a soleus exercise?"), so more than one condition is only taken behind "do".
    """
    form, asked = reading.form, quantified(scene)
    if asked is None or not draft.found or not isinstance(form, Select) or reading.kind != "listing":
        return None
    cls = focus_of(form)
    narrowing = _narrowing(form, asked, scene, desk)
    links = [part for part in parts_of(form.set) if _is_link(part) and part not in narrowing]
    if cls is None or not links or (asked.anchor.classes and cls not in asked.anchor.classes):
        return None
    if (len(links) > 1 and asked.by != "do") or (is_denied(scene) and not asked.denied):
        return None
    aside = (asked.anchor, asked.narrowed)
    if any(a.entities and not a.words <= reading.words and a not in aside for a in scene.anchors):
        return None  # "all three moves for the inside are done toes out, yes?"
    rest = [*(part for part in parts_of(form.set) if part not in links), *narrowing]
    whole = members(every(rest), desk.graph) & {*spoken_of(cls, desk.graph)}
    left = sorted(whole - members(form.set, desk.graph), key=desk.say.label)
    verdict = "yes" if bool(left) == asked.denied else "no"
    told = settled(_in_full(draft, desk) if left else draft, verdict, _NOT_EVERY if left else "")
    if not 0 < len(left) <= _FEW:
        return told
    return replace(told, lead=f"{told.lead} The article does not say so of {desk.say.names(left)}.")


def _narrowing(form: Select, asked: Quantified, scene: Scene, desk: Desk) -> list[Set]:
    """What narrows a class down before anything is said of it: "all the inner calf exercises"."""
    cls, name = focus_of(form), asked.narrowed
    if cls is None or name is None:
        return []
    ends = [Thing(iri) for iri in name.entities]
    own: list[Set] = [p for p in parts_of(form.set) if isinstance(p, Linked) and p.to in ends]
    return own or [link.set for link in desk.connector.links(scene, cls, name)[:1] if not link.empty]


def _is_link(part: Set) -> bool:
    """Whether a condition is a link to something, or a choice of such links: "a step or a block"."""
    return isinstance(part, Linked) or (isinstance(part, Either) and all(map(_is_link, part.parts)))


def _in_full(draft: Draft, desk: Desk) -> Draft:
    """A draft that only names things, with what is said of them: "not every one: A" may mean either."""
    names = desk.say.names([item.iri for item in draft.items])
    bare = draft.lead.lower() == f"{names}.".lower()
    return replace(draft, lead=f"It is so of {names}.") if bare else draft
