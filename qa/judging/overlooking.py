"""What an answer leaves of a question: words that it does without, names that it says nothing of."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from qa.judging.ranking import Ranked
from qa.scene import Scene

__all__ = ["left_aside"]


def left_aside(scene: Scene, best: Ranked, given: AbstractSet[str]) -> tuple[str, ...]:
    """The words and names of the question that the answer does without, in order; those of chat last.

    A name of one of the things `given` in answer is not left aside: "is it 15-25?" is told of that range.
    """
    used = best.reading.words
    words = {t.index: t.text for t in scene.unknown if t.index not in used}
    names = {
        m.start: " ".join(scene.tokens[i].text for i in m.words)
        for m in best.left
        if scene.tokens[m.start].sentence == scene.core
        and m.weight >= 1
        and not used & set(m.words)
        and given.isdisjoint(sense.name for sense in m.senses)
    }
    return (*(text for _, text in sorted({**words, **names}.items())), *scene.parse.aside)
