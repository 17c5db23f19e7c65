"""What is unfit is refused: no question, another subject, medical advice, unknown words, what is unstated."""

from __future__ import annotations

import json
import re
from itertools import islice

import pytest

from qa.model import Status

INJECTIONS = (
    "DROP ALL",
    "SELECT * WHERE { ?s ?p ?o }",
    "soleus> } ; DELETE WHERE { ?s ?p ?o } #",
    "INSERT DATA { <http://example.org/a> <http://example.org/b> <http://example.org/c> }",
    'x" } UNION { ?s ?p ?o } #',
    "SERVICE <http://example.org/> { ?s ?p ?o }",
    "LOAD <http://example.org/x>",
)
CODE = (
    "'; DROP TABLE muscles; --",
    "1' OR '1'='1",
    "SELECT * FROM exercises",
    "UNION ALL SELECT name FROM heads",
    "soleus() && rm -rf calf",
    "$(calf raise)",
    "../../etc/soleus",
    '"muscle": "soleus"',
    "{{soleus}}",
    "%3Cb%3Esoleus%3C/b%3E",
)
PROSE = (
    "Do both heads insert into the Achilles tendon?",
    "Toes like this /\\ or like that \\/ for the inner calf?",
    "Which step (or block) do I need for the donkey calf raise(s)?",
    "toes in = which head?",
    "What do 100% of calf raises train & which joint moves?",
)
FOREIGN = (
    "Which exercise targets the biceps?",
    "What is the best chest exercise?",
    "Where does the hamstring insert?",
    "How do I train my glutes?",
    "How many sets per week for the quadriceps?",
    "Does the biceps cross the knee?",
    "Is there an inner biceps separate from the short head?",
    "Is the outer part of the chest a separate muscle?",
    "Why do squats work the quads?",
    "What is the capital of France?",
    "How much milk does a calf drink?",
    "Who won the football match?",
    "Tell me a joke",
)
MEDICAL = (
    "My calf hurts, what should I do?",
    "I tore my Achilles tendon. Which exercises can I do?",
    "Can I train with a strained soleus? My leg is swollen.",
    "I have a sharp pain in my calf, is it a blood clot?",
    "Should I take ibuprofen for my sore calves?",
    "My patient has Achilles tendinopathy, which exercise is best?",
    "One calf is red, hot and swollen after a long flight; could it be a clot?",
    "Is it safe to train calves when pregnant?",
)


def refused(answer):
    """What holds of every refusal."""
    assert answer.status not in (Status.ANSWERED, Status.EMPTY), answer.lead
    assert not answer.answered
    assert answer.lead
    assert not answer.items
    assert not answer.triples
    assert not answer.sparql
    assert answer.suggestions
    return True


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\t", "???", "...", "\u200b", "\U0001f9b5", "\U0001f9b5\U0001f4aa\U0001f3fd", "--"],
    ids=repr,
)
def test_what_is_no_question_is_refused(text, ask):
    """Empty text, marks and emoji get a normal refusal."""
    assert refused(ask(text))


def test_a_huge_text_is_refused(ask):
    """A text of 100,000 characters is refused, and the refusal says how long it may be."""
    for text in ("a" * 100_000, "which exercise targets the inner calf? " * 2_600, "soleus " * 15_000):
        answer = ask(text)
        assert refused(answer)
        assert f"{len(text):,}" in answer.lead


@pytest.mark.parametrize("text", INJECTIONS)
def test_an_injection_is_no_question(text, ask):
    """Text that looks like SPARQL is refused, and no word of it gets into a query."""
    answer = ask(text)
    assert not re.search("DELETE|INSERT|DROP|SERVICE|LOAD|example", "".join(answer.sparql))
    assert answer.status is not Status.ANSWERED, answer.lead


@pytest.mark.parametrize("text", CODE)
def test_code_is_no_question(text, ask):
    """Commands of other languages are told apart from questions by their marks."""
    answer = ask(text)
    assert refused(answer)
    assert "code" in answer.lead


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_not_taken_for_code(text, ask):
    """Marks that people use in prose, and what anatomists call inserting, make no code."""
    assert "code" not in ask(text).lead


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<b>bold</b>", "<img src=x onerror=alert(1)>", "&lt;i&gt;"]
)
def test_markup_is_no_question(text, ask):
    """HTML alone is refused."""
    assert refused(ask(text))


def test_markup_around_a_question_does_not_change_it(ask):
    """Emphasis around a word leaves the items as they are."""
    plain, marked = (ask(f"Which exercise targets the {name}?") for name in ("inner calf", "**inner calf**"))
    assert plain.items == marked.items


