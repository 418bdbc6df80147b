"""Laws of what an origin set aside, against trying every set of its statements (§9)."""

from itertools import combinations

import pytest
from depth import examples
from hypothesis import given
from hypothesis import strategies as st
from small_dossiers import claim

import claimrecon as cr
from claimrecon.findings import Record, retracted, standing
from claimrecon.findings.echoes import day_key
from claimrecon.linear import Point, decide, minimal_conflicts

FEW = examples(40)


@st.composite
def histories(draw: st.DrawFn) -> Record:
    """Draw what one origin said of killed and casualties on some days, one statement a day."""
    claims = []
    for day in draw(st.lists(st.integers(1, 9), min_size=2, max_size=5, unique=True)):
        measures = draw(st.sampled_from([("killed",), ("casualties",), ("killed", "casualties")]))
        claims += [
            claim(
                f"{measure}-{day}",
                "Mayor",
                day,
                draw(st.integers(0, 12)),
                measure=measure,
                statement=f"day-{day}",
            )
            for measure in measures
        ]
    return Record(cr.load({"since": "2025-01-01", "claims": claims}).read())


@FEW
@given(histories())
def test_as_few_statements_as_possible_are_set_aside_and_the_latest_never_is(
    record: Record,
) -> None:
    """What stands has no conflict between days left; no smaller set would do (§9)."""
    system = record.system(lenient=True).system
    day = {s.lead.id: day_key(s.lead) for s in record.standing}
    names = sorted({s.lead.statement or "" for s in record.standing})
    latest = max(day.values())
    of = {n: [s.lead.id for s in record.standing if s.lead.statement == n] for n in names}

    def holds(kept: list[str]) -> bool:
        part = system.of(kept)
        if isinstance(decide(part), Point):
            return True
        return all(len({day[i] for i in c}) == 1 for c in minimal_conflicts(part).sets)

    aside = {r.claim.id for r in retracted(record)}

    gone = {name for name in names if not aside.isdisjoint(of[name])}
    assert all(aside.issuperset(of[name]) for name in gone)
    assert all(day[i] != latest for i in aside)
    movable = [name for name in names if day[of[name][0]] != latest]
    for size in range(len(movable) + 1):
        covers = [
            set(cover)
            for cover in combinations(movable, size)
            if holds([i for n in names if n not in cover for i in of[n]])
        ]
        if covers:
            break
    # Of the smallest sets, the one whose days, latest first, are earliest.
    best = min(covers, key=lambda cover: sorted((day[of[n][0]] for n in cover), reverse=True))
    assert gone == best


@FEW
@given(histories())
def test_looking_at_series_first_sets_the_same_aside(record: Record) -> None:
    """A long history is told by its series first; what does not stand is the same."""
    expected = {r.claim.id for r in retracted(record)}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(standing, "_LONG", 0)
        hasty = {r.claim.id for r in retracted(record)}

    assert hasty == expected
