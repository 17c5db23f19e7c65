"""What all sessions of the page share: loaded once, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from qa.pipeline import Pipeline

__all__ = ["pipeline"]


@st.cache_resource(show_spinner="Loading the knowledge graph …")
def pipeline() -> Pipeline:
    """The pipeline over the built-in ontology; asking it changes nothing, so sessions may share it.

    Raises:
        OntologyError: the ontology is missing, malformed or inconsistent.
    """
    from qa.pipeline import Pipeline  # noqa: PLC0415  # the page draws its frame before this second is spent

    return Pipeline.load()
