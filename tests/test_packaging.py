"""What a user installs holds all that answering needs."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile

import pytest


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    """The names in the wheel that this tree builds, without a network."""
    pytest.importorskip("hatchling", reason="the build backend is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
    ]
    subprocess.run([*command, "--wheel-dir", folder, root], check=True, timeout=120)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_what_is_no_module(wheel, root):
    """Ontology, models, settings, drawings, styles and scripts of the pages are in the wheel."""
    files = [
        path
        for package in ("qa", "teach", "ui")
        for path in (root / package).rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    ]
    needed = {"ontology/calf.owl", "ontology/src/schema.ttl", *(str(f.relative_to(root)) for f in files)}

    assert len(needed) > 12
    assert needed <= wheel


def test_the_wheel_holds_every_module(wheel, root):
    """No module is left out, and no test is taken along."""
    ours = {
        str(path.relative_to(root))
        for package in ("kg", "qa", "teach", "ui")
        for path in (root / package).rglob("*.py")
    }

    assert ours <= wheel
    assert not [name for name in wheel if name.startswith(("tests/", "docs/", "benchmarks/"))]


def _pins(root):
    """The pinned versions by name."""
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines)


def test_pins_name_versions_only(root):
    """Every pin is `name==version`: no address and no path of the machine it was written on."""
    for name, version in _pins(root).items():
        assert re.fullmatch(r"[\w.-]+", name)
        assert re.fullmatch(r"\d[\w.]*", version)


def test_every_dependency_is_pinned(root):
    """What pyproject.toml asks for, constraints.txt pins (the model of the benchmark apart)."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["ui"]]
    asked += project["optional-dependencies"]["dev"]
    pins = dict(
        line.split("==") for line in (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    )
    pinned = {canonicalize_name(name): version for name, version in pins.items()}

    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), requirement
