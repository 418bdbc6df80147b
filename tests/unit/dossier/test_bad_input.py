"""What is hostile or broken is refused with a clear error, or read honestly, and soon.

Each row of the table in ``docs/reference/bad-input.md`` has its test here, by its first words.
"""

import io
import json
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from time import process_time
from types import MappingProxyType
from typing import Any, Final

import pytest

from claimrecon.dossier import Examined, examine, load, to_yaml
from claimrecon.reconciliation import reconcile

PAGE: Final = Path(__file__).parents[3] / "docs" / "reference" / "bad-input.md"
LONGEST: Final = 5.0
"""Seconds of this process, far more than any of these takes."""


def _one(**keys: object) -> str:
    claim = {"source": "Mayor", "measure": "killed", "as_of": "2025-01-09", **keys}
    return json.dumps({"claims": [{key: value for key, value in claim.items() if value}]})


def _raw(key: str, value: str) -> str:
    return f"claims:\n  - {{source: Mayor, measure: killed, as_of: 2025, {key}: {value}}}\n"


def _two(key: str) -> str:
    rest = "as_of: 2025, low: 1"
    return (
        f"claims:\n  - {{id: a, source: A, measure: killed, {rest}, {key}: b}}\n"
        f"  - {{id: b, source: A, measure: wounded, {rest}, {key}: a}}\n"
    )


DIGITS: Final = "9" * 10_000
REFUSED: Final[Mapping[str, tuple[str, str, str | bytes]]] = MappingProxyType(
    {
        "10,000 digits: low": (".yaml", "CR427", _raw("low", DIGITS)),
        "10,000 digits: count": (".yaml", "CR401", _raw("count", DIGITS)),
        "10,000 digits: JSON": (
            ".json",
            "CR427",
            f'{{"claims": [{{"source": "A", "low": {DIGITS}}}]}}',
        ),
        "10,000 digits: TOML": (".toml", "CR103", f"title = {DIGITS}"),
        "10,000 digits: date": (".json", "CR301", _one(as_of=DIGITS, low=3)),
        "NaN: YAML": (".yaml", "CR427", _raw("low", ".nan")),
        "NaN: JSON": (".json", "CR103", '{"claims": [{"source": "A", "low": NaN}]}'),
        "NaN: TOML": (".toml", "CR427", '[[claims]]\nsource = "A"\nlow = nan'),
        "infinity": (".yaml", "CR427", _raw("low", ".inf")),
        "infinity: exponent": (".json", "CR427", '{"claims": [{"source": "A", "low": 1e999}]}'),
        "less than nobody": (".yaml", "CR427", _raw("low", "-1")),
        "other digits": (".yaml", "CR427", _raw("low", "\uff11\uff12")),
        "anchors and aliases": (".yaml", "CR105", "title: &a x\ncodebook: *a\n"),
        "billion laughs": (".yaml", "CR105", 'a: &a ["lol"]\nb: &b [*a, *a]\nc: [*b, *b]\n'),
        "tags": (".yaml", "CR105", "title: !!python/object/apply:os.system [ls]\n"),
        "nested: YAML": (".yaml", "CR107", "[" * 100_000),
        "nested: JSON": (".json", "CR107", "[" * 100_000),
        "nested: TOML": (".toml", "CR107", "a = " + "[" * 10_000),
        "a key twice: YAML": (".yaml", "CR106", "claims:\n  - {source: A, source: B}\n"),
        "a key twice: JSON": (".json", "CR106", '{"claims": [], "claims": []}'),
        "a key twice: CSV": (".csv", "CR106", "id,id\n1,2\n"),
        "another encoding: UTF-16": (".yaml", "CR102", "title: Überfall\n".encode("utf-16")),
        "another encoding: Latin-1": (".yaml", "CR102", "title: Überfall\n".encode("latin-1")),
        "a table cell": (".csv", "CR103", f'id,source\na,"{"x" * 2_000_000}"\n'),
        "a long text": (".json", "CR112", _one(source="x" * 30_000, low=3)),
        "control characters: ANSI": (".json", "CR129", _one(source="A\x1b[31m", low=3)),
        "control characters: C1": (".json", "CR129", _one(source="A\x9b31m", low=3)),
        "control characters: NUL": (".json", "CR129", _one(source="A\0", low=3)),
        "control characters: YAML": (".yaml", "CR103", "title: A\x1b[31m\n"),
        "bidirectional overrides": (".json", "CR129", _one(source="Army\u202egpj", low=3)),
        "bidirectional overrides: in a tree": (".json", "CR129", '{"places": {"A\u2066": {}}}'),
        "half characters": (".json", "CR129", '{"title": "\\ud800"}'),
        "no such date: day": (".json", "CR302", _one(as_of="2025-02-30", low=3)),
        "no such date: month": (".json", "CR302", _one(as_of="2025-13-01", low=3)),
        "no such date: year 0": (".json", "CR302", _one(as_of="0000-01-01", low=3)),
        "no such date: year 10000": (".json", "CR301", _one(as_of="10000-01-01", low=3)),
        "no such date: backwards": (
            ".json",
            "CR304",
            _one(as_of=["9999-12-31", "0001-01-01"], low=3),
        ),
        "circles: ratios": (".yaml", "CR232", _two("ratio_of")),
        "circles: relays": (".yaml", "CR221", _two("relays")),
        "circles: superseding": (".yaml", "CR221", _two("supersedes")),
        "circles: derived figures": (".yaml", "CR221", _two("derived_from")),
        "circles: speakers": (
            ".yaml",
            "CR117",
            "sources: {a: {speaks_for: b}, b: {speaks_for: a}}\n",
        ),
        "circles: measures": (".yaml", "CR204", "measures: {a: {sum: [b]}, b: {sum: [a]}}\n"),
        "a name in two places": (".yaml", "CR118", "places: {A: {C: {}}, B: {C: {}}}\n"),
        "a tree with a loop": (".yaml", "CR118", "places: {A: {B: {A: {}}}}\n"),
        "formulas: as a figure": (".csv", "CR401", "id,source,says,as_of\na,A,+3 killed,2025\n"),
    }
)
"""Kind and case: the format, the code of the first problem, and the file."""


