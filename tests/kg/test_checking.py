"""Each check catches the fault that it is for, and finds none in a sound ontology."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest

from kg.__main__ import main
from kg.build import build, merge
from kg.checking import Violation, check, check_document
from kg.checks import CHECKS
from kg.checks.listed import Count, Lists, Number, Waiver, read_lists
from kg.errors import OntologyError

SOUND = """
@prefix : <https://w3id.org/calf-kg/calf#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix vann: <http://purl.org/vocab/vann/> .
@prefix oio: <http://www.geneontology.org/formats/oboInOwl#> .
<https://w3id.org/calf-kg/calf> a owl:Ontology ; dcterms:title "Small"@en ; dcterms:description "A test."@en ;
    dcterms:license <https://creativecommons.org/licenses/by/4.0/> ; dcterms:creator "Nobody" ;
    dcterms:created "2000-01-01"^^xsd:date ; dcterms:modified "2000-01-01"^^xsd:date ;
    vann:preferredNamespacePrefix "" ; vann:preferredNamespaceUri "https://w3id.org/calf-kg/calf#" ;
    owl:versionIRI <https://w3id.org/calf-kg/calf/0.0.1> ; owl:versionInfo "0.1.0" .
dcterms:source a owl:AnnotationProperty . dcterms:title a owl:AnnotationProperty .
"""
CLASSES = [
    "Exercise",
    "Step",
    "Prescription",
    "Unit",
    "Sentence",
    "Study",
    "Claim",
    "EvidenceLine",
    "ClaimStatus",
    "EvidenceDirection",
    "Muscle",
    "Place",
    "Joint",
    "Nerve",
    "Position",
    "Parameter",
]
OBJECT = {
    "hasStep": ("Exercise", "Step"),
    "variationOf": ("Exercise", "Exercise"),
    "hasKneePosition": ("Exercise", "Position"),
    "hasPosture": ("Exercise", "Position"),
    "trains": ("Exercise", "Muscle"),
    "partOf": ("Place", "Place"),
    "hasOrigin": ("Muscle", "Place"),
    "hasInsertion": ("Muscle", "Place"),
    "crossesJoint": ("Muscle", "Joint"),
    "innervatedBy": ("Muscle", "Nerve"),
    "prescribes": ("Prescription", "Parameter"),
    "hasUnit": ("Prescription", "Unit"),
    "hasEvidence": ("Claim", "EvidenceLine"),
    "fromStudy": ("EvidenceLine", "Study"),
    "hasStatus": ("Claim", "ClaimStatus"),
    "hasDirection": ("EvidenceLine", "EvidenceDirection"),
    "statedIn": ("Claim", "Sentence"),
    "about": ("Claim", "Exercise"),
}
DATA = {
    "stepNumber": ("Step", "integer"),
    "instruction": ("Step", "string"),
    "minValue": ("Prescription", "decimal"),
    "maxValue": ("Prescription", "decimal"),
    "doi": ("Study", "string"),
    "pmid": ("Study", "string"),
    "citation": ("Study", "string"),
    "shortCitation": ("Study", "string"),
    "design": ("Study", "string"),
    "measure": ("Study", "string"),
    "read": ("Study", "string"),
    "section": ("Sentence", "string"),
    "sentenceNumber": ("Sentence", "integer"),
    "charStart": ("Sentence", "integer"),
    "charEnd": ("Sentence", "integer"),
    "sha256": ("Sentence", "string"),
}
FACTS = """
:text a owl:DatatypeProperty ; rdfs:label "text"@en ; skos:definition "A text."@en ;
    rdfs:domain owl:Thing ; rdfs:range xsd:string .
:quote a owl:DatatypeProperty ; rdfs:label "quote"@en ; skos:definition "A quote."@en ;
    rdfs:domain owl:Thing ; rdfs:range xsd:string .
