"""All that a question may mean: the readings of every kind, and those that its wording suggests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final

from qa.kind import Desk, Reading
from qa.kinds import KINDS
from qa.limits.compelling import compelled
from qa.limits.directing import directed, listed_in_order
from qa.limits.dismissing import dismissed
from qa.limits.easing import spared
from qa.limits.footing import off_feet, on_feet
from qa.limits.negating import of_the_calf
from qa.limits.relating import without_the_one
from qa.mattering import mattering
from qa.readings.coupling import coupled
from qa.readings.cueing import of_what_is_not_done
from qa.readings.restating import restated
from qa.readings.spreading import spread
from qa.scene import Scene

__all__ = ["proposals"]

_Rule = Callable[[Reading, Scene, Desk], Reading]

_LISTED: Final = (spread,)
#: What is said of exclusions, places and the like, heeded one after the other.
_HEEDED: Final = (
    without_the_one,
    off_feet,
    on_feet,
    dismissed,
    directed,
    listed_in_order,
    compelled,
    coupled,
    of_the_calf,
    spared,
    of_what_is_not_done,
)


def proposals(scene: Scene, desk: Desk) -> Iterator[Reading]:
    """The readings of all kinds, and those that the wording suggests, each heeding all that is said."""
    listed, heeded = mattering(_LISTED, scene), mattering(_HEEDED, scene)
    proposed = (reading for kind in KINDS for reading in kind.propose(scene, desk))
    built = (_changed(reading, listed, scene, desk) for reading in proposed)
    for reading in chain(built, restated(scene, desk)):
        yield _changed(reading, heeded, scene, desk)


def _changed(reading: Reading, rules: Iterable[_Rule], scene: Scene, desk: Desk) -> Reading:
    """A reading after some rules, one after the other."""
    for rule in rules:
        reading = rule(reading, scene, desk)
    return reading
