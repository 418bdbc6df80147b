"""The report as Markdown, for a repository, a wiki or a mail: the same words, without pictures."""

from collections.abc import Iterator

from claimrecon.display import clean, escaped_markdown, fenced
from claimrecon.findings import Verdict
from claimrecon.report.content import Content
from claimrecon.report.details import message, once, range_lines, stated_and_notes
from claimrecon.report.methods import methods
from claimrecon.report.sums import range_words
from claimrecon.report.text import TRUNCATED, rests_on, summary, verdict_parts
from claimrecon.report.view import FindingView, ThingView, View


def report_markdown(content: Content, *, in_full: bool = False, note: str = "") -> str:
    """Return the whole report as Markdown, with an anchor for every finding and every claim.

    Parameters
    ----------
    in_full
        Whether to say for every conflict which rereadings of one claim would resolve it, and what
        each account leaves possible; that is worked out now, and takes its time.
    note
        A sentence to put above the report.
    """
    view = View(content, in_full=in_full)
    content = view.content
    lead, rest = verdict_parts(content)
    told, left = tuple(_findings(view)), tuple(_ranges(view))
    clash = content.verdict is Verdict.CONTRADICTION
    lines = [
        f"# {_text(content.dossier.title or 'Untitled')}",
        *(["", f"**{_text(note)}**"] if note else []),
        "",
        _text(summary(content)),
        "",
        f"**{_text(lead)}**{_text(f'.{rest}')[1:]}",
        # A conflict comes before what it leaves possible; what hangs on wording comes after.
        *((*told, *left) if clash else (*left, *told)),
        *_claims(view),
        *_notes(content),
        "",
        "## How this was worked out",
    ]
    for step in methods(content):
        lines += ["", f"**{step.about}.** {_text(step.text)}"]
    return "\n".join(lines) + "\n"


def _findings(view: View) -> Iterator[str]:
    if not view.things:
        return
    yield from ("", "## Things to know")
    if view.content.truncated:
        yield from ("", TRUNCATED)
    for thing in view.things:
        yield from _thing(thing, view)


def _thing(thing: ThingView, view: View) -> Iterator[str]:
    yield from ("", f'### <a id="{thing.anchor}"></a>{thing.thing.number}. {thing.thing.lead}', "")
    text = thing.thing.text
    yield _text(text[:1].upper() + text[1:])
    for told in thing.findings:
        yield from _finding(told, view, alone=len(thing.findings) == 1)


def _finding(told: FindingView, view: View, *, alone: bool) -> Iterator[str]:
    head = "" if alone else f"**{told.label}.** "
    yield from ("", f'<a id="{told.anchor}"></a>{head}{_text(told.explanation)}', "")
    for number in told.claims:
        claim = view.by_number[number]
        who = _text(f"{claim.who}, {claim.when}")
        yield f"- **{_text(claim.what)}** – {who} ([claim {number}](#{claim.anchor}))"
        if claim.quote:
            yield f"  > {_text(claim.quote)}"
    if told.assumed:
        yield from ("", f"Assuming: {_text('; '.join(told.assumed))}.")
    if told.size:
        yield from ("", f"Size: {_text(told.size)}.")
    if told.ways:
        yield from ("", "What would resolve it:", "")
        yield from (f"- {_text(way)}" for way in told.ways)
    if told.proof:
        yield from ("", *fenced(told.proof))
    elif told.proof is None:
        yield from ("", "The sum is not written out here: `--format json` has it.")


def _ranges(view: View) -> Iterator[str]:
    asked = view.content.ranges
    rows = [line for one in asked for line in range_lines(one, view.naming)]
    if not rows:
        return
    yield from ("", "## What is left possible", "")
    yield "| about | stated | to the letter | with rounding |"
    yield "|---|---|---:|---:|"
    for row in rows:
        stated = stated_and_notes(row)
        yield f"| {' | '.join(map(_text, (row.about, stated, row.strict, row.lenient)))} |"
    for words in once(words for one in asked if (words := range_words(one, view.naming))):
        yield from ("", _text(words))


def _claims(view: View) -> Iterator[str]:
    yield from ("", "## Who said what", "")
    for claim in view.claims:
        said = f"**{_text(claim.what)}** – {_text(claim.who)}, {_text(claim.when)}."
        link = "" if claim.address is None else f" [Source](<{_address(claim.address)}>)"
        notes = f" {_text(' '.join(claim.notes))}" if claim.notes else ""
        yield f'{claim.number}. <a id="{claim.anchor}"></a>{said}{notes}{link}'
        if claim.quote:
            yield f"   > {_text(claim.quote)}"


def _notes(content: Content) -> Iterator[str]:
    assumed = rests_on(content)
    told = {message(notice) for notice in content.not_used}
    taken = [notice for notice in content.warnings if message(notice) not in told]
    if not (assumed or told or taken):
        return
    yield from ("", "## To keep in mind")
    if assumed:
        yield from ("", _text(f"Rests on: {assumed}."))
    for head, notices in (("Not used", content.not_used), ("Taken for granted", taken)):
        if notices:
            yield from ("", f"{head}:", "")
            yield from (f"- {_text(str(notice))}" for notice in notices)


def _text(words: str) -> str:
    return escaped_markdown(words)


def _address(url: str) -> str:
    return clean(url).replace("\\", "%5C")
