"""Importing the library costs nothing; what is heavy waits until it is needed."""

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
    "numpy",
    "pandas",
    "pint",
    "polars",
    "pyarrow",
    "pydantic",
    "rich",
    "ruamel",
)


NEEDLESS = (
    "claimrecon.constraints",
    "claimrecon.display.markup",
    "claimrecon.findings",
    "claimrecon.linear",
    "numpy",
)
"""What it does not take to read a file and to say how it was read."""


def _loaded_by(code: str) -> frozenset[str]:
    """Return the names of all modules that a fresh interpreter holds after some code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules, file=sys.stderr)"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return frozenset(done.stderr.split())


@pytest.fixture(scope="module")
def imported() -> frozenset[str]:
    """Names of all modules that a fresh interpreter holds after ``import claimrecon``."""
    return _loaded_by("import claimrecon")


@pytest.fixture(scope="module")
def checked() -> frozenset[str]:
    """Names of all modules that a fresh interpreter holds after ``claimrecon check``."""
    return _loaded_by(
        "from claimrecon.cli import main; from claimrecon.dossier import demo_path; "
        "main(['check', str(demo_path())])"
    )


@pytest.mark.parametrize("package", HEAVY)
def test_importing_claimrecon_does_not_load(package: str, imported: frozenset[str]) -> None:
    """``import claimrecon`` leaves the heavy packages alone."""
    assert "claimrecon" in imported

    assert package not in imported


def test_importing_claimrecon_loads_nothing_of_it(imported: frozenset[str]) -> None:
    """The front door loads what opens it, and no name that it passes on."""
    ours = {name for name in imported if name.partition(".")[0] == "claimrecon"}

    assert ours == {"claimrecon", "claimrecon.ondemand"}


@pytest.mark.parametrize("module", NEEDLESS)
def test_checking_a_file_does_not_load(module: str, checked: frozenset[str]) -> None:
    """``claimrecon check`` solves nothing and draws nothing."""
    assert "claimrecon.dossier" in checked

    assert module not in checked
