"""What an answer says, it says by a source: a sentence of the article, a study or a reference work."""

from __future__ import annotations

import pytest

from qa.forms.logic import Describe
from qa.kind import Reading
from qa.kinds import KINDS
from qa.model import Question, Status
from qa.telling.grounding import grounds_of
from qa.vocabulary import UNNAMED

# What we define to set it apart from what the article says, and what no source that was read speaks of.
UNSOURCED = {
    "ankleDorsiflexion",
    "lowerBack",
    "muscleContraction",
    "plantaris",
    "subtalarJoint",
    "talus",
}


def test_what_a_thing_is_has_a_source(pipeline):
    """A definition in our own words names the sentences, or the works, that speak of the thing."""
    (definition,) = (kind for kind in KINDS if kind.name == "definition")
    unsourced = set()
    for thing in pipeline.graph.entities():
        if thing.classes & UNNAMED:
            continue
        form = Describe(thing.iri)
        draft = definition.compose(Reading("definition", form, frozenset(), 1.0), pipeline.desk)
        grounds = grounds_of(form, draft.triples, [thing.iri], pipeline.graph)
        if not pipeline.explainer.sources(grounds.triples, grounds.works):
            unsourced.add(thing.iri.local)
    assert unsourced == UNSOURCED


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("What is the Achilles tendon?", "sentence 11"),
        ("What is the concentric phase?", "sentence 63"),
        ("Does the position of the feet isolate the medial head?", "sentence 27"),
        ("Why isn't the seated raise good for the inner calf?", "sentence 21"),
        ("How far apart should my heels be?", "sentence 37"),
        ("Which exercise does not target the inner calf?", "sentence 14"),
        ("What foot positions are there?", "sentence 23"),
    ],
)
def test_an_answer_names_the_sentence_behind_it(pipeline, text, sentence):
    """Whatever the answer is: a term, a denial, a cue, a list of what is not so, a list of all there is."""
    answer = pipeline.ask(Question(text))
    assert any(source.ref.endswith(sentence) for source in answer.sources), answer.sources


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("What is a lever arm?", "disputed"),
        ("What is supination?", "disputed"),
        ("What foot positions are there?", "disputed"),
        ("What is muscular endurance?", "mixed"),
    ],
)
def test_a_definition_that_repeats_a_contested_claim_shows_what_research_says(pipeline, text, standing):
    """The article's lever arm is no fact, and is not left to stand as one."""
    checks = pipeline.ask(Question(text)).research
    assert standing in {check.standing for check in checks}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("What is the tibial nerve?", "tibialNerve"),
        ("What's the femur?", "femur"),
        ("define calcaneus", "calcaneus"),
        ("ok so what is the fibula exactly?", "fibula"),
        ("What does femur mean, please?", "femur"),
        ("What's meant by tibia?", "tibia"),
    ],
)
def test_whatever_the_graph_has_is_defined(pipeline, text, thing):
    """A plain question for what something is needs no wording that was learnt for it; its source is named."""
    answer = pipeline.ask(Question(text))
    assert [item.iri.local for item in answer.items] == [thing]
    assert answer.sources


@pytest.mark.parametrize("text", ["What is above the femur?", "What is a femur for?", "What is the weather?"])
def test_what_is_asked_of_a_thing_is_not_its_definition(pipeline, text):
    """Where a question says more than a name, what the thing is is no answer."""
    assert not pipeline.ask(Question(text)).answered


@pytest.mark.parametrize(
    "text", ["What is the insertion of the tibialis posterior?", "Where does the plantaris insert?"]
)
def test_what_is_not_stated_is_not_made_up_for_by_something_near(pipeline, text):
    """Where a muscle starts, or which nerve it has, says nothing of where it inserts."""
    assert pipeline.ask(Question(text)).status is Status.UNSTATED
