# The one interface to everything that is checked. `make check` is what a change must pass.
# RUN says how the tools are started; `make check RUN="uv run --no-sync"` leaves the environment alone.

RUN ?= uv run

.PHONY: check check-exact check-format check-style check-types check-layers check-tests check-python format test coverage clean check-kills check-spark

check: check-format check-style check-types check-layers check-tests

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

# No verdict differs from that of an exact solver, on a thousand drawn dossiers; takes long.
check-exact:
	CLAIMRECON_DOSSIERS=1000 $(RUN) pytest -n0 tests/property/test_export_laws.py

# Kills a job at a hundred random moments; five are part of every test run.
check-kills:
	KILLS=100 $(RUN) pytest --numprocesses=0 tests/unit/pipeline/test_kills.py

# The table door on local Spark with two workers; says so where Java 17 or PySpark is missing.
check-spark:
	SPARK=1 $(RUN) --group spark pytest --numprocesses=0 tests/spark

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
