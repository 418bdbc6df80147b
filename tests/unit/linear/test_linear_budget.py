"""Time that ends: in whatever stage it does, there is no answer, and never a wrong one."""

import inspect
from collections.abc import Callable

import numpy as np
import pytest

from claimrecon.linear import (
    Budget,
    Decider,
    FeasibleSystemError,
    InfeasibleSystemError,
    LinearSystem,
    Ranges,
    Row,
    SolveStatus,
    UndecidedError,
    can_hold,
    decide,
    decide_each,
    engine,
    exact,
    highest,
    least_repair,
    lowest,
    maximal_consistent,
    minimal_conflicts,
    prove,
    smallest_repairs,
    spans,
)


class Ending(Budget):
    """Time that is over as soon as one of *stages* is reached, each a module and a function."""

    def __init__(self, *stages: str) -> None:
        super().__init__(None)
        self.seconds = 7.5
        self._stages = stages

    @property
    def remaining(self) -> float | None:
        """All the time there is, until it is over."""
        return None

    def check(self) -> None:
        """Raise in the last of the stages, if they are all under way, one within the other."""
        left = [*self._stages]
        frame = inspect.currentframe()
        while frame is not None and left:
            module, _, function = left[-1].partition(".")
            here = frame.f_globals["__name__"].endswith(f".{module}")
            if here and function in frame.f_code.co_name:
                left.pop()
            frame = frame.f_back
        if not left:
            raise UndecidedError(f"ended in {self._stages}")


def _row(name: str, bound: int, owner: str | None = None, **weights: int) -> Row:
    return Row(name, tuple(sorted(weights.items())), bound, owner)


CLASH = LinearSystem(
    (
        _row("sum", 10, "a", x=1, y=1),
        _row("x", -4, "b", x=-3),
        _row("y", -5, "c", y=-1),
        _row("z", 7, "d", y=2, z=1),
    )
)
FITS = CLASH.of(["a", "b", "d"])
CREEPS = LinearSystem((_row("a", 1, "a", x=1, y=-1), _row("b", 1, "b", x=-1, y=1)))
HALVES = LinearSystem(
    (
        _row("sum", 7, x=1, y=1),
        _row("a", 0, x=1, y=-1),
        _row("b", 0, x=-1, y=1),
        _row("c", -9, x=-2),
    )
)
LONG = LinearSystem(
    (
        *(_row(f"{t:04}", 0, None, **{f"x{t:04}": -1, f"x{t + 1:04}": 1}) for t in range(1000)),
        _row("low", 5, "a", x0000=1, y=1),
        _row("high", -3, "b", x0000=-1),
    )
)

Call = Callable[[Budget], object]
CALLS: list[tuple[int, Call, tuple[str, ...]]] = [
    (100, lambda b: decide(CLASH, budget=b), ("stacks.decide", "engine.solve")),
    (100, lambda b: decide(CLASH, budget=b), ("engine._decide_from_basis", "exact._pivot")),
    (0, lambda b: decide(CLASH, budget=b), ("stacks.decide_each",)),
    (0, lambda b: decide(HALVES, budget=b), ("stacks._mend", "engine.solve")),
    (100, lambda b: [*decide_each([FITS, CLASH], budget=b)], ("stacks.decide_each",)),
    (100, lambda b: Decider(CLASH, budget=b).ask(7), ("decisions.ask", "engine.solve")),
    (0, lambda b: Decider(CLASH, budget=b).refute("ab"), ("decisions.refute", "engine.decide")),
    (100, lambda b: prove(CLASH, budget=b), ("minimal._needed", "minimal.deletion_filter")),
    (0, lambda b: prove(CREEPS, budget=b), ("minimal._near", "stacks.decide_each")),
    (0, lambda b: prove(CLASH, budget=b), ("minimal._near", "minimal._needed")),
    (100, lambda b: prove(CLASH, budget=b), ("minimal.prove", "exact.refute", "exact._pivot")),
    (100, lambda b: can_hold(CLASH, budget=b), ("conflicts.can_hold", "stacks.decide")),
    (100, lambda b: can_hold(LONG, budget=b), ("conflicts.can_hold", "decisions.refute")),
    (100, lambda b: minimal_conflicts(CLASH, budget=b), ("oracle._ask",)),
    (100, lambda b: minimal_conflicts(CLASH, budget=b), ("oracle._ask", "engine.solve")),
    (100, lambda b: maximal_consistent(CLASH, budget=b), ("conflicts.maximal_consistent",)),
    (100, lambda b: least_repair(CLASH, budget=b), ("oracle._ask",)),
    (100, lambda b: least_repair(CLASH, budget=b), ("least.first_cover", "repairs.extend")),
    (100, lambda b: smallest_repairs([("a", "b")], budget=b), ("repairs.extend",)),
    (100, lambda b: lowest(FITS, {"y": 1}, budget=b), ("ranges.lowest", "stacks.decide")),
    (100, lambda b: lowest(FITS, {"y": 1}, budget=b), ("ranges._needed", "engine.minimise")),
    (100, lambda b: lowest(FITS, {"y": 1}, budget=b), ("exact.minimise", "exact.reach")),
    (100, lambda b: highest(FITS, {"x": 1}, budget=b), ("ranges.highest", "stacks.decide")),
    (100, lambda b: Ranges(FITS, budget=b).least({"y": 1}), ("ranges.least", "engine.minimise")),
    (100, lambda b: spans(FITS, budget=b), ("spans.run", "engine.decide")),
    (100, lambda b: spans(FITS, budget=b), ("spans._open_ends", "engine.minimise")),
]


