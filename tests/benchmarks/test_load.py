"""The load script notices an answer on the wrong page."""

from __future__ import annotations

import pytest

from benchmarks.load import Ledger, Turn
from ui.components.plain import plain

ONE, TWO = Turn("q=one", ("First.",)), Turn("q=two", ("Second.", "Third (or *not*)."))


@pytest.mark.parametrize(
    ("turn", "page", "wrong"),
    [
        (ONE, ["First."], 0),
        (TWO, ["Second.", "Third (or *not*)."], 0),
        (ONE, ["A heading that is no answer", "First."], 0),
        (ONE, ["Second."], 1),
        (ONE, ["First.", "Second."], 1),
        (ONE, [], 1),
        (TWO, ["Third (or *not*).", "Second."], 1),
        (TWO, ["Second."], 1),
    ],
)
def test_wrong_pages_are_counted(turn, page, wrong):
    """A page must hold its own answers in order, and none of another session's."""
    ledger = Ledger([ONE, TWO])
    ledger.check(turn, [plain(heading) for heading in page])

    assert (ledger.pages, ledger.wrong) == (1, wrong)
