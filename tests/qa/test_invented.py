"""Data, not code: what is added to the ontology, or renamed in it, is understood without a line of code."""

import re
import shutil
from pathlib import Path

import pytest

from kg.build import build
from kg.graph import KnowledgeGraph
from qa.contract import plain_text
from qa.model import Question
from qa.pipeline import Pipeline

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "ontology" / "src"

# Question, the kind that answers it, what is listed, and words of the answer.
ASKED = (
    ("What is the brondalis?", "definition", ["brondalis"], ["An invented muscle under the soleus"]),
    ("What is the brondy?", "definition", ["brondalis"], []),
    ("Which exercises train the brondalis?", "listing", ["zindlePress"], []),
    ("Which exercise targets the kelvic head?", "listing", ["zindlePress"], []),
    ("Which exercises use a wobble krate?", "listing", ["zindlePress"], []),
    ("What can replace the wobble krate?", "listing", ["trainingPartner"], []),
    ("Where does the brondalis originate?", "listing", ["plonkRidge"], []),
    ("Where does the brondalis insert?", "listing", ["zarnTendon"], []),
    ("Which joints does the kelvic head cross?", "listing", ["subtalarJoint"], []),
    ("Which muscles lie under the soleus?", "listing", ["brondalis"], []),
    ("What is the action of the brondalis?", "listing", ["vortation"], []),
    ("How many heads does the brondalis have?", "counting", ["kelvicHead", "tromicHead"], ["two"]),
    ("How many reps for grondness?", "quantity", ["repsForGrondness"], ["31", "47"]),
    (
        "How do I do the zindle press?",
        "procedure",
        ["zindlePress"],
        ["1. Sit on", "2. Curl up", "3. Vortate"],
    ),
    ("What do my big toes do in the zindle press?", "cue", ["zindleCueToes"], ["stay curled"]),
    ("How do I train my kelvic head?", "recommendation", ["zindlePress"], []),
    (
        "Why does the zindle press emphasise the kelvic head?",
        "reason",
        [],
        ["pulls straight on the plonk ridge"],
    ),
    ("Why should I not frump?", "reason", ["injuryRisk"], []),
    ("Is the kelvic head part of the brondalis?", "verification", None, ["yes"]),
    ("Does the brondalis cross the knee?", "verification", None, ["no"]),
    ("Does the zindle press train the brondalis?", "verification", None, ["yes"]),
    ("Is frumping bad?", "verification", None, ["yes"]),
    (
        "What is the difference between the kelvic head and the tromic head?",
        "comparison",
        ["kelvicHead", "tromicHead"],
        [],
    ),
    (
        "Kelvic head or tromic head: which does the zindle press emphasise?",
        "choice listing",
        ["kelvicHead"],
        [],
    ),
    ("Order the muscles from deep to superficial", "ordering", ["brondalis", "soleus", "gastrocnemius"], []),
)

# Old word, new word: invented, and in no list of ours.
RENAMED = {"soleus": "zolvax", "gastrocnemius": "brantilod", "achilles": "pendrel", "donkey": "quimble"}
FAMILIAR = (
    "What is the soleus?",
    "Which joints does the gastrocnemius cross?",
    "Does the soleus cross the knee?",
    "How many heads does the gastrocnemius have?",
    "Which exercises except the donkey calf raise target the inner calf?",
    "How do I do donkey calf raises?",
    "Tell me about the Achilles tendon",
    "What is the difference between the soleus and the gastrocnemius?",
    "Why does the soleus not cross the knee?",
    "Which muscles are there besides the soleus?",
    "How do I train my soleus?",
)


def built(source, folder):
    """A pipeline over the ontology whose Turtle files lie in `source`."""
    build(source, folder / "calf.owl")
    return Pipeline(KnowledgeGraph.load(folder / "calf.owl"))


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    """A pipeline over the ontology with the invented things."""
    folder = tmp_path_factory.mktemp("invented")
    shutil.copytree(SOURCE, folder / "src")
    shutil.copy(HERE / "invented.ttl", folder / "src")
    return built(folder / "src", folder)


