"""All that a question may mean: the readings of every kind, and those that its wording suggests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from qa.kind import Desk, Reading
from qa.kinds import KINDS
from qa.limits.compelling import compelled
from qa.limits.directing import directed
from qa.limits.dismissing import dismissed
from qa.limits.footing import off_feet, on_feet
from qa.limits.negating import of_the_calf
from qa.limits.relating import without_the_one
from qa.readings.coupling import coupled
from qa.readings.restating import restated
from qa.readings.spreading import spread
from qa.scene import Scene

__all__ = ["proposals"]


def proposals(scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The readings of all kinds, and those that the wording suggests, each heeding all that is said."""
    built = (spread(reading, scene, desk) for kind in KINDS for reading in kind.propose(scene, desk))
    for reading in chain(built, restated(scene, desk)):
        footed = on_feet(off_feet(without_the_one(reading, scene, desk), scene, desk), scene)
        heeded = compelled(directed(dismissed(footed, scene, desk), scene, desk), scene, desk)
        yield of_the_calf(coupled(heeded, scene, desk))
