"""Which reading is meant, and how sure that is: linear in what a reading explains and what it leaves.

A reading is built from the schema's types first; the weights only choose among such readings.
They lie in data/ranking.json and are fitted by scripts/fit_ranking.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from kg.graph import KnowledgeGraph
from kg.schema import Truth
from kg.terms import Iri
from qa.forms.evaluating import exists, holds, members
from qa.forms.logic import Ask, Count, Describe, Either, Form, Select, iris_in, named_in, parts_of, unordered
from qa.kind import Reading
from qa.learnt.weighing import chance, score
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.linking import PART, Mention
from qa.remembering import per_graph
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["Ranked", "confidence", "features_of", "rank", "stands_in", "trust_features"]

_ASIDE = 0.35  # how much a word outside the asking sentence counts
_BEHIND = 1.0  # by how much a reading that stands in for the first may score less
_UNSEEN = 0.01  # probability of a form that the wording does not suggest
_MOST_GAP = 4.0  # lead over the next reading from which more says nothing
_MIDDLING = 3.0  # stands for what the wording says of half a question, of which it says nothing
_DOUBT = 0.01  # added to a probability and to its rest, since their ratio has no bounds
_MANY = 3.0  # unknown words from which more say nothing
# May count for less with a sure wording.
_DAMPED = {name: f"{name}, sure" for name in ("names", "names left", "evidence", "mood", "exclusion left")}
# May count otherwise with a likely reading.
_WEIGHED = {name: f"{name}, likely" for name in ("exclusion left", "empty")}
_NONE = dict.fromkeys(
    ("names", "topics", "names left", "parts left", "topics left", "exclusion left", "masked left"), 0.0
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A reading with its score, the features behind it, and the names it leaves unexplained."""

    reading: Reading
    score: float
    features: Mapping[str, float]
    left: tuple[Mention, ...]

    @property
    def exclusion_left(self) -> bool:
        """Whether an exclusion was left out: the answer may be inverted."""
        return self.features["exclusion left"] > 0

    @property
    def chance(self) -> float:
        """The probability that the wording gives it."""
        return self.features["wording chance"]


@dataclass(frozen=True, slots=True)
class _Part:
    """A name or a frame of a question: its weight, and the share of it that counts where it is left."""

    mention: Mention
    words: frozenset[int]
    weight: float
    share: float
    is_topic: bool = False  # the topic that every question here has
    is_said: bool = True  # not carried over from the question before
    excludes: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """What every reading of a question has to explain: its names, its frames, its unknown words."""

    names: tuple[_Part, ...]
    frames: tuple[_Part, ...]
    unknown: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Nature:
    """What the graph says of a form, whatever the question: if it has members, or is not stated."""

    empty: bool
    unstated: bool
    properties: frozenset[Iri]  # that it speaks of


def rank(readings: Iterable[Reading], scene: Scene) -> list[Ranked]:
    """Readings, best first; of several with one form the best is kept.

    Ties fall by the order of proposals, which depends on nothing but the question and the graph.
    """
    best: dict[tuple[str, object], Ranked] = {}
    proposed = [(reading, _sense(reading)) for reading in readings]
    chances: dict[object, float] = {}
    for reading, sense in proposed:
        chances[sense] = max(reading.chance, chances.get(sense, 0.0))
    most = max(chances.values(), default=0.0)
    for reading, sense in proposed:
        found, left = features_of(reading, scene)
        likely = chances[sense]
        found["wording"] = log((likely + _UNSEEN) / _UNSEEN)
        found["wording chance"] = likely
        found["wording first"] = float(likely > 0 and likely == most)
        for name, damped in _DAMPED.items():
            found[damped] = found[name] * most
        for name, weighed in _WEIGHED.items():
            found[weighed] = found[name] * likely
        total, key = score("rank", found), (reading.kind, sense)
        if key not in best or total > best[key].score:
            best[key] = Ranked(reading, total, found, left)
    return sorted(best.values(), key=lambda r: (-round(r.score, 6), r.reading.kind))


