"""A package is imported without a part of it, and the part is there for whoever wants it later."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from qa.parsing.sparing import without


def run(code):
    """What a fresh process prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_spacy_comes_without_its_command_line():
    """Neither it nor the HTTP client that only it uses is loaded by reading a question."""
    loaded = "[m for m in sys.modules if m.startswith(('spacy.cli', 'requests'))]"
    code = f"import sys, qa.parsing.nlp; print({loaded})"
    assert run(code) == "[]\n"


def test_the_command_line_of_spacy_still_works():
    """Whoever imports it after us gets the real one."""
    assert run("import qa.parsing.nlp, spacy.cli; print(callable(spacy.cli.info))") == "True\n"


def test_a_part_that_is_there_stays():
    """What was imported before is not hidden."""
    there = import_module("json.decoder")
    with without("json.decoder", "no.such.module"):
        assert import_module("json.decoder") is there
        assert import_module("no.such.module").anything is None
    assert import_module("json.decoder") is there
    with pytest.raises(ModuleNotFoundError):
        import_module("no.such.module")
