import pickle
from collections.abc import Callable, Mapping
from copy import copy, deepcopy
from datetime import date
from fractions import Fraction

import pytest

from claimrecon import reconcile
from claimrecon.claims import NamedAssumption, ReadClaim, RuleKind, Timing, When
from claimrecon.dossier import Dossier, examine, load
from claimrecon.periods import DaySpan
from claimrecon.quantities import CountInterval
from claimrecon.scopes import Extent
from claimrecon.vocabulary import Credibility, Evidence, MeasureKind

BASE = {
    "since": "2024-11-01",
    "populations": {"Residents": {"facets": [{"Women": {}, "Men": {}}, {"Identified": {}}]}},
    "places": {"Region": {"Town": {}}},
    "population": "Residents",
    "place": {"inner": "Town", "outer": "Region"},
    "sources": {
        "moh": {"name": "Ministry of Health", "aliases": "MoH", "speaks_for": "gov"},
        "gov": {"name": "Government"},
    },
}


def read_one(head: Mapping[str, object] | None = None, **keys: object) -> ReadClaim:
    """Return one claim as it is read beside the base."""
    claim = {"id": "a", "source": "moh", "measure": "killed", "count": "300"} | keys
    written = {key: value for key, value in claim.items() if value is not None}
    return load({**BASE, **(head or {}), "claims": [written]}).read().claims[0]


def days(first: str, last: str | None = None) -> DaySpan:
    """Return a span from its first and last day."""
    return DaySpan(date.fromisoformat(first), date.fromisoformat(last or first))


SINCE = days("2024-11-01")
TIMES = [
    ("killed", {"as_of": "2025-01-09"}, When(Timing.AS_OF, days("2025-01-09"), SINCE)),
    ("killed", {"as_of": "Jan 2025"}, When(Timing.AS_OF, days("2025-01-01", "2025-01-31"), SINCE)),
    ("killed", {"as_of": 2024}, When(Timing.AS_OF, days("2024-11-01", "2024-12-31"), SINCE)),
    (
        "killed",
        {"as_of": ["2025-01", "2025-03"]},
        When(Timing.AS_OF, days("2025-01-01", "2025-03-31"), SINCE),
    ),
    ("killed", {"as_of": "final"}, When(Timing.AS_OF, None, SINCE)),
    (
        "killed",
        {"as_of": "final", "since": ["2024-12-04", "2024-12-13"]},
        When(Timing.AS_OF, None, days("2024-12-04", "2024-12-13")),
    ),
    (
        "killed",
        {"as_of": "2025", "since": "2025-02-03"},
        When(Timing.AS_OF, days("2025-02-03", "2025-12-31"), days("2025-02-03")),
    ),
    ("killed", {"during": "2024"}, When(Timing.DURING, days("2024-11-01", "2024-12-31"))),
    ("killed", {"during": "2025-02"}, When(Timing.DURING, days("2025-02-01", "2025-02-28"))),
    (
        "killed",
        {"during": ["2024-10-01", "2025-02"]},
        When(Timing.DURING, days("2024-10-01", "2025-02-28")),
    ),
    ("strength", {"at": "2024"}, When(Timing.AT, days("2024-01-01", "2024-12-31"))),
    ("missing", {"as_of": "2025-01-09"}, When(Timing.AT, days("2025-01-09"))),
    ("irrecoverable", {"at": "2025-01-09"}, When(Timing.AS_OF, days("2025-01-09"), SINCE)),
    ("killed", {"reported_on": "2025-01-09"}, When(Timing.AS_OF, days("2025-01-09"), SINCE)),
    ("missing", {"reported_on": "2025-01-09"}, When(Timing.AT, days("2025-01-09"))),
    ("killed", {"said_on": "2025-01-09 14:30"}, When(Timing.AS_OF, days("2025-01-09"), SINCE)),
]


@pytest.mark.parametrize(("measure", "keys", "when"), TIMES)
def test_the_time_of_a_claim_is_read_by_its_key(
    measure: str, keys: dict[str, object], when: When
) -> None:
    """Partial dates stay partial, and are clipped to the start of counting except for stocks."""
    claim = read_one(None, measure=measure, **keys)

    assert claim.scope.when == when


