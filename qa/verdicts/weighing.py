"""What a verdict is weighed by where no rule settles it: the graph, the rules, and what was learnt."""

from __future__ import annotations

from math import log

from qa.forms.logic import Ask, Describe
from qa.kind import Draft, Reading
from qa.scene import Scene
from qa.verdicts.claiming import is_named, is_said
from qa.verdicts.settling import is_judged

__all__ = ["verdict_features"]

_BLUR = 0.02  # added to probabilities, since their logarithms have no bounds


def verdict_features(draft: Draft, ruled: Draft, reading: Reading, scene: Scene) -> dict[str, float]:
    """What tells whether a right answer begins with yes: the graph and the rules, and what was learnt.

    Of a statement whose ends the question names, of amounts, of a follow-up, and where a rule has turned
    a verdict, either may be worth more or less than elsewhere.
    """
    form = reading.form
    cases = {
        "": True,
        " turned": ruled.boolean != draft.boolean and bool(draft.boolean),
        " supposed": not draft.boolean,
        " stated": isinstance(form, Ask) and is_named(form, scene),
        " said": is_said(form, scene),
        " judged": isinstance(form, Describe) and is_judged(scene),
        " amount": reading.kind == "quantity",
        " listed": not isinstance(form, Ask) and reading.kind != "quantity",
        " after": scene.before is not None,
    }
    learnt = scene.verdict
    ruling = 1.0 if ruled.boolean == "yes" else -1.0
    leaning = log((learnt.yes + _BLUR) / (learnt.no + _BLUR))
    found = {"bias": 1.0}
    for case, holds in cases.items():
        found["rule" + case], found["learnt" + case] = ruling * holds, leaning * holds
    return found
