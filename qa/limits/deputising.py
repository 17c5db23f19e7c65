"""What can stand in for what is lacking: "no donkey machine here: can a friend sit on my back instead?".

The wording hears a helper beside a machine as one that may be needed; who lacks the one and offers the
other asks whether it will do.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from qa.forms.logic import Kind, Linked, Select, Set, Thing, Without, every, parts_of
from qa.kind import Desk, Reading
from qa.limits.outfitting import including, is_on_options, lacked_by
from qa.limits.owning import named_gear
from qa.parsing.english import english
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["deputised"]


def deputised(reading: Reading, scene: Scene, desk: Desk) -> Reading:
    """A need of what a question offers in place of what is lacking as whether that will do; else itself."""
    form = reading.form
    if reading.kind != "verification" or not isinstance(form, Select) or scene.wh:
        return reading
    parts = parts_of(form.set)
    lacked = {iri for p in parts if is_on_options(p) for own in parts_of(p.to) if (iri := lacked_by(own))}
    lacking = named_gear(scene, desk, out=True) if lacked else {}
    offered = lacked & named_gear(scene, desk, out=False).keys() - lacking.keys() if lacking else set()
    if not offered or _is_of_need(scene):
        return reading
    kinds = (Thing(iri) if desk.connector.is_thing(iri) else Kind(iri) for iri in lacking)
    way = every(
        [
            Kind(CALF.EQUIPMENT_OPTION),
            *(including(Thing(iri)) for iri in sorted(offered)),
            *(Without(including(kind)) for kind in kinds),
        ]
    )
    rest: list[Set] = [p for p in parts if not is_on_options(p)]
    node = every([*rest, Linked(CALF.HAS_EQUIPMENT_OPTION, way)])
    said = reading.words.union(*lacking.values())
    return replace(reading, form=replace(form, set=node), words=said, note="alone")


def _is_of_need(scene: Scene) -> bool:
    """Whether a question asks what is needed, or what is possible without something."""
    words, stems = english().words, [t.stem for t in scene.asking]
    barred = words["needing"] | words["barring"] | words["requiring"] | {"without"}
    return not barred.isdisjoint(stems) or ("have", "to") in pairwise(stems)
