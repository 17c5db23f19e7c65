"""Lists that the wording suggests, under the further conditions that the question names."""

from __future__ import annotations

from dataclasses import replace

from qa.forms.logic import Count, Select, every, excluded_in, iris_in, parts_of
from qa.kind import Desk, Reading
from qa.limits.conditions import NO_VERSIONS, Conditions, Focus, conditions_on, in_one_option, is_wished
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["completed"]

_LISTS = ("listing", "counting")
_KEPT = 0.6  # share of its probability that a list keeps when conditions are added


def completed(reading: Reading, scene: Scene, desk: Desk) -> Reading | None:
    """A list, or its length, under the further conditions that the question names; None without any.

    "With straight knees" may suggest a list; the soleus beside it is then one more condition.
    """
    form = reading.form
    if reading.kind not in _LISTS or reading.focus is None or not isinstance(form, Select | Count):
        return None
    held, left = iris_in(form), [a for a in scene.anchors if not a.words & reading.words]
    if not left:
        return None
    if any(held & {*anchor.entities, *anchor.classes} for anchor in left):
        return None  # it holds of the thing what the question does not say of it
    out, own = [a for a in left if a.polarity == "out"], parts_of(form.set)
    kinds = {cls for a in out for iri in a.entities for cls in desk.connector.classes_of(iri)}
    # Who wants no versions excludes no exercise.
    excluded = excluded_in(Select(every([part for part in own if part != NO_VERSIONS]))) if out else set()
    if excluded & kinds - {CALF.EQUIPMENT}:
        return None  # it excludes a whole class, of which the question excludes one member
    conditions = conditions_on(scene, desk, Focus(reading.focus, known=reading.words))
    telling = {iri for a in left for iri in (*a.entities, *(a.classes if a.polarity == "out" else ()))}
    telling |= {cls for a in left for cls in a.classes if is_wished(cls, a, scene, desk)}
    links = tuple(link for link in conditions.links if link.set not in own and link.target in telling)
    if not links and not conditions.excluded:
        return None
    wanted = {iri for a in scene.anchors if a.polarity == "in" for iri in a.entities}
    unwanted = {iri for a in scene.anchors if a.polarity == "out" for iri in a.entities}
    if wanted & excluded and not unwanted & excluded:
        return None  # it excludes what the question wants, in place of what that excludes
    more = Conditions(links, conditions.excluded, frozenset()).sets
    return replace(
        reading,
        form=replace(form, set=every(list(in_one_option((*own, *more, *conditions.excluded))))),
        words=conditions.words,
        topics=(*reading.topics, *(link.target for link in links)),
        chance=reading.chance * _KEPT,
    )
