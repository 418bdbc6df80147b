"""Calendar dates as words and numbers name them, in a phrase; the day of publication is known."""

from datetime import date

import pytest

from claimrecon.periods import UnreadableDateError, WhenFlag, parse_when

PUBLISHED = date(2024, 6, 12)


def _read(text: str) -> str:
    """Return the first and last day of a phrase, and what its words leave unsure, as one text."""
    when = parse_when(text, published=PUBLISHED)
    days = [day.isoformat() if day else "" for day in dict.fromkeys((when.first, when.last))]
    flags = [flag for flag in when.flags if flag is not WhenFlag.YEAR_ASSUMED]
    return " ".join(["/".join(days), *flags])


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (1, ("January", "january", "JANUARY", "Jan", "Jan.")),
        (2, ("February", "february", "Feb", "Feb.")),
        (3, ("March", "MARCH", "Mar", "Mar.")),
        (4, ("April", "april", "Apr", "Apr.")),
        (5, ("May", "MAY", "May.")),
        (6, ("June", "june", "Jun", "Jun.", "June.")),
        (7, ("July", "july", "Jul", "Jul.", "July.")),
        (8, ("August", "AUGUST", "Aug", "Aug.")),
        (9, ("September", "september", "Sep", "Sep.", "Sept", "Sept.")),
        (10, ("October", "october", "Oct", "Oct.")),
        (11, ("November", "november", "Nov", "Nov.")),
        (12, ("December", "december", "Dec", "Dec.")),
    ],
)
def test_months_go_by_their_names_and_short_forms(number: int, names: tuple[str, ...]) -> None:
    """Short forms and words of another meaning only with their capital."""
    for name in names:
        assert _read(f"{name} 3, 2023") == f"2023-{number:02}-03", name
        assert _read(f"3 {name} 2023") == f"2023-{number:02}-03", name


@pytest.mark.parametrize("name", ["jan", "sept", "dec", "may", "march", "august", "Janu", "Marc"])
def test_what_may_be_another_word_is_no_month(name: str) -> None:
    """Small letters make a verb of "March", and short forms another word."""
    for text in (f"{name} 3, 2023", f"3 {name} 2023", f"{name} 2023"):
        with pytest.raises(UnreadableDateError):
            parse_when(text, published=PUBLISHED)


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2024-06-10", ("Monday", "monday", "Mon")),
        ("2024-06-11", ("Tuesday", "tuesday", "Tue", "Tues")),
        ("2024-06-12", ("Wednesday", "wednesday", "Wed")),
        ("2024-06-06", ("Thursday", "thursday", "Thu", "Thur", "Thurs")),
        ("2024-06-07", ("Friday", "friday", "Fri")),
        ("2024-06-08", ("Saturday", "saturday", "Sat")),
        ("2024-06-09", ("Sunday", "sunday", "Sun")),
    ],
)
def test_weekdays_go_by_their_names_and_short_forms(day: str, names: tuple[str, ...]) -> None:
    """Alone and beside the date that fits them."""
    number = day.removeprefix("2024-06-")
    for name in names:
        assert _read(f"on {name}") == f"{day} relative", name
        assert _read(f"{name}, {number} June 2024") == day, name


