"""Every export format says what the ontology says, and other tools can read it."""

from __future__ import annotations

import csv
import io
import json
from functools import cache

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, SKOS

from kg.errors import CalfError, OntologyError
from kg.exporting import export, write
from kg.exports import FORMATS
from kg.exports.csv_tables import TABLES
from kg.exports.turtle_text import turtle
from kg.graph import KnowledgeGraph
from kg.terms import Iri, Literal, Triple
from kg.vocabulary import CALF_NS

CALF = rdflib.Namespace(CALF_NS)
READERS = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt"}
pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph:DeprecationWarning"
)  # of rdflib's own reader
NAMES = [each.name for each in FORMATS]


@cache
def exported(name, *, inferred=False):
    """An export of the shipped ontology, made once."""
    return export(name, inferred=inferred)


@pytest.fixture(scope="module")
def graph():
    """The shipped graph."""
    return KnowledgeGraph.load()


@pytest.fixture(scope="module")
def shipped(root):
    """calf.owl as rdflib reads it."""
    return rdflib.Graph().parse(root / "ontology" / "calf.owl", format="xml")


def read(name, *, inferred=False):
    """An export of one file, re-read by rdflib."""
    (text,) = exported(name, inferred=inferred).values()
    return rdflib.Graph().parse(data=text, format=READERS[name])


def canonical(graph):
    """The triples of a graph with canonical names for blank nodes; rdflib's own comparison takes a minute."""
    data = graph.serialize(format="nt", encoding="utf-8")
    dataset = ox.Dataset(ox.parse(data, format=ox.RdfFormat.N_TRIPLES))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


def test_canonical_form_tells_graphs_apart():
    """Names of blank nodes do not matter, and anything else does."""
    one, same, other = (
        rdflib.Graph().parse(data=f"@prefix x: <http://x/> . {text}")
        for text in ("_:a x:p _:b . _:b x:q 1 .", "_:c x:q 1 . _:d x:p _:c .", "_:a x:p _:b . _:a x:q 1 .")
    )

    assert canonical(one) == canonical(same)
    assert canonical(one) != canonical(other)


def tables(*, inferred=False):
    """The CSV tables as lists of rows by column."""
    files = exported("csv", inferred=inferred)
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text)))
        for name, text in files.items()
        if name.endswith(".csv")
    }


@pytest.mark.parametrize("name", READERS)
def test_round_trip(name, shipped):
    """Turtle, JSON-LD and N-Triples give, when rdflib reads them again, a graph isomorphic to calf.owl."""
    assert canonical(read(name)) == canonical(shipped)


@pytest.mark.parametrize("name", READERS)
def test_inferred(name, shipped, graph):
    """With what follows, every stated triple is there and every derived one as well."""
    found = read(name, inferred=True)
    derived = [t for t in graph.statements() if graph.is_inferred(t)]

    assert len(found) > len(shipped)
    assert set(found.predicates()) >= set(shipped.predicates())
    for t in derived:
        value = t.object
        node = rdflib.Literal(value.value) if isinstance(value, Literal) else rdflib.URIRef(value)
        assert (rdflib.URIRef(t.subject), rdflib.URIRef(t.predicate), node) in found
    assert (CALF.standingCalfRaise, RDF.type, CALF.StraightKneeExercise) not in found
    assert (CALF.standingCalfRaise, RDF.type, CALF.KneeStraightExercise) in found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("inferred", [False, True])
def test_same_text_every_time(name, inferred):
    """An export depends on the ontology alone."""
    assert export(name, inferred=inferred) == exported(name, inferred=inferred)


@pytest.mark.parametrize("name", NAMES)
def test_any_ontology_file(name, tmp_path):
    """Another ontology file can be exported, in any syntax that is read."""
    file = tmp_path / "small.ttl"
    file.write_text(
        "@prefix calf: <https://w3id.org/calf-kg/calf#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "calf:Muscle a owl:Class . calf:soleus a calf:Muscle, owl:NamedIndividual .",
        encoding="utf-8",
    )

    assert "soleus" in "".join(export(name, file).values())


