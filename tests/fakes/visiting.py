"""A visit of a page with a real browser: go there, wait until it rests, use it, hear what it complains of."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

import pytest

# The page is at rest: the script has ended, nothing is a placeholder or fades, nothing changed for 300 ms.
REST = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  const still = document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')
    && !document.querySelector('[data-testid=stSkeleton], [data-testid=stSpinner], [data-stale=true]')
    && !document.getAnimations().some(a => a.playState === 'running' && a.effect.getTiming().iterations < 99);
  if (!still) return (delete window.calfRest, false);
  const written = [...document.querySelectorAll('button, a, p, label, summary')];
  const colours = written.map(e => getComputedStyle(e).color);
  const now = `${main?.scrollHeight} ${main?.innerText} ${location.href} ${colours}`;
  if (window.calfRest?.now !== now) window.calfRest = { now, since: performance.now() };
  return performance.now() - window.calfRest.since > 300;
}"""
# Streamlit takes over a change of the colour scheme in its own time.
SCHEME = """scheme => {
  const ground = getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor;
  return ground.match(/[0-9]+/g).slice(0, 3).every(n => (Number(n) > 128) === (scheme === 'light'));
}"""
# By colour scheme: what the page is made of is the same in both, and only its colours are looked at again.
RULES = {
    "light": {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "dark": {"runOnly": {"type": "rule", "values": ["color-contrast"]}},
}
# On an address such as /explore, Streamlit first looks for its server below it, and then at the root.
PROBES = ("/_stcore/health", "/_stcore/host-config")


class Visit:
    """A visit of one browser window, and all that it asked for or complained of."""

    def __init__(self, context, width: int = 1100) -> None:
        self.context = context
        self.page = context.pages[0]
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(media="null", color_scheme="light")
        self.servers: set[str] = set()
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self._listeners = {
            "request": lambda request: self._note(request.url),
            "console": self._listen,
            "pageerror": lambda error: self.complaints.append(str(error)),
        }
        for event, listener in self._listeners.items():
            self.page.on(event, listener)

    def leave(self) -> None:
        """Go away, and forget all that was stored here, as a new browser would know nothing."""
        for event, listener in self._listeners.items():
            self.page.remove_listener(event, listener)
        for other in self.context.pages[1:]:
            other.close()
        for server in self.servers:
            self.page.goto(f"http://{server}/_stcore/health")  # it has no script that could store anew
            self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self.context.clear_cookies()

    def _note(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.hostname == "127.0.0.1":
            self.servers.add(parts.netloc)
        elif parts.scheme not in {"data", "blob", "about"}:
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
            if not closed.count():
                return
            closed.evaluate_all("folds => folds.forEach(fold => fold.click())")
            self.settle()
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
        """What axe finds against WCAG A and AA in light and in dark; the look that was last stays."""
        found, grounds = [], set()
        for scheme, rules in RULES.items():
            self.page.emulate_media(color_scheme=scheme)
            self.page.wait_for_function(SCHEME, arg=scheme)
            self.settle()
            grounds.add(
                self.page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor")
            )
            found += self.axe(rules)
        assert len(grounds) == 2, "the page is not in the colours that were asked for"
        return found

    def axe(self, rules: dict = RULES["light"]) -> list[tuple[str, str, str]]:
        """What axe finds as the page looks now: against WCAG A and AA, unless other rules are given."""
        from axe_playwright_python.sync_playwright import Axe

        violations = Axe().run(self.page, options=rules).response["violations"]
        return [
            (each["id"], node["html"][:200], node["failureSummary"][:300])
            for each in violations
            for node in each["nodes"]
        ]
