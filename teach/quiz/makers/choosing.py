"""Choose one, choose several: the object or the subject of a statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.terms import Iri, Triple
from teach.quiz.kit import WRONG, Kit, key
from teach.quiz.likeness import level_of, ordered_by_chance
from teach.quiz.model import Form, Item, Option

__all__ = ["items"]

_RIGHT = 4  # right options of one item at most


def items(kit: Kit) -> Iterator[Item]:
    """One item for each statement, end and level; and one for each end with several right answers."""
    groups: dict[tuple[Iri, Iri, bool], list[Triple]] = defaultdict(list)
    for triple in kit.statements():
        for forward in (True, False):
            yield from _ones(kit, triple, forward=forward)
            known = triple.subject if forward else triple.object
            assert isinstance(known, Iri)
            groups[triple.predicate, known, forward].append(triple)
    for (_, _, forward), triples in groups.items():
        if len(triples) > 1:
            yield from _several(kit, triples, forward=forward)


def _ends(triple: Triple, *, forward: bool) -> tuple[Iri, Iri]:
    """The end that is known and the one that is asked for."""
    assert isinstance(triple.object, Iri)
    return (triple.subject, triple.object) if forward else (triple.object, triple.subject)


def _with(triple: Triple, asked: Iri, *, forward: bool) -> Triple:
    """The statement with another thing at the end that is asked for."""
    if forward:
        return Triple(triple.subject, triple.predicate, asked)
    return Triple(asked, triple.predicate, triple.object)


def _ones(kit: Kit, triple: Triple, *, forward: bool) -> Iterator[Item]:
    known, asked = _ends(triple, forward=forward)
    side = "object" if forward else "subject"
    name = key(triple.subject, triple.predicate, triple.object)
    wrong = kit.wrong(asked, known, lambda other: _with(triple, other, forward=forward), f"{name} {side}")
    for level, refuted in kit.choices(wrong):
        stem = kit.wording.which(triple.predicate, known, forward=forward)
        yield Item(
            id=key(Form.ONE, side, name, level),
            form=Form.ONE,
            stem=kit.wording.by_article(stem, contested=kit.contested([triple, *refuted])),
            level=level,
            topic=kit.topic(triple.subject),
            memory=name,
            about=(known, asked),
            facts=(triple,),
            options=_options(kit, [triple], refuted, forward=forward),
            refuted=tuple(refuted),
        )


def _options(
    kit: Kit, right: Sequence[Triple], wrong: Sequence[Triple], *, forward: bool
) -> tuple[Option, ...]:
    def named(triple: Triple) -> str:
        return kit.wording.name(_ends(triple, forward=forward)[1])

    return (
        *(kit.kept(triple, named(triple)) for triple in right),
        *(kit.refused(triple, named(triple)) for triple in wrong),
    )


def _several(kit: Kit, triples: list[Triple], *, forward: bool) -> Iterator[Item]:
    known = _ends(triples[0], forward=forward)[0]
    prop = triples[0].predicate
    side = "object" if forward else "subject"
    name = key(known, prop, side)
    order = ordered_by_chance([_ends(t, forward=forward)[1] for t in triples], name)
    right = [_with(triples[0], asked, forward=forward) for asked in order[:_RIGHT]]
    wrong = kit.wrong(order[0], known, lambda other: _with(triples[0], other, forward=forward), name)
    if not wrong:
        return
    refuted = [each[2] for each in wrong[:WRONG]]
    level = level_of([each[0] for each in wrong[:WRONG]])
    stem = kit.wording.which(prop, known, forward=forward, several=True)
    yield Item(
        id=key(Form.SEVERAL, name, level),
        form=Form.SEVERAL,
        stem=kit.wording.by_article(stem, contested=kit.contested([*right, *refuted])),
        level=level,
        topic=kit.topic(right[0].subject),
        memory=name,
        about=(known, *order[:_RIGHT]),
        facts=tuple(right),
        options=_options(kit, right, refuted, forward=forward),
        refuted=tuple(refuted),
    )
