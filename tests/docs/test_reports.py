"""The reports on the ontology are whole, and count themselves rightly."""

from __future__ import annotations

import re


def rows(root, name):
    """The table rows of a document, as cells."""
    text = (root / "docs" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_miro_is_complete(root):
    """All 28 MUST items of MIRO are answered, and the SHOULD and OPTIONAL ones."""
    found = [cells for cells in rows(root, "MIRO.md") if re.match(r"[A-G]\.\d", cells[0])]
    counts = {kind: sum(cells[1] == kind for cells in found) for kind in ("MUST", "SHOULD", "OPTIONAL")}

    assert counts == {"MUST": 28, "SHOULD": 4, "OPTIONAL": 2}
    assert len({cells[0] for cells in found}) == 34
    assert [cells[0] for cells in found if len(cells[2]) < 4] == []


def test_miro_speaks_of_this_version(root):
    """The reports name the version of the ontology that they judge."""
    header = (root / "ontology" / "src" / "header.ttl").read_text(encoding="utf-8")
    (version,) = re.findall(r'owl:versionInfo "([\d.]+)"', header)

    for name in ("MIRO.md", "obo-principles.md"):
        assert f"version {version}" in (root / "docs" / name).read_text(encoding="utf-8")


def test_scorecard_adds_up(root):
    """The last lines of the scorecard count its rows."""
    words = dict(enumerate("no one two three four five six seven eight nine ten eleven twelve".split()))
    found = [cells for cells in rows(root, "obo-principles.md") if re.match(r"P\d", cells[0])]
    counts = [sum(cells[1] == kind for cells in found) for kind in ("yes", "partly", "no", "not judged")]
    met, part, missed, open_ = (words[count] for count in counts)
    text = (root / "docs" / "obo-principles.md").read_text(encoding="utf-8")

    assert f"{met.capitalize()} met, {part} in part, {missed} not, {open_} not judged." in text
