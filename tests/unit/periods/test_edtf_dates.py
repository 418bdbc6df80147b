"""Extended Date/Time Format, levels 0 and 1, as phrases."""

import pytest

from claimrecon.periods import UnreadableDateError, WhenKind, parse_when


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024-01-09", "2024-01-09 point"),
        ("2024-01", "2024-01-01/2024-01-31 period"),
        ("2024-12", "2024-12-01/2024-12-31 period"),
        ("2024", "2024-01-01/2024-12-31 period"),
        ("0033", "0033-01-01/0033-12-31 period"),
        ("2024?", "2024-01-01/2024-12-31 period uncertain"),
        ("2024-01~", "2024-01-01/2024-01-31 period approximate"),
        ("2024-01-09%", "2024-01-09 point approximate uncertain"),
        ("202X", "2020-01-01/2029-12-31 period"),
        ("20XX", "2000-01-01/2099-12-31 period"),
        ("20XX?", "2000-01-01/2099-12-31 period uncertain"),
        ("202X-XX", "2020-01-01/2029-12-31 period"),
        ("2024-XX", "2024-01-01/2024-12-31 period"),
        ("2024-XX-XX", "2024-01-01/2024-12-31 period"),
        ("2024-02-XX", "2024-02-01/2024-02-29 period"),
        ("2024-12-XX", "2024-12-01/2024-12-31 period"),
        ("2024-21", "2024-03-01/2024-05-31 period season"),
        ("2024-22", "2024-06-01/2024-08-31 period season"),
        ("2024-23~", "2024-09-01/2024-11-30 period approximate season"),
        ("2024-24", "2024-12-01/2025-02-28 period season"),
        ("2023-06/2024-01", "2023-06-01/2024-01-31 period"),
        ("2024-01-09/2024-01-09", "2024-01-09 period"),
        ("2023?/2024-21~", "2023-01-01/2024-05-31 period approximate season uncertain"),
        ("2023/..", "2023-01-01/ period"),
        ("2023~/", "2023-01-01/ period approximate"),
        ("../2023", "/2023-12-31 as-of"),
        ("/2023-21?", "/2023-05-31 as-of season uncertain"),
    ],
)
def test_edtf_says_days_and_what_is_not_sure(text: str, told: str) -> None:
    """Without a day of publication; space around it is no part of it."""
    when = parse_when(f"  {text}\n", published=None)

    days = [day.isoformat() if day else "" for day in dict.fromkeys((when.first, when.last))]
    assert " ".join(["/".join(days), when.kind, *when.flags]) == told
    assert (when.start, when.end) == (2, 2 + len(text))


@pytest.mark.parametrize(
    "text",
    [
        *("2024-13", "2024-20", "2024-00", "2024-01-00", "2024-01-32"),
        *("2024-21-05", "2024-XX-05", "202X-01", "20XX-01-09", "202X-XX-XX", "2XXX", "XXXX"),
        *("2024-1", "2024~?", "2024-01-09T12:00", "202x", "2024-xx"),
        *(
            "/",
            "../..",
            "../",
            "/..",
            "foo/2023",
            "2023/foo",
            "2024/2023/..",
            "2023/2024/2025",
        ),
        *(".../2023", "2023/...", "2024-06/2024-01", "2024-01-09/2024-01-08", "/0000"),
    ],
)
def test_what_is_no_edtf_date_is_refused(text: str) -> None:
    """Nor another phrase."""
    with pytest.raises(UnreadableDateError):
        parse_when(text, published=None)


def test_a_phrase_beside_edtf_is_read_as_words() -> None:
    """With a preposition it is no EDTF."""
    when = parse_when("by 2024-01-09", published=None)

    assert (when.first, str(when.last), when.kind) == (None, "2024-01-09", WhenKind.AS_OF)
