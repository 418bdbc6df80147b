"""Importing the library costs what its models cost; everything heavy waits until it is needed."""

import subprocess
import sys

import pytest

HEAVY = (
    "argcomplete",
    "dateutil",
    "highspy",
    "hypothesis",
    "matplotlib",
    "narwhals",
    "pandas",
    "pint",
    "polars",
    "pyarrow",
    "rich",
    "ruamel",
)


@pytest.fixture(scope="module")
def loaded() -> frozenset[str]:
    """Names of all modules that a fresh interpreter holds after ``import claimrecon``."""
    done = subprocess.run(
        [sys.executable, "-c", "import claimrecon, sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return frozenset(done.stdout.split())


@pytest.mark.parametrize("package", HEAVY)
def test_importing_claimrecon_does_not_load(package: str, loaded: frozenset[str]) -> None:
    """``import claimrecon`` leaves the heavy packages alone."""
    assert "claimrecon" in loaded

    assert package not in loaded
