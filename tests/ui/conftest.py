"""A page without a browser, and a real Chromium with servers of the page, for the tests that need them."""

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
from streamlit.testing.v1 import AppTest

import ui
from ui.commands import page as page_command

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
# How many times slower the browser shall be: set it to find tests that only pass on a fast machine.
SLOWDOWN = int(os.environ.get("CALF_BROWSER_SLOWDOWN", "1"))
# The page is at rest: the script has ended, nothing is a placeholder, and for 300 ms nothing has changed.
REST = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  const still = document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')
    && !document.querySelector('[data-testid=stSkeleton], [data-testid=stSpinner], [data-stale=true]');
  const now = `${main?.scrollHeight} ${main?.innerText} ${location.href}`;
  if (!still || window.calfRest?.now !== now) window.calfRest = { now, since: performance.now() };
  return still && performance.now() - window.calfRest.since > 300;
}"""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# On an address such as /explore, Streamlit first looks for its server below it, and then at the root.
PROBES = ("/_stcore/health", "/_stcore/host-config")


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
    with _instead(root / "tests" / "fakes" / "fake_app.py") as address:
        yield address


@pytest.fixture(scope="module")
def hostile(browser, root):
    """The page on an ontology full of markup, with the settings of the real one."""
    with _instead(root / "tests" / "fakes" / "hostile_app.py") as address:
        yield address


def _instead(app: Path):
    """A server of another script than the page, started as `calf ui` starts it."""
    port = free_port()
    command = page_command.command_line(port, open_browser=False)
    command = [str(app) if part == str(page_command.APP) else part for part in command]
    return serving(command, port, cwd=Path(ui.__file__).parent)


class Visit:
    """One browser window, and all that it asked for or complained of."""

    def __init__(self, browser, width: int = 1100, scheme: str = "light") -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        if SLOWDOWN > 1:
            session = self.context.new_cdp_session(self.page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, url: str) -> None:
        if urlsplit(url).scheme not in {"data", "blob", "about"} and urlsplit(url).hostname != "127.0.0.1":
            self.foreign.append(url)

    def _listen(self, line) -> None:
        path = urlsplit(line.location["url"]).path
        is_probe = path.endswith(PROBES) and path not in PROBES and "404" in line.text
        if line.type == "error" and not is_probe:
            self.complaints.append(f"{line.text} {path}")

    def go(self, address: str):
        """The page at `address`, once it has drawn itself."""
        self.page.goto(address)
        self.drawn()
        return self.page

    def open(self, address: str, question: str = "", then: str = ""):
        """The page at `address`, asked `question` by link, once it has drawn its answer."""
        query = "&".join(f"{key}={quote(text)}" for key, text in (("q", question), ("then", then)) if text)
        self.page.goto(f"{address}/?{query}")
        self.drawn(level=2 if question else 1)
        return self.page

    def drawn(self, level: int = 1) -> None:
        """Wait for a heading of this level, and until the page rests."""
        self.page.get_by_role("heading", level=level).first.wait_for()
        self.settle()

    def settle(self) -> None:
        """Wait until Streamlit has nothing left to draw and what it drew no longer changes."""
        self.page.evaluate("() => { delete window.calfRest; }")
        self.page.wait_for_function(REST, polling=100)

    def tab_to(self, target, most: int = 20) -> None:
        """Press Tab, as often as a person would, until `target` has the focus."""
        self.settle()
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if target.evaluate("e => e === e.getRootNode().activeElement"):
                return
        pytest.fail(f"{most} times Tab do not lead to {target}")

    def unfold(self) -> None:
        """Open every fold, those inside others and those drawn late included."""
        closed = self.page.locator("details:not([open]) > summary:visible")
        for _ in range(10):
            self.settle()
            if not closed.count():
                return
            closed.evaluate_all("folds => folds.forEach(fold => fold.click())")
        pytest.fail("some fold does not open")

    def says(self, **parts: str) -> None:
        """Wait until the address says this; "" where it shall say nothing under a name."""
        holds = """parts => {
          const said = new URLSearchParams(location.search);
          return Object.entries(parts).every(([name, value]) => (said.get(name) ?? "") === value);
        }"""
        try:
            self.page.wait_for_function(holds, arg=parts, timeout=20_000)
        except Exception:  # noqa: BLE001  # the address tells more than the timeout
            pytest.fail(f"the address is {self.page.url}, and {parts} is wanted")
        self.settle()

    def said(self, name: str) -> str:
        """What the address says under `name` now."""
        return parse_qs(urlsplit(self.page.url).query).get(name, [""])[0]

    def width(self) -> int:
        """How wide the page is, what sticks out included."""
        script = "[...document.querySelectorAll('html, [data-testid=stMain]')].map(e => e.scrollWidth)"
        return max(self.page.evaluate(script))

    def barriers(self) -> list[tuple[str, str, str]]:
        """What axe finds against WCAG A and AA."""
        from axe_playwright_python.sync_playwright import Axe

        self.page.wait_for_timeout(500)  # the folds fade in, and axe measures the colours of that moment
        violations = Axe().run(self.page, options=RULES).response["violations"]
        return [
            (each["id"], node["html"][:200], node["failureSummary"][:300])
            for each in violations
            for node in each["nodes"]
        ]


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


def pytest_collection_modifyitems(items):
    """A browser test gets a second try: on a busy machine a click or key may come before the page is live."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture
def drawn():
    """Draw a view with parameters in its address, without a browser."""

    def run(view: str, **address) -> AppTest:
        page = AppTest.from_file(Path(ui.__file__).parent / "app.py", default_timeout=60)
        page.switch_page(f"views/{view}.py")
        page.query_params.update(address)
        page.run()
        assert not page.exception
        return page

    return run