:s1 a :Sentence ; rdfs:label "sentence 1"@en ; skos:definition "The first."@en ; :section "One" ;
    :sentenceNumber 1 ; :charStart 0 ; :charEnd 2 ; :quote "Up" ;
    :sha256 "HASH" .
:raise a :Exercise ; rdfs:label "raise"@en ; skos:definition "Up."@en ; skos:altLabel "rise"@en ;
    :hasKneePosition :straight {| dcterms:source :s1 |} ; :hasPosture :upright {| dcterms:source :s1 |} ;
    :trains :muscle {| dcterms:source :s1 |} ; :hasStep :one {| dcterms:source :s1 |} ;
    :hasStep :two {| dcterms:source :s1 |} ; :hasStep :three {| dcterms:source :s1 |} .
STEPS
:straight a :Position ; rdfs:label "straight"@en ; skos:definition "Not bent."@en .
:upright a :Position ; rdfs:label "upright"@en ; skos:definition "On the feet."@en .
:muscle a :Muscle ; rdfs:label "muscle"@en ; skos:definition "It pulls."@en ;
    :hasOrigin :belowTheKnee {| dcterms:source :s1 |} ; :hasInsertion :calcaneus {| dcterms:source :s1 |} ;
    :crossesJoint :ankleJoint {| dcterms:source :s1 |} ; :innervatedBy :nerve {| dcterms:source :s1 |} .
:belowTheKnee a :Place ; rdfs:label "below the knee"@en ; skos:definition "Low."@en .
:aboveTheKnee a :Place ; rdfs:label "above the knee"@en ; skos:definition "High."@en .
:calcaneus a :Place ; rdfs:label "heel bone"@en ; skos:definition "Lowest."@en ;
    skos:exactMatch <http://purl.obolibrary.org/obo/UBERON_0001450> .
:ankleJoint a :Joint ; rdfs:label "ankle"@en ; skos:definition "It bends."@en .
:nerve a :Nerve ; rdfs:label "nerve"@en ; skos:definition "It tells."@en .
:sets a :Prescription ; rdfs:label "sets"@en ; skos:definition "Sets."@en ;
    :minValue 3.0 {| dcterms:source :s1 |} ; :maxValue 4.0 {| dcterms:source :s1 |} ;
    :hasUnit :set {| dcterms:source :s1 |} ; :prescribes :volume {| dcterms:source :s1 |} .
:volume a :Parameter ; rdfs:label "volume"@en ; skos:definition "How much."@en .
:set a :Unit ; rdfs:label "set"@en ; skos:definition "A run."@en .
:contradicted a :ClaimStatus ; rdfs:label "contradicted"@en ; skos:definition "No."@en .
:contradicts a :EvidenceDirection ; rdfs:label "contradicts"@en ; skos:definition "Contrary."@en .
:claim a :Claim ; rdfs:label "a claim"@en ; skos:definition "Maybe."@en ; :hasStatus :contradicted ;
    :statedIn :s1 ; :about :raise ; :text "No." ; :hasEvidence :line ; :quote "Up" .
:line a :EvidenceLine ; rdfs:label "a line"@en ; skos:definition "Found."@en ; :fromStudy :study ;
    :hasDirection :contradicts ; :text "It is not so." .
:study a :Study ; rdfs:label "a study"@en ; skos:definition "Tried."@en ; :doi "10.1/2" ; :citation "A" ;
    :shortCitation "A" ; :design "trial" ; :measure "size" ; :read "abstract" .
