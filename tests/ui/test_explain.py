"""`calf explain`: the proof chain of a statement in a terminal and as JSON."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


@pytest.fixture
def calf(monkeypatch, capsys):
    """Run `calf explain` with some arguments on the shipped graph; returns exit code and output."""
    from ui import cli

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["calf", "explain", *arguments])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        return stop.value.code or 0, *capsys.readouterr()

    return run


def test_proof_chain_down_to_sentences(calf):
    """Every argument is shown as indented sentences that end in sentences of the article."""
    code, out, err = calf("standing calf raise trains triceps surae")
    lines = out.splitlines()

    assert (code, err) == (0, "")
    assert lines[1].startswith("It holds: derived, uncontested, by ")
    assert "Argument 1 (uncontested)" in lines
    assert "    The standing calf raise trains the gastrocnemius." in lines
    assert any(line.startswith("    The gastrocnemius is part of") for line in lines)
    assert '[article, "The Biomechanics of Calf Training", sentence 20: ' in out
    assert "Nunes 2020, contradicts:" in out
    assert max(map(len, lines)) <= 100


def test_json(calf):
    """`--json` gives the same as an object; three names need no quotes."""
    record = json.loads(calf("--json", "standingCalfRaise", "trains", "tricepsSurae")[1])

    assert record["verdict"] == "yes"
    assert record["arguments"][0]["step"]["premises"][0]["sources"][0]["kind"] == "article"
    assert {check["status"] for check in record["research"]} >= {"contradicted", "supported"}


def test_denied(calf):
    """A statement that does not hold shows the denial with its source, and what is stated instead."""
    code, out, _ = calf("the soleus crosses the knee")

    assert code == 0
    assert "It does not hold." in out
    assert "It is not so that the soleus crosses the knee." in out
    assert "The soleus crosses the ankle. [uncontested]" in out
    assert "sentence 14" in out


def test_unstated_and_not_understood(calf):
    """What the graph does not say, and what is no statement, exit with 3 and say so."""
    unstated, not_read = calf("standing calf raise isolates the medial head"), calf("soleus trains biceps")

    assert (unstated[0], not_read[0]) == (3, 3)
    assert "Nothing says whether it holds." in unstated[1]
    assert "Not understood: biceps" in not_read[1]
    assert json.loads(calf("--json", "soleus trains biceps")[1])["not_understood"] == ["biceps"]


def test_an_unknown_iri(calf):
    """An IRI that the graph does not hold is named: it was copied wrongly."""
    code, out, err = calf("https://w3id.org/calf-kg/calf#soleos", "crossesJoint", "kneeJoint")

    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "https://w3id.org/calf-kg/calf#soleos" in err


def test_no_statement(calf):
    """Without a statement there is one line on standard error, and exit code 2."""
    code, out, err = calf()

    assert (code, out, err.count("\n")) == (2, "", 1)


def test_the_program_answers_without_a_page():
    """A fresh process explains a statement, and loads no page."""
    code = (
        "import sys\nfrom ui import cli\nsys.argv = ['calf', 'explain', 'soleus a calf:Muscle']\n"
        "try: cli.main()\nexcept SystemExit as stop: assert not stop.code\n"
        "sys.exit(','.join({'rdflib', 'owlready2', 'streamlit'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
