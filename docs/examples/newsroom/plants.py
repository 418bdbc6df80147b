"""The same pipeline with one bug each: five that are found in real code for figures."""

from pipeline import Pipeline, Range, Row


class UnknownAsZero(Pipeline):
    """No number is taken for the number zero."""

    def high(self, row: Row) -> float:
        return super().high(row) or 0


class Midpoint(Pipeline):
    """A range is taken for its middle."""

    def told(self, low: float, high: float | None) -> Range:
        if high is None:
            return low, high
        middle = (low + high) / 2
        return middle, middle


class LostAtLeast(Pipeline):
    """At least 300 becomes 300."""

    def high(self, row: Row) -> float | None:
        high = super().high(row)
        return self.low(row) if high is None else high


class TotalsAsPeriods(Pipeline):
    """A total since the start is taken for what happened on its last day."""

    def added_up(self, rows: tuple[Row, ...]) -> float:
        return sum(self.low(row) for row in rows)


class EchoesAsSources(Pipeline):
    """A paper that quotes a ministry is taken for a second ministry."""

    def sources(self, rows: tuple[Row, ...]) -> int:
        return len(rows)


PLANTS = (UnknownAsZero, Midpoint, LostAtLeast, TotalsAsPeriods, EchoesAsSources)
