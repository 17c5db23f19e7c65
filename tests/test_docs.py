"""The documents say what is so."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from qa.contract import to_json
from qa.model import Answer, Status
from ui.components.pages import PAGES

DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/answer-contract.md",
    "docs/export.md",
    "docs/quiz.md",
    "docs/adding-an-exercise.md",
    "docs/MIRO.md",
    "docs/lab.md",
    "docs/obo-principles.md",
    "docs/teaching.md",
    "ontology/README.md",
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(root, name):
    """Every relative link of a document names a file that exists."""
    document = root / name
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8"))

    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_readme_shows_real_answers(root):
    """The answers in README.md are those that the pipeline gives now (else run scripts/readme.py)."""
    command = [sys.executable, str(root / "scripts" / "readme.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    assert done.returncode == 0, done.stderr or "README.md is out of date: run python scripts/readme.py"


def test_every_page_has_its_pictures(root):
    """docs/screens holds each page in light, dark and on a phone, small enough for a clone."""
    sizes = {path.name: path.stat().st_size for path in (root / "docs" / "screens").iterdir()}

    looks = ("light", "dark", "phone")
    assert set(sizes) == {f"{page.name}-{look}.webp" for page in PAGES for look in looks}
    assert max(sizes.values()) < 150_000


def test_contract_documents_every_key_and_status(root):
    """docs/answer-contract.md names every key of the JSON object and every status."""
    text = (root / "docs" / "answer-contract.md").read_text(encoding="utf-8")
    keys = to_json(Answer("", Status.ANSWERED, ""))

    assert [key for key in (*keys, *Status) if f"`{key}`" not in text] == []


def test_every_make_target_is_real(root):
    """The documents name only targets that the Makefile has."""
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {
        target
        for name in DOCUMENTS
        for target in re.findall(
            r"(?:`|^)make ([a-z]+)", (root / name).read_text(encoding="utf-8"), re.MULTILINE
        )
    }

    assert named <= targets


def test_the_counts_of_quiz_items_are_current(root):
    """docs/quiz.md says how many items there are now (else run scripts/quiz_counts.py)."""
    command = [sys.executable, str(root / "scripts" / "quiz_counts.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    assert done.returncode == 0, done.stderr or "run python scripts/quiz_counts.py"
