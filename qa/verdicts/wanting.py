"""Whether a verdict is wanted at all: "do the heads start above or below the knee?" wants none."""

from __future__ import annotations

from typing import Final

from qa.forms.logic import Select, named_in
from qa.kind import Desk, Draft, Reading
from qa.parsing.english import english
from qa.scene import Scene
from qa.verdicts.belonging import asked_among, none_of
from qa.vocabulary import CALF

__all__ = ["wants_none"]

_ARTICLE: Final = 2  # words from "or" to the name: "or the soleus"
_LEADING_ON: Final = frozenset(("that", "which", "who", "for", "with", "without"))  # after a noun
_OPENING: Final = 3  # words among which one that corrects what was said opens a turn: "no, I meant"


def wants_none(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether neither yes nor no answers a question, though its words might be taken for one that asks so."""
    return (
        _goes_on(scene)
        or _is_but_names(scene)
        or _is_asked_for(scene)
        or _is_noun(scene)
        or (asked_among(reading, scene) and not none_of(reading, scene, desk))
        or _is_offered(draft, reading, scene, desk)
    )


def _is_asked_for(scene: Scene) -> bool:
    """Whether a question ends with what it asks for, in a word: "the muscle under the gastroc, name?"."""
    last = [t for t in scene.asking if t.clause == scene.asking[-1].clause]
    return not scene.polar and len(last) == 1 and last[0].stem in english().words["asked_for"]


def _is_noun(scene: Scene) -> bool:
    """Whether a message is but a noun for what it asks for: "benefits that aren't about looks?"."""
    if scene.polar or scene.before is not None:
        return False
    said = [
        t for t in scene.asking if t.index not in scene.opening and t.stem not in english().words["articles"]
    ]
    opens = [a for a in scene.anchors if a.classes and not a.entities and a.mention.start == said[0].index]
    ends = [a.mention.end for a in (*opens, *scene.anchors) if opens and a.mention.start >= said[0].index]
    after = next((t for t in scene.tokens if ends and t.index in ends and t.stem != "of"), None)
    return after is not None and after.stem in _LEADING_ON


def _is_but_names(scene: Scene) -> bool:
    """Whether a message is a row of names and not even marked as a question: "calves sprinting jumping"."""
    named = frozenset[int]().union(*(a.words for a in scene.anchors))
    return not scene.may_be_polar and all(t.index in named for t in scene.tokens)


def _goes_on(scene: Scene) -> bool:
    """Whether a turn only takes another thing to a question that was for none: "and at the bottom?".

    "The same at the bottom?" asks whether, and so does a whole statement: "and the other head is asleep?".
    """
    before, words = scene.before, english().words
    if before is None or before.boolean or scene.polar or any(a.high > 1 for a in scene.parse.amounts):
        return False
    said = [t.stem for t in scene.tokens if t.index not in scene.carried]
    corrects = not words["correcting"].isdisjoint(said[:_OPENING])
    alike = words["likewise"] | words["levelling"] | words["limiting"] | {"so", "both", "not"}
    states = not words["auxiliary"].isdisjoint(said) and "if" not in said
    if scene.goes_on and not states and said[1:2] and said[1] in words["circumstance"] - {"if", "without"}:
        return True  # "and for equal work from both?"
    return _tells_of_self(scene) or ((scene.goes_on or corrects) and not states and alike.isdisjoint(said))


def _tells_of_self(scene: Scene) -> bool:
    """Whether a turn only tells what somebody wants: "I only care about size."."""
    wishing = english().words["wishing"] | english().words["caring"]
    return not scene.parse.questions and scene.tokens[0].stem == "i" and scene.says(wishing)


def _is_offered(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a question lets choose.

    What depends on the knee does so on "bent or straight", and where an answer holds of both things, says
    "or" as well, or both are names of one, it may well begin with a yes.
    """
    at = scene.offering
    if at < 0:
        return False
    counted = any(amount.start <= scene.tokens[at].offset < amount.end for amount in scene.parse.amounts)
    variable = (CALF.POSITION_VARIABLE in desk.connector.classes_of(iri) for iri in named_in(reading.form))
    if counted or _is_repeated(at, draft, scene) or any(variable):
        return False
    sides = [_named_beside(at, scene, after=after) for after in (False, True)]
    found = (item.iri for item in draft.items if isinstance(reading.form, Select))
    told = {*named_in(reading.form), *found}
    held = reading.amount is None and all(side & told for side in sides)
    return not (sides[0] & sides[1] or held)


def _named_beside(at: int, scene: Scene, *, after: bool) -> frozenset[str]:
    """What the name right before a word stands for, or that after it."""
    reach = range(at + 1, at + 1 + _ARTICLE)
    beside = (a for a in scene.anchors if (a.mention.start in reach if after else a.mention.end == at))
    return frozenset(iri for a in beside for iri in a.entities)


def _is_repeated(at: int, draft: Draft, scene: Scene) -> bool:
    """Whether an answer has the "or" of the question between the same words: "your lower back or hips"."""
    said = " ".join(t.text.lower() for t in scene.tokens[at - 1 : at + 2])
    return said in draft.lead.lower()
