"""Stems: inflections of one word meet, and different words never do."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.parsing.stemming import stem

FAMILIES = (
    "add adds adding added",
    "calf calves",
    "foot feet",
    "raise raises raised raising",
    "press presses pressed pressing",
    "muscle muscles",
    "exercise exercises exercised exercising",
    "position positions",
    "body bodies",
    "cross crosses crossed crossing",
    "stretch stretches stretched stretching",
    "stop stops stopped stopping",
    "knee knees",
    "toe toes",
    "pull pulls pulled pulling",
    "bend bends bent bending",
    "stand stands stood standing",
    "rep reps repetition repetitions",
    "emphasise emphasises emphasize emphasizes emphasised emphasized",
    "maximise maximize maximises maximizes",
    "inward inwards",
    "target targets targeted targeting",
    "benefit benefits benefited",
    "mistake mistakes",
    "push pushes pushed pushing",
    "vary varies varied varying",
    "move moves moved moving",
)
STRANGERS = (
    ("lateral", "later"),
    ("lateral", "literal"),
    ("medial", "medical"),
    ("medial", "media"),
    ("soleus", "sole"),
    ("press", "pres"),
    ("flexion", "flex"),
    ("inner", "in"),
    ("outer", "out"),
    ("training", "train station"),
    ("biceps", "bicep curl"),
    ("step", "stepped on"),
    ("seat", "sea"),
    ("rest", "restless"),
    ("head", "heading north"),
    ("stretch", "stretcher"),
    ("wing", "w"),
    ("red", "r"),
)


@pytest.mark.parametrize("family", FAMILIES)
def test_inflections_meet(family):
    """All inflections of a word have one stem."""
    assert len({stem(word) for word in family.split()}) == 1, {w: stem(w) for w in family.split()}


@pytest.mark.parametrize("pair", STRANGERS, ids=" ".join)
def test_different_words_stay_apart(pair):
    """Words that only look alike have different stems."""
    assert stem(pair[0]) != stem(pair[1])


def test_families_stay_apart():
    """No two families share a stem."""
    for one, other in combinations(FAMILIES, 2):
        assert not {stem(w) for w in one.split()} & {stem(w) for w in other.split()}, (one, other)


@given(st.text(min_size=1))
def test_any_word_has_a_stem(word):
    """Any word has a stem that is not empty."""
    assert stem(word)


def test_a_thing_and_its_plural_meet_through_the_graph(graph):
    """The label of each class meets the plural that answers use for it."""
    for term in graph.classes():
        one, many = term.label.split(), term.plural.split()
        if len(one) == len(many):
            assert [stem(w) for w in one] == [stem(w) for w in many], term.label
