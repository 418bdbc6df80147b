"""Files of other projects, in their own layouts; the events are invented, the layouts are not."""

import json
from fractions import Fraction
from typing import Any

import pytest

from claimrecon.exchange import (
    ExchangeError,
    Imported,
    read_acled,
    read_long,
    read_pnas2023,
    read_techforpalestine,
    read_ucdp,
    read_wikidata,
)
from claimrecon.reconciliation import reconcile

UCDP_HEADER = (
    "id,relid,year,active_year,code_status,type_of_violence,side_a,side_b,source_article,"
    "source_headline,where_coordinates,adm_1,country,region,date_prec,date_start,date_end,"
    "deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob"
)


def _ucdp_row(number: int, low: str, best: str, high: str, deaths: str = "0,0,0,0") -> str:
    return (
        f"{number},REL-{number},2016,1,Clear,1,Government of Ebersand,River Front,,Clash at the "
        f"weir,Ebersand town,North,Ebersand,Elsewhere,1,2016-01-16 00:00:00.000,"
        f"2016-01-17 00:00:00.000,{deaths},{best},{high},{low},,"
    )


def _ucdp(*rows: str, parts: bool = False) -> Imported:
    return read_ucdp("\n".join((UCDP_HEADER, *rows)) + "\n", parts=parts)


def _claims(imported: Imported) -> list[dict[str, Any]]:
    return [dict(item.claim) for item in imported.claims]


def test_a_ucdp_event_is_one_claim_with_its_bounds() -> None:
    """Low, best and high in order are one interval over both days of the event."""
    taken = _ucdp(_ucdp_row(7, "3", "5", "9"))

    [claim] = _claims(taken)
    assert (claim["low"], claim["best"], claim["high"]) == (3, 5, 9)
    assert claim["during"] == ["2016-01-16", "2016-01-17"]
    assert claim["place"] == "Ebersand town, Ebersand"
    [read] = taken.dossier("7").read().claims
    assert (read.interval(lenient=True)) == (read.interval(lenient=False))


@pytest.mark.parametrize(
    ("low", "best", "high", "sizes"),
    [
        ("177", "142", "177", [35]),
        ("107", "107", "84", [23]),
        ("0", "516", "515", [1]),
    ],
)
def test_ucdp_figures_out_of_order_are_findings(
    low: str, best: str, high: str, sizes: list[int]
) -> None:
    """What a source says against itself is a contradiction of one origin, by how many persons."""
    report = reconcile(_ucdp(_ucdp_row(7, low, best, high)).dossier("7"))

    assert report.verdict == "contradiction"
    assert [finding.gap for finding in report.contradictions] == [Fraction(s) for s in sizes]
    assert {finding.origins for finding in report.contradictions} == {("UCDP GED",)}


def test_a_ucdp_blank_is_unknown_and_a_zero_is_a_zero() -> None:
    """A blank bound is nobody's; 0 stays 0."""
    taken = _ucdp(_ucdp_row(7, "0", "5", ""), _ucdp_row(8, "", "0", ""))

    first, second = _claims(taken)
    assert (first["low"], first["best"], "high" in first) == (0, 5, False)
    assert (second["count"], "low" in second) == ("0", False)


def test_ucdp_rows_that_are_no_claims_come_back_with_their_number() -> None:
    """Words for numbers, rows without a figure and rows of another length are refused by name."""
    taken = _ucdp(
        _ucdp_row(7, "few", "5", "9"),
        _ucdp_row(8, "", "", ""),
        "9,too,short",
        _ucdp_row(1, "1", "1", "1"),
    )

    assert [(p.line, p.key, p.value) for p in taken.errors] == [
        (1, "low", "few"),
        (2, "best", None),
        (3, "id", "9"),
    ]
    assert taken.keys == ("1",)


def test_ucdp_parts_share_out_the_event() -> None:
    """By side, the best figures are estimates among people who share nobody."""
    taken = _ucdp(_ucdp_row(7, "3", "6", "9", "1,2,3,0"), parts=True)

    parts = {c["population"]: c["count"] for c in _claims(taken) if "count" in c}
    assert parts == {
        "side a": "1",
        "side b": "2",
        "civilians": "3",
        "people of unknown status": "0",
    }
    assert reconcile(taken.dossier("7")).verdict == "compatible"


