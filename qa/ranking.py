"""Which reading is meant: what a reading explains of the question, less what it leaves unexplained.

No learned number decides alone: a reading is built from the schema's types first, and one that
leaves an exclusion or a content word unexplained is never answered (`Verdict`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qa.english import english
from qa.evaluating import members
from qa.kind import Reading
from qa.linking import Mention
from qa.logic import Count, Form, Select, canonical
from qa.scene import Scene

__all__ = ["Ranked", "rank"]

_QUOTED = re.compile(r'"(https?://[^"]+)"')
# Weights, fitted by hand on the development questions (tests/questions) and nowhere else.
_NAME = 1.5  # a name explained, per content word
_FRAME = 0.5  # a property's words explained, per content word
_NAME_LEFT = 1.6  # a name left out
_BACKGROUND_LEFT = 0.15  # "calf", "exercise": the topic of every question
_EXCLUSION_LEFT = 4.0  # an exclusion left out: the answer would be inverted
_FRAME_LEFT = 0.25
_ASIDE = 0.35  # factor for what stands outside the asking sentence
_KIND = 1.6  # times the wording model's probability of the kind
_TARGET = 1.5  # times its probability of what is asked for
_NO_HINT = 0.15  # probability of kinds that the corpus does not know
_EMPTY = 1.2  # a list without members
_UNKNOWN = 0.7  # a content word that nothing explains


@dataclass(frozen=True, slots=True)
class Ranked:
    """A reading with its score, and what it leaves of the question."""

    reading: Reading
    score: float
    left: tuple[Mention, ...]  # names not explained
    exclusion_left: bool


def rank(readings: Iterable[Reading], scene: Scene) -> list[Ranked]:
    """Readings, best first; of several with one form the best is kept; ties fall by form, never by chance."""
    best: dict[tuple[str, str], Ranked] = {}
    for reading in readings:
        ranked = _ranked(reading, scene)
        key = (reading.kind, canonical(reading.form))
        if key not in best or ranked.score > best[key].score:
            best[key] = ranked
    return sorted(best.values(), key=lambda r: (-round(r.score, 6), r.reading.kind, canonical(r.reading.form)))


def _ranked(reading: Reading, scene: Scene) -> Ranked:
    """One reading scored."""
    score = reading.evidence + 0.6 * english().fit(scene.mood, reading.kind)
    score += _KIND * scene.hint.kinds.get(reading.kind, _NO_HINT)
    score += _TARGET * max((p for iri, p in scene.hint.targets.items() if iri in _iris(reading.form)), default=0.0)
    left: list[Mention] = []
    exclusion_left = False
    for anchor in scene.anchors:
        weight = anchor.mention.weight
        aside = _aside(scene, anchor.mention)
        background = scene.is_background(anchor)
        if anchor.words <= reading.words:
            score += _NAME * weight * (0.3 if background else 1.0)
        elif background:
            score -= _BACKGROUND_LEFT
        else:
            score -= _NAME_LEFT * min(weight, 1.5) * aside
            left.append(anchor.mention)
            if anchor.polarity == "out":
                score -= _EXCLUSION_LEFT
                exclusion_left = True
    for mention in {m.words: m for m, _, _ in scene.property_mentions}.values():
        explained = set(mention.words) <= reading.words
        score += _FRAME * mention.weight if explained else -_FRAME_LEFT * mention.weight * _aside(scene, mention)
    score -= sum(_UNKNOWN * (1.0 if t.sentence == scene.core else _ASIDE) for t in scene.unknown)
    if isinstance(reading.form, Select | Count) and not members(reading.form.set, scene.graph):
        score -= _EMPTY
    return Ranked(reading, score, tuple(left), exclusion_left)


def _iris(form: Form) -> frozenset[str]:
    """Every IRI that a form names."""
    return frozenset(_QUOTED.findall(canonical(form)))


def _aside(scene: Scene, mention: Mention) -> float:
    """Full weight in the asking sentence, less elsewhere."""
    return 1.0 if scene.tokens[mention.start].sentence == scene.core else _ASIDE

