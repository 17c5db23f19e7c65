"""One bank of quiz items for all tests of teach."""

from __future__ import annotations

import pytest

from qa.pipeline import Pipeline
from teach.quiz import Bank, Teacher
from ui.marked import DRAWN


@pytest.fixture(scope="session")
def pipeline():
    """A pipeline over the shipped graph."""
    return Pipeline.load()


@pytest.fixture(scope="session")
def bank(pipeline):
    """Every item of the shipped graph."""
    return Bank(pipeline.graph, pipeline.say, DRAWN)


@pytest.fixture(scope="session")
def teacher(pipeline):
    """Explains the items."""
    return Teacher(pipeline.graph, pipeline.say, pipeline.explainer)
