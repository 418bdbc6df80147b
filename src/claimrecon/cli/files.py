"""Commands that read and write files: ``check``, ``read``, ``convert`` and ``schema``."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from claimrecon.cli.outcomes import PROGRAM, Exit, Outcome, as_json, refused

if TYPE_CHECKING:
    from claimrecon.dossier import Dossier
    from claimrecon.extraction import QuoteCheck


def check_command(arguments: argparse.Namespace) -> Outcome:
    """Validate a file, and show how it was read."""
    from claimrecon.dossier import examine  # noqa: PLC0415 - keeps --help quick
    from claimrecon.extraction.command import quote_text, quote_values  # noqa: PLC0415
    from claimrecon.report import check_text, check_values  # noqa: PLC0415

    examined = examine(arguments.file)
    code = Exit.BAD_INPUT if examined.errors else Exit.DONE
    quotes = _quotes(examined.dossier)
    if arguments.format == "json":
        return Outcome(code, as_json(check_values(examined) | quote_values(quotes)))
    err = str(examined.error()) if examined.errors else ""
    return Outcome(code, check_text(examined) + quote_text(quotes), err)


def _quotes(dossier: "Dossier | None") -> "tuple[QuoteCheck, ...]":
    from claimrecon.extraction import check_quotes  # noqa: PLC0415

    return () if dossier is None else check_quotes(dossier.read().claims)


def read_command(arguments: argparse.Namespace) -> Outcome:
    """Read an article as drafts of claims."""
    from claimrecon.extraction import read  # noqa: PLC0415 - keeps --help quick
    from claimrecon.extraction.command import (  # noqa: PLC0415
        article_text,
        drafts_json,
        skeleton_text,
    )

    drafts = read(
        article_text(arguments.article),
        published=arguments.published,
        outlet=arguments.outlet,
        tier=arguments.tier,
    )
    out = drafts_json(drafts) if arguments.format == "json" else drafts.to_text()
    if arguments.write is None:
        return Outcome(Exit.DONE, out)
    try:
        with arguments.write.open("x", encoding="utf-8") as file:
            file.write(skeleton_text(drafts, title=arguments.title))
    except FileExistsError:
        message = f"{arguments.write} exists and is left as it is. Choose another name."
        return refused(message)
    hint = f"Saved to {arguments.write}. Edit it, then: {PROGRAM} check {arguments.write}"
    return Outcome(Exit.DONE, out, hint)


def convert_command(arguments: argparse.Namespace) -> Outcome:
    """Turn a file into another format."""
    from claimrecon.exchange import convert  # noqa: PLC0415 - keeps --help quick
    from claimrecon.pipeline.atomic import write_whole  # noqa: PLC0415

    target: Path = arguments.target
    done = convert(
        arguments.source,
        target,
        format_in=arguments.format_in,
        format_out=arguments.format_out,
        key=arguments.key,
        place=arguments.place,
    )
    if target.exists():
        message = f"{target} exists and is left as it is. Choose another name."
        return refused(message)
    for name, text in done.files.items():
        write_whole(target / name if name else target, text)
    return Outcome(Exit.DONE, f"Saved to {target} ({done.format_out}): {done}", done.refused)


def schema_command(arguments: argparse.Namespace) -> Outcome:
    """Print the schema of a format."""
    from claimrecon.dossier import Dossier  # noqa: PLC0415 - keeps --help quick
    from claimrecon.dossier.columns import table_schema  # noqa: PLC0415
    from claimrecon.extraction import draft_schema  # noqa: PLC0415
    from claimrecon.report import report_schema  # noqa: PLC0415

    if arguments.what == "table":
        return Outcome(Exit.DONE, as_json(table_schema()))
    if arguments.what == "draft":
        return Outcome(Exit.DONE, as_json(draft_schema()))
    schema = Dossier.model_json_schema() if arguments.what == "dossier" else report_schema()
    return Outcome(Exit.DONE, as_json(schema))
