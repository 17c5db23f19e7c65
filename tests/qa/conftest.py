"""One pipeline for all tests of qa, and the failures that are known.

A case of known_failures.toml must fail: one that passes fails the run until it is taken off the list.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

from kg.graph import KnowledgeGraph
from qa.contract import context_from_json, context_to_json
from qa.model import Context, Question
from qa.pipeline import Pipeline

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def graph():
    """The shipped graph."""
    return KnowledgeGraph.load()


@pytest.fixture(scope="session")
def pipeline(graph):
    """A pipeline over the shipped graph."""
    return Pipeline(graph)


@pytest.fixture(scope="session")
def ask(pipeline):
    """Asks one question, optionally after an answer; several tests look at the same answer, given once."""
    answer = lru_cache(maxsize=1000)(pipeline.ask)

    def ask(text, after=None):
        return answer(Question(text, after.context if after else Context()))

    return ask


@pytest.fixture
def talk(pipeline):
    """Asks several turns, the context passed on as JSON, and gives the last answer."""

    def talk(*turns):
        context = Context()
        for text in turns:
            answer = pipeline.ask(Question(text, context_from_json(context_to_json(context))))
            context = answer.context
        return answer

    return talk


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Expect the known failures to fail, and refuse an entry that names no test."""
    cases = tomllib.loads((HERE / "known_failures.toml").read_text(encoding="utf-8")).get("failure", [])
    known = {case["test"]: f"came: {case['came']}; should: {case['should']}" for case in cases}
    found = {f"{item.path.name}::{item.name}": item for item in items if item.path.parent == HERE}
    for name in known.keys() & found.keys():
        found[name].add_marker(pytest.mark.xfail(reason=known[name], strict=True))
    whole = (
        {item.path.name for item in found.values()} if not any("::" in arg for arg in config.args) else set()
    )
    gone = sorted(name for name in known.keys() - found.keys() if name.split("::", maxsplit=1)[0] in whole)
    if gone:
        raise pytest.UsageError(f"known_failures.toml names tests that are not there: {gone}")
