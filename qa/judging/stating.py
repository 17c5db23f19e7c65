"""Statements of the graph asked for in so many words, which no likeness of wordings outweighs."""

from __future__ import annotations

from collections.abc import Sequence

from kg.schema import Truth
from kg.terms import Iri
from qa.forms.logic import Ask
from qa.judging.ranking import Ranked
from qa.scene import Scene
from qa.stating import is_stated
from qa.vocabulary import CALF

__all__ = ["plainly_stated"]

_AS_WELL = frozenset(
    "also too still both all any some even at either".split()
)  # ask for no more than a share
_CLEAR = 0.75  # probability from which the wording is believed
#: Properties of which the first says more than the second: to "target" is more than to train.
_MORE = ((CALF.BIASES, CALF.ENGAGES), (CALF.EMPHASISES, CALF.TRAINS))


def plainly_stated(scene: Scene, ranked: Sequence[Ranked]) -> Ranked | None:
    """The reading as a statement that the question makes word for word, if the graph decides on it.

    Of several that one verb may say the one that holds: "does it work the head?" engages, or emphasises. But
    a position that biases the other head does not "target" this one, though every position engages both.
    None where the wording clearly has another of the same two things: "is it affected?" only a little.
    """
    fit = [r for r in ranked if r.reading.kind == "verification" and is_stated(r.reading.form, scene)]
    first = ranked[0] if ranked else None
    clear = first is not None and first.chance >= _CLEAR and _truth(first, scene) is Truth.YES
    if first is not None and clear and first not in fit:
        fit = [r for r in fit if _ends(r) != _ends(first) or _is_more(r, first, scene)]
    ranks = [r for truth in (Truth.YES, Truth.NO) for r in fit if _truth(r, scene) is truth]
    held = next(iter(sorted(ranks, key=lambda r: _is_of_amount(r, scene))), None)
    if held is None:  # that something matters more than another is not told by what it is
        return next((r for r in fit if _says(r, CALF.OUTRANKS) and _is_of_principle(r, scene)), None)
    return next((r for r in ranks if _is_more(r, held, scene)), held)


def _is_of_amount(ranked: Ranked, scene: Scene) -> bool:
    """Whether a reading says what an amount is: "pausing is a mistake" rather says it of the practice."""
    form = ranked.reading.form
    if not isinstance(form, Ask) or form.triple.predicate != CALF.TYPE:
        return False
    return CALF.PARAMETER in scene.graph.entity(form.triple.subject).classes


def _is_more(ranked: Ranked, other: Ranked, scene: Scene) -> bool:
    """Whether a reading says that something is favoured which another says is worked, as others are."""
    alike = _ends(ranked) == _ends(other) and not scene.says(_AS_WELL)
    return alike and any(_says(ranked, more) and _says(other, less) for more, less in _MORE)


def _is_of_principle(ranked: Ranked, scene: Scene) -> bool:
    """Whether a statement is made of a principle of training."""
    form = ranked.reading.form
    return (
        isinstance(form, Ask) and CALF.TRAINING_PRINCIPLE in scene.graph.entity(form.triple.subject).classes
    )


def _says(ranked: Ranked, prop: Iri) -> bool:
    """Whether a reading is a statement of a property."""
    form = ranked.reading.form
    return isinstance(form, Ask) and form.triple.predicate == prop


def _ends(ranked: Ranked) -> tuple[object, ...]:
    """The two things of the statement of a reading, in a fixed order; none of another reading."""
    form = ranked.reading.form
    return tuple(sorted(map(str, form.triple[::2]))) if isinstance(form, Ask) else ()


def _truth(ranked: Ranked, scene: Scene) -> Truth:
    """What the graph says of the statement of a reading."""
    form = ranked.reading.form
    return scene.graph.truth(form.triple) if isinstance(form, Ask) else Truth.UNSTATED
