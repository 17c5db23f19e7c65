"""Whether a thing is one of those that the last turn listed: "is the seated one among them?"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.terms import Iri
from qa.forms.logic import Ask, Count, Form, Kind, Select, focus_of, parts_of
from qa.kind import Desk, Reading
from qa.mattering import asks_verdict, where
from qa.model import Context
from qa.parsing.anchor import Anchor
from qa.parsing.asking import is_auxiliary
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["asked_among", "asks_belonging", "belonging", "foreign", "is_told_apart", "none_of"]

_EVIDENCE = 8.0  # for the last list beside the thing named
_OF_OTHERS = 4.0  # more where that is no such thing at all: "is pausing among them?", of mistakes
_LEADS = frozenset(("among", "of", "on", "in"))  # stand before "them", or "the list"
_LISTS = frozenset(("list", "lot", "group"))


def belonging(scene: Scene, kind: str, form: Form, context: Context, desk: Desk) -> Iterator[Reading]:
    """The last list again, where the question asks if what it names is in it; that tells the verdict."""
    focus, among = focus_of(form), _among(scene)
    if not isinstance(form, Select) or focus is None or not among or not scene.may_be_polar:
        return
    named = _named(scene)
    if len(named) == 1:
        words = frozenset(t.index for t in scene.asking)
        listed = any(desk.connector.stands(iri, focus) for iri in named[0].entities)
        if not listed and named[0].mention.start - scene.asking[0].index not in (1, 2):
            return  # "is it one of those for the soleus?"
        evidence = _EVIDENCE if listed else _EVIDENCE + _OF_OTHERS
        yield Reading(
            kind, form, words - named[0].words if listed else words, evidence, focus, context.entities
        )


def asks_belonging(scene: Scene) -> bool:
    """Whether a question asks if something is one of those listed before."""
    return scene.before is not None and scene.may_be_polar and bool(_among(scene))


@where(asks_belonging)
def foreign(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on whether a thing is one of those listed before, if it is nothing of their kind."""
    focus = focus_of(reading.form)
    if focus is None or not isinstance(reading.form, Select):
        return ""
    named = _named(scene)
    if len(named) != 1 or any(desk.connector.stands(iri, focus) for iri in named[0].entities):
        return ""
    return "no"


def asked_among(reading: Reading, scene: Scene) -> frozenset[Iri]:
    """The things of which a question asks if they are of a class, where all of that class are told.

    "Is training too often one of the mistakes?": none of the words ahead of the class names a mistake.
    """
    form, cls = reading.form, focus_of(reading.form)
    parts = parts_of(form.set) if isinstance(form, Select | Count) else ()
    if cls is None or "than" in scene.stems or not all(isinstance(part, Kind) for part in parts):
        return frozenset()
    start = next((a.mention.start for a in scene.anchors if cls in a.classes), -1)
    ahead = [t for t in scene.asking if t.index < start]
    if not ahead or not is_auxiliary(ahead[0]):
        return frozenset()
    return frozenset(i for a in scene.anchors if a.mention.end <= start for i in a.entities)


@where(asks_verdict)
def none_of(reading: Reading, scene: Scene, desk: Desk) -> str:
    """The verdict on whether something is of a class to whose members it is in no way tied, or ""."""
    asked, cls = asked_among(reading, scene), focus_of(reading.form)
    members = desk.graph.instances(cls) if asked and cls is not None else ()
    tied = any(next(iter(desk.graph.statements(m, object=iri)), None) for m in members for iri in asked)
    return "no" if members and not tied else ""


def _named(scene: Scene) -> list[Anchor]:
    """The names of which a question asks if they are among those listed."""
    among = _among(scene)
    return [a for a in scene.anchors if a.entities and not a.words <= scene.carried | among]


def _among(scene: Scene) -> frozenset[int]:
    """The words that say "one of them" in a question; none where it does not."""
    words, said = english().words, scene.asking
    if len(said) > 2 and said[-2].stem == "belong" and said[-1].stem in words["existing"]:
        return frozenset(t.index for t in said[-2:])
    for n, lead in enumerate(said):
        after = said[n + 1 : n + 3]
        one = lead.stem != "of" or (n and said[n - 1].stem == "one" and not _opens(n - 1, scene))
        if lead.stem in _LEADS and one:
            if after and lead.stem in ("among", "of") and after[0].stem in words["pronouns"]:
                return frozenset((lead.index, after[0].index))
            if len(after) > 1 and after[0].stem in words["articles"] | {"that"} and after[1].stem in _LISTS:
                return frozenset((lead.index, *(t.index for t in after)))
    return frozenset()


def _opens(place: int, scene: Scene) -> bool:
    """Whether "one of them" is what is asked about: "is one of them done with dumbbells?"."""
    named = {i for a in scene.anchors for i in a.words}
    return all(scene.is_plain(t.index) and t.index not in named for t in scene.asking[:place])


def is_told_apart(reading: Reading, scene: Scene) -> bool:
    """Whether a question has more said of a class than a reading: "is the soleus a round muscle?"."""
    form, words = reading.form, english().words
    if not isinstance(form, Ask) or form.triple.predicate != CALF.TYPE or not scene.polar:
        return False
    kind = next((a for a in scene.anchors if form.triple.object in a.classes and not a.entities), None)
    before = [t for t in scene.asking if kind and t.index == kind.mention.start - 1]
    named = {i for a in scene.anchors for i in a.words}
    plain = words["articles"] | words["bare"] | words["existing"] | {"one", "single"}
    return any(t.stem not in plain and t.index not in named for t in before)
