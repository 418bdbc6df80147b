"""Files that are whole or not there: written beside their place, and moved in."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

_UNFINISHED = ".unfinished"


def write_whole(path: Path, text: str) -> None:
    """Write *text* to *path* so that, whatever happens, the file is the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        "w",
        encoding="utf-8",
        newline="",
        dir=path.parent,
        prefix=f".{path.name}.",
        suffix=_UNFINISHED,
        delete=False,
    ) as file:
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            os.unlink(file.name)  # noqa: PTH108 - the name is text already
            raise
    Path(file.name).replace(path)


def sweep(folder: Path) -> None:
    """Remove what a killed run left unfinished."""
    for path in folder.rglob(f".*{_UNFINISHED}"):
        path.unlink(missing_ok=True)
