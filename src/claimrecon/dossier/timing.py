"""When: the time key of a claim, its start of counting, and when it was said (§5)."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from claimrecon.claims import Timing, When
from claimrecon.dossier.parts import Figure
from claimrecon.dossier.problems import Desk
from claimrecon.periods import (
    DaySpan,
    Moment,
    PartialDate,
    parse_moment,
    parse_partial_date,
    parse_span,
)
from claimrecon.vocabulary import Measure, MeasureKind

FINAL = "final"
_KEYS = ("at", "as_of", "during")


@dataclass(frozen=True, slots=True)
class Dates:
    """When a claim was said and made public; ``None`` where nobody wrote it.

    Attributes
    ----------
    said_on
        The day that claims of one origin are ordered by (§9).
    """

    said: Moment | None
    reported: PartialDate | None
    said_on: Moment | None


def dates_of(figure: Figure, desk: Desk) -> Dates:
    """Read when the claim was said and made public, and check the day it was looked up."""
    said = reported = None
    if (text := figure.said_on) is not None:
        said = desk.attempt(parse_moment, text, key="said_on", value=text)
    if (day := figure.reported_on) is not None:
        reported = desk.attempt(parse_partial_date, day, key="reported_on", value=day)
    if (looked := figure.retrieved_on) is not None:
        desk.attempt(parse_partial_date, looked, key="retrieved_on", value=looked)
    published = None if reported is None else Moment(reported)
    return Dates(said, reported, said or published)


def when_said(when: When) -> Moment | None:
    """Return the day that orders claims of which nobody wrote when they were said (§9)."""
    return None if when.span is None else Moment(PartialDate.of(when.span.last))


def time_words(figure: Figure) -> tuple[Hashable, ...]:
    """Return all that the time of a figure is made of beside its measure."""
    times = (figure.at, figure.as_of, figure.during, figure.since, figure.per)
    if times[:3] == (None, None, None):
        # It is about the day it was published or said.
        return (*times, figure.reported_on, figure.said_on)
    return times


def when_of(
    figure: Figure, measure: Measure, dates: Dates, since: DaySpan | None, desk: Desk
) -> When | None:
    """Read the time of a figure; *since* is the dossier's start of counting.

    A partial date that contains the start of counting is clipped to it, except for stocks (§4).
    """
    given = tuple(key for key in _KEYS if getattr(figure, key) is not None)
    if len(given) > 1:
        desk.refuse(
            "CR320",
            f"This claim has {len(given)} times: {' and '.join(given)}. Keep one: at for what was "
            "there on a day, as_of for a running total, during for what happened in a period.",
            key=given[1],
            value=getattr(figure, given[1]),
        )
        return None
    key = given[0] if given else None
    if not _goes_with(key, figure, measure, desk):
        return None
    timing = _timing(key, measure)
    start = _start(figure, timing, since, desk)
    if timing is Timing.AS_OF and _is_final(figure.as_of):
        return When(timing, None, start)
    span = _span(key, figure, dates, desk)
    if span is None:
        return None
    if timing is not Timing.AT:
        span = _clipped(span, _first_written(key, figure, dates), start or since)
    if timing is Timing.AS_OF and start is not None and span.last < start.first:
        desk.refuse(
            "CR324",
            f"This running total ends on {span.last}, before its counting starts on "
            f"{start.first}. Correct one of the two, or give the claim a since of its own.",
            key=key or "reported_on",
            value=getattr(figure, key or "reported_on"),
        )
        return None
    return When(timing, span, start)


def check_days(figure: Figure, desk: Desk) -> None:
    """Hand in dates that cannot be used, where a time cannot be read for want of a measure."""
    for key in (*_KEYS, "since"):
        written = getattr(figure, key)
        if written is not None and not _is_final(written):
            desk.attempt(span_of, written, key=key, value=written)


def _timing(key: str | None, measure: Measure) -> Timing:
    if key == "during":
        return Timing.DURING
    return Timing.AT if measure.is_stock else Timing.AS_OF


def _goes_with(key: str | None, figure: Figure, measure: Measure, desk: Desk) -> bool:
    """Refuse a time key that does not go with what is counted."""
    name = measure.name
    if key is not None and key != "as_of" and _is_final(getattr(figure, key)):
        desk.refuse(
            "CR328",
            f"final stands under {key}, and only a running total can be final. Write  as_of: "
            "final.",
            key=key,
            value=FINAL,
        )
        return False
    if measure.is_stock and (key == "during" or _is_final(figure.as_of)):
        written = "as_of: final" if key == "as_of" else "during"
        desk.refuse(
            "CR321",
            f"{name} is a number of persons at the end of a day, and {written} asks for more than "
            "a day. Write at: and the day.",
            key=key,
            value=getattr(figure, str(key)),
        )
        return False
    if key == "at" and measure.kind in {MeasureKind.FLOW, MeasureKind.NET}:
        desk.refuse(
            "CR322",
            f"{name} counts what happens, and at asks for what is there on a day. Write as_of: "
            "for a running total up to that day, or during: for what happened on it.",
            key="at",
            value=figure.at,
        )
        return False
    if figure.per is not None and key != "during":
        desk.refuse(
            "CR323",
            f"A figure per {figure.per} is a rate, and a rate needs a period. Write during: and "
            "the period, for example  during: [2025-01-01, 2025-01-31].",
            key="per",
            value=figure.per,
        )
        return False
    return True


def _start(figure: Figure, timing: Timing, since: DaySpan | None, desk: Desk) -> DaySpan | None:
    written = figure.since
    if written is not None and timing is not Timing.AS_OF:
        desk.refuse(
            "CR327",
            f"since is the start of a running total, and this claim is about {timing.value} a "
            "time of its own. Leave since out, or write as_of:.",
            key="since",
            value=written,
        )
        return None
    if timing is not Timing.AS_OF:
        return None
    if written is None:
        return since
    return desk.attempt(span_of, written, key="since", value=written)


def _span(key: str | None, figure: Figure, dates: Dates, desk: Desk) -> DaySpan | None:
    if key is not None:
        written = getattr(figure, key)
        return desk.attempt(span_of, written, key=key, value=written)
    if dates.reported is not None:
        return dates.reported.span
    if dates.said is not None:
        return dates.said.date.span
    if figure.reported_on is None and figure.said_on is None:
        desk.refuse(
            "CR326",
            "This claim has no time at all: neither at, as_of or during, nor the day it was "
            "published. Write as_of: and a day, or as_of: final for the toll of a finished event.",
        )
    return None


def span_of(written: str | tuple[str, str]) -> DaySpan:
    """Return the days of one date or of a pair."""
    return parse_span(written if isinstance(written, str) else list(written))


def _first_written(key: str | None, figure: Figure, dates: Dates) -> PartialDate | None:
    if key is not None:
        written = getattr(figure, key)
        return parse_partial_date(written if isinstance(written, str) else written[0])
    if dates.reported is not None:
        return dates.reported
    return None if dates.said is None else dates.said.date


def _clipped(span: DaySpan, written: PartialDate | None, start: DaySpan | None) -> DaySpan:
    if written is None or start is None or written.is_day or not written.span.contains(start.first):
        return span
    return span.clipped(start.first)


def _is_final(written: object) -> bool:
    return isinstance(written, str) and written.casefold() == FINAL


def public_from(dates: Dates) -> date | None:
    """Return the last possible day on which the claim became public (§17)."""
    return None if dates.reported is None else dates.reported.last
