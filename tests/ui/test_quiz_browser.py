"""A quiz in a real Chromium: by mouse, by keyboard alone, over a reload, and for teachers."""

from __future__ import annotations

import json
import re
import zipfile

import pytest

expect = pytest.importorskip("playwright.sync_api").expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

QUIZ = "quiz?questions=5&seed=7"
# A question of each form but the verdict, which looks like one of several (held by test_quiz_page.py).
EVERY_FORM = "quiz?questions=5&seed=4974"
STORED = "localStorage.getItem('calf-progress')"


def check_button(page):
    """The button that has an answer marked."""
    return page.get_by_role("button", name="Check my answer")


def next_button(page):
    """The button that leads on from a verdict."""
    return page.get_by_role("button", name=re.compile("^(Next question|See how it went)$"))


def give(page) -> None:
    """Some answer to the question that is shown, by mouse."""
    main = page.get_by_test_id("stMain")
    radios, boxes = main.get_by_test_id("stRadio"), main.get_by_test_id("stCheckbox")
    if radios.count():
        radios.locator("label").filter(has=page.locator("input")).first.click()
    elif boxes.count():
        boxes.first.locator("label").click()
    elif main.get_by_role("spinbutton").count():
        main.get_by_role("spinbutton").fill("2")
        main.get_by_role("spinbutton").press("Tab")
    else:
        main.get_by_role("button", name="Down 1").click()


def play(window, questions: int) -> None:
    """Answer all questions by mouse and read each verdict."""
    page = window.page
    for number in range(1, questions + 1):
        page.get_by_text(f"Question {number} of {questions}").wait_for()
        window.settle()
        give(page)
        window.settle()
        check_button(page).click()
        next_button(page).wait_for()
        window.settle()
        assert page.get_by_text(re.compile(r"^(Right|Not right)\.")).count()
        next_button(page).click()


def test_a_quiz_by_mouse(visit, real):
    """By mouse: topics and length are chosen, all questions answered, and the end says how it went."""
    window = visit()
    page = window.go(f"{real}/quiz")
    page.get_by_text("5", exact=True).click()
    window.settle()
    page.get_by_role("button", name="Start the quiz").click()
    play(window, 5)

    page.get_by_role("heading", level=2, name=re.compile(r"^\d of 5 right$")).wait_for()
    assert window.said("seed")
    assert window.said("questions") == "5"
    page.get_by_role("button", name="Choose another quiz").click()
    page.get_by_role("button", name="Start the quiz").wait_for()
    window.settle()
    assert not window.said("seed")


def test_a_quiz_by_keyboard_alone(visit, real):
    """By keyboard alone, a quiz is started, and each question answered with Tab, Space and Enter."""
    window = visit()
    page = window.go(f"{real}/quiz?questions=5")
    start = page.get_by_role("button", name="Start the quiz")
    page.get_by_role("link", name="Quiz").focus()
    window.tab_to(start)
    page.keyboard.press("Enter")
    for number in range(1, 6):
        page.get_by_text(f"Question {number} of 5").wait_for()
        window.settle()
        page.get_by_role("link", name="Sources").focus()
        answer_by_keys(window)
        window.settle()
        window.tab_to(check_button(page))
        page.keyboard.press("Enter")
        next_button(page).wait_for()
        window.settle()
        window.tab_to(next_button(page))
        page.keyboard.press("Enter")
    page.get_by_role("heading", level=2, name=re.compile(r"^\d of 5 right$")).wait_for()


def answer_by_keys(window) -> None:
    """Some answer to the question that is shown, with keys that a student would press."""
    page, main = window.page, window.page.get_by_test_id("stMain")
    if main.get_by_role("radio").count():
        window.tab_to(main.get_by_role("radio").first)
        page.keyboard.press("Space")
    elif main.get_by_role("checkbox").count():
        window.tab_to(main.get_by_role("checkbox").first)
        page.keyboard.press("Space")
    elif main.get_by_role("spinbutton").count():
        window.tab_to(main.get_by_role("spinbutton"))
        page.keyboard.type("2")
        page.keyboard.press("Enter")
    else:
        window.tab_to(main.get_by_role("button", name="Down 1"))
        page.keyboard.press("Enter")


def test_a_link_shows_a_class_the_same_quiz(visit, real):
    """Two students who open one link read the same question, with the same options in the same order."""
    seen = []
    for _ in range(2):
        page = visit().go(f"{real}/{QUIZ}")
        page.get_by_text("Question 1 of 5").wait_for()
        seen.append(page.get_by_test_id("stMain").inner_text().split("Check my answer")[0])

    assert seen[0] == seen[1]
    assert len(seen[0]) > 40


# ------------------------------------------------------------ progress


def progress_fold(window):
    """The fold with the progress, opened."""
    page = window.page
    fold = page.get_by_test_id("stExpander").filter(has_text="My progress")
    if fold.locator("details:not([open])").count():
        fold.locator("summary").click()
    return fold