@pytest.mark.parametrize(
    ("word", "day"),
    [
        *(("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6)),
        *(("seventh", 7), ("eighth", 8), ("ninth", 9), ("tenth", 10)),
        *(("1st", 1), ("2nd", 2), ("3rd", 3), ("4th", 4), ("31st", 31), ("12", 12)),
    ],
)
def test_an_ordinal_names_a_day_of_a_month(word: str, day: int) -> None:
    """In words up to the tenth."""
    assert _read(f"the {word} of May") == f"2024-05-{day:02}"


@pytest.mark.parametrize(
    ("word", "days"),
    [
        *(("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6)),
        *(("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12)),
        *(("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16)),
        *(("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("28", 28)),
    ],
)
def test_a_number_in_words_counts_days(word: str, days: int) -> None:
    """From the first on, as far as every month has them."""
    last = f"/2023-02-{days:02}" if days > 1 else ""
    assert _read(f"the first {word} days of February 2023") == f"2023-02-01{last}"


@pytest.mark.parametrize(
    ("word", "days"),
    [
        ("a", 1),
        ("an", 1),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("ninety", 90),
    ],
)
def test_a_number_in_words_counts_back(word: str, days: int) -> None:
    """Tens beyond twenty too."""
    assert _read(f"{word} days ago") == f"{date.fromordinal(PUBLISHED.toordinal() - days)} relative"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("9-January", "2024-01-09"),
        ("9-January 2024", "2024-01-09"),
        ("9–January–2024", "2024-01-09"),
        ("January 9 of 2024", "2024-01-09"),
        ("January 9 2024", "2024-01-09"),
        ("January the 9th", "2024-01-09"),
        ("January 9-2024", "2024-01-09"),
        ("January 9 to 12", "2024-01-09/2024-01-12"),
        ("January 9 and 10", "2024-01-09/2024-01-10"),
        ("January 9 through 12", "2024-01-09/2024-01-12"),
        ("January 9 until 12", "2024-01-09/2024-01-12"),
        ("January 9–12, 2023", "2023-01-09/2023-01-12"),
        ("January 9 to 12 March", "2024-01-09/2024-03-12"),
        ("9 or 10 January", "2024-01-09/2024-01-10"),
        ("9 until 12 January", "2024-01-09/2024-01-12"),
        ("9 to 10 January", "2024-01-09/2024-01-10"),
        ("in March 2023", "2023-03-01/2023-03-31"),
        ("in March of 2023", "2023-03-01/2023-03-31"),
        ("on March 3", "2024-03-03"),
        ("Tuesday 11 June", "2024-06-11"),
        ("Tue. June 11", "2024-06-11"),
        ("Tuesday the 11th of June", "2024-06-11"),
        ("Tuesday, the 11 June", "2024-06-11"),
        ("Tue., the 11th of June", "2024-06-11"),
        ("Tuesday (the 11 June 2024)", "2024-06-11"),
        ("Wednesday 29 February 2012", "2012-02-29"),
    ],
)
def test_days_of_a_month_are_read_in_either_order(text: str, told: str) -> None:
    """Alone, in runs and behind their weekday."""
    assert _read(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("early 2023", "2023-01-01/2023-04-30 vague"),
        ("start of 2023", "2023-01-01/2023-04-30 vague"),
        ("beginning of 2023", "2023-01-01/2023-04-30 vague"),
        ("mid-2023", "2023-05-01/2023-08-31 vague"),
        ("mid\u20102023", "2023-05-01/2023-08-31 vague"),
        ("middle of 2023", "2023-05-01/2023-08-31 vague"),
        ("late 2023", "2023-09-01/2023-12-31 vague"),
        ("end of 2023", "2023-09-01/2023-12-31 vague"),
        ("early February 2023", "2023-02-01/2023-02-09 vague"),
        ("mid-February 2023", "2023-02-10/2023-02-18 vague"),
        ("late February 2023", "2023-02-19/2023-02-28 vague"),
        ("mid-summer 2023", "2023-07-01/2023-07-31 season vague"),
        ("late winter 2022-23", "2023-02-01/2023-02-28 season vague"),
        ("mid 1980s", "1983-05-01/1986-08-31 vague"),
        ("late 1980s", "1986-09-01/1989-12-31 vague"),
        ("early 1000s", "1000-01-01/1003-04-30 vague"),
        ("the first half of February 2023", "2023-02-01/2023-02-14"),
        ("second half of February 2023", "2023-02-15/2023-02-28"),
        ("last half of February 2023", "2023-02-15/2023-02-28"),
        ("last half of 2023", "2023-07-01/2023-12-31"),
        ("second half 2023", "2023-07-01/2023-12-31"),
        ("the 2nd half of 2023", "2023-07-01/2023-12-31"),
        ("first quarter of 2023", "2023-01-01/2023-03-31"),
        ("second quarter 2023", "2023-04-01/2023-06-30"),
        ("fourth quarter of 2023", "2023-10-01/2023-12-31"),
        ("the last month of 2023", "2023-12-01/2023-12-31"),
        ("the tenth month of 2023", "2023-10-01/2023-10-31"),
        ("the 12th month of 2023", "2023-12-01/2023-12-31"),
        ("the first 12 months of 2023", "2023-01-01/2023-12-31"),
        ("the last 12 months of 2023", "2023-01-01/2023-12-31"),
        ("first four weeks of February 2023", "2023-02-01/2023-02-28"),
        ("fourth week of February 2023", "2023-02-22/2023-02-28"),
        ("the 28th day of March 2023", "2023-03-28"),
        ("Q1 2023", "2023-01-01/2023-03-31"),
        ("Q4 2023", "2023-10-01/2023-12-31"),
        ("Q3/2023", "2023-07-01/2023-09-30"),
        ("Q3, 2023", "2023-07-01/2023-09-30"),
        ("Q3 of 2023", "2023-07-01/2023-09-30"),
        ("H1 2023", "2023-01-01/2023-06-30"),
        ("H2 2023", "2023-07-01/2023-12-31"),
        ("spring 2022", "2022-03-01/2022-05-31 season"),
        ("the summer of 2022", "2022-06-01/2022-08-31 season"),
        ("autumn, 2022", "2022-09-01/2022-11-30 season"),
        ("fall 2022", "2022-09-01/2022-11-30 season"),
        ("winter 2022-2023", "2022-12-01/2023-02-28 season"),
        ("winter of 2022 / 23", "2022-12-01/2023-02-28 season"),
        ("winter 1999-00", "1999-12-01/2000-02-29 season"),
        ("the winter 2022–23", "2022-12-01/2023-02-28 season"),
    ],
)
def test_a_part_of_a_month_a_season_or_a_year_is_whole_days(text: str, told: str) -> None:
    """Thirds are vague; halves and quarters, weeks and days are not."""
    assert _read(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12/13/2024", "2024-12-13"),
        ("13/12/2024", "2024-12-13"),
        ("12/12/2024", "2024-12-12"),
        ("2024-1-9", "2024-01-09"),
        ("2024.01.09", "2024-01-09"),
        ("2024−01−09", "2024-01-09"),
        ("14.01.24.", "2024-01-14"),
        ("14.01.69", "2069-01-14"),
        ("14.01.70", "1970-01-14"),
        ("14.01.1969", "1969-01-14"),
        ("in 1000", "1000-01-01/1000-12-31"),
        ("in 2100", "2100-01-01/2100-12-31"),
    ],
)
def test_numbers_are_a_date_where_one_order_is_possible(text: str, told: str) -> None:
    """A year in two digits is the one nearest to ours."""
    assert _read(text) == told


@pytest.mark.parametrize(
    "text",
    [
        *(
            "in March 3",
            "9 - January",
            "January 9.2024",
            "13x5x2024",
            "13+5+2024",
            "9 -January",
            "9 to 9 January",
            "January 9 to 9",
        ),
        *("0 May", "32 May", "31 June", "9x May", "the second May", "tenth May", "eleventh of May"),
        *("Tuesday June", "Tuesday, early June", "Monday 11 June 2024", "Tuesday ("),
        *("early", "mid", "mid-", "mid - 2023", "mid -2023", "middle 2023", "late of 2023"),
        *("early May 9", "mid 1985s", "early 1980 s", "early 1980-s", "late 2110s", "early 990s"),
        *("half of 2023", "third half of 2023", "fifth quarter of 2023", "first quarter of May"),
        *("the 0th quarter of 2023", "the 0th week of May", "² nd week of May", "first St of May"),
        *(
            "first half of May 9",
            "first half of the",
            "first 0 days of May",
            "first 0 months of 2023",
        ),
        *("second two months of 2023", "the 13th month of 2023", "first 13 months of 2023"),
        *("the first 29 days of May", "the 29th day of May", "fifth week of May"),
        *("first week in May", "first week of May 9", "the last day of May", "last week of May"),
        *("first hour of May", "first month of May", "first day of 2023", "a half of 2023"),
        *("Q0 2023", "Q5 2023", "H0 2023", "H3 2023", "Q 3 2023", "Q3", "Q3 23", "K3 2023"),
        *(
            "winter 2022",
            "winter 2022-",
            "winter 2022-24",
            "summer 2022-23",
            "spring of",
            "summer 22",
        ),
        *(
            "13/5/024",
            "13/5-2024",
            "13/13/2024",
            "1/2/2024",
            "12/5/2024",
            "13 /5/2024",
            "13/5/2024/6",
            "13/5/2024x",
        ),
        *("2024-01-09T12", "2101-", "in 999", "by 2101 or", "2024th", "2024s", "12345", "in 20240"),
    ],
)
def test_what_names_no_date_for_sure_is_refused(text: str) -> None:
    """Parts that do not exist, or that belong to something else."""
    with pytest.raises(UnreadableDateError):
        parse_when(text, published=PUBLISHED)
