"""Whether a question is a statement of the graph in so many words: "does the soleus cross the ankle?"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.logic import Ask, Form
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.parsing.linking import Mention
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["is_put_the_other_way", "is_stated"]

_FULL = 0.8  # weight of a whole name; less have single words of one
_BE = frozenset(("be",))
_DONE = ("ed", "en", "own")  # endings of what is done to something
_LONG = 60  # words from which a message says more than one statement
_NEAR = 2  # words from "is" to a name: "is the soleus a joint"
_REACH = 6  # words from "is" to what is done: "is the big calf muscle hidden"


def is_stated(form: Form, scene: Scene) -> bool:
    """Whether both ends of a statement are named, a verb for it stands between, and nothing else is said.

    Nothing but the graph is then needed to say whether it is so: no "not", no "only", no second sentence.
    """
    if not isinstance(form, Ask) or not scene.may_be_polar or scene.before is not None:
        return False
    if len(scene.tokens) > _LONG:
        return False
    return scene.once(("stated", form.triple), lambda: _is_stated(form, scene))


def is_put_the_other_way(form: Form, scene: Scene) -> bool:
    """Whether a question exchanges the ends of a statement: "does the tendon insert into the soleus?"."""
    if not isinstance(form, Ask) or is_stated(form, scene):
        return False
    subject, predicate, value = form.triple
    if not isinstance(value, Iri):
        return False
    back = Triple(value, predicate, subject)
    if not scene.graph.is_property(predicate) or scene.graph.truth(back) is Truth.YES:
        return False
    return is_stated(Ask(back), scene) and _is_stated(Ask(back), scene, plain=True)


def _is_stated(form: Ask, scene: Scene, *, plain: bool = False) -> bool:
    """The same, with any verb for the property, or with one that it is `plain`ly said with."""
    subject, predicate, value = form.triple
    if predicate == CALF.TYPE:
        return _is_classed(form.triple, scene)
    if not isinstance(value, Iri) or not scene.graph.is_property(predicate):
        return False
    if predicate == CALF.LITTLE_AFFECTED_BY:
        return False  # no verb says "little"
    inverse = scene.graph.property_term(predicate).inverse
    closed = english().words
    helping = closed["auxiliary"] | {"have"}
    limiting = {t.index for t in scene.tokens if t.stem in closed["limiting"]}  # "work only"
    for verb, prop, role in scene.property_mentions:
        if prop not in (predicate, inverse) or role not in ("verb", "inverse"):
            continue
        stems = {scene.tokens[i].stem for i in verb.words}
        if predicate == CALF.USES_EQUIPMENT and stems & closed["needing"]:
            continue  # what can be used may not be needed
        if (stems <= helping and stems != _BE) or stems & closed["isolating"] or _is_done_to(verb, scene):
            continue
        if plain and stems.isdisjoint(stems_of(scene.graph.property_term(prop).says)):
            continue
        turned = ((prop == predicate) != (role == "verb")) != _is_passive(verb, scene)
        first, last = (value, subject) if turned else (subject, value)
        for a, b in _around(first, last, scene):
            ahead = stems == _BE and verb.end <= a.mention.start  # "is the soleus broad?"
            within = ahead or (a.mention.end <= verb.start and verb.end <= b.mention.start)
            longer = (
                m.words for m, _, _ in scene.property_mentions if m.start == verb.start
            )  # "bring about"
            told = frozenset(i for words in longer for i in words if i not in limiting)
            if within and _is_bare(told.union(a.words, b.words), (first, last), scene):
                return True
    return False


def _is_classed(triple: Triple, scene: Scene) -> bool:
    """Whether a question says that one thing is one of a class, and it is none: "is pausing a mistake?"."""
    if scene.graph.truth(triple) is not Truth.NO:
        return False  # of what is one, more can be told
    for name in (a for a in scene.anchors if triple.subject in a.entities and a.polarity == "in"):
        for cls in (a for a in scene.anchors if triple.object in a.classes and not a.entities):
            between = [t.stem for t in scene.tokens[name.mention.end : cls.mention.start]]
            before = [t.stem for t in scene.tokens[: name.mention.start][-_NEAR:]]
            is_one = between[-1:] in (["a"], ["an"]) and ("be" in between or "be" in before)
            if is_one and _is_bare(name.words | cls.words | scene.leading, (triple.subject,), scene):
                return True
    return False


def _is_passive(verb: Mention, scene: Scene) -> bool:
    """Whether a verb is turned round by a "by" that is no part of it: "is it covered by the soleus?"."""
    return any(t.stem == "by" for t in scene.tokens[verb.end : verb.end + 1])


def _is_done_to(verb: Mention, scene: Scene) -> bool:
    """Whether something is done to what stands before a verb, with no "by": "is it hidden under it?"."""
    word, before = scene.tokens[verb.start], scene.tokens[: verb.start]
    done = word.text.lower().endswith(_DONE) and word.stem != word.text.lower()
    return (
        len(verb.words) == 1
        and done
        and any(t.stem == "be" for t in before[-_REACH:])
        and not _is_passive(verb, scene)
    )


def _around(first: Iri, last: Iri, scene: Scene) -> Iterator[tuple[Anchor, Anchor]]:
    """The whole names of two things, one before the other."""
    whole = [a for a in scene.anchors if a.mention.weight >= _FULL and a.polarity == "in"]
    for one in whole:
        yield from ((one, other) for other in whole if first in one.entities and last in other.entities)


def _is_bare(words: frozenset[int], ends: tuple[Iri, ...], scene: Scene) -> bool:
    """Whether a message has nothing beside these words that may change what is said of two things.

    Their classes say no more of them, "a toes-in position", nor do the rest of their names.
    """
    closed, named = english().words, [scene.graph.entity(iri) for iri in ends]
    kinds = frozenset().union(*(entity.classes for entity in named))
    words = words.union(*(a.words for a in scene.anchors if not kinds.isdisjoint(a.classes)), scene.opening)
    bare = closed["bare"].union(*(stems_of(entity.mention) for entity in named)) - closed["denying"]
    words |= _reporting(min(words & {i for a in scene.anchors for i in a.words}), scene)
    rest = [t.stem for t in scene.tokens if t.index not in words]
    needed = "must" in rest or ["have", "to"] in [[a, b] for a, b in pairwise(rest)]
    return not needed and bare.issuperset(rest)


def _reporting(start: int, scene: Scene) -> frozenset[int]:
    """The words before a claim that only tell who makes it: "my friend says that ...", not "denies"."""
    closed, core = english().words, scene.tokens[start].sentence
    lead = [t for t in scene.tokens[:start] if t.sentence == core]
    stems = {t.stem for t in lead}
    doubts = closed["denying"] | closed["limiting"] | closed["untrue"] | closed["refuting"] | english().faulty
    told = not stems.isdisjoint(closed["claiming"]) and stems.isdisjoint(doubts)
    return frozenset(t.index for t in lead) if told else frozenset()
