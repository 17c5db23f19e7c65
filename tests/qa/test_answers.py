"""Every answer of the table: the query returns what is listed, and what is said has a source."""

import re
import tomllib
from pathlib import Path

import pytest

from kg.terms import Iri, Sparql
from qa.contract import plain_text
from qa.model import Items
from qa.telling.verbalising import base_form

HERE = Path(__file__).parent
TEXTS = {
    c["text"]: c for c in tomllib.loads((HERE / "questions.toml").read_text(encoding="utf-8"))["question"]
}
LISTS = [
    text
    for text, case in TEXTS.items()
    if case["kind"] in ("listing", "choice", "quantity", "cue", "recommendation", "ordering")
    and case["items"]
]


@pytest.mark.parametrize("text", LISTS)
def test_query_gives_the_listed_items(text, ask, graph):
    """The query of a list answer, run as anyone may run it, returns exactly the listed items."""
    answer = ask(text)
    (query,) = answer.sparql
    found = [row[0] for row in graph.query(Sparql(query)).rows]
    assert sorted(found) == sorted(item.iri for item in answer.items)


@pytest.mark.parametrize("text", [text for text, case in TEXTS.items() if case["kind"] == "counting"])
def test_query_gives_the_count(text, ask, graph):
    """The query of a count returns the number of things listed."""
    answer = ask(text)
    (((number,),), listed) = graph.query(Sparql(answer.sparql[0])).rows, answer.items
    assert int(number.value) == len(listed)


@pytest.mark.parametrize(
    "text", [text for text, case in TEXTS.items() if case["kind"] == "procedure" and case["items"]]
)
def test_query_gives_the_steps(text, ask, graph):
    """The query of a how-to returns the steps that are shown, in their order; one alone is in the lead."""
    answer = ask(text)
    steps = [row[0] for row in graph.query(Sparql(answer.sparql[0])).rows]
    instruction = Iri("https://w3id.org/calf-kg/calf#instruction")
    told = tuple(graph.objects(step, instruction)[0].value for step in steps)
    ordered = (block for block in answer.blocks if isinstance(block, Items) and block.ordered)
    assert told == next((block.entries for block in ordered), told[:1])
    assert len(told) > 1 or answer.lead.endswith(told[0])


@pytest.mark.parametrize(
    "text", [text for text, case in TEXTS.items() if '["Ask"' in case.get("form", "") and "boolean" in case]
)
def test_query_of_a_yes_or_no_fits_its_answer(text, ask, graph):
    """The query of "yes" finds the statement, and that of "no" does not."""
    answer = ask(text)
    ((found,),) = graph.query(Sparql(answer.sparql[0])).rows
    assert found.value == ("true" if answer.boolean == "yes" else "false")


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_said_has_a_source(text, ask):
    """An answer that states something names where it comes from, the article by section and sentence."""
    answer = ask(text)
    if answer.triples:
        assert answer.sources
    for source in answer.sources:
        assert source.ref
        if source.kind == "article":
            assert source.section
            assert re.search(r"sentence \d+", source.ref)


@pytest.mark.parametrize("text", TEXTS)
def test_disputed_statements_are_marked(text, ask):
    """A disputed statement in an answer comes with a research check that is not uncontested."""
    answer = ask(text)
    if any(t.standing == "disputed" for t in answer.triples):
        assert any(c.standing != "uncontested" for c in answer.research)
        assert "Research check:" in plain_text(answer)


@pytest.mark.parametrize("text", TEXTS)
def test_prose_is_clean(text, ask):
    """No IRI, placeholder, doubled full stop or empty bullet is in the text of an answer."""
    said = plain_text(ask(text))
    assert not re.search(r"https?://w3id|\bcalf:\w|\{|\}|\.\.(?!\.)|None|  ", said), said
    assert not re.search(r"^- *$", said, re.MULTILINE)
    assert said[0].isupper() or said[0].isdigit()


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("At most how many sets should my calves get in a week?", "At most 20 sets"),
        ("What's the minimum number of training sessions a week?", "At least 2 sessions"),
        ("What's the maximum number of reps for muscle growth?", "At most 12 repetitions"),
        ("What's the smallest weekly set count?", "At least 10 sets"),
        ("What is the biggest number of reps per set for endurance?", "At most 25 repetitions"),
        ("Where does the hypertrophy rep range start?", "At least 8 repetitions"),
        ("No fewer than how many sets a week, and no more than how many?", "A volume of 10 to 20"),
        ("How many repetitions for more endurance?", "A range of 15 to 25"),
    ],
)
def test_the_end_of_a_range_that_is_asked_for_comes_first(text, start, ask):
    """Where one end of a range is asked for, the answer begins with it; the range follows."""
    assert ask(text).lead.startswith(start)


@pytest.mark.parametrize(
    ("says", "base"),
    [
        ("lies deep to", "lie deep to"),
        ("biases", "bias"),
        ("maximally engages", "maximally engage"),
        ("crosses", "cross"),
        ("applies to", "apply to"),
        ("has the head", "have the head"),
    ],
)
def test_a_verb_has_its_base_form(says, base):
    """What is denied is said with the base form of its verb: "does not lie"."""
    assert base_form(says) == base


def test_exercises_for_a_head_they_are_not_turned_to_come_with_what_turns_them(ask):
    """The article does its raises toes in, for the medial head: for the other one that is not the way."""
    outer, inner = ask("Which exercises train the outer calf?"), ask("Which exercises train the inner calf?")
    assert "By the article, a toes-out position biases the lateral head" in outer.lead
    assert "toes-in" not in outer.lead
    assert "toes-in" in inner.lead
    assert "toes-out" not in inner.lead
    assert any(study.ref == "Nunes 2020" for check in outer.research for study in check.studies)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Does a straight knee engage just the medial head, or both heads?", "Both: "),
        ("Is it only the gastrocnemius that crosses the ankle, or both?", "Both: "),
        ("Do both muscles or only the gastrocnemius cross the knee?", "Only the one: "),
        (
            "What does the gastrocnemius do that the soleus doesn't?",
            "By the article: the gastrocnemius ",
        ),
        ("Which heads does the soleus have?", "The article does not say; the graph states no muscle head"),
        (
            "Can I do donkey raises with a machine or with a partner?",
            "The donkey calf raise can use a donkey calf raise machine and a training partner.",
        ),
        ("What are the gastrocnemius and the soleus together called?", "Triceps surae: "),
        ("What are the medial head and the lateral head called together?", "Gastrocnemius, by the article: "),
        ("What counts as a raised platform?", "Step: A raised platform"),
    ],
)
def test_small_words_decide_what_is_asked(question, lead, ask):
    """Of one only or of both, of one and not of the other, and of what a thing has."""
    assert ask(question).lead.startswith(lead)


def test_what_is_not_stated_of_a_thing_is_told_of_the_like(ask):
    """Who asks for the heads of the soleus learns whose heads there are."""
    assert ask("How many heads does the soleus have?").lead.endswith("are heads of the gastrocnemius.")
