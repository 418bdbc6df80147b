"""Fuzz one door of the library with atheris, seeded from real phrases, articles and dossiers.

::

    python fuzz/fuzz.py phrases --seconds 600

The doors: phrases, dates, articles; yaml, json, toml, csv; adapters; reports.

A door may refuse (its own errors), and may do nothing else: no other exception, no hang. A find is
kept under ``build/fuzz``; make it a test in ``tests/unit`` and mend it.
"""

import argparse
import io
import json
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import atheris

with atheris.instrument_imports(include=["claimrecon"]):
    from claimrecon.dossier import examine
    from claimrecon.errors import ClaimReconError
    from claimrecon.exchange import (
        read_acled,
        read_jsonld,
        read_long,
        read_pnas2023,
        read_prov,
        read_statements,
        read_techforpalestine,
        read_ucdp,
        read_wikidata,
        write_jsonld,
        write_prov,
        write_statements,
    )
    from claimrecon.extraction import read
    from claimrecon.periods import parse_span, parse_when
    from claimrecon.quantities import codebook_named, find_counts, parse_count, read_phrase
    from claimrecon.reconciliation import reconcile
    from claimrecon.report import html, markdown, page, text  # noqa: F401 - loaded late otherwise

ROOT: Final = Path(__file__).parents[1]
STORIES: Final = ROOT / "tests" / "scenarios" / "stories"
READING: Final = ROOT / "tests" / "data" / "reading"
_SECONDS_A_REPORT: Final = 2.0
_BOOK: Final = codebook_named("claimrecon-1")


def phrases(text: str) -> None:
    """Parse and read a number phrase, and find the counts of a running text."""
    find_counts(text)
    reading = read_phrase(parse_count(text), _BOOK)
    if reading is not None and not reading.lenient.contains(reading.strict):
        raise AssertionError(f"{text!r} reads strictly to more than leniently: {reading}")


def dates(text: str) -> None:
    """Parse a date phrase."""
    with suppress(ClaimReconError):
        parse_span(text)
    parse_when(text, published=date(2025, 1, 31))


def articles(text: str) -> None:
    """Read an article."""
    read(text, published="2025-01-31", outlet="Daily Post")


def _file(suffix: str) -> Callable[[bytes], None]:
    def load(content: bytes) -> None:
        stream = io.BytesIO(content)
        stream.name = f"fuzzed{suffix}"
        examined = examine(stream)
        if not examined.errors and examined.dossier is None:
            raise AssertionError("neither a dossier nor an error")

    return load


ADAPTERS: Final[Mapping[str, Callable[[str], object]]] = MappingProxyType(
    {
        "acled": read_acled,
        "jsonld": read_jsonld,
        "long": read_long,
        "pnas2023": read_pnas2023,
        "prov": read_prov,
        "statements": read_statements,
        "techforpalestine": partial(read_techforpalestine, place="Ebersand"),
        "ucdp": read_ucdp,
        "wikidata": read_wikidata,
    }
)


def adapters(content: str) -> None:
    """Read a file of another format; its first line says which."""
    name, _, rest = content.partition("\n")
    if name in ADAPTERS:
        ADAPTERS[name](f"{rest}\n")  # text, not the name of a file


def _foreign() -> Iterator[bytes]:
    """Yield a story in every format that can be written, and a row of each of the others."""
    story = examine(STORIES / "makiivka_2023.yaml").dossier
    if story is not None:
        for name, write in (
            ("jsonld", write_jsonld),
            ("prov", write_prov),
            ("statements", write_statements),
        ):
            yield f"{name}\n{write(story)}".encode()
    for name, rest in _ROWS.items():
        yield f"{name}\n{rest}".encode()


