"""Logical forms as lines: what is written is read back, and what is no form is refused."""

import pytest
from forms import forms
from hypothesis import given
from hypothesis import strategies as st

from kg.terms import Iri
from qa.forms.logic import Compare, Describe, Select, iris_in, unordered
from qa.forms.notation import read_form, write_form
from qa.learnt.wording import REFUSE, meanings
from qa.vocabulary import NAMESPACE

things = st.sampled_from([Iri(f"{NAMESPACE}{name}") for name in ("soleus", "medialHead", "kneeBent")])
classes = st.sampled_from([Iri(f"{NAMESPACE}{name}") for name in ("Muscle", "Exercise")])
properties = st.sampled_from([Iri(f"{NAMESPACE}{name}") for name in ("trains", "crossesJoint")])


def kind_of(form):
    """A question kind that has forms like this one."""
    return "comparison" if isinstance(form, Compare) else "definition"


@given(forms(things, classes, properties, things))
def test_what_is_written_is_read_back(form):
    """A form that was read from a line comes back from the line that it is written as."""
    read = read_form(write_form(form), kind_of(form))
    assert read_form(write_form(read), kind_of(read)) == read
    if isinstance(form, Select):
        assert iris_in(read) == iris_in(form)


@pytest.mark.parametrize(
    "line",
    ["(and", "()", "(crossesJoint)", "(not)", "? soleus crossesJoint", "(and Muscle) (and Joint)", "a b"],
)
def test_what_is_no_form_is_refused(line):
    """A line that is no form is told to be none, not read as another."""
    with pytest.raises(ValueError, match=r"\w"):
        read_form(line, "listing")


def test_one_name_asks_what_it_is():
    """A name alone asks for its meaning."""
    assert read_form("soleus", "definition") == Describe(Iri(f"{NAMESPACE}soleus"))


def test_order_does_not_tell_forms_apart():
    """Parts in another order, and things compared in another, make the same question."""
    first, second = (
        read_form("(and Muscle (crossesJoint kneeJoint))", ""),
        read_form("(and (crossesJoint kneeJoint) Muscle)", ""),
    )
    assert unordered(first) == unordered(second)
    assert unordered(read_form("soleus medialHead", "comparison")) == unordered(
        read_form("medialHead soleus", "comparison")
    )


def test_meanings_speak_of_this_graph(pipeline):
    """Every name in the meanings of the corpus is a thing, a class or a property of the graph."""
    unknown = {
        iri
        for meaning in meanings().values()
        if meaning.kind != REFUSE
        for iri in iris_in(meaning.form)
        if not pipeline.desk.connector.knows(iri) and iri.local not in {"type", "stepNumber"}
    }
    assert unknown == set()


def test_every_meaning_has_wordings(root):
    """Each wording of the corpus belongs to a plain question, and no wording stands there twice."""
    lines = (root / "corpus" / "wordings.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines]
    assert {len(pair) for pair in pairs} == {2, 3}
    assert {pair[2] for pair in pairs if len(pair) == 3} == {"yes", "no"}
    assert {pair[0] for pair in pairs} <= set(meanings())
    assert len({pair[1].lower() for pair in pairs}) > 50_000
