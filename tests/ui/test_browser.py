"""The Ask page in a real Chromium: what only a browser can show."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest

import ui
from ui.commands import page as page_command

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
INNER = "which exercise targets the inner calf?"
COMPARE = "compare standing and seated calf raises"
HOSTILE = "<img src=x onerror=\"document.title='broken'\"> <b>bold</b> $x^2$ [a](javascript:alert(1)) `c`"


@pytest.fixture(scope="module")
def browser():
    """A Chromium of this machine."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        if os.environ.get("CALF_REQUIRE_BROWSER") == "1":
            pytest.fail("CALF_REQUIRE_BROWSER is 1 and no Chromium is on PATH")
        pytest.skip("no Chromium on PATH")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@contextmanager
def serving(command: list[str], port: int, **options) -> Iterator[str]:
    """The address of the server that `command` starts; it is ended by its own process id."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            if process.poll() is not None:
                pytest.fail(f"the server ended: {process.stdout.read().decode()}")
            try:
                urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=20)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def real(browser):
    """The page as `calf ui` serves it, from a folder that knows nothing of it."""
    port = free_port()
    command = [sys.executable, "-m", "ui.cli", "ui", "--no-open", "--port", str(port)]
    with serving(command, port, cwd=Path(sys.executable).parent) as address:
        yield address


@pytest.fixture(scope="module")
def fake(browser, root):
    """The page on a fake pipeline, with the settings of the real one."""
    port = free_port()
    app = str(root / "tests" / "fakes" / "fake_app.py")
    command = [app if part == str(page_command.APP) else part for part in _command(port)]
    with serving(command, port, cwd=Path(ui.__file__).parent) as address:
        yield address


def _command(port: int) -> list[str]:
    return page_command.command_line(port, open_browser=False)


class Visit:
    """One browser window, and all that it asked for or complained of."""

    def __init__(self, browser, width: int = 1100, scheme: str = "light") -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("console", lambda line: line.type == "error" and self.complaints.append(line.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, url: str) -> None:
        if urlsplit(url).scheme not in {"data", "blob", "about"} and urlsplit(url).hostname != "127.0.0.1":
            self.foreign.append(url)

    def open(self, address: str, question: str = "", then: str = ""):
        """The page at `address`, asked `question` by link, once it has drawn its answer."""
        query = "&".join(f"{key}={quote(text)}" for key, text in (("q", question), ("then", then)) if text)
        self.page.goto(f"{address}/?{query}")
        self.page.get_by_role("heading", level=2 if question else 1).first.wait_for()
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until Streamlit has nothing left to draw."""
        self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()

    @property
    def asked(self) -> str:
        """The question in the address."""
        return parse_qs(urlsplit(self.page.url).query).get("q", [""])[0]


@pytest.fixture
def visit(browser):
    """Open windows; at the end, none may have left the machine or complained."""
    visits: list[Visit] = []

    def new(**options) -> Visit:
        visits.append(Visit(browser, **options))
        return visits[-1]

    yield new
    for each in visits:
        each.context.close()
        assert each.foreign == []
        assert each.complaints == []


def test_a_question_is_typed_and_answered(visit, real):
    """Typing a question and pressing Enter shows its answer, and puts it into the address."""
    window = visit()
    page = window.open(real)
    box = page.get_by_role("searchbox", name="Your question")
    box.fill(INNER)
    box.press("Enter")

    page.get_by_role("heading", level=2).wait_for()

    assert "standing calf raise" in page.get_by_test_id("stMain").inner_text()
    assert page.get_by_text("Research check:").first.is_visible()
    assert window.asked == INNER


def test_a_link_opens_its_answer_and_survives_a_reload(visit, real):
    """`?q=` shows the answer at once, and again after a reload."""
    page = visit().open(real, INNER)
    lead = page.get_by_role("heading", level=2).inner_text()

    page.reload()

    page.get_by_role("heading", level=2, name=lead).wait_for()
    assert page.get_by_role("searchbox", name="Your question").input_value() == INNER


def test_an_example_is_one_click_away(visit, real):
    """A click on an example asks it."""
    window = visit()
    page = window.open(real)
    example = page.get_by_test_id("stButtonGroup").get_by_role("radio").first
    text = example.inner_text()
    example.click()

    page.get_by_role("heading", level=2).wait_for()
    window.settle()

    assert window.asked == text
    assert page.get_by_role("searchbox", name="Your question").input_value() == text


