"""Whatever is offered to ask has an answer."""

import re

import pytest

from qa.model import Question

REFUSED = (
    "What is the flumph?",
    "hello",
    "",
    "What is the capital of France?",
    "My calf hurts, what should I do?",
    "Does the biceps cross the knee?",
    "Who won the football match?",
)
ANSWERED = (
    "Which exercise targets the inner calf?",
    "What is the soleus?",
    "How many reps for hypertrophy?",
    "Is bouncing bad?",
    "How do I do donkey calf raises?",
    "What do toes in do?",
)


@pytest.fixture(scope="module")
def offered(pipeline):
    """Every question that is offered as an example or near a thing of the graph."""
    near = [q for entity in pipeline.graph.entities() for q in pipeline.suggester.near((entity.iri,))]
    return sorted({*pipeline.examples(), *near})


def test_examples_are_offered(pipeline):
    """There are several examples, none twice."""
    examples = pipeline.examples()
    assert len(examples) >= 4
    assert len(set(examples)) == len(examples)


def test_everything_offered_is_answered(offered, pipeline):
    """Each example, and each question offered near any thing, is answered when asked."""
    assert len(offered) > 50
    assert [q for q in offered if not pipeline.ask(Question(q)).answered] == []


def test_everything_offered_is_a_sentence(offered):
    """What is offered starts with a capital, ends with one mark, and has no bare "be" for a verb."""
    assert [q for q in offered if not re.fullmatch(r"[A-Z].*[^ ?]\?", q)] == []
    assert [q for q in offered if re.match(r"(Which|What) (?!.*\b(can|should|to)\b).*\bbe\b", q)] == []


@pytest.mark.parametrize("text", REFUSED)
def test_a_refusal_offers_three_answered_questions(text, ask):
    """What is not answered offers three questions that are."""
    answer = ask(text)
    assert not answer.answered
    assert len(set(answer.suggestions)) == 3
    assert all(ask(q).answered for q in answer.suggestions)


@pytest.mark.parametrize("text", ANSWERED)
def test_an_answer_offers_other_questions(text, ask):
    """An answer offers answered questions other than the one asked."""
    offered = ask(text).suggestions
    assert offered
    assert text.casefold() not in {q.casefold() for q in offered}
    assert all(ask(q).answered for q in offered)


def test_alternatives_are_answered(ask):
    """Each reading offered for an ambiguous question is answered when asked."""
    offered = [
        q for text in (*ANSWERED, *REFUSED, "how long?", "calf", "raise") for q in ask(text).alternatives
    ]
    assert [q for q in offered if not ask(q).answered] == []


def test_completions_are_answered(pipeline):
    """What is typed is completed to questions that have answers: many, and none twice."""
    completions = pipeline.completions()

    assert len(completions) == len(set(completions)) > 200
    assert [q for q in completions[::5] if not pipeline.ask(Question(q)).answered] == []


SHORT = ("soleus", "knee bent", "seated calf raise", "toes in or out?", "standing or seated?")


def test_other_readings_can_be_switched_to(pipeline):
    """What else a question may have meant is a question too, read as it says, answered, and another one."""
    others = {question: pipeline.other_readings(Question(question)) for question in SHORT}
    taken = {question: pipeline.ask(Question(question)).interpretation for question in SHORT}

    assert any(others.values())
    for question, texts in others.items():
        answers = [pipeline.ask(Question(text)) for text in texts]
        assert [answer.interpretation for answer in answers] == list(texts)
        assert all(answer.answered for answer in answers)
        assert taken[question] not in texts


@pytest.mark.parametrize("question", ["does the soleus cross the knee?", "", "SELECT ?x { }"])
def test_no_other_reading_is_made_up(pipeline, question):
    """A clear question and one that cannot be read have no other reading."""
    assert pipeline.other_readings(Question(question)) == ()


@pytest.mark.parametrize(
    "question",
    [
        "Is the soleus stronger than the gastrocnemius?",
        "Is it true that the soleus crosses the ankle?",
        "Is toes-in proven?",
    ],
)
def test_what_is_asked_in_so_many_words_may_mean_nothing_else(question, pipeline):
    assert pipeline.other_readings(Question(question)) == ()


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("How many degrees should my toes point in?", "How far should my toes point inwards?"),
        ("How many hours of recovery between calf sessions?", "How many sessions per week?"),
        ("how many seconds should I lower for?", "How long should I pause at the bottom stretch?"),
    ],
)
def test_a_refusal_offers_what_the_question_is_nearest_to(text, offered, ask):
    """What the words are likest to, in plain words, comes before other questions on the topic."""
    answer = ask(text)
    assert not answer.answered
    assert answer.suggestions[0] == offered