def _examined(content: str | bytes, suffix: str) -> Examined:
    stream = io.BytesIO(content if isinstance(content, bytes) else content.encode("utf-8"))
    stream.name = f"bad{suffix}"
    return examine(stream)


@pytest.mark.parametrize("name", REFUSED)
def test_bad_input_is_refused_with_a_clear_error_and_soon(name: str) -> None:
    """The error has its code, says what to do, shows no unseen character, and comes at once."""
    suffix, code, content = REFUSED[name]
    start = process_time()

    examined = _examined(content, suffix)

    assert process_time() - start < LONGEST
    assert examined.errors[0].code == code
    text = str(examined.error())
    assert text.isprintable() or all(part.isprintable() for part in text.splitlines())
    assert len(examined.errors[0].message) < 20_500


def test_magnitudes_from_0_to_a_million_million_stand_in_one_dossier() -> None:
    """One person too few in 10**12 is found exactly, and one person fewer is possible."""

    def dossier(total: int) -> dict[str, Any]:
        figures = {"killed": 1, "wounded": 10**12 - 1, "casualties": total}
        return {
            "since": "2025-01-01",
            "claims": [
                {"source": key, "measure": key, "as_of": "2025-01-09", "low": n, "high": n}
                | {"exact": True}
                for key, n in figures.items()
            ]
            + [{"source": "D", "measure": "killed", "as_of": "2025-01-09", "low": 0}],
        }

    clash = reconcile(dossier(10**12 - 1))

    assert reconcile(dossier(10**12)).verdict == "compatible"
    assert clash.verdict == "contradiction"
    assert clash.contradictions[0].gap == Fraction(1)


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    """A file from an editor that writes a mark loads like any other."""
    assert _examined(b"\xef\xbb\xbftitle: A flood\n", ".yaml").errors == ()


