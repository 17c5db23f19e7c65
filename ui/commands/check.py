"""`calf check`: is the ontology readable, complete, consistent, and built from its sources?"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

from kg.checking import Violation, check
from kg.graph import KnowledgeGraph

__all__ = ["FAULTY", "run"]

FAULTY = 2  # exit code: something is wrong that an editor of the ontology can mend


def run(ontology: Path | None, *, reason: bool, as_json: bool) -> int:
    """Check the built-in ontology with its sources, or only the OWL file `ontology`; returns 0 or 2.

    With `reason`, HermiT judges too whether the ontology is consistent; that needs a Java.

    Raises:
        OntologyError: the OWL file is missing, malformed or inconsistent, or there is no Java.
    """
    home = Path(str(files("ontology")))
    path = ontology or home / "calf.owl"
    faults = () if ontology else check(home / "src", path)
    if not faults:
        KnowledgeGraph.load(path)  # derives all there is to derive, and raises on a contradiction
        if reason:
            faults = _judge(path)
    if as_json:
        sys.stdout.write(json.dumps([asdict(fault) for fault in faults], indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{fault}\n" for fault in faults or (f"{path.name} is in order.",))
    return FAULTY if faults else 0


def _judge(path: Path) -> tuple[Violation, ...]:
    """What HermiT finds wrong with the ontology at `path`."""
    from kg.reasoners import open_reasoner

    found = open_reasoner("hermit").entail(path)
    if not found.consistent:
        return (Violation("hermit", path.name, "is inconsistent", "Open it in Protégé to see the axioms"),)
    return tuple(
        Violation("hermit", str(iri), "can have no instances", "Correct its axioms or disjoint classes")
        for iri in sorted(found.unsatisfiable)
    )
