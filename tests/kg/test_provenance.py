"""Sources, claims and the standing of statements."""

import pytest

from kg.errors import OntologyError
from kg.graph import KnowledgeGraph
from kg.loading import open_ontology
from kg.provenance import Standing
from kg.terms import Iri, Triple
from kg.turtle import parse
from kg.vocabulary import CALF_NS

HEAD = """\
@prefix calf: <https://w3id.org/calf-kg/calf#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
calf:Source a owl:Class . calf:Claim a owl:Class . calf:Thing a owl:Class . calf:EvidenceLine a owl:Class .
calf:Sentence a owl:Class ; rdfs:subClassOf calf:Source . calf:Study a owl:Class ;
    rdfs:subClassOf calf:Source .
calf:likes a owl:ObjectProperty . calf:loves a owl:ObjectProperty ; rdfs:subPropertyOf calf:likes .
calf:hasStatus a owl:ObjectProperty . calf:statedIn a owl:ObjectProperty . calf:about a owl:ObjectProperty .
calf:hasEvidence a owl:ObjectProperty . calf:fromStudy a owl:ObjectProperty .
calf:hasDirection a owl:ObjectProperty .
calf:sentenceNumber a owl:DatatypeProperty . calf:section a owl:DatatypeProperty .
calf:shortCitation a owl:DatatypeProperty . calf:durationWeeks a owl:DatatypeProperty .
calf:s2 a calf:Sentence ; calf:sentenceNumber 2 ; calf:section 'On "fruit"' .
calf:s10 a calf:Sentence ; calf:sentenceNumber 10 ; calf:section "End" .
calf:lee a calf:Study ; calf:shortCitation "Lee 2020" ; calf:durationWeeks 9 .
calf:book a calf:Source ; rdfs:label "a book"@en .
calf:against rdfs:label "contradicts"@en . calf:yes rdfs:label "supported"@en .
calf:no rdfs:label "contradicted"@en .
calf:both rdfs:label "mixed"@en . calf:never rdfs:label "not tested"@en .
"""
CLAIM = """\
calf:c1 a calf:Claim ; rdfs:label "pears love"@en ; calf:hasStatus calf:no ; calf:statedIn calf:s10, calf:s2 ;
    calf:about calf:pear ; calf:hasEvidence calf:e1 .
calf:e1 a calf:EvidenceLine ; calf:fromStudy calf:lee ; calf:hasDirection calf:against .
"""
FACTS = """\
calf:pear a calf:Thing ; calf:loves calf:fig {| dcterms:source calf:s10, calf:s2, calf:book ;
    calf:claim calf:c1 |} .
calf:fig a calf:Thing .
"""


def graph(text):
    return KnowledgeGraph(open_ontology(parse((HEAD + text).encode(), "t.ttl")), lambda: None)


def calf(name):
    return Iri(CALF_NS + name)


PEAR_LOVES = Triple(calf("pear"), calf("loves"), calf("fig"))
PEAR_LIKES = Triple(calf("pear"), calf("likes"), calf("fig"))


def test_sources_come_in_the_order_of_the_article_then_studies_then_books():
    """Sentences are cited by section and number, studies by their short citation."""
    sources = graph(CLAIM + FACTS).sources()
    assert [(s.kind, s.label) for s in sources] == [
        ("article", "article, \"On 'fruit'\", sentence 2"),
        ("article", 'article, "End", sentence 10'),
        ("study", "Lee 2020"),
        ("ontology", "a book"),
    ]
    assert sources[2].weeks == 9


def test_a_claim_knows_its_sentences_and_its_evidence():
    """Sentences come in their order, and each line of evidence names its study and direction."""
    loaded = graph(CLAIM + FACTS)
    claim = loaded.claim(calf("c1"))
    assert [s.number for s in claim.sentences] == [2, 10]
    assert [(e.source.label, e.direction) for e in claim.evidence] == [("Lee 2020", "contradicts")]
    assert loaded.claims_about(calf("pear")) == (claim,)
    assert loaded.claims_about(calf("fig")) == ()
    assert loaded.claims() == (claim,)


def test_an_inferred_statement_has_the_provenance_of_its_proof():
    """The sources and claims of what a proof rests on are those of its conclusion."""
    loaded = graph(CLAIM + FACTS)
    assert [s.iri.local for s in loaded.provenance(PEAR_LOVES).sources] == ["s2", "s10", "book"]
    assert loaded.provenance(PEAR_LIKES) == loaded.provenance(PEAR_LOVES)
    assert loaded.provenance(PEAR_LIKES).claims == loaded.claims()


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        ("yes", Standing.UNCONTESTED),
        ("no", Standing.DISPUTED),
        ("both", Standing.MIXED),
        ("never", Standing.UNSUPPORTED),
    ],
)
def test_the_status_of_a_claim_is_the_standing_of_what_rests_on_it(status, standing):
    """Stated or inferred, a fact with this one reason stands as its claim does."""
    loaded = graph(CLAIM.replace("calf:hasStatus calf:no", f"calf:hasStatus calf:{status}") + FACTS)
    assert loaded.standing(PEAR_LOVES) is standing
    assert loaded.standing(PEAR_LIKES) is standing


def test_an_uncontested_statement_saves_what_follows_from_it():
    """If the conclusion is also stated without a claim, it is not disputed."""
    loaded = graph(CLAIM + FACTS + "calf:pear calf:likes calf:fig .")
    assert loaded.standing(PEAR_LIKES) is Standing.UNCONTESTED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("calf:hasStatus calf:no", "calf:hasStatus calf:fig"),
        ("calf:hasStatus calf:no ;", ""),
        ("calf:hasDirection calf:against", "calf:hasDirection calf:yes"),
        ("calf:fromStudy calf:lee ;", ""),
        ("calf:fromStudy calf:lee", "calf:fromStudy calf:fig"),
        ("calf:statedIn calf:s10", "calf:statedIn calf:fig"),
    ],
)
def test_a_faulty_claim_is_refused(old, new):
    """A claim without a known status, or evidence without a study, cannot be loaded."""
    assert old in CLAIM
    with pytest.raises(OntologyError):
        graph(CLAIM.replace(old, new) + FACTS)


@pytest.mark.parametrize("text", ["calf:s3 a calf:Sentence ; calf:sentenceNumber 'three' ."])
def test_a_faulty_source_is_refused(text):
    """A sentence number that is no number is an error."""
    with pytest.raises(OntologyError, match="three"):
        graph(text)


def test_a_source_that_is_none_is_named():
    """A statement whose source is not a source is an error when it is asked for."""
    loaded = graph(CLAIM + FACTS.replace("calf:s10, calf:s2, calf:book", "calf:fig"))
    with pytest.raises(OntologyError, match="fig"):
        loaded.provenance(PEAR_LOVES)
