"""What a mistake consists in not doing: "never touches the soleus", "no seated raises in the plan".

A question that tells so excludes nothing that its answer would have: it describes the mistake.
"""

from __future__ import annotations

from kg.terms import Iri
from qa.forms.logic import Count, Form, Linked, Select, Thing, Without, named_in, parts_of
from qa.kind import Desk
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["describes_lapse"]

_OMITTED = (CALF.NEGLECTS, CALF.REMEDIED_BY)  # what a mistake leaves out, and what it leaves undone
_NARROWING = (("that", "be", "not"), ("which", "be", "not"))  # "the mistakes that aren't about speed"
_REACH = 4  # words from "never" to what is not done


def describes_lapse(anchor: Anchor, form: Form, scene: Scene, desk: Desk) -> bool:
    """Whether a form speaks of a mistake, and the question denies what that one omits."""
    sought = {cls for a in scene.sought for cls in a.classes}
    omitted = _by_named(form, desk) | (_by_sought(form) if sought <= {CALF.MISTAKE} else frozenset())
    return _is_omitted(anchor, scene) and not omitted.isdisjoint(anchor.entities)


def _is_omitted(anchor: Anchor, scene: Scene) -> bool:
    """Whether a name is said to be left out by somebody or something, and is not excluded from the answer."""
    words, start = english().words, anchor.mention.start
    here = scene.tokens[start].sentence
    before = [t for t in scene.tokens[max(0, start - _REACH) : start] if t.sentence == here]
    if any(tuple(t.stem for t in before[n : n + 3]) in _NARROWING for n in range(len(before))):
        return False
    return any(t.stem in words["lacking"] | words["neglecting"] for t in before)


def _by_named(form: Form, desk: Desk) -> frozenset[Iri]:
    """What the mistakes that a form names omit."""
    mistakes = [i for i in named_in(form) if CALF.MISTAKE in desk.connector.classes_of(i)]
    found = (i for m in mistakes for p in _OMITTED for i in desk.graph.objects(m, p))
    return frozenset(i for i in found if isinstance(i, Iri))


def _by_sought(form: Form) -> frozenset[Iri]:
    """What the mistakes that a form asks for are to omit."""
    parts = parts_of(form.set) if isinstance(form, Select | Count) else ()
    if any(isinstance(part, Without) for part in parts):
        return frozenset()
    links = (p for p in parts if isinstance(p, Linked) and p.property in _OMITTED and not p.inverse)
    return frozenset(link.to.iri for link in links if isinstance(link.to, Thing))
