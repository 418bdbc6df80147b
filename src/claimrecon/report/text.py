"""The report as one screen of plain text: the answer first, then who said what, then the rest.

No word of the mathematics stands here; whoever wants to check asks for the proof of a number.
"""

from collections.abc import Iterator

from claimrecon.errors import Notice
from claimrecon.findings import PossibleRange, Verdict
from claimrecon.report.claims import tellings
from claimrecon.report.content import Content
from claimrecon.report.layout import NARROW, NARROWEST, columns, glued, wrapped
from claimrecon.report.naming import Naming
from claimrecon.report.ranges import ranges_lines
from claimrecon.report.sums import says_more
from claimrecon.report.things import Thing, things_to_know
from claimrecon.report.words import day_words, not_used_because, several

_LEADS = (
    "The figures can all be true",
    "The figures cannot all be true",
    "The figures fit only with rounding",
    "Undecided",
)
_VERDICTS = (
    (Verdict.COMPATIBLE, _LEADS[0]),
    (Verdict.CONTRADICTION, _LEADS[1]),
    (Verdict.TENSION, _LEADS[2]),
    (Verdict.UNDECIDED, _LEADS[3]),
)
TRUNCATED = "The search for conflicts stopped at its limit: there may be more."
"""Said wherever a report is shown that may not hold all conflicts."""

