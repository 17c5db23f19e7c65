"""How likely a reading must be right to be answered: more where words are left, less where none are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.forms.logic import Select, excluded_in, named_in
from qa.judging.complaining import complaint
from qa.judging.ranking import Ranked
from qa.outlying import outlying
from qa.parsing.linking import Token
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["ENOUGH", "is_left", "needed_trust"]

ENOUGH: Final = 0.44
"""The probability of being right from which a reading is answered, where nothing asks for more or less."""

_SUPPOSED = 0.25  # the same of a false supposition; the last three say when it is one
_HEEDED = 0.3  # the same of a list of one class that heeds all that is said, what is excluded too
_CERTAIN = 0.5  # the same where an exclusion, a strange word or one for what the graph cannot hold is left
_SURE = 0.7  # the same of a guess, beside a complaint, and where the graph knows no word: "how's it going?"
_NEVER = 1.1  # the same where another muscle is asked about, of which there is nothing to tell
_ADVISED = 0.95  # the same of a verdict beside a complaint: "I have a slipped disc. Can I do ...?"
_HARMLESS = 0.6  # the same of a guess where the wording is next to sure that there is an answer
_SURELY_NOT = 0.01  # probability of refusal up to which it is
_FAINT = 0.4  # weight of words that every sentence may have
_HARDLY = 0.1  # probability of refusal
_ASKERS = frozenset(("i", "we"))
_UNCLEAR = 0.25  # probability by the wording under which a word left aside may be what matters
_NEARLY = 0.4  # probability of the reading by the wording
_DENIED = 0.9  # probability of a no


def needed_trust(scene: Scene, ranked: Ranked) -> float:
    """The probability of being right from which a reading is answered."""
    if _is_supposed(scene, ranked):
        return _SUPPOSED
    ailing = complaint(scene)
    if not _is_familiar(scene) or ailing:
        return _ADVISED if ailing and scene.polar and _ASKERS & {t.stem for t in scene.asking} else _SURE
    if _is_guessed(scene, ranked):
        sure = scene.refused > _SURELY_NOT or scene.absent or scene.may_be_polar  # a wrong verdict is worst
        return _SURE if sure else _HARMLESS
    if _is_of_others(scene, ranked):
        return _NEVER
    aside = ranked.exclusion_left or is_left((*scene.absent, *scene.strange), ranked)
    return _CERTAIN if aside else _HEEDED if _is_heeded(scene, ranked) else ENOUGH


def _is_guessed(scene: Scene, ranked: Ranked) -> bool:
    """Whether a word that is not understood is left aside, and the wording is not clear without it."""
    unknown = [t for t in scene.unknown if t.sentence == scene.core]
    whole = not scene.half and scene.before is None
    return whole and ranked.chance < _UNCLEAR and is_left(unknown, ranked)


def _is_of_others(scene: Scene, ranked: Ranked) -> bool:
    """Whether a reading leaves out a muscle that is named and that nothing trains, if it is hardly worded so.

    "What does the plantaris do in a calf raise?" asks for no definition of calf raises, and "does it point
    the toes?" not which muscles do.
    """
    left = {i for m in ranked.left for i in m.words}
    aside = {iri for a in scene.anchors if a.words <= left for iri in a.entities}
    return ranked.chance < _UNCLEAR and not outlying(scene).isdisjoint(aside)


def _is_heeded(scene: Scene, ranked: Ranked) -> bool:
    """Whether a list is of one class without all that the question excludes, which says no more."""
    form = ranked.reading.form
    whole = not (ranked.left or scene.unknown) and len(scene.sought) == 1
    return whole and isinstance(form, Select) and bool(excluded_in(form))


def _is_supposed(scene: Scene, ranked: Ranked) -> bool:
    """Whether a word for what the graph cannot hold is what a clear no denies: "on my shoulders?"."""
    if not (scene.absent and scene.may_be_polar) or complaint(scene) or scene.refused > _HARDLY:
        return False
    things, said = named_in(ranked.reading.form), {iri for a in scene.anchors for iri in a.entities}
    named = any(iri in said for iri in things)
    # The wording masks muscles: "the outer part of the chest" is like one.
    bodily = (iri for iri in things if scene.graph.is_individual(iri) and _is_bodily(iri, scene.graph))
    named &= all(iri in said for iri in bodily)
    return named and ranked.chance >= _NEARLY and scene.verdict.no >= _DENIED


def _is_bodily(iri: Iri, graph: KnowledgeGraph) -> bool:
    """Whether a thing is a muscle, or a part of one."""
    return CALF.MUSCULAR_STRUCTURE in graph.entity(iri).classes


def _is_familiar(scene: Scene) -> bool:
    """Whether the graph has a name or a telling word of a question, or of the one that it leans on."""
    telling = any(mention.weight > _FAINT for mention, _, _ in scene.property_mentions)
    return bool(scene.anchors) or telling or scene.before is not None


def is_left(words: Sequence[Token], ranked: Ranked) -> bool:
    """Whether a reading explains not all of these words."""
    return any(t.index not in ranked.reading.words for t in words)
