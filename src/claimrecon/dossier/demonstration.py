"""The dossier that ships with the library: figures of one press report of January 2025."""

from importlib.resources import files
from pathlib import Path


def demo_path() -> Path:
    """Return where the demonstration dossier lies."""
    return Path(str(files("claimrecon.dossier") / "kursk.yaml"))


def demo_text() -> str:
    """Return the demonstration dossier as it is written, to save and edit.

    Examples
    --------
    >>> demo_text().splitlines()[1]
    'title: North Korean troops in Kursk Oblast, winter 2024/25'
    """
    return demo_path().read_text(encoding="utf-8")
