"""Units of time in days, and quantities on demand."""

import subprocess
import sys
from fractions import Fraction

import pytest

from claimrecon.quantities import UnknownUnitError, time_unit_days, to_quantity


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("day", "1"),
        ("days", "1"),
        ("week", "7"),
        ("month", "30.4375"),
        ("year", "365.25"),
        ("annum", "365.25"),
        ("hour", "1/24"),
        ("fortnight", "14"),
        ("decade", "3652.5"),
    ],
)
def test_a_unit_of_time_has_its_days_exactly(name: str, days: str) -> None:
    """§5: a month is 30.4375 days, a year 365.25."""
    assert time_unit_days(name) == Fraction(days)


@pytest.mark.parametrize("name", ["person", "9**9**9 day", "DAY", "", "x" * 10_000, "day/hour"])
def test_anything_but_a_name_of_a_unit_of_time_is_refused(name: str) -> None:
    """Pint never sees untrusted text."""
    with pytest.raises(UnknownUnitError, match="is no unit known here"):
        time_unit_days(name)


TIMES = (
    "day, hour, minute, second, week, fortnight, month, quarter, year, annum, decade, century, "
    "centuries, millennium, millennia"
)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("mnth", f"'mnth' is no unit known here. Did you mean 'month'? Units are: {TIMES}."),
        ("xyz", f"'xyz' is no unit known here. Units are: {TIMES}."),
        ("x" * 30, f"'{'x' * 30}' is no unit known here. Units are: {TIMES}."),
        ("x" * 31, f"'{'x' * 30}…' is no unit known here. Units are: {TIMES}."),
    ],
)
def test_a_refused_unit_is_named_with_the_nearest_and_all_there_are(
    name: str, message: str
) -> None:
    """The message says which unit may be meant; of a long name it shows 30 characters."""
    with pytest.raises(UnknownUnitError) as error:
        time_unit_days(name)

    assert str(error.value) == message
    assert error.value.name == name


def test_units_of_a_quantity_are_persons_and_households_too() -> None:
    """Both have plurals of their own."""
    with pytest.raises(UnknownUnitError) as error:
        to_quantity(3, "famly")

    assert str(error.value) == (
        "'famly' is no unit known here. Did you mean 'family'? "
        f"Units are: {TIMES}, person, people, household, family, families."
    )


def test_a_quantity_converts_in_the_registry_of_the_library() -> None:
    """Persons are a dimension of their own; time converts."""
    assert to_quantity(300, "person").magnitude == 300
    assert to_quantity(2, "weeks").to("day").magnitude == 14
    assert str(to_quantity(4, "household").dimensionality) == "[household]"


UNITS = ("hour", "minute", "second", "week", "fortnight", "month", "quarter", "annum", "centuries")


@pytest.mark.parametrize("name", UNITS)
def test_a_quantity_of_time_has_as_many_days(name: str) -> None:
    """The registry is told what the table says, exactly."""
    assert to_quantity(Fraction(1), name).to("day").magnitude == time_unit_days(name)


@pytest.mark.outside
def test_reading_a_rate_does_not_import_pint() -> None:
    """It costs half a second, which only those who want a quantity need to pay."""
    code = (
        "import sys; from claimrecon.quantities import time_unit_days; "
        "time_unit_days('month'); sys.exit('pint' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
