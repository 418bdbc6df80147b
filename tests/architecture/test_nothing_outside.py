"""The library opens no connection, starts no program, writes no file and runs no text of others.

Two nets. ``conftest.py`` forbids connections and programs to every test that does not carry the
mark ``outside``. And here, reading, reconciling and writing out real and hostile dossiers is
watched by an audit hook of Python, which also sees files opened for writing and code compiled.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]

WATCHED: Final = """
import sys, io, json, os
import claimrecon as cr
from claimrecon.dossier import demo_path, examine, to_yaml
from claimrecon.extraction import read

def work():
    for path in [demo_path(), *sys.argv[1:]]:
        report = cr.reconcile(path)
        str(report), report._repr_html_(), json.dumps(report.to_dict())
        to_yaml(cr.load(path))
    evil = "title: '__import__(\\"os\\").system(\\"id\\")'\\n"
    for text in (evil, "title: !!python/object/apply:os.system [id]\\n", "a: &a [*a]\\n"):
        stream = io.StringIO(text)
        stream.name = "evil.yaml"
        examine(stream)
    text = "Officials said 300 people were killed. <script>x</script>"
    read(text, published="2025-01-31", outlet="Daily Post")

work()  # what loads late has loaded
forbidden, seen = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork",
    "os.remove", "os.rename", "os.mkdir", "shutil.", "compile", "exec", "pickle.", "urllib."), []

def watch(event, arguments):
    if event.startswith(forbidden):
        seen.append((event, str(arguments)[:200]))
    if event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        seen.append((event, str(arguments)[:200]))

sys.addaudithook(watch)
work()
print(json.dumps(seen))
"""


@pytest.mark.outside
def test_reading_and_reconciling_touches_nothing_outside() -> None:
    """No connection, program, file to write, pickle or compiled text, whatever is read."""
    stories = sorted((ROOT / "tests" / "scenarios" / "stories").glob("[m-n]*.yaml"))

    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *map(str, stories)],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )

    assert len(stories) > 1
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "code",
    [
        "import socket\nwith socket.socket() as door: door.connect(('127.0.0.1', 9))",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', ''], check=False)",
        "import os; os.system('true')",
    ],
)
def test_tests_can_neither_connect_nor_start_programs(code: str) -> None:
    """The net of ``conftest.py`` holds: a test that tries fails with the reason."""
    with pytest.raises(RuntimeError, match="mark it"):
        exec(code)  # noqa: S102 - our own lines above


@pytest.mark.outside
def test_reports_are_the_same_bytes_whatever_the_hash_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing depends on the order of a hash (§16): text, JSON and HTML are equal bytes."""
    code = (
        "import json, sys, claimrecon as cr\n"
        "report = cr.reconcile(sys.argv[1])\n"
        "print(report, json.dumps(report.to_dict()), report._repr_html_())\n"
    )
    story = ROOT / "tests" / "scenarios" / "stories" / "makiivka_2023.yaml"
    outputs = []
    for seed in ("0", "4242"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        done = subprocess.run(
            [sys.executable, "-c", code, str(story)], check=True, capture_output=True
        )
        outputs.append(done.stdout)

    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 10_000
