"""One bank of quiz items, and one judge of lessons, for all tests of teach."""

from __future__ import annotations

import pytest

from teach.lessons.validating import Validator
from teach.quiz import Bank, Choice, Teacher
from teach.sheets import Paper
from ui.marked import DRAWN, marked


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


@pytest.fixture(scope="module")
def paper(bank, teacher):
    """All items as a paper; those of a drawing share one, so that the files stay small."""
    return Paper("Calf quiz 1", bank.items, teacher, lambda iri: marked(iri.local))


@pytest.fixture(scope="module")
def quiz(bank, teacher):
    """Forty items of every form as a paper."""
    items = bank.choose(Choice(seed=3, count=40))
    return Paper("Calf quiz 3", items, teacher, lambda iri: marked(iri.local))
