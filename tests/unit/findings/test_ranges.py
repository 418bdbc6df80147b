"""Ranges: what is left possible (§14)."""

from fractions import Fraction

from small_dossiers import claim, found

import claimrecon as cr
from claimrecon.claims import ReadClaim
from claimrecon.findings import Record, possible_range


def test_two_totals_of_a_conflict_leave_one_range_for_each_account() -> None:
    """Nothing is averaged: hold on to the one, or to the other (§14)."""
    report = found(claim("a", "Mayor", 5, 90), claim("b", "Governor", 5, 70))

    asked = report.range("killed", as_of="2025-01-05")

    assert {a.keeps: a.lenient for a in asked.accounts} == {
        ("a",): (Fraction(90), Fraction(90)),
        ("b",): (Fraction(70), Fraction(70)),
    }
    assert (asked.lenient_low, asked.lenient_high) == (None, None)


def test_a_range_says_whom_its_ends_hinge_on() -> None:
    """And what they become without each (§14)."""
    report = found(
        claim("floor", "Mayor", 5, 50, 500),
        claim("ceiling", "Governor", 9, 60, 90),
    )

    asked = report.range("killed", as_of="2025-01-05")

    assert asked.lenient_low is not None
    assert asked.lenient_high is not None
    assert [asked.lenient_low.value, asked.lenient_high.value] == [Fraction(50), Fraction(90)]
    assert dict(asked.lenient_low.without) == {"floor": 0}
    assert dict(asked.lenient_high.without) == {"ceiling": 500}


def test_an_end_of_nothing_has_no_proof_that_fails() -> None:
    """Where nobody is certainly counted, zero is the low end, and what is shown for it checks."""
    about = claim("a", "Mayor", 5, 90, measure={"inner": None, "outer": "wounded"})
    dossier = cr.load({"since": "2025-01-01", "claims": [about]}).read()
    asked = dossier.claim("a")
    assert isinstance(asked, ReadClaim)

    low = possible_range(Record(dossier), asked.scope).lenient_low

    assert low is not None
    assert low.value == 0
    assert low.proof is None or low.proof.verify()
