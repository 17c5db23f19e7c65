"""What a turn before said that a turn goes on from: "I only have a leg press.", a claim that is disputed."""

from __future__ import annotations

from dataclasses import replace

from kg.graph import KnowledgeGraph
from qa.model import Context, Question
from qa.parsing.english import english
from qa.parsing.nlp import Reader
from qa.parsing.outline import Outline
from qa.scene import Scene
from qa.vocabulary import CALF

__all__ = ["in_full", "told_by"]

_OPENING = frozenset("i we my our there all no only just".split())
_LEAST = 3  # words of a statement: "no machines here"
_LONGEST = 200  # characters of one that is kept


def told_by(text: str, graph: KnowledgeGraph, reader: Reader) -> str:
    """What a message tells of the equipment at hand, if it tells that and asks nothing; else ""."""
    first, *more = text.split(maxsplit=1) or ("",)
    if first.lower().partition("'")[0] not in _OPENING or not more or "?" in text or len(text) > _LONGEST:
        return ""
    scene = Scene(reader.read(text), graph)
    if scene.wh or scene.may_be_polar or scene.mood != "none" or len(scene.tokens) < _LEAST:
        return ""
    kinds = {c for a in scene.anchors for iri in a.entities for c in graph.entity(iri).classes}
    kinds |= {c for a in scene.anchors for cls in a.classes for c in (cls, *graph.class_term(cls).supers)}
    return f"{scene.parse.text.rstrip(' .!')}." if CALF.EQUIPMENT in kinds else ""


def in_full(question: Question, reader: Reader) -> Question | None:
    """A question behind what the turn before told, or claimed, if it asks who disagrees; None of any other.

    A definition that is asked for has nothing to do with what was told.
    """
    told, asked = question.context.told, question.context.asked
    if asked and any(word in question.text.lower() for word in english().words["disagreeing"]):
        return replace(question, text=f"{asked.rstrip(' .!?')}. {question.text}", context=Context())
    if not told or Outline(reader.read(question.text)).cue("definition"):
        return None
    return replace(question, text=f"{told} {question.text}", context=Context())