def answer_one(window) -> None:
    """Answer the question that is shown."""
    page = window.page
    page.get_by_text("Question 1 of 5").wait_for()
    window.settle()
    give(page)
    window.settle()
    check_button(page).click()
    next_button(page).wait_for()
    window.settle()


def test_progress_survives_a_reload(visit, real):
    """What was answered is still known after the page is loaded again, and goes on from there."""
    window = visit()
    page = window.go(f"{real}/{QUIZ}")
    answer_one(window)
    page.wait_for_function(STORED)
    kept = json.loads(page.evaluate(STORED))
    page.reload()
    expect(progress_fold(window)).to_contain_text("1 answered")
    answer_one(window)
    page.wait_for_function(f"JSON.parse({STORED}).answers === 2")

    assert kept["answers"] == 1
    assert len(kept["cards"]) == 1


def test_a_damaged_store_is_not_overwritten(visit, real):
    """Progress in the browser that cannot be read is shown as such and stays as it is until one decides."""
    window = visit()
    page = window.go(f"{real}/quiz")
    page.evaluate("localStorage.setItem('calf-progress', 'cut off {')")
    page.goto(f"{real}/{QUIZ}")
    page.get_by_text("The progress that this browser holds was not read").wait_for()
    answer_one(window)

    assert page.evaluate(STORED) == "cut off {"
    page.get_by_role("button", name="Start afresh").click()
    page.wait_for_function(f"{STORED} !== 'cut off {{'")


def test_progress_goes_by_file(visit, real, tmp_path):
    """Saved to a file and opened in another browser, progress is there; a foreign file changes nothing."""
    window = visit()
    page = window.go(f"{real}/{QUIZ}")
    answer_one(window)
    progress_fold(window)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my progress").click()
    mine = tmp_path / "mine.json"
    download.value.save_as(mine)
    foreign = tmp_path / "foreign.json"
    foreign.write_text('{"deck": "Spanish"}', encoding="utf-8")

    other = visit()
    page = other.go(f"{real}/quiz")
    progress_fold(other)
    page.locator("input[type=file]").set_input_files(mine)
    expect(progress_fold(other)).to_contain_text("1 answered")
    page.locator("input[type=file]").set_input_files(foreign)
    page.get_by_text("This is no progress file of the calf quiz").wait_for()
    expect(progress_fold(other)).to_contain_text("1 answered")


# ------------------------------------------------------------ for teachers


def test_a_teacher_takes_the_quiz_along(visit, real, tmp_path):
    """Worksheet, key, GIFT and Anki deck of the shown quiz are downloaded, and the pages have no barrier."""
    window = visit()
    page = window.go(f"{real}/{QUIZ}")
    page.get_by_test_id("stExpander").filter(has_text="For teachers").locator("summary").click()
    window.settle()
    assert "seed=7" in page.get_by_test_id("stCode").inner_text()
    files = {}
    for name in ("Worksheet", "Key", "Moodle (GIFT)", "Canvas (QTI)", "Anki deck"):
        with page.expect_download() as download:
            page.get_by_role("button", name=name, exact=True).click()
        files[name] = tmp_path / download.value.suggested_filename
        download.value.save_as(files[name])
    stem = page.get_by_role("heading", level=3).first.inner_text()

    assert stem in files["Worksheet"].read_text(encoding="utf-8").replace("&#x27;", "'")
    assert "Sources: " in files["Key"].read_text(encoding="utf-8")
    assert files["Moodle (GIFT)"].read_text(encoding="utf-8").count("####") == 5
    assert zipfile.is_zipfile(files["Anki deck"])
    assert zipfile.is_zipfile(files["Canvas (QTI)"])
    sheet = visit()
    for name in ("Worksheet", "Key"):
        sheet.page.goto(files[name].as_uri())
        assert sheet.axe() == []
    assert not [address for address in sheet.foreign if not address.startswith("file:")]
    sheet.foreign.clear()  # the page was opened from a file, which is no other machine


# ------------------------------------------------------------ barriers


def test_no_barrier(visit, real):
    """axe finds no violation of WCAG 2.2 A and AA in choices, questions, verdicts and at the end."""
    window = visit()
    page = window.go(f"{real}/quiz")
    window.unfold()
    assert window.barriers() == []
    page.goto(f"{real}/{EVERY_FORM}")
    for number in range(1, 6):
        page.get_by_text(f"Question {number} of 5").wait_for()
        window.settle()
        assert window.axe() == [], number  # in one look; both are looked at beside the verdict
        give(page)
        window.settle()
        check_button(page).click()
        next_button(page).wait_for()
        window.settle()
        window.unfold()
        assert window.barriers() == [], number
        next_button(page).click()
    page.get_by_role("heading", level=2, name=re.compile(r"^\d+ of 5 right$")).wait_for()
    window.settle()
    assert window.barriers() == []


def test_a_phone_needs_no_sideways_scroll(visit, real):
    """At a width of 390 nothing sticks out, in a question with a drawing and one with steps."""
    window = visit(width=390)
    for address in ("quiz", "quiz?questions=5&seed=7", "quiz?questions=5&seed=7&topic=technique"):
        window.go(f"{real}/{address}")
        assert window.width() <= 390
