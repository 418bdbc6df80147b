"""Many small dossiers at a time: the table door against other ways to the same verdicts.

Run by itself: ``python benchmarks/pipelines.py [dossiers]``. Every figure is a ratio within one
run. The dossiers are made on the fly: each has a truth (people killed and wounded, growing over a
few days) of which ten claims tell, exactly, roughly, or as a lower end; in a share of them
(``--wrong``), one claim is a third too high. Peers get the rows ready-made, which the table door
makes itself; they say whether a dossier is possible, and prove nothing.
"""

import argparse
import random
import re
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import highspy
import numpy as np
import pyarrow as pa

from claimrecon.dossier import examine
from claimrecon.findings import Record
from claimrecon.linear import LinearSystem, decide_each
from claimrecon.pipeline import reconcile_batches, reconcile_table
from claimrecon.reconciliation import reconcile

try:
    import z3
except ImportError:
    z3 = None

CLAIMS = 10
_HEAD = "claims, seconds, µs a claim, peak memory in MB"
_DAYS = tuple(f"2024-03-{day:02}" for day in range(10, 16))
_SOURCES = ("Ministry", "Red Crescent", "Mayor", "Army", "Post", "Observer")
WRONG = 0.05
"""In so many dossiers, one claim is a third too high."""


def rows_of(
    dossiers: int, *, first: int = 0, seed: int = 7, wrong: float = WRONG
) -> dict[str, list[Any]]:
    """Return the columns of a table of claims about so many invented events."""
    columns: dict[str, list[Any]] = {
        name: [] for name in ("event", "source", "measure", "count", "as_of", "place")
    }
    for event in range(first, first + dossiers):
        rng = random.Random(seed * 1_000_003 + event)  # noqa: S311 - repeatable, not secret
        killed = sorted(rng.randint(20, 900) for _ in _DAYS)
        wounded = sorted(rng.randint(50, 2_000) for _ in _DAYS)
        liar = rng.randrange(CLAIMS) if rng.random() < wrong else None
        for number in range(CLAIMS):
            day = rng.randrange(len(_DAYS))
            measure = rng.choice(("killed", "injured", "casualties"))
            dead, hurt = killed[day], wounded[day]
            true = {"killed": dead, "injured": hurt, "casualties": dead + hurt}[measure]
            told = true * 4 // 3 if number == liar else true
            form = rng.choice(("{}", "{}", "at least {}", "about {}"))
            columns["event"].append(f"event-{event}")
            columns["source"].append(rng.choice(_SOURCES))
            columns["measure"].append(measure)
            columns["count"].append(form.format(told))
            columns["as_of"].append(_DAYS[day])
            columns["place"].append("Ebersand")
    return columns


def systems_of(table: pa.Table, keys: int) -> list[LinearSystem]:
    """Return the strict rows of the first *keys* dossiers, as the object door builds them."""
    rows = table.slice(0, keys * CLAIMS).drop(["event"]).to_pylist()
    made = []
    for number in range(keys):
        dossier = examine(rows[number * CLAIMS : (number + 1) * CLAIMS]).dossier
        if dossier is not None:
            made.append(Record(dossier.read()).system(lenient=False).system)
    return made


def seconds(
    work: Callable[[], object],
    *,
    times: int = 3,
    clock: Callable[[], float] = time.process_time,
) -> float:
    """Return the median time of *work*: of the processor, so that a busy machine counts less."""
    taken = []
    for _ in range(times):
        start = clock()
        work()
        taken.append(clock() - start)
    return statistics.median(taken)


def _solver() -> Any:
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - the solver's own interface
    solver.setOptionValue("presolve", "off")
    return solver


