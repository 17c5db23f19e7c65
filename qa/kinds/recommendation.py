"""How to train something: the positions that favour it and the exercises that train it.

"how can I target my inner calves", "what can I do about my soleus"
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.terms import Iri
from qa.forms.evaluating import exists, members
from qa.forms.logic import Either, Kind, Linked, Select, Thing, Without, every
from qa.kind import Desk, Draft, Reading
from qa.model import Item, Items
from qa.scene import Scene
from qa.telling.describing import main_statements
from qa.telling.verbalising import MOST_TOLD, capital
from qa.vocabulary import CALF

__all__ = ["Recommendation"]

_TRAINING = (CALF.TRAINS, CALF.EMPHASISES, CALF.ENGAGES)


class Recommendation:
    """How to train a muscle."""

    name = "recommendation"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """One reading per muscular structure named."""
        cue = scene.cue("recommendation")
        strength = (0.9 if cue else 0.0) + (0.5 if scene.wh == "how" else 0.0)
        if not strength or scene.sought:
            return
        for anchor in scene.anchors:
            for iri in anchor.entities:
                if CALF.MUSCULAR_STRUCTURE in desk.connector.classes_of(iri) and anchor.polarity == "in":
                    verbs = {i for prop in _TRAINING for m, _ in scene.cued.get(prop, ()) for i in m.words}
                    words = anchor.words | verbs | frozenset(cue.words if cue else ())
                    ways = Either(
                        (
                            every(
                                [
                                    Kind(CALF.POSITION),
                                    Either(
                                        (
                                            Linked(CALF.BIASES, Thing(iri)),
                                            Linked(CALF.MAXIMALLY_ENGAGES, Thing(iri)),
                                        )
                                    ),
                                ]
                            ),
                            every(
                                [
                                    Kind(CALF.EXERCISE),
                                    Linked(CALF.EMPHASISES, Thing(iri)),
                                    Without(Linked(CALF.VARIATION_OF, Kind(CALF.EXERCISE))),
                                ]
                            ),
                        )
                    )
                    if exists(ways, desk.graph):
                        yield Reading(self.name, Select(ways), words, strength + 0.6, CALF.POSITION, (iri,))

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """Positions with their cues, then exercises."""
        assert isinstance(reading.form, Select)
        target = reading.topics[0]
        found = sorted(members(reading.form.set, desk.graph), key=desk.say.label)
        positions = [iri for iri in found if CALF.POSITION in desk.connector.classes_of(iri)]
        exercises = [iri for iri in found if iri not in positions]
        cues = [c for iri in positions for c in desk.graph.objects(iri, CALF.HAS_CUE) if isinstance(c, Iri)]
        lead = f"To train {desk.say.name(target)}, the article advises "
        lead += " and ".join(
            filter(
                None,
                (
                    desk.say.names(positions),
                    f"these exercises: {desk.say.names(exercises)}" if exercises else "",
                ),
            )
        )
        detail = [text for c in cues for text in _texts(c, desk)] + [
            s
            for iri in positions
            for s in desk.say.sentences(t for t in main_statements(iri, desk.graph) if t.object == target)
        ]
        triples = [
            t for iri in found[:MOST_TOLD] for t in main_statements(iri, desk.graph) if t.object == target
        ]
        items = tuple(Item(iri, desk.say.label(iri)) for iri in (*positions, *exercises))
        return Draft(
            lead + ".",
            items,
            (Items(tuple(dict.fromkeys(map(capital, detail)))),) if detail else (),
            tuple(triples),
        )


def _texts(cue: Iri, desk: Desk) -> list[str]:
    """A cue's instruction."""
    return [desk.say.name(value) for value in desk.graph.objects(cue, CALF.INSTRUCTION)]
