"""One claim, or one named assumption: from what was written to what was understood."""

from collections.abc import Hashable
from dataclasses import dataclass

from claimrecon.claims import NamedAssumption, ReadClaim, RuleKind, Scope
from claimrecon.dossier.attribution import speaker_of
from claimrecon.dossier.counting import Count, count_of, phrase_of, units_of
from claimrecon.dossier.measuring import measure_of
from claimrecon.dossier.parts import Assumption, Claim, Where
from claimrecon.dossier.problems import Desk
from claimrecon.dossier.saying import Words, worded
from claimrecon.dossier.scoping import DIMENSIONS, extent_of
from claimrecon.dossier.setting import Setting
from claimrecon.dossier.timing import (
    Dates,
    check_days,
    dates_of,
    public_from,
    time_words,
    when_of,
    when_said,
)
from claimrecon.periods import parse_partial_date
from claimrecon.quantities import CountPhrase
from claimrecon.scopes import Extent


@dataclass(frozen=True, slots=True)
class Understood:
    """A claim as it was read, with what its words left to be noted.

    Attributes
    ----------
    silent
        Whether its words hold no number and do not say so on purpose.
    """

    claim: ReadClaim
    notices: tuple[tuple[str, str], ...] = ()
    silent: bool = False


def read_claim(
    figure: Claim | Assumption, name: str, setting: Setting, desk: Desk
) -> Understood | None:
    """Read one figure; everything that is wrong with it goes to *desk*.

    Its origin is taken to be its speaker, until all sources are known.
    """
    _refuse_after(figure, desk)
    speaker = speaker_of(figure.source, setting.roster, desk) if isinstance(figure, Claim) else ""
    phrase = phrase_of(figure, desk)
    words = worded(figure, phrase, setting, desk)
    dates = desk.once(
        (dates_of, figure.said_on, figure.reported_on, figure.retrieved_on),
        lambda: dates_of(figure, desk),
    )
    scope = desk.once(
        _scope_words(figure, words),
        lambda: _scope(figure, words, dates, setting, desk),
    )
    count = desk.once(_count_words(figure), lambda: _count(figure, phrase, setting, desk))
    units = None if scope is None else units_of(figure, scope.when.span, desk)
    if scope is None or count is None or speaker is None or not desk.is_clean:
        return None
    claim = ReadClaim(
        id=name,
        speaker=speaker,
        origin=speaker,
        via=tuple(map(setting.roster.relay, figure.via)) if isinstance(figure, Claim) else (),
        said=dates.said_on or when_said(scope.when),
        public_from=public_from(dates),
        scope=scope,
        reading=count.reading,
        words=count.words,
        evidence=figure.evidence,
        exact=figure.exact,
        ratio_of=figure.ratio_of,
        units=units,
        rate_unit=figure.per,
        statement=figure.statement if isinstance(figure, Claim) else None,
        relays=figure.relays if isinstance(figure, Claim) else None,
        derived_from=figure.derived_from,
        supersedes=figure.supersedes if isinstance(figure, Claim) else (),
        credibility=figure.credibility,
        is_assumption=isinstance(figure, Assumption),
        quote=figure.quote,
        url=figure.url,
        note=figure.note,
    )
    return Understood(claim, (*words.notices, *count.notices), count.silent)


def read_rule(
    figure: Assumption, kind: RuleKind, name: str, setting: Setting, desk: Desk
) -> NamedAssumption:
    """Read one named assumption; what is wrong with it goes to *desk*."""
    allowed = ["id", "assume", "population", "place", "note"]
    if kind in {RuleKind.NO_ARRIVALS, RuleKind.NO_DEPARTURES}:
        allowed.append("after")
    for key in sorted(figure.model_fields_set.difference(allowed)):
        if getattr(figure, key) is not None:
            desk.refuse(
                "CR241",
                f"{kind.value} is a rule with a name, and {key} does not go with it. It may have "
                f"{', '.join(allowed[2:])}. Leave {key} out.",
                key=key,
            )
    after = None
    if (written := figure.after) is not None:
        partial = desk.attempt(parse_partial_date, written, key="after", value=written)
        after = None if partial is None else partial.last
    if kind is RuleKind.NOBODY_TWICE and figure.population is None and figure.place is None:
        return NamedAssumption(name, kind)  # a rule of counting, not a figure about somebody
    extents = _extents(figure, Words(), setting, desk)
    return NamedAssumption(name, kind, after, extents["population"], extents["place"])


def _refuse_after(figure: Claim | Assumption, desk: Desk) -> None:
    if isinstance(figure, Assumption) and figure.after is not None:
        desk.refuse(
            "CR241",
            "after goes with assume: no_arrivals and assume: no_departures only. Write one of "
            "them, or leave after out.",
            key="after",
            value=figure.after,
        )


def _extents(
    figure: Claim | Assumption, words: Words, setting: Setting, desk: Desk
) -> dict[str, Extent]:
    return {
        dimension: _extent(
            getattr(figure, dimension) or words.names.get(dimension), dimension, setting, desk
        )
        for dimension in DIMENSIONS
    }


def _extent(written: Where | None, dimension: str, setting: Setting, desk: Desk) -> Extent:
    return desk.once(
        (extent_of, written, dimension),
        lambda: extent_of(
            written,
            dimension,
            setting.known[dimension],
            desk,
            default=setting.defaults[dimension],
        ),
    )


def _scope_words(figure: Claim | Assumption, words: Words) -> Hashable:
    """Return all that a scope is made of beside the head of the dossier."""
    return (
        _scope,
        words.measure,
        figure.population or words.names.get("population"),
        figure.place or words.names.get("place"),
        figure.cause or words.names.get("cause"),
        *time_words(figure),
    )


def _scope(
    figure: Claim | Assumption, words: Words, dates: Dates, setting: Setting, desk: Desk
) -> Scope | None:
    extents = _extents(figure, words, setting, desk)
    own, names = setting.measures, setting.measure_names
    written = words.measure
    measured = (
        None
        if written is None
        else desk.once((measure_of, written), lambda: measure_of(written, own, desk, known=names))
    )
    if measured is None:
        check_days(figure, desk)
        return None
    measure, outer, unbounded = measured
    # Where nothing certainly counts, the outer measure says which time keys go with it.
    timed_by = outer if outer is not None and not measure.coefficients else measure
    when = desk.once(
        (when_of, timed_by.kind, *time_words(figure)),
        lambda: when_of(figure, timed_by, dates, setting.since, desk),
    )
    if when is None:
        return None
    return Scope(
        measure,
        extents["population"],
        extents["place"],
        extents["cause"],
        when,
        outer_measure=outer,
        unbounded_measure=unbounded,
    )


def _count_words(figure: Claim | Assumption) -> Hashable:
    """Return all that a count is made of beside the codebook."""
    return (
        _count,
        figure.says,
        figure.count,
        figure.measure is None,
        figure.low,
        figure.high,
        figure.best,
        figure.exact,
        figure.evidence,
        figure.confidence,
        figure.ratio_of is None,
        figure.per is None,
    )


def _count(
    figure: Claim | Assumption, phrase: CountPhrase | None, setting: Setting, desk: Desk
) -> Count | None:
    was_refused = phrase is None and (figure.says is not None or figure.count is not None)
    if setting.codebook is None or was_refused:
        return None
    return count_of(figure, phrase, setting.codebook, desk)
