"""`calf export` writes to standard output, a file or a folder."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def calf(monkeypatch, capsys):
    """Run `calf export` with some arguments; returns exit code, output and error output."""
    from ui import cli

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["calf", "export", *arguments])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        return stop.value.code or 0, *capsys.readouterr()

    return run


@pytest.fixture
def small(tmp_path):
    """A small ontology."""
    file = tmp_path / "small.ttl"
    file.write_text(
        "@prefix calf: <https://w3id.org/calf-kg/calf#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "calf:Muscle a owl:Class . calf:soleus a calf:Muscle, owl:NamedIndividual .",
        encoding="utf-8",
    )
    return str(file)


def test_standard_output(calf, small):
    """Without `--out` the text goes to standard output, and nothing else does."""
    code, out, err = calf("jsonld", "--ontology", small)

    assert (code, err) == (0, "")
    assert len(json.loads(out)["@graph"]) == 2


def test_file_and_folder(calf, small, tmp_path):
    """`--out` names a file, or a folder for several files, and each file written is named."""
    code, out, _ = calf("nt", "--ontology", small, "--out", str(tmp_path / "a.nt"))
    tables = calf("csv", "--ontology", small, "--out", str(tmp_path / "tables"))[1]

    assert (code, out) == (0, f"{tmp_path / 'a.nt'} was written.\n")
    assert (tmp_path / "tables" / "individuals.csv").is_file()
    assert tables.count("was written") == len(list((tmp_path / "tables").iterdir()))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("pdf",), "There is no export format 'pdf'. Choose one of ttl"),
        (("csv",), "csv is a folder of files. Name a folder"),
        (("nt", "--ontology", "nowhere.owl"), "nowhere.owl cannot be read"),
    ],
)
def test_wrong_usage(calf, arguments, words):
    """Wrong usage is one line on standard error, and exit code 2."""
    code, out, err = calf(*arguments)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err
