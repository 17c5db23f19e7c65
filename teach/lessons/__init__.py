"""Lessons: texts whose every sentence is tied to statements of the graph, with tasks and checks."""
