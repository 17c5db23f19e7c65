"""Counts: "how many joints does the soleus cross"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.terms import Iri
from qa.claims.unfounded import untold
from qa.forms.evaluating import is_told_of
from qa.forms.logic import Count, Select
from qa.kind import Desk, Draft, Reading
from qa.limits.arranging import arranged
from qa.model import Item
from qa.readings.focusing import focus_readings
from qa.scene import Scene
from qa.telling.verbalising import capital, number_word

__all__ = ["Counting"]


class Counting:
    """How many things are so."""

    name = "counting"

    def propose(self, scene: Scene, desk: Desk) -> Iterable[Reading]:
        """Every list that may be asked for, counted."""
        cue = scene.cue("count")
        if not cue:
            return
        for reading in focus_readings(self.name, scene, desk, named_only=True):
            assert isinstance(reading.form, Select)
            yield replace(
                reading,
                form=Count(reading.form.set),
                words=reading.words | frozenset(cue.words),
                evidence=reading.evidence + 0.9,
            )

    def compose(self, reading: Reading, desk: Desk) -> Draft:
        """The number, and what was counted."""
        assert isinstance(reading.form, Count)
        found, triples = arranged(reading.form.set, desk)
        number = len(found)
        if not (found or is_told_of(reading.form.set, desk.graph)):
            return untold(reading.form.set, desk)
        noun = _noun(reading.focus, number, desk)
        told = f"{number_word(number)} {noun}" + (f": {desk.say.names(found)}." if found else ".")
        verdict = _verdict(reading, number)
        there = "there is" if number == 1 else "there are"
        lead = f"{capital(verdict)}: {there} {told}" if verdict else capital(told)
        items = tuple(Item(iri, desk.say.label(iri)) for iri in found)
        return Draft(lead, items, (), triples, boolean=verdict)


def _verdict(reading: Reading, number: int) -> str:
    """Whether there are as many as the question says; "" if it says no number."""
    if reading.amount is None:
        return ""
    return "yes" if reading.amount.low <= number <= reading.amount.high else "no"


def _noun(focus: Iri | None, number: int, desk: Desk) -> str:
    """The class counted, in the singular for one."""
    if focus is None:
        return "thing" if number == 1 else "things"
    term = desk.graph.class_term(focus)
    return term.label if number == 1 else term.plural
