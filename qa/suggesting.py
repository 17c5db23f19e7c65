"""Questions that have answers: examples, related questions, and neighbours of one not understood."""

from __future__ import annotations

from kg.terms import Iri
from qa.kind import Desk, Reading

__all__ = ["Suggester"]


class Suggester:
    """Suggests questions about one graph."""

    def __init__(self, desk: Desk) -> None:
        """Suggest from this graph."""
        self._desk = desk

    def examples(self) -> tuple[str, ...]:
        """Questions that show what can be asked."""
        return ("Which exercise targets the inner calf?",)

    def related(self, reading: Reading) -> tuple[str, ...]:
        """Further questions on what a reading was about."""
        return self.near(reading.topics)

    def near(self, topics: tuple[Iri, ...]) -> tuple[str, ...]:
        """Three questions about these topics, or the examples."""
        return tuple(f"What is the {self._desk.say.label(iri)}?" for iri in dict.fromkeys(topics))[:3] or self.examples()
