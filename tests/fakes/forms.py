"""Strategies for logical forms over given terms: every shape that the algebra of qa.forms.logic allows."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.terms import Triple
from qa.forms.logic import (
    Ask,
    Because,
    Compare,
    Count,
    Describe,
    Either,
    Every,
    Kind,
    Linked,
    Select,
    Thing,
    Without,
)

__all__ = ["forms", "sets"]


def sets(things, classes, properties, leaves=6):
    """Sets of things; `Without` stands only beside another part of an `Every`, as the algebra demands."""
    single = st.one_of(st.builds(Thing, things), st.builds(Kind, classes))

    def wider(inner):
        some = st.lists(inner, min_size=1, max_size=3)
        excluded = st.lists(st.builds(Without, inner), max_size=2)
        return st.one_of(
            st.builds(Linked, properties, inner, st.booleans()),
            st.builds(lambda kept, out: Every((*kept, *out)), some, excluded),
            st.builds(lambda parts: Either(tuple(parts)), some),
        )

    return st.recursive(single, wider, max_leaves=leaves)


def forms(things, classes, properties, literals, leaves=6):
    """Forms of all six kinds."""
    inner = sets(things, classes, properties, leaves)
    triples = st.builds(Triple, things, properties, st.one_of(things, literals))
    return st.one_of(
        st.builds(Select, inner, st.one_of(st.none(), properties)),
        st.builds(Count, inner),
        st.builds(Ask, triples),
        st.builds(Describe, st.one_of(things, classes, properties)),
        st.builds(
            lambda ts, no: Because(tuple(ts), no), st.lists(triples, min_size=1, max_size=3), st.booleans()
        ),
        st.builds(
            lambda ts, shared: Compare(tuple(ts), shared),
            st.lists(things, min_size=2, max_size=3, unique=True),
            st.booleans(),
        ),
    )
