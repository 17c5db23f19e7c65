"""What the benchmarks measure with: changed questions, baselines and a larger graph."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from benchmarks.baselines import Bm25, TfIdf, answering
from benchmarks.growing import invented_names, write_larger
from benchmarks.perturbing import PERTURBATIONS, perturbed
from benchmarks.questions import load, turns_of
from kg import KnowledgeGraph

CORPUS = Path(__file__).parents[2] / "corpus"
TEXT = "Which exercise targets the soleus?"
SENTENCES = ("The soleus lies deep.", "The gastrocnemius has two heads.", "A calf raise lifts the heels.")


@pytest.mark.parametrize("name", PERTURBATIONS)
def test_a_perturbation_is_the_same_for_the_same_seed(name: str) -> None:
    assert perturbed(name, TEXT, "a") == perturbed(name, TEXT, "a")


@pytest.mark.parametrize("name", sorted(set(PERTURBATIONS) - {"as written"}))
def test_a_perturbation_changes_the_question(name: str) -> None:
    assert perturbed(name, TEXT, "a") != TEXT


@pytest.mark.parametrize("seed", range(50))
def test_typos_fall_into_as_many_words(seed: int) -> None:
    for name, count in (("one typo", 1), ("two typos", 2)):
        pairs = zip(TEXT.split(), perturbed(name, TEXT, str(seed)).split(), strict=True)
        assert sum(a != b for a, b in pairs) == count


@pytest.mark.parametrize("name", PERTURBATIONS)
@pytest.mark.parametrize("text", ["", "?", "no", "\u00e9\u00e8"])
def test_there_may_be_nothing_to_change(name: str, text: str) -> None:
    perturbed(name, text, "a")


@pytest.mark.parametrize("kind", [Bm25, TfIdf])
def test_a_baseline_finds_the_sentence_with_the_telling_word(kind: type[Bm25 | TfIdf]) -> None:
    assert kind(SENTENCES).rank("how many heads?")[0][1] == SENTENCES[1]


def test_a_baseline_refuses_when_nothing_fits() -> None:
    assert not answering(Bm25(SENTENCES), ["What about the weather?"])["answered"]
    assert answering(Bm25(SENTENCES), ["soleus"])["answered"]
    assert not answering(Bm25(SENTENCES), ["soleus"], threshold=100)["answered"]


@pytest.mark.parametrize("name", ["heldout", "fresh", "near"])
def test_held_out_questions_are_no_development_questions(name: str) -> None:
    seen, held = ({turns_of(row) for row in load(of).questions} for of in ("development", name))
    assert seen.isdisjoint(held)
    assert len(held) > 70


@pytest.mark.parametrize("name", ["heldout", "fresh", "near"])
def test_held_out_questions_do_not_stand_in_the_corpus(name: str) -> None:
    held = load(name)
    asked = {_plain(turns_of(row)[0]) for row in (*held.questions, *held.refusals) if len(turns_of(row)) == 1}
    for file, field in (("wordings.tsv", 1), ("refusals.tsv", 0)):
        lines = (CORPUS / file).read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if _plain(line.split("\t")[field]) in asked - {""}] == []


def _plain(text: str) -> str:
    """A text without case and marks."""
    return re.sub(r"[^a-z0-9 ]", "", " ".join(text.lower().split()))


def test_no_invented_name_comes_twice() -> None:
    names = [pair for pair, _ in zip(invented_names(Random(1)), range(50_000), strict=False)]
    assert len({name for pair in names for name in pair}) == 2 * len(names)


def test_the_larger_graph_loads_and_holds_the_shipped_one(tmp_path) -> None:
    path = tmp_path / "larger.owl"
    write_larger(path, 60)
    shipped, larger = KnowledgeGraph.load(), KnowledgeGraph.load(path)
    assert len(larger.entities()) == len(shipped.entities()) + 60
    assert set(shipped.statements()) <= set(larger.statements())
