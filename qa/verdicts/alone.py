"""What a question claims of one thing alone, and of what else it holds: "only the soleus?"."""

from __future__ import annotations

from dataclasses import replace

from kg.schema import Truth
from kg.terms import Iri, Literal, Triple
from qa.forms.logic import Ask
from qa.kind import Desk, Draft, Reading
from qa.model import Item
from qa.parsing.english import english
from qa.parsing.linking import Token
from qa.parsing.measuring import is_not_only
from qa.scene import Scene
from qa.telling.citing import spoken_of
from qa.verdicts.supposing import overlap
from qa.verdicts.twofold import joined
from qa.vocabulary import CALF

_GRADED = (CALF.ENGAGES, CALF.TRAINS, CALF.TYPE, CALF.SAME_AS)
__all__ = ["is_alone", "is_limited", "is_more", "of_both", "others"]


def others(reading: Reading, scene: Scene, desk: Desk) -> dict[Iri, Triple]:
    """Other things for which a statement holds too, in the place of the one that "only" claims it for."""
    only = _only(scene)
    if only is None or not isinstance(reading.form, Ask):
        return {}
    triple = reading.form.triple
    if triple.predicate == CALF.TYPE:
        return _of_class(triple, desk) if any(triple.object in a.classes for a in scene.anchors) else {}
    if triple.predicate == CALF.SAME_AS:
        return {}
    ends = [
        (a.mention.start, iri)
        for a in scene.anchors
        for iri in a.entities
        if iri in (triple.subject, triple.object)
    ]
    named = {iri for _, iri in ends}
    claimed: list[Iri | Literal] = [_claimed(ends, only, scene)] if ends else []
    if len(named) == 1 and scene.tokens[only.index - 1].stem in english().words["articles"]:
        claimed += {triple.subject, triple.object} - named  # "weight is the only thing you may increase"
    found = (_besides(end, triple, desk) for end in claimed)
    named |= {
        iri for t in joined(triple, scene, desk) for iri in (t.subject, t.object) if isinstance(iri, Iri)
    }
    rest = ({iri: t for iri, t in others.items() if iri not in named} for others in found)
    return next(filter(None, rest), {})


def is_alone(reading: Reading, scene: Scene, desk: Desk) -> bool:
    """Whether a statement is known not to hold of any other that the article speaks of.

    What a position does to one head most, it does to others, too.
    """
    only, form, graph = _only(scene), reading.form, desk.graph
    if only is None or not isinstance(form, Ask) or not isinstance(form.triple.object, Iri):
        return False
    subject, predicate, value = form.triple
    if predicate in _GRADED or not set(_GRADED).isdisjoint(graph.property_term(predicate).supers):
        return False
    after = [t for t in scene.tokens[only.index + 1 :] if t.stem not in english().words["articles"]][:1]
    ends = {a.mention.start: i for a in scene.anchors for i in a.entities if i in (subject, value)}
    claimed = next((ends[t.index] for t in after if t.index in ends), None)
    if claimed is None:
        return False
    kin = [i for i in spoken_of(graph.entity(claimed).kind, graph) if not overlap(i, claimed, desk)]
    beside = [(i, value) if claimed == subject else (subject, i) for i in kin if i != claimed]
    rest = [Triple(one, predicate, other) for one, other in beside]
    return bool(rest) and all(graph.truth(t) is Truth.NO for t in rest)


def _of_class(triple: Triple, desk: Desk) -> dict[Iri, Triple]:
    """The others of a class that the article speaks of: "is the gastrocnemius the only calf muscle?"."""
    cls = triple.object
    rest = (i for i in (spoken_of(cls, desk.graph) if isinstance(cls, Iri) else ()) if i != triple.subject)
    return {iri: Triple(iri, CALF.TYPE, cls) for iri in rest}


def _besides(claimed: Iri | Literal, triple: Triple, desk: Desk) -> dict[Iri, Triple]:
    """What a statement holds for too, in the place of one of its ends."""
    if claimed == triple.object:
        values = desk.graph.objects(triple.subject, triple.predicate)
        found = {v: Triple(triple.subject, triple.predicate, v) for v in values if isinstance(v, Iri)}
    elif claimed == triple.subject:
        subjects = desk.graph.subjects(triple.predicate, triple.object)
        found = {s: Triple(s, triple.predicate, triple.object) for s in subjects}
    else:
        return {}
    return {
        iri: t
        for iri, t in found.items()
        if isinstance(claimed, Iri) and iri != claimed and not overlap(iri, claimed, desk)
    }


def _only(scene: Scene) -> Token | None:
    """The word that claims something of one thing alone."""
    return next((t for t in scene.tokens if t.sentence == scene.claimed and _limits(t, scene)), None)


def _claimed(ends: list[tuple[int, Iri]], only: Token, scene: Scene) -> Iri:
    """The end of a statement that "only" is said of: the next one, or the one that is called the only one."""
    if only.text.lower() == "alone":
        return max(ends)[1]
    led = [end for end in ends if _leads(end[0], only, scene)]
    after = [end for end in ends if end[0] > only.index]
    return min(after)[1] if after and not led else max(led or ends)[1]


def of_both(draft: Draft, reading: Reading, scene: Scene, desk: Desk) -> Draft | None:
    """Which it is, where a question asks if something is so of one thing only or of both; else None."""
    form, stems = reading.form, [t.stem for t in scene.asking]
    offered = "or" in stems and "both" in stems and _only(scene) is not None
    if not (offered and isinstance(form, Ask)) or desk.graph.truth(form.triple) is not Truth.YES:
        return None
    fact, rest = desk.say.fact(form.triple), others(reading, scene, desk)
    if len(rest) == 1:
        all_of = (form.triple, *rest.values())
        subjects = [*dict.fromkeys(t.subject for t in all_of)]
        values = [*dict.fromkeys(t.object for t in all_of)]
        said = desk.say.facts(form.triple.predicate, subjects, values)
        items = (*draft.items, *(Item(iri, desk.say.label(iri)) for iri in rest))
        triples = (*draft.triples, *rest.values())
        return replace(draft, lead=f"Both: {said}.", items=items, triples=triples, boolean="")
    if not rest and is_alone(reading, scene, desk):
        return replace(draft, lead=f"Only the one: {fact}.", boolean="")
    return None


def is_more(scene: Scene) -> bool:
    """Whether a question denies that something is so of one thing alone: "it isn't only the soleus"."""
    only = _only(scene)
    return only is not None and is_not_only(only, scene.tokens)


def _leads(start: int, only: Token, scene: Scene) -> bool:
    """Whether the thing named at a place is said to be the only one: "is more weight the only way"."""
    end = next(a.mention.end for a in scene.anchors if a.mention.start == start)
    between = [t.stem for t in scene.tokens[end : only.index]]
    return "the" in between and set(between) <= {"be", "not", "the"}


def is_limited(scene: Scene) -> bool:
    """Whether the question claims something of one thing alone in so many words."""
    return any(t.stem in english().words["limiting"] for t in scene.tokens if t.sentence == scene.claimed)


def _limits(token: Token, scene: Scene) -> bool:
    """Whether a word claims something of one thing alone: "only", or "just" before a name."""
    words, after = english().words, scene.tokens[token.index + 1 :]
    name = next((t.index for t in after if t.stem not in words["articles"]), -1)
    just = token.stem in words["merely"] and any(a.mention.start == name for a in scene.anchors)
    merely = [t.stem for t in after[:1]] in (["a"], ["an"])  # "only a secondary matter"
    return just or (token.stem in words["limiting"] and not merely)
