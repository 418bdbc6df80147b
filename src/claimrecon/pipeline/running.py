"""Working through many keys: in this process or in several, with progress, in a fixed order."""

import logging
import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any, Self

from claimrecon.pipeline.options import Options
from claimrecon.pipeline.verdicts import KeyResult, reconcile_rows

_LOG = logging.getLogger(__name__)
_AT_ONCE = 25
"""So many keys go to a process together."""
_WAITING = 3
"""So many parcels wait for each process; more would only fill memory."""

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Attributes
    ----------
    done, total
        Keys; ``total`` is ``None`` where a stream does not say how many there will be.
    rows
        Rows of the keys done.
    seconds
        Since the run began.
    """

    done: int
    total: int | None
    rows: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Watch:
    """Who watches a run, and may stop it.

    Attributes
    ----------
    progress
        Called now and then with how far the run is.
    should_stop
        Asked as often; what it returns stops the run.
    """

    progress: Callable[[Progress], None] | None = None
    should_stop: Callable[[], bool] | None = None

    @property
    def stops(self) -> bool:
        """Whether the run is to end now."""
        return self.should_stop is not None and self.should_stop()


class Crew:
    """One process, or several, that reconcile keys; the results come in the order of the keys."""

    def __init__(self, options: Options, processes: int) -> None:
        self._options = options
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Start the processes."""
        if self._processes > 1:
            # A forked process would inherit locks that threads of this one hold.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._processes, mp_context=context)
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes; what waits is dropped."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def results(self, keys: Iterator[Rows]) -> Iterator[KeyResult]:
        """Yield a result for each of *keys*."""
        if self._pool is None:
            for rows in keys:
                yield reconcile_rows(rows, self._options)
            return
        waiting: deque[Future[list[KeyResult]]] = deque()
        parcel: list[Rows] = []
        for rows in keys:
            parcel.append(rows)
            if len(parcel) == _AT_ONCE:
                waiting.append(self._pool.submit(_work, parcel, self._options))
                parcel = []
            if len(waiting) > _WAITING * self._processes:
                yield from waiting.popleft().result()
        if parcel:
            waiting.append(self._pool.submit(_work, parcel, self._options))
        while waiting:
            yield from waiting.popleft().result()


def _work(parcel: Sequence[Rows], options: Options) -> list[KeyResult]:
    return [reconcile_rows(rows, options) for rows in parcel]


class Clock:
    """Counts keys and rows, tells the watcher, and logs."""

    def __init__(self, watch: Watch, total: int | None) -> None:
        self._watch = watch
        self._total = total
        self._start = time.monotonic()
        self._keys = self._rows = 0

    def tick(self, rows: int) -> bool:
        """Count one key; say whether the run is to end."""
        self._keys += 1
        self._rows += rows
        if self._watch.progress is not None:
            self._watch.progress(self.now)
        return self._watch.stops

    @property
    def now(self) -> Progress:
        """How far the run is."""
        return Progress(self._keys, self._total, self._rows, time.monotonic() - self._start)

    def log(self, what: str) -> None:
        """Say in the log how far the run is."""
        now = self.now
        _LOG.info("%s: %d keys, %d rows, %.2f s", what, now.done, now.rows, now.seconds)
