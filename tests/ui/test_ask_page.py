"""The Ask page on a fake pipeline, without a browser: every shape of an answer has its card."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from streamlit.testing.v1 import AppTest

import ui
from kg.errors import OntologyError
from ui.components.pages import PAGES
from ui.components.plain import plain
from ui.resources import _completing, pipeline

from fake_pipeline import ANSWERS, CLARIFY, FakePipeline

INNER = "which exercise targets the inner calf?"


@pytest.fixture
def ask(monkeypatch):
    """Open the page with a question (and follow-ups) in its address; returns the drawn page."""
    module = ModuleType("qa.pipeline")
    module.Pipeline = FakePipeline
    monkeypatch.setitem(sys.modules, "qa.pipeline", module)
    pipeline.clear()
    _completing.clear()

    def run(question: str = "", *then: str) -> AppTest:
        page = AppTest.from_file(Path(ui.__file__).parent / "app.py", default_timeout=30)
        if question:
            page.query_params["q"] = question
        if then:
            page.query_params["then"] = list(then)
        page.run()
        assert not page.exception
        return page

    yield run
    pipeline.clear()
    _completing.clear()


def text(page: AppTest) -> str:
    """All that the page says, without the marks that keep it plain."""
    parts = [*page.title, *page.header, *page.markdown, *page.code, *page.error]
    return "\n".join(part.value for part in parts).replace("\\", "")


def boxed(page: AppTest) -> dict:
    """What the question box is given."""
    parts = [json.loads(part.proto.json)[0] for part in page.get("bidi_component")]
    return next(part for part in parts if "questions" in part)


def links(page: AppTest) -> list[str]:
    """The labels of all links to pages."""
    return [link.proto.label.replace("\\", "") for link in page.get("page_link")]


def test_before_the_first_question(ask):
    """The first page offers examples that the pipeline names, and no answer."""
    page = ask()

    assert list(FakePipeline().examples()) == [
        each.replace("\\", "") for each in page.button_group[0].options
    ]
    assert len(page.header) == 0


def test_an_example_is_asked(ask):
    """Choosing an example puts it into the address and shows its answer."""
    page = ask()
    page.button_group[0].select(INNER).run()

    assert page.query_params["q"] == INNER
    assert "The article names three" in text(page)


def test_the_box_is_completed_once_it_is_used(ask):
    """The box holds the question of the address; questions to complete it come when it is used."""
    page = ask(INNER)
    assert boxed(page)["value"] == INNER
    assert boxed(page)["questions"] == []

    page.session_state["completing"] = True
    _completing().result(timeout=10)
    assert boxed(page.run())["questions"] == list(FakePipeline().completions())


def test_other_pages_are_offered(ask):
    """Who has no question yet finds every other page, with what it is for."""
    assert links(ask()) == [f"**{page.title}**: {page.purpose}" for page in PAGES[1:]]


def test_answer_card(ask):
    """An answer shows lead, reading, spelling, items, research, reasons, sources and query."""
    shown = text(ask(INNER))

    for part in (
        "The article names three",
        "I read this as: **exercises that emphasise the medial head",
        "“excercise” was read as “exercise”",
        "- donkey calf raise, toes in",
        ":orange-badge[:material/balance: Research check: disputed]",
        "**Nunes 2020** points the other way (9-week trial, 22 men)",
        "DOI 10.1519/JSC.0000000000003674",
        "- The standing calf raise with toes in trains the gastrocnemius. :orange-badge[disputed]",
        "    - The medial head is part of the gastrocnemius.",
        "“To target the inner calf, turn your toes inward during standing calf raises.”",
        "SELECT DISTINCT ?x",
        "**Related questions**",
    ):
        assert part in shown


def test_table_and_steps(ask):
    """A comparison is a table and steps are numbered."""
    shown = text(ask("compare standing and seated calf raises"))

    assert "| equipment | step or calf block | seated calf raise machine |" in shown
    assert "1. Rise as high as you can." in shown
    assert ":green-badge[:material/verified: Research check: uncontested]" in shown


def test_refusal_is_no_dead_end(ask):
    """A refusal names what was understood and what was not, and offers questions that have answers."""
    shown = text(ask("zumba"))

    assert "Understood: :green-badge[which exercise] :green-badge[targets]" in shown
    assert "Not understood: :orange-badge[zumba]" in shown
    assert "**You could ask**" in shown
    assert "SELECT" not in shown


def test_what_an_answer_leaves_aside_is_shown(ask, monkeypatch):
    """An answer that does without a name of the question says so; it is no refusal."""
    aside = replace(ANSWERS[INNER], not_understood=("soleus",))
    monkeypatch.setitem(ANSWERS, INNER, aside)
    shown = text(ask(INNER))

    assert "Left aside: :orange-badge[soleus]" in shown
    assert "Not understood" not in shown


def test_two_readings_are_a_choice(ask):
    """An ambiguous question offers its readings as questions."""
    page = ask(CLARIFY.question)

    assert "**Did you mean**" in text(page)
    assert [label for label in links(page) if label in CLARIFY.alternatives] == list(CLARIFY.alternatives)


def test_another_reading_can_be_switched_to(ask):
    """An answer offers what else its question may have meant, and says nothing where it is sure."""
    page = ask("compare standing and seated calf raises")

    assert "**Or did you mean**" in text(page)
    assert INNER in links(page)
    assert "**Or did you mean**" not in text(ask(INNER))


def test_follow_up(ask):
    """A follow-up in the address is answered in the context of the answer before it."""
    page = ask(INNER, "and the outer one?", "zumba")

    assert [header.value.replace("\\", "") for header in page.header][1:] == [
        "Turn the toes out.",
        "I don't know one of the words, so I would rather not guess.",
    ]
    assert "**and the outer one?**" in text(page)


def test_typed_follow_up(ask):
    """What is typed as a follow-up joins the conversation."""
    page = ask(INNER)
    page.text_input(key="follow_up").set_value("and the outer one?")
    page.button[-1].click().run()
    assert "Turn the toes out." in text(page)


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=lambda answer: answer.status)
def test_every_answer_can_be_shown(ask, answer):
    """No shape of an answer breaks the page."""
    assert answer.lead in text(ask(answer.question))


@pytest.mark.parametrize(
    "question",
    ["   ", "x" * 100_000, "🦵💪", "<script>alert(1)</script>", '"} ; DROP ALL ; #', "\x00\x07", "![x](y)"],
)
def test_any_text_is_a_question(ask, question):
    """Whatever stands in the address, the page is drawn."""
    ask(question)


def test_broken_ontology_is_told(ask, monkeypatch):
    """An ontology that cannot be loaded is an error with its fix, not a traceback."""

    def fail(path=None):
        raise OntologyError("calf.owl is missing", "Run calf build")

    monkeypatch.setattr(FakePipeline, "load", fail)
    page = ask()

    assert text(page).endswith("calf.owl is missing. Run calf build.")
    assert len(page.button_group) == 0


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("calf", "calf"),
        ("a  b\n\n    c", "a b c"),
        ("<b>", r"\<b\>"),
        ("$x$ `c` *i* _u_", r"\$x\$ \`c\` \*i\* \_u\_"),
        ("[a](b) :red[c] | 1. ~", r"\[a\]\(b\) \:red\[c\] \| 1\. \~"),
        ("Größe 5 % – ok", "Größe 5 \\% – ok"),
    ],
)
def test_plain(raw, safe):
    """Every sign that Markdown could read is escaped, and white space cannot start a block."""
    assert plain(raw) == safe
