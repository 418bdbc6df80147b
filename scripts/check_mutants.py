"""Change the code in every small way, and ask whether the type checker or a test notices.

    make mutants                                      400 mutants, drawn at random
    make mutants MUTANTS="claimrecon.linear.proofs*"  all of one module
    make mutants MUTANTS="--sample 0"                 all there are: hours

mutmut changes the code: its mutants lie in one tree, `mutants`, and a variable chooses one of them.
The tests are collected once; each mutant then has a process of its own, forked from that one, in
which the tests run that reach the changed function, until one fails. So a mutant takes as long as
these tests and not as a test run. Tests marked `outside`, examples in documents, and tests beyond a
mutant's patience are left out: what is listed as missed may be noticed all the same. Each answer is
a line of build/mutants.jsonl. build/reach.jsonl remembers what tests reach; without it, all are run
once more to learn it.
"""

import argparse
import contextlib
import gc
import importlib
import json
import os
import pkgutil
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from itertools import accumulate
from math import ceil, sqrt
from pathlib import Path
from random import Random

import pytest
from _pytest.runner import runtestprotocol
from mutant_tree import TREE, Mutant, all_mutants, make_mutants, mutants_with_wrong_types
from mutmut.mutation import trampoline

_ANSWERS = Path("build/mutants.jsonl").absolute()
_LEARNED = Path("build/reach.jsonl").absolute()
_TESTS = ("tests/unit", "tests/scenarios", "tests/property")
_MEMORY = 6 * 2**30  # bytes; a mutant may grow without end
_GRACE = 10  # seconds, beside twice what its tests take: a mutant may never end
_ENDLESS = (-signal.SIGALRM, -signal.SIGXCPU)
_NOTICED = ("types", "test", "endless")


@dataclass(frozen=True)
class Reach:
    """How many seconds of a processor each test takes, and which functions it reaches."""

    seconds: Mapping[str, float]
    functions: Mapping[str, Collection[str]]

    def tests_of(self, mutants: Sequence[Mutant]) -> dict[str, list[str]]:
        """Say for each changed function which tests reach it, the likeliest to notice first.

        Those are the quick ones that reach little else.
        """
        tests: dict[str, list[str]] = {mutant.function: [] for mutant in mutants}
        for test in sorted(
            self.seconds, key=lambda test: self.seconds[test] * len(self.functions[test])
        ):
            for function in self.functions[test]:
                if function in tests:
                    tests[function].append(test)
        return tests

    def within(self, tests: Sequence[str], patience: float) -> list[str]:
        """Take tests while they end within *patience* seconds together; the first in any case."""
        spent = list(accumulate(map(self.seconds.__getitem__, tests)))
        return [test for test, end in zip(tests, spent, strict=True) if end <= patience] or list(
            tests[:1]
        )


@dataclass
class Runner:
    """A plugin that asks mutants instead of running the tests once."""

    mutants: Sequence[Mutant]
    jobs: int
    patience: float
    outcomes: dict[str, str] = field(default_factory=dict)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what starts programs."""
        items[:] = [item for item in items if item.get_closest_marker("outside") is None]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn which tests reach what, then ask about each mutant."""
        items = {item.nodeid: item for item in session.items}
        _import_everything()
        gc.freeze()  # else collecting garbage copies every page in every process
        reach = self._learn(list(items.values()))
        running: dict[int, tuple[Mutant, float, int]] = {}
        with _ANSWERS.open("a", encoding="utf-8") as answers:

            def await_one() -> None:
                process, status = os.wait()
                mutant, started, tests = running.pop(process)
                outcome = _outcome_of(os.waitstatus_to_exitcode(status))
                self.outcomes[mutant.name] = outcome
                took = round(time.monotonic() - started, 2)
                line = {"mutant": mutant.name, "outcome": outcome, "tests": tests, "took": took}
                answers.write(json.dumps(line, ensure_ascii=False) + "\n")
                answers.flush()

            reaching = reach.tests_of(self.mutants)
            for mutant in self.mutants:
                tests = reach.within(reaching[mutant.function], self.patience)
                seconds = sum(map(reach.seconds.__getitem__, tests))
                if len(running) >= self.jobs:
                    await_one()
                process = _fork(lambda: _ask(mutant, [items[t] for t in tests], seconds))  # noqa: B023
                running[process] = (mutant, time.monotonic(), len(tests))
            while running:
                await_one()
        return True

    def _learn(self, items: Sequence[pytest.Item]) -> Reach:
        """Run each new test as it is, in processes of their own: this one stays as imported."""
        _LEARNED.touch()
        known = {json.loads(line)[0] for line in _LEARNED.read_text("utf-8").splitlines()}
        new = [item for item in items if item.nodeid not in known]
        for job in range(self.jobs):
            _fork(lambda: _watch(new[job :: self.jobs]))  # noqa: B023
        for _ in range(self.jobs):
            _, status = os.wait()
            if status:
                raise RuntimeError(f"learning which tests reach what ended with {status}")
        there = {item.nodeid for item in items}
        seconds: dict[str, float] = {}
        functions: dict[str, Collection[str]] = {}
        for line in _LEARNED.read_text("utf-8").splitlines():
            test, took, reached = json.loads(line)
            if test in there:
                seconds[test] = took
                functions[test] = reached
        for test in sorted(there - seconds.keys()):
            print(f"left out, since it fails as it is: {test}")
        return Reach(seconds, functions)


