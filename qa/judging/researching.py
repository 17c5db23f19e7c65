"""Who asks for evidence is told of evidence, however surely the wording stands for something else.

"Is toes-in proven?" is worded as "does toes-in work?" is, to which the article says yes and trials say no.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.judging.ranking import Ranked

__all__ = ["asking_for_evidence"]


def asking_for_evidence(ranked: Sequence[Ranked]) -> Ranked | None:
    """The best reading as a question for evidence, which is proposed of no other; None if there is none."""
    return next((r for r in ranked if r.reading.kind == "evidence"), None)
