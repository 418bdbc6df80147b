# The one interface to everything that is checked. `make check` is what a change must pass.
# RUN says how the tools are started; `make check RUN="uv run --no-sync"` leaves the environment alone.

RUN ?= uv run

.PHONY: check check-format check-style check-types check-layers check-tests check-python format test coverage clean \
	check-exact check-kills check-pages check-spark docs exact verdicts versions floors fuzz mutants release sbom

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

# No verdict differs from that of an exact solver: on systems, and on a thousand drawn dossiers.
check-exact: exact
	CLAIMRECON_DOSSIERS=1000 $(RUN) pytest -n0 tests/property/test_export_laws.py

# Verdicts, range ends and repairs beside z3, on random systems: make exact SYSTEMS=20000
exact:
	$(RUN) python scripts/check_exactness.py $(if $(SYSTEMS),--systems $(SYSTEMS))

# Kills a job at a hundred random moments; five are part of every test run.
check-kills:
	KILLS=100 $(RUN) pytest --numprocesses=0 tests/unit/pipeline/test_kills.py

# The table door on local Spark with two workers; says so where Java 17 or PySpark is missing.
check-spark:
	SPARK=1 $(RUN) --group spark pytest --numprocesses=0 tests/spark

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

# Lines and branches that the whole suite runs; the arithmetic and what it is fed with, to the last.
coverage:
	$(RUN) pytest --cov --cov-report=
	$(RUN) coverage report --fail-under=97
	$(RUN) coverage report --fail-under=100 \
		--include="src/claimrecon/linear/*,src/claimrecon/constraints/*,src/claimrecon/quantities/*"

# --- deep checks: minutes to hours, not part of `make check`; docs/explanation/trust.md has figures

# Record what the scenario dossiers come to; after a release only with an entry under ### Verdict.
verdicts:
	$(RUN) python scripts/verdicts.py

# One digest of all reports under several versions of solver and numpy: they must be equal.
versions:
	scripts/across_versions.sh

# Everything that is tested, with the oldest dependencies that are allowed.
floors:
	uv run --isolated --python 3.11 --resolution lowest-direct pytest

# Ten minutes a door: make fuzz; one only: make fuzz DOORS=phrases SECONDS=60
DOORS ?= phrases dates articles yaml json toml csv adapters reports
SECONDS ?= 600
fuzz:
	@set -e; for door in $(DOORS); do \
		uv run --group fuzz python fuzz/fuzz.py $$door --seconds $(SECONDS); \
	done

# Change the code on purpose, and list what nobody notices. See scripts/check_mutants.py.
mutants:
	uv run --all-extras --group mutants python scripts/check_mutants.py $(MUTANTS)

# Build twice, compare the bytes, and list what does not belong.
release:
	$(RUN) python scripts/check_release.py

# What an installation holds, as CycloneDX.
sbom:
	uv venv --quiet --clear build/installed
	uv pip install --quiet --python build/installed .
	uvx --quiet --from cyclonedx-bom cyclonedx-py environment --output-reproducible \
		--output-file build/sbom.json build/installed

clean:
	rm -rf build dist htmlcov mutants .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path "./.venv/*" -prune -exec rm -rf {} +
