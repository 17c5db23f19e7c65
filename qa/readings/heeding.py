"""What a question denies, names more narrowly or by its place, in the form that the wording suggests."""

from __future__ import annotations

from qa.forms.logic import Form
from qa.kind import Desk
from qa.limits.easing import eased
from qa.limits.layering import tells_of_depth
from qa.limits.narrowing import as_said
from qa.limits.negating import denied
from qa.limits.ordinals import in_place
from qa.limits.overhearing import as_excluded
from qa.scene import Scene

__all__ = ["heeded"]


def heeded(form: Form, scene: Scene, desk: Desk) -> Form:
    """A form that says what the question does; "can't be seen" denies nothing of what lies under."""
    told = form if tells_of_depth(form, scene) else denied(form, scene, desk)
    told = as_excluded(as_said(told, scene, desk), scene, desk)
    return in_place(eased(told, scene, desk), scene, desk)
