# The one interface to everything that is checked. `make check` is what a change must pass.
# RUN says how the tools are started; `make check RUN="uv run --no-sync"` leaves the environment alone.

RUN ?= uv run

.PHONY: check docs check-pages check-format check-style check-types check-layers check-tests check-python format test coverage clean

check: check-format check-style check-types check-layers check-tests docs

check-format:
	$(RUN) ruff format --check

check-style:
	$(RUN) ruff check

check-types:
	$(RUN) mypy

check-layers:
	$(RUN) lint-imports --no-logo

check-tests:
	$(RUN) pytest

# What depends on the interpreter, on another one: make check-python PYTHON=/path/to/python3.13
check-python:
	@test -n "$(PYTHON)" || { echo "say which: make check-python PYTHON=/path/to/python3.13"; exit 2; }
	uv run --isolated --python "$(PYTHON)" mypy
	uv run --isolated --python "$(PYTHON)" pytest

# The site: notebooks are executed, every link inside it must lead somewhere, warnings are errors.
docs:
	$(RUN) --group docs sphinx-build -W -n -q --keep-going -j auto docs build/docs

# What reports look like in a browser without a screen; says so where chromium or npm is missing.
check-pages:
	$(RUN) python scripts/check_pages.py

format:
	$(RUN) ruff check --fix
	$(RUN) ruff format

test:
	$(RUN) pytest

coverage:
	$(RUN) pytest --cov --cov-report=term

clean:
	rm -rf build dist htmlcov .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path "./.venv/*" -prune -exec rm -rf {} +
