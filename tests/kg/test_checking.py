"""Each check catches the fault that it is for, and finds none in a sound ontology."""

from __future__ import annotations

import pytest

from kg.__main__ import main
from kg.build import build, merge
from kg.checking import Violation, check, check_document
from kg.checks import CHECKS

SOUND = """
@prefix : <https://w3id.org/calf-kg/calf#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<https://w3id.org/calf-kg/calf> a owl:Ontology ; dcterms:title "Small"@en ; dcterms:description "A test."@en ;
    dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
    owl:versionIRI <https://w3id.org/calf-kg/calf/0.0.1> ; owl:versionInfo "0.0.1" .
dcterms:source a owl:AnnotationProperty . dcterms:title a owl:AnnotationProperty .
"""
CLASSES = [
    "Exercise",
    "Step",
    "Prescription",
    "Unit",
    "Sentence",
    "Source",
    "Study",
    "Claim",
    "EvidenceLine",
    "ClaimStatus",
    "Thing",
]
OBJECT = [
    "hasStep",
    "variationOf",
    "partOf",
    "headOf",
    "hasUnit",
    "hasEvidence",
    "fromStudy",
    "hasStatus",
    "statedIn",
    "hasDirection",
]
DATA = ["stepNumber", "minValue", "maxValue", "doi", "pmid", "text", "sentenceNumber"]
FACTS = """
:Sentence rdfs:subClassOf :Source . :Study rdfs:subClassOf :Source .
:s1 a :Sentence ; rdfs:label "sentence 1" ; :sentenceNumber 1 .
:raise a :Exercise ; rdfs:label "raise" ; skos:definition "Up."@en ;
    :hasStep :one {| dcterms:source :s1 |} ; :hasStep :two {| dcterms:source :s1 |} .
:one a :Step ; rdfs:label "step one" ; :stepNumber 1 {| dcterms:source :s1 |} .
:two a :Step ; rdfs:label "step two" ; :stepNumber 2 {| dcterms:source :s1 |} .
:press a :Exercise ; rdfs:label "press" ; skos:definition "Down."@en ;
    :variationOf :raise {| dcterms:source :s1 |} .
:sets a :Prescription ; rdfs:label "sets" ; :minValue 3.0 {| dcterms:source :s1 |} ;
    :maxValue 4.0 {| dcterms:source :s1 |} ; :hasUnit :set {| dcterms:source :s1 |} .
:set a :Unit ; rdfs:label "set" .
:contradicted a :ClaimStatus ; rdfs:label "contradicted" .
:claim a :Claim ; rdfs:label "a claim" ; :hasStatus :contradicted ; :statedIn :s1 ; :text "No." ;
    :hasEvidence :line .
:line a :EvidenceLine ; rdfs:label "a line" ; :fromStudy :study ; :text "It is not so." .
:study a :Study ; rdfs:label "a study" ; :doi "10.1/2" .
[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :raise ; owl:assertionProperty :variationOf ;
    owl:targetIndividual :press ; dcterms:source :s1 .
"""


def declare(names, kind):
    return "".join(
        f':{name} a owl:{kind} ; rdfs:label "{kind} {name}" ; skos:definition "What {kind} {name} is."@en .\n'
        for name in names
    )


TEXT = (
    SOUND
    + declare(CLASSES, "Class")
    + declare(OBJECT, "ObjectProperty")
    + declare(DATA, "DatatypeProperty")
    + FACTS
)
EXTRA = "\n"  # a mutant whose first text is this adds the second at the end
# check -> (text to replace, replacement, what the fault names)
MUTANTS = {
    "undefined_iri": (EXTRA, ":raise rdfs:seeAlso :nowhere .", "calf#nowhere"),
    "iri_ending": (EXTRA, ":raise rdfs:seeAlso <http://example.org/raise/> .", "raise/"),
    "missing_label": ('rdfs:label "raise" ;', "", "calf#raise"),
    "multiple_labels": ('rdfs:label "raise"', 'rdfs:label "raise", "rise"', "calf#raise"),
    "duplicate_label": ('rdfs:label "press"', 'rdfs:label "Raise"', "calf#raise"),
    "label_whitespace": ('rdfs:label "press"', 'rdfs:label "press "', "calf#press"),
    "missing_definition": ('skos:definition "What Class Unit is."@en', 'rdfs:comment "x"', "calf#Unit"),
    "multiple_definitions": (
        'skos:definition "Up."@en',
        'skos:definition "Up."@en, "Above."@en',
        "calf#raise",
    ),
    "duplicate_definition": ('"Down."@en', '"Up."@en', "calf#"),
    "missing_ontology_header": ('dcterms:description "A test."@en ;', "", "description"),
    "deprecated_reference": (EXTRA, ":raise owl:deprecated true .", "calf#raise"),
    "illegal_use_of_built_in_vocabulary": (EXTRA, ':r a rdf:Statement, :Thing ; rdfs:label "r" .', "calf#r"),
    "bounds": (":minValue 3.0", ":minValue 5.0", "calf#sets"),
    "steps": (":stepNumber 2", ":stepNumber 3", "calf#raise"),
    "acyclic": (EXTRA, ":raise :variationOf :press {| dcterms:source :s1 |} .", "calf#press"),
    "missing_source": (":hasStep :one {| dcterms:source :s1 |}", ":hasStep :one", "calf#raise"),
    "unsupported_dispute": (':doi "10.1/2"', ':text "?"', "calf#claim"),
    "claim_without_status": (":hasStatus :contradicted ;", "", "calf#claim"),
}


