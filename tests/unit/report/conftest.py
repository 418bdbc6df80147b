"""A small flood, told by four sources, with findings and ranges made by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType

import pytest

from claimrecon.claims import ReadClaim, Scope
from claimrecon.dossier import Dossier, ReadDossier
from claimrecon.errors import Notice
from claimrecon.findings import (
    End,
    Finding,
    FindingKind,
    PossibleRange,
    Record,
    Stated,
    Verdict,
)
from claimrecon.linear import Budget, Proof, Row
from claimrecon.report import Report
from claimrecon.report.history import History, HistoryDay

FLOOD = {
    "title": "Flood in Ebersand <2031>",
    "since": "2031-03-01",
    "population": "Residents",
    "place": "Ebersand",
    "sources": {
        "zelder": {"name": "Mayor Ana Zelder"},
        "rcs": {"name": "Red Cross Society"},
        "gov": {"name": "Government <press & office>"},
    },
    "claims": [
        {
            "id": "hurt",
            "source": "zelder",
            "reported_on": "2031-03-09",
            "measure": "casualties",
            "as_of": "2031-03-09",
            "count": "4,000",
        },
        {
            "id": "dead",
            "source": "rcs",
            "via": ["Harbour Radio"],
            "reported_on": "2031-03-13",
            "measure": "killed",
            "as_of": "2031-03-13",
            "count": "at least 300",
        },
        {
            "id": "wounded",
            "source": "rcs",
            "via": ["Harbour Radio"],
            "reported_on": "2031-03-13",
            "measure": "wounded",
            "as_of": "2031-03-13",
            "count": "2,700",
        },
        {
            "id": "soon",
            "source": "gov",
            "reported_on": "2031-03-05",
            "measure": "casualties",
            "during": "2031-04",
            "count": "5,000",
            "evidence": "projection",
        },
    ],
    "assumptions": [
        {"id": "empty", "measure": "strength", "at": "2031-02-28", "count": 0},
        {"id": "once", "assume": "nobody_twice"},
    ],
}

# killed + wounded >= 4,000; wounded <= 2,700; hence killed >= 1,300.
HURT = Row("hurt: killed + wounded ≥ 4,000", (("k", 1), ("w", 1)), 4000, "hurt")
WOUNDED = Row("wounded: wounded ≤ 2,700", (("w", -1),), -2700, "wounded")
DEAD = Row("dead: killed ≤ 300", (("k", -1),), -300, "dead")
LOW = Proof(((HURT, Fraction(1)), (WOUNDED, Fraction(1))), (("k", 1),))
CLASH = Proof(((HURT, Fraction(1)), (DEAD, Fraction(1)), (WOUNDED, Fraction(1))))


@dataclass(frozen=True)
class Answers:
    """Answers every question with one range, and keeps what was asked."""

    answer: PossibleRange
    asked: list[tuple[str, dict[str, object]]]
    record: Record

    def range(self, scope: Scope, *, budget: Budget | None = None) -> PossibleRange:
        """Return the answer for the scope; a spent budget leaves it undecided."""
        spent = budget is not None and not budget.remaining
        return replace(self.answer, scope=scope, undecided=spent)

    def near(self, _scope: Scope) -> Record:
        """Return all of it."""
        return self.record

    def history(
        self, scope: Scope | None, days: Sequence[date] | None, _budget: float | None
    ) -> History:
        """Return a history that says nothing but what was asked."""
        told = [HistoryDay(day, (), Verdict.COMPATIBLE) for day in days or ()]
        return History(scope, tuple(told))

    def grown(self, change: Callable[[Dossier], Dossier]) -> Report:
        """Return a report that says only which dossier it is about."""
        dossier = change(Dossier.model_validate(FLOOD)).read()
        return Report(dossier, Verdict.COMPATIBLE, "", self)

    def again(self, dossier: ReadDossier, note: Mapping[str, str]) -> Report:
        """Return a report that says only which dossier it is about, and what changed."""
        return Report(dossier, Verdict.COMPATIBLE, "", self, manifest=note)

    def scope(self, measure: str, **words: object) -> Scope:
        """Keep the words."""
        self.asked.append((measure, words))
        return self.answer.scope


@pytest.fixture
def flood() -> ReadDossier:
    """Return the flood as it was read."""
    return Dossier.model_validate(FLOOD).read()


@pytest.fixture
def killed(flood: ReadDossier) -> PossibleRange:
    """Return the range of the killed: 1,300 or more, and nothing bounds it above."""
    low = End(
        Fraction(1300),
        Fraction(1300),
        ("hurt", "wounded"),
        MappingProxyType({"hurt": Fraction(300), "wounded": Fraction(300)}),
        LOW,
    )
    claim = flood.claim("dead")
    assert isinstance(claim, ReadClaim)
    return PossibleRange(
        scope=claim.scope,
        title="killed, to 13 Mar 2031",
        stated=Stated(Fraction(300), ("dead",), None, ()),
        strict_low=low,
        strict_high=End(None),
        lenient_low=End(
            Fraction(750), Fraction(750), ("hurt",), MappingProxyType({"hurt": Fraction(300)})
        ),
        lenient_high=End(None),
        highest_stated=(Fraction(4000), "hurt"),
    )


@pytest.fixture
def clash() -> Finding:
    """Return the conflict of all three figures."""
    return Finding(
        FindingKind.CONTRADICTION,
        ("dead", "hurt", "wounded"),
        "These <three> cannot all be true.",
        origins=("rcs", "zelder"),
        gap=Fraction(1000),
        factor=Fraction(4, 3),
        proof=CLASH,
        repairs=(("dead",), ("hurt",), ("wounded",)),
        story=1,
    )


@pytest.fixture
def report(flood: ReadDossier, killed: PossibleRange, clash: Finding) -> Callable[..., Report]:
    """Return a maker of reports on the flood; any part can be given."""

    def make(
        *, asked: list[tuple[str, dict[str, object]]] | None = None, **parts: object
    ) -> Report:
        given: dict[str, object] = {
            "dossier": flood,
            "verdict": Verdict.COMPATIBLE,
            "sentence": "The figures can all be true, but only because of “at least”.",
            "inquiry": Answers(killed, [] if asked is None else asked, Record(flood)),
            "ranges": (killed,),
            "conditional": (clash,),
            "not_used": (Notice("CR540", "“5,000” (soon) is a projection.", ("soon",)),),
            "warnings": (Notice("CR501", "A default was <taken>.", ()),),
            "manifest": {"claimrecon": "1.2.3"},
        }
        return Report(**(given | parts))  # type: ignore[arg-type]

    return make
