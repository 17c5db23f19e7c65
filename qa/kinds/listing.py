"""Lists: things of a class under constraints, and what a property leads to or from.

"which exercises for the soleus need no machine", "where does the soleus start",
"what lies on top of the soleus"
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from kg.terms import Iri, Triple
from qa.claims.unfounded import untold
from qa.forms.evaluating import is_told_of
from qa.forms.logic import Either, Every, Form, Kind, Linked, Select, Set, Thing, Without, iris_in, parts_of
from qa.kind import Desk, Draft, Reading
from qa.limits.arranging import MANY, arranged
from qa.model import Item, Items
from qa.readings.circumscribing import circumscribed
from qa.readings.doing import doing
from qa.readings.focusing import focus_readings
from qa.readings.offering import offered_gear
from qa.readings.substituting import stand_ins, substituted_gear
from qa.scene import Scene
from qa.telling.describing import details, main_statements
from qa.telling.verbalising import MOST_TOLD, capital, number_word
from qa.vocabulary import CALF

__all__ = ["Listing"]

_FEW = 3  # things that one sentence tells of


class Listing:
    """Which things are so."""

    name = "listing"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """Readings per class that may be asked for: its members under conditions, or those described.

        Prescriptions are left to the kind that tells their numbers.
        """
        ways = (focus_readings, circumscribed, substituted_gear, stand_ins, doing, offered_gear)
        found = chain.from_iterable(way(self.name, scene, desk) for way in ways)
        return (r for r in found if r.focus != CALF.PRESCRIPTION and not _only_repeats(r.form))

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The members, each with what marks it out."""
        assert isinstance(reading.form, Select)
        found, triples = arranged(reading.form.set, desk)
        if not found:
            return _nothing(reading.form.set, desk)
        items = tuple(Item(iri, desk.say.label(iri)) for iri in found)
        lead = lead_sentence(reading.form.set, found, triples, desk)
        if biasing := _biasing(reading.form.set, found, desk):
            said = "; ".join(map(desk.say.fact, biasing))
            lead, triples = f"{lead} By the article, {said}.", (*triples, *biasing)
        rows = tuple(row for iri in found[:MOST_TOLD] if (row := details(iri, desk.graph, desk.say)))
        return Draft(lead, items, (Items(rows),) if rows else (), triples)


def _only_repeats(form: Form) -> bool:
    """Whether a list says of its members nothing but that they are these things."""
    parts = form.set.parts if isinstance(form, Select) and isinstance(form.set, Every) else ()
    things = [p for part in parts for p in (part.parts if isinstance(part, Either) else (part,))]
    return any(isinstance(p, Thing) for p in things) and all(isinstance(p, Thing | Kind) for p in things)


def _nothing(node: Set, desk: Desk) -> Draft:
    """No member: an answer if every condition alone has members, else nothing is stated."""
    if is_told_of(node, desk.graph):
        return Draft(f"None: the graph holds no {desk.say.set(node)}.", found=False)
    return untold(node, desk)


def lead_sentence(node: Set, found: list[Iri], triples: tuple[Triple, ...], desk: Desk) -> str:
    """The first sentence: a fact where one link says it all, else the number and the names."""
    parts = parts_of(node)
    linked = [p for p in parts if isinstance(p, Linked)]
    if (
        len(linked) == 1
        and linked[0].inverse
        and isinstance(linked[0].to, Thing)
        and len(triples) == len(found[:MOST_TOLD])
    ):
        return capital(desk.say.facts(linked[0].property, [linked[0].to.iri], found)) + "."
    few = 1 if Kind(CALF.EXERCISE) in parts else _FEW  # a list of exercises is told as one
    if len(linked) == 1 and isinstance(linked[0].to, Thing) and len(found) <= few and len(parts) <= 2:
        return capital(desk.say.facts(linked[0].property, list(found), [linked[0].to.iri])) + "."
    if len(found) == 1:
        return f"{capital(desk.say.names(found))}."
    if not linked and (told := _each_told(parts, found, triples, desk)):
        return " ".join(told)
    kinds = [p.iri for p in parts if isinstance(p, Kind)]
    noun = desk.graph.class_term(kinds[0]).plural if kinds else "things"
    named = f"{number_word(len(found))} {noun}: {desk.say.names(found)}."
    lead = f"The article names {named}" if _is_of_article(triples, desk) else capital(named)
    return " ".join([lead, *_shared_positions(found, node, desk)])


def _each_told(
    parts: tuple[Set, ...], found: list[Iri], triples: tuple[Triple, ...], desk: Desk
) -> list[str]:
    """A sentence for each of the links that a list unites; none if it is no such list."""
    united = next((part.parts for part in parts if isinstance(part, Either)), ())
    links = [link for link in united if isinstance(link, Linked)]
    out = []
    for link in links if len(links) == len(united) else ():
        if not isinstance(link.to, Thing):
            return []
        end, prop = link.to.iri, link.property
        told = {
            t for t in triples if t.predicate == prop and (t.subject if link.inverse else t.object) == end
        }
        own = [iri for iri in found if any(iri in (t.subject, t.object) for t in told)]
        if not own:
            return []
        ends = ([end], own) if link.inverse else (own, [end])
        out.append(capital(desk.say.facts(prop, *ends)) + ".")
    return out


def _is_of_article(triples: tuple[Triple, ...], desk: Desk) -> bool:
    """Whether the article alone states what a list rests on."""
    found = False
    for source in (s for t in triples for s in desk.graph.provenance(t).sources):
        if source.kind != "article":
            return False
        found = True
    return found


def _shared_positions(found: list[Iri], node: Set, desk: Desk) -> list[str]:
    """How all exercises of a list are done, where that was not asked: "All: with a straight knee"."""
    if len(found) > MANY:
        return []
    asked = iris_in(node)
    each = [_positions(iri, desk) - asked for iri in found]
    others = {iri for iri in set().union(*each) if _biases_another(iri, asked, desk)}
    shared = sorted(set.intersection(*each) - others, key=lambda iri: (desk.graph.entity(iri).kind, iri))
    if not shared:
        return []
    return [f"All of them are done with {desk.say.names(shared)}."]


def _positions(exercise: Iri, desk: Desk) -> set[Iri]:
    """The positions in which an exercise is done."""
    told = main_statements(exercise, desk.graph)
    return {
        t.object
        for t in told
        if CALF.HAS_POSITION in desk.graph.property_term(t.predicate).supers and isinstance(t.object, Iri)
    }


def _biases_another(position: Iri, asked: Iterable[Iri], desk: Desk) -> bool:
    """Whether a position favours another part of a muscle than the one asked about."""
    favoured = {*desk.graph.objects(position, CALF.BIASES)}
    parts = {iri for iri in asked if desk.connector.stands(iri, CALF.MUSCLE_HEAD)}
    return bool(favoured) and bool(parts) and favoured.isdisjoint(parts)


def _biasing(node: Set, found: list[Iri], desk: Desk) -> list[Triple]:
    """What favours the part of a muscle that a list of exercises is for, if none of them is done so."""
    if Kind(CALF.EXERCISE) not in parts_of(node):
        return []
    wanted = {iri for part in parts_of(node) if not isinstance(part, Without) for iri in iris_in(part)}
    heads = sorted(iri for iri in wanted if desk.connector.stands(iri, CALF.MUSCLE_HEAD))
    told = [t for head in heads for t in desk.graph.statements(predicate=CALF.BIASES, object=head)]
    used = set[Iri]().union(*(_positions(iri, desk) for iri in found))
    return told if all(t.subject not in used for t in told) else []
