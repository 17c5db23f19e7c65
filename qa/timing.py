"""How long the stages of an answer take."""

from __future__ import annotations

from time import perf_counter

from qa.model import Answer

__all__ = ["Clock"]


class Clock:
    """Milliseconds per stage."""

    def __init__(self) -> None:
        """Start now."""
        self._last = perf_counter()
        self._laps: dict[str, float] = {}

    def lap(self, stage: str) -> None:
        """Note the time since the last lap as a stage's."""
        now = perf_counter()
        self._laps[stage] = round((now - self._last) * 1000, 3)
        self._last = now

    def stamp(self, answer: Answer) -> Answer:
        """The answer with its timings."""
        answer.timings_ms.update(self._laps, total=round(sum(self._laps.values()), 3))
        return answer
