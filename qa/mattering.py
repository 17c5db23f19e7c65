"""Which of many rules can matter to a question.

A rule heeds one way in which people say something, and few questions say it. What a question must have for a
rule to change anything is stated beside the rule, and tried once a question; a rule that cannot matter is
then not asked about any of its readings.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from qa.scene import Scene

__all__ = ["asks_verdict", "excludes", "mattering", "where"]

_Rule = TypeVar("_Rule", bound=Callable[..., Any])
_Test = Callable[[Scene], object]

_tests: dict[Callable[..., Any], _Test] = {}


def where(test: _Test) -> Callable[[_Rule], _Rule]:
    """Marks a rule that changes nothing of a question which does not pass this test."""

    def marked(rule: _Rule) -> _Rule:
        _tests[rule] = test
        return rule

    return marked


def mattering(rules: tuple[_Rule, ...], scene: Scene) -> tuple[_Rule, ...]:
    """Those of some rules that may matter to a question, in their order."""
    return scene.once(rules, lambda: tuple(r for r in rules if r not in _tests or _tests[r](scene)))


def asks_verdict(scene: Scene) -> bool:
    """Whether a question may want a yes or no."""
    return scene.may_be_polar


def excludes(scene: Scene) -> bool:
    """Whether a question excludes something by name."""
    return any(a.polarity == "out" for a in scene.anchors)