EXTENTS = [
    (None, Extent.exactly("Residents")),
    ("Women", Extent.exactly("Women")),
    ({"all_of": ["Women", "Identified"]}, Extent.exactly("Women", "Identified")),
    ({"inner": "Women", "outer": "Residents"}, Extent(("Women",), ("Residents",))),
    ({"outer": "Residents"}, Extent(None, ("Residents",))),
    ({"inner": "Women"}, Extent(("Women",), ())),
    (
        {"inner": {"all_of": ["Women", "Identified"]}, "outer": "Women"},
        Extent(("Women", "Identified"), ("Women",)),
    ),
]


@pytest.mark.parametrize(("written", "extent"), EXTENTS)
def test_whom_a_claim_is_about_is_kept_between_inner_and_outer(
    written: object, extent: Extent
) -> None:
    """A name is itself; bounds are bounds; nothing written is the default of the dossier."""
    claim = read_one(as_of="2025", population=written)

    assert claim.scope.population == extent


def test_a_dimension_nobody_named_is_everything() -> None:
    """The default of the dossier holds where it has one, and nothing limits the rest."""
    scope = read_one(as_of="2025").scope

    assert scope.place == Extent(("Town",), ("Region",))
    assert scope.cause.is_everything


def test_one_speaks_for_another_and_goes_by_several_names() -> None:
    """Key, name and alias lead to one speaker, who leads to the origin."""
    named = [read_one(as_of="2025", source=name) for name in ("moh", "Ministry of Health", "MoH")]

    assert {(claim.speaker, claim.origin) for claim in named} == {("moh", "gov")}


def test_a_source_may_be_written_where_it_is_used() -> None:
    """An inline source is one of its name, and may speak for a listed one."""
    dossier = load(
        {
            **BASE,
            "claims": [
                {
                    "source": {
                        "name": "Spokesman",
                        "role": "government",
                        "speaks_for": "Government",
                    },
                    "via": ["MoH", "Radio"],
                    "says": "3 killed",
                    "as_of": "2025",
                }
            ],
        }
    ).read()

    claim = dossier.claims[0]

    assert (claim.speaker, claim.origin, claim.via) == ("Spokesman", "gov", ("moh", "Radio"))
    assert dossier.sources["Spokesman"].role == "government"
    assert tuple(dossier.sources) == ("moh", "gov", "Spokesman")


def test_claims_may_describe_one_source_together_in_any_order() -> None:
    """What several claims say of a source is put together, and a bare name finds it."""
    rest = {"measure": "killed", "as_of": "2025", "count": 3}
    sources = [
        "Spokesman",
        {"name": "Spokesman", "side": "North"},
        {"name": "Spokesman", "role": "military"},
    ]
    claims = [{"id": str(place), "source": source, **rest} for place, source in enumerate(sources)]

    forth = load({**BASE, "claims": claims}).read()
    back = load({**BASE, "claims": claims[::-1]}).read()

    assert forth.sources == back.sources
    assert (forth.sources["Spokesman"].side, forth.sources["Spokesman"].role) == (
        "North",
        "military",
    )


def test_claims_are_ordered_by_the_day_they_were_said() -> None:
    """Said, else made public, else the day it is about; a final toll has none."""
    said = read_one(as_of="2025-01-01", said_on="2025-01-05 14:30", reported_on="2025-01-09").said
    made_public = read_one(as_of="2025-01-01", reported_on="2025-01").said
    about = read_one(as_of="2025-01-01").said

    assert [str(moment) for moment in (said, made_public, about)] == [
        "5 January 2025, 14:30",
        "January 2025",
        "1 January 2025",
    ]
    assert read_one(as_of="final").said is None


def test_a_claim_is_public_from_the_last_possible_day() -> None:
    """A partial date of publication counts from its end; none means always known."""
    assert read_one(as_of="2025-01-01", reported_on="2025-02").public_from == date(2025, 2, 28)
    assert read_one(as_of="2025-01-01").public_from is None


