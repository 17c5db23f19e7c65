"""A page without a browser, and a real Chromium with servers of the page, for the tests that need them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import ui
from ui.commands import page as page_command

from visiting import Visit

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


@pytest.fixture(scope="session")
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
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile() as log:  # a pipe that nobody reads would stop a server that says much
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, **options)
        try:
            for _ in range(600):
                if process.poll() is not None:
                    log.seek(0)
                    pytest.fail(f"the server ended: {log.read().decode()}")
                try:
                    urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def real(browser):
    """The page as `calf ui` serves it, from a folder that knows nothing of it."""
    port = free_port()
    command = [sys.executable, "-m", "ui.cli", "ui", "--no-open", "--port", str(port)]
    with serving(command, port, cwd=Path(sys.executable).parent) as address:
        yield address


@pytest.fixture(scope="session")
def fake(browser, root):
    """The page on a fake pipeline, with the settings of the real one."""
    with _instead(root / "tests" / "fakes" / "fake_app.py") as address:
        yield address


@pytest.fixture(scope="session")
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


def _window(browser):
    """A browser of its own, with one window."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(60_000)
    if SLOWDOWN > 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    return context


@pytest.fixture(scope="session")
def windows():
    """Browsers that were used and left in order: each keeps the scripts of the page, slow to load."""
    return []


@pytest.fixture
def visit(browser, windows):
    """Open windows, each in a browser of its own; none may have left the machine or complained at the end."""
    visits: list[Visit] = []

    def new(**options) -> Visit:
        visits.append(Visit(windows.pop() if windows else _window(browser), **options))
        return visits[-1]

    yield new
    for each in visits:
        each.leave()
        windows.append(each.context)
    assert [each.foreign for each in visits if each.foreign] == []
    assert [each.complaints for each in visits if each.complaints] == []


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
