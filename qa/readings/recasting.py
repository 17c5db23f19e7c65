"""What a wording means, in the kind that the outward form of a question asks for: a count, a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.evaluating import exists
from qa.forms.logic import (
    Ask,
    Because,
    Compare,
    Count,
    Describe,
    Form,
    Kind,
    Linked,
    Select,
    Set,
    Thing,
    either,
    every,
    excluded_in,
    named_in,
    parts_of,
)
from qa.parsing.english import english
from qa.quantifying import quantified
from qa.readings.asked import Asked
from qa.readings.remedying import remedied
from qa.telling.describing import noted_reasons
from qa.vocabulary import CALF

__all__ = ["as_asked"]

_MOST: Final = 3  # things that are compared at once
_OPENING: Final = frozenset(("what", "be", "describ", "explain", "defin"))  # before what is told in full
_OF_REMEDY: Final = ("reason", "definition", "listing")  # kinds that a wording may mean of what is neglected
_ASKING_NO_NUMBER: Final = ("none", "ask")  # moods in which steps are asked for, not how many there are
_NAMING: Final = ("noun", "verb")  # roles of words that name a property
#: Words by which something is needed, lacking or in another's place.
_OF_NEED: Final = ("needing", "lacking", "barring", "sparing", "replacing", "limiting", "forgoing")


def as_asked(kind: str, form: Form, asked: Asked) -> tuple[str, Form]:
    """A kind and a form; of a list whose length is asked for, the count; of two names of a thing, that."""
    scene = asked.scene
    if kind in _OF_REMEDY and (remedy := remedied(form, asked)):
        return "reason", remedy
    if isinstance(form, Compare):
        return _compared(form, asked) or (kind, form)
    if kind == "definition" and isinstance(form, Describe) and (cls := _class_of(form, asked)):
        return "listing", Select(Kind(cls))
    if kind == "listing" and isinstance(form, Select):
        return _described(form, asked) or _listed(form, asked)
    if isinstance(form, Count):
        return _counted(kind, form, asked)
    if kind == "verification":
        return _untested(form, asked) if scene.wh else _verified(form, asked)
    if kind == "reason" and (quantity := _weighed(form, asked)):
        amounts = Linked(CALF.PRESCRIBES, Thing(quantity))
        return "quantity", Select(every([Kind(CALF.PRESCRIPTION), amounts]))
    return kind, form


def _counted(kind: str, form: Count, asked: Asked) -> tuple[str, Form]:
    """A count; of steps, where no number is asked for, the steps: "step by step, please"."""
    steps = Kind(CALF.STEP) in parts_of(form.set) and asked.scene.mood in _ASKING_NO_NUMBER
    return ("procedure", Select(form.set, CALF.STEP_NUMBER)) if steps else (kind, form)


def _described(form: Select, asked: Asked) -> tuple[str, Form] | None:
    """The definition of a thing of which a question asks for several things at once; None of none.

    "Describe the soleus: depth, shape, origin": all of it stands in the definition.
    """
    scene, things = asked.scene, [a for a in asked.anchors if a.entities]
    if len(things) != 1 or things[0].entities[0] not in named_in(form):
        return None
    opening = scene.clause_of(scene.tokens[things[0].mention.start])
    respects = [t for t in scene.asking if t.clause > opening[-1].clause]
    naming = {m.start: m.words for found in scene.cued.values() for m, role in found if role != "verb"}
    plain = english().words["articles"] | english().words["joining"] | {"it"}
    bare = {t.stem for t in opening if t.index not in things[0].words} <= plain | _OPENING
    told = {i for words in naming.values() for i in words}
    listed = all(t.index in told or t.stem in plain for t in respects)
    several = sum(t.index in naming for t in respects) > 1
    return ("definition", Describe(things[0].entities[0])) if bare and listed and several else None


def _verified(form: Form, asked: Asked) -> tuple[str, Form]:
    """What a question for a verdict comes to: a list of all that it asks of, a use of a thing, or itself."""
    if isinstance(form, Ask) and (all_of := _of_all_in(form, asked)):
        return "listing", all_of
    use = _used(form, asked) if isinstance(form, Select) else None
    return "verification", (form if use is None else Ask(use))


def _listed(form: Select, asked: Asked) -> tuple[str, Form]:
    """What a list comes to: a range that an amount is held against, a count, or a list."""
    if (within := _in_range(form, asked)) is not None:
        return "quantity", within
    form = _brought_about(form, asked) or form
    return ("counting", Count(form.set)) if asked.scene.mood == "count" else ("listing", form)


def _compared(form: Compare, asked: Asked) -> tuple[str, Form] | None:
    """What a comparison comes to: that two names are of one thing, or one respect; None for itself."""
    named = [a.entities for a in asked.anchors if set(a.entities) & set(form.things)]
    if len(named) > 1 and len(set(named)) == 1:
        return "comparison", Ask(Triple(named[0][0], CALF.SAME_AS, named[0][0]))
    if asked.scene.operators("common") and not asked.scene.operators("compare"):
        form = replace(form, common=True)
    own = tuple(thing for thing in form.things if thing in asked.named)
    if len(own) > 1:
        form = replace(form, things=own)  # of three that often are compared
    if form.common or not asked.scene.operators("compare"):
        return ("comparison", form) if len(own) > 1 else None
    form = _of_all_named(form, asked)
    respect = _in_one_respect(form, asked)
    return ("listing", respect) if respect else ("comparison", form)


def _brought_about(form: Select, asked: Asked) -> Select | None:
    """What brings an effect about, where the wording asks what it is on, and the question for no such thing.

    "What happens to the lever arm of the lateral head?" does not ask whose lever arm it is.
    """
    effects = [
        p.to for p in parts_of(form.set) if isinstance(p, Linked) and p.property == CALF.AFFECTS and p.inverse
    ]
    desk, sought = asked.desk, [cls for a in asked.scene.sought for cls in a.classes]
    if len(effects) != 1 or any(desk.connector.is_a(cls, CALF.ANATOMICAL_STRUCTURE) for cls in sought):
        return None
    causes = Select(Linked(CALF.HAS_EFFECT, effects[0]))
    return causes if exists(causes.set, desk.graph) else None


def _in_range(form: Select, asked: Asked) -> Select | None:
    """The range itself, where a question holds an amount against it and names no goal: "is 20 high?"."""
    served = [
        part.to.iri
        for part in parts_of(form.set)
        if isinstance(part, Linked) and part.property == CALF.FOR_GOAL and isinstance(part.to, Thing)
    ]
    graph, named = asked.desk.graph, [i for a in asked.scene.anchors for i in (*a.entities, *a.classes)]
    if len(served) != 1 or not asked.scene.polar or asked.scene.stated is None:
        return None
    if served[0] in named or any(asked.desk.connector.stands(i, CALF.GOAL) for i in named):
        return None
    goals, told = graph.objects(served[0], CALF.FOR_GOAL), graph.objects(served[0], CALF.PRESCRIBES)
    ends = [(CALF.PRESCRIBES, told), (CALF.FOR_GOAL, goals)]
    links = [Linked(prop, Thing(end)) for prop, found in ends for end in found[:1] if isinstance(end, Iri)]
    return Select(every([Kind(CALF.PRESCRIPTION), *links])) if len(links) == len(ends) else None


def _class_of(form: Describe, asked: Asked) -> Iri | None:
    """The class of which a question asks for all, naming none of them: "the benefits of strong calves"."""
    said = [a for a in asked.scene.anchors if not a.words <= asked.scene.carried]
    if any(not asked.scene.is_background(a) for a in said if a.entities) or asked.scene.wh != "what":
        return None
    own = asked.desk.connector.classes_of(form.iri)
    several = (a for a in said if asked.scene.tokens[a.mention.end - 1].text.lower().endswith("s"))
    return next((cls for a in several for cls in a.classes if cls in own), None)


def _of_all_named(form: Compare, asked: Asked) -> Compare:
    """A comparison with whatever else of its kind the question names: "toes in, toes out and neutral"."""
    said = (a for a in asked.anchors if a.polarity == "in" and not a.words <= asked.scene.carried)
    named = tuple(dict.fromkeys(i for a in said for i in a.entities[:1]))
    alike = tuple(i for i in named if all(asked.desk.connector.alike(i, thing) for thing in form.things))
    return replace(form, things=alike) if set(alike) > set(form.things) and len(alike) <= _MOST else form


def _in_one_respect(form: Compare, asked: Asked) -> Select | None:
    """What the things compared have of the property that the question names: "differ in where they begin"."""
    graph, scene = asked.desk.graph, asked.scene
    differing = {scene.tokens[m.start].clause for m in scene.operators("compare")}
    named = {cls for a in scene.anchors for cls in a.classes} | asked.named
    if any(named.isdisjoint((thing, *asked.desk.connector.classes_of(thing))) for thing in form.things):
        return None
    for prop, said in sorted(scene.cued.items()):
        naming = (m for m, role in said if role in _NAMING and m.weight >= 1)
        plain = any(scene.tokens[m.start].clause in differing for m in naming)
        if plain and all(graph.objects(thing, prop) for thing in form.things):
            kind = graph.property_term(prop).range
            links: list[Set] = [Linked(prop, Thing(thing), inverse=True) for thing in form.things]
            return Select(every([*([Kind(kind)] if kind else []), either(links)]))
    return None


def _of_all_in(form: Ask, asked: Asked) -> Select | None:
    """What in a class has a property that a question asks of all in it: "do all exercises use toes in?"."""
    whole, (subject, predicate, value) = quantified(asked.scene), form.triple
    named = {i for a in asked.scene.anchors for i in a.entities}
    if whole is None or subject in named or not isinstance(value, Iri):
        return None
    own = asked.desk.connector.classes_of(subject)
    kind = next((cls for cls in whole.anchor.classes if cls in own), None)
    if kind is None:
        return None
    links = asked.desk.connector.links(asked.scene, kind, whole.narrowed)[:1] if whole.narrowed else ()
    node = every([Kind(kind), *(link.set for link in links), Linked(predicate, Thing(value))])
    return Select(node) if exists(node, asked.desk.graph) else None


def _used(form: Select, asked: Asked) -> Triple | None:
    """The use of a thing that a question asks for where the wording alone would ask if it is needed.

    "Is there a donkey raise that uses a machine?" says of no thing that it is needed, lacking or replaced.
    """
    scene, desk, words = asked.scene, asked.desk, english().words
    unwanted = excluded_in(form)
    gear = [
        (a, i)
        for a in scene.anchors
        for i in (*a.entities, *a.classes)
        if not a.words <= scene.carried and desk.connector.stands(i, CALF.EQUIPMENT)
    ]
    needed = frozenset().union(*(words[group] for group in _OF_NEED)) | {"have", "without"}
    said = {t.stem for t in scene.tokens if t.index not in scene.leading}
    exercises = [i for i in named_in(form) if desk.connector.stands(i, CALF.EXERCISE)]
    if {i for _, i in gear} != set(unwanted) or any(a.polarity != "in" for a, _ in gear) or needed & said:
        return None
    if scene.absent:
        return None  # "does my partner sit on my shoulders?"
    used = (
        Triple(exercise, CALF.USES_EQUIPMENT, thing)
        for exercise in exercises
        for way in (exercise, *sorted(desk.graph.subjects(CALF.VARIATION_OF, exercise)))
        for thing in desk.graph.objects(way, CALF.USES_EQUIPMENT)
        if isinstance(thing, Iri) and any(thing == i or desk.connector.stands(thing, i) for i in unwanted)
    )
    if len(exercises) == 1 and len(unwanted) == 1 and all(map(desk.connector.is_thing, unwanted)):
        unstated = Triple(exercises[0], CALF.USES_EQUIPMENT, *unwanted)
        return next(used, unstated)
    return next(used, None)


def _weighed(form: Form, asked: Asked) -> Iri | None:
    """The quantity of which a question holds an amount to the advice, and asks no why: "3x a week, cool?"."""
    scene = asked.scene
    if not scene.stated or scene.cue("reason") or not isinstance(form, Because) or len(form.triples) != 1:
        return None
    (triple,) = form.triples
    if triple.predicate != CALF.PRESCRIBES or not isinstance(triple.object, Iri):
        return None
    return triple.object if any(t.stem in english().fine for t in scene.asking) else None


def _untested(form: Form, asked: Asked) -> tuple[str, Form]:
    """What a question word asks of that on which the wording alone would want a verdict.

    "Why is there no inner calf muscle?" wants the reason; other question words want what is so.
    """
    if not isinstance(form, Ask):
        return ("definition" if isinstance(form, Describe) else "listing"), form
    truth = asked.desk.graph.truth(form.triple)
    if asked.scene.mood == "why" and noted_reasons(form.triple, asked.desk.graph):
        return "reason", Because((form.triple,), truth is Truth.NO)
    return "facts", form