_ROWS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "acled": "event_id_cnty,event_date,time_precision,admin1,location,country,source,notes,"
        "fatalities\nEBE1,04 March 2024,1,North,Ebersand,Ebersand,Post,Clash,12\n",
        "long": "date,source,measure,population,place,value,low,high,cumulative,vintage,note\n"
        "2023-10-19,Ministry,killed,women,Ebersand,1000,,,1,,\n"
        "2023-10-21,Ministry,killed,women,Ebersand,,90,100,0,2023-11-01,about\n",
        "pnas2023": "days,loss_count,loss_type,claim_source,time_frame,loss_country,minimum,"
        "maximum,category,source_target\n"
        "8,1e+05,Military Deaths-Russia,UA Source,Cumulative,Russia,1,0,Military Deaths,x\n",
        "techforpalestine": '[{"report_date": "2023-10-19", "report_source": "moh", '
        '"report_period": 24, "killed": 307, "killed_cum": 3785}]',
        "ucdp": "id,type_of_violence,side_a,side_b,source_article,country,region,date_prec,"
        "date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low\n"
        '1,1,A,B,"""Post,2024-01-01,x""",Ebersand,,1,2024-01-01,2024-01-02,1,2,3,0,6,9,5\n',
        "wikidata": '{"id": "Q1", "claims": {"P1120": [{"rank": "normal", "mainsnak": {"snaktype": '
        '"value", "datavalue": {"value": {"amount": "+12", "unit": "1"}}}}]}}',
    }
)


def reports(content: bytes) -> None:
    """Reconcile whatever loads, and write the report out in every form."""
    stream = io.BytesIO(content)
    stream.name = "fuzzed.json"
    examined = examine(stream)
    if examined.dossier is None or examined.errors:
        return
    report = reconcile(examined.dossier, budget=_SECONDS_A_REPORT)
    json.dumps(report.to_dict())
    if not all(part.isprintable() for part in str(report).splitlines()):
        raise AssertionError("a report holds what cannot be printed")
    report._repr_html_()
    for finding in report.findings:
        if finding.proof is not None and not finding.proof.verify():
            raise AssertionError("a proof does not check")


TEXTS: Final[Mapping[str, Callable[[str], None]]] = MappingProxyType(
    {"phrases": phrases, "dates": dates, "articles": articles, "adapters": adapters}
)
FILES: Final[Mapping[str, Callable[[bytes], None]]] = MappingProxyType(
    {
        **{kind: _file(f".{kind}") for kind in ("yaml", "json", "toml", "csv")},
        "reports": reports,
    }
)


def seeds(door: str) -> Iterator[bytes]:
    """Yield real examples for *door*."""
    if door == "adapters":
        yield from _foreign()
        return
    if door in TEXTS:
        for path in sorted(READING.glob("*.jsonl")):
            for line in path.read_text("utf-8").splitlines():
                yield json.loads(line)["text"].encode()
        return
    for path in sorted(STORIES.glob("*.yaml")):
        if door == "yaml":
            yield path.read_bytes()
        elif (dossier := examine(path).dossier) is not None:
            yield _written(dossier.to_dict(), door)


def _written(held: dict[str, Any], door: str) -> bytes:
    """Write a dossier as JSON, or a few of its claims in another format."""
    claims: Any = held["claims"]
    if door == "json":
        return json.dumps(held).encode()
    if door == "reports":  # few claims, so that many reports can be made
        return json.dumps({**held, "claims": claims[:4]}).encode()
    cells = {key: value for key, value in claims[0].items() if isinstance(value, str)}
    if door == "csv":
        return f"{','.join(cells)}\n{','.join(map(json.dumps, cells.values()))}\n".encode()
    lines = (f"{key} = {json.dumps(value)}" for key, value in cells.items())
    return ("[[claims]]\n" + "\n".join(lines)).encode()


def _tried(door: str) -> Callable[[bytes], None]:
    def try_it(content: bytes) -> None:
        try:
            if door in TEXTS:
                TEXTS[door](content.decode("utf-8", "ignore"))
            else:
                FILES[door](content)
        except ClaimReconError:
            return

    return try_it


def main() -> None:
    """Fuzz until the time is over or something is found."""
    parser = argparse.ArgumentParser(description="Fuzz one door of the library.")
    parser.add_argument("door", choices=[*TEXTS, *FILES])
    parser.add_argument("--seconds", type=int, default=600)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    finds = ROOT / "build" / "fuzz"
    finds.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds(options.door)):
            Path(corpus, f"seed-{number}").write_bytes(seed)
        flags = [
            f"-max_total_time={options.seconds}",
            f"-artifact_prefix={finds}/",
            "-timeout=20",
            "-max_len=8000",
            "-verbosity=1",
        ]
        atheris.Setup([sys.argv[0], *flags, corpus], _tried(options.door))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
