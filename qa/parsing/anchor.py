"""A name in a question, what it may stand for, and whether it is wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.terms import Iri
from qa.lazily import Lazy
from qa.parsing.linking import Mention

__all__ = ["Anchor"]


@dataclass(frozen=True)
class Anchor:
    """A name in a question: the things and classes it may stand for, and its polarity.

    `polarity` is "in" (wanted), "out" (excluded), "only" (nothing besides) or "must" (not without it);
    `bodily` names are of muscles.
    """

    mention: Mention
    entities: tuple[Iri, ...]
    classes: tuple[Iri, ...]
    polarity: str = "in"
    bodily: bool = False

    @Lazy
    def words(self) -> frozenset[int]:
        """The words that name it."""
        return frozenset(self.mention.words)

    def ruled(self, polarity: str) -> Anchor:
        """The name with a polarity: itself, with all that is known of it, if it has that already."""
        return self if polarity == self.polarity else replace(self, polarity=polarity)
