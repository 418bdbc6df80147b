"""Laws of what is asked of a record, against slow and obvious twins: new rows, every subset."""

from collections.abc import Collection
from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from typing import Any, Final

import pytest
from depth import examples
from grown_claims import dossiers
from hypothesis import given
from hypothesis import strategies as st

import claimrecon as cr
from claimrecon.claims import Scope
from claimrecon.findings import Interval, Observability, Policy, Record
from claimrecon.findings.intervals import share_nothing
from claimrecon.linear import LinearSystem, Point, components, decide, highest, lowest

SOME: Final = examples(10)
MEASURES: Final = st.sampled_from(("killed", "wounded", "casualties"))
ASKED: Final[dict[str, Any]] = {"place": "Ostmark", "as_of": "2031-03-09"}


def _bearing(record: Record, scope: Scope, *, lenient: bool) -> tuple[LinearSystem, Any]:
    """Return the rows of the parts that the scope touches, and its two expressions."""
    made = record.system(lenient=lenient, questions=(scope,))
    [terms] = made.answers
    asked = {*terms.lower, *(terms.upper or {})}
    rows = [
        row
        for part in components(made.system)
        if not part.variables or not asked.isdisjoint(part.variables)
        for row in part.rows
    ]
    return LinearSystem(tuple(rows)), terms


def _slowly(
    record: Record, scope: Scope, *, lenient: bool, without: Collection[str] = ()
) -> Interval | None:
    """Return the range from the rows of those who are left, made and solved anew."""
    system, terms = _bearing(record, scope, lenient=lenient)
    left = system.of([owner for owner in system.owners if owner not in without])
    if not isinstance(decide(left), Point):
        return None
    low = lowest(left, terms.lower).value
    high = None if terms.upper is None else highest(left, terms.upper).value
    bottom = Fraction(0) if low is None else max(Fraction(ceil(low)), Fraction(0))
    top = None if high is None else Fraction(floor(high))
    return (low, high) if top is not None and bottom > top else (bottom, top)


@SOME
@given(dossiers(most=6), MEASURES)
def test_an_influence_is_the_range_without_the_claim(written: Any, measure: str) -> None:
    """Left out or not, on whom an end hinges or not: as if the rows had never been made."""
    report = cr.reconcile(written)
    asked = report.influence(measure, **ASKED)
    record, scope = report.inquiry.near(asked.scope), asked.scope

    assert asked.strict == _slowly(record, scope, lenient=False)
    assert asked.lenient == _slowly(record, scope, lenient=True)
    system, _ = _bearing(record, scope, lenient=True)
    assert {*system.owners} <= {item.claim for item in asked.claims}
    for item in asked.claims:
        assert item.strict == _slowly(record, scope, lenient=False, without=[item.claim])
        assert item.lenient == _slowly(record, scope, lenient=True, without=[item.claim])
        assert item.moves == ((item.strict, item.lenient) != (asked.strict, asked.lenient))


@SOME
@given(dossiers(most=6), MEASURES)
def test_another_wording_has_the_range_of_a_dossier_that_words_it_so(
    written: Any, measure: str
) -> None:
    """Each other wording is what ``with_reading`` comes to, where nothing else changes with it."""
    report = cr.reconcile(written, revisions="declared")
    asked = report.influence(measure, **ASKED)

    for item in asked.claims[:3]:
        for other in item.otherwise:
            told = report.with_reading(item.claim, other.words)
            if [len(s.echoes) for s in told.inquiry.record.statements] != [
                len(s.echoes) for s in report.inquiry.record.statements
            ]:
                continue  # the new wording is an echo of another claim now, or no longer
            again = told.influence(measure, **ASKED)
            assert (other.strict, other.lenient) == (again.strict, again.lenient)


@SOME
@given(dossiers(most=6), MEASURES)
def test_accounts_are_the_largest_sets_that_can_hold(written: Any, measure: str) -> None:
    """Trying every subset of the claims that bear on it finds the same, with their ranges."""
    report = cr.reconcile(written)
    asked = report.range(measure, **ASKED)
    record = report.inquiry.near(asked.scope)
    system, _ = _bearing(record, asked.scope, lenient=True)
    holding = [
        frozenset(chosen)
        for size in range(len(system.owners), -1, -1)
        for chosen in combinations(system.owners, size)
        if isinstance(decide(system.of(chosen)), Point)
    ]
    largest = sorted(tuple(sorted(s)) for s in holding if not any(s < other for other in holding))

    if asked.lenient_low is not None:
        assert largest == [system.owners]
        assert not asked.accounts
        return
    assert [account.keeps for account in asked.accounts] == largest
    for account in asked.accounts:
        assert {*account.keeps, *account.drops} == {*system.owners}
        dropped = {*account.drops}
        assert account.lenient == _slowly(record, asked.scope, lenient=True, without=dropped)
        assert account.strict == _slowly(record, asked.scope, lenient=False, without=dropped)