[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :muscle ; owl:assertionProperty :hasOrigin ;
    owl:targetIndividual :aboveTheKnee ; dcterms:source :s1 .
""".replace("HASH", hashlib.sha256(b"Up").hexdigest()).replace(
    "STEPS",
    "".join(
        f':{name} a :Step ; rdfs:label "step {name}"@en ; skos:definition "Step {name}."@en ;\n'
        f"    :stepNumber {number} {{| dcterms:source :s1 |}} ;\n"
        '    :instruction "Go." {| dcterms:source :s1 |} .\n'
        for number, name in enumerate(("one", "two", "three"), start=1)
    ),
)


def declare():
    """Classes, all disjoint, and properties with domain, range and inverse."""
    for name in CLASSES:
        yield f':{name} a owl:Class ; rdfs:label "class {name}"@en ; skos:definition "What {name} is."@en .'
    for one, other in combinations(CLASSES, 2):
        yield f":{one} owl:disjointWith :{other} ."
    yield ':Source a owl:Class ; rdfs:label "source"@en ; skos:definition "Where from."@en .'
    for name in CLASSES:
        kind = "rdfs:subClassOf" if name in {"Sentence", "Study"} else "owl:disjointWith"
        yield f":{name} {kind} :Source ."
    for name, (domain, range_) in OBJECT.items():
        inverse = f"{name}Of"
        for prop, start, end in ((name, domain, range_), (inverse, range_, domain)):
            yield f':{prop} a owl:ObjectProperty ; rdfs:label "{prop}"@en ;'
            yield f'    skos:definition "What {prop} says."@en ; rdfs:domain :{start} ; rdfs:range :{end} .'
        yield f":{name} owl:inverseOf :{inverse} ."
    for name, (domain, range_) in DATA.items():
        yield f':{name} a owl:DatatypeProperty ; rdfs:label "{name}"@en ;'
        yield f'    skos:definition "What {name} says."@en ;'
        yield f"    rdfs:domain :{domain} ; rdfs:range xsd:{range_} ."


TEXT = SOUND + "\n".join(declare()) + FACTS
EXTRA = "\n"  # a mutant whose first text is this adds the second at the end
NEW = ':New a owl:Class ; rdfs:label "new"@en ; skos:definition "New."@en'
LISTS = Lists(
    out_of_scope={},
    numbers=(Number("s1", "3-4", Decimal(3), Decimal(4), "volume", "set"),),
    mappings=frozenset({("calcaneus", "exactMatch", "UBERON:0001450")}),
)
# check -> (text to replace, replacement, what the fault names)
MUTANTS = {
    "undefined_iri": (EXTRA, ":raise rdfs:seeAlso :nowhere .", "calf#nowhere"),
    "iri_ending": (EXTRA, ":raise rdfs:seeAlso <http://example.org/raise/> .", "raise/"),
    "missing_label": ('rdfs:label "raise"@en ;', "", "calf#raise"),
    "multiple_labels": ('rdfs:label "raise"@en', 'rdfs:label "raise"@en, "lift"@en', "calf#raise"),
    "duplicate_label": ('rdfs:label "set"@en', 'rdfs:label "Raise"@en', "calf#"),
    "label_whitespace": ('rdfs:label "set"@en', 'rdfs:label "set "@en', "calf#set"),
    "missing_definition": ('skos:definition "What Unit is."@en', 'rdfs:comment "x"', "calf#Unit"),
    "multiple_definitions": (
        'skos:definition "Up."@en',
        'skos:definition "Up."@en, "Above."@en',
        "calf#raise",
    ),
    "duplicate_definition": ('"Not bent."@en', '"Up."@en', "calf#"),
    "illegal_use_of_built_in_vocabulary": (EXTRA, ':r a rdf:Statement, :Unit ; rdfs:label "r" .', "calf#r"),
    "deprecated_boolean_datatype": (EXTRA, ':set owl:deprecated "true" .', "calf#set"),
    "deprecated_class_reference": (EXTRA, ":raise owl:deprecated true .", "calf#claim"),
    "deprecated_property_reference": (EXTRA, ":trains owl:deprecated true .", "calf#raise"),
    "label_formatting": ('rdfs:label "set"@en', 'rdfs:label "s\\tet"@en', "calf#set"),
    "misused_obsolete_label": ('rdfs:label "set"@en', 'rdfs:label "obsolete set"@en', "calf#set"),
    "misused_replaced_by": (EXTRA, ":set dcterms:isReplacedBy :raise .", "calf#set"),
    "multiple_equivalent_class_definitions": (
        EXTRA,
        ":Unit owl:equivalentClass [ owl:intersectionOf (:Place :Joint) ], [ owl:intersectionOf (:Nerve) ] .",
        "calf#Unit",
    ),
    "missing_ontology_description": ('dcterms:description "A test."@en ;', "", "description"),
    "missing_ontology_license": (
        "dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;",
        "",
        "license",
    ),
    "missing_ontology_title": ('dcterms:title "Small"@en ;', "", "title"),
    "ontology_header": ('dcterms:creator "Nobody" ;', "", "creator"),
    "label_language": ('rdfs:label "set"@en', 'rdfs:label "set"', "calf#set"),
    "label_punctuation": ('"What Unit is."@en', '"What Unit is"@en', "calf#Unit"),
    "annotation_whitespace": (EXTRA, ':set rdfs:comment "x " .', "calf#set"),
    "duplicate_exact_synonym": (EXTRA, ':set skos:altLabel "rise"@en .', "calf#set"),
    "duplicate_label_synonym": (EXTRA, ':set skos:altLabel "raise"@en .', "calf#raise"),
    "duplicate_scoped_synonym": (EXTRA, ':raise skos:hiddenLabel "rise" .', "calf#raise"),
    "equivalent_pair": (EXTRA, ":Unit owl:equivalentClass :Place .", "calf#Unit"),
    "equivalent_class_axiom_no_genus": (
        EXTRA,
        ":Unit owl:equivalentClass [ a owl:Restriction ; owl:onProperty :trains ; owl:hasValue :muscle ] .",
        "calf#Unit",
    ),
    "multiple_equivalent_classes": (EXTRA, ":Unit owl:equivalentClass :Place, :Joint .", "calf#Unit"),
    "invalid_xref": (EXTRA, ":set skos:exactMatch <http://example.org> .", "calf#set"),
    "invalid_entity_uri": (EXTRA, ":set rdfs:seeAlso <http://purl.obolibrary.org/UBERON_1> .", "calf#set"),
    "missing_obsolete_label": (EXTRA, ":set owl:deprecated true .", "calf#set"),
    "missing_subset_declaration": (EXTRA, ":set oio:inSubset :raise .", "calf#raise"),
    "missing_synonymtype_declaration": (EXTRA, ":set oio:hasSynonymType :raise .", "calf#raise"),
    "P02_synonyms_as_classes": (EXTRA, ":Unit owl:equivalentClass :Place .", "calf#Unit"),
    "P04_unconnected_elements": (EXTRA, f"{NEW} .", "calf#New"),
    "P05_wrong_inverse": (EXTRA, ":trains owl:inverseOf :hasStepOf .", "calf#trains"),
    "P06_cycle_in_hierarchy": (
        EXTRA,
        ":Unit rdfs:subClassOf :Place . :Place rdfs:subClassOf :Unit .",
        "calf#Place",
    ),
    "P08_missing_annotations": (EXTRA, ":note a owl:AnnotationProperty .", "calf#note"),
    "P10_missing_disjointness": (":Exercise owl:disjointWith :Step .", "", "calf#Exercise"),
    "P11_missing_domain_or_range": (
        "rdfs:domain :Step ; rdfs:range xsd:integer",
        "rdfs:range xsd:integer",
        "Number",
    ),
    "P13_missing_inverse": (":trains owl:inverseOf :trainsOf .", "", "calf#trains"),
    "P19_multiple_domains_or_ranges": (EXTRA, ":trains rdfs:domain :Step .", "calf#trains"),
    "P22_naming_conventions": (EXTRA, ':A_b a :Unit ; rdfs:label "ab"@en .', "calf#A_b"),
    "P24_recursive_definition": (
        EXTRA,
        ":Unit owl:equivalentClass [ owl:intersectionOf ( :Unit :Place ) ] .",
        "calf#Unit",
    ),
    "P25_inverse_of_itself": (EXTRA, ":partOf owl:inverseOf :partOf .", "calf#partOf"),
    "P26_inverse_of_symmetric": (EXTRA, ":partOf a owl:SymmetricProperty .", "calf#partOf"),
    "P32_classes_with_same_label": ('"class Place"@en', '"class Unit"@en', "calf#Unit"),
    "P33_chain_of_one_property": (EXTRA, ":trains owl:propertyChainAxiom ( :trains ) .", "calf#trains"),
    "P34_untyped_class": (EXTRA, ":Unit rdfs:subClassOf :Nowhere .", "calf#Nowhere"),
    "P35_untyped_property": (EXTRA, ":trains rdfs:subPropertyOf :nowhere .", "calf#nowhere"),
    "P36_file_extension_in_iri": (EXTRA, "<https://w3id.org/calf-kg/calf#a.owl> a :Unit .", "a.owl"),
    "P38_no_ontology_declaration": ("a owl:Ontology ;", "", "calf-kg/calf"),
    "bounds": (":minValue 3.0", ":minValue 5.0", "calf#sets"),
    "steps": (":stepNumber 2", ":stepNumber 4", "calf#raise"),
    "acyclic": (EXTRA, ":raise :variationOf :raise {| dcterms:source :s1 |} .", "calf#raise"),
    "missing_source": (":hasStep :one {| dcterms:source :s1 |}", ":hasStep :one", "calf#raise"),
    "unsupported_dispute": (':doi "10.1/2"', ':text "?"', "calf#claim"),
    "claim_without_status": (":hasStatus :contradicted ;", "", "calf#claim"),
    "exercise_shape": (":hasKneePosition :straight {| dcterms:source :s1 |} ;", "", "calf#raise"),
    "muscle_shape": (":innervatedBy :nerve {| dcterms:source :s1 |}", ':quote "x"', "calf#muscle"),
    "joints_on_path": (":hasOrigin :belowTheKnee", ":hasOrigin :aboveTheKnee", "calf#muscle"),
    "record": (':read "abstract"', ':quote "abstract"', "calf#study"),
    "orphan": (":hasEvidence :line ;", "", "calf#line"),
    "sentence_hash": (":charEnd 2", ":charEnd 3", "calf#s1"),
    "sentence_coverage": (
        EXTRA,
        ':s2 a :Sentence ; rdfs:label "sentence 2"@en ; skos:definition "The second."@en .',
        "calf#s2",
    ),
    "number_coverage": (":maxValue 4.0", ":maxValue 5.0", "s1"),
    "mapping_table": ("UBERON_0001450", "UBERON_0001451", "calcaneus"),
}


def write(folder, text):
    folder.mkdir(exist_ok=True)
    (folder / "small.ttl").write_text(text, encoding="utf-8")
    return folder


def faults(folder, text, lists=LISTS):
    return check_document(merge(write(folder, text)), lists)


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
        (":hasUnit :set {| dcterms:source :s1 |}", 'rdfs:comment ""@en', "bounds", "no unit"),
        (
            ":minValue 3.0 {| dcterms:source :s1 |} ; :maxValue 4.0 {| dcterms:source :s1 |} ;",
            "",
            "bounds",
            "neither",
        ),
        (
            "owl:targetIndividual :aboveTheKnee ; dcterms:source :s1",
            "owl:targetIndividual :aboveTheKnee",
            "missing_source",
            "denies",
        ),
        (
            EXTRA,
            ":Unit rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :partOf ; owl:hasValue :raise ] .",
            "missing_source",
            "calf#Unit",
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
    source = root / "ontology" / "src"
    assert check_document(merge(source), read_lists(source.parent)) == ()


def test_the_command_line_builds_checks_and_queries(tmp_path, capsys):
    """`python -m kg` gives 0 for success, 1 for a fault, and prints what it found."""
    source, target = write(tmp_path / "src", TEXT), tmp_path / "small.owl"
    places = ["--source", str(source), "--target", str(target)]
    assert main(["check", *places]) == 1
    assert main(["build", *places]) == 0
    assert main(["check", *places]) == 0
    query = "PREFIX : <https://w3id.org/calf-kg/calf#> SELECT ?s ?n { ?s :stepNumber ?n } ORDER BY ?n"
    assert main(["query", query, "--ontology", str(target)]) == 0
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "?s\t?n",
        "https://w3id.org/calf-kg/calf#one\t1",
        "https://w3id.org/calf-kg/calf#two\t2",
        "https://w3id.org/calf-kg/calf#three\t3",
    ]
    assert main(["query", "DROP ALL", "--ontology", str(target)]) == 1
    assert "read-only" in capsys.readouterr().err


def test_a_waiver_lets_a_fault_pass_and_must_be_needed(tmp_path):
    """What is waived is not reported; a waiver for nothing is a fault of its own."""
    broken = mutate(*MUTANTS["record"][:2])
    waived = replace(LISTS, waivers=(Waiver("record", ("study",), "not read"),))
    assert [fault.check for fault in faults(tmp_path, broken)] == ["record"]
    assert faults(tmp_path, broken, waived) == ()
    assert [fault.check for fault in faults(tmp_path, TEXT, waived)] == ["unused_waiver"]
    every = replace(LISTS, waivers=(Waiver("record", ("*",), "not read"),))
    assert faults(tmp_path, broken, every) == ()
    other = replace(LISTS, waivers=(Waiver("record", ("study",), "not read", problem="has no design"),))
    assert [fault.check for fault in faults(tmp_path, broken, other)] == ["record", "unused_waiver"]


def test_classes_may_overlap_for_a_reason(tmp_path):
    text = mutate(*MUTANTS["P10_missing_disjointness"][:2])
    assert faults(tmp_path, text, replace(LISTS, overlaps=(frozenset({"Step", "Exercise"}),))) == ()


def test_a_sentence_may_be_out_of_scope_and_then_is_not_cited(tmp_path):
    text = mutate(*MUTANTS["sentence_coverage"][:2])
    listed = replace(LISTS, out_of_scope={"s2": "a heading", "s1": "cited", "s9": "nowhere"})
    found = [fault for fault in faults(tmp_path, text, listed) if fault.check == "sentence_coverage"]
    assert [fault.subject.rsplit("#", 1)[-1] for fault in found] == ["s1", "s9"]


def test_counts_are_compared_with_the_graph(tmp_path):
    counts = (
        Count("s1", "three", 3, "hasStep", "raise"),
        Count("s1", "two", 2, "hasPosture", object="upright"),
    )
    (fault,) = faults(tmp_path, TEXT, replace(LISTS, counts=counts))
    assert (fault.check, fault.problem) == ("number_coverage", "counts 2 and the graph 1")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("waivers.toml", '[[waiver]]\ncheck = "record"\nsubjects = ["a"]\nreason = " "\n'),
        ("waivers.toml", '[[waiver]]\ncheck = "record"\nreason = "x"\n'),
        ("numbers.toml", "[[number]]\nsentence = 3\n"),
        ("out_of_scope.toml", "not toml"),
        ("mappings.tsv", "term\tidentifier\na\tb\n"),
    ],
)
def test_a_list_with_a_fault_is_refused(name, text, tmp_path):
    """A waiver needs a reason, a number its bounds, a row its columns."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError):
        read_lists(tmp_path)
    source = write(tmp_path / "src", TEXT)
    assert [fault.check for fault in check(source, tmp_path / "small.owl")] == ["files_parse"]


def test_missing_lists_are_empty(tmp_path):
    assert read_lists(tmp_path) == Lists()
