"""Take the pictures of the pages in README.md and docs anew, while `calf ui --no-open` runs beside it.

Another address than http://127.0.0.1:8501 may be given, and then the names of the pictures to take.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
PAGES = {
    "ask.png": f"?q={quote('which exercise targets the inner calf?')}",
    "quiz.png": "quiz?questions=5&seed=30&topic=anatomy",
}
WIDTH, TALLEST = 900, 1400


def main() -> int:
    """Save the pictures into docs; 1 where there is no Chromium."""
    address, *names = sys.argv[1:] or ["http://127.0.0.1:8501"]
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("There is no Chromium on PATH.", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for name in names or PAGES:
            page = chromium.new_page(viewport={"width": WIDTH, "height": 700})
            page.goto(f"{address}/{PAGES[name]}")
            page.get_by_role("heading").nth(1).wait_for(timeout=120_000)
            page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")
            page.wait_for_timeout(4000)  # the folds and the map are drawn after the heading
            height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
            page.set_viewport_size({"width": WIDTH, "height": min(height, TALLEST)})
            page.wait_for_timeout(500)
            page.screenshot(path=DOCS / name)
            page.close()
        chromium.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