ACLED = (
    "event_id_cnty,event_date,year,time_precision,event_type,admin1,location,country,source,notes,"
    "fatalities\n"
    "EBE12,04 March 2024,2024,1,Battles,North,Ebersand,Ebersand,Ebersand Post,Clash at a weir,12\n"
    "EBE13,2024-03-15,2024,2,Battles,North,Ebersand,Ebersand,Ebersand Post,Shelling,0\n"
    "EBE14,2024-02-10,2024,3,Battles,North,Ebersand,Ebersand,Ebersand Post,Clashes,100\n"
    "EBE15,2024-02-30,2024,1,Battles,North,Ebersand,Ebersand,Ebersand Post,Clashes,3\n"
    "EBE16,2024-02-20,2024,1,Battles,North,Ebersand,Ebersand,Ebersand Post,Clashes,\n"
)


def test_acled_fatalities_are_lower_ends() -> None:
    """The most conservative figure is a low; a 0 says that none were reported and binds nothing."""
    taken = read_acled(ACLED)

    claims = _claims(taken)
    assert [claim["low"] for claim in claims] == [12, 0, 100]
    assert not any("high" in claim for claim in claims)
    lows = [claim.interval(lenient=True) for claim in taken.dossier().read().claims]
    assert all(interval is not None and interval.high is None for interval in lows)


def test_acled_days_are_as_precise_as_they_say() -> None:
    """A day, a week on either side, a whole month."""
    assert [claim["during"] for claim in _claims(read_acled(ACLED))] == [
        ["2024-03-04", "2024-03-04"],
        ["2024-03-08", "2024-03-22"],
        ["2024-02-01", "2024-02-29"],
    ]


def test_acled_rows_without_a_day_or_a_figure_come_back() -> None:
    """A day that does not exist and a blank count are errors of their rows."""
    errors = read_acled(ACLED).errors

    assert [(problem.line, problem.key) for problem in errors] == [
        (4, "event_date"),
        (5, "fatalities"),
    ]


def _statement(amount: str, **more: Any) -> dict[str, Any]:
    bounds = more.pop("bounds", {})
    value = {"amount": amount, "unit": more.pop("unit", "1"), **bounds}
    snak = {"snaktype": more.pop("snaktype", "value"), "datavalue": {"value": value}}
    if snak["snaktype"] != "value":
        del snak["datavalue"]
    return {"mainsnak": snak, "rank": "normal", **more}


def _wikidata(**claims: list[dict[str, Any]]) -> Imported:
    entity = {"id": "Q4115189", "modified": "2025-02-01T10:00:00Z", "claims": claims}
    return read_wikidata(json.dumps({"entities": {"Q4115189": entity}}))


def _day(day: str, precision: int = 11) -> dict[str, Any]:
    time = {"time": f"+{day}T00:00:00Z", "precision": precision}
    return {"P585": [{"snaktype": "value", "datavalue": {"value": time}}]}


def test_wikidata_properties_are_measures() -> None:
    """Deaths, injured, missing, casualties; without a day the toll is final."""
    taken = _wikidata(
        P1120=[_statement("+12")],
        P1339=[_statement("+30", qualifiers=_day("2025-01-00", 10))],
        P1446=[_statement("+4")],
        P1590=[_statement("+50", bounds={"lowerBound": "+45", "upperBound": "+60"})],
    )

    deaths, injured, missing, casualties = _claims(taken)
    assert (deaths["measure"], deaths["count"], deaths["as_of"]) == ("killed", "12", "final")
    assert (injured["measure"], injured["as_of"]) == ("wounded", "2025-01")
    assert (missing["measure"], missing["at"]) == ("missing", "2025-02-01")
    assert (casualties["low"], casualties["best"], casualties["high"]) == (45, 50, 60)
    assert len(taken.dossier().read().claims) == 4


def test_wikidata_unknown_is_no_number_and_deprecated_binds_nothing() -> None:
    """An unknown value is a claim without a figure; what editors took back is a denial."""
    taken = _wikidata(
        P1120=[
            _statement("", snaktype="somevalue"),
            _statement("+9", rank="deprecated"),
            _statement("", snaktype="novalue"),
            _statement("+9", unit="http://www.wikidata.org/entity/Q11573"),
        ]
    )

    unknown, deprecated = taken.dossier().read().claims
    assert unknown.reading is None
    assert not deprecated.binds
    assert [problem.line for problem in taken.errors] == [3, 4]


