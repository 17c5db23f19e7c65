"""The names of a question in the places of a meaning's form, as far as the graph lets them stand there."""

from __future__ import annotations

from functools import cache
from itertools import islice, pairwise

from kg.schema import Truth
from kg.terms import Iri, Triple
from qa.forms.canonical import substituted
from qa.forms.evaluating import exists
from qa.forms.logic import (
    Ask,
    Because,
    Compare,
    Count,
    Either,
    Every,
    Form,
    Linked,
    Select,
    Set,
    Without,
    excluded_in,
    iris_in,
    named_in,
)
from qa.kind import Desk
from qa.limits.describing import WAYS
from qa.parsing.anchor import Anchor
from qa.parsing.english import english
from qa.parsing.having import is_well
from qa.parsing.lexicon import stems_of
from qa.parsing.masking import mask_of
from qa.readings.asked import Asked
from qa.readings.cueing import own_cue
from qa.readings.keeping import is_carried, is_of_doing, points
from qa.readings.naming import as_named
from qa.readings.pruning import pruned
from qa.readings.widening import widened
from qa.vocabulary import CALF

__all__ = ["filled_in", "is_held", "is_out_of_reach"]

_MAY_BE_EMPTY = ("listing", "quantity", "verification", "procedure")
_APART = (CALF.POSITION, CALF.ACTIVITY)  # of things of these one is not the other
_TWO = 2  # names that may be of one thing


def filled_in(kind: str, form: Form, asked: Asked, *, sure: bool = False) -> Form | None:
    """A form with the named things in its places; None if that says nothing of them.

    Where things that the wording names itself do not fit, or only carried names would leave it empty, it
    stays as the wording has it. Where it is `sure`, only what is masked in it makes room, as numbers are,
    and positions and activities, which exclude one another: "how long do I hold each repetition?" is no
    question for the repetitions.
    """
    if named := as_named(form, asked):
        return named
    places = _places(form, asked)
    if sure:
        places = {a: b for a, b in places.items() if _makes_room(a, asked.desk) or b in asked.counted}
    if isinstance(form, Ask) and form.triple.predicate == CALF.SAME_AS:
        # That two names mean one thing says nothing of two others.
        return None if places else _identity(form, asked)
    if not places:
        return form if sure and asked.scene.one_each else pruned(kind, form, asked)
    desk = asked.desk
    exact = pruned(kind, substituted(form, places), asked)
    filled = widened(exact, desk)
    if filled != exact and is_carried(places.values(), asked) and is_held(kind, form, desk):
        return form  # "and for both equally?" asks no more of the one head that was spoken of before
    if not is_held(kind, filled, desk):
        own = own_cue(filled, asked.scene, desk) if sure else None
        masked = {old: new for old, new in places.items() if mask_of(desk.graph.entity(old).classes)}
        filled = widened(substituted(form, masked), desk)
        return own or (form if _says_itself(form, filled, asked) else filled)
    if isinstance(filled, Select | Count) and not exists(filled.set, desk.graph):
        if asked.counted.issuperset(places.values()):
            return None  # nothing is so of what the number counts
        meant = points(asked.scene) or (not sure and is_of_doing(places.values(), asked))
        return form if is_carried(places.values(), asked) and not meant else filled
    return filled


def is_out_of_reach(form: Form, asked: Asked) -> bool:
    """Whether a form names a thing that the question does not, and that nothing named is like.

    It then does so whatever its places are filled with, unless it compares things, chooses from them or
    leaves them out: of these fewer may be meant.
    """
    if not _is_of_all(form):
        return False
    connector = asked.desk.connector
    rest = connector.exchangeable.intersection(named_in(form)) - asked.meant
    return any(
        asked.likeness.isdisjoint(connector.telling_of(iri))
        and asked.gear.isdisjoint(connector.classes_of(iri))
        for iri in rest
    )


@cache
def _is_of_all(form: Form) -> bool:
    """Whether a form of a meaning is of all things that it names, as themselves."""
    if isinstance(form, Select | Count):
        return not excluded_in(form) and not _has_choice(form.set)
    return not isinstance(form, Compare) and CALF.SAME_AS not in iris_in(form)


def _has_choice(node: Set) -> bool:
    """Whether a set has alternatives in it."""
    match node:
        case Either():
            return True
        case Every(parts):
            return any(map(_has_choice, parts))
        case Linked(_, to) | Without(to):
            return _has_choice(to)
    return False


def _identity(form: Ask, asked: Asked) -> Ask | None:
    """The question whether two names mean one thing, of another thing that is named beside the one.

    None where two names are said of a third: "does the gastrocnemius have a medial and a lateral head?".
    """
    one, _, other = form.triple
    said = [a for a in asked.anchors if a.entities and not a.words <= asked.scene.carried]
    if len({a.entities for a in said}) > _TWO and any(_are_joined(a, b, asked) for a, b in pairwise(said)):
        return None
    named = [a.entities for a in said]
    twice = next((e[0] for n, e in enumerate(named) if e and e in named[:n]), None)
    if twice is not None and not any({one, other} & set(e) for e in named if e[0] != twice):
        return Ask(Triple(twice, CALF.SAME_AS, twice))  # "is the soleus a broad flat muscle?"
    if sum(one in entities for entities in named) > 1:
        return form
    rest = [e[0] for e in named if one not in e and _is_another(e[0], one, asked.desk)]
    return Ask(Triple(rest[0], CALF.SAME_AS, one)) if one == other and len(rest) == 1 else form


