"""`calf diff` in a terminal and as JSON."""

from __future__ import annotations

import json

import pytest

HEAD = """\
@prefix calf: <https://w3id.org/calf-kg/calf#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
calf:Muscle a owl:Class . calf:crosses a owl:ObjectProperty . calf:ankle a owl:NamedIndividual, calf:Muscle .
"""


@pytest.fixture
def calf(monkeypatch, capsys):
    """Run `calf diff` with some arguments; returns exit code, output and error output."""
    from ui import cli

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["calf", "diff", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        return stop.value.code or 0, *capsys.readouterr()

    return run


@pytest.fixture
def versions(tmp_path):
    """Two versions of a small ontology."""
    old, new = tmp_path / "old.ttl", tmp_path / "new.ttl"
    line = "calf:soleus calf:crosses calf:ankle {| dcterms:source calf:%s |} ."
    old.write_text(f'{HEAD} calf:ankle rdfs:label "ankel"@en . {line % "s1"}', encoding="utf-8")
    added = 'calf:soleus a owl:NamedIndividual, calf:Muscle ; rdfs:label "soleus"@en .'
    new.write_text(f'{HEAD} calf:ankle rdfs:label "ankle"@en . {added} {line % "s2"}', encoding="utf-8")
    return old, new


def test_terminal(calf, versions):
    """Entities come first, then what changed, by subject; the exit code is that of `diff`."""
    code, out, err = calf(*versions)

    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "+ individual calf:soleus (soleus)",
        "~ calf:ankle",
        '    ~ rdfs:label "ankel"@en -> "ankle"@en',
        "+ calf:soleus",
        "    ~ calf:crosses calf:ankle | dcterms:source calf:s1 -> calf:s2",
        "    + rdf:type calf:Muscle",
        '    + rdfs:label "soleus"@en',
        "Entities: 1 added, 0 removed. Changes to what is said: 4.",
    ]


def test_equal(calf, versions):
    """A version and itself say the same, and the exit code is 0."""
    assert calf(versions[0], versions[0]) == (0, "Both say the same.\n", "")


def test_json(calf, versions):
    """`--json` lists the same for programs."""
    record = json.loads(calf("--json", *versions)[1])

    assert record["equal"] is False
    assert record["added"] == [{"kind": "individual", "name": "calf:soleus", "label": "soleus"}]
    assert {change["about"] for change in record["changes"]} == {"text", "statement", "note"}


def test_missing_file(calf, versions):
    """A missing file is one line on standard error, and exit code 2."""
    code, out, err = calf(versions[0], "nowhere.owl")

    assert (code, out, err.count("\n")) == (2, "", 1)
