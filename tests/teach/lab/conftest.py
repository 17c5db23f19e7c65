"""The shipped grid, for the tests of the lab."""

from __future__ import annotations

import pytest

from teach.lab.grid import load_grid


@pytest.fixture(scope="session")
def grid():
    """The grid that the project ships."""
    return load_grid()
