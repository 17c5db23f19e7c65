"""The contract of a referee: a reasoner of others that says what the ontology entails.

Answers never come from a referee: `kg.rules` derives them with proofs. Referees are slow and only
tell, in tests and in `python -m kg check --reason`, whether those answers are right.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kg.terms import Iri, Triple

__all__ = ["Entailment", "Reasoner"]


@dataclass(frozen=True, slots=True)
class Entailment:
    """What a reasoner found.

    `facts` are statements between named individuals by object properties of the ontology, and the
    types of individuals; asserted ones are included. Both are empty for an inconsistent ontology.
    """

    consistent: bool
    unsatisfiable: frozenset[Iri]
    facts: frozenset[Triple]


class Reasoner(Protocol):
    """Reads an ontology file and says what follows from it."""

    def entail(self, path: Path) -> Entailment:
        """Reason over the RDF/XML file at `path`.

        Raises `OntologyError` if the file cannot be read or the reasoner fails for another reason
        than inconsistency, such as a missing Java.
        """
