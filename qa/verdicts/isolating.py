"""Whether a part of a muscle is said to work alone, or to stay out of it: "it never fully switches off"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.graph import KnowledgeGraph
from kg.schema import Truth
from kg.terms import Iri
from qa.forms.logic import Ask, Describe
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.remembering import per_graph
from qa.scene import Scene
from qa.telling.describing import noted_reasons
from qa.verdicts.denying import is_denied
from qa.vocabulary import CALF

__all__ = ["isolated"]

_KEPT = 8  # words from "switch" to "off": "switch the other half of it off"
_OWN = (("by", "itself"), ("by", "themselves"), ("its", "own"), ("their", "own"))
_PURELY = frozenset(("isolat", "isolation"))
_INSTEAD = frozenset(("than", "instead", "not"))  # before "isolation", deny it alone


@where(asks_verdict)
def isolated(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on "one head works alone" and on its contraries, where a reading is about that; else "".

    Nothing isolates a head: what says that something does is not so, and what denies it is.
    """
    if not _is_of_isolation(reading, scene, desk):
        return ""
    claim = [t for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    denied = is_denied(scene) != any(t.stem in english().words["seldom"] for t in claim)
    if (place := _apart(claim, scene)) >= 0:
        idle = [t.stem for t in claim[max(0, place - 1) : place + 1]] == ["do", "nothing"]
        beside = not denied and not _INSTEAD.isdisjoint(t.stem for t in claim[max(0, place - 3) : place])
        return "yes" if denied != (idle or beside) else "no"
    stems = {t.stem for t in claim}
    if "both" in stems and not stems.isdisjoint(english().words["taking_part"]):
        return "no" if denied else "yes"
    merely = stems & (english().words["limiting"] | english().words["merely"])
    return "yes" if merely and stems & english().words["favouring"] and not denied else ""


def _is_of_isolation(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a reading says that something isolates a part, or is of the notion that nothing does."""
    form, graph = reading.form, desk.graph
    notions = _notions(CALF.ISOLATES, graph)
    if isinstance(form, Describe):
        return form.iri in notions
    if not isinstance(form, Ask):
        return False
    if form.triple.predicate == CALF.ISOLATES:
        return graph.truth(form.triple) is Truth.NO
    if form.triple.predicate == CALF.BIASES and _PURELY & {t.stem for t in scene.asking}:
        return graph.truth(form.triple) is Truth.YES  # "isolate it rather than merely emphasise it"
    return form.triple.predicate == CALF.ENGAGES and not notions.isdisjoint(noted_reasons(form.triple, graph))


@per_graph(1)
def _notions(prop: Iri, graph: KnowledgeGraph) -> frozenset[Iri]:
    """The reasons and caveats noted where it is denied that something is so."""
    denials = (t for t in graph.denials() if t.predicate == prop)
    return frozenset(iri for t in denials for iri in noted_reasons(t, graph))


def _apart(claim: Sequence[Token], scene: Scene) -> int:
    """Where a claim says that something works alone or not at all; -1 if nowhere."""
    words = english().words
    named = {i for a in scene.anchors if a.entities for i in a.words}  # "toes turned out"
    for n, (word, after) in enumerate(pairwise(claim)):
        verbs = {t.stem for t in claim[max(0, n + 1 - _KEPT) : n + 1] if t.clause == after.clause}
        off = after.stem in words["switched"] and after.index not in named
        off = off and not verbs.isdisjoint(words["switching"])
        own = (word.text.lower(), after.text.lower()) in _OWN
        if off or own or (n > 0 and (word.stem, after.stem) == ("do", "nothing")):
            return n + 1
    stems = {t.stem for t in claim}
    apart = words["isolating"] - (words["severally"] if stems & words["favouring"] else frozenset())
    return next((n for n, t in enumerate(claim) if t.stem in apart), -1)