def test_measures_are_added_up_and_bounded() -> None:
    """A list is a sum; bounds keep what certainly counts apart from what may."""
    total = read_one(as_of="2025", measure=["killed", "wounded"]).scope
    bounded = read_one(as_of="2025", measure={"inner": "killed", "outer": "casualties_all"}).scope
    open_end = read_one(as_of="2025", measure={"inner": "killed", "outer": None}).scope
    at_most = read_one(as_of="2025", measure={"outer": "wounded"}).scope

    assert (
        total.measure.coefficients
        == read_one(as_of="2025", measure="casualties").scope.measure.coefficients
    )
    assert bounded.outer_measure is not None
    assert (bounded.measure.name, bounded.outer_measure.name) == ("killed", "casualties_all")
    assert (open_end.outer_measure, open_end.unbounded_measure) == (None, True)
    assert not at_most.measure.coefficients
    assert at_most.outer_measure is not None


def test_aliases_and_spellings_of_a_measure_mean_the_measure() -> None:
    """Injured are wounded, and a space is an underscore."""
    names = [
        read_one(as_of="2025", measure=name).scope.measure.name
        for name in ("injured", "Casualties all")
    ]

    assert names == ["wounded", "casualties_all"]


def test_measures_of_the_dossier_may_rest_on_one_another() -> None:
    """A sum of an own measure is a sum; bounds without an outer measure are open."""
    head = {
        "measures": {
            "hit": {"sum": ["gone", "wounded"]},
            "gone": {"sum": ["killed", "missing"]},
            "cases treated": {"inner": "wounded", "outer": None},
        }
    }

    hit = read_one(head, as_of="2025", measure="hit").scope.measure
    treated = read_one(head, as_of="2025", measure="cases treated").scope.measure

    assert (hit.name, hit.kind) == ("hit", MeasureKind.MIXED)
    assert treated.vague == ()


def test_a_rate_knows_how_many_units_its_period_has() -> None:
    """Whole months count as months; else a month is 30.4375 days."""
    quarter = read_one(during=["2025-01", "2025-03"], per="month", count="30")
    days_31 = read_one(during=["2025-01-24", "2025-02-23"], per="month", count="30")

    assert (quarter.units, quarter.rate_unit) == (Fraction(3), "month")
    assert days_31.units == Fraction(496, 487)
    assert read_one(as_of="2025").units is None


def test_numbers_read_like_the_same_numbers_in_words() -> None:
    """Low alone is at least; what was written is kept as words."""
    low = read_one(as_of="2025", count=None, low=1200)
    both = read_one(as_of="2025", count=None, low="200", high="300", best=250)

    assert low.words == "at least 1,200"
    assert low.reading == read_one(as_of="2025", count="at least 1,200").reading
    assert both.words == "200 to 300 (best: 250)"
    assert both.reading is not None
    assert both.reading.strict == CountInterval(Fraction(200), Fraction(300))


def test_a_range_with_a_confidence_binds_as_it_stands_and_wider_leniently() -> None:
    """Words and numbers with the same confidence read alike."""
    numbers = read_one(
        as_of="2025", count=None, low=200, high=400, evidence="model", confidence=0.95
    )
    words = read_one(as_of="2025", count="200 to 400", evidence="model", confidence="0.95")

    assert numbers.reading is not None
    assert words.reading is not None
    assert numbers.reading.lenient == words.reading.lenient
    assert numbers.reading.lenient.low < numbers.reading.strict.low == 200


