"""Build sdist and wheel twice: the bytes must be equal, and hold what belongs and nothing else.

::

    python scripts/check_release.py
"""

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).parents[1]
_EPOCH: Final = "1735689600"
"""1 January 2025: the time that every file of a build gets."""
_WHEEL: Final = re.compile(
    r"claimrecon/.+\.(py|toml|yaml|json)|claimrecon/py\.typed|_claimrecon_hypothesis\.py"
    r"|claimrecon-[^/]+\.dist-info/(METADATA|WHEEL|RECORD|entry_points\.txt|licenses/LICENSE)"
)
_SDIST: Final = re.compile(
    r"[^/]+/(src|tests|docs|scripts|fuzz|benchmarks)/.+\.(py|sh|md|toml|yaml|json|jsonl|csv|typed)"
    r"|[^/]+/(CHANGELOG\.md|LICENSE|Makefile|README\.md|SECURITY\.md|conftest\.py|pyproject\.toml"
    r"|PKG-INFO|\.gitignore)"
)
_WANTED: Final = ("py.typed", "_claimrecon_hypothesis.py", "licenses/LICENSE", "entry_points.txt")


def main() -> int:
    """Build, compare, list; return how many things are wrong."""
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        first, second = (_built(Path(folder)) for folder in (one, other))
        wrong = [
            f"{a.name} differs between two builds"
            for a, b in zip(first, second, strict=True)
            if a.read_bytes() != b.read_bytes()
        ]
        for path in first:
            names, allowed = _names(path)
            wrong += [f"{path.name} holds {name}" for name in names if not allowed.fullmatch(name)]
            if path.suffix == ".whl":
                wrong += [
                    f"{path.name} lacks {wanted}"
                    for wanted in _WANTED
                    if not any(name.endswith(wanted) for name in names)
                ]
            digest = sha256(path.read_bytes()).hexdigest()[:16]
            print(f"{path.name}: {len(names)} files, sha256 {digest}...")
    print("\n".join(wrong) or "equal bytes, and nothing that does not belong")
    return len(wrong)


def _built(folder: Path) -> list[Path]:
    subprocess.run(
        ["uv", "build", "--quiet", "--out-dir", str(folder)],  # noqa: S607 - as the Makefile does
        check=True,
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": _EPOCH},
    )
    return sorted(path for path in folder.iterdir() if path.suffix in {".gz", ".whl"})


def _names(path: Path) -> tuple[list[str], re.Pattern[str]]:
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return _files(wheel.namelist()), _WHEEL
    with tarfile.open(path) as sdist:
        return _files(member.name for member in sdist if member.isfile()), _SDIST


def _files(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name.endswith("/")]


if __name__ == "__main__":
    sys.exit(main())