def test_wikidata_names_who_says_so() -> None:
    """Stated in, else the reference's host, else Wikidata; circa is about; the rest is noted."""
    url = {"snaktype": "value", "datavalue": {"value": "https://www.post.example/a"}}
    circa = {"snaktype": "value", "datavalue": {"value": {"id": "Q5727902"}}}
    taken = _wikidata(
        P1120=[
            _statement("+12", references=[{"snaks": {"P854": [url]}}]),
            _statement("+10", qualifiers={"P1480": [circa], "P518": [circa]}),
        ]
    )

    first, second = _claims(taken)
    assert (first["source"], first["url"]) == ("post.example", "https://www.post.example/a")
    assert (second["source"], second["count"]) == ("Wikidata", "about 10")
    assert "P518" in second["note"]


DAYS = [
    {
        "report_date": "2023-10-19",
        "report_source": "mohtel",
        "report_period": 24,
        "killed": 307,
        "killed_cum": 3785,
        "ext_killed_cum": 3785,
        "killed_women_cum": 1000,
        "massacres_cum": 100,
    },
    {
        "report_date": "2023-10-21",
        "report_source": "mohtel",
        "report_period": 48,
        "killed": 600,
        "killed_cum": 4385,
        "killed_women_cum": 967,
        "massacres_cum": 101,
    },
    {"report_date": "2023-10-22", "report_source": "missing", "report_period": 0, "killed": 0},
]


def test_daily_files_tell_totals_from_days() -> None:
    """Totals run; a period of 48 hours is two days; a day without a report is none."""
    claims = {c["id"]: c for c in _claims(read_techforpalestine(json.dumps(DAYS), place="Gaza"))}

    assert claims["day-1-killed_cum"]["as_of"] == "2023-10-19"
    assert claims["day-2-killed"]["during"] == ["2023-10-20", "2023-10-21"]
    assert "day-3-killed" not in claims
    assert claims["day-1-ext_killed_cum"]["evidence"] == "model"
    assert claims["day-1-ext_killed_cum"]["source"] != claims["day-1-killed_cum"]["source"]


def test_what_is_no_person_is_named_once() -> None:
    """Massacres are refused on the first day, for all days."""
    errors = read_techforpalestine(json.dumps(DAYS), place="Gaza").errors

    assert [(problem.line, problem.key, problem.code) for problem in errors] == [
        (1, "massacres_cum", "CR662")
    ]


def test_a_falling_total_of_a_daily_file_is_a_revision() -> None:
    """Women killed 1,000 and two days later 967: the ministry replaced its figure."""
    taken = read_techforpalestine(json.dumps(DAYS), place="Gaza")

    report = reconcile(taken.dossier("killed | women | Gaza"))
    assert [finding.kind.value for finding in report.revisions] == ["revision"]


def test_verified_and_flash_figures_are_two_sources() -> None:
    """The West Bank file gives two counts a day, by two counters."""
    day = {
        "report_date": "2023-10-07",
        "verified": {"killed": 6, "killed_cum": 6},
        "killed_cum": 3,
        "flash_source": "un",
    }

    sources = {c["source"] for c in _claims(read_techforpalestine(json.dumps([day]), place="W"))}
    assert len(sources) == 2


PNAS = (
    '"days","loss_count","loss_type","claim_source","time_frame","loss_country","minimum",'
    '"maximum","category","source_target"\n'
    '8,9000,"Military Deaths-Russia","UA Source","Cumulative","Russia",1,0,"Military Deaths","x"\n'
    '1,10,"Civilian Deaths-Ukraine","UA Source","Day","Ukraine",0,0,"Civilian Deaths","x"\n'
    '260,1e+05,"Military Casualties-Russia","US Source","Cumulative","Russia",0,1,'
    '"Military Casualties","x"\n'
    '3,80,"Tanks-Russia","UA Source","Cumulative","Russia",0,0,"Tanks","x"\n'
)


def test_the_pnas_table_is_read_with_its_flags() -> None:
    """Minimum is at least, maximum up to; day 1 is 24 February 2022; tanks are no persons."""
    taken = read_pnas2023(PNAS)

    first, second, third = _claims(taken)
    assert (first["count"], first["as_of"]) == ("at least 9000", "2022-03-03")
    assert (second["count"], second["during"]) == ("10", "2022-02-24")
    assert (third["count"], third["measure"]) == ("up to 100000", "casualties")
    assert [(problem.line, problem.code) for problem in taken.errors] == [(4, "CR662")]


