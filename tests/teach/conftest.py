"""One bank of quiz items, and one judge of lessons, for all tests of teach."""

from __future__ import annotations

import pytest

from teach.lessons.validating import Validator
from teach.quiz import Bank, Teacher
from ui.marked import DRAWN


@pytest.fixture(scope="session")
def bank(pipeline):
    """Every item of the shipped graph."""
    return Bank(pipeline.graph, pipeline.say, DRAWN)


@pytest.fixture(scope="session")
def teacher(pipeline):
    """Explains the items."""
    return Teacher(pipeline.graph, pipeline.say, pipeline.explainer)


@pytest.fixture(scope="session")
def validator(pipeline):
    """What holds lessons against the real graph."""
    return Validator(pipeline.graph)