_DEPENDS = (
    "What is left possible where claims clash depends on which of them you keep; "
    "claimrecon range, or report.range, shows it for each choice."
)
_NUMBERS = ("", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN")
_MOST_CLAIMS = 14
_MOST_OF_A_KIND = 2
_MOST_CONFLICTS = 6
_MOST_NOTICES = 3
_MOST_RANGES = 6


def report_text(content: Content, *, width: int = 80, command: str | None = None) -> str:
    """Return the report as text.

    Parameters
    ----------
    width
        Columns, 24 at least; below 60 the lines of tables become paragraphs.
    command
        The command that made the report, named where a proof can be asked for; ``""`` names the
        option alone, ``None`` the method of the report.
    """
    width = max(width, NARROWEST)
    ranges, things = _ranges(content, width), list(_things(content, width, command))
    # A conflict comes before what it leaves possible; what hangs on wording comes after.
    clash = content.verdict is Verdict.CONTRADICTION
    parts = [
        _head(content, width),
        _claims(content, width),
        *((things, ranges) if clash else (ranges, things)),
        list(_foot(content, width)),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def summary(content: Content) -> str:
    """Say in one line what was reconciled: "7 claims from 6 sources, 3 assumptions. ..."."""
    dossier = content.dossier
    speakers = {claim.speaker for claim in dossier.claims}
    assumed = len(dossier.assumptions) + len(dossier.rules)
    counted = f"{several(len(dossier.claims), 'claim')} from {several(len(speakers), 'source')}"
    if assumed:
        counted += f", {several(assumed, 'assumption')}"
    if dossier.since is None:
        return f"{counted}."
    since = day_words(dossier.since.first) if dossier.since.is_day else str(dossier.since)
    return f"{counted}. Counting from {since}."


def verdict_parts(content: Content) -> tuple[str, str]:
    """Return the verdict in capitals, and what it hangs on."""
    sentence = content.sentence
    lead = next((lead for lead in _LEADS if sentence.startswith(lead)), None)
    if lead is None:
        return f"{dict(_VERDICTS)[content.verdict].upper()}.", f" {sentence}"
    return lead.upper(), sentence[len(lead) :]


def rests_on(content: Content) -> str:
    """Say all assumptions in words; empty where there are none."""
    naming = Naming(content.dossier)
    figures = [naming.assumption(item) for item in content.dossier.assumptions]
    return ", ".join([*figures, *map(naming.assumption, content.dossier.rules)])


def _head(content: Content, width: int) -> list[str]:
    title = content.dossier.title or "Untitled"
    return [
        *wrapped(title, width),
        *wrapped(summary(content), width),
        "",
        *wrapped("".join(verdict_parts(content)).strip(), width),
    ]


def _claims(content: Content, width: int) -> list[str]:
    lines = tellings(content, most=_MOST_CLAIMS)
    left = len(content.dossier.claims) - len(lines)
    more = [f"  ... and {several(left, 'more claim')}: --format json"] if left > 0 else []
    if width < NARROW:
        told = (f"{line.who}, {line.when}: {line.what}" for line in lines)
        return [w for words in told for w in wrapped(words, width, first="- ", indent="  ")] + more
    rows = [("who said it", "about", "what they said")]
    rows += [(line.who, line.when, line.what) for line in lines]
    longest, when = (max(len(row[i]) for row in rows) for i in range(2))
    when = min(when, 20)
    room = width - 6 - when
    # The split that needs the fewest lines; of several, the one that gives the names most room.
    widest = max(min(longest, room - 20), 20)
    splits = ((who, when, room - who) for who in range(widest, 19, -1))
    made = min((columns(rows, split) for split in splits), key=len)
    return made + more


def _ranges(content: Content, width: int) -> list[str]:
    """Return the table of ranges without those that only repeat a line of the table of claims."""
    held = [asked for asked in content.ranges if not _depends(asked)]
    telling = [asked for asked in held if says_more(asked)]
    kept = telling[:_MOST_RANGES]
    lines = ranges_lines(kept, Naming(content.dossier), width)
    if left := len(telling) - len(kept):
        lines.append(f"  ... and {several(left, 'more range')}: --format json")
    if len(held) < len(content.ranges):
        lines += wrapped(_DEPENDS, width)
    return lines


def _depends(asked: PossibleRange) -> bool:
    """Whether a range hangs on which of the claims that clash are kept."""
    answered = asked.undecided or asked.accounts or asked.accounts_truncated
    return not answered and asked.lenient_low is None


def _things(content: Content, width: int, command: str | None) -> Iterator[str]:
    things = things_to_know(content)
    if not things:
        return
    count = _NUMBERS[len(things)] if len(things) < len(_NUMBERS) else f"{len(things):,}"
    yield f"{count} {'THING' if len(things) == 1 else 'THINGS'} TO KNOW"
    margin = len(str(len(things)))
    shown: dict[str, int] = {}
    for topic in dict.fromkeys(thing.topic for thing in things):
        alike = [thing for thing in things if thing.topic == topic]
        most = _MOST_CONFLICTS if topic == "contradiction" else _MOST_OF_A_KIND
        for thing in alike[:most]:
            start = f" {thing.number:>{margin}} "
            words = _thing_words(thing, command, tell=not shown.get("proof"))
            shown["proof"] = shown.get("proof", 0) + thing.has_proof
            yield from wrapped(words, width, first=start, indent=" " * len(start))
        if left := alike[most:]:
            numbers = f"{left[0].number}" + (f" to {left[-1].number}" if len(left) > 1 else "")
            more = f"{len(left):,} more of this kind"
            yield f" {'':>{margin}} ... and {more} ({numbers}): --format json"


def _thing_words(thing: Thing, command: str | None, *, tell: bool) -> str:
    words = f"{thing.lead}: {thing.text}"
    if not thing.has_proof or not tell:
        return words
    how = f"report.proof_text({thing.number})"
    if command is not None:
        how = f"{command} --proof {thing.number}".strip()
    return f"{words} {glued(f'Check the sum: {how}')}"


def _foot(content: Content, width: int) -> Iterator[str]:
    unused = list(dict.fromkeys(_unused(notice, content) for notice in content.not_used))
    told = {str(notice) for notice in content.not_used}
    taken = [_message(notice) for notice in content.warnings if str(notice) not in told]
    assumed = rests_on(content)
    parts = [TRUNCATED] if content.truncated else []
    parts += [f"Rests on: {assumed}."] if assumed else []
    parts += [f"Not used: {_some(unused, '; ')}"] if unused else []
    parts += [f"Taken for granted: {_some(taken, ' ')}"] if taken else []
    yield from wrapped(" ".join(parts), width)


def _unused(notice: Notice | str, content: Content) -> str:
    """Say briefly why one claim binds nothing; the table shows what it says."""
    naming = Naming(content.dossier)
    if isinstance(notice, Notice) and len(notice.claims) == 1:
        claim = naming.claim(notice.claims[0])
        why = None if claim is None else not_used_because(claim)
        if claim is not None and why is not None:
            return f"{naming.owner(claim.id)} ({why})"
    return _message(notice).rstrip(".")


def _message(notice: Notice | str) -> str:
    text = notice if isinstance(notice, str) else notice.message
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _some(words: list[str], link: str) -> str:
    kept = link.join(words[:_MOST_NOTICES])
    kept += "" if kept.endswith((".", "?", "!")) else "."
    left = len(words) - _MOST_NOTICES
    return kept if left <= 0 else f"{kept} And {left} more: --format json."
