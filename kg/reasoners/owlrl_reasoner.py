"""The OWL 2 RL closure of owlrl: the same profile as `kg.rules`, written by others."""

from __future__ import annotations

from pathlib import Path
from xml.sax import SAXParseException

import owlrl
from rdflib import OWL, RDF, Graph, URIRef

from kg.errors import OntologyError
from kg.reasoner import Entailment
from kg.terms import Iri, Triple

__all__ = ["OwlRl"]

_ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")


class OwlRl:
    """Closes an ontology under the rules of OWL 2 RL; a few seconds, no Java."""

    def entail(self, path: Path) -> Entailment:
        """See `kg.reasoner.Reasoner.entail`; owlrl reports no unsatisfiable classes without members."""
        graph = _read(path)
        classes = {term for term in graph.subjects(RDF.type, OWL.Class) if isinstance(term, URIRef)}
        properties = set(graph.subjects(RDF.type, OWL.ObjectProperty))
        individuals = {
            term for term in graph.subjects(RDF.type, OWL.NamedIndividual) if isinstance(term, URIRef)
        }
        closure = owlrl.DeductiveClosure(
            owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False
        )
        closure.expand(graph)
        if (None, RDF.type, _ERROR) in graph:
            return Entailment(consistent=False, unsatisfiable=frozenset(), facts=frozenset())
        facts = frozenset(
            Triple(Iri(s), Iri(p), Iri(o))
            for s, p, o in graph
            if s in individuals
            and isinstance(o, URIRef)
            and ((p == RDF.type and o in classes) or (p in properties and o in individuals))
        )
        empty = frozenset(
            Iri(cls) for cls in classes if (cls, URIRef(f"{OWL}equivalentClass"), OWL.Nothing) in graph
        )
        return Entailment(consistent=True, unsatisfiable=empty, facts=facts)


def _read(path: Path) -> Graph:
    try:
        return Graph().parse(path, format="xml")
    except OSError as error:
        raise OntologyError(
            f"{path} cannot be read: {error}", "Build it with `python -m kg build`"
        ) from error
    except SAXParseException as error:
        raise OntologyError(
            f"{path} is not RDF/XML: {error}", "Build it with `python -m kg build`"
        ) from error
