"""Whose number it is: what studies measured of muscles, not what models assume of them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.terms import Iri, Triple
from qa.vocabulary import CALF
from teach.quiz.kit import WRONG, Kit, key
from teach.quiz.likeness import ordered_by_chance
from teach.quiz.model import Form, Item, Level

__all__ = ["items"]


def items(kit: Kit) -> Iterator[Item]:
    """One item for each value by a study; wrong options are muscles of which it gives another value."""
    told = {triple.subject: triple for triple in kit.graph.statements(predicate=CALF.FOR_MUSCLE)}
    measured = {value: triple for value, triple in told.items() if _source_kind(kit, triple) == "study"}
    for value, triple in measured.items():
        like = [each for other, each in measured.items() if _likeness(kit, other) == _likeness(kit, value)]
        others = {t.object for t in like if isinstance(t.object, Iri)} - {triple.object}
        made = (Triple(value, CALF.FOR_MUSCLE, other) for other in ordered_by_chance(others, value))
        wrong = tuple(each for each in made if kit.referee.refute(each))[:WRONG]
        if wrong:
            yield _item(kit, triple, wrong)


def _source_kind(kit: Kit, triple: Triple) -> str:
    return next(source.kind for source in kit.graph.provenance(triple).sources)


def _likeness(kit: Kit, value: Iri) -> tuple[object, ...]:
    """What two values share that may be mistaken for one another: the quantity and the source."""
    stated = Triple(value, CALF.FOR_MUSCLE, kit.graph.objects(value, CALF.FOR_MUSCLE)[0])
    sources = (source.iri for source in kit.graph.provenance(stated).sources)
    return (*kit.graph.objects(value, CALF.VALUE_OF), *sources)


def _item(kit: Kit, triple: Triple, wrong: tuple[Triple, ...]) -> Item:
    value = triple.subject
    names = [kit.wording.name(each.object) for each in (triple, *wrong)]
    quantities = tuple(o for o in kit.graph.objects(value, CALF.VALUE_OF) if isinstance(o, Iri))
    return Item(
        id=key(Form.ONE, "value", value),
        form=Form.ONE,
        stem=kit.wording.which(CALF.FOR_MUSCLE, value, forward=True),
        level=Level.HARD,
        topic=kit.topic(value),
        memory=key(value, "number"),
        about=(value, *quantities, *(o for o in (triple.object,) if isinstance(o, Iri))),
        facts=(triple,),
        options=(
            kit.kept(triple, names[0]),
            *(kit.refused(each, name) for each, name in zip(wrong, names[1:], strict=True)),
        ),
        refuted=wrong,
    )
