"""A second look at messages that are refused or unclear: without chat, or with a strange word as a slip."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qa.judging.doubting import doubted
from qa.judging.ranking import Ranked, confidence
from qa.judging.refusing import Refuser
from qa.parsing.nlp import Parse, Reader
from qa.scene import Scene
from qa.talk.winnowing import is_unclear, winnowed

__all__ = ["mended"]

_MENDED = 0.8  # confidence from which no word is doubted, and what would be refused is mended
_UNSURE = 0.6  # the same from which only words that were guessed at are doubted
_SURER = 0.05  # by how much it is surer then
_CLEAR = 0.75  # the same of what would be refused with the chat in it
_CLEARER = 0.05  # by how much what is unclear is surer without
_PLAIN = 0.5  # probability by the wording that it has then

_Heard = tuple[Scene, list[Ranked]]
_Read = Callable[[Parse], _Heard]


def mended(
    scene: Scene, ranked: list[Ranked], sure: float, read: _Read, refuser: Refuser, reader: Reader
) -> _Heard | None:
    """How a message that is refused, 0 `sure`, or unclear, is read more surely; None if it is not.

    Without sentences of chat, as few as will do, or with a strange word as a slip of another.
    """
    if is_unclear(ranked, sure):
        least = sure + _CLEARER if sure else _CLEAR
        for parses in winnowed(scene, reader):
            if found := _surest(map(read, parses), least, refuser, _PLAIN):
                return found
    if sure >= _MENDED:
        return None
    least = sure + _SURER if sure else _MENDED
    return _surest(map(read, doubted(scene, reader, guessed=sure > _UNSURE)), least, refuser)


def _surest(heard: Iterable[_Heard], least: float, refuser: Refuser, plain: float = 0.0) -> _Heard | None:
    """What is read most surely, at `least` so, by wording as `plain` as that; None without."""
    best = None
    for scene, ranked in heard:
        trusted = refuser.is_trusted(scene, ranked) and ranked[0].chance >= plain
        if trusted and (sure := confidence(ranked, scene)) >= least:
            best, least = (scene, ranked), sure
    return best