@pytest.mark.parametrize("key", ["as_of", "during", "at", "since", "said_on", "retrieved_on"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "0001", "9999"])
def test_the_first_and_the_last_day_of_the_calendar_can_be_used(key: str, day: str) -> None:
    """Nothing steps over the end of the calendar: neither reading, nor rows, nor reports."""
    measure = "missing" if key == "at" else "killed"
    claim = {"source": "A", "low": 3, "measure": measure, key: day}
    if key not in {"as_of", "during", "at"}:
        claim["as_of"] = "9999-12-31"
    other = {"source": "B", "measure": "killed", "as_of": "2025-01-09", "low": 1}

    report = reconcile({"claims": [claim, other]})

    assert report.verdict == "compatible"
    assert str(report)


HOSTILE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "formulas": '=HYPERLINK("http://example.org";"x")',
        "formulas: plus": "+1+cmd|' /C calc'!A0",
        "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "HTML: attribute": "\"' onmouseover=alert(1) x='",
        "Markdown": "[x](javascript:alert(1)) `**_ ![](http://example.org/x.png)",
        "LaTeX": "\\input{/etc/passwd} $x$ % ~ ^ _ # & {",
        "line ends": "Mayor\nTHE FIGURES CAN ALL BE TRUE.",
        "templates": "{{7*7}} ${7*7} %(x)s {0}",
        "right to left": "وزارة الصحة",
        "zero width": "N\u200cIS",
    }
)


class _Page(HTMLParser):
    """Collects what a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag and its attributes."""
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_kept_and_do_nothing(name: str) -> None:
    """They come back from a file as they were, and are text in every report."""
    text = HOSTILE[name]
    claims: list[dict[str, object]] = [
        {"source": text, "via": [text], "population": text, "place": text, "quote": text},
        {"source": "Clinic", "population": text, "place": text, "url": "javascript:alert(1)"},
    ]
    counts = ("300 killed", "no more than 3 killed")
    told = [
        {**claim, "says": said, "as_of": "2025-01-09"}
        for claim, said in zip(claims, counts, strict=True)
    ]

    report = reconcile({"title": text, "claims": told})
    dossier = load({"title": text, "claims": told})

    assert load(io.StringIO(to_yaml(dossier))) == dossier
    assert report.verdict == "contradiction"
    page = _Page()
    page.feed(report._repr_html_())
    assert not page.tags & {"script", "img", "iframe", "object", "embed"}
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert not [value for _, value in page.attributes if value.strip().startswith("javascript:")]
    assert json.loads(json.dumps(report.to_dict())) == report.to_dict()
    assert not any(line.startswith("THE FIGURES CAN ALL") for line in str(report).splitlines())


def test_a_formula_in_a_table_is_a_name() -> None:
    """What a spreadsheet would run is text to us, and stays what it was."""
    examined = _examined("id,source,says,as_of\n=1+1,@SUM(A1),3 killed,2025\n", ".csv")

    assert examined.dossier is not None
    assert examined.dossier.claims[0].source == "@SUM(A1)"


def _first_words(name: str) -> str:
    return name.partition(":")[0]


ELSEWHERE: Final = frozenset(
    {
        "magnitudes",
        "a byte order mark",
        "the ends of the calendar",
        "cut off",
        "too large",
        "claims without end",
    }
)
"""Rows of the page with a test of their own, here or in the laws of dossiers and files."""


def test_claims_without_end_are_undecided_soon_where_there_is_a_budget() -> None:
    """Four thousand figures of one part, and no time: nothing hangs, nothing is called possible."""
    claims = [
        {
            "source": f"Source {number % 20}",
            "measure": ("killed", "wounded", "casualties")[number % 3],
            "as_of": (date(2001, 1, 1) + timedelta(days=number // 3)).isoformat(),
            "low": number,
            "high": 2 * number,
        }
        for number in range(4000)
    ]
    dossier = load({"since": "2000-12-31", "claims": claims})
    start = process_time()

    report = reconcile(dossier, budget=0.01)

    assert process_time() - start < LONGEST
    assert report.verdict == "undecided"
    assert report.undecided
    assert all(asked.undecided for asked in report.ranges)


def test_the_page_has_a_row_for_every_kind_and_no_other() -> None:
    """``docs/reference/bad-input.md`` lists what is tested here."""
    rows = [
        line.split("|")[1].strip()
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| what ")
    ]

    kinds = {*map(_first_words, REFUSED), *map(_first_words, HOSTILE), *ELSEWHERE}
    assert set(rows) == kinds
    assert len(rows) == len(kinds)
