"""Take the pictures of the pages in docs/screens anew, in light, dark and on a phone.

`scripts/screenshot.py [PAGE ...]` shows the states of tests/ui/states.toml with `picture = true`. It serves
the pages itself, on a free port of this machine.
"""

from __future__ import annotations

import io
import shutil
import sys
import tomllib
from pathlib import Path
from urllib.parse import quote

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from benchmarks.load import serving
from ui.components.pages import PAGES

ROOT = Path(__file__).parent.parent
STATES = ROOT / "tests" / "ui" / "states.toml"
SCREENS = ROOT / "docs" / "screens"
# Width and height in pixels of the page, its colours, and how many pixels of the picture each of them has.
LOOKS = {"light": (1200, 1000, "light", 1), "dark": (1200, 1000, "dark", 1), "phone": (390, 844, "light", 2)}
QUALITY = 82  # of WebP, of 100
REST = "document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')"


def main() -> int:
    """Save a picture of each page in each look; 1 where there is no Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        print("There is no Chromium on PATH.", file=sys.stderr)
        return 1
    wanted = sys.argv[1:] or [page.name for page in PAGES]
    states = tomllib.loads(STATES.read_text(encoding="utf-8"))["states"]
    SCREENS.mkdir(exist_ok=True)
    with serving() as port, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for state in states:
            if state.get("picture") and state["page"] in wanted:
                for look in LOOKS:
                    take(chromium, port, state, look)
        chromium.close()
    return 0


def take(chromium: Browser, port: int, state: dict[str, str], look: str) -> None:
    """One state in one look, as docs/screens/PAGE-LOOK.webp."""
    width, height, scheme, scale = LOOKS[look]
    page = "" if state["page"] == PAGES[0].name else state["page"]
    window = chromium.new_page(
        viewport={"width": width, "height": height}, color_scheme=scheme, device_scale_factor=scale
    )
    window.goto(f"http://127.0.0.1:{port}/{page}{quote(state['address'], safe='?=&')}")
    window.get_by_role("heading", level=1).wait_for()
    window.wait_for_function(REST)
    window.wait_for_timeout(3000)  # what is drawn by scripts comes after the headings
    picture = Image.open(io.BytesIO(window.screenshot()))
    picture.save(SCREENS / f"{state['page']}-{look}.webp", quality=QUALITY, method=6)
    window.close()


if __name__ == "__main__":
    sys.exit(main())
