"""Laws of rereadings, leeway, looseness and repairs, against slow and obvious twins (§13)."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product

from depth import examples
from hypothesis import given
from hypothesis import strategies as st

from claimrecon.claims import ReadClaim
from claimrecon.constraints import build
from claimrecon.findings import Record, Speech, clashes
from claimrecon.findings.echoes import Statement
from claimrecon.findings.looseness import looseness
from claimrecon.findings.repairs import record_repairs
from claimrecon.findings.rereadings import Rereader
from claimrecon.findings.rereadings.model import Candidate
from claimrecon.linear import LinearSystem, Point, decide
from claimrecon.quantities import CountInterval
from claimrecon.testing.truths.telling import Telling, lying, true_dossiers
from claimrecon.testing.truths.worlds import worlds

FEW = examples(40)


@st.composite
def liars(draw: st.DrawFn) -> Telling:
    """Draw a dossier with made-up figures, so that most clash."""
    told: Telling = draw(true_dossiers(worlds(), most=5))
    count = len(told.read.claims)
    numbers = draw(st.lists(st.integers(0, 90), min_size=count, max_size=count))
    read = lying(told.read, numbers)
    worded = tuple(
        replace(c, words=str(n)) for c, n in zip(read.claims, [*numbers, 0], strict=False)
    )
    return replace(told, read=replace(read, claims=(*worded, *read.claims[len(worded) :])))


def _holds(system: LinearSystem) -> bool:
    """Decide, and check the point or the proof in exact fractions."""
    answer = decide(system)
    if isinstance(answer, Point):
        assert answer.satisfies(system)
        return True
    assert answer.verify(system)
    return False


def _retold(record: Record, name: str, candidate: Candidate) -> Record:
    """Return the record with one statement rewritten wherever it is told."""
    (statement,) = (s for s in record.standing if s.lead.id == name)
    scope = statement.lead.scope

    def told(claim: ReadClaim) -> ReadClaim:
        if claim.id not in statement.ids or claim.scope != scope:
            return claim
        return replace(claim, scope=candidate.scope or scope, units=candidate.units or claim.units)

    def all_told(claims: Iterable[ReadClaim]) -> tuple[ReadClaim, ...]:
        return tuple(map(told, claims))

    rewritten = replace(
        record,
        dossier=replace(record.dossier, claims=all_told(record.dossier.claims)),
        told=tuple(
            Statement(told(s.lead), all_told(s.echoes), all_told(s.wordings))
            for s in record.statements
        ),
    )
    if candidate.interval is None:
        return rewritten
    return rewritten.reread({name: (candidate.interval, candidate.interval)})


def _fits_slowly(
    record: Record, name: str, candidate: Candidate, members: Collection[str] | None
) -> bool:
    return _holds(_retold(record, name, candidate).system(lenient=True, only=members).system)


def _reader(record: Record, conflicts: tuple[tuple[str, ...], ...]) -> Rereader:
    return Rereader(record, conflicts, Speech(record.dossier, record.claims))


@FEW
@given(liars(), st.data())
def test_a_rereading_helps_exactly_where_the_dossier_rewritten_can_hold(
    told: Telling, data: st.DataObject
) -> None:
    """Numbers by leeway and scopes by new rows agree with rewriting the claim and solving anew."""
    record = Record(told.read)
    found = clashes(record, limit=20).contradictions
    reader = _reader(record, found)
    leads = {s.lead.id: s.lead for s in record.standing}

    for members in found[:3]:
        for name in members:
            if name in leads:
                every = list(reader.candidates(leads[name]))
                some = data.draw(st.lists(st.sampled_from(every), max_size=8)) if every else []
                for candidate in some:
                    slow = _fits_slowly(record, name, candidate, members)
                    assert reader.fits(candidate, name, members) == slow
                    whole = _fits_slowly(record, name, candidate, None)
                    assert reader.fits(candidate, name, None) == whole
                    if whole:
                        assert all(name in other for other in found)


@FEW
@given(liars())
def test_rereadings_are_those_candidates_that_fit(told: Telling) -> None:
    """None is missing, none is too many; what mends the whole record stands first."""
    record = Record(told.read)
    found = clashes(record, limit=20).contradictions
    reader = _reader(record, found)
    leads = {s.lead.id: s.lead for s in record.standing}

    for members in found[:1]:
        got = reader.rereadings(members)
        expected = [
            (name, c.what, c.before, c.after)
            for name in members
            if name in leads
            for c in reader.candidates(leads[name])
            if reader.fits(c, name, members)
        ]
        assert sorted((r.claim, r.what, r.before, r.after) for r in got) == sorted(expected)
        assert [r.whole_record for r in got] == sorted((r.whole_record for r in got), reverse=True)


@FEW
@given(liars())
def test_words_loosened_by_the_looseness_hold_and_by_less_do_not(told: Telling) -> None:
    """The share is least: of all words together, and of each claim alone."""
    record = Record(told.read)

    for members in clashes(record, limit=20).contradictions[:3]:
        loose = looseness(record, members)
        leads = [s.lead.id for s in record.standing if s.lead.id in members]
        counts = [n for n in leads if record.claims[n].ratio_of is None]
        if loose.together is not None:
            assert _holds(_loosened(record, members, counts, loose.together))
            assert not _holds(_loosened(record, members, counts, loose.together * _LESS))
        for name, share in loose.alone.items():
            if name in counts:
                assert _holds(_loosened(record, members, [name], share))
            if share:
                assert not _holds(_loosened(record, members, [name], share * _LESS))


_LESS = Fraction(999, 1000)


def _loosened(
    record: Record, members: Collection[str], names: Collection[str], share: Fraction
) -> LinearSystem:
    bindings = []
    for binding in record.bindings(lenient=True, only=members):
        if binding.owner in names:
            reading = record.claims[binding.owner].reading
            assert reading is not None
            low, high = binding.interval.low, binding.interval.high
            first, last = reading.strict.low, reading.strict.high
            if reading.strict.contains(CountInterval(reading.numbers[0], reading.numbers[-1])):
                first, last = reading.numbers[0], reading.numbers[-1]
            low = max(first * (1 - share), Fraction(0)) if low else low
            high = high if high is None or last is None else last * (1 + share)
            binding = replace(binding, interval=CountInterval(low, high))  # noqa: PLW2901
        bindings.append(binding)
    rules = tuple(rule for rule in record.context.rules if rule.id in members)
    return build(replace(record.context, rules=rules), bindings).system


@FEW
@given(liars(), st.integers(0, 2))
def test_repairs_are_all_smallest_sets_without_which_the_record_holds(
    told: Telling, known: int
) -> None:
    """Trying every subset finds the same, even where only some conflicts are known at first."""
    record = Record(told.read)
    system = record.system(lenient=True).system
    conflicts = clashes(record, limit=50).contradictions
    smallest: list[tuple[str, ...]] = []
    for size in range(len(system.owners) + 1):
        smallest += [
            aside
            for aside in combinations(system.owners, size)
            if _holds(system.of(set(system.owners) - set(aside)))
        ]
        if smallest:
            break

    for repairs in (
        record_repairs(record, conflicts, complete=True),
        record_repairs(record, conflicts[:known]),
    ):
        whole = sorted(
            tuple(sorted(name for part in choice for name in part))
            for choice in product(*(part.sets for part in repairs.parts))
        )
        assert whole == smallest
        for owner in {name for conflict in conflicts for name in conflict}:
            count = sum(owner in repair for repair in smallest)
            expected = "no" if not count else "every" if count == len(smallest) else "some"
            assert repairs.role(owner) == expected or repairs.role(owner) is None
