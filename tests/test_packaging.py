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


NEEDED = (
    "ontology/calf.owl",
    "ontology/src/schema.ttl",
    "teach/data/lab.toml",
    "teach/data/lab_grid.npz",
    "teach/data/lab_model.toml",
    "teach/data/lab_published.toml",
    "teach/quiz/topics.toml",
    "teach/lessons/data/01-anatomy.toml",
    "teach/lessons/data/words.toml",
    "ui/.streamlit/config.toml",
    "ui/app.py",
    "ui/assets/calf.svg",
    "ui/components/lab/leg.css",
    "ui/components/lab/leg.html",
    "ui/components/lab/leg.js",
    "ui/components/lessons/text.css",
    "ui/components/lessons/text.js",
    "ui/components/muscle_map/map.css",
    "ui/components/muscle_map/map.html",
    "ui/components/muscle_map/map.js",
    "ui/components/muscle_map/patterns.svg",
    "ui/components/muscle_map/posterior.svg",
    "ui/components/muscle_map/side.svg",
    "ui/components/quiz/store.js",
)


@pytest.mark.parametrize("name", NEEDED)
def test_the_wheel_holds(wheel, name):
    """Ontology, page, settings and picture are in the wheel."""
    assert name in wheel


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