def _import_everything() -> None:
    """Import what is imported on demand: else each process does so again."""
    package = importlib.import_module("claimrecon")
    for module in pkgutil.walk_packages(package.__path__, "claimrecon."):
        if not module.name.endswith("__main__"):
            with contextlib.suppress(ImportError):  # an extra may be absent
                importlib.import_module(module.name)


def _fork(act: Callable[[], None]) -> int:
    process = os.fork()
    if process:
        return process
    try:
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        act()
    except BaseException:  # noqa: BLE001 - a mutant may raise anything
        os._exit(1)
    os._exit(0)


def _watch(items: Sequence[pytest.Item]) -> None:
    """Note how long each test takes that passes, and which functions it reaches.

    Each has a process of its own: what one has remembered would not be reached by the next.
    """
    for item in items:
        _fork(lambda: _watch_one(item))  # noqa: B023
        os.wait()


def _watch_one(item: pytest.Item) -> None:
    reached: set[str] = set()
    trampoline.record_trampoline_hit = lambda name, caller=None: reached.add(name)  # noqa: ARG005
    trampoline.get_mutant_under_test = lambda: "stats"
    if _passes(item):
        took = round(time.process_time(), 3)
        line = json.dumps([item.nodeid, took, sorted(reached)]) + "\n"
        with _LEARNED.open("ab", buffering=0) as lines:
            lines.write(line.encode())  # at once: others write too


def _ask(mutant: Mutant, items: Sequence[pytest.Item], seconds: float) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    limit = _GRACE + ceil(2 * seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    signal.alarm(10 * limit)  # it may wait for ever too
    trampoline.get_mutant_under_test = lambda: mutant.name
    if not all(map(_passes, items)):
        os._exit(1)


def _passes(item: pytest.Item) -> bool:
    reports = runtestprotocol(item, log=False, nextitem=None)
    return not any(report.failed for report in reports)


def _outcome_of(code: int) -> str:
    if code == 0:
        return "missed"
    return "endless" if code in _ENDLESS else "test"


def _wilson(noticed: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson, 1927)."""
    z = 1.96
    share = noticed / of
    middle = share + z * z / (2 * of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of)


def table(outcomes: Mapping[str, str]) -> Iterator[str]:
    """Tell how many mutants of each package were noticed, and by what."""
    packages: dict[str, Counter[str]] = defaultdict(Counter)
    for name, outcome in outcomes.items():
        packages[name.split(".")[1]][outcome] += 1
        packages["all"][outcome] += 1
    yield "| package | mutants | by types | by a test | never ended | missed | noticed |"
    yield "|---|---|---|---|---|---|---|"
    for package in sorted(packages, key=lambda name: (name == "all", name)):
        found = packages[package]
        of = found.total()
        noticed = sum(found[outcome] for outcome in _NOTICED)
        low, high = _wilson(noticed, of)
        yield (
            f"| `{package}` | {of} | {found['types']} | {found['test']} | {found['endless']} "
            f"| {found['missed']} | {noticed / of:.1%} ({low:.1%} to {high:.1%}) |"
        )


def main() -> int:
    """Ask, and print what was missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("patterns", nargs="*", help="names of mutants, * for anything")
    parser.add_argument("--sample", type=int, help="how many, drawn at random; 0: all")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--tests", nargs="+", default=_TESTS, help="files and folders of tests")
    parser.add_argument("--patience", type=float, default=20, help="seconds of tests a mutant")
    asked = parser.parse_args()
    make_mutants()
    mutants = all_mutants()
    if asked.patterns:
        mutants = [m for m in mutants if any(fnmatch(m.name, p) for p in asked.patterns)]
    size = asked.sample if asked.sample is not None else 0 if asked.patterns else 400
    if 0 < size < len(mutants):
        mutants = Random(asked.seed).sample(mutants, size)  # noqa: S311 - no secret
    _ANSWERS.parent.mkdir(exist_ok=True)
    wrong = mutants_with_wrong_types(mutants)
    outcomes = {mutant.name: "types" for mutant in mutants if mutant.name in wrong}
    left = [mutant for mutant in mutants if mutant.name not in wrong]
    runner = Runner(left, asked.jobs, asked.patience)
    arguments = ["-n0", "-s", "-q", "-p", "no:cacheprovider", "--rootdir=.", *asked.tests]
    os.environ["HYPOTHESIS_PROFILE"] = "once"
    with contextlib.chdir(TREE):
        pytest.main(arguments, plugins=[runner])
    outcomes |= runner.outcomes
    if len(outcomes) < len(mutants):
        print("not all mutants were asked: see above why the tests did not run", file=sys.stderr)
        return 1
    for mutant in left:
        if outcomes[mutant.name] == "missed":
            print(f"\n{mutant.name}\n{mutant.difference()}")
    print("", *table(outcomes), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
