"""Sentences: nested scores of drafts against labelled claims, in both tiers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from time import process_time
from typing import Any

from claimrecon.extraction import Draft, read
from scores.answers import answer_of, factor_off, labelled
from scores.shares import Share

_NAMES: Mapping[str, str] = {
    "losses": "casualties_unspecified",
    "casualties": "casualties_unspecified",
    "injured": "wounded",
    "killed+wounded": "casualties",
}
_LEVELS = ("span", "value", "measure", "stance", "speaker", "date")


@dataclass(frozen=True, slots=True)
class Matched:
    """A labelled claim and the draft over the same words, if there is one."""

    claim: Mapping[str, Any]
    draft: Draft | None

    def level(self) -> int:
        """Count how many of the nested levels are right."""
        draft = self.draft
        if draft is None:
            return 0
        checks = (
            True,
            _same_value(self.claim, draft),
            _same_measure(self.claim, draft),
            draft.stance.value == self.claim["stance"],
            _same_speaker(self.claim, draft),
            _same_date(self.claim, draft),
        )
        return checks.index(False) if False in checks else len(checks)


def report_sentences(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Score the drafts of sentences."""
    for tier in ("sure", "all"):
        matched: list[Matched] = []
        extra: list[str] = []
        start = process_time()
        drafts_of = [
            tuple(read(row["text"], published=row["published"], tier=tier)) for row in rows
        ]
        spent = 1000 * (process_time() - start) / max(1, len(rows))
        for row, drafts in zip(rows, drafts_of, strict=True):
            found, rest = _match(row["claims"], drafts)
            matched += found
            extra += [f"{draft.figure} {draft.measure} in {row['text']!r}" for draft in rest]
        yield f"  tier {tier}: {spent:.2f} ms of processor time a sentence"
        yield from _scores(matched, extra)


def _match(
    claims: Sequence[Mapping[str, Any]], drafts: Sequence[Draft]
) -> tuple[list[Matched], list[Draft]]:
    left = list(drafts)
    found = []
    for claim in claims:
        start, end = claim["span"]
        over = [draft for draft in left if draft.figure.start < end and draft.figure.end > start]
        draft = over[0] if over else None
        if draft is not None:
            left.remove(draft)
        persons = claim["unit"] in {"persons", "casualties", "losses", "unspecified", "crew"}
        if persons and not (claim.get("optional") and draft is None):
            found.append(Matched(claim, draft))
        elif draft is not None:
            left.append(draft)
    return found, left


def _scores(matched: Sequence[Matched], extra: Sequence[str]) -> Iterator[str]:
    levels = [case.level() for case in matched]
    given = sum(case.draft is not None for case in matched) + len(extra)
    for number, name in enumerate(_LEVELS, start=1):
        hits = sum(level >= number for level in levels)
        yield f"    {name:8} precision {Share(hits, given)}"
        yield f"    {'':8} recall    {Share(hits, len(matched))}"
    denied = [case for case in matched if case.claim["stance"] != "asserted"]
    seen = Share.of(case.draft is None or case.draft.stance.value != "asserted" for case in denied)
    yield f"    not asserted, and not given out as asserted  {seen}"
    spoken = [case for case in matched if case.draft is not None and case.draft.speakers]
    yield f"    speaker precision  {Share.of(_same_speaker(c.claim, c.draft) for c in spoken)}"
    named = [case for case in matched if case.claim["speaker"]]
    yield f"    speaker recall     {Share.of(_same_speaker(c.claim, c.draft) for c in named)}"
    off = [
        factor_off(labelled(case.claim), answer_of(case.draft.phrase))
        for case in matched
        if case.draft is not None
    ]
    yield f"    wrong by 2x        {Share.of(factor >= 2 for factor in off)}"  # noqa: PLR2004
    yield f"    wrong by 10x       {Share.of(factor >= 10 for factor in off)}"  # noqa: PLR2004
    for case, level in zip(matched, levels, strict=True):
        if level < len(_LEVELS):
            yield f"    {_LEVELS[level]} missed: {case.claim['quantity']!r} {case.claim['note']}"
    for line in extra:
        yield f"    not labelled: {line}"


def _same_value(claim: Mapping[str, Any], draft: Draft) -> bool:
    label = labelled(claim)
    if label.comparator == "vague":
        return draft.phrase.comparator.value == "vague"
    answer = answer_of(draft.phrase)
    if label.factor is not None:
        return factor_off(label, answer) == 1.0 and answer.factor is not None
    return answer.numbers[:3] == label.numbers[:3]


def _same_measure(claim: Mapping[str, Any], draft: Draft) -> bool:
    wanted: str | None = claim["measure"]
    return wanted is not None and "+".join(sorted(draft.measure)) == _NAMES.get(wanted, wanted)


def _same_speaker(claim: Mapping[str, Any], draft: Draft | None) -> bool:
    wanted = claim["speaker"]
    if draft is None:
        return False
    if not wanted or not draft.speakers:
        return not wanted and not draft.speakers
    return bool(_words(wanted[0]) & _words(str(draft.speakers[0])))


def _words(name: str) -> set[str]:
    return {word.lower().strip(".,") for word in name.split()} - {"the", "a", "an", "of", "and"}


def _same_date(claim: Mapping[str, Any], draft: Draft) -> bool:
    wanted, found = claim["date"], draft.date
    if wanted is None or found is None:
        return wanted is None and found is None
    ends = (wanted["start"], wanted["end"])
    return ends == (_iso(found.first), _iso(found.last))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
