"""Name the thing: the one that a definition describes, and the one that is marked in the drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.schema import Entity
from kg.terms import Iri, Triple
from kg.vocabulary import CALF_NS, WITNESSES
from qa.telling.verbalising import capital
from qa.vocabulary import CALF, UNNAMED
from teach.quiz.kit import Kit, key
from teach.quiz.model import Form, Item, Option
from teach.quiz.wording import gapped

__all__ = ["items"]

_GAP = "…"
_SHORT = 4  # words; a definition with fewer left tells nothing


def items(kit: Kit) -> Iterator[Item]:
    """One item for each definition and level, and for each thing in the drawing and level."""
    for entity in kit.graph.entities():
        if entity.classes.isdisjoint({*WITNESSES, *UNNAMED, CALF.QUANTITY_VALUE, CALF.CAVEAT}):
            yield from _defined(kit, entity)
    for name in sorted(kit.drawn):
        yield from _marked(kit, kit.graph.entity(Iri(CALF_NS + name)))


def _defined(kit: Kit, entity: Entity) -> Iterator[Item]:
    described = _masked(entity)
    if described:
        yield from _named(kit, entity, Form.ONE, f"What is described here? “{described}”")


def _marked(kit: Kit, entity: Entity) -> Iterator[Item]:
    clue = _clue(kit, entity)
    yield from _named(kit, entity, Form.LABEL, "Which part is marked in the drawing of the right leg?", clue)


def _named(kit: Kit, entity: Entity, form: Form, stem: str, clue: str = "") -> Iterator[Item]:
    """Items whose wrong options are other things that are neither parts, wholes nor variations of it."""
    wrong = [
        (likeness, other, triple)
        for likeness, other, triple in kit.wrong(
            entity.iri,
            entity.iri,
            lambda other: Triple(entity.iri, CALF.SAME_AS, other),
            key(form, entity.iri),
        )
        if not _overlap(kit, entity, kit.graph.entity(other))
        and (form is Form.ONE or other.local in kit.drawn)
    ]
    same = Triple(entity.iri, CALF.SAME_AS, entity.iri)
    for level, refuted in kit.choices(wrong):
        yield Item(
            id=key(form, "name", entity.iri, level),
            form=form,
            stem=stem,
            level=level,
            topic=kit.topic(entity.iri),
            memory=key(entity.iri, "drawing" if form is Form.LABEL else "definition"),
            about=(entity.iri,),
            facts=kit.sourced(entity.iri),
            options=(
                Option(capital(entity.label), True, _gist(entity), (same,)),  # noqa: FBT003
                *(_other(kit, triple) for triple in refuted),
            ),
            refuted=tuple(refuted),
            figure=entity.iri if form is Form.LABEL else None,
            clue=clue,
        )


def _gist(entity: Entity) -> str:
    return f"{capital(entity.label)}: {entity.definition[:1].lower()}{entity.definition[1:]}"


def _other(kit: Kit, triple: Triple) -> Option:
    assert isinstance(triple.object, Iri)
    other = kit.graph.entity(triple.object)
    return Option(capital(other.label), False, _gist(other), (triple,))  # noqa: FBT003


def _overlap(kit: Kit, one: Entity, other: Entity) -> bool:
    """Whether one is part or a variation of the other, or named after it, so that it could be meant too."""
    pairs = ((one, other), (other, one))
    linked = any(
        kit.referee.holds(Triple(a.iri, p, b.iri))
        for a, b in pairs
        for p in (CALF.PART_OF, CALF.VARIATION_OF)
    )
    return linked or any(a.label.casefold() in b.label.casefold() for a, b in pairs)


def _masked(entity: Entity) -> str:
    """The definition with gaps for the thing's own names and their words; "" if too little is left."""
    text = entity.definition
    for name in sorted((entity.label, *entity.alt_labels), key=len, reverse=True):
        text = re.sub(rf"\b(?:the |an? )?{re.escape(name)}\b", _GAP, text, flags=re.IGNORECASE)
    text = gapped(text, entity.label).removeprefix(f"{_GAP}. ")
    words = [word for word in text.split() if _GAP not in word]
    return text if len(words) > _SHORT else ""


def _clue(kit: Kit, entity: Entity) -> str:
    """What is said of a thing that does not name it: what a student who cannot see the drawing goes by."""
    said = [
        kit.wording.sentence(t).replace(capital(kit.say.name(entity.iri)), "It")
        for t in kit.sourced(entity.iri)
        if t.subject == entity.iri and not kit.contested([t])
    ]
    hidden = [s for s in said if gapped(s, entity.label) == s]
    return " ".join(hidden) or _masked(entity)
