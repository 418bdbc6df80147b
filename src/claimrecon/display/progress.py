"""How long something has been going on, for somebody who waits at a terminal."""

from threading import Event, Thread
from time import monotonic
from types import TracebackType
from typing import Self, TextIO

from claimrecon.display.plain import clean

_QUIET = 1.0
_EVERY = 0.2
_BAR = 20


class Waiting:
    """Says on a stream that something takes time: a bar where the end is known, else the seconds.

    Nothing is written in the first second, nor where nobody looks: the stream is no terminal. What
    was written is wiped away at the end.

    Parameters
    ----------
    stream
        Standard error.
    label
        What is going on.
    limit
        Seconds after which it ends in any case, or ``None``.
    """

    def __init__(self, stream: TextIO, label: str, *, limit: float | None = None) -> None:
        self._stream = stream
        self._label = " ".join(clean(label).split())[:40]
        self._limit = limit
        self._done = Event()
        self._start = monotonic()
        self._thread: Thread | None = None
        self._steps: tuple[int, int] | None = None

    def step(self, done: int, total: int) -> None:
        """Say that so many parts are done of so many."""
        self._steps = (done, total)

    def __enter__(self) -> Self:
        if self._stream.isatty():
            self._thread = Thread(target=self._watch, daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        if self._thread is not None:
            self._thread.join()

    def line(self, seconds: float) -> str:
        """Return what is said after so many seconds.

        Examples
        --------
        >>> import sys
        >>> waiting = Waiting(sys.stderr, "flood.yaml", limit=60)
        >>> waiting.line(12.3)
        'flood.yaml  12 s; undecided in 48 s at the latest'
        >>> waiting.step(1, 4)
        >>> waiting.line(12)
        'flood.yaml  [#####---------------]  1 of 4, about 36 s left'
        """
        if self._steps is not None and self._steps[1] > 1:
            done, total = self._steps
            filled = _BAR * done // total
            left = f", about {seconds * (total - done) / done:.0f} s left" if done else ""
            bar = f"[{'#' * filled}{'-' * (_BAR - filled)}]"
            return f"{self._label}  {bar}  {done} of {total}{left}"
        if self._limit is not None:
            rest = max(self._limit - seconds, 0.0)
            return f"{self._label}  {seconds:.0f} s; undecided in {rest:.0f} s at the latest"
        return f"{self._label}  {seconds:.0f} s"

    def _watch(self) -> None:
        shown = 0
        if self._done.wait(_QUIET):
            return
        while True:
            line = self.line(monotonic() - self._start)
            self._stream.write(f"\r{line.ljust(shown)}")
            self._stream.flush()
            shown = len(line)
            if self._done.wait(_EVERY):
                self._stream.write(f"\r{' ' * shown}\r")
                self._stream.flush()
                return