LONG = (
    "date,source,measure,population,place,value,low,high,cumulative,vintage,note\n"
    "2023-10-19,Ministry,killed,women,Ebersand,1000,,,1,,\n"
    "2023-10-20,Ministry,killed (by violence),women,Ebersand,967,,,1,,\n"
    "2023-10-21,Ministry,killed,women,Ebersand,,90,100,0,2023-11-01,\n"
    "2023-10-22,Ministry,killed,women,Ebersand,80,100,90,0,,\n"
    "2023-10-23,Ministry,killed,women,Ebersand,,,,1,,\n"
    "2023-10-24,Ministry,killed,women,Ebersand,1200,,,1,,about\n"
)


def test_a_long_table_says_totals_days_and_bounds() -> None:
    """Cumulative rows are totals, others days; blanks are unknown; vintages are publications."""
    taken = read_long(LONG)

    claims = {c["id"]: c for c in _claims(taken)}
    assert claims["row-1"]["as_of"] == "2023-10-19"
    assert claims["row-2"]["measure"] == "killed"
    assert (claims["row-3"]["during"], claims["row-3"]["reported_on"]) == (
        "2023-10-21",
        "2023-11-01",
    )
    assert ("count" in claims["row-3"], claims["row-3"]["low"]) == (False, 90)
    assert {"row-4-best", "row-4-low", "row-4-high"} <= claims.keys()
    assert claims["row-6"]["count"] == "about 1200"
    assert [problem.line for problem in taken.errors] == [5]


@pytest.mark.parametrize("read", [read_ucdp, read_acled, read_pnas2023, read_long, read_wikidata])
def test_a_file_of_another_kind_is_refused(read: Any) -> None:
    """A file is refused by the columns it lacks, in one sentence."""
    with pytest.raises(ExchangeError, match="this is no"):
        read("a,b\n1,2\n")


@pytest.mark.parametrize("name", ["nowhere.csv", "a name\x00that no file can have", ""])
def test_a_name_of_no_file_is_refused(name: str) -> None:
    """What holds no line break is a name; one that leads nowhere is no crash."""
    with pytest.raises(ExchangeError, match="cannot be read"):
        read_ucdp(name)


def test_wikidata_amounts_that_are_no_persons_come_back() -> None:
    """Half a person, and a source named by its site."""
    reference = {"P854": [{"datavalue": {"value": "https://www.post.example/a"}}]}
    taken = _wikidata(
        P1120=[_statement("+1.5"), _statement("+9", references=[{"snaks": reference}])],
        P1446=[_statement("+4", qualifiers=_day("2025-01-09", 7))],
    )

    assert [(problem.key, problem.value) for problem in taken.errors] == [("P1120", "+1.5")]
    deaths, missing = _claims(taken)
    assert (deaths["source"], deaths["url"]) == ("post.example", "https://www.post.example/a")
    assert missing["at"] == "2025-02-01"  # a century is no day


def test_acled_and_ucdp_events_without_an_id_come_back() -> None:
    """A claim must be found again in its table."""
    acled = read_acled(ACLED.replace("EBE12", ""))
    ucdp = _ucdp(_ucdp_row(7, "3", "5", "9").replace("7,REL", ",REL", 1))

    assert (acled.errors[0].line, acled.errors[0].key) == (1, "event_id_cnty")
    assert [(p.line, p.key) for p in ucdp.errors] == [(1, "id")]


def test_ucdp_parts_that_are_no_numbers_come_back_alone() -> None:
    """The event stays; what is blank is left out."""
    taken = _ucdp(_ucdp_row(7, "3", "6", "9", "few,,3,0"), parts=True)

    assert [(p.key, p.value) for p in taken.errors] == [("deaths_a", "few")]
    assert [c["population"] for c in _claims(taken) if "count" in c] == [
        "civilians",
        "people of unknown status",
    ]


def test_every_key_has_its_dossier() -> None:
    """One event after the other, in the order of the file."""
    taken = _ucdp(_ucdp_row(7, "3", "5", "9"), _ucdp_row(8, "1", "1", "1"))

    assert [(key, len(dossier.claims)) for key, dossier in taken.dossiers()] == [("7", 1), ("8", 1)]
