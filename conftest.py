"""What every test run shares: documents that run, and a random search that is steady.

The README, the pages of ``docs`` and the docstrings of ``src`` are tests: what they show is run, in
an empty folder of the page's own, and must come out as printed. In Markdown

- ``python`` blocks run, one namespace a page; a block that starts with ``>>>`` also shows results;
- ``console`` blocks run each line ``$ claimrecon ...`` and show what it prints; ``...`` stands for
  anything;
- ``yaml`` blocks whose first line is a comment with a file name (``# troops.yaml``) are that file,
  or more of it (``# troops.yaml, continued``);
- ``output`` blocks are what the ``python`` block before them printed;
- any other block (``text``, ``sh``) is only read.

No test may open a connection or start a program unless it carries the mark ``outside``; documents
may start the command line.
"""

import doctest
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from contextvars import ContextVar
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, settings
from sybil import Example, Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection
from xdist.scheduler import LoadScopeScheduling

# A check that passed passes again: no deadline on a busy machine, the same examples every time.
# HYPOTHESIS_PROFILE=explore looks further, with new examples on every run; "once" only asks whether
# an example fails, and does not look for a small one.
settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
settings.register_profile(
    "once", deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate)
)
settings.register_profile("explore", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

_START = "import sys; from claimrecon.cli import main; sys.exit(main())"
_SHOWN = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def _save_file(example: Example) -> None:
    first, _, _ = str(example.parsed).partition("\n")
    name, more, _ = first.removeprefix("# ").strip().partition(", continued")
    if first.startswith("# ") and name.endswith((".yaml", ".yml")) and " " not in name:
        with Path(name).open("a" if more else "w", encoding="utf-8") as file:
            file.write(str(example.parsed))


class _Python(PythonCodeBlockParser):
    """Runs blocks of Python, and keeps what they print for the block below."""

    def __init__(self) -> None:
        super().__init__(doctest_optionflags=_SHOWN)
        self.codeblock_parser = CodeBlockParser("python", self._run)

    @staticmethod
    def _run(example: Example) -> None:
        with redirect_stdout(StringIO()) as printed:
            PythonEvaluator()(example)
        example.namespace["__printed"] = printed.getvalue()


def _compare_output(example: Example) -> str | None:
    return _difference(str(example.parsed), example.namespace.pop("__printed", ""))


def _difference(expected: str, printed: str) -> str | None:
    if doctest.OutputChecker().check_output(expected.strip(), printed.strip(), _SHOWN):
        return None
    return f"Expected:\n{expected}\nGot:\n{printed}"


def _run_commands(example: Example) -> str | None:
    for part in ("\n" + str(example.parsed)).split("\n$ ")[1:]:
        command, _, expected = part.partition("\n")
        program, *arguments = shlex.split(command)
        if program != "claimrecon":
            return f"{command!r} is no call of claimrecon; mark the block as sh or text"
        printed = subprocess.run(  # noqa: S603 - our own documents
            [sys.executable, "-W", "error", "-c", _START, *arguments],
            check=False,
            encoding="utf-8",
            env={**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ).stdout
        if difference := _difference(expected, printed):
            return f"$ {command}\n{difference}"
    return None


def _enter_folder(namespace: dict[str, Any]) -> None:
    namespace["__folder"] = folder = TemporaryDirectory()
    namespace["__came_from"] = Path.cwd()
    os.chdir(folder.name)


def _leave_folder(namespace: dict[str, Any]) -> None:
    os.chdir(namespace["__came_from"])
    namespace["__folder"].cleanup()


_pages = Sybil(
    parsers=[
        SkipParser(),
        _Python(),
        CodeBlockParser("yaml", _save_file),
        CodeBlockParser("console", _run_commands),
        CodeBlockParser("output", _compare_output),
    ],
    patterns=["README.md", "docs/**/*.md", "docs/*.md"],
    setup=_enter_folder,
    teardown=_leave_folder,
)
_docstrings = Sybil(
    parsers=[DocTestParser(doctest.ELLIPSIS)],
    path="src",
    patterns=["*.py"],
)

pytest_collect_file = SybilCollection([_pages, _docstrings]).pytest()


class _PagesTogether(LoadScopeScheduling):  # type: ignore[misc]
    """Hands the examples of one page to one worker: they share names, files and a folder."""

    def _split_scope(self, nodeid: str) -> str:
        page, _, example = nodeid.partition("::")
        return page if example.startswith("line:") else nodeid


_FORBIDDEN = ("socket.connect", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")
_indoors = ContextVar("indoors", default=False)
"""Whether the test that runs must stay inside of this process."""


def _stay_inside(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN) and _indoors.get():
        raise RuntimeError(
            f"a test does {event} {arguments!r}. Nothing in this library does; if it is the test "
            "itself that must, mark it: @pytest.mark.outside."
        )


sys.addaudithook(_stay_inside)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Keep tests inside of their process; the examples of documents may start the command line."""
    is_test = isinstance(item, pytest.Function)
    token = _indoors.set(is_test and item.get_closest_marker("outside") is None)
    try:
        yield
    finally:
        _indoors.reset(token)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Share the tests out one by one, pages whole."""
    return _PagesTogether(config, log)
