"""Which muscle has more of a quantity, or less, and verdicts on that: "is the soleus heavier than ...?"."""

from __future__ import annotations

from dataclasses import replace

from qa.kind import Desk, Draft, Reading
from qa.model import Item
from qa.telling.measured import Values
from qa.telling.verbalising import capital
from qa.verdicts.turning import CONTRARY
from qa.vocabulary import CALF

__all__ = ["SMALLEST", "measured", "ordered"]

SMALLEST = "smallest"  # the operator of english.toml, and the note of a reading that asks for the least
_VERDICTS = {"yes": "Yes", "no": "No", "qualified": "By some sources"}
_PAIR = 2  # muscles held against each other


def ordered(reading: Reading, values: Values, told: Draft, desk: Desk) -> Draft:
    """Who has the greatest or the least by each source, with a verdict where one is compared with another."""
    quantities = [iri for iri in reading.topics if desk.connector.stands(iri, CALF.QUANTITY)]
    named = [iri for iri in reading.topics if iri not in quantities]
    wholes = {whole for one in named for whole in desk.graph.objects(one, CALF.PART_OF)}
    compared = [iri for iri in named if iri not in wholes]  # "the biggest of the calf": of its parts
    least = reading.note == SMALLEST
    muscles = values.muscles[::-1] if least else values.muscles
    items = tuple(Item(iri, desk.say.label(iri)) for iri in muscles)
    verdict = ""
    if len(compared) == _PAIR:
        verdict = values.is_beyond(quantities[0], *compared, least=least)
    elif compared:
        verdict = values.is_first(quantities[0], compared[0], least=least)
    if len(compared) == _PAIR and verdict in CONTRARY:
        said = values.comparison(quantities[0], *compared, less=least == (verdict == "yes"))
    else:
        said = ". ".join(
            f"{desk.say.name(q)} is {'least' if least else 'greatest'} in "
            f"{'; by others in '.join(values.leaders(q, least=least))}"
            for q in quantities
        )
    lead = f"{_VERDICTS[verdict]}: {said}" if verdict else capital(said)
    return replace(told, lead=f"{lead}.", items=items, boolean=verdict)


def measured(draft: Draft, reading: Reading) -> str:
    """The verdict on what is measured, which no wording turns but a denial; "" of anything else."""
    return draft.boolean if reading.focus == CALF.MUSCLE_VALUE and draft.boolean in CONTRARY else ""
