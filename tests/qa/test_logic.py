"""Logical forms: one text per meaning, and back."""

from forms import forms
from hypothesis import given
from hypothesis import strategies as st

from kg.terms import Iri, Literal
from qa.forms.canonical import canonical, from_canonical
from qa.forms.logic import (
    Compare,
    Count,
    Either,
    Every,
    Kind,
    Linked,
    Select,
    Thing,
    Without,
    every,
    things_in,
)

A, B, C = (Thing(Iri(f"https://example.org/#{name}")) for name in "abc")
CLS = Kind(Iri("https://example.org/#Cls"))
PROP = Iri("https://example.org/#p")

iris = st.sampled_from([Iri(f"https://example.org/#{n}") for n in ("a", "b", "Select", "é", "x-y_z")])
literals = st.builds(
    Literal,
    st.text(max_size=12),
    st.just("http://www.w3.org/2001/XMLSchema#string"),
    st.sampled_from(["", "en"]),
)
every_form = forms(iris, iris, iris, literals)


@given(every_form)
def test_canonical_text_comes_back_as_the_same_meaning(form):
    """What `canonical` wrote is read back as a form with the same text."""
    back = from_canonical(canonical(form))
    assert type(back) is type(form)
    assert canonical(back) == canonical(form)


@given(every_form, every_form)
def test_other_text_means_another_form(one, other):
    """Equal forms have equal text, and forms that differ beyond the order of parts differ in text."""
    if one == other:
        assert canonical(one) == canonical(other)
    if canonical(one) != canonical(other):
        assert one != other


@given(st.permutations([A, B, C, Linked(PROP, A), Without(B)]))
def test_order_of_parts_does_not_matter(parts):
    """The parts of `Every` and of `Either` may stand in any order."""
    assert canonical(Every(tuple(parts))) == canonical(Every((Without(B), Linked(PROP, A), C, B, A)))
    kept = tuple(part for part in parts if not isinstance(part, Without))
    assert canonical(Either(kept)) == canonical(Either((Linked(PROP, A), C, B, A)))


def test_what_matters_to_the_meaning_is_in_the_text():
    """Direction, exclusion, conjunction, order of a comparison and what is asked each change the text."""
    texts = [
        canonical(form)
        for form in (
            Select(Linked(PROP, A)),
            Select(Linked(PROP, A, inverse=True)),
            Select(Every((CLS, Linked(PROP, A)))),
            Select(Every((CLS, Without(Linked(PROP, A))))),
            Select(Either((CLS, Linked(PROP, A)))),
            Select(Linked(PROP, A), PROP),
            Count(Linked(PROP, A)),
            Compare((A.iri, B.iri)),
            Compare((B.iri, A.iri)),
            Compare((A.iri, B.iri), common=True),
        )
    ]
    assert len(set(texts)) == len(texts)


@given(st.one_of(st.text(), st.recursive(st.none() | st.booleans() | st.text(), st.lists).map(str)))
def test_foreign_text_is_no_form(text):
    """Text that `canonical` did not write gives None, never an error."""
    assert from_canonical(text) is None


def test_damaged_forms_are_no_forms():
    """A text cut short, a node of no known name, and a set on its own give None."""
    text = canonical(Select(Every((CLS, Linked(PROP, A)))))
    assert from_canonical(text[:-1]) is None
    assert from_canonical(text.replace("Linked", "Bound")) is None
    assert from_canonical(canonical(CLS)) is None
    assert from_canonical('["Select"]') is None
    assert from_canonical('["Select","https://example.org/#a",null]') is None


def test_every_of_one_part_is_that_part():
    """An intersection keeps each part once, and one part stays itself."""
    assert every([A]) == A
    assert every([A, A]) == A
    assert every([CLS, A, CLS]) == Every((CLS, A))


def test_things_are_named_in_their_order():
    """The things of a set come in the order in which they stand, exclusions included."""
    node = Every((CLS, Linked(PROP, Either((B, A))), Without(C)))
    assert things_in(node) == (B.iri, A.iri, C.iri)
