"""The graph and the shipped grid, for the tests of teaching."""

from __future__ import annotations

import pytest

from qa.pipeline import Pipeline
from teach.lab.grid import load_grid


@pytest.fixture(scope="session")
def qa():
    """The real pipeline."""
    return Pipeline.load()


@pytest.fixture(scope="session")
def grid():
    """The grid that the project ships."""
    return load_grid()
