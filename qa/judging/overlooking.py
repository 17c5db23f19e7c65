"""What an answer leaves of a question: words that it does without, names that it says nothing of."""

from __future__ import annotations

from kg.terms import Iri
from qa.judging.ranking import Ranked
from qa.kind import Draft
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.outline import HIGHEST, LOWEST
from qa.scene import Scene

__all__ = ["left_aside"]


def left_aside(scene: Scene, best: Ranked, draft: Draft) -> tuple[str, ...]:
    """The words and names of the question that the answer does without, in order; those of chat last.

    A name is not left aside where the first sentence says it too, or a statement or a result is of what it
    names: "is it 15-25?" is told of that range.
    """
    used, told = best.reading.words | _limits(scene, best), _told(draft)
    words = {t.index: t.text for t in scene.unknown if t.index not in used}
    names = [
        m
        for m in best.left
        if scene.tokens[m.start].sentence == scene.core
        and m.weight >= 1
        and not used & set(m.words)
        and told.isdisjoint(sense.name for sense in m.senses)
    ]
    said = frozenset(stems_of(draft.lead) if names else ())
    left = {m.start: m for m in names if not said.issuperset(scene.tokens[i].stem for i in m.words)}
    texts = {n: " ".join(scene.tokens[i].text for i in m.words) for n, m in left.items()}
    return (*(text for _, text in sorted({**words, **texts}.items())), *scene.parse.aside)


def _limits(scene: Scene, best: Ranked) -> frozenset[int]:
    """The words that ask for one end of a range, where that is told: "the fewest repetitions"."""
    ends = {HIGHEST: "most", LOWEST: "fewest"}
    stems = english().words[ends[best.reading.note]] if best.reading.note in ends else frozenset()
    return frozenset(t.index for t in scene.asking if t.stem in stems)


def _told(draft: Draft) -> frozenset[str]:
    """The things that an answer gives, or says something of."""
    ends = {end for t in draft.triples for end in (t.subject, t.object) if isinstance(end, Iri)}
    return frozenset(ends | {item.iri for item in draft.items})
