"""What contradicts the ontology is refused: by our own rules one breach at a time, by HermiT all at once."""

from __future__ import annotations

import importlib.util
import sys

import pytest

from kg.build import merge
from kg.errors import OntologyError
from kg.loading import open_ontology
from kg.ntriples import ntriples
from kg.reasoners import open_reasoner
from kg.terms import Iri, Triple
from kg.turtle import is_blank
from kg.vocabulary import CALF_NS, OWL, RDF, RDFS


@pytest.fixture(scope="module")
def laboratory(root):
    """The mutants of scripts/mutate.py."""
    path = root / "scripts" / "mutate.py"
    spec = importlib.util.spec_from_file_location("mutate_script", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module.Laboratory(root / "ontology" / "src", root / "tests" / "competency")


@pytest.mark.slow
def test_every_breach_of_a_denial_and_of_a_class_pair_is_refused(laboratory):
    """E1: each denied fact, asserted, is a contradiction; so is a member of two disjoint classes."""
    breaches = list(laboratory.breaches())
    pairs = [breach for breach in breaches if breach[0] == "broken disjointness"]
    denials = [breach for breach in breaches if breach[0] == "broken denial"]
    assert len(pairs) > 400
    assert len(denials) > 50
    # Every twentieth pair and denial here; scripts/mutate.py looks at all of them.
    for breach in (*pairs[::20], *denials[::20]):
        assert laboratory.breach(*breach).noticed, breach


@pytest.mark.slow
def test_deletions_are_noticed(laboratory):
    """E2, for every hundredth axiom: a question, a check or a second reason notices that it is gone."""
    results = [laboratory.delete(*each) for each in list(laboratory.deletions())[::100]]
    noticed = [result for result in results if result.noticed or result.follows]
    assert len(noticed) >= 0.95 * len(results), [r.axiom for r in results if r not in noticed]


@pytest.mark.java
def test_hermit_finds_each_pair_of_disjoint_classes_empty(root, tmp_path):
    """E1 for HermiT: a class below two disjoint ones can have no member, for every pair."""
    from kg.reasoners.hermit import find_java

    try:
        find_java()
    except OntologyError as error:
        pytest.skip(str(error))
    document = merge(root / "ontology" / "src")
    schema = open_ontology(document).schema
    pairs = schema.pairs(OWL.DISJOINT_WITH)
    wanted = {*schema.classes, *schema.object_properties}
    triples = [t for t in document.triples if t.subject in wanted and not is_blank(t.object)]
    triples.append(Triple(Iri("https://w3id.org/calf-kg/calf"), RDF.TYPE, OWL.ONTOLOGY))
    for number, pair in enumerate(pairs):
        probe = Iri(f"{CALF_NS}probe{number}")
        triples.append(Triple(probe, RDF.TYPE, OWL.CLASS))
        triples += [Triple(probe, RDFS.SUB_CLASS_OF, cls) for cls in pair]
    path = tmp_path / "probes.nt"
    path.write_text(ntriples(triples), encoding="utf-8")
    found = open_reasoner("hermit").entail(path)
    assert found.consistent
    assert found.unsatisfiable == {Iri(f"{CALF_NS}probe{number}") for number in range(len(pairs))}


def test_hundreds_of_pairs_are_disjoint(laboratory):
    assert len(laboratory.sound.schema.pairs(OWL.DISJOINT_WITH)) > 400
