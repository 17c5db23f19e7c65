"""Whether a question leans on the one before: points back, corrects it, or chooses from its results."""

from __future__ import annotations

from collections.abc import Container

from kg.terms import Iri
from qa.kind import Desk
from qa.model import Context
from qa.parsing.english import english
from qa.scene import Scene
from qa.talk.referring import points_back
from qa.vocabulary import CALF

__all__ = ["after_dropping", "chooses", "corrects", "leans"]

_SHORTEST = 5  # words that are hardly ever a whole question
_OPENS = 2  # words that open a question: "is there"
_LEAST = 3  # words that say what is wanted instead
_SHORT = 9  # words of a question that may be an ellipsis
_OF_DOING = (CALF.POSITION, CALF.POSITION_VARIABLE, CALF.PHASE, CALF.CUE, CALF.EQUIPMENT)


def leans(scene: Scene, context: Context, desk: Desk) -> bool:
    """Whether a question points back, is too short to stand alone, or is on how to do what was spoken of."""
    if _stands_alone(scene):
        return False
    if _is_of_doing(scene, context, desk):
        return True
    size = len(scene.tokens)
    whole = scene.mood in ("polar", "exist") and not scene.goes_on
    pointing = points_back(scene) or _asks_which(scene) or _is_of_there(scene)
    return size <= _SHORTEST or (size <= _SHORT and not whole) or pointing


def _is_of_doing(scene: Scene, context: Context, desk: Desk) -> bool:
    """Whether all that a question names is part of doing the one exercise spoken of: "are the knees locked?".

    A position, a phase, a cue, or what a cue is about; nothing that it might be asked of instead.
    """
    spoken_of = {i for i in (*context.entities, *context.results) if _is_a(i, (CALF.EXERCISE,), desk)}
    named = {iri for a in scene.anchors for iri in a.entities} | {c for a in scene.sought for c in a.classes}
    return bool(named) and len(spoken_of) == 1 and all(_is_part_of_doing(iri, desk) for iri in named)


def _is_part_of_doing(iri: Iri, desk: Desk) -> bool:
    """Whether something is told of how an exercise is done."""
    return _is_a(iri, _OF_DOING, desk) or bool(desk.graph.subjects(CALF.CONCERNS, iri))


def _is_a(iri: Iri, classes: tuple[Iri, ...], desk: Desk) -> bool:
    """Whether a thing, or a class, is of one of some classes."""
    own = desk.connector.classes_of(iri) or {iri}
    return any(desk.connector.is_a(one, cls) for one in own for cls in classes)


def _asks_which(scene: Scene) -> bool:
    """Whether a "which" stands alone before a verb, with nothing to choose from: "which can I do?"."""
    after = [t.stem for t in scene.tokens[scene.wh_index + 1 : scene.wh_index + 2]]
    alone = scene.wh == "which" and not english().words["auxiliary"].isdisjoint(after)
    return alone and not any(t.stem == "or" for t in scene.asking)


def _is_of_there(scene: Scene) -> bool:
    """Whether a question asks if another thing is where the last one was, or of its list."""
    words, after = english().words, {t.stem for t in scene.asking[_OPENS:]}
    return scene.polar and bool(after & words["existing"] and after & (words["likewise"] | {"belong"}))


def _stands_alone(scene: Scene) -> bool:
    """Whether a question says what it asks for and of what, and neither goes on nor points back."""
    if scene.goes_on or points_back(scene):
        return False
    said = tuple(a for a in scene.anchors if a.entities and not scene.is_background(a))
    return (
        bool(scene.sought and said) and scene.sought != said
    )  # "which toes exactly?" asks for toes and names no more


def corrects(scene: Scene) -> bool:
    """Whether a question only puts right what the one before should have said: "sorry, the soleus"."""
    correcting = english().words["correcting"]
    said = [t for t in scene.asking if t.stem not in correcting]
    return not scene.wh and len(said) < len(scene.asking) and len(said) <= _SHORTEST


def chooses(scene: Scene) -> bool:
    """Whether a question asks for one of those listed: "which one needs no machine?", "which of them"."""
    after = [t.stem for t in scene.tokens[scene.wh_index + 1 : scene.wh_index + 3]]
    chosen = after[:1] == ["one"] or (
        after[:1] == ["of"] and not english().words["several"].isdisjoint(after)
    )
    return scene.wh == "which" and chosen


def after_dropping(scene: Scene, spoken_of: Container[Iri]) -> tuple[str, frozenset[Iri]]:
    """What a question says after it lets go of what was spoken of, and that: "forget stamina, I want ..."."""
    words, tokens = english().words, scene.tokens
    plain = words["correcting"] | words["opening"] | words["retracting"] | {"no"}
    first = next((t for t in tokens if t.stem not in plain), None)
    if first is None or first.stem not in words["forgetting"]:
        return "", frozenset()
    here = (first.sentence, first.clause)
    rest = [t for t in tokens[first.index :] if (t.sentence, t.clause) != here]
    gone = {
        iri
        for a in scene.anchors
        if a.entities and max(a.words) < (rest[0].index if rest else 0)
        for iri in a.entities
        if iri in spoken_of
    }
    if len(rest) < _LEAST or not gone:
        return "", frozenset()
    return scene.parse.text[rest[0].offset :], frozenset(gone)
