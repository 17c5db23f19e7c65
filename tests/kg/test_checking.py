"""Each check catches the fault that it is for, and finds none in a sound ontology."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest

from kg.__main__ import main
from kg.build import build, merge
from kg.checking import Violation, check, check_document
from kg.checks import CHECKS
from kg.checks.listed import Count, Lists, Number, Waiver, read_lists
from kg.errors import OntologyError

HERE = Path(__file__).parent
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


TEXT = (HERE / "small.ttl").read_text(encoding="utf-8") + "\n".join(declare())
LISTS = Lists(
    out_of_scope={},
    numbers=(Number("s1", "3-4", Decimal(3), Decimal(4), "volume", "set"),),
    mappings=frozenset({("calcaneus", "exactMatch", "UBERON:0001450")}),
)
CASES = tomllib.loads((HERE / "faults.toml").read_text(encoding="utf-8"))
FAULTS = {case["check"]: case for case in CASES["fault"]}


def write(folder, text):
    folder.mkdir(exist_ok=True)
    (folder / "small.ttl").write_text(text, encoding="utf-8")
    return folder


def faults(folder, text, lists=LISTS):
    return check_document(merge(write(folder, text)), lists)


def mutate(case):
    """The small ontology with one fault."""
    if "add" in case:
        return f"{TEXT}\n{case['add']}"
    assert case["replace"] in TEXT
    return TEXT.replace(case["replace"], case["by"], 1)


def test_a_sound_ontology_has_no_fault(tmp_path):
    assert faults(tmp_path, TEXT) == ()


def test_each_check_has_a_fault():
    """A new check comes with a fault that it catches, and only one of them stands for it."""
    assert sorted(case["check"] for case in CASES["fault"]) == sorted(each.name for each in CHECKS)


@pytest.mark.parametrize("case", [*CASES["fault"], *CASES["further"]], ids=lambda case: case["check"])
def test_each_check_catches_its_fault(case, tmp_path):
    """The fault is found by the check meant for it, and named; checks with several sides see each of them."""
    found = [fault for fault in faults(tmp_path, mutate(case)) if fault.check == case["check"]]
    assert any(case["named"] in str(fault) for fault in found)


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
    broken = mutate(FAULTS["record"])
    waived = replace(LISTS, waivers=(Waiver("record", ("study",), "not read"),))
    assert [fault.check for fault in faults(tmp_path, broken)] == ["record"]
    assert faults(tmp_path, broken, waived) == ()
    assert [fault.check for fault in faults(tmp_path, TEXT, waived)] == ["unused_waiver"]
    every = replace(LISTS, waivers=(Waiver("record", ("*",), "not read"),))
    assert faults(tmp_path, broken, every) == ()
    other = replace(LISTS, waivers=(Waiver("record", ("study",), "not read", problem="has no design"),))
    assert [fault.check for fault in faults(tmp_path, broken, other)] == ["record", "unused_waiver"]


def test_classes_may_overlap_for_a_reason(tmp_path):
    text = mutate(FAULTS["P10_missing_disjointness"])
    assert faults(tmp_path, text, replace(LISTS, overlaps=(frozenset({"Step", "Exercise"}),))) == ()


def test_a_sentence_may_be_out_of_scope_and_then_is_not_cited(tmp_path):
    text = mutate(FAULTS["sentence_coverage"])
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
