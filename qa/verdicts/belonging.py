"""Whether a thing is one of those that the last turn listed: "is the seated one among them?"."""

from __future__ import annotations

from collections.abc import Iterator

from qa.forms.logic import Form, Select, focus_of
from qa.kind import Desk, Reading
from qa.model import Context
from qa.parsing.english import english
from qa.scene import Scene

__all__ = ["asks_belonging", "belonging"]

_EVIDENCE = 8.0  # for the last list beside the thing named
_LEADS = frozenset(("among", "of", "on", "in"))  # stand before "them", or "the list"
_LISTS = frozenset(("list", "lot", "group"))


def belonging(scene: Scene, kind: str, form: Form, context: Context, desk: Desk) -> Iterator[Reading]:
    """The last list again, where the question asks if what it names is in it; that tells the verdict."""
    focus, among = focus_of(form), _among(scene)
    if not isinstance(form, Select) or focus is None or not among or not scene.may_be_polar:
        return
    named = [a for a in scene.anchors if a.entities and not a.words <= scene.carried | among]
    if len(named) == 1 and any(desk.connector.stands(iri, focus) for iri in named[0].entities):
        words = frozenset(t.index for t in scene.asking) - named[0].words
        yield Reading(kind, form, words, _EVIDENCE, focus, context.entities)


def asks_belonging(scene: Scene) -> bool:
    """Whether a question asks if something is one of those listed before."""
    return scene.before is not None and scene.may_be_polar and bool(_among(scene))


def _among(scene: Scene) -> frozenset[int]:
    """The words that say "one of them" in a question; none where it does not."""
    words, said = english().words, scene.asking
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
    return all(scene.is_plain(t.index) for t in scene.asking[:place])
