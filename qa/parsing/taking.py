"""What a question takes off a list: "cross off the leg press", "benefits, if looks are out"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph import KnowledgeGraph
from qa.parsing.anchor import Anchor
from qa.parsing.linking import PART, Token
from qa.vocabulary import CALF

__all__ = ["may_be_struck", "struck_off"]

_STRUCK = frozenset((CALF.EXERCISE, CALF.EQUIPMENT, CALF.POSTURE))  # may be taken off a list of exercises
_VERBS = frozenset(("drop", "skip", "cut", "leav", "take", "forget", "put", "kick", "throw"))
_REACH = 3  # words from a verb to the name that it may strike


def struck_off(
    names: tuple[Anchor, ...], tokens: Sequence[Token], graph: KnowledgeGraph
) -> tuple[Anchor, ...]:
    """The names, of those struck off a list the ones that can be on it excluded."""
    moves = [CALF.EXERCISE in a.classes for a in names if a.classes][:1]  # one takes a muscle out of play
    gone = {a.words for a in names if may_be_struck(a, graph) or (a.bodily and any(moves))}
    struck = [a for a in names if a.polarity == "struck"]
    gone |= {a.words for a in struck if _is_of_kind_asked(a, names, tokens, graph)}
    gone -= {a.words for a in names if a.mention.weight <= PART}
    polarity = {a.words: "out" if a.words in gone else "in" for a in struck}
    return tuple(a.ruled(polarity.get(a.words, a.polarity)) for a in names)


def may_be_struck(anchor: Anchor, graph: KnowledgeGraph) -> bool:
    """Whether a name is of an exercise, or of what exercises are done with or in, machines too."""
    kinds = any(CALF.EQUIPMENT in graph.class_term(cls).supers for cls in anchor.classes)
    return kinds or any(graph.entity(iri).classes & _STRUCK for iri in anchor.entities)


def _is_of_kind_asked(
    anchor: Anchor, names: Sequence[Anchor], tokens: Sequence[Token], graph: KnowledgeGraph
) -> bool:
    """Whether a thing, no muscle, is of a class that stands beside it: "benefits, if looks are out"."""
    if any(_tells(t) for t in tokens[max(0, anchor.mention.start - _REACH) : anchor.mention.start]):
        return False
    asked = {cls for a in names if not a.entities or a is names[0] for cls in a.classes}
    kinds = (graph.entity(iri).classes for iri in anchor.entities if not anchor.bodily)
    return any(not asked.isdisjoint(classes) for classes in kinds)


def _tells(verb: Token) -> bool:
    """Whether a verb tells what somebody does, "drops halfway", and strikes nothing."""
    told = verb.text.lower()
    return told.endswith("s") and told != verb.stem and verb.stem in _VERBS
