"""Take the picture of the page in README.md anew, while `calf ui --no-open` runs beside it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parent.parent / "docs" / "ask.png"
QUESTION = "which exercise targets the inner calf?"
WIDTH, TALLEST = 900, 1400


def main() -> int:
    """Save docs/ask.png from the page at 127.0.0.1:8501; 1 where there is no Chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("There is no Chromium on PATH.", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": 700})
        page.goto(f"http://127.0.0.1:8501/?q={quote(QUESTION)}")
        page.get_by_role("heading", level=2).wait_for()
        page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")
        page.wait_for_timeout(4000)  # the folds and the map are drawn after the heading
        height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": WIDTH, "height": min(height, TALLEST)})
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURE)
        chromium.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
