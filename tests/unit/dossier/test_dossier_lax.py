from datetime import date

import pytest

from claimrecon.dossier import Claim, claim, dossier_of
from claimrecon.errors import DossierError
from claimrecon.quantities import UnreadableCountError
from claimrecon.vocabulary import Evidence

WORDS = [
    ("at least 300 killed", ("killed",), 300, None),
    ("4,000 casualties", ("casualties",), 4000, 4000),
    ("2,700 people were wounded", ("wounded",), 2700, 2700),
    ("12 injured", ("wounded",), 12, 12),
    ("51 dead", ("deaths_unspecified",), 51, 51),
    ("between 20 and 30 dead or missing", ("dead_or_missing",), 20, 30),
    ("33 killed and wounded", ("killed", "wounded"), 33, 33),
    ("over 6,001 losses", ("casualties_unspecified",), 6002, None),
    ("14 captured", ("captured",), 14, 14),
    ("14 taken prisoner", ("captured",), 14, 14),
    ("11,000 arrived", ("arrived",), 11000, 11000),
]


@pytest.mark.parametrize(("text", "measures", "low", "high"), WORDS)
def test_words_say_how_many_and_what(
    text: str, measures: tuple[str, ...], low: int, high: int | None
) -> None:
    """The number and the measure both come from the words."""
    dossier = dossier_of([claim(text, by="A", on="2025-01-09")])

    read = dossier.read().claims[0]

    assert read.scope.measure.name == "+".join(measures)
    assert read.reading is not None
    assert read.reading.strict.low == low
    assert read.reading.strict.high == high


def test_a_claim_keeps_what_was_written() -> None:
    """Dates as objects and names as words become the keys of the file format."""
    made = claim(
        "at least 300",
        by="South Korea NIS",
        via="Yonhap",
        on=date(2025, 1, 13),
        measure="killed",
        as_of="Jan 2025",
        evidence="documented",
    )

    assert made == Claim(
        source="South Korea NIS",
        via=("Yonhap",),
        reported_on="2025-01-13",
        measure="killed",
        count="at least 300",
        as_of="Jan 2025",
        evidence=Evidence.DOCUMENTED,
    )


def test_three_lines_are_a_dossier_with_its_defaults_said() -> None:
    """Ids are readable and unique, and every default taken is in the notices."""
    read = dossier_of(
        [
            claim("4,000 casualties", by="Zelenskyy", on="9 Jan 2025"),
            claim("at least 300 killed", by="South Korea NIS", via="Yonhap", on="13 Jan 2025"),
            claim("300 killed", by="South Korea NIS", via="BBC", on="14 Jan 2025"),
        ],
        since="2024-11-01",
        title="Kursk",
    ).read()

    assert [read.id for read in read.claims] == [
        "zelenskyy-casualties",
        "south-korea-nis-killed",
        "south-korea-nis-killed-2",
    ]
    assert [notice.code for notice in read.notices] == [
        "CR501",
        "CR502",
        "CR504",
        "CR505",
        "CR512",
        "CR512",
        "CR517",
    ]


def test_a_name_of_the_dossier_in_the_words_is_taken() -> None:
    """Words that are a known population are understood, and it is said."""
    said = claim(
        "300 North Korean soldiers killed",
        by="A",
        on="2025-01-09",
        as_of="2025-01-09",
        since="2024",
    )
    written = dossier_of([said]).to_dict() | {
        "populations": {"Soldiers": {"North Korean Soldiers": {}}}
    }

    from_file = dossier_of([], population=None)
    read = from_file.model_validate(written).read()

    assert read.claims[0].scope.population.outer == ("North Korean Soldiers",)
    assert [notice.message for notice in read.notices if notice.code == "CR518"] == [
        "'North Korean soldiers' was taken as the population 'North Korean Soldiers'."
    ]


REFUSED = [
    ("300 bananas", {}, "CR207"),
    ("300 killed and 200 wounded", {}, UnreadableCountError.code),
    ("300 killed", {"as_of": "09/01/2025"}, "CR303"),
    ("300 killed", {"low": 300}, "CR424"),
    ("300", {"measure": "killed", "at": "2025"}, "CR322"),
    (None, {"measure": "killed"}, "CR422"),
    ("300 killed", {"evidence": "hearsay"}, "CR113"),
]


@pytest.mark.parametrize(("text", "keys", "code"), REFUSED)
def test_what_cannot_be_used_is_refused_at_once(
    text: str | None, keys: dict[str, object], code: str
) -> None:
    """A claim made by hand fails where it is made, with the same codes as a file."""
    with pytest.raises(DossierError) as refusal:
        claim(text, by="A", on="2025-01-09", **keys)  # type: ignore[arg-type]

    assert [problem.code for problem in refusal.value.errors] == [code]


def test_what_hangs_on_the_dossier_is_refused_by_the_dossier() -> None:
    """Other claims and own measures are not known to one claim alone."""
    share = claim("a third", by="A", on="2025-01-09", measure="killed", ratio_of="whole")
    own = claim("12", by="A", on="2025-01-09", measure="eliminated")

    with pytest.raises(DossierError) as refusal:
        dossier_of([share, own])

    assert [problem.code for problem in refusal.value.errors] == ["CR220", "CR201"]
