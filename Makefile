# make demo   sets up, traces the bundled example, says where the dossier is
# make test   sets up, runs every check
# make check  runs every check in the environment that is there
# make gate   holds every figure against its floor, on every corpus that is here
# make bench  measures quality, determinism, time and memory into bench/RESULTS.md
# make lock   pins the newest allowed versions again (needs uv)
# make clean  removes what these made

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
CODE   := src tests examples bench eval
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile

.PHONY: demo test check gate bench format lock clean
.DELETE_ON_ERROR:

demo: $(VENV)/.core
	$(BIN)/headwater run examples/harbour/inbox -o demo
	@echo "The dossier: $(CURDIR)/demo/index.html (open it in a browser)"

test: $(VENV)/.dev
	@.ci/browser
	@$(MAKE) --no-print-directory check

check:
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -rs
	$(BIN)/python eval/gate.py harbour

gate:
	$(BIN)/python eval/gate.py

format:
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

bench: $(VENV)/.core
	$(BIN)/python bench/bench.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Headwater needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(VENV)/bin/python requirements.lock pyproject.toml
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python requirements-dev.lock pyproject.toml
	$(PIP) --require-hashes -r requirements-dev.lock
	$(PIP) --no-deps --editable .
	@touch $@ $(VENV)/.core

LOCK := uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml

lock:
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
