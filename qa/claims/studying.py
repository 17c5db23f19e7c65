"""Which study a question means: by its author and year, or by what it tells of it: "the trial of 22 men"."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, pairwise
from math import log

from kg.graph import KnowledgeGraph
from kg.provenance import Source
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.numbers import digits
from qa.remembering import per_graph
from qa.scene import Scene

__all__ = ["study_in"]

_ET_AL = frozenset(("et", "al"))
_ASKED = ("trials", "percents", "grown", "taking_place")  # groups of words of english.toml
_DESIGNS = frozenset(("trial",))  # words for a design that are used of no other
_LEAST, _AHEAD = 4.0, 1.0  # what a description has to tell of a study, and by how much more than of others


def study_in(scene: Scene, graph: KnowledgeGraph) -> tuple[Source, frozenset[int]] | None:
    """The study that a question names or describes, and the words that do; None if it means no one study."""
    if named := _named_in(scene, graph):
        label = stems_of(named.label)
        return named, frozenset(t.index for t in scene.tokens if t.stem in label)
    return _described_in(scene, graph) if _is_of_study(scene) else None


def _named_in(scene: Scene, graph: KnowledgeGraph) -> Source | None:
    """The study that a question names, by its first author and year, or as one names a person."""
    stems = {t.stem for t in scene.tokens}
    named = [one for stem in sorted(stems) for one in _by_author("study", graph).get(stem, ())]
    if not named:
        return None
    inside = {t.stem for before, t in pairwise(scene.tokens) if before.sentence == t.sentence}
    persons = {t.stem for t in scene.unknown if t.text.istitle() and (t.stem in inside or stems >= _ET_AL)}
    whole = (study for label, study in named if stems.issuperset(label))
    return next(chain(whole, (study for label, study in named if label[0] in persons)), None)


@per_graph(1)
def _by_author(kind: str, graph: KnowledgeGraph) -> dict[str, list[tuple[tuple[str, ...], Source]]]:
    """The sources of a kind, with their labels as stems, by the first of these."""
    found: dict[str, list[tuple[tuple[str, ...], Source]]] = defaultdict(list)
    for source in graph.sources():
        if source.kind == kind and (label := tuple(stems_of(source.label))):
            found[label[0]].append((label, source))
    return dict(found)


def _is_of_study(scene: Scene) -> bool:
    """Whether a question is about what one study did or found: "in the trial", "by how many percent".

    Not where it asks how old they were, or how tall: no source tells that.
    """
    words, stems = english().words, [t.stem for t in scene.tokens]
    verbal = words["people"] | words["articles"] - {"a", "an", "the"} | {"to", "first"}  # "my study partner"
    nouns = [t.text.lower() for t in scene.tokens]  # of one: "what do trials show" is about all
    one = "trial" in nouns or any(
        b in words["trials"] and a not in verbal for a, b in zip(stems, nouns[1:], strict=False)
    )
    grown = not (words["percents"].isdisjoint(stems) or words["grown"].isdisjoint(stems))
    more = any(a.stem == "how" and b.text.lower() in english().graded for a, b in pairwise(scene.tokens))
    return (one or grown) and not more


def _described_in(scene: Scene, graph: KnowledgeGraph) -> tuple[Source, frozenset[int]] | None:
    """The study of which a question tells most, if it tells enough of it, and less of every other."""
    known, said = _known("study", graph), defaultdict[str, set[int]](set)
    for token in scene.tokens:
        said[digits(token.stem)].add(token.index)
    for anchor in scene.anchors:
        for iri in anchor.entities:
            said[iri] |= anchor.words
    kinds = _DESIGNS & said.keys()  # a trial is none of the other studies
    meant = {study: marks for study, marks in known.items() if kinds <= marks.keys()} or known
    weights = {study: sum(marks[m] for m in marks.keys() & said.keys()) for study, marks in meant.items()}
    order = sorted(weights, key=lambda study: (-weights[study], study.iri))
    if not order or weights[order[0]] < max([_LEAST, *(weights[one] + _AHEAD for one in order[1:2])]):
        return None
    best = order[0]
    asked = frozenset[str]().union(*(english().words[group] for group in _ASKED))
    return best, frozenset(i for mark in said.keys() & (known[best].keys() | asked) for i in said[mark])


@per_graph(1)
def _known(kind: str, graph: KnowledgeGraph) -> dict[Source, dict[str, float]]:
    """What tells of each study, with how much it tells: the rarer among all studies, the more."""
    found = {source: _marks(_told_of(source)) for source in graph.sources() if source.kind == kind}
    for claim in graph.claims():
        for evidence in (e for e in claim.evidence if e.source in found):
            found[evidence.source] |= {*claim.about, *_marks(f"{claim.label} {evidence.text}")}
    counts = Counter(chain(*found.values()))
    plain = english().function | english().light | english().carrier
    tells = {mark: log(len(found) / count) for mark, count in counts.items() if mark not in plain}
    return {study: {m: tells[m] for m in marks & tells.keys()} for study, marks in found.items()}


def _told_of(study: Source) -> str:
    """What is known of a study apart from what it found."""
    weeks = f"{study.weeks} week" if study.weeks else ""
    return f"{study.label} {study.design} {study.participants} {study.measure} {weeks}"


def _marks(text: str) -> set[str]:
    """The stems of a text, numbers as digits."""
    return set(map(digits, stems_of(text)))
