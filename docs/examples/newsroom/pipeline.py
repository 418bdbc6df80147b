"""A small pipeline as a newsroom might write it: rows of figures in, a line for the page out.

It knows nothing of claimrecon. A row is a dictionary: id, source, measure, kind ("total" since the
start, or "period"), first and last day, low and high (``None`` where nobody said), and ``relays``
with the id of the row that it merely passes on.
"""

Row = dict[str, object]
Range = tuple[float, float | None]


class Pipeline:
    """How many were killed in all, by the last day, and how many sources speak of it."""

    def killed(self, rows: tuple[Row, ...]) -> Range:
        """Return low and high of all killed until the last day; ``None``: nobody said."""
        rows = self.first_hand(rows)
        last_day = max(str(row["last"]) for row in rows)
        lows = [self.low(row) for row in rows]
        highs = [
            high
            for row in rows
            if self.is_total(row) and row["last"] == last_day
            for high in [self.high(row)]
            if high is not None
        ]
        return self.told(max(*lows, self.added_up(rows), 0), min(highs, default=None))

    def sources(self, rows: tuple[Row, ...]) -> int:
        """Return how many sources speak of it."""
        return len({row["source"] for row in self.first_hand(rows)})

    def first_hand(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Leave out what is only passed on."""
        return tuple(row for row in rows if row["relays"] is None)

    def added_up(self, rows: tuple[Row, ...]) -> float:
        """Add the lows of periods that share no day."""
        total, until = 0.0, ""
        for row in sorted(rows, key=lambda row: str(row["last"])):
            if not self.is_total(row) and str(row["first"]) > until:
                total, until = total + self.low(row), str(row["last"])
        return total

    def is_total(self, row: Row) -> bool:
        """Return whether the row counts from the start."""
        return row["kind"] == "total"

    def low(self, row: Row) -> float:
        """Return how many it says at least."""
        low = row["low"]
        return low if isinstance(low, int | float) else 0

    def high(self, row: Row) -> float | None:
        """Return how many it says at most."""
        high = row["high"]
        return high if isinstance(high, int | float) else None

    def told(self, low: float, high: float | None) -> Range:
        """Return the range for the page."""
        return low, high
