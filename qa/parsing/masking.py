"""A question as the wording model sees it: muscles and exercises replaced by masks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from kg.graph import KnowledgeGraph
from kg.terms import Iri
from qa.parsing.anchor import Anchor
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import PART, POINTED_OUT, Token
from qa.vocabulary import MASKS

__all__ = ["mask_of", "masked"]

_NUMBER = "<N>"  # the mask of any number


@cache
def mask_of(classes: frozenset[Iri]) -> str:
    """The mask of a thing of these classes; "" if it has none."""
    return next((mask for cls, mask in MASKS.items() if cls in classes), "")


def masked(
    tokens: Sequence[Token],
    anchors: Iterable[Anchor],
    graph: KnowledgeGraph,
    asking: frozenset[int],
    *,
    named: bool = False,
) -> tuple[str, ...]:
    """The stems of a sentence, each muscle and exercise as one mask; words of `asking` inside a name stay.

    `tokens` are those of the sentence, `anchors` the names of the whole question, and `asking` the
    words of question cues, which a name may hold: "how many" in "how many sets a week".
    With `named`, a mask is the thing's own name in the graph, however the question says it. A thing that
    is pointed out ("the second") is read by its label.
    """
    masks: dict[int, tuple[str, ...]] = {}
    inside: set[int] = set()
    for anchor in anchors:
        if anchor.entities and anchor.mention.weight > PART:
            mask = mask_of(graph.entity(anchor.entities[0]).classes)
            if mask:
                own = anchor.entities[0].rpartition("#")[2]
                masks[anchor.mention.start] = (f"<{own if named else mask}>",)
                inside |= {i for i in range(anchor.mention.start, anchor.mention.end) if i not in asking}
            elif any(sense.role == POINTED_OUT for sense in anchor.mention.senses):
                masks[anchor.mention.start] = stems_of(graph.entity(anchor.entities[0]).label)
    out: list[str] = []
    for token in tokens:
        if token.index in masks:
            out += masks[token.index]
        elif token.stem and token.index not in inside:  # a word that was not typed has none
            out.append(_NUMBER if token.stem.isdigit() else token.stem)
    return tuple(out)
