"""The Quiz page without a browser: choices, every form of question, verdicts, reviews, and bad addresses."""

from __future__ import annotations

import pytest

from teach.quiz import Bank, Choice, Form, solution, topics
from ui.marked import DRAWN


@pytest.fixture(scope="module")
def bank(pipeline):
    """The items that the page asks."""
    return Bank(pipeline.graph, pipeline.say, DRAWN)


def test_the_quiz_that_is_looked_at_for_barriers(bank):
    """It asks in every form but the verdict, which is chosen like one of several (test_quiz_browser.py)."""
    assert {item.form for item in bank.choose(Choice(seed=4974, count=5))} == set(Form) - {Form.VERDICT}


def _button(page, label):
    return next(button for button in page.button if button.label == label)


def _texts(page):
    shown = (*page.markdown, *page.subheader, *page.header, *page.success, *page.error, *page.warning)
    return "\n".join(element.value.replace("\\", "") for element in shown)


def _answer(page, item, *, right: bool):
    """Give a right or a wrong answer to the question that is shown, and have it marked."""
    if item.form is Form.NUMBER:
        page.number_input[0].set_value(item.number.low if right else item.number.high + 1)
    elif item.form is Form.SEVERAL:
        for place in item.right if right else [p for p, o in enumerate(item.options) if not o.right]:
            page.checkbox[place].check()
    elif item.form is Form.ORDER:
        _sort(page, item, right=right)
    else:
        wrong = next(place for place, option in enumerate(item.options) if not option.right)
        page.radio[0].set_value(item.right[0] if right else wrong)
    page.run()
    _button(page, "Check my answer").click().run()
    assert not page.exception


def _sort(page, item, *, right: bool):
    """Move the steps into their order with the buttons, or leave them in the disorder they are in."""
    for wanted in range(len(item.options)) if right else ():
        shown = _steps(page)
        place = next(i for i, text in enumerate(shown) if text == item.options[wanted].text)
        while place > wanted:
            _button(page, f"Up {place + 1}").click().run()
            place -= 1


def _steps(page):
    lines = [m.value.replace("\\", "") for m in page.markdown]
    return [line.split(". ", 1)[1] for line in lines if line[:1].isdigit() and line[1:3] == ". "]


def test_the_choices(drawn):
    """Before a quiz, topics, levels, length and number are offered, and a link and files for teachers."""
    page = drawn("quiz")

    assert "questions, all made from the knowledge graph" in _texts(page)
    topic, level = page.multiselect
    assert (topic.label, len(topic.options)) == ("Topics", len(topics()))
    assert level.options == ["Easy", "Medium", "Hard"]
    assert _button(page, "Start the quiz")
    assert "seed=" in page.code[0].value
    labels = [d.proto.label for d in page.get("download_button")]
    assert labels == ["Worksheet", "Key", "Moodle (GIFT)", "Canvas (QTI)", "Anki deck", "Save my progress"]


def test_starting_puts_the_number_into_the_address(drawn):
    """The address of a running quiz holds its number and its choices."""
    page = drawn("quiz", topic=["joints"], level=["easy"], questions="5")
    page.number_input[0].set_value(77).run()
    _button(page, "Start the quiz").click().run()

    assert page.query_params["seed"] in ("77", ["77"])
    assert page.query_params["topic"] in ("joints", ["joints"])
    assert "seed=77" in page.code[0].value
    assert "topic=joints" in page.code[0].value


@pytest.mark.parametrize("right", [True, False])
def test_a_whole_quiz(drawn, bank, right):
    """A quiz is answered to its end; each verdict is as it should be, with reasons, and the end counts."""
    items = bank.choose(Choice(seed=11, count=10))
    page = drawn("quiz", seed="11", questions="10")
    for number, item in enumerate(items, start=1):
        assert item.stem in _texts(page)
        _answer(page, item, right=right)
        told = _texts(page)
        assert ("**Right.**" in told) is right, item.id
        assert right or f"The right answer: {solution(item)}" in told, item.id
        assert any(each.label.startswith(("Why", "Sources")) for each in page.expander)
        _button(page, "See how it went" if number == 10 else "Next question").click().run()
    assert f"{10 if right else 0} of 10 right" in _texts(page)
    assert ("Worth another look" in _texts(page)) is not right
    assert f"10 answered, {10 if right else 0} of them right" in _texts(page)


