"""The shipped lessons state only what the graph holds, and whatever is changed in them is noticed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from teach.lessons.course import Course
from teach.lessons.model import LessonError, Run
from teach.lessons.reading import read_lessons

LESSONS = read_lessons()


def parts():
    """Every group of sentences that stand together, of every lesson."""
    for lesson in LESSONS:
        yield from ((lesson.aim,), *(p.sentences for p in lesson.paragraphs), lesson.summary)


def passes(validator, part, place, changed):
    """Whether a part with one of its sentences changed still passes."""
    try:
        validator.check_part("changed", [*part[:place], changed, *part[place + 1 :]])
    except LessonError:
        return False
    return True


def reworded(old, text):
    """A sentence with another text and the same ties."""
    return replace(old, runs=(Run(text),))


def survivors(validator, change):
    """The changed sentences that are not noticed, and how many were changed; `change` gives None for none."""
    found, count = [], 0
    for part in parts():
        for place, old in enumerate(part):
            for changed in change(old):
                count += 1
                if passes(validator, part, place, changed):
                    found.append((changed.text, changed.ties))
    return found, count


# ---------------------------------------------------------------- the shipped lessons


def test_every_lesson_holds(pipeline):
    """All nine lessons load, in the order of the path, each with aim, figures, task, checks and summary."""
    course = Course.load(pipeline.explainer)

    assert [lesson.number for lesson in course.lessons] == list(range(1, 10))
    for lesson in course.lessons:
        assert any(paragraph.figure for paragraph in lesson.paragraphs)
        assert len(lesson.checks) >= 3
        assert lesson.summary.sentences


def test_every_sentence_is_tied():
    """Only the aims of two lessons, which tell what a student will be able to do, rest on nothing."""
    loose = [s.text for part in parts() for s in part if not s.ties]

    assert all(text.startswith("You can ") for text in loose)
    assert len(loose) <= 2


# ---------------------------------------------------------------- every change is noticed


def test_every_turned_statement_is_noticed(validator):
    """A tie that is denied instead of held, or the reverse, never passes."""

    def turn(old):
        for number, tie in enumerate(old.ties):
            if len(tie.split()) >= 3 and not tie.startswith("none"):
                other = tie.removeprefix("not ") if tie.startswith("not ") else f"not {tie}"
                yield replace(old, ties=(*old.ties[:number], other, *old.ties[number + 1 :]))

    found, count = survivors(validator, turn)
    assert count > 130
    assert found == []


def test_every_dropped_tie_is_noticed(validator):
    """No tie can go: what a sentence says of several things is tied for each of them."""

    def drop(old):
        for number in range(len(old.ties)):
            yield replace(old, ties=(*old.ties[:number], *old.ties[number + 1 :]))

    found, count = survivors(validator, drop)
    assert count > 200
    assert found == []


def test_every_changed_number_is_noticed(validator):
    """No number written in digits can be raised by one."""

    def raise_one(old):
        for number in re.finditer(r"(?<![\d.\w])\d+(?:\.\d+)?(?![\d.]|\w)", old.text):
            other = f"{float(number[0]) + 1:g}"
            yield reworded(old, f"{old.text[: number.start()]}{other}{old.text[number.end() :]}")

    found, count = survivors(validator, raise_one)
    assert count > 60
    assert len(found) <= 2, found  # the neighbour may be a number of the same source, in the same place


OPPOSITES = (
    ("above", "below"),
    ("medial", "lateral"),
    ("straight", "bent"),
    ("inner", "outer"),
    ("soleus", "gastrocnemius"),
    ("ankle", "knee"),
    ("maximally", "minimally"),
    ("hardest", "least"),
)


def test_every_exchanged_word_is_noticed(validator):
    """A word cannot be exchanged for its opposite where only one of the two stands."""

    def exchange(old):
        for one, two in (*OPPOSITES, *((b, a) for a, b in OPPOSITES)):
            if re.search(rf"\b{one}\b", old.text) and not re.search(rf"\b{two}\b", old.text):
                yield reworded(old, re.sub(rf"\b{one}\b", two, old.text))

    found, count = survivors(validator, exchange)
    assert count > 90
    assert len(found) <= 1, found  # the study may name the other too, in the same order


@pytest.mark.parametrize("words", ["and the tibialis posterior", "because of the plantaris", "in the talus"])
def test_every_foreign_name_is_noticed(validator, words):
    """No sentence can go on with a thing that it is not tied to."""

    def go_on(old):
        if words.split()[-1] not in old.text:
            yield reworded(old, f"{old.text.rstrip('.')} {words}.")

    found, count = survivors(validator, go_on)
    assert count > 100
    assert found == []


@pytest.mark.parametrize("words", ["which heals injuries", "and burns fat", "so it beats every machine"])
def test_every_foreign_assertion_is_noticed(validator, words):
    """No sentence can say more in words that its ties do not account for."""

    def go_on(old):
        yield reworded(old, f"{old.text.rstrip('.')}, {words}.")

    found, _ = survivors(validator, go_on)
    assert found == []


def test_every_lost_denial_is_noticed(validator):
    """A sentence that rests on a denial cannot lose its "not", "no", "neither" and "nor"."""

    def affirm(old):
        if any(tie.startswith(("not ", "none ")) for tie in old.ties):
            yield reworded(old, re.sub(r"\b(not|no|neither|nor|never)\b ?", "", old.text))

    found, count = survivors(validator, affirm)
    assert count >= 6
    assert found == []


def test_every_denied_fact_is_noticed(validator):
    """A sentence that rests on facts alone cannot be denied."""

    def deny(old):
        if old.ties and all(len(tie.split()) == 3 for tie in old.ties):
            yield reworded(old, f"It is not so: {old.text}")

    found, count = survivors(validator, deny)
    assert count > 60
    assert found == []
