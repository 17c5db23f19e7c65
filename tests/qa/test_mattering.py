"""Rules are asked only where they can matter."""

from __future__ import annotations

import pytest

from qa.limits.choosing import widened
from qa.limits.easing import eased
from qa.limits.narrowing import as_said
from qa.limits.nesting import for_described
from qa.limits.ordinals import in_place
from qa.limits.relating import without_the_one
from qa.mattering import mattering, where
from qa.model import Question
from qa.readings.coupling import coupled
from qa.readings.spreading import spread
from qa.scene import Scene

QUESTIONS = (
    "Which exercises train the soleus without a machine?",
    "What knee position suits the inner calf?",
    "Where do the two muscles start?",
    "Which exercise is mentioned first?",
    "Something for the muscle under the gastrocnemius, please.",
    "Seated raise, donkey raise, calf press: which trains the soleus?",
    "Does the soleus cross the knee?",
    "what am i screwing up",
)
OF_READINGS = (without_the_one, coupled, spread, widened, for_described)
OF_FORMS = (as_said, eased, in_place)


@pytest.fixture(scope="module")
def scene(pipeline):
    """The scene of a question."""
    return lambda text: Scene(pipeline.heard(text), pipeline.graph)


def test_a_rule_is_asked_where_its_need_is_met(scene):
    """A rule that states a need is passed over without it; one that states none is always asked."""

    @where(lambda scene: scene.says({"soleus"}))
    def of_the_soleus(): ...

    def of_all(): ...

    rules = (of_the_soleus, of_all)
    assert mattering(rules, scene("Does the soleus cross the knee?")) == rules
    assert mattering(rules, scene("Does the gastrocnemius cross the knee?")) == (of_all,)


def test_a_need_is_tried_once_a_question(scene):
    """However many readings are asked about."""
    tried = []

    @where(tried.append)
    def rule(): ...

    asked = scene("Does the soleus cross the knee?")
    assert [mattering((rule,), asked) for _ in range(3)] == [(), (), ()]
    assert tried == [asked]


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_is_passed_over_would_change_nothing(pipeline, text):
    """A rule whose need is not met leaves every reading of the question, and its form, as it is."""
    scene, ranked = pipeline.read(Question(text))
    readings = [r.reading for r in ranked]
    for rule in set(OF_READINGS) - {*mattering(OF_READINGS, scene)}:
        assert [rule(reading, scene, pipeline.desk) for reading in readings] == readings
    for rule in set(OF_FORMS) - {*mattering(OF_FORMS, scene)}:
        assert [rule(r.form, scene, pipeline.desk) for r in readings] == [r.form for r in readings]
