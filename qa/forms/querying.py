"""The query of a logical form, run on the graph."""

from __future__ import annotations

from kg.graph import KnowledgeGraph
from kg.terms import Sparql
from qa.forms.compiling import compile_form
from qa.forms.logic import Form
from qa.remembering import per_graph

__all__ = ["query_of"]


@per_graph(4_096)
def query_of(form: Form, graph: KnowledgeGraph) -> Sparql:
    """The query whose rows are the answer to a form, once the store of the graph has answered it."""
    query = compile_form(form)
    graph.run(query)
    return query
