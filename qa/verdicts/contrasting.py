"""Which of two is more than the other by a name that says so: "the heels wider apart than the toes"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qa.kind import Draft
from qa.parsing.english import english
from qa.parsing.lexicon import stems_of
from qa.scene import Scene
from qa.verdicts.denying import is_denied
from qa.verdicts.turning import CONTRARY

__all__ = ["contrasted"]

_THAN = frozenset(("than", "then"))  # as it is often written


def contrasted(draft: Draft, scene: Scene) -> str:
    """The verdict on two things that a question compares as the name of the one thing found does.

    "No" where it has them the other way round, or the opposite word between them.
    """
    if len(draft.items) != 1 or not scene.may_be_polar:
        return ""
    claim = [t.stem for t in scene.tokens if t.sentence == scene.claimed and t.offset >= 0]
    told = _order(stems_of(draft.items[0].label))
    said = _order(claim, {told[0], told[2]}) if told else None
    if not told or not said or {told[0], told[2]} != {said[0], said[2]}:
        return ""
    alike = (told[0] == said[0]) == _same_way(told[1], said[1])
    verdict = "yes" if alike else "no"
    return CONTRARY[verdict] if is_denied(scene) else verdict


def _same_way(one: str, other: str) -> bool:
    """Whether two words of degree are no opposites."""
    return not any((one in a and other in b) or (one in b and other in a) for a, b in english().opposites)


def _order(stems: Sequence[str], ends: Collection[str] = ()) -> tuple[str, str, str] | None:
    """What is compared, by which word, and with what: ("heel", "wider", "toe"); None if nothing is.

    Of a question, the things are the `ends` that are known to be compared.
    """
    than = next((n for n, stem in enumerate(stems) if stem in _THAN), 0)
    sides = frozenset[str]().union(*(a | b for a, b in english().opposites))
    degree = next((n for n in range(than - 1, 0, -1) if stems[n] in sides), 0)
    plain = english().light
    compared = [s in ends if ends else s not in plain and s not in sides for s in stems]
    first = next((stems[n] for n in range(degree - 1, -1, -1) if compared[n]), "")
    last = next((stems[n] for n in range(than + 1, len(stems)) if compared[n]), "")
    return (first, stems[degree], last) if than and degree and first and last else None
