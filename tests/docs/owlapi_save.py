"""Save an OWL file anew with OWL API, the library of Protégé: `owlapi_save.py JARS LIBJVM IN OUT`."""

from __future__ import annotations

import sys
from pathlib import Path

import jpype


def main(jars: str, jvm: str, source: str, target: str) -> None:
    """Save `source` as the RDF/XML file `target`."""
    jpype.startJVM(jvm or jpype.getDefaultJVMPath(), classpath=[str(jar) for jar in Path(jars).glob("*.jar")])
    file = jpype.JClass("java.io.File")
    manager = jpype.JClass("org.semanticweb.owlapi.apibinding.OWLManager").createOWLOntologyManager()
    ontology = manager.loadOntologyFromOntologyDocument(file(source))
    layout = jpype.JClass("org.semanticweb.owlapi.formats.RDFXMLDocumentFormat")()
    iri = jpype.JClass("org.semanticweb.owlapi.model.IRI")
    manager.saveOntology(ontology, layout, iri.create(file(target)))


if __name__ == "__main__":
    main(*sys.argv[1:5])