def _sense(reading: Reading) -> object:
    """What shares one chance by the wording: a form, but a list not with the verdict that it settles."""
    return unordered(reading.form), isinstance(reading.form, Select) and reading.kind == "verification"


def confidence(ranked: Sequence[Ranked], scene: Scene) -> float:
    """The probability, from 0 to 1, that the first of these readings is what was meant."""
    return chance("trust", trust_features(ranked, scene))


def trust_features(ranked: Sequence[Ranked], scene: Scene) -> dict[str, float]:
    """What tells whether the first of these readings is right."""
    first, *others = ranked
    unknown = [t for t in scene.unknown if t.sentence == scene.core]
    return {
        "bias": 1.0,
        "score": first.score,
        "gap": min(_MOST_GAP, first.score - max((r.score for r in others), default=0.0)),
        "wording": _MIDDLING if scene.half else first.features["wording"],
        "wording first": first.features["wording first"],
        "names left": first.features["names left"] + first.features["parts left"],
        "wording refuses": log((scene.refused + _DOUBT) / (1 - scene.refused + _DOUBT)),
        "absent left": float(any(t.index not in first.reading.words for t in scene.absent)),
        "strange left": float(any(t.index not in first.reading.words for t in scene.strange)),
        "unknown left": min(_MANY, sum(t.index not in first.reading.words for t in unknown)),
    }


def stands_in(other: Ranked, first: Ranked, scene: Scene) -> bool:
    """Whether a reading may answer where the first one finds nothing.

    It is close behind, leaves no more of what is said, and neither is what everything has, a definition, nor
    leaves open what the first says: who asks where a muscle inserts is not told of its nerve, or its origin.
    Nor does what the article says stand in for evidence, nor a statement on what is not named for a list.
    """
    return (
        other.score > first.score - _BEHIND
        and other.features["frames left"] <= first.features["frames left"]
        and len(other.left) <= len(first.left)
        and other.reading.kind != "definition"
        and (first.reading.kind, other.reading.kind) != ("evidence", "verification")
        and not _leaves_open(other.reading.form, first.reading.form)
        and not (isinstance(other.reading.form, Ask) and _is_of_unsaid(other.reading.form, first, scene))
    )


def _is_of_unsaid(form: Ask, first: Ranked, scene: Scene) -> bool:
    """Whether a statement in place of a list is on a thing that the question does not name."""
    said = {iri for a in scene.anchors for iri in (*a.entities, *a.classes)}
    return isinstance(first.reading.form, Select | Count) and not said.issuperset(named_in(form))


def _leaves_open(form: Form, said: Form) -> bool:
    """Whether a list has a choice in the place of what another list says."""
    if not (isinstance(form, Select) and isinstance(said, Select)):
        return False
    choices = [part.parts for part in parts_of(form.set) if isinstance(part, Either)]
    return any(part in parts_of(said.set) for parts in choices for part in parts)


def features_of(reading: Reading, scene: Scene) -> tuple[dict[str, float], tuple[Mention, ...]]:
    """The features of one reading, and the names it leaves unexplained."""
    said = scene.once("said", lambda: _said(scene))
    nature = _nature(reading.form, scene.graph)
    found = {
        f"kind {reading.kind}": 1.0,
        "evidence": reading.evidence,
        "mood": english().fit(scene.mood, reading.kind),
        "kind chance": scene.suggested.kinds.get(reading.kind, 0.0),
        "words explained": min(3, len(said.unknown & reading.words)),
        "empty": float(nature.empty),
        "unstated": float(nature.unstated),
        **_NONE,
    }
    found["properties named"] = float(len(nature.properties & scene.cued.keys()))
    found["properties unnamed"] = len(nature.properties) - found["properties named"]
    left = _names(reading.words.union(*_rivals(reading, scene)), said.names, found)
    found["frames"] = found["frames left"] = 0.0
    for frame in said.frames:
        if frame.words <= reading.words:
            found["frames"] += frame.weight
        else:
            found["frames left"] += frame.weight * frame.share
    return found, left


