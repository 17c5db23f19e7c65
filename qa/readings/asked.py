"""A question, and the things that it names, excludes or only describes."""

from __future__ import annotations

from dataclasses import dataclass

from kg.terms import Iri
from qa.kind import Desk
from qa.lazily import Lazy
from qa.limits.describing import Lying, lying
from qa.limits.identifying import Identified, identified
from qa.parsing.anchor import Anchor
from qa.parsing.having import has_enough
from qa.parsing.linking import PART, Token
from qa.parsing.scope import is_kept
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["Asked"]


@dataclass(frozen=True)
class Asked:
    """A question, and the things that it names."""

    scene: Scene
    desk: Desk

    @Lazy
    def anchors(self) -> tuple[Anchor, ...]:
        """The names of things."""
        return tuple(a for a in self.scene.anchors if a.entities and a.mention.weight > PART)

    @Lazy
    def lacked(self) -> tuple[Anchor, ...]:
        """The names but for those of which the question says that they have enough."""
        return tuple(a for a in self.anchors if not has_enough(a, self.scene))

    @Lazy
    def named(self) -> frozenset[Iri]:
        """The things named."""
        return frozenset(iri for a in self.anchors for iri in a.entities)

    @Lazy
    def counted(self) -> frozenset[Iri]:
        """The things named by their numbers, which wordings do not tell apart."""
        numbers = (a for a in self.anchors if any(s.role == "range" for s in a.mention.senses))
        return frozenset(iri for a in numbers for iri in a.entities)

    @Lazy
    def described(self) -> frozenset[Iri]:
        """The things that are only described."""
        return frozenset(one.thing for one in self.identified) - self.named

    @Lazy
    def identified(self) -> tuple[Identified, ...]:
        """The things that are described, with the words that do so."""
        return identified(self.scene, self.desk)

    @Lazy
    def lying(self) -> tuple[Lying, ...]:
        """The muscles that are only described, by where they lie."""
        return tuple(one for one in lying(self.scene, self.desk) if one.thing not in self.named)

    @Lazy
    def meant(self) -> frozenset[Iri]:
        """The things named, and those that are described instead."""
        return self.named | self.described

    @Lazy
    def unwanted(self) -> frozenset[Iri]:
        """The things excluded."""
        return frozenset(iri for a in self.anchors if a.polarity == "out" for iri in a.entities)

    @Lazy
    def likeness(self) -> frozenset[Iri]:
        """The classes by which a thing is like one that may take its place."""
        named = (*(a.entities[0] for a in self.lacked), *(one.thing for one in self.lying))
        return frozenset().union(*map(self.desk.connector.telling_of, named))

    @Lazy
    def gear(self) -> frozenset[Iri]:
        """The kinds of equipment that are wanted: a free weight."""
        kinds = frozenset(cls for a in self.scene.anchors if a.polarity == "in" for cls in a.classes)
        is_a = self.desk.connector.is_a
        return frozenset(cls for cls in kinds - {CALF.EQUIPMENT} if is_a(cls, CALF.EQUIPMENT))

    @Lazy
    def employed(self) -> tuple[Iri, ...]:
        """The pieces of equipment that are named, and not kept: "everything is taken but the leg press"."""
        named = (i for a in self.anchors if not is_kept(a, self.scene.tokens) for i in a.entities)
        return tuple(i for i in named if CALF.EQUIPMENT in self.desk.connector.classes_of(i))

    @Lazy
    def unknown(self) -> frozenset[int]:
        """The words that nothing explains."""
        return frozenset(t.index for t in self.scene.unknown)

    @Lazy
    def rest(self) -> tuple[Token, ...]:
        """The words that are in no name and name nothing that the graph cannot hold."""
        taken = {t.index for t in self.scene.absent}.union(*(a.words for a in self.scene.anchors))
        return tuple(t for t in self.scene.tokens if t.index not in taken)
