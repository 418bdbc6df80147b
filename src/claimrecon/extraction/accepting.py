"""From drafts to claims, as plain mappings of the dossier format."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from claimrecon.extraction.draft import Draft, Stance
from claimrecon.extraction.refusals import UnacceptableDraftError
from claimrecon.periods import WhenKind
from claimrecon.quantities import CountPhrase, UnreadableCountError, parse_count
from claimrecon.vocabulary import Evidence, measure_named

_EVIDENCE = {
    Stance.DENIED: Evidence.DENIAL,
    Stance.RETRACTED: Evidence.DENIAL,
    Stance.HYPOTHETICAL: Evidence.PROJECTION,
    Stance.FEARED: Evidence.PROJECTION,
    Stance.PROJECTED: Evidence.PROJECTION,
}
_ANYBODY = frozenset(
    (
        *("people", "persons", "person", "others", "lives", "victims", "more people"),
        *("souls", "men and women", "other people", "casualties"),
    )
)
_LACKS = {
    "source": "has no source: the text names no speaker. Say who published the text (outlet=), or "
    "correct it with a source.",
    "ratio_of": "is a ratio, and the text does not say of which figure. Correct it with ratio_of "
    "and the id of that draft or claim, or leave it out.",
    "as_of": "is of a day that the text does not give: it hangs on another date, or is an earlier "
    "figure. Correct it with as_of, at or during, or leave it out.",
    "during": "is a rate, and the text does not say over which time. Correct it with during, or "
    "leave it out.",
}
_TIME_KEYS = frozenset({"at", "as_of", "during"})
_WORDS = frozenset({"says", "count", "low", "high", "best"})


def accepted(
    draft: Draft,
    *,
    published: date | None,
    outlet: str | None,
    names: Mapping[str, str],
    corrections: Mapping[str, object],
) -> dict[str, object]:
    """Return the claim of a draft, as a mapping of the dossier format.

    What the text leaves open stays open: without a population or place the dossier's defaults hold,
    and without a date the day of publication.

    Parameters
    ----------
    published
        The day the text was published.
    outlet
        Who published it: the last relay, or the source where the text names none.
    names
        Ids of claims by the id of their draft, for those that a ratio is on.
    corrections
        Keys of the format with the values to take instead; ``None`` leaves a key out.

    Raises
    ------
    UnacceptableDraftError
        If nobody is named as its source, a ratio has no base, a rate no time, or its day is not
        known.
    """
    made = made_of(draft, published=published, outlet=outlet, names=names, corrections=corrections)
    if (missing := lacking(draft, made)) is not None:
        raise UnacceptableDraftError(draft.id, f"({draft.figure.words!r}) {_LACKS[missing]}")
    base = made.get("ratio_of")
    return made | {"ratio_of": names.get(base, base)} if isinstance(base, str) else made


def made_of(
    draft: Draft,
    *,
    published: date | None,
    outlet: str | None,
    names: Mapping[str, str],
    corrections: Mapping[str, object],
) -> dict[str, object]:
    """Return what would be the claim of a draft, whether or not it lacks something."""
    claim: dict[str, object] = {"id": names.get(draft.id), **_attributed(draft, outlet)}
    claim["reported_on"] = None if published is None else published.isoformat()
    claim |= _said_on(draft)
    claim["measure"] = draft.measure[0] if len(draft.measure) == 1 else list(draft.measure)
    if draft.population is not None and draft.population.words.lower() not in _ANYBODY:
        claim["population"] = draft.population.words
    if draft.place is not None:
        claim["place"] = draft.place.words
    claim |= _when(draft)
    claim |= _figure(draft)
    evidence = _EVIDENCE.get(draft.stance, draft.evidence)
    claim["evidence"] = None if evidence is Evidence.ASSERTION else evidence.value
    claim["quote"] = draft.quote.words
    claim["note"] = _note(draft)
    return _corrected(claim, corrections)


def _attributed(draft: Draft, outlet: str | None) -> dict[str, object]:
    names = list(dict.fromkeys(mark.words for mark in draft.speakers))
    if outlet is not None and outlet not in names:
        names.append(outlet)
    if not names:
        return {}
    return {"source": names[0], "via": names[1:] or None}


def _said_on(draft: Draft) -> dict[str, object]:
    return {} if draft.said_on is None else {"said_on": draft.said_on.isoformat()}


def _when(draft: Draft) -> dict[str, object]:
    """Return the time keys: a stock has ``at``, a total ``as_of``, what happened ``during``."""
    when = draft.date
    if when is None or when.last is None:
        return {}
    last = when.last.isoformat()
    span: object = last if when.first in {None, when.last} else [_iso(when.first), last]
    measure = measure_named(draft.measure[0])
    if draft.phrase.per is not None:
        return {"during": span}
    if measure is not None and measure.is_stock:
        return {"at": last if when.of_saying or when.kind is not WhenKind.POINT else span}
    if when.of_saying or when.kind is WhenKind.AS_OF:
        return {"as_of": last}
    if when.mark.words.lower().startswith("since"):
        return {"as_of": last, "since": _iso(when.first)}
    return {"during": span}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _figure(draft: Draft) -> dict[str, object]:
    """Return the words where they say the same by themselves, else the numbers."""
    found: dict[str, object] = {"per": draft.phrase.per, "ratio_of": draft.ratio_of}
    if _is_part_of_same(draft):
        # "14 of them seriously": so many at least are what the whole is counted as.
        least = draft.phrase.low if draft.phrase.low is not None else draft.phrase.best
        return {**found, "low": _number(least)} if least is not None else {**found, "count": "none"}
    if _reads_alone(draft):
        return {"count": draft.figure.words, **found}
    return {**found, **_numbers(draft.phrase)}


def _is_part_of_same(draft: Draft) -> bool:
    """Whether a part has no population of its own, and so is no total of anybody."""
    whom = draft.population
    return draft.rule == "part" and (whom is None or whom.start < draft.figure.start)


def _reads_alone(draft: Draft) -> bool:
    try:
        alone = parse_count(draft.figure.words)
    except UnreadableCountError:
        return False
    return alone.figures == draft.phrase.figures and alone.relation is draft.phrase.relation


def _numbers(phrase: CountPhrase) -> dict[str, object]:
    if phrase.low is None and phrase.high is None:
        return {"best": _number(phrase.best), "count": None if phrase.best else phrase.text}
    return {"low": _number(phrase.low), "high": _number(phrase.high)}


def _number(value: Fraction | None) -> int | str | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else str(value)


def _note(draft: Draft) -> str | None:
    parts = [] if draft.is_asserted else [f"The text gives it as {draft.stance}."]
    parts += [f"{doubt[0].upper()}{doubt[1:]}." for doubt in draft.doubts]
    if draft.subset_of is not None:
        parts.append("It is a part of another figure of the same sentence.")
    return " ".join(parts) or None


def _corrected(claim: Mapping[str, object], corrections: Mapping[str, object]) -> dict[str, object]:
    """Put corrections in the place of what they correct, other ways of saying it included."""
    gone: set[str] = set()
    for rivals in (_TIME_KEYS, _WORDS):
        if rivals & corrections.keys():
            gone |= rivals
    if "says" in corrections:
        gone.add("measure")
    kept = {key: value for key, value in claim.items() if key not in gone}
    return {key: value for key, value in {**kept, **corrections}.items() if value is not None}


def lacking(draft: Draft, claim: Mapping[str, object]) -> str | None:
    """Return the key that a claim must have and this one lacks, or ``None``."""
    if "source" not in claim:
        return "source"
    if draft.phrase.is_ratio and "ratio_of" not in claim and "says" not in claim:
        return "ratio_of"
    if "per" in claim:
        return None if "during" in claim else "during"
    # Nothing may take the day of publication for it, as for figures without any date.
    return "as_of" if _is_of_unknown_day(draft) and not _TIME_KEYS & claim.keys() else None


def _is_of_unknown_day(draft: Draft) -> bool:
    if draft.date is None:
        return draft.rule == "toll-earlier"
    return draft.date.first is None and draft.date.last is None


def claim_id(draft: Draft, *, published: date | None, outlet: str | None) -> str:
    """Return an id for the claim of a draft that no other text has."""
    parts = "" if outlet is None else "-".join(re.findall(r"[^\W_]+", outlet.lower()))
    return "-".join(filter(None, (parts, _iso(published), draft.id)))