@SOME
@given(dossiers(most=6))
def test_the_class_of_a_quantity_is_what_its_ranges_say(written: Any) -> None:
    """Observed, redundant, deducible, unobservable: by the range with and without its claims."""
    report = cr.reconcile(written)
    record = report.inquiry.record

    for quantity in report.quantities():
        interval = _slowly(record, quantity.scope, lenient=True)
        assert quantity.lenient == interval
        alone = _slowly(record, quantity.scope, lenient=True, without=quantity.claims)
        match quantity.kind:
            case Observability.CONTESTED:
                assert interval is None
            case Observability.UNOBSERVABLE:
                assert not quantity.claims
                assert interval == (Fraction(0), None)
            case Observability.DEDUCIBLE:
                assert not quantity.claims
                assert interval not in {None, (Fraction(0), None)}
            case Observability.REDUNDANT:
                assert quantity.claims
                assert alone == interval
            case _:
                assert quantity.claims
                assert quantity.without == alone


@SOME
@given(dossiers(most=6))
def test_a_deciding_figure_tells_every_two_accounts_apart(written: Any) -> None:
    """Its ranges are those of the accounts, and as many pairs share nothing as it says."""
    report = cr.reconcile(written)
    record = report.inquiry.record
    found = report.disputes()

    assert bool(found) == bool(report.contradictions)
    for dispute in found:
        drops = [[n for n in dispute.claims if n not in keeps] for keeps in dispute.accounts]
        for figure in dispute.figures:
            slow = tuple(
                _slowly(record, figure.scope, lenient=True, without=dropped) for dropped in drops
            )
            assert figure.ranges == slow
            pairs = [*combinations(figure.ranges, 2)]
            apart = [a and b and share_nothing(a, b) for a, b in pairs]
            assert (figure.apart, figure.pairs) == (sum(map(bool, apart)), len(pairs))


@SOME
@given(dossiers(most=6), MEASURES)
def test_what_is_safe_to_print_holds_in_every_account(written: Any, measure: str) -> None:
    """No account allows a number outside of what the brief calls safe."""
    report = cr.reconcile(written)
    told = report.brief(measure, **ASKED)
    asked = report.range(measure, **ASKED)
    ranges = [account.lenient for account in asked.accounts]
    if asked.lenient_low is not None and asked.lenient_high is not None:
        ranges = [(asked.lenient_low.value, asked.lenient_high.value)]

    for sentence in told.safe:
        words, _, rest = sentence.text.partition(" (")
        for grade, place in (("At least ", 0), ("At most ", 1), ("Exactly ", 0), ("Exactly ", 1)):
            if not words.startswith(grade):
                continue
            number = Fraction(words.removeprefix(grade).replace(",", ""))
            assert rest
            for interval in ranges:
                end = None if interval is None else interval[place]
                if interval is not None:
                    assert end is not None
                    assert end >= number if place == 0 else end <= number


@SOME
@given(dossiers(), MEASURES, st.sampled_from(tuple(Policy)))
def test_a_policy_accounts_for_every_claim_and_hides_no_finding(
    written: Any, measure: str, policy: Policy
) -> None:
    """Claims of the measure and people are used or set aside; clashes of any of them are shown."""
    report = cr.reconcile(written)
    order = ("Red Cross", "ministry") if policy is Policy.PRIORITY else ()

    figure = report.policy(policy, measure, order=order, **ASKED)

    about = {
        claim.id
        for claim in report.dossier.claims
        if claim.scope.measure.name == measure and str(claim.scope.place) == "Ostmark"
    }
    aside = {name for name, _ in figure.set_aside}
    assert {*figure.claims} | aside >= about
    assert aside.isdisjoint(figure.claims)
    clashes = [
        finding
        for finding in (*report.contradictions, *report.tensions)
        if not (aside | {*figure.claims}).isdisjoint(finding.claims)
    ]
    assert all(clash in figure.findings for clash in clashes)


def test_an_order_of_sources_goes_with_priority_alone() -> None:
    """A rule that was not asked for is refused, with what to write."""
    report = cr.reconcile([cr.claim("12 killed", by="Mayor", on="9 Jan 2025")])

    with pytest.raises(ValueError, match="order"):
        report.policy("priority", "killed", as_of="2025-01-09")
    with pytest.raises(ValueError, match="order"):
        report.policy("lowest", "killed", as_of="2025-01-09", order=("Mayor",))