def write(folder, text):
    folder.mkdir(exist_ok=True)
    (folder / "small.ttl").write_text(text, encoding="utf-8")
    return folder


def faults(folder, text):
    return check_document(merge(write(folder, text)))


def mutate(before, after):
    assert before in TEXT
    return TEXT + after if before == EXTRA else TEXT.replace(before, after, 1)


def test_a_sound_ontology_has_no_fault(tmp_path):
    assert faults(tmp_path, TEXT) == ()


def test_each_check_has_a_mutant():
    """A new check comes with a fault that it catches."""
    assert set(MUTANTS) == {each.name for each in CHECKS}


@pytest.mark.parametrize("name", MUTANTS)
def test_each_check_catches_its_mutant(name, tmp_path):
    """The fault is found by the check meant for it, and named."""
    before, after, named = MUTANTS[name]
    found = [fault for fault in faults(tmp_path, mutate(before, after)) if fault.check == name]
    assert found
    assert any(named in str(fault) for fault in found)


@pytest.mark.parametrize(
    ("before", "after", "name", "named"),
    [
        (":hasUnit :set {| dcterms:source :s1 |}", 'rdfs:comment ""', "bounds", "no unit"),
        (
            ":minValue 3.0 {| dcterms:source :s1 |} ;\n    :maxValue 4.0 {| dcterms:source :s1 |} ;",
            "",
            "bounds",
            "neither",
        ),
        (
            "owl:targetIndividual :press ; dcterms:source :s1",
            "owl:targetIndividual :press",
            "missing_source",
            "denies",
        ),
        (
            EXTRA,
            ":Thing rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :partOf ; owl:hasValue :raise ] .",
            "missing_source",
            "calf#Thing",
        ),
    ],
)
def test_further_faults_are_caught(before, after, name, named, tmp_path):
    """Checks with several sides see each of them."""
    found = [fault for fault in faults(tmp_path, mutate(before, after)) if fault.check == name]
    assert any(named in str(fault) for fault in found)


def test_a_built_ontology_is_checked_against_its_sources(tmp_path):
    """The committed file is what its sources build, byte for byte."""
    source, target = write(tmp_path / "src", TEXT), tmp_path / "small.owl"
    assert [fault.check for fault in check(source, target)] == ["rebuild_is_equal"]
    build(source, target)
    assert check(source, target) == ()
    target.write_bytes(target.read_bytes() + b"\n")
    assert [fault.problem for fault in check(source, target)] == ["is not what its sources build"]


def test_a_file_that_does_not_parse_is_named(tmp_path):
    """Nothing else is reported then, since nothing else can be known."""
    (fault,) = check(write(tmp_path, TEXT + "oops"), tmp_path / "small.owl")
    assert (fault.check, fault.subject) == ("files_parse", "small.ttl")


def test_an_empty_folder_is_a_fault(tmp_path):
    assert [fault.check for fault in check(tmp_path, tmp_path / "small.owl")] == ["files_parse"]


def test_a_merge_that_fails_is_a_fault(tmp_path):
    found = check(write(tmp_path, TEXT + ":x a :Nowhere ."), tmp_path / "small.owl")
    assert [fault.check for fault in found] == ["files_parse"]


def test_a_violation_reads_as_a_sentence():
    fault = Violation("steps", "calf#raise", "has no step", "Add one")
    assert str(fault) == "steps: calf#raise has no step. Add one."


def test_the_shipped_sources_have_no_fault(root):
    """What is committed passes every check."""
    assert check_document(merge(root / "ontology" / "src")) == ()


def test_the_command_line_builds_checks_and_queries(tmp_path, capsys):
    """`python -m kg` gives 0 for success, 1 for a fault, and prints what it found."""
    plain = "".join(
        line
        for line in TEXT.splitlines(keepends=True)
        if not line.startswith((":claim ", "    :hasEvidence", ":line "))
    )
    source, target = write(tmp_path / "src", plain), tmp_path / "small.owl"
    places = ["--source", str(source), "--target", str(target)]
    assert main(["check", *places]) == 1
    assert main(["build", *places]) == 0
    assert main(["check", *places]) == 0
    query = "PREFIX : <https://w3id.org/calf-kg/calf#> SELECT ?s ?n { ?s :stepNumber ?n } ORDER BY ?n"
    assert main(["query", query, "--ontology", str(target)]) == 0
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "?s\t?n",
        "https://w3id.org/calf-kg/calf#one\t1",
        "https://w3id.org/calf-kg/calf#two\t2",
    ]
    assert main(["query", "DROP ALL", "--ontology", str(target)]) == 1
    assert "read-only" in capsys.readouterr().err
