"""Let Anki and a GIFT parser read what we export: `scripts/other_readers.py [FOLDER]`.

Anki itself, as the package `anki` (the extra `readers`), imports every item into a new collection, then the
same package again, then one with other wording, and draws every card. FOLDER is one in which
`npm install gift-pegjs` was run: that parser, which knows nothing of us, must find the same questions.
Prints what it saw; 1 if something was not as it should be.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

from kg.errors import CalfError
from qa.pipeline import Pipeline
from teach.quiz import Bank, Form, Item, Teacher
from teach.sheets import Paper, anki, code, gift
from ui.marked import DRAWN, marked

try:
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
except ImportError:  # the extra is missing: `tried_in_anki` says so
    Collection = None

DAY = 86_400.0  # seconds
PARSE = "console.log(JSON.stringify(require('gift-pegjs').parse(require('fs').readFileSync(0, 'utf8'))))"


def every_item() -> Paper:
    """All items of the shipped graph."""
    pipeline = Pipeline.load()
    bank = Bank(pipeline.graph, pipeline.say, DRAWN)
    teacher = Teacher(pipeline.graph, pipeline.say, pipeline.explainer)
    return Paper("Calf quiz", bank.items, teacher, lambda iri: marked(iri.local))


# ------------------------------------------------------------ Anki


def tried_in_anki(paper: Paper) -> Iterator[tuple[str, bool]]:
    """What Anki does with a package, with the same again, and with one whose wording changed a day later.

    Raises:
        CalfError: the package `anki` is not installed.
    """
    if Collection is None:
        raise CalfError("Anki is not installed", 'Run python -m pip install -e ".[readers]"')
    count, reworded = len(paper.items), [replace(i, stem=f"{i.stem} Think.") for i in paper.items]
    packages = (anki(paper, DAY), anki(paper, DAY), anki(replace(paper, items=reworded), 2 * DAY))
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            for number, (package, new, updated) in enumerate(
                zip(packages, (count, 0, 0), (0, 0, count), strict=True), start=1
            ):
                log = imported(collection, package, Path(folder) / "deck.apkg")
                told = f"import {number}: {len(log.new)} new, {len(log.updated)} updated"
                yield (
                    f"{told}, {collection.note_count()} notes",
                    ((len(log.new), len(log.updated), collection.note_count()) == (new, updated, count)),
                )
                if number == 1:
                    learnt = collection.find_cards("")[0]
                    collection.sched.set_due_date([learnt], "5")
                    due = collection.get_card(learnt).due
            yield "a card that was learnt keeps its day", collection.get_card(learnt).due == due
            drawn = [collection.get_card(card).render_output() for card in collection.find_cards("")]
            faulty = sum(is_faulty(card.question_text) or is_faulty(card.answer_text) for card in drawn)
            yield f"{len(drawn)} cards drawn, {faulty} with an error", len(drawn) == count and not faulty
            yield "the collection is sound", bool(collection.fix_integrity()[1])
        finally:
            collection.close()


def imported(collection: Any, package: bytes, place: Path) -> Any:
    """What Anki says of importing a package with the options that it offers at first."""
    place.write_bytes(package)
    request = ImportAnkiPackageRequest(package_path=str(place), options=ImportAnkiPackageOptions())
    return collection.import_anki_package(request).log


def is_faulty(text: str) -> bool:
    """Whether a side of a card is empty or shows a template instead of its contents."""
    return not re.sub(r"<style>.*?</style>|<(?!img)[^>]*>", "", text, flags=re.DOTALL).strip() or "{{" in text


# ------------------------------------------------------------ GIFT


def tried_in_gift(paper: Paper, folder: Path) -> Iterator[tuple[str, bool]]:
    """What gift-pegjs finds in the GIFT text of all items."""
    run = subprocess.run(  # noqa: S603  # our own text, and a parser that the caller installed
        ["node", "-e", PARSE],  # noqa: S607  # whichever Node there is
        input=gift(paper),
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    found = {question["title"]: question for question in json.loads(run.stdout)}
    other = [item.id for item in paper.items if not is_same(item, found.get(code(item), {}))]
    yield f"GIFT: {len(found)} questions parsed, {len(other)} not as ours {other[:5]}", not other


def is_same(item: Item, question: dict[str, Any]) -> bool:
    """Whether a parsed question is the item: words, right answers, reasons, sources, id and topic."""
    if not question or plain(question["stem"]) != item.stem:
        return False
    if question["id"] != code(item) or item.topic not in question["tags"]:
        return False
    if "Sources: " not in plain(question["globalFeedback"]):
        return False
    if item.number is not None:
        number = question["choices"][0]["text"]
        return (number["numberLow"], number["numberHigh"]) == (item.number.low, item.number.high)
    if item.form is Form.ORDER:
        return [plain(pair["subquestion"]) for pair in question["matchPairs"]] == [
            o.text for o in item.options
        ]
    parsed = [(plain(c["text"]), is_right(c), plain(c["feedback"])) for c in question["choices"]]
    return parsed == [(option.text, option.right, option.why) for option in item.options]


def is_right(choice: dict[str, Any]) -> bool:
    """Whether a choice is marked right, or gives a part of the points."""
    return bool(choice["isCorrect"]) or (choice["weight"] or 0) > 0


def plain(text: dict[str, str]) -> str:
    """The words of a text of the parser."""
    return unescape(re.sub(r"<br><img [^>]*>", "", text["text"])).strip()


def main(arguments: list[str]) -> int:
    """Try all that can be tried; return the exit code."""
    paper, sound = every_item(), True
    try:
        tried = [
            *tried_in_anki(paper),
            *(t for folder in arguments for t in tried_in_gift(paper, Path(folder))),
        ]
    except CalfError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for told, right in tried:
        print(f"{'as it should be' if right else 'NOT as it should be'}: {told}")
        sound = sound and right
    return int(not sound)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
