"""The mutants that mutmut makes: where they lie, what each changes, and which have wrong types."""

import contextlib
import difflib
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import mutmut.__main__ as mutmut
from mutmut.mutation import trampoline
from mutmut.mutation.data import MutantLineSpans, SourceFileMutationData
from mutmut.type_checking import TypeCheckingError, run_type_checker
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir, setup_source_paths
from mutmut.utils.format_utils import get_mutant_name, mangled_name_from_mutant_name

TREE = Path("mutants")
"""A copy of the project; each function of it has its mutants beside it."""


@dataclass(frozen=True)
class Mutant:
    """One change of one function of one file of ``src``."""

    name: str
    path: Path

    @property
    def function(self) -> str:
        """The function's name, as the tests that reach it know it."""
        return str(mangled_name_from_mutant_name(self.name))

    def difference(self) -> str:
        """Tell the change as a unified difference."""
        spans = MutantLineSpans.load(self.path)
        if spans is None:
            raise FileNotFoundError(f"no index of mutants for {self.path}")
        _, _, changed = self.name.rpartition(".")
        before, _, _ = changed.rpartition("__mutmut_")
        sources = spans.read_function_sources([f"{before}__mutmut_orig", changed])
        old, new = (source.splitlines()[1:] for source in sources)
        return "\n".join(
            line
            for line in difflib.unified_diff(old, new, lineterm="", n=1)
            if not line.startswith(("---", "+++"))
        )


def make_mutants() -> None:
    """Write the tree of mutants; files that did not change are kept."""
    trampoline.set_mutant_under_test("mutant_generation")
    TREE.mkdir(exist_ok=True)
    copy_src_dir()
    copy_also_copy_files()
    setup_source_paths()
    with (TREE / "made.log").open("w") as log, contextlib.redirect_stdout(log):
        mutmut.create_mutants(os.cpu_count() or 1)
    trampoline.set_mutant_under_test("")


def all_mutants() -> list[Mutant]:
    """Read which mutants there are, in the order of the files."""
    mutants = []
    for meta in sorted(TREE.glob("src/**/*.meta")):
        path = meta.relative_to(TREE).with_suffix("")
        data = SourceFileMutationData(path=path)
        data.load()
        mutants += [Mutant(name.replace("__init__.", ""), path) for name in data.exit_code_by_key]
    return mutants


def mutants_with_wrong_types(mutants: Sequence[Mutant]) -> set[str]:
    """Ask the type checker, once for all: each mutant is a function of its own."""
    with contextlib.chdir(TREE):
        errors = run_type_checker(
            [
                sys.executable,
                "-m",
                "mypy",
                "--output",
                "json",
                "--config-file",
                "../pyproject.toml",
                "src/claimrecon",
            ]
        )
        by_file: dict[Path, list[TypeCheckingError]] = defaultdict(list)
        for error in errors:
            by_file[error.file_path.relative_to(Path.cwd())].append(error)
    wrong = set()
    for path in sorted({mutant.path for mutant in mutants}):
        spans = MutantLineSpans.load(path)
        messages = {
            name: Counter(
                error.error_description
                for error in by_file[path]
                if span.start <= error.line_number <= span.end
            )
            for name, span in (spans.span_by_function_name if spans else {}).items()
        }
        for name, said in messages.items():
            original = name.rpartition("__mutmut_")[0] + "__mutmut_orig"
            if said - messages[original]:  # what the copy of the original is told too says nothing
                wrong.add(get_mutant_name(path, name).replace("__init__.", ""))
    return wrong
