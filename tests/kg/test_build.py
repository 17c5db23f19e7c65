"""The build: the same bytes from the same statements, everything kept, nothing overwritten by a failure."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.build import build, merge, render
from kg.errors import OntologyError
from kg.rdfxml import serialise
from kg.terms import XSD_STRING, Iri, Literal, Triple
from kg.turtle import Annotation, is_blank, parse
from kg.vocabulary import CALF_NS, OWL, RDF, RDFS, SKOS

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "ontology" / "src"
HEAD = """\
@prefix calf: <https://w3id.org/calf-kg/calf#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
SCHEMA = """\
<https://w3id.org/calf-kg/calf> a owl:Ontology ; owl:versionInfo "2.1.0" .
calf:Fruit a owl:Class ; rdfs:label "fruit"@en .
calf:Red a owl:Class ; rdfs:subClassOf
    [ a owl:Restriction ; owl:onProperty calf:likes ; owl:hasValue calf:pear ]
    {| dcterms:source calf:pear |} .
calf:likes a owl:ObjectProperty ; owl:propertyChainAxiom ( calf:likes calf:likes ) .
"""
FACTS = """\
calf:apple a calf:Fruit ; rdfs:label "apple"@en ; calf:likes calf:pear {| dcterms:source calf:pear |} .
calf:pear a calf:Fruit ; rdfs:label "pear & <plum> \\r\\n \\"quoted\\""@en .
[] a owl:NegativePropertyAssertion ; owl:sourceIndividual calf:pear ;
    owl:assertionProperty calf:likes ; owl:targetIndividual calf:apple .
"""


def calf(name):
    return Iri(CALF_NS + name)


@pytest.fixture
def source(tmp_path):
    """A folder of two small Turtle files."""
    folder = tmp_path / "src"
    folder.mkdir()
    (folder / "a.ttl").write_text(HEAD + SCHEMA)
    (folder / "b.ttl").write_text(HEAD + FACTS)
    return folder


def plain(document):
    """The statements without blank nodes, and the annotations of such statements."""
    triples = {t for t in document.triples if not is_blank(t.subject) and not is_blank(t.object)}
    return triples, {a for a in document.annotations if not is_blank(a.triple.object)}


def test_shipped_file_is_what_its_sources_build():
    """The committed calf.owl has the bytes that its sources build."""
    assert (ROOT / "ontology" / "calf.owl").read_bytes() == render(SOURCE)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_bytes_do_not_depend_on_the_hash_seed(seed, source):
    """Another hash seed gives the same bytes."""
    code = (
        "import sys, pathlib, kg.build; sys.stdout.buffer.write(kg.build.render(pathlib.Path(sys.argv[1])))"
    )
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code, source], env=env, capture_output=True, check=True)
    assert done.stdout == render(source)


def test_bytes_do_not_depend_on_the_order_of_files(source):
    """Statements moved to another file give the same bytes."""
    before = render(source)
    (source / "a.ttl").rename(source / "z.ttl")
    assert render(source) == before


def test_rdflib_reads_the_triples_of_the_sources(source, tmp_path):
    """Written and read back, the graph is the merged one, blank nodes included."""
    document = merge(source)
    written = serialise(document.triples, document.annotations)
    back = parse(written, "x.owl")
    again = serialise(back.triples, back.annotations)
    assert again == written
    theirs = Graph().parse(data=written, format="xml")
    assert isomorphic(theirs, Graph().parse(data=again, format="xml"))
    assert plain(parse(written, "x.owl")) == plain(document)


def test_annotation_on_a_class_expression_points_at_the_same_node(source):
    """The owl:Axiom about a restriction and the class share one node, as OWL's mapping to RDF asks."""
    document = parse(render(source), "x.owl")
    targets = {a.triple.object for a in document.annotations if is_blank(a.triple.object)}
    used = {t.object for t in document.triples if t.predicate == RDFS.SUB_CLASS_OF}
    assert targets
    assert targets <= used


@pytest.mark.parametrize(
    "triple",
    [
        Triple(calf("apple"), RDF.TYPE, OWL.NAMED_INDIVIDUAL),
        Triple(calf("apple"), SKOS.PREF_LABEL, Literal("apple", language="en")),
        Triple(Iri("http://purl.org/dc/terms/source"), RDF.TYPE, OWL.ANNOTATION_PROPERTY),
        Triple(
            Iri("https://w3id.org/calf-kg/calf"), OWL.VERSION_IRI, Iri("https://w3id.org/calf-kg/calf/2.1.0")
        ),
    ],
    ids=lambda triple: triple.predicate.local,
)
def test_what_the_build_adds(triple, source):
    """The build declares individuals and foreign annotations, and adds preferred labels and a version IRI."""
    assert triple in merge(source).triples


