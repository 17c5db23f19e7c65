"""Progress is scheduled as the fsrs package does it, and its file is never lost to an error."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import CalfError
from teach.progress import Progress, due, dump, load, load_file, next_due, recall, save_file

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 90 * 24 * 60)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_scheduling_is_that_of_the_package(answers):
    """After any answers at any times, a card is what the fsrs package makes of the same reviews."""
    scheduler = Scheduler(enable_fuzzing=False)
    card = Card(card_id=1, due=START)
    progress, when = Progress(), START
    for right, minutes in answers:
        when += timedelta(minutes=minutes)
        progress = recall(progress, "soleus/crossesJoint/ankleJoint", right=right, when=when)
        card, _ = scheduler.review_card(card, Rating.Good if right else Rating.Again, when)
    for held in progress.cards.values():
        assert {**held, "card_id": 1} == card.to_dict()
    assert progress.answers == len(answers)
    assert progress.right == sum(right for right, _ in answers)


def test_the_reference_course_of_the_package():
    """Answers that are always right lead to the intervals that py-fsrs 6 gives for its default parameters."""
    progress, when, gaps = Progress(), START, []
    for _ in range(6):
        progress = recall(progress, "m", right=True, when=when)
        following = next_due(progress)
        gaps.append(following - when)
        when = following
    assert gaps[0] == timedelta(minutes=10)
    assert [gap.days for gap in gaps[1:]] == [2, 11, 46, 163, 498]


def test_what_is_due():
    """What is overdue comes first, and what is not due yet does not come."""
    progress = recall(Progress(), "late", right=False, when=START)
    progress = recall(progress, "later", right=False, when=START + timedelta(hours=1))
    progress = recall(progress, "known", right=True, when=START + timedelta(hours=1))

    assert due(progress, START) == ()
    assert due(progress, START + timedelta(hours=1, minutes=2)) == ("late", "later")


def _some(count: int = 50) -> Progress:
    chance, progress = random.Random(4), Progress()
    for number in range(count):
        when = START + timedelta(hours=number)
        progress = recall(progress, f"m{number % 17}", right=chance.random() < 0.7, when=when)
    return progress


def test_a_file_brings_back_the_same_progress(tmp_path):
    """Saved and opened, progress is the same, and goes on the same."""
    progress, path = _some(), tmp_path / "folder" / "my.json"
    save_file(progress, path)
    again = load_file(path)

    assert again == progress
    assert dump(again) == dump(progress)
    when = START + timedelta(days=9)
    assert recall(again, "m3", right=True, when=when) == recall(progress, "m3", right=True, when=when)


def test_no_file_yet_is_no_error(tmp_path):
    """Before the first answer there is no file, and no progress."""
    assert load_file(tmp_path / "none.json") == Progress()


def _changed(**changes) -> str:
    return json.dumps({**json.loads(dump(_some())), **changes})


def _with_card(**changes) -> str:
    record = json.loads(dump(_some()))
    record["cards"]["m1"].update(changes)
    return json.dumps(record)


DAMAGED = {
    "cut off": dump(_some())[:-40],
    "empty": "",
    "no JSON": "cards: all of them",
    "a list": "[1, 2]",
    "of another program": '{"deck": "Spanish"}',
    "of a newer version": _changed(version=99),
    "without counts": _changed(answers="many"),
    "negative counts": _changed(right=-3),
    "cards as a list": _changed(cards=[]),
    "a card without a date": _with_card(due=None),
    "a date without a zone": _with_card(due="2026-01-05T09:00:00"),
    "a card in no state": _with_card(state=9),
    "a stability in words": _with_card(stability="high"),
    "deeply nested": "[" * 100_000,
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_what_is_no_progress_file_is_refused_and_left_alone(text, tmp_path):
    """A corrupt or foreign file is refused on opening and on saving, and is not touched."""
    path = tmp_path / "my.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(CalfError, match=r"progress file") as opening:
        load_file(path)
    with pytest.raises(CalfError):
        save_file(_some(), path)
    assert "my.json" in str(opening.value)
    assert opening.value.fix
    assert path.read_text(encoding="utf-8") == text
    assert list(tmp_path.iterdir()) == [path]


def test_bytes_that_are_no_text_are_refused(tmp_path):
    """A picture that was chosen by mistake is refused and left alone."""
    path = tmp_path / "photo.json"
    path.write_bytes(b"\x89PNG\r\n\xff\xfe")

    with pytest.raises(CalfError, match="cannot be read as a progress file"):
        load_file(path)
    assert path.read_bytes() == b"\x89PNG\r\n\xff\xfe"


def test_a_place_that_cannot_be_written(tmp_path):
    """A folder that is a file is an error that names a way out."""
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(CalfError, match=r"cannot be (written|read)"):
        save_file(_some(), tmp_path / "file" / "my.json")


@given(st.text(max_size=60))
@settings(max_examples=80, deadline=None)
def test_any_text_is_read_or_refused(text):
    """No text brings anything but progress or a CalfError."""
    try:
        found = load(text)
    except CalfError:
        return
    assert isinstance(found, Progress)
