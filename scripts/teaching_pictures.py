"""Take the pictures of docs/teaching.md anew, while `calf ui --no-open` runs beside it.

python scripts/teaching_pictures.py [http://127.0.0.1:8501]
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

PICTURES = Path(__file__).parent.parent / "docs" / "teaching"
WIDTH = 1000
COLOURS = 128  # of the palette to which pictures are reduced; they are made of text and flat tones
TALL = 6000  # pixels: no lesson is longer


def open_page(page: Page, address: str) -> None:
    """Open an address and wait until all is drawn."""
    page.set_viewport_size({"width": WIDTH, "height": 900})
    page.goto(address)
    page.get_by_role("heading", level=1).first.wait_for()
    settle(page)


def settle(page: Page) -> None:
    """Wait until the page has nothing left to draw."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")
    page.wait_for_timeout(1500)


def crop(page: Page, top: float, height: float) -> bytes:
    """A stretch of the whole page, from `top` pixels below its beginning."""
    page.set_viewport_size({"width": WIDTH, "height": TALL})
    page.wait_for_timeout(1200)
    return page.screenshot(clip={"x": 0, "y": top, "width": WIDTH, "height": height})


def top_of(page: Page, heading: str) -> float:
    """How far below the beginning of the page a heading stands, in a window that shows it all."""
    page.set_viewport_size({"width": WIDTH, "height": TALL})
    page.wait_for_timeout(1200)
    box = page.get_by_role("heading", name=heading).first.bounding_box()
    return box["y"] - 12 if box else 0


def path(page: Page, address: str) -> bytes:
    """The path of lessons."""
    open_page(page, f"{address}/learn")
    return crop(page, 0, 620)


def lesson(page: Page, address: str) -> bytes:
    """The beginning of the lesson on the toe angle, with contested statements marked."""
    open_page(page, f"{address}/learn?lesson=toe-angle")
    return crop(page, 60, 800)


def evidence(page: Page, address: str) -> bytes:
    """What the trial found, as text and bars."""
    open_page(page, f"{address}/learn?lesson=toe-angle")
    return crop(page, top_of(page, "4. What was found"), 420)


def sources(page: Page, address: str) -> bytes:
    """The numbered sources of a part, unfolded."""
    open_page(page, f"{address}/learn?lesson=anatomy")
    page.get_by_text("sources of this part").nth(2).click()
    settle(page)
    return crop(page, top_of(page, "Underneath: the soleus"), 660)


def card(page: Page, address: str) -> bytes:
    """The card of a term above its lesson."""
    open_page(page, f"{address}/learn?lesson=toe-angle")
    page.get_by_role("button", name="lever arm", exact=True).first.click()
    page.get_by_role("dialog").wait_for()
    settle(page)
    return page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": 620})


def task(page: Page, address: str) -> bytes:
    """A part found in the drawing."""
    open_page(page, f"{address}/learn?lesson=anatomy")
    page.locator('svg.figure.side .region[role=button][data-id="soleus"]:visible .hit').first.click()
    settle(page)
    return crop(page, top_of(page, "Try it: Find it in the drawing"), 900)


def weighing(page: Page, address: str) -> bytes:
    """Studies that were judged, the last of them wrongly, and their tally."""
    open_page(page, f"{address}/learn?lesson=toe-angle")
    ways = "inconclusive inconclusive against inconclusive against against against against".split()
    for number, way in enumerate(ways):
        words = "It is inconclusive" if way == "inconclusive" else "It speaks against the claim"
        page.locator(f".st-key-toe-angle-task-{number}").get_by_text(words).click()
        settle(page)
    page.get_by_role("button", name="Look", exact=True).click()
    settle(page)
    top_of(page, "Check your understanding")  # for a window that shows it all
    last = page.locator(".st-key-toe-angle-task-7").bounding_box()
    return crop(page, last["y"] - 106 if last else 0, 640)


def check(page: Page, address: str) -> bytes:
    """A check that was answered wrongly and one that was answered rightly."""
    open_page(page, f"{address}/learn?lesson=two-joint-muscles")
    for number, words in ((1, "Soleus"), (2, "True")):
        box = page.locator(f".st-key-two-joint-muscles-check-{number}-card")
        box.get_by_text(words, exact=True).click()
        settle(page)
        box.get_by_role("button", name="Check", exact=True).click()
        settle(page)
    return crop(page, top_of(page, "Question 2") - 30, 760)


TAKES: tuple[Callable[[Page, str], bytes], ...] = (
    path,
    lesson,
    evidence,
    sources,
    card,
    task,
    weighing,
    check,
)


def taken(page: Page, address: str) -> Iterator[tuple[str, bytes]]:
    """Every picture by name."""
    for take in TAKES:
        yield take.__name__, take(page, address)


def main() -> int:
    """Save docs/teaching/*.png; 1 where there is no Chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("There is no Chromium on PATH.", file=sys.stderr)
        return 1
    address = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8501"
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": 900})
        for name, picture in taken(page, address):
            small = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS)
            small.save(PICTURES / f"{name}.png", optimize=True)
        chromium.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
