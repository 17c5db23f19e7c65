"""The `calf` command as a program of its own, on the real graph."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def _program(*arguments: str) -> subprocess.CompletedProcess[str]:
    return _python("-m", "ui.cli", *arguments)


def test_version_and_help_of_the_program():
    """`--version` and `--help` work, and help names every command."""
    assert _program("--version").stdout.startswith("calf 0.")
    help_ = _program("--help").stdout
    for command in ("ask", "explain", "sparql", "check", "build", "export", "ui"):
        assert command in help_


def test_help_imports_nothing_heavy():
    """Showing help loads no graph, no language and no page library."""
    code = (
        "import sys\nfrom ui import cli\nsys.argv = ['calf', 'ask', '--help']\n"
        "try: cli.main()\nexcept SystemExit: pass\n"
        "heavy = {'rdflib', 'owlready2', 'spacy', 'streamlit', 'pandas'} & set(sys.modules)\n"
        "sys.exit(','.join(sorted(heavy)) or 0)"
    )
    done = _python("-c", code)

    assert (done.returncode, done.stderr) == (0, "")


def test_build_and_check_of_the_program(tmp_path, root):
    """The sources build the committed file byte for byte, and `calf check` finds it in order."""
    target = tmp_path / "calf.owl"

    assert "was written" in _program("build", "--target", str(target)).stdout
    assert "is unchanged" in _program("build", "--target", str(target)).stdout
    assert target.read_bytes() == (root / "ontology" / "calf.owl").read_bytes()
    assert (_program("check").returncode, _program("check", "--ontology", str(target)).returncode) == (0, 0)


_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NOTHING = f"<rdf:RDF xmlns:rdf='{_RDF}'/>"
_OTHER = f"<rdf:RDF xmlns:rdf='{_RDF}'><rdf:List rdf:about='urn:a'/></rdf:RDF>"


def test_another_ontology(tmp_path):
    """An ontology of something else cannot be asked, and the error says what it lacks."""
    file = tmp_path / "other.owl"
    file.write_text(_OTHER, encoding="utf-8")

    done = _program("ask", "--ontology", str(file), "why?")

    assert (done.returncode, done.stdout) == (2, "")
    assert "lacks" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [("ask", "why?"), ("sparql", "ASK {}"), ("check",)])
@pytest.mark.parametrize("content", [None, "", "<not xml", "<?xml version='1.0'?><html/>", _NOTHING])
def test_broken_ontology(tmp_path, command, content):
    """A missing or malformed ontology is one line that names the file, and exit code 2."""
    file = tmp_path / "broken.owl"
    if content is not None:
        file.write_text(content, encoding="utf-8")

    done = _program(command[0], "--ontology", str(file), *command[1:])

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("calf: ")
    assert "broken.owl" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "query",
    ["DELETE WHERE { ?s ?p ?o }", "LOAD <http://127.0.0.1/x>", "SELECT * { SERVICE <http://127.0.0.1/> {} }"],
)
def test_queries_that_are_refused(query):
    """Updates, LOAD and SERVICE are refused with a reason."""
    done = _program("sparql", query)

    assert (done.returncode, done.stdout) == (2, "")
    assert "line 1" in done.stderr


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * {", "line 1, column 10"),
        ("SELECT *\n{ ?s ?p }", "line 2"),
        ("SELECT * {\n ?s nope:x ?o }", "line 2"),
    ],
)
def test_position_of_a_mistake(query, place):
    """A mistake is placed where it stands in the text of the user, although prefixes were added."""
    assert place in _program("sparql", query).stderr


def test_prefixes_are_known():
    """A query may use the prefixes of the graph without declaring them, and may declare them anew."""
    assert "true" in _program("sparql", "ASK { calf:soleus a calf:Muscle }").stdout
    own = "prefix calf: <https://w3id.org/calf-kg/calf#> ASK { calf:soleus a calf:Muscle }"
    assert "true" in _program("sparql", "--csv", own).stdout


def test_an_answer_loads_no_page_and_no_second_store():
    """`calf ask` loads neither rdflib nor owlready2 nor Streamlit: a fresh process has to answer soon."""
    code = (
        "import sys\nfrom ui import cli\nsys.argv = ['calf', 'ask', '--json', 'what is the soleus?']\n"
        "try: cli.main()\nexcept SystemExit: pass\n"
        "sys.exit(','.join(sorted({'rdflib', 'owlready2', 'streamlit', 'pandas'} & set(sys.modules))) or 0)"
    )
    done = _python("-c", code)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["answered"]
