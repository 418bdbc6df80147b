"""What ``claimrecon read`` and the quotes of ``claimrecon check`` print."""

import io
import json
import sys
from pathlib import Path
from textwrap import fill
from typing import Any

from claimrecon.extraction.accepting import lacking, made_of
from claimrecon.extraction.draft import Draft
from claimrecon.extraction.drafts import Drafts
from claimrecon.extraction.quotes import QuoteCheck

_MOST_BYTES = 20_000_000
_WIDTH = 100
_COLUMNS = 80
_ADVICE = (
    '# Drafts read from a text. Compare each claim with its quote, put a value for every "?",\n'
    "# add populations, places and assumptions, then: claimrecon check FILE\n"
)


def article_text(name: str) -> str:
    """Return the text of a file, or of standard input for "-".

    Raises
    ------
    ValueError
        If it is larger than 20 MB, or no UTF-8 text.
    """
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    if len(data) > _MOST_BYTES:
        raise ValueError(f"{name} has {len(data)} bytes, and at most {_MOST_BYTES} are read.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{name} holds bytes that are no UTF-8 text. Save it as UTF-8.") from error


def skeleton(drafts: Drafts, *, title: str | None = None) -> dict[str, Any]:
    """Return a dossier to edit, as a mapping: every claim with its quote and what to look at.

    What a claim needs and the text does not say stands in it as "?".
    """
    gaps = {draft.id: _gaps(drafts, draft) for draft in drafts}
    head: dict[str, Any] = {"claimrecon": 1, "title": title} if title else {"claimrecon": 1}
    if not gaps:
        return {**head, "claims": []}
    return {**head, "claims": list(drafts.accept(*gaps, corrections=gaps))}


def skeleton_text(drafts: Drafts, *, title: str | None = None) -> str:
    """Return the dossier to edit as YAML, with a line on top that says what to do."""
    # The YAML writer loads when it is first needed, not with the library.
    from ruamel.yaml import YAML  # noqa: PLC0415

    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    writer.width = _WIDTH
    stream = io.StringIO()
    writer.dump(skeleton(drafts, title=title), stream)
    return f"{_ADVICE}{stream.getvalue()}"


def drafts_json(drafts: Drafts) -> str:
    """Return drafts as JSON text."""
    return json.dumps(drafts.to_dict(), ensure_ascii=False, indent=2)


def quote_text(checks: tuple[QuoteCheck, ...]) -> str:
    """Return what to say of quotes: one paragraph a claim that its quote does not support."""
    if not checks:
        return ""
    wrong = [check for check in checks if not check.is_supported]
    supported = len(checks) - len(wrong)
    lines = [f"Quotes: {supported} of {len(checks)} support their figure."]
    lines += [f"{check.claim}: {check.message}" for check in wrong]
    return "".join(f"\n{fill(line, _COLUMNS)}\n" for line in lines)


def quote_values(checks: tuple[QuoteCheck, ...]) -> dict[str, Any]:
    """Return the checks of quotes as plain values; nothing where no claim has a quote."""
    if not checks:
        return {}
    return {
        "quotes": [
            {"claim": check.claim, "support": str(check.support), "message": check.message}
            for check in checks
        ]
    }


def _gaps(drafts: Drafts, draft: Draft) -> dict[str, object]:
    """Return a question mark for each key that a claim needs and the text does not give."""
    gaps: dict[str, object] = {}
    published, outlet = drafts.published, drafts.outlet
    while True:
        made = made_of(draft, published=published, outlet=outlet, names={}, corrections=gaps)
        missing = lacking(draft, made)
        if missing is None:
            return gaps
        gaps[missing] = "?"
