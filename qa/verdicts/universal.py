"""Whether something is so of all that a class has: "does every exercise train the soleus?"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from qa.forms.evaluating import members
from qa.forms.logic import Linked, Select, every, focus_of, parts_of
from qa.kind import Desk, Draft, Reading
from qa.quantifying import quantified
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
    cls, links = focus_of(form), [part for part in parts_of(form.set) if isinstance(part, Linked)]
    if cls is None or not links or (asked.anchor.classes and cls not in asked.anchor.classes):
        return None
    if (len(links) > 1 and asked.by != "do") or (is_denied(scene) and not asked.denied):
        return None
    if any(a.entities and not a.words <= reading.words and a != asked.anchor for a in scene.anchors):
        return None  # "all three moves for the inside are done toes out, yes?"
    rest = [part for part in parts_of(form.set) if part not in links]
    whole = members(every(rest), desk.graph) & {*spoken_of(cls, desk.graph)}
    left = sorted(whole - members(form.set, desk.graph), key=desk.say.label)
    verdict = "yes" if bool(left) == asked.denied else "no"
    told = settled(_in_full(draft, desk) if left else draft, verdict, _NOT_EVERY if left else "")
    if not 0 < len(left) <= _FEW:
        return told
    return replace(told, lead=f"{told.lead} The article does not say so of {desk.say.names(left)}.")


def _in_full(draft: Draft, desk: Desk) -> Draft:
    """A draft that only names things, with what is said of them: "not every one: A" may mean either."""
    names = desk.say.names([item.iri for item in draft.items])
    bare = draft.lead.lower() == f"{names}.".lower()
    return replace(draft, lead=f"It is so of {names}.") if bare else draft
