"""Logical forms: sets of things and what is asked of them; as text, JSON and SPARQL, and run on the graph."""
