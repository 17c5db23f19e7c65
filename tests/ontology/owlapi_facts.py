"""What OWL API reads in an OWL file, as JSON: individuals, object assertions, violations of two profiles.

A program of its own, since a Java machine cannot be started twice in one process:

    python owlapi_facts.py FOLDER_OF_JARS LIBJVM FILE
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jpype

PROFILES = ("OWL2DLProfile", "OWL2RLProfile")


def main(jars: str, jvm: str, file: str) -> None:
    """Print the facts about `file`."""
    jpype.startJVM(jvm or jpype.getDefaultJVMPath(), classpath=[str(jar) for jar in Path(jars).glob("*.jar")])
    manager = jpype.JClass("org.semanticweb.owlapi.apibinding.OWLManager").createOWLOntologyManager()
    ontology = manager.loadOntologyFromOntologyDocument(jpype.JClass("java.io.File")(file))
    kind = jpype.JClass("org.semanticweb.owlapi.model.AxiomType").OBJECT_PROPERTY_ASSERTION
    assertions = sorted(
        [iri(axiom.getSubject()), iri(axiom.getProperty()), iri(axiom.getObject())]
        for axiom in ontology.getAxioms(kind)
    )
    found = {
        "individuals": sorted(iri(each) for each in ontology.getIndividualsInSignature()),
        "assertions": assertions,
        "logical_axioms": int(ontology.getLogicalAxiomCount()),
        "violations": {
            name: [
                str(violation)
                for violation in jpype.JClass(f"org.semanticweb.owlapi.profiles.{name}")()
                .checkOntology(ontology)
                .getViolations()
            ]
            for name in PROFILES
        },
    }
    sys.stdout.write(json.dumps(found))


def iri(entity: object) -> str:
    """The IRI of an entity as text, without the brackets that OWL API prints."""
    return str(entity).strip("<>")


if __name__ == "__main__":
    main(*sys.argv[1:4])
