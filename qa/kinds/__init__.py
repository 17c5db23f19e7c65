"""All question kinds, one file each; a new kind is a file here and a line in `KINDS`."""

from __future__ import annotations

from qa.kind import QuestionKind
from qa.kinds.comparison import Choice, Comparison
from qa.kinds.counting import Counting
from qa.kinds.cue import Cues
from qa.kinds.definition import Definition
from qa.kinds.evidence import Evidence
from qa.kinds.facts import Facts
from qa.kinds.listing import Listing
from qa.kinds.ordering import Ordering
from qa.kinds.procedure import Procedure
from qa.kinds.quantity import Quantity
from qa.kinds.reason import Reason
from qa.kinds.recommendation import Recommendation
from qa.kinds.verification import Verification

__all__ = ["KINDS"]

KINDS: tuple[QuestionKind, ...] = (
    Definition(),
    Listing(),
    Counting(),
    Quantity(),
    Procedure(),
    Cues(),
    Recommendation(),
    Reason(),
    Verification(),
    Comparison(),
    Choice(),
    Ordering(),
    Facts(),
    Evidence(),
)
