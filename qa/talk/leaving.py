"""What a turn leaves for the next: what it spoke of, what it answered, and an amount that it told."""

from __future__ import annotations

from qa.forms.canonical import canonical
from qa.forms.logic import Describe, Select
from qa.kind import Desk, Draft, Reading
from qa.model import Context
from qa.parsing.masking import mask_of
from qa.parsing.numbers import Amount, amounts_in
from qa.scene import Scene
from qa.talk.resuming import LONGEST
from qa.verdicts.totalling import told_amount

__all__ = ["amount_of", "mentioned", "remembered"]

_CHAT = 0.8  # probability of refusal from which a message was not about what it named


def remembered(reading: Reading, draft: Draft, scene: Scene) -> Context:
    """What the next question may refer to; things that this one named itself stand as it had them."""
    places = {iri: a.mention.start for a in reversed(scene.anchors) for iri in a.entities}
    results = [item.iri for item in draft.items]
    if places.keys() >= set(results):
        results.sort(key=lambda iri: places[iri])
    needed = reading.kind == "verification" and isinstance(reading.form, Select)
    note = reading.note if needed else _noted(told_amount(reading, scene))
    form = f"{canonical(reading.form)} {note}" if note else canonical(reading.form)
    return Context(
        f"{reading.kind} {form}",
        reading.topics,
        tuple(results),
        draft.boolean,
        asked=_in_full(scene),
    )


def mentioned(scene: Scene, context: Context, desk: Desk) -> Context:
    """What the next question may refer to after one that was refused: a thing that this one named.

    A muscle or an exercise goes before other things. Chat leaves nothing: "my English is not perfect".
    """
    if scene.refused > _CHAT:
        return context
    named = (a for a in scene.anchors if a.polarity == "in" and not scene.is_background(a))
    said = (a.entities[0] for a in named if a.entities and not a.words <= scene.carried)
    things = [iri for iri in said if desk.connector.is_thing(iri)]
    if not things:
        return context
    thing = next((iri for iri in things if mask_of(desk.connector.classes_of(iri))), things[0])
    return Context(f"definition {canonical(Describe(thing))}", (thing,), (thing,), asked=_in_full(scene))


def amount_of(note: str) -> Amount | None:
    """The amount that a turn left, if it left one."""
    found = amounts_in(note)
    return found[0] if found else None


def _in_full(scene: Scene) -> str:
    """A question that the turn said all of; "" of another, or a long one."""
    text = scene.parse.text
    return text if scene.before is None and len(text) <= LONGEST else ""


def _noted(amount: Amount | None) -> str:
    """An amount as it is kept for the next turn: "3", "10-20"."""
    return "" if amount is None else "-".join(f"{n:g}" for n in dict.fromkeys((amount.low, amount.high)))
