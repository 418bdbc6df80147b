"""One statement through many relays counts once (§9).

Claims of one origin with one scope and one number, hedges aside, are one statement, and so is a
claim with those that relay it. What binds is the wording of the claim relayed, or, where several
wordings of one origin stand side by side, the loosest of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimrecon.claims import ReadClaim, Scope
from claimrecon.quantities import CountInterval


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of one origin, in however many claims it is told.

    Attributes
    ----------
    lead
        The claim that stands for all: it binds, or is the first of those whose hull binds.
    echoes
        The other claims, sorted by id.
    wordings
        The claims whose wording binds: one, or several whose hull does.
    """

    lead: ReadClaim
    echoes: tuple[ReadClaim, ...]
    wordings: tuple[ReadClaim, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Every claim of the statement, the lead first."""
        return (self.lead.id, *(claim.id for claim in self.echoes))

    @property
    def is_hull(self) -> bool:
        """Whether several wordings bind together, as the loosest of them."""
        return len(self.wordings) > 1

    def interval(self, *, lenient: bool) -> CountInterval | None:
        """Return what binds."""
        intervals = [claim.interval(lenient=lenient) for claim in self.wordings]
        known = [interval for interval in intervals if interval is not None]
        if not known:
            return None
        hull = known[0]
        for interval in known[1:]:
            hull = hull.hull(interval)
        return hull


def statements(claims: Iterable[ReadClaim]) -> tuple[Statement, ...]:
    """Group *claims* into statements, sorted by the day and id of the claim that leads them."""
    by_id = {claim.id: claim for claim in claims}
    leader = {key: key for key in by_id}

    def find(key: str) -> str:
        while leader[key] != key:
            key = leader[key]
        return key

    def join(one: str, other: str) -> None:
        first, second = sorted((find(one), find(other)))
        leader[second] = first

    seen: dict[tuple[object, ...], str] = {}
    for claim in by_id.values():
        if claim.relays in by_id:
            join(claim.id, claim.relays)
        elif claim.binds and claim.reading is not None:
            join(claim.id, seen.setdefault(_sameness(claim), claim.id))
    groups: dict[str, list[ReadClaim]] = {}
    for key in sorted(by_id):
        groups.setdefault(find(key), []).append(by_id[key])
    made = [_statement(group, by_id) for group in groups.values()]
    return tuple(sorted(made, key=lambda statement: age_key(statement.lead)))


def _sameness(claim: ReadClaim) -> tuple[object, ...]:
    numbers = () if claim.reading is None else claim.reading.numbers
    return (claim.origin, scope_key(claim.scope), numbers, claim.ratio_of, claim.rate_unit)


def scope_key(scope: Scope) -> tuple[object, ...]:
    """Return what two scopes have in common exactly when they are one (§9: ``since`` included)."""
    outer = None if scope.outer_measure is None else scope.outer_measure.name
    return (
        scope.measure.name,
        outer,
        scope.unbounded_measure,
        scope.population,
        scope.place,
        scope.cause,
        scope.when,
    )


def _statement(group: list[ReadClaim], by_id: Mapping[str, ReadClaim]) -> Statement:
    said = [claim for claim in group if claim.relays not in by_id]
    wordings = [claim for claim in said if claim.binds]
    if not wordings:
        # The claim relayed holds no number: then its relays' loosest wording is all there is.
        wordings = [claim for claim in group if claim.binds] or said
    wordings.sort(key=age_key)
    lead = wordings[0]
    echoes = tuple(claim for claim in group if claim is not lead)
    return Statement(lead, echoes, tuple(wordings))


def age_key(claim: ReadClaim) -> tuple[object, ...]:
    """Return what sorts claims by the day they were said, then by id."""
    return (*day_key(claim), claim.id)


def day_key(claim: ReadClaim) -> tuple[bool, object, object]:
    """Return the day §9 orders by, with its time; a claim without a day sorts earliest."""
    if claim.said is None:
        return (False, 0, 0)
    day, time = claim.said.sort_key
    return (True, day.toordinal(), (time.hour, time.minute, time.second, time.microsecond))


def changes(echo: ReadClaim, lead: ReadClaim) -> tuple[str, ...]:
    """Name what *echo* changed in telling *lead* (§9).

    A different number is a ``digit``; only where the numbers agree is the ``hedge`` compared.
    """
    found = []
    if echo.reading is not None and lead.reading is not None:
        mine, yours = set(echo.reading.numbers), set(lead.reading.numbers)
        if not (mine <= yours or yours <= mine):
            found.append("digit")
        elif echo.exact != lead.exact:
            found.append("exact")
        elif (echo.reading.strict, echo.reading.lenient) != (
            lead.reading.strict,
            lead.reading.lenient,
        ):
            found.append("hedge")
    if scope_key(echo.scope)[:3] != scope_key(lead.scope)[:3]:
        found.append("measure")
    if scope_key(echo.scope)[3:] != scope_key(lead.scope)[3:]:
        found.append("scope")
    return tuple(found)
