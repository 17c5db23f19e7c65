"""Definitions and overviews: "what is the inner calf", "tell me about the soleus", "toes in?"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.terms import Iri
from qa.forms.logic import Describe
from qa.kind import Desk, Draft, Reading
from qa.model import Item, Items, Paragraph
from qa.parsing.anchor import Anchor
from qa.readings.gathering import gathered
from qa.scene import Scene
from qa.telling.describing import main_statements
from qa.telling.verbalising import capital
from qa.vocabulary import CALF

__all__ = ["Definition"]

_MOST = 14  # statements that follow a definition


class Definition:
    """What something is."""

    name = "definition"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """One reading per thing, class or property named."""
        cue = scene.cue("definition")
        cue_words = frozenset(cue.words) if cue else frozenset()
        strength = (0.8 if cue else 0.0) + (0.3 if cue and cue.weight > 1 else 0.0)
        for anchor in scene.anchors:
            if anchor.polarity == "in":
                for iri in (*anchor.entities, *anchor.classes):
                    bonus = 0.3 if iri in anchor.entities else -0.8 * _is_plural(anchor, scene)
                    words = anchor.words | cue_words | _asked(iri, scene, desk)
                    yield Reading(self.name, Describe(iri), words, strength + bonus, topics=(iri,))
        yield from gathered(self.name, scene, desk)
        if cue:
            for prop, found in scene.cued.items():
                for mention in (m for m, role in found if role == "noun"):
                    yield Reading(
                        self.name,
                        Describe(prop),
                        frozenset(mention.words) | cue_words,
                        strength - 0.2,
                        topics=(prop,),
                    )

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The definition, then the main statements."""
        assert isinstance(reading.form, Describe)
        iri = reading.form.iri
        graph, say = desk.graph, desk.say
        classes = {c.iri: c for c in graph.classes()}
        if iri in classes:
            return _class_draft(iri, desk)
        properties = {p.iri: p for p in graph.properties()}
        if iri in properties:
            noun = properties[iri].nouns[0] if properties[iri].nouns else properties[iri].label
            return Draft(f"{capital(noun)}: {properties[iri].definition}")
        entity = graph.entity(iri)
        triples = main_statements(iri, graph)[:_MOST]
        also = f" Also called: {', '.join(entity.alt_labels)}." if entity.alt_labels else ""
        lead = f"{capital(entity.label)}: {entity.definition}"
        blocks = (Items(tuple(say.sentences(triples))),) if triples else ()
        # A caveat is what is said of other things, and no thing that a question could be answered with.
        items = () if CALF.CAVEAT in entity.classes else (Item(iri, entity.label),)
        return Draft(lead + also, items, blocks, triples)


def _is_plural(anchor: Anchor, scene: Scene) -> bool:
    """Whether a class is named in the plural: its members are meant, not its meaning."""
    word = scene.tokens[anchor.mention.words[-1]].text.lower()
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _asked(iri: Iri, scene: Scene, desk: Desk) -> frozenset[int]:
    """The class in "which muscle is the inner calf": explained, if the thing is one of its kind."""
    kinds = desk.connector.classes_of(iri)
    return frozenset(
        i
        for a in scene.sought
        for cls in a.classes
        if any(desk.connector.is_a(cls, kind) or desk.connector.is_a(kind, cls) for kind in kinds)
        for i in a.words
    )


def _class_draft(iri: Iri, desk: Desk) -> Draft:
    """A class: its definition and its members."""
    term = desk.graph.class_term(iri)
    found = desk.graph.instances(iri)
    rest = (Paragraph(f"In the graph: {desk.say.names(found)}."),) if 0 < len(found) <= 12 else ()
    return Draft(f"{capital(term.label)}: {term.definition}", (), rest)
