"""Packages that come with an extra, loaded when they are first needed."""

from importlib import import_module
from types import ModuleType

from claimrecon.pipeline.refusals import MissingExtraError


def arrow(part: str = "") -> ModuleType:
    """Return ``pyarrow``, or a *part* of it such as ``parquet``.

    Raises
    ------
    MissingExtraError
        If it is not installed.
    """
    return needed(f"pyarrow.{part}" if part else "pyarrow", "arrow")


def needed(name: str, extra: str) -> ModuleType:
    """Return the module *name* of a package that comes with *extra*.

    Raises
    ------
    MissingExtraError
        If it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise MissingExtraError(name.partition(".")[0], extra) from error