@pytest.fixture(scope="module")
def renamed(tmp_path_factory):
    """A pipeline over the ontology with other words in all its texts, and the same IRIs."""
    folder = tmp_path_factory.mktemp("renamed")
    (folder / "src").mkdir()
    for path in SOURCE.glob("*.ttl"):
        text = re.sub(r'"[^"\n]*"', lambda m: translated(m[0]), path.read_text(encoding="utf-8"))
        (folder / "src" / path.name).write_text(text, encoding="utf-8")
    return built(folder / "src", folder)


def translated(text):
    """A text with the new words for the old, capitals kept."""
    for old, new in RENAMED.items():
        text = text.replace(old, new).replace(old.capitalize(), new.capitalize())
    return text


def kind(answer):
    """The question kind that answered."""
    return answer.context.logical_form.partition(" ")[0]


def test_enough_is_asked():
    """At least fourteen questions of at least ten kinds are asked of the invented things."""
    assert len(ASKED) >= 14
    assert len({case[1] for case in ASKED}) >= 10


@pytest.mark.parametrize(("text", "name", "items", "words"), ASKED, ids=[case[0] for case in ASKED])
def test_what_is_added_is_answered(text, name, items, words, invented):
    """What was added in Turtle alone is answered, as one of these kinds, with its things and words."""
    answer = invented.ask(Question(text))
    assert str(answer.status) == "answered", answer.lead
    assert kind(answer) in name.split(), answer.lead
    if items is not None:
        found = [item.iri.local for item in answer.items]
        assert found == items if name == "ordering" else sorted(found) == sorted(items)
    assert all(word.casefold() in plain_text(answer).casefold() for word in words), plain_text(answer)


@pytest.mark.parametrize(
    "text", ["What is the brondalis?", "How do I do the zindle press?", "Is frumping bad?"]
)
def test_what_was_not_added_is_not_answered(text, ask):
    """Without the addition the same question is not answered, and its unknown word is named."""
    answer = ask(text)
    assert not answer.answered
    assert any(word in text for word in answer.not_understood)


def test_what_was_there_is_still_answered(invented, ask):
    """The addition changes nothing in answers that it does not touch."""
    for text in (
        "Which muscles cross the knee?",
        "How many mistakes are there?",
        "How do I do donkey calf raises?",
    ):
        before = {item.iri for item in ask(text).items}
        added = {item.iri for item in invented.ask(Question(text)).items} - before
        assert {iri.local for iri in added} <= {"frumping"}
        assert before <= {item.iri for item in invented.ask(Question(text)).items}


def test_an_answer_without_the_new_equipment_needs_one_option_only(invented):
    """The invented exercise can be done without its krate, since a partner is enough."""
    found = {
        i.iri.local
        for i in invented.ask(Question("Which exercises can be done without a wobble krate?")).items
    }
    assert "zindlePress" in found
    alone = {
        i.iri.local
        for i in invented.ask(Question("Which exercises need neither a wobble krate nor a partner?")).items
    }
    assert "zindlePress" not in alone
    assert "standingCalfRaise" in alone


@pytest.mark.parametrize("text", FAMILIAR)
def test_renamed_things_are_answered_alike(text, renamed, ask):
    """With every name exchanged for an invented one, a question in the new words has the same items."""
    old, new = ask(text), renamed.ask(Question(translated(text)))
    assert translated(text) != text or "inner calf" in text
    assert (new.status, kind(new), new.boolean) == (old.status, kind(old), old.boolean), new.lead
    assert sorted(i.iri for i in new.items) == sorted(i.iri for i in old.items)
    assert sorted(i.label for i in new.items) == sorted(translated(i.label) for i in old.items)