def test_strange_literals():
    """Quotes, line breaks, backslashes and carets survive Turtle."""
    subject, predicate = Iri("http://x/s"), Iri("http://x/p")
    texts = ['a "b" \\ c\nd\r\te', "^^<x>", '"^^', "é🦵", ""]
    text = turtle(Triple(subject, predicate, Literal(each)) for each in texts)

    assert {str(o) for o in rdflib.Graph().parse(data=text).objects()} == set(texts)


def test_circle_of_blank_nodes():
    """Blank nodes that only refer to each other are refused, not lost."""
    one, two = Iri("_:a"), Iri("_:b")

    with pytest.raises(OntologyError, match="circle"):
        turtle([Triple(one, Iri("http://x/p"), two), Triple(two, Iri("http://x/p"), one)])


def test_shared_blank_node():
    """A blank node that is used twice stays one node."""
    shared, predicate = Iri("_:a"), Iri("http://x/p")
    triples = [Triple(Iri(f"http://x/{n}"), predicate, shared) for n in "st"]
    found = rdflib.Graph().parse(data=turtle([*triples, Triple(shared, predicate, Literal("x"))]))

    assert len(set(found.objects(predicate=rdflib.URIRef(predicate))) - {rdflib.Literal("x")}) == 1


# ---------------------------------------------------------------- CSV


def test_csv_statements(graph):
    """The statements table holds each stated statement once, with its sources and standing."""
    stated = [t for t in graph.statements() if not graph.is_inferred(t)]
    rows = tables()["statements"]
    row = next(
        r for r in rows if (r["subject_label"], r["predicate"]) == ("soleus", f"{CALF_NS}crossesJoint")
    )

    assert len(rows) == len(stated)
    assert row["object"] == f"{CALF_NS}ankleJoint"
    assert row["sources"].startswith(f"{CALF_NS}s014")
    assert (row["inferred"], row["standing"]) == ("false", "uncontested")


def test_csv_inferred(graph):
    """With what follows, derived statements are rows that say so."""
    rows = tables(inferred=True)["statements"]

    assert len(rows) == len(graph.statements())
    assert {row["inferred"] for row in rows} == {"true", "false"}


def test_csv_tables_join():
    """What a table names as a source, claim, study or term is a row of the table it comes from."""
    found = tables()
    known = {name: {row["term"] for row in rows} for name, rows in found.items() if "term" in rows[0]}

    for row in (*found["statements"], *found["denials"]):
        assert set(filter(None, row["sources"].split("|"))) <= known["sources"]
        assert set(filter(None, row["claims"].split("|"))) <= known["claims"]
        assert row["subject"] in known["individuals"]
        assert row["predicate"] in {*known["properties"], str(RDF.type)}
    assert {row["source"] for row in found["evidence"]} <= known["sources"]
    assert {row["claim"] for row in found["evidence"]} <= known["claims"]


def test_csv_documents_every_column(root):
    """README.md beside the tables, and docs/export.md, name every table and column."""
    readme = exported("csv")["README.md"]
    manual = (root / "docs" / "export.md").read_text(encoding="utf-8")
    found = tables()

    assert set(found) == set(TABLES)
    for name, rows in found.items():
        assert f"## {name}.csv" in readme
        assert f"`{name}.csv`" in manual
        assert rows, name
        for column in rows[0]:
            assert f"| `{column}` |" in readme


# ---------------------------------------------------------------- SKOS


@pytest.fixture(scope="module")
def skos():
    """The SKOS export as rdflib reads it, with what follows."""
    (text,) = exported("skos", inferred=True).values()
    return rdflib.Graph().parse(data=text)


def above(skos, concept):
    """All concepts above one."""
    return set(skos.transitive_objects(concept, SKOS.broader)) - {concept}


