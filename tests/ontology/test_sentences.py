"""The sentences of the article: the file agrees with itself, and with a copy of the article."""

from __future__ import annotations

import hashlib
import importlib.util
import re
import sys
from typing import TYPE_CHECKING

import pytest
import rdflib

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

CALF = rdflib.Namespace("https://w3id.org/calf-kg/calf#")
COUNT = 98
QUOTE_WORDS = 12
SMALL = """\
 Strength Training

A Title: With a Colon

By Ann Other 8 min read

One thing. "Two" things (e.g. Three). Is it four? yes, still.

Key Takeaways

  • Lead words: First of a bullet.
  • Nested:
    • Deep • inside, e.g., Five. A caf\u00e9 \\ 6!
"""


@pytest.fixture(scope="module")
def script(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("sentences_script", root / "scripts" / "sentences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def graph(root: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(root / "ontology" / "src" / "sentences.ttl")


@pytest.fixture(scope="module")
def nodes(graph: rdflib.Graph) -> list[rdflib.URIRef]:
    """The sentences, in the order of their numbers."""
    found = graph.subjects(rdflib.RDF.type, CALF.Sentence)
    return sorted(found, key=lambda node: graph.value(node, CALF.sentenceNumber).value)


@pytest.fixture(scope="module")
def article_path(root: Path) -> Path:
    path = root.parent / "shared" / "article.txt"
    if not path.is_file():
        pytest.skip(f"no copy of the article at {path}; it has no licence to be distributed")
    return path


def test_names_follow_the_numbers_without_a_gap(graph, nodes):
    assert nodes == [CALF[f"s{number:03d}"] for number in range(1, COUNT + 1)]
    assert [graph.value(node, CALF.sentenceNumber).value for node in nodes] == list(range(1, COUNT + 1))


def test_each_sentence_has_each_property_once(graph, nodes):
    wanted = {
        *(CALF[name] for name in ("section", "sentenceNumber", "charStart", "charEnd", "sha256", "quote")),
        rdflib.RDF.type,
        rdflib.RDFS.label,
        rdflib.SKOS.definition,
        rdflib.DCTERMS.source,
    }
    for node in nodes:
        assert sorted(graph.predicates(node)) == sorted(wanted), node
        assert graph.value(node, rdflib.DCTERMS.source) == CALF.article


def test_sentences_follow_each_other_and_do_not_overlap(graph, nodes):
    end = 0
    for node in nodes:
        start = graph.value(node, CALF.charStart).value
        assert start >= end, node
        end = graph.value(node, CALF.charEnd).value
        assert end > start, node


def test_sections_are_in_one_piece(graph, nodes):
    sections = [str(graph.value(node, CALF.section)) for node in nodes]
    changes = [name for i, name in enumerate(sections) if i == 0 or sections[i - 1] != name]
    assert len(changes) == len(set(changes)) == 12


def test_hashes_look_like_hashes(graph, nodes):
    for node in nodes:
        assert re.fullmatch("[0-9a-f]{64}", graph.value(node, CALF.sha256)), node


def test_quotes_are_brief_and_uncut_ones_fit_their_hash(graph, nodes):
    for node in nodes:
        text = str(graph.value(node, CALF.quote))
        assert 1 <= len(text.removesuffix(" …").split()) <= QUOTE_WORDS, node
        if not text.endswith(" …"):
            assert hashlib.sha256(text.encode()).hexdigest() == str(graph.value(node, CALF.sha256)), node


def test_the_article_is_named_and_claims_no_licence(graph):
    assert (CALF.article, rdflib.RDF.type, CALF.Reference) in graph
    assert str(graph.value(CALF.article, rdflib.DCTERMS.creator)) == "Jordan"
    assert graph.value(CALF.article, rdflib.DCTERMS.title) is not None
    assert graph.value(CALF.article, rdflib.DCTERMS.license) is None


def test_offsets_and_hashes_agree_with_the_article(graph, nodes, article_path):
    article = article_path.read_bytes().decode("utf-8")
    for node in nodes:
        start, end = (graph.value(node, CALF[name]).value for name in ("charStart", "charEnd"))
        text = article[start:end]
        assert hashlib.sha256(text.encode()).hexdigest() == str(graph.value(node, CALF.sha256)), node
        assert text.startswith(str(graph.value(node, CALF.quote)).removesuffix(" …")), node


def test_the_file_is_what_the_script_writes(script, article_path):
    assert script.main([str(article_path), "--check"]) == 0


def test_the_script_covers_every_word_outside_the_headings(script, article_path):
    article = article_path.read_bytes().decode("utf-8")
    left = list(article)
    for sentence in script.segment(article):
        left[sentence.start : sentence.end] = " " * (sentence.end - sentence.start)
    lines = [line.strip("• ") for line in "".join(left).split("\n")]
    assert {line for line in lines if line} == script.HEADINGS


def test_lines_bullets_and_abbreviations_are_cut_as_documented(script):
    sentences = script.segment(SMALL)
    assert [s.text for s in sentences[3:]] == [
        "One thing.",
        '"Two" things (e.g. Three).',
        "Is it four? yes, still.",
        "Lead words: First of a bullet.",
        "Nested:",
        "Deep • inside, e.g., Five.",
        "A caf\u00e9 \\ 6!",
    ]
    assert [s.section for s in sentences] == ["Introduction"] * 6 + ["Key Takeaways"] * 4
    assert all(SMALL[s.start : s.end] == s.text for s in sentences)
    assert script.byline(sentences) == ("A Title: With a Colon", "Ann Other")


def test_what_the_script_writes_reads_back(script, tmp_path):
    article, output = tmp_path / "article.txt", tmp_path / "sentences.ttl"
    article.write_text(SMALL, encoding="utf-8", newline="\n")
    command = [str(article), "--output", str(output)]
    assert script.main([*command, "--check"]) == 1
    assert script.main(command) == 0
    assert script.main([*command, "--check"]) == 0
    written = rdflib.Graph().parse(output)
    last = script.segment(SMALL)[-1]
    assert str(written.value(CALF[last.name], CALF.quote)) == last.text
    article.write_text(SMALL.replace("One", "Two"), encoding="utf-8", newline="\n")
    assert script.main([*command, "--check"]) == 1


def test_a_quote_ends_with_an_ellipsis_only_when_cut(script):
    words = [f"w{i}" for i in range(QUOTE_WORDS)]
    assert script.quote(" ".join(words)) == " ".join(words)
    assert script.quote(" ".join([*words, "more"])) == " ".join(words) + " …"


def test_another_file_than_the_article_is_refused(script):
    with pytest.raises(ValueError, match="title and byline"):
        script.byline(script.segment("Only this."))
    with pytest.raises(ValueError, match="no byline"):
        script.byline(script.segment("One.\nTwo.\nThree."))
