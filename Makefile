# `make lab` and `make test` need Python 3.11 or newer and nothing else; each prepares its own .venv.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check
ONLY ?=

.PHONY: help lab trainer test soak bench format messages goldens lock clean
help:
	@echo "make lab      set up and open the learner's desk"
	@echo "make test     set up and run every check and test"
	@echo "make bench    run the benchmarks (ONLY=name for one)"
	@echo "make soak     run the long random and endurance tests"
	@echo "make format   format code and sort imports"
	@echo "make messages compile the translation catalogues"
	@echo "make goldens  regenerate released assignments after a change"
	@echo "make lock     renew the two lock files (needs uv)"

$(VENV)/created:
	@echo "[1/3] Creating $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit("Lentera needs Python 3.11 or newer; this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/learner: $(VENV)/created requirements.lock pyproject.toml
	@echo "[2/3] Installing what a learner's laptop needs (locked versions; a few minutes the first time)"
	@$(PIP) install --progress-bar on -q --require-hashes -r requirements.lock
	@echo "[3/3] Installing Lentera itself"
	@$(PIP) install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/developer: $(VENV)/learner requirements-dev.lock
	@echo "[+] Installing what trainers and tests need (locked versions)"
	@$(PIP) install --progress-bar on -q --require-hashes -r requirements-dev.lock
	@touch $@

lab: $(VENV)/learner
	@$(BIN)/lentera lab $(ARGS)

trainer: $(VENV)/developer
	@$(BIN)/lentera trainer $(ARGS)

test: $(VENV)/developer
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/lentera course check
	@$(BIN)/python -m pytest -n auto --dist loadfile --max-worker-restart=2 $(ARGS)

soak: $(VENV)/developer
	@$(BIN)/python -m pytest -m soak --no-header $(ARGS)

bench: $(VENV)/developer
	@$(BIN)/python -m tests.benchmarks $(if $(ONLY),--only $(ONLY))

format: $(VENV)/developer
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

messages: $(VENV)/developer
	@for catalogue in $(wildcard toolkit/lentera/locale/id/LC_MESSAGES/*.po); do $(BIN)/pybabel -q compile -l id -i $$catalogue -o $${catalogue%.po}.mo; done

goldens: $(VENV)/developer
	@$(BIN)/lentera release --all --course grading

lock:
	@uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.lock
	@uv pip compile pyproject.toml --extra trainer --group build --group dev --universal --python-version 3.11 -c requirements.lock --generate-hashes --no-emit-index-url --no-header -o requirements-dev.lock

clean:
	@rm -rf $(VENV) build dist