def _are_joined(first: Anchor, last: Anchor, asked: Asked) -> bool:
    """Whether nothing but an "and" stands between two names, which name two things."""
    between = {t.stem for t in asked.scene.tokens[first.mention.end : last.mention.start]}
    joined = "and" in between and between <= english().words["articles"] | {"and"}
    return joined and first.entities != last.entities


def _is_another(thing: Iri, one: Iri, desk: Desk) -> bool:
    """Whether a thing is of the kind of another, and neither a part nor a whole of it."""
    wholes = ((thing, one), (one, thing))
    apart = all(desk.graph.truth(Triple(a, CALF.PART_OF, b)) is not Truth.YES for a, b in wholes)
    return apart and desk.connector.alike(thing, one)


def _makes_room(iri: Iri, desk: Desk) -> bool:
    """Whether another name takes the place of a thing of a sure wording: of one masked, of a position."""
    classes = desk.graph.entity(iri).classes
    return bool(mask_of(classes)) or not classes.isdisjoint(_APART)


def _says_itself(form: Form, filled: Form, asked: Asked) -> bool:
    """Whether a reason stays as the wording has it: of what it is of, another name does not hold.

    "Why is toes out wrong for the inner head?" asks why toes out favours the other one.
    """
    if not isinstance(form, Because) or asked.scene.mood != "why":
        return False
    if any(triple.subject not in asked.named for triple in form.triples):
        return False
    return is_held("reason", form, asked.desk) and not is_held("reason", filled, asked.desk)


def is_held(kind: str, form: Form, desk: Desk) -> bool:
    """Whether the graph holds what a form of this kind takes for granted once its places are filled.

    Only lists, counts and amounts have an answer where there is nothing.
    """
    if isinstance(form, Because):
        wanted = Truth.NO if form.negative else Truth.YES
        return all(desk.graph.truth(triple) is wanted for triple in form.triples)
    if isinstance(form, Select) and kind not in _MAY_BE_EMPTY:
        return exists(form.set, desk.graph)
    return True


def _places(form: Form, asked: Asked) -> dict[Iri, Iri]:
    """Which named things take the places of which: those of its kind that the form lacks.

    A name that was only carried over takes the place of a masked thing: any other the wording names itself.
    One that the question excludes takes the place of what the form does.
    """
    scene, desk, own = asked.scene, asked.desk, named_in(form)
    open_places = [i for i in own if _is_open(i, asked)] if asked.lacked or asked.lying else []
    if not open_places:
        return {}
    unwanted = excluded_in(form)
    placed = {*own, *(one.by for one in asked.identified if one.thing in own)}
    described = () if iris_in(form) & set(WAYS) else asked.lying
    describing = frozenset[int]().union(*(one.words for one in described))
    free = [
        a
        for a in asked.lacked
        if placed.isdisjoint(a.entities)
        and (isinstance(form, Ask) or not scene.is_background(a))  # a verdict on the calf is one on the calf
        and not a.words <= describing
    ]
    found: dict[Iri, Iri] = {}
    for thing in open_places:
        anchor = next((a for a in free if _takes(a, thing, asked, excluded=thing in unwanted)), None)
        if anchor:
            found[thing] = anchor.entities[0]
            free.remove(anchor)
        elif thing not in unwanted and mask_of(desk.connector.classes_of(thing)):
            meant = (one.thing for one in described if desk.connector.alike(one.thing, thing))
            found.update((thing, iri) for iri in islice(meant, 1) if iri not in own)
    return found


def _takes(anchor: Anchor, thing: Iri, asked: Asked, *, excluded: bool) -> bool:
    """Whether a name may take the place of a thing that a form names, or excludes."""
    connector, scene, new = asked.desk.connector, asked.scene, anchor.entities[0]
    if not connector.alike(new, thing) or (connector.is_optional(thing) and not connector.is_optional(new)):
        return False
    if _is_whole_of(anchor, thing, asked):
        return False
    masked = bool(mask_of(connector.classes_of(thing)))
    if not masked and anchor.words & scene.carried:
        return False
    out = anchor.polarity == "out"
    return (out == excluded or (masked and excluded)) and (excluded or not is_well(anchor, scene))


def _is_whole_of(name: Anchor, head: Iri, asked: Asked) -> bool:
    """Whether a question speaks of a head of what it names: "isolate one head of the gastroc".

    "The muscle with two heads" is no head.
    """
    graph = asked.desk.graph
    kind = stems_of(graph.class_term(CALF.MUSCLE_HEAD).label)[-1]
    if all(t.stem != kind or t.index in name.words for t in asked.scene.asking):
        return False
    return graph.truth(Triple(head, CALF.PART_OF, name.entities[0])) is Truth.YES


def _is_open(iri: Iri, asked: Asked) -> bool:
    """Whether a thing that is not meant may give way to another; a range, to one that a number names."""
    connector = asked.desk.connector
    if iri in asked.meant:
        return False
    may = iri in connector.exchangeable or any(connector.alike(iri, new) for new in asked.counted)
    return may and not _is_of_all_parts(iri, asked)


def _is_of_all_parts(iri: Iri, asked: Asked) -> bool:
    """Whether a question names all heads of a muscle, and so the muscle."""
    graph = asked.desk.graph
    parts = graph.subjects(CALF.PART_OF, iri) if len(asked.named) > 1 else ()
    heads = [part for part in parts if CALF.MUSCLE_HEAD in graph.entity(part).classes]
    return len(heads) > 1 and asked.named.issuperset(heads)