@pytest.mark.parametrize("text", FOREIGN)
def test_another_subject_is_refused(text, ask):
    """A question about another muscle or another subject is not answered as if it were about the calf."""
    assert refused(ask(text))


@pytest.mark.parametrize("text", MEDICAL)
def test_no_medical_advice(text, ask):
    """A question about pain or injury of one's own is sent to a doctor and not answered."""
    answer = ask(text)
    assert refused(answer)
    assert re.search("doctor|physio", answer.lead)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Long day, tired brain, wet shoes. Which foot position biases the inner calf?", "toesIn"),
        ("My boss wants to know it before lunch. Which muscle lies deep to the gastrocnemius?", "soleus"),
    ],
)
def test_what_is_told_by_the_way_refuses_no_clear_question(text, found, ask):
    """Words for other things that a message only mentions leave a clear question answered, and are named."""
    answer = ask(text)
    assert [item.iri.local for item in answer.items] == [found]
    assert {"shoes", "boss"} & set(answer.not_understood)


def test_a_refusal_names_the_unknown_word(ask):
    """An unknown word is named in the refusal, in the text and in its own field."""
    answer = ask("Does the flumph cross the knee?")
    assert answer.status is Status.UNKNOWN_TERM
    assert "flumph" in answer.lead
    assert answer.not_understood == ("flumph",)


def test_what_is_not_stated_is_not_denied(ask):
    """A question that the graph understands and does not answer gets neither yes nor no."""
    answer = ask("Does the plantaris cross the knee?")
    assert answer.status is Status.UNSTATED
    assert answer.boolean == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I've run out of plates. How else can I keep overloading my calves?", "progressive overload"),
        ("Which calf muscle couldn't care less how far my knee is bent?", "soleus"),
        ("Besides adding plates, what else can I change?", "progressive overload"),
        ("How should I place my feet so that neither half of the gastroc is favoured?", "toes-forward"),
    ],
)
def test_what_is_ruled_out_aside_does_not_refuse_a_plain_wish(text, name, ask):
    """A "not" that the asked thing has no relation to is context, where the wording is clear."""
    answer = ask(text)
    assert answer.status is Status.ANSWERED
    assert name in answer.lead


def test_neighbouring_unknown_words_are_one_phrase(ask):
    """They are quoted together."""
    assert "\u201ccable crossover\u201d" in ask("Is a cable crossover good for calves?").lead


def test_nothing_that_fits_is_an_answer(ask):
    """Where nothing fulfils all conditions, "none" is the answer, with its reason."""
    answer = ask("Which exercises emphasise the soleus with straight knees?")
    assert answer.status is Status.EMPTY
    assert answer.lead.startswith("None")


def test_a_choice_is_offered_where_several_things_may_be_meant(root, ask):
    """Some questions get a choice in place of a refusal, and whatever is chosen has an answer."""
    lines = (root / "tests" / "questions" / "development.jsonl").read_text(encoding="utf-8").splitlines()
    texts = (row["question"] for row in map(json.loads, lines[::5]) if "question" in row)
    torn = list(islice((a for a in map(ask, texts) if a.status is Status.CLARIFY), 3))
    assert torn
    for answer in torn:
        assert not answer.answered
        assert len(answer.alternatives) > 1
        assert all(ask(text).answered for text in answer.alternatives), answer.alternatives


@pytest.mark.parametrize(
    "text",
    [
        "Which calf muscle doesn't care so much about the knee angle?",
        "Which calf muscle isn't bothered much by how bent the knee is?",
    ],
)
def test_a_plain_wording_may_give_what_a_denial_leaves(text, ask):
    """Where the wording is as good as certain, a "not" in it is part of what it means."""
    answer = ask(text)
    assert [item.iri.rpartition("#")[2] for item in answer.items] == ["soleus"]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Does going too heavy cost me range of motion?", True),
        ("How much does a calf machine cost me?", False),
        ("What will a donkey calf raise machine cost me in dollars?", False),
    ],
)
def test_what_a_mistake_costs_is_no_money(text, answered, ask):
    """Somebody pays with what is no money where a word of content follows who pays."""
    assert ask(text).answered is answered


@pytest.mark.parametrize(
    "text", ["Nothing hurts. My calf is swollen though. How many sets?", "Why does nothing hurt?"]
)
def test_what_is_not_denied_is_heard(text, ask):
    """One pain that is denied takes no other away, and is no question that the graph answers."""
    refused(ask(text))