@pytest.mark.parametrize("form", list(Form))
def test_every_form_is_answered(drawn, bank, form, monkeypatch):
    """An item of each form is shown, answered rightly and told to be right."""
    seed, place = next(
        (seed, place)
        for seed in range(1, 200)
        for place, item in enumerate(bank.choose(Choice(seed=seed, count=5)))
        if item.form is form
    )
    items = bank.choose(Choice(seed=seed, count=5))
    page = drawn("quiz", seed=str(seed), questions="5")
    for item in items[: place + 1]:
        _answer(page, item, right=True)
        assert "**Right.**" in _texts(page), item.id
        if item is not items[place]:
            _button(page, "Next question").click().run()
    if form is Form.LABEL:
        assert page.get("imgs") or page.get("image")


def test_no_answer_is_asked_for_again(drawn):
    """Checking without an answer says what is missing, and marks nothing."""
    page = drawn("quiz", seed="1", questions="5", topic=["terms"])
    _button(page, "Check my answer").click().run()

    assert "Give an answer first" in _texts(page)
    assert "No question answered yet" in _texts(page)


def test_leaving_and_coming_back(drawn):
    """A quiz that is left shows the choices again."""
    page = drawn("quiz", seed="1")
    _button(page, "Leave this quiz").click().run()

    assert "seed" not in page.query_params
    assert _button(page, "Start the quiz")


def test_what_was_wrong_is_due_for_review(drawn, bank):
    """A statement that was not known is asked again once it is due."""
    page = drawn("quiz", seed="11", questions="5")
    first = bank.choose(Choice(seed=11, count=5))[0]
    _answer(page, first, right=False)
    cards = page.session_state["progress"].cards
    assert set(cards) == {first.memory}
    cards[first.memory]["due"] = "2026-01-01T00:00:00+00:00"
    _button(page, "Leave this quiz").click().run()
    _button(page, "Review what is due (1)").click().run()

    again = _texts(page)
    assert (
        "Question 1 of 1" in "".join(p.proto.text for p in page.get("progress"))
        or "review" in page.query_params
    )
    assert any(item.stem in again for item in bank.by_memory[first.memory])


@pytest.mark.parametrize(
    "address",
    [
        {"seed": "abc"},
        {"seed": "-4"},
        {"seed": "99999999999999999999"},
        {"seed": "<script>alert(1)</script>"},
        {"seed": "٣"},
        {"review": "7"},
        {"topic": ["cooking"], "level": ["impossible"], "questions": "1000000"},
    ],
)
def test_a_bad_address_shows_the_choices(drawn, address):
    """What an address says amiss counts for nothing."""
    page = drawn("quiz", **address)

    assert _button(page, "Start the quiz")


def test_a_link_that_nothing_fits(drawn):
    """A link whose choices fit no question says so and offers others."""
    page = drawn("quiz", seed="4", topic=["terms"], level=["medium"])
    fits = "No question fits this link" not in _texts(page)

    assert fits or _button(page, "Start the quiz")


# ------------------------------------------------------------ progress


def test_a_damaged_store_is_shown_and_left(drawn):
    """Progress in the browser that cannot be read gets a message, and nothing is written over it."""
    page = drawn("quiz")
    page.session_state["progress-store"] = {"held": {"text": '{"format": "calf progress"'}}
    page.run()

    assert "The progress that this browser holds was not read" in _texts(page)
    assert "It is left as it is" in _texts(page)
    _button(page, "Start afresh").click().run()
    assert "was not read" not in _texts(page)


def test_kept_progress_is_taken_over(drawn, bank):
    """What the browser kept is there when the page is opened again."""
    from datetime import UTC, datetime

    from teach.progress import Progress, dump, recall

    kept = recall(Progress(), bank.items[0].memory, right=True, when=datetime.now(UTC))
    page = drawn("quiz")
    page.session_state["progress-store"] = {"held": {"text": dump(kept)}}
    page.run()

    assert "1 answered, 1 of them right" in _texts(page)
