"""A folder of dossiers, reconciled one file at a time: resumable, and whole after any kill.

Each file has one result in the output folder, moved into its place when it is finished. A result
says from which bytes and with which options it was made; where both are the same as now, the file
is skipped. So a run that was killed is simply started again.
"""

import json
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimrecon.dossier import examine
from claimrecon.dossier.names import slug
from claimrecon.errors import ClaimReconError, Problem
from claimrecon.pipeline.atomic import sweep, write_whole
from claimrecon.pipeline.options import Options
from claimrecon.reconciliation import reconcile

_LOG = logging.getLogger(__name__)
_VERSION = 1


class Done(StrEnum):
    """What became of a file."""

    RECONCILED = "reconciled"
    SKIPPED = "skipped"
    """Its result was there, made from the same bytes in the same way."""
    REFUSED = "refused"
    """It cannot be used; the result has the errors."""


@dataclass(frozen=True, slots=True)
class FileDone:
    """One file of a job.

    Attributes
    ----------
    path, result
        The file, and where its result stands.
    verdict
        Of the report; ``None`` where it was refused.
    errors
        How many things are wrong with it.
    """

    path: Path
    result: Path
    done: Done
    verdict: str | None
    errors: int

    def __str__(self) -> str:
        """Say it in one line."""
        verdict = self.verdict or f"{self.errors} errors"
        return f"{self.path}: {self.done}, {verdict} > {self.result}"


def reconcile_files(
    files: Sequence[str | Path],
    out: str | Path,
    *,
    keep_going: bool = False,
    known_by: str | None = None,
    codebook: str | None = None,
    budget: float | None = None,
    revisions: str = "inferred",
    limit: int = 1000,
    detail: str = "all",
    should_stop: Callable[[], bool] | None = None,
) -> Iterator[FileDone]:
    """Reconcile dossiers file by file into the folder *out*, skipping what is done and unchanged.

    Parameters
    ----------
    files
        Dossiers in YAML, JSON, TOML or CSV.
    out
        A folder for one result a file, in JSON; it is made where it does not exist. No two runs may
        write there at once.
    keep_going
        Leave out the claims that cannot be used; the result names them.
    should_stop
        Asked after each file; what is left is done by the next run.

    The other arguments are those of ``reconcile``.

    Yields
    ------
    FileDone
        In the order of *files*.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> claim = {"source": "Mayor", "says": "12 killed", "as_of": "2025-01-09"}
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "flood.json")
    ...     _ = file.write_text(json.dumps({"claims": [claim]}))
    ...     for _ in range(2):
    ...         [item] = reconcile_files([file], Path(folder, "out"))
    ...         print(item.done, item.verdict)
    reconciled compatible
    skipped compatible
    """
    options = Options(
        known_by=known_by,
        codebook=codebook,
        budget=budget,
        revisions=revisions,
        limit=limit,
        detail=detail,
    )
    options.check()
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    sweep(folder)
    for file in files:
        start = time.monotonic()
        item = _file(Path(file), folder, options, keep_going=keep_going)
        _LOG.info("%s: %s, %.2f s", item.path, item.done, time.monotonic() - start)
        yield item
        if should_stop is not None and should_stop():
            return


def result_path(file: Path, folder: Path) -> Path:
    """Return where the result of *file* stands: two files of one name have two results."""
    mark = sha256(file.as_posix().encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return folder / f"{slug(file.stem, words=8) or 'dossier'}-{mark}.json"


def _file(path: Path, folder: Path, options: Options, *, keep_going: bool) -> FileDone:
    target = result_path(path, folder)
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = f"The file cannot be opened: {error.strerror}. Check its name and place."
        return _refused(path, target, {}, [Problem("CR101", reason)])
    manifest = {
        "file": path.as_posix(),
        "input": sha256(content).hexdigest(),
        "keep_going": str(keep_going).lower(),
        **options.manifest(),
    }
    held = _read(target)
    if held is not None and held.get("job") == manifest:
        report = held.get("report") or {}
        return FileDone(path, target, Done.SKIPPED, report.get("verdict"), len(held["errors"]))
    examined = examine(path)
    if examined.dossier is None or (examined.errors and not keep_going):
        return _refused(path, target, manifest, examined.errors)
    try:
        report = reconcile(examined.dossier, **options.arguments())
    except ClaimReconError as error:
        return _refused(path, target, manifest, [Problem(error.code, str(error))])
    _write(target, manifest, report.to_dict(), examined.errors)
    verdict = str(report.verdict)
    return FileDone(path, target, Done.RECONCILED, verdict, len(examined.errors))


def _refused(
    path: Path, target: Path, manifest: dict[str, str], errors: Sequence[Problem]
) -> FileDone:
    _write(target, manifest or {"file": path.as_posix()}, None, errors)
    return FileDone(path, target, Done.REFUSED, None, len(errors))


def _write(
    target: Path, manifest: dict[str, str], report: dict[str, Any] | None, errors: Sequence[Problem]
) -> None:
    told = [{name: getattr(e, name) for name in Problem.__slots__} for e in errors]
    held = {"claimrecon": _VERSION, "job": manifest, "errors": told, "report": report}
    write_whole(target, json.dumps(held, ensure_ascii=False, indent=1) + "\n")


def _read(target: Path) -> dict[str, Any] | None:
    """Return an earlier result; ``None`` where there is none that can be read."""
    try:
        held = json.loads(target.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return held if isinstance(held, dict) and isinstance(held.get("errors"), list) else None