def test_skos_concepts(skos, graph):
    """Things and kinds are concepts with one label; things have a broader kind, parts a broader whole."""
    concepts = set(skos.subjects(RDF.type, SKOS.Concept))

    assert CALF.soleus in concepts
    assert CALF.s014 not in concepts
    assert (CALF.soleus, SKOS.broader, CALF.Muscle) in skos
    assert (CALF.Muscle, SKOS.broader, CALF.MuscularStructure) in skos
    assert (CALF.Muscle, SKOS.broader, CALF.AnatomicalStructure) not in skos
    assert (CALF.medialHead, SKOS.broader, CALF.gastrocnemius) in skos
    assert (CALF.soleus, SKOS.related, CALF.ankleJoint) in skos
    assert (CALF.soleus, SKOS.altLabel, None) in skos
    for concept in concepts:
        assert len(set(skos.objects(concept, SKOS.prefLabel))) == 1
        assert len(set(skos.objects(concept, SKOS.definition))) <= 1


def test_skos_integrity(skos):
    """The integrity conditions of SKOS hold: S13 labels, S27 related against broader, and no circle."""
    for concept in set(skos.subjects(RDF.type, SKOS.Concept)):
        labels = [set(skos.objects(concept, p)) for p in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
        assert sum(map(len, labels)) == len(set.union(*labels))
        upper = above(skos, concept)
        assert concept not in {c for other in upper for c in skos.objects(other, SKOS.broader)}
        assert not upper & set(skos.objects(concept, SKOS.related))
        assert bool(upper) != ((concept, SKOS.topConceptOf, None) in skos)


# ---------------------------------------------------------------- OBO Graphs


def test_obo_graphs(graph):
    """Nodes are all terms, edges lead between nodes, and derived ones say so."""
    (text,) = exported("obographs", inferred=True).values()
    (found,) = json.loads(text)["graphs"]
    nodes = {node["id"]: node for node in found["nodes"]}
    edges = {(e["sub"], e["pred"], e["obj"]): "meta" in e for e in found["edges"]}

    assert len(nodes) == len(graph.entities()) + len(graph.classes()) + len(graph.properties())
    assert nodes[f"{CALF_NS}soleus"]["type"] == "INDIVIDUAL"
    assert {"pred": "hasExactSynonym", "val": "inner calf"} in nodes[f"{CALF_NS}medialHead"]["meta"][
        "synonyms"
    ]
    assert all({sub, obj} <= nodes.keys() for sub, _, obj in edges)
    assert edges[f"{CALF_NS}soleus", f"{CALF_NS}crossesJoint", f"{CALF_NS}ankleJoint"] is False
    assert edges[f"{CALF_NS}standingCalfRaise", f"{CALF_NS}trains", f"{CALF_NS}tricepsSurae"] is True
    assert (f"{CALF_NS}Muscle", "is_a", f"{CALF_NS}MuscularStructure") in edges
    assert any(axiom["predicateId"] == f"{CALF_NS}trains" for axiom in found["propertyChainAxioms"])


# ---------------------------------------------------------------- files


def test_write(tmp_path):
    """One file goes where it is told, or into a folder under its own name; several go into a folder."""
    assert write({"a.nt": "x"}, tmp_path / "new" / "b.nt") == (tmp_path / "new" / "b.nt",)
    assert write({"a.nt": "x"}, tmp_path) == (tmp_path / "a.nt",)
    assert write({"a.csv": "x", "b.csv": "y"}, tmp_path / "t")[1].read_text(encoding="utf-8") == "y"
    with pytest.raises(CalfError, match="cannot be written"):
        write({"a.nt": "x"}, tmp_path / "a.nt" / "b.nt")


def test_unknown_format():
    """An unknown format names those there are."""
    with pytest.raises(CalfError, match="ttl, jsonld, nt, csv, skos, obographs"):
        export("pdf")


def test_axioms_are_owl(shipped):
    """The annotations of statements stand as owl:Axiom, which OWL tools read."""
    assert len(set(read("ttl").subjects(RDF.type, OWL.Axiom))) == len(
        set(shipped.subjects(RDF.type, OWL.Axiom))
    )
