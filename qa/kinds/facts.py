"""What is stated of the things named, where a question names them and little else.

"toes out: effect on the calf", "the soleus and bent knees", "what does a straight knee do"
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.schema import Truth
from kg.terms import Iri
from qa.claims.pairing import pairs
from qa.forms.logic import Ask
from qa.kind import Desk, Draft, Reading
from qa.model import Item, Items
from qa.scene import Scene
from qa.telling.describing import main_statements
from qa.telling.verbalising import capital

__all__ = ["Facts"]


class Facts:
    """How two things are connected."""

    name = "facts"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """Every statement between two names that holds or is denied."""
        for pair in pairs(scene, desk)[:8]:
            if pair.truth is not Truth.UNSTATED:
                topics = (pair.triple.subject,)
                yield Reading(self.name, Ask(pair.triple), pair.words, 0.4 + 0.6 * pair.score, topics=topics)

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The statement, then what else is stated of its subject."""
        assert isinstance(reading.form, Ask)
        triple = reading.form.triple
        held = desk.graph.truth(triple) is Truth.YES
        own = [t for t in main_statements(triple.subject, desk.graph) if t != triple]
        lead = f"{capital(desk.say.fact(triple))}." if held else f"{desk.say.denial(triple).capitalize()}."
        same = [t for t in own if t.predicate == triple.predicate or t.object == triple.object]
        rest = desk.say.sentences([*same, *(t for t in own if t not in same)][:6])
        items = tuple(
            Item(iri, desk.say.label(iri)) for iri in (triple.subject, triple.object) if isinstance(iri, Iri)
        )
        return Draft(
            lead, items, (Items(tuple(rest)),) if rest else (), (triple, *own) if held else tuple(own)
        )
