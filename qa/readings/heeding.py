"""What a question denies, names more narrowly or by its place, in the form that the wording suggests."""

from __future__ import annotations

from typing import Final

from qa.forms.logic import Form
from qa.kind import Desk
from qa.limits.easing import eased
from qa.limits.excluding import without_excluded
from qa.limits.layering import tells_of_depth
from qa.limits.narrowing import as_said
from qa.limits.negating import denied, denies
from qa.limits.ordinals import in_place, step_in_place
from qa.limits.overhearing import as_excluded
from qa.limits.ranging import within_range
from qa.mattering import mattering, where
from qa.scene import Scene

__all__ = ["heeded"]


def heeded(form: Form, scene: Scene, desk: Desk) -> Form:
    """A form that says what the question does."""
    for rule in mattering(_HEEDED, scene):
        form = rule(form, scene, desk)
    return form


@where(denies)
def _denied(form: Form, scene: Scene, desk: Desk) -> Form:
    """A form with what the question denies; "can't be seen" denies nothing of what lies under."""
    return form if tells_of_depth(form, scene) else denied(form, scene, desk)


_HEEDED: Final = (
    _denied,
    as_said,
    as_excluded,
    eased,
    in_place,
    step_in_place,
    within_range,
    without_excluded,
)