def test_what_was_written_about_a_claim_is_carried_along() -> None:
    """Kinds of knowledge, grades, links and quotations arrive as they are."""
    claims = [
        {"id": "a", "source": "moh", "measure": "killed", "as_of": "2025", "count": "300"},
        {
            "id": "b",
            "source": "gov",
            "measure": "killed",
            "as_of": "2025",
            "count": "over 200",
            "evidence": "Documented",
            "credibility": 2,
            "exact": "true",
            "statement": "table 1",
            "relays": "a",
            "derived_from": "a",
            "supersedes": ["a"],
            "quote": "q",
            "url": "u",
            "note": "n",
        },
    ]

    claim = load({**BASE, "claims": claims}).read().claims[1]

    assert (claim.evidence, claim.credibility, claim.exact) == (
        Evidence.DOCUMENTED,
        Credibility.PROBABLY_TRUE,
        True,
    )
    assert (claim.statement, claim.relays, claim.derived_from, claim.supersedes) == (
        "table 1",
        "a",
        ("a",),
        ("a",),
    )
    assert (claim.quote, claim.url, claim.note) == ("q", "u", "n")


def test_assumptions_are_claims_of_nobody_or_rules_with_a_name() -> None:
    """Both take the defaults of the dossier, and are found by their id."""
    dossier = load(
        {
            **BASE,
            "assumptions": [
                {"id": "empty", "measure": "strength", "at": "2024-10-31", "count": 0},
                {"assume": "no_arrivals", "after": "2024-12", "population": "Women"},
                {"assume": "nobody_twice"},
            ],
        }
    ).read()

    empty = dossier.claim("empty")

    assert isinstance(empty, ReadClaim)
    assert (empty.is_assumption, empty.origin, empty.public_from) == (True, "", None)
    assert dossier.rules[0] == NamedAssumption(
        "assumed-no-arrivals",
        RuleKind.NO_ARRIVALS,
        date(2024, 12, 31),
        Extent.exactly("Women"),
        Extent(("Town",), ("Region",)),
    )
    assert [rule.id for rule in dossier.rules] == ["assumed-no-arrivals", "assumed-nobody-twice"]
    assert {notice.code for notice in dossier.notices} == {"CR519"}


def test_an_id_that_nobody_has_is_no_claim() -> None:
    """Looking up an unknown id is a KeyError, as for any mapping."""
    with pytest.raises(KeyError, match="nobody"):
        Dossier().read().claim("nobody")


def test_a_ratio_may_point_at_a_claim_further_down() -> None:
    """The order of claims changes nothing."""
    share = {
        "id": "a",
        "source": "gov",
        "measure": "killed",
        "as_of": "2025",
        "count": "half",
        "ratio_of": "b",
    }
    whole = {"id": "b", "source": "gov", "measure": "arrived", "as_of": "2025", "count": "300"}

    forth = load({**BASE, "claims": [share, whole]}).read()
    back = load({**BASE, "claims": [whole, share]}).read()

    assert forth.claims == back.claims[::-1]
    assert forth.claim("a").ratio_of == "b"  # type: ignore[union-attr]


def written_once() -> Dossier:
    """Return a dossier with one claim in a word that codebooks read differently."""
    claim = {"source": "gov", "says": "dozens killed", "as_of": "2025-01-09"}
    return load({**BASE, "claims": [claim]})


def test_what_was_loaded_was_read_already() -> None:
    """What came of the checks is the reading: nothing is read twice."""
    examined = examine({**BASE, "claims": [{"source": "gov", "says": "3 killed", "as_of": 2025}]})

    assert examined.dossier is not None
    assert examined.dossier.read().notices is examined.warnings


def test_a_changed_dossier_is_read_again() -> None:
    """A copy with an update does not answer with the reading of the original."""
    dossier = written_once()
    read = dossier.read()

    changed = dossier.model_copy(update={"codebook": "acled"}).read()

    assert (read.codebook.name, changed.codebook.name) == ("claimrecon-1", "acled")
    assert changed.claims[0].reading != read.claims[0].reading
    assert reconcile(dossier, codebook="acled").dossier == changed


@pytest.mark.parametrize("copied", [copy, deepcopy, lambda one: pickle.loads(pickle.dumps(one))])  # noqa: S301 - our own bytes
def test_a_dossier_that_was_read_can_be_copied(copied: Callable[[Dossier], Dossier]) -> None:
    """Copies and pickles hold what was written, and read the same."""
    dossier = written_once()

    again = copied(dossier)

    assert again == dossier
    assert again.read() == dossier.read()