def test_all_individuals_are_said_to_differ(source):
    """One owl:AllDifferent lists every individual that is no sentence, study or claim, sorted."""
    document = parse(render(source), "x.owl")
    assert any(t.object == OWL.ALL_DIFFERENT for t in document.triples)
    members = [
        t.object
        for t in document.triples
        if t.predicate == RDF.FIRST and t.object in (calf("apple"), calf("pear"))
    ]
    assert members == [calf("apple"), calf("pear")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("calf:apple calf:likes .", ["c.ttl", "line 5"]),
        ("calf:apple calf:lieks calf:pear .", ["c.ttl", "lieks", "calf#apple"]),
        ("calf:kiwi a calf:Friut .", ["c.ttl", "Friut"]),
        ("calf:apple calf:likes calf:pear {| calf:sauce calf:pear |} .", ["calf#sauce"]),
        (
            "calf:apple calf:likes calf:pear {| dcterms:source calf:pear {| dcterms:source calf:pear |} |} .",
            ["c.ttl"],
        ),
        ("_:a calf:likes _:b . _:b calf:likes _:a .", ["circle"]),
        ("calf:pear calf:likes calf:apple .", ["calf#likes", "denies"]),
    ],
)
def test_faulty_sources_are_refused_and_overwrite_nothing(text, words, source, tmp_path):
    """A fault names its file and place, and the file built before stays as it was."""
    target = tmp_path / "calf.owl"
    target.write_text("before")
    (source / "c.ttl").write_text(HEAD + text)
    with pytest.raises(OntologyError) as caught:
        build(source, target)
    assert all(word in str(caught.value) for word in words), str(caught.value)
    assert target.read_text() == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["calf.owl", "src"]


def test_a_build_replaces_its_target(source, tmp_path):
    """The target holds the new bytes, is readable by all, and no other file is left behind."""
    target = tmp_path / "calf.owl"
    target.write_text("before")
    build(source, target)
    assert target.read_bytes() == render(source)
    assert target.stat().st_mode & 0o777 == 0o644
    assert sorted(p.name for p in tmp_path.iterdir()) == ["calf.owl", "src"]


def test_a_folder_without_sources_is_refused(tmp_path):
    """An empty folder is an error, not an empty ontology."""
    with pytest.raises(OntologyError, match="no Turtle"):
        build(tmp_path, tmp_path / "calf.owl")


def test_a_target_that_cannot_be_written_is_named(source, tmp_path):
    """A target in a folder that is not there is an OntologyError that names it."""
    with pytest.raises(OntologyError, match="nowhere"):
        build(source, tmp_path / "nowhere" / "calf.owl")


def test_a_predicate_that_is_no_xml_name_is_refused():
    """RDF/XML cannot say a predicate whose last part begins with a digit."""
    with pytest.raises(OntologyError, match="XML name"):
        serialise([Triple(calf("a"), calf("1b"), calf("c"))])


names = st.sampled_from([calf(n) for n in "abcd"] + [Iri("http://other.example/x/y")])
blanks = st.integers(0, 6).map(lambda i: Iri(f"_:n{i}"))
texts = st.text("aé\U0001f9b5<&>\"'\\ \t\n\r]", max_size=6)
literals = st.one_of(
    texts.map(Literal),
    texts.map(lambda t: Literal(t, language="en")),
    st.integers().map(lambda n: Literal(str(n), "http://www.w3.org/2001/XMLSchema#integer")),
)


@st.composite
def graphs(draw):
    """Triples whose blank nodes form no circle: each refers only to higher ones."""
    triples = []
    for subject in draw(st.lists(names | blanks, max_size=12)):
        higher = blanks.filter(lambda b, s=subject: not is_blank(s) or b > s)
        objects = names | literals if subject == "_:n6" else names | literals | higher
        triples.append(Triple(subject, draw(names), draw(objects)))
    # Of each blank node something of its own is said: two that are alike are one to any reader.
    used = {x for t in triples for x in (t.subject, t.object) if is_blank(x)}
    triples += [Triple(blank, RDFS.COMMENT, Literal(blank)) for blank in used]
    annotated = draw(st.lists(st.sampled_from(triples), max_size=3)) if triples else []
    return triples, [Annotation(t, draw(names), draw(names | literals)) for t in annotated]


def axioms_as_triples(triples, annotations):
    """The graph that OWL's mapping to RDF gives, for comparison by rdflib."""
    lines = list(triples)
    for i, t in enumerate(dict.fromkeys(a.triple for a in annotations)):
        node = Iri(f"_:axiom{i}")
        lines += [
            Triple(node, RDF.TYPE, OWL.AXIOM),
            Triple(node, OWL.ANNOTATED_SOURCE, t.subject),
            Triple(node, OWL.ANNOTATED_PROPERTY, t.predicate),
            Triple(node, OWL.ANNOTATED_TARGET, t.object),
        ]
        lines += [Triple(node, a.predicate, a.value) for a in annotations if a.triple == t]
    return "\n".join(f"{n3(t.subject)} {n3(t.predicate)} {n3(t.object)} ." for t in lines)


def n3(term):
    if isinstance(term, Literal):
        text = term.value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
        kind = "" if term.datatype == XSD_STRING else f"^^<{term.datatype}>"  # rdflib tells the two apart
        return f'"{text}"' + (f"@{term.language}" if term.language else kind)
    return term if is_blank(term) else f"<{term}>"


@settings(deadline=None)
@given(graphs(), st.randoms(use_true_random=False))
def test_any_graph_survives_and_its_order_does_not_matter(graph, shuffler: random.Random):
    """Whatever is written is read back by rdflib as the same graph, from any order of the triples."""
    triples, annotations = graph
    written = serialise(triples, annotations)
    shuffled = list(triples)
    shuffler.shuffle(shuffled)
    assert serialise(shuffled, annotations[::-1]) == written
    expected = Graph().parse(data=axioms_as_triples(triples, annotations), format="nt")
    assert isomorphic(Graph().parse(data=written, format="xml"), expected)
