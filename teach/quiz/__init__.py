"""Quizzes from the graph: every item is entailed by it, and every wrong option is contradicted by it."""

from __future__ import annotations

from teach.quiz.bank import Bank, Choice, items_about, jumbled
from teach.quiz.feedback import Teacher
from teach.quiz.marking import mark, solution
from teach.quiz.model import Feedback, Form, Item, Level, Marked, Option, Response
from teach.quiz.topics import Topic, topics

__all__ = [
    "Bank",
    "Choice",
    "Feedback",
    "Form",
    "Item",
    "Level",
    "Marked",
    "Option",
    "Response",
    "Teacher",
    "Topic",
    "items_about",
    "jumbled",
    "mark",
    "solution",
    "topics",
]