@pytest.mark.parametrize(
    ("large", "call", "stages"), CALLS, ids=[f"{i} {' '.join(c[2])}" for i, c in enumerate(CALLS)]
)
def test_whichever_stage_the_time_ends_in_there_is_no_answer(
    large: int, call: Call, stages: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of them asks whether there is time left."""
    monkeypatch.setattr(engine, "_LARGE", large)

    with pytest.raises(UndecidedError, match=r"^ended in"):
        call(Ending(*stages))


def test_a_budget_counts_down_and_says_how_much_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left when it is over, never less than nothing."""
    clock = iter([100.0, 100.5, 101.0, 101.5, 102.0, 103.0])
    monkeypatch.setattr("claimrecon.linear.status.time.monotonic", clock.__next__)
    budget = Budget(1.5)

    assert budget.seconds == 1.5
    assert budget.remaining == 1.0
    budget.check()
    for _ in range(2):
        with pytest.raises(UndecidedError) as error:
            budget.check()
    assert budget.remaining == 0.0
    assert str(error.value) == (
        "no exact answer was found within 1.5 seconds; allow more time, or ask about fewer claims."
    )


def test_without_a_limit_time_never_ends() -> None:
    """None is no number of seconds."""
    budget = Budget(None)

    budget.check()

    assert (budget.seconds, budget.remaining) == (None, None)


NEVER = LinearSystem((_row("a", 5, x=1), _row("b", -3, x=-1)))
NO_REPAIR = (
    "the rows of nobody cannot hold by themselves, so that setting owners aside "
    "repairs nothing; call prove() to see which rows clash."
)
NO_PROOF = (
    "the system has a solution, so that nothing can prove the contrary; "
    "call decide() to get the solution."
)
NO_RANGE = (
    "the system has no solution, so that nothing has a range; "
    "call minimal_conflicts() to see which owners cannot hold together."
)


@pytest.mark.parametrize(
    ("call", "kind", "message"),
    [
        (lambda: lowest(NEVER, {"x": 1}), InfeasibleSystemError, NO_RANGE),
        (lambda: spans(NEVER), InfeasibleSystemError, NO_RANGE),
        (
            lambda: engine.Engine(NEVER.rows, ["x"]).minimise(np.ones(2, dtype=np.bool_), {"x": 1}),
            InfeasibleSystemError,
            NO_RANGE,
        ),
        (
            lambda: least_repair(NEVER),
            InfeasibleSystemError,
            NO_REPAIR,
        ),
        (
            lambda: prove(FITS),
            FeasibleSystemError,
            NO_PROOF,
        ),
        (
            lambda: exact.refute(FITS.rows),
            FeasibleSystemError,
            "the rows have a solution, so that nothing can refute them.",
        ),
        (
            lambda: LinearSystem((NEVER.rows[0], *NEVER.rows)),
            ValueError,
            "two rows are named 'a'; give each row a name of its own.",
        ),
        (
            lambda: bool(SolveStatus.OPTIMAL),
            TypeError,
            "a solve status is neither true nor false; compare it with a member.",
        ),
    ],
)
def test_what_is_refused_says_why_and_what_to_call(
    call: Callable[[], object], kind: type[Exception], message: str
) -> None:
    """The whole text of each error."""
    with pytest.raises(kind) as error:
        call()

    assert str(error.value) == message