def _is_possible(solver: Any, system: LinearSystem) -> bool:
    column = {variable: number for number, variable in enumerate(system.variables)}
    sizes = [len(row.coefficients) for row in system.rows]
    entries = [entry for row in system.rows for entry in row.coefficients]
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(column), len(sizes)
    model.col_cost_ = np.zeros(len(column))
    model.col_lower_ = np.zeros(len(column))
    model.col_upper_ = np.full(len(column), highspy.kHighsInf)
    model.row_lower_ = np.array([float(row.bound) for row in system.rows])
    model.row_upper_ = np.full(len(sizes), highspy.kHighsInf)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate(([0], np.cumsum(sizes))).astype(np.int32)
    model.a_matrix_.index_ = np.array([column[v] for v, _ in entries], dtype=np.int32)
    model.a_matrix_.value_ = np.array([float(weight) for _, weight in entries])
    solver.passModel(model)
    solver.run()
    return bool(solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def _one_highs(systems: list[LinearSystem]) -> int:
    """Solve each system with one HiGHS object, used again: passed, run, no proof."""
    solver = _solver()
    return sum(_is_possible(solver, system) for system in systems)


def _a_model_a_question(systems: list[LinearSystem]) -> int:
    """Ask as packages for validation rules do: a new model for all, and for all but each claim."""
    possible = 0
    for system in systems:
        possible += _is_possible(_solver(), system)
        for owner in system.owners:
            _is_possible(_solver(), system.of([name for name in system.owners if name != owner]))
    return possible


def _one_z3(systems: list[LinearSystem]) -> int:
    """Solve each system with z3, a solver of its own each, with names for a core."""
    possible = 0
    for system in systems:
        variables = {name: z3.Real(name) for name in system.variables}
        solver = z3.Solver()
        solver.add([variable >= 0 for variable in variables.values()])
        for number, row in enumerate(system.rows):
            total = z3.Sum([weight * variables[name] for name, weight in row.coefficients])
            solver.assert_and_track(total >= row.bound, f"r{number}")
        possible += solver.check() == z3.sat
    return possible


def _object_door(table: pa.Table, keys: int) -> None:
    rows = table.slice(0, keys * CLAIMS).drop(["event"]).to_pylist()
    for number in range(keys):
        reconcile(rows[number * CLAIMS : (number + 1) * CLAIMS], detail="clashes")


def _no_semantics(table: pa.Table) -> object:
    """Return low and high by key, with string keys and no idea what they mean."""
    frame = table.select(["event"]).to_pandas()
    frame["low"] = [int("".join(filter(str.isdigit, c))) for c in table["count"].to_pylist()]
    return frame.groupby("event").agg({"low": ["min", "max"]})


def batches(dossiers: int, *, wrong: float, at_once: int = 5_000) -> Iterator[pa.RecordBatch]:
    """Yield the rows of many dossiers as they are made; none is kept."""
    for first in range(0, dossiers, at_once):
        count = min(at_once, dossiers - first)
        yield pa.RecordBatch.from_pydict(rows_of(count, first=first, wrong=wrong))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _compare(dossiers: int, processes: int, wrong: float) -> None:
    table = pa.table(rows_of(dossiers, wrong=wrong))
    few = min(dossiers, 200)
    out = reconcile_table(table, key="event", detail="clashes")
    verdicts = out.summary.column("verdict").value_counts().to_pylist()
    print(f"{dossiers:,} dossiers of {CLAIMS} claims: {verdicts}")
    # Only the clock on the wall sees other processes.
    clock = time.process_time if processes == 1 else time.perf_counter
    door = seconds(
        lambda: reconcile_table(table, key="event", detail="clashes", processes=processes),
        times=1,
        clock=clock,
    )
    mine = door / dossiers
    print(f"table door, {processes} process(es): {mine * 1e6:,.0f} µs a dossier")
    systems = systems_of(table, few)
    peers = {
        "one HiGHS object, rows already built": seconds(lambda: _one_highs(systems)) / few,
        "stacked (decide_each), rows already built": seconds(lambda: list(decide_each(systems)))
        / few,
        "a new model for every question": seconds(lambda: _a_model_a_question(systems), times=1)
        / few,
        "object door": seconds(lambda: _object_door(table, few), times=1) / few,
        "pandas groupby without semantics": seconds(lambda: _no_semantics(table)) / dossiers,
    }
    if z3 is not None:
        peers["z3, rows already built"] = seconds(lambda: _one_z3(systems)) / few
    for name, taken in peers.items():
        print(
            f"{name}: {taken * 1e6:,.1f} µs a dossier; {taken / mine:.3g} × the table door's time"
        )


def _grow(most: int, wrong: float, processes: int) -> None:
    print(_HEAD)
    dossiers = 100
    while dossiers * CLAIMS <= most:
        start = time.perf_counter()
        done = 0
        claims = batches(dossiers, wrong=wrong)
        for piece in reconcile_batches(claims, key="event", detail="clashes", processes=processes):
            done += piece.summary.num_rows
        taken = time.perf_counter() - start
        count = done * CLAIMS
        print(f"{count:,}, {taken:.2f}, {taken / count * 1e6:.1f}, {_peak():,.0f}", flush=True)
        dossiers *= 10


def _draw(grown: Path) -> None:
    """Draw what ``--grow`` printed: time and memory against claims, beside it as SVG."""
    import matplotlib as mpl  # noqa: PLC0415 (only where somebody wants figures)

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "pipelines"
    from matplotlib import pyplot as plt  # noqa: PLC0415 (after its backend is chosen)

    lines = grown.read_text(encoding="utf-8").splitlines()
    rows = [re.findall(r"[\d,.]+(?=, |$)", line) for line in lines if line != _HEAD]
    claims, _, each, peak = (
        [float(cell.replace(",", "")) for cell in column] for column in zip(*rows, strict=True)
    )
    figure, (time_axes, memory_axes) = plt.subplots(1, 2, figsize=(8, 3.4))
    time_axes.plot(claims, each, "o-")
    time_axes.set(ylabel="microseconds a claim", yscale="log")
    memory_axes.plot(claims, peak, "o-")
    memory_axes.set(ylabel="peak memory, MB", ylim=(0, None))
    for axes in (time_axes, memory_axes):
        axes.set(xscale="log", xlabel="claims")
        axes.grid(visible=True, alpha=0.3)
    figure.tight_layout()
    figure.savefig(grown.with_suffix(".svg"), metadata={"Date": None})


def main() -> None:
    """Print the comparison, or the growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossiers", nargs="?", type=int, default=2_000)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--grow", type=int, metavar="CLAIMS", help="grow to so many claims instead")
    parser.add_argument("--draw", type=Path, metavar="FILE", help="draw what --grow printed there")
    parser.add_argument("--wrong", type=float, default=WRONG, help="share of wrong dossiers")
    arguments = parser.parse_args()
    if arguments.draw:
        _draw(arguments.draw)
    elif arguments.grow:
        _grow(arguments.grow, arguments.wrong, arguments.processes)
    else:
        _compare(arguments.dossiers, arguments.processes, arguments.wrong)


if __name__ == "__main__":
    main()
