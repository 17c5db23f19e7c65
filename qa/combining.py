"""One for each of two conditions: "one straight-knee exercise and one bent-knee exercise".

The wording suggests the list of each alone, which differ in one condition. Where a question asks for one and
for one more, it asks for what fulfils either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from qa.conditions import NO_VERSIONS
from qa.kind import Reading
from qa.logic import Linked, Select, Set, Thing, either, every, parts_of
from qa.scene import Scene

__all__ = ["combined"]

_LIKELY = 0.05  # probability from which a list is one of the two


def combined(readings: Iterable[Reading], scene: Scene) -> Iterator[Reading]:
    """The lists of what fulfils either of two conditions, each of which the wording suggests alone."""
    if not scene.one_each:
        return
    lists = [r for r in readings if r.kind == "listing" and r.chance >= _LIKELY]
    for first, second in combinations(lists, 2):
        if (node := _both(first, second)) is not None:
            yield replace(
                first,
                form=Select(node),
                words=first.words | second.words,
                topics=tuple(dict.fromkeys((*first.topics, *second.topics))),
                chance=first.chance + second.chance,
            )


def _both(first: Reading, second: Reading) -> Set | None:
    """The set of either of two lists that differ in one condition; None of others."""
    if not (isinstance(first.form, Select) and isinstance(second.form, Select)):
        return None
    one, other = parts_of(first.form.set), parts_of(second.form.set)
    own = [p for p in one if p not in other and p != NO_VERSIONS]
    others = [p for p in other if p not in one and p != NO_VERSIONS]
    pair = [*own, *others]
    if (
        len(own) != 1
        or len(others) != 1
        or not all(isinstance(p, Linked) and isinstance(p.to, Thing) for p in pair)
    ):
        return None
    aside = [NO_VERSIONS] if NO_VERSIONS in (*one, *other) else []
    return every([*(p for p in one if p in other and p != NO_VERSIONS), either(pair), *aside])
