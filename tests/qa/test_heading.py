"""A list of things asked of one topic in note form: each is answered; an ordinary message stays whole."""

import pytest

from qa.model import Question
from qa.talk.heading import questions_under

LISTS = [
    ("soleus: origin, tendon, shape", ("soleus: origin", "soleus: tendon", "soleus: shape")),
    ("Soleus - origin and shape.", ("Soleus: origin", "Soleus: shape")),
    ("medial head, side of leg + toe position", ("medial head: side of leg", "medial head: toe position")),
    ("gastrocnemius origin, heads", ("gastrocnemius origin", "gastrocnemius: heads")),
    (
        "donkey raise: knees bent? torso upright?",
        ("donkey raise: knees bent?", "donkey raise: torso upright?"),
    ),
    ("rushing reps: effect and fix", ("rushing reps: effect", "rushing reps: fix")),
    (
        "standing calf raise / equipment / variations",
        ("standing calf raise: equipment", "standing calf raise: variations"),
    ),
    ("For my flashcards: soleus origin, soleus shape", ("soleus origin", "soleus shape")),
    ("toes in: heels, how far?", ("toes in: heels", "toes in: how far")),
]
WHOLE = [
    "standing raise, donkey raise or calf press for the soleus?",
    "odd one out: standing raise, donkey raise, seated raise",
    "medial or lateral head: which is on the inner side, which on the outer?",
    "Straight knees, seated, toes in. Which exercise fits?",
    "gastrocnemius exercise, seated, knees extended",
    "toes in makes the inner head work, correct?",
    "My coach said: turn your toes in, keep your knees straight.",
    "Soleus, shape ___, origin ___",
    "The soleus is broad, flat and deep.",
    "Which exercise is for the soleus, and what do I do with my knees?",
]
TOLD = [
    ("soleus: origin, tendon, shape", {"belowTheKnee", "achillesTendon", "broad", "flat"}),
    ("lateral head, side of leg + toe position", {"outerSideOfLowerLeg", "toesOut"}),
    ("too much weight: what it leads to, remedy", {"reducedRangeOfMotion", "qualityOverQuantity"}),
    ("pauses: where, how long", {"peakContraction", "bottomStretch", "peakPause", "bottomPause"}),
]
WHY = [
    (
        "Which foot position is best for the inner calf and why?",
        "which foot position",
        "why a toes-in position",
    ),
    ("name the exercise for the soleus and explain why", "which exercise", "why the seated calf raise"),
    ("Which exercise can I do with a partner, and how?", "which exercise", "which step of an exercise"),
]


@pytest.mark.parametrize(("text", "parts"), LISTS)
def test_each_item_is_a_question_under_the_topic(text, parts, pipeline):
    assert questions_under(pipeline.reader.read(text), pipeline.graph) == parts


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_no_list_under_a_topic_stays_whole(text, pipeline):
    """Choices, constraints, claims, gaps and whole sentences."""
    assert questions_under(pipeline.reader.read(text), pipeline.graph) == ()


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_every_item_is_answered(text, wanted, pipeline):
    answer = pipeline.ask(Question(text))
    found = {item.iri.rpartition("#")[2] for item in answer.items}
    assert answer.answered
    assert wanted <= found


@pytest.mark.parametrize(("text", "first", "second"), WHY)
def test_a_bare_question_at_the_end_asks_more_of_what_was_found(text, first, second, pipeline):
    one, other = pipeline.ask(Question(text)).interpretation.split("; ")
    assert one.startswith(first)
    assert other.startswith(second)


def test_a_verdict_has_its_reason_with_it(pipeline):
    """So a "why" after a yes-or-no question is none of its own."""
    answer = pipeline.ask(Question("Does toes in hit the inner head, and why?"))
    assert answer.boolean == "yes"
    assert "; " not in answer.interpretation


def test_what_both_answers_say_is_said_once(pipeline):
    answer = pipeline.ask(Question("Which foot position is best for the inner calf and why?"))
    said = [text for block in answer.blocks for text in getattr(block, "entries", None) or (block.text,)]
    assert len(said) == len(set(said)) > 2
