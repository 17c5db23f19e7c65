"""Quizzes from the graph: every item is entailed by it, and every wrong option is contradicted by it."""

from __future__ import annotations

from teach.quiz.bank import Bank, Choice, items_about
from teach.quiz.model import Feedback, Form, Item, Level, Marked, Option, Response

__all__ = ["Bank", "Choice", "Feedback", "Form", "Item", "Level", "Marked", "Option", "Response", "items_about"]