def test_a_refusal_offers_a_way_on(visit, real):
    """A question that cannot be answered shows other questions, and following one gives an answer."""
    window = visit()
    page = window.open(real, "which zumba class flummoxes the quokka?")
    page.get_by_text("You could ask").wait_for()
    link = page.get_by_test_id("stPageLink").get_by_role("link").first
    text = link.inner_text().split("\n")[-1]
    link.click()

    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query)["q"] == [text])
    window.settle()

    assert page.get_by_text("You could ask").count() == 0
    assert page.get_by_role("searchbox", name="Your question").input_value() == text


@pytest.mark.parametrize("server", ["real", "fake"])
def test_a_hostile_question_is_text(visit, request, server):
    """HTML, formulas and links in a question show as text, and run nothing."""
    page = visit().open(request.getfixturevalue(server), HOSTILE)

    assert page.title() == "Ask about the calf"
    main = page.get_by_test_id("stMain")
    assert main.locator("img[src=x], b, .katex, a[href^=javascript]").count() == 0
    if server == "fake":
        assert "<b>bold</b> $x^2$" in main.inner_text()


def test_a_follow_up_keeps_the_conversation_in_the_address(visit, fake):
    """A follow-up is answered in context; its link shows both answers; a new question starts anew."""
    window = visit()
    page = window.open(fake, INNER)
    box = page.get_by_role("textbox", name="Ask a follow-up")
    box.fill("and the outer one?")
    box.press("Enter")
    page.get_by_role("heading", name="Turn the toes out.").wait_for()

    page.reload()
    page.get_by_role("heading", name="Turn the toes out.").wait_for()
    box = page.get_by_role("searchbox", name="Your question")
    box.fill("how long?")
    box.press("Enter")
    page.get_by_text("Did you mean").wait_for()
    window.settle()

    assert page.get_by_role("heading", name="Turn the toes out.").count() == 0
    assert "then=" not in page.url


def test_reasons_and_query_open(visit, fake):
    """Why, studies and SPARQL open with a click and show proof, quote, DOI and query."""
    page = visit().open(fake, INNER)
    for label in ("1 study on this", "Why: 2 statements", "SPARQL"):
        page.locator("summary", has_text=label).click()

    page.get_by_text("SELECT DISTINCT").wait_for()
    text = page.get_by_test_id("stMain").inner_text()
    for part in (
        "derived: training a part",
        "To target the inner calf, turn",
        "DOI 10.1519/JSC.0000000000003674",
    ):
        assert part in text


@pytest.mark.parametrize("question", ["", INNER, COMPARE, "how long?", "x" * 300])
def test_a_phone_needs_no_sideways_scroll(visit, fake, question):
    """At a width of 390 nothing sticks out."""
    page = visit(width=390).open(fake, question)
    for summary in page.locator("summary").all():
        summary.click()

    widths = "[...document.querySelectorAll('html, [data-testid=stMain]')].map(e => e.scrollWidth)"
    assert max(page.evaluate(widths)) <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("question", ["", INNER, COMPARE, "zumba"])
def test_no_serious_barrier(visit, fake, scheme, question):
    """axe finds no serious or critical violation of WCAG A and AA, in light and dark."""
    from axe_playwright_python.sync_playwright import Axe

    page = visit(scheme=scheme).open(fake, question)
    for summary in page.locator("summary").all():
        summary.click()
    page.wait_for_timeout(500)  # the folds fade in, and axe measures the colours of that moment

    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    violations = Axe().run(page, options=rules).response["violations"]

    found = [
        (each["id"], node["html"][:200], node["failureSummary"][:300])
        for each in violations
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ]
    assert found == []


def test_the_keyboard_reaches_an_answer(visit, fake):
    """With Tab and Enter alone, an example can be asked."""
    window = visit()
    page = window.open(fake)
    page.get_by_test_id("stButtonGroup").wait_for()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('[data-testid=stButtonGroup]') !== null"):
            break
    page.keyboard.press("Enter")

    page.get_by_role("heading", level=2).wait_for()
    window.settle()
    assert window.asked == INNER
