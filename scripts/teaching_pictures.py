"""Take the pictures of docs/teaching.md anew, while `calf ui --no-open` runs beside it.

python scripts/teaching_pictures.py [http://127.0.0.1:8501 [NAME ...]]
"""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

PICTURES = Path(__file__).parent.parent / "docs" / "teaching"
WIDTH = 1000
COLOURS = 256  # of the palette to which pictures are reduced; they are made of text and flat tones
TALL = 6000  # pixels: no lesson is longer
QUIZ = "topic=anatomy&topic=positions&topic=evidence&questions=5&seed=5"  # begins with the angle of the toes


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


def predict(page: Page, address: str) -> bytes:
    """A task of the lab after a wrong prediction."""
    open_page(page, f"{address}/lab?mode=predict&task=bent-knee")
    page.get_by_text("It rises").click()
    page.get_by_role("button", name="Look", exact=True).click()
    page.get_by_text("You said").wait_for()
    settle(page)
    return crop(page, 230, 1080)


def lab(page: Page, address: str) -> bytes:
    """The leg in the pose of an exercise, with its sliders and numbers."""
    open_page(page, f"{address}/lab?exercise=seatedCalfRaise&knee=90&hip=90")
    return crop(page, 230, 990)


def plots(page: Page, address: str) -> bytes:
    """The plots of that pose along the knee."""
    open_page(page, f"{address}/lab?exercise=seatedCalfRaise&knee=90&hip=90")
    return crop(page, top_of(page, "Plots"), 800)


def choosing(page: Page, address: str) -> bytes:
    """Where a quiz is chosen."""
    open_page(page, f"{address}/quiz?topic=anatomy&topic=positions&questions=5")
    return crop(page, 80, 640)


def verdict(page: Page, address: str) -> bytes:
    """What is said to a wrong answer on the toe angle."""
    open_page(page, f"{address}/quiz?{QUIZ}")
    answer(page, "The lateral head of the gastrocnemius")
    return crop(page, 160, 760)


def teachers(page: Page, address: str) -> bytes:
    """The end of a quiz, and what a teacher takes along."""
    open_page(page, f"{address}/quiz?{QUIZ}")
    for _ in range(5):
        answer(page)
        page.get_by_role("button", name=re.compile("^(Next question|See how it went)$")).click()
        settle(page)
    page.get_by_text("For teachers: share, print, export").click()
    settle(page)
    return crop(page, 80, 960)


def key(page: Page, address: str) -> bytes:
    """The key of a worksheet, as it is printed."""
    open_page(page, f"{address}/quiz?{QUIZ}")
    page.get_by_text("For teachers: share, print, export").click()
    settle(page)
    with page.expect_download() as begun:
        page.get_by_role("button", name="Key", exact=True).click()
    page.goto(begun.value.path().rename(begun.value.path().with_suffix(".html")).as_uri())
    return crop(page, 0, 640)


def answer(page: Page, words: str = "") -> None:
    """Give an answer of the question that is shown, the first of them if no words are given, and check it."""
    main = page.get_by_test_id("stMain")
    options = main.locator("[data-testid=stRadio] label:has(input), [data-testid=stCheckbox] label")
    if main.get_by_role("spinbutton").count():
        main.get_by_role("spinbutton").fill("2")
        main.get_by_role("spinbutton").press("Tab")
    elif options.count():
        options.filter(has_text=words).first.click()
    settle(page)
    page.get_by_role("button", name="Check my answer").click()
    settle(page)


TAKES: tuple[Callable[[Page, str], bytes], ...] = (
    path,
    lesson,
    evidence,
    sources,
    card,
    task,
    weighing,
    check,
    predict,
    lab,
    plots,
    choosing,
    verdict,
    teachers,
    key,
)


def taken(page: Page, address: str, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The pictures of these names, or all if there are none."""
    for take in TAKES:
        if not names or take.__name__ in names:
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
        for name, picture in taken(page, address, sys.argv[2:]):
            small = (
                Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE)
            )
            small.save(PICTURES / f"{name}.png", optimize=True)
        chromium.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