@per_graph(16_384)
def _nature(form: Form, graph: KnowledgeGraph) -> _Nature:
    """What the graph says of a form; identity is always known."""
    asked = isinstance(form, Ask) and form.triple.predicate != CALF.SAME_AS
    return _Nature(
        isinstance(form, Select | Count) and not exists(form.set, graph),
        isinstance(form, Ask) and asked and graph.truth(form.triple) is Truth.UNSTATED,
        frozenset(filter(graph.is_property, iris_in(form))),
    )


def _names(words: frozenset[int], names: Iterable[_Part], found: dict[str, float]) -> tuple[Mention, ...]:
    """Add up the names that words explain and leave; returns those left."""
    left: list[Mention] = []
    for name in names:
        if name.words <= words:
            found["topics" if name.is_topic else "names"] += name.weight
        elif name.is_topic:
            found["topics left"] += name.is_said
        elif name.is_said:
            kind = "parts left" if name.weight <= PART else "names left"
            found[kind] += min(name.weight, 1.5) * name.share
            found["exclusion left"] += name.excludes
            left.append(name.mention)
    return tuple(left)


def _rivals(reading: Reading, scene: Scene) -> frozenset[frozenset[int]]:
    """The names to choose from that a reading chooses from: "is that when I go up or down?".

    A definition is of the one chosen. A list has one of them in it, and nothing else: "which does it bias,
    the medial or the lateral head?".
    """
    joints = [t.index for t in scene.asking if t.stem == "or"] if "or" in scene.stems else []
    if not joints or scene.operators("all_of"):
        return frozenset()
    form = reading.form
    pairs = scene.once("alternatives", lambda: _alternatives(scene, joints))
    if isinstance(form, Describe):
        chosen = {a.entities[0] for pair in pairs for a in pair} & {form.iri}
    elif isinstance(form, Select) and reading.kind == "listing":
        named = {a.entities[0] for pair in pairs for a in pair} - iris_in(form)
        chosen = {iri for iri in named if holds(iri, form.set, scene.graph)}
        chosen = chosen if chosen and members(form.set, scene.graph) <= named else set()
    else:
        return frozenset()
    fit = ([a, b] for a, b in pairs if (a.entities[0] in chosen) != (b.entities[0] in chosen))
    return frozenset(anchor.words for pair in fit for anchor in pair)


def _alternatives(scene: Scene, joints: Sequence[int]) -> list[tuple[Anchor, Anchor]]:
    """Neighbouring names of things of one kind with an "or" between them."""
    named = sorted((a for a in scene.anchors if a.entities), key=lambda a: max(a.words))
    return [
        (a, b)
        for a, b in pairwise(named)
        if any(max(a.words) < joint < max(b.words) for joint in joints)
        and scene.graph.entity(a.entities[0]).kind == scene.graph.entity(b.entities[0]).kind
    ]


def _said(scene: Scene) -> _Said:
    """What every reading of a question has to explain."""
    topics = [scene.is_background(a) for a in scene.anchors]
    only_topics = all(topics)
    names = tuple(
        _Part(
            anchor.mention,
            anchor.words,
            min(anchor.mention.weight, 2.0),
            _aside(scene, anchor.mention),
            is_topic=topic and not only_topics,
            is_said=not anchor.words <= scene.carried,
            excludes=anchor.polarity == "out",
        )
        for anchor, topic in zip(scene.anchors, topics, strict=True)
    )
    frames = tuple(
        _Part(mention, frozenset(mention.words), mention.weight, _aside(scene, mention))
        for mention in {m.words: m for m, _, _ in scene.property_mentions}.values()
    )
    return _Said(names, frames, frozenset(t.index for t in scene.unknown))


def _aside(scene: Scene, mention: Mention) -> float:
    """Full weight in the asking sentence, less elsewhere."""
    return 1.0 if scene.tokens[mention.start].sentence == scene.core else _ASIDE
