"""The interactive part of a lesson, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from qa.telling.mapping import Atlas
from teach.lessons.tasks import Compare, Cover, Find, Order, Plan, Predict, Task, Weigh
from ui.components.lessons.arranging import order_task, plan_task
from ui.components.lessons.choosing import compare_task, cover_task
from ui.components.lessons.finding import find_task
from ui.components.lessons.predicting import predict_task, weigh_task

__all__ = ["show_task"]

_KINDS: Mapping[type, Callable[..., None]] = {
    Find: find_task,
    Predict: predict_task,
    Weigh: weigh_task,
    Compare: compare_task,
    Plan: plan_task,
    Order: order_task,
    Cover: cover_task,
}


def show_task(task: Task, atlas: Atlas, key: str, on_done: Callable[[], Any]) -> None:
    """Show a task; `on_done` is called once it is solved."""
    _KINDS[type(task)](task, atlas, key, on_done)
