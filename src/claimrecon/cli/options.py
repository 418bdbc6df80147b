"""The commands and their options."""

import argparse
from pathlib import Path

from claimrecon.cli import files, questions, reports
from claimrecon.cli.outcomes import PROGRAM


def parser_of_commands() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    from importlib.metadata import version  # noqa: PLC0415 - a slow import, but for a version only

    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Casualty figures that disagree: which cannot all be true, by how many people, "
        "why, and what is left possible. With sums that you can check.",
        epilog="Exit codes: 0 done, 1 findings of the kind asked for (only with --fail-on), "
        "2 bad input, 3 undecided.",
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {version(PROGRAM)}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    demo = commands.add_parser("demo", help="reconcile the figures of one real press report")
    demo.set_defaults(command=reports.demo_command)
    demo.add_argument("--write", metavar="FILE", type=Path, help="save the dossier there, to edit")
    _add_proof(demo)
    _add_report_format(demo)

    _add_reconcile(commands)

    asked = commands.add_parser("range", help="say what is left possible about one question")
    asked.set_defaults(command=questions.range_command)
    asked.add_argument("file", metavar="FILE", help="YAML, JSON, TOML or CSV")
    _add_scope(asked, required=True)
    _add_budget(asked)
    _add_format(asked)

    _add_over_time(commands)

    article = commands.add_parser("read", help="read the figures of an article as drafts of claims")
    article.set_defaults(command=files.read_command)
    article.add_argument("article", metavar="ARTICLE", help="a text file, or - for standard input")
    article.add_argument("--published", metavar="DATE", help="the day it was published")
    article.add_argument("--outlet", metavar="NAME", help="who published it")
    article.add_argument("--tier", choices=("sure", "all"), default="sure", help="how sure to be")
    article.add_argument("--write", metavar="FILE", type=Path, help="save a dossier there, to edit")
    article.add_argument("--title", metavar="TEXT", help="of that dossier")
    _add_format(article)

    check = commands.add_parser("check", help="validate a file and show how every claim was read")
    check.set_defaults(command=files.check_command)
    check.add_argument("file", metavar="FILE", help="YAML, JSON, TOML or CSV")
    _add_format(check)

    _add_convert(commands)

    schema = commands.add_parser("schema", help="print the JSON Schema of a format")
    schema.set_defaults(command=files.schema_command)
    schema.add_argument("what", choices=("dossier", "draft", "report", "table"))
    return parser


def _add_over_time(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    history = commands.add_parser(
        "history", help="show how verdict and range moved as figures became public"
    )
    history.set_defaults(command=questions.history_command)
    history.add_argument("file", metavar="FILE", help="YAML, JSON, TOML or CSV")
    _add_scope(history, required=False)
    history.add_argument(
        "--days", metavar="DATE", nargs="+", help="the days; each day of publication if left out"
    )
    _add_budget(history)
    _add_format(history)

    compare = commands.add_parser("compare", help="show what changed from one dossier to another")
    compare.set_defaults(command=questions.compare_command)
    compare.add_argument("before", metavar="BEFORE", help="YAML, JSON, TOML or CSV")
    compare.add_argument("after", metavar="AFTER", nargs="?", help="the same file if left out")
    compare.add_argument(
        "--known-by",
        metavar="DATE",
        nargs=2,
        help="use only what had been made public by these days: before, after",
    )
    _add_budget(compare)
    _add_format(compare)


def _add_scope(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument("--measure", required=required, help="what is counted, such as killed")
    parser.add_argument("--population", help="whom; the dossier's default where left out")
    parser.add_argument("--place", help="where; the dossier's default where left out")
    parser.add_argument("--cause", help="by what")
    when = parser.add_mutually_exclusive_group(required=required)
    when.add_argument("--as-of", metavar="DATE", help="running total up to a day, or final")
    when.add_argument("--at", metavar="DATE", help="how many there were at the end of a day")
    when.add_argument(
        "--during", metavar="DATE", nargs="+", help="a month or year, or a first and a last day"
    )
    parser.add_argument("--since", metavar="DATE", help="first day of counting of a running total")


def _add_reconcile(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    reconcile = commands.add_parser("reconcile", help="say which claims cannot all be true")
    reconcile.set_defaults(command=reports.reconcile_command)
    reconcile.add_argument("files", metavar="FILE", nargs="+", help="YAML, JSON, TOML or CSV")
    reconcile.add_argument(
        "--keep-going", action="store_true", help="leave out the claims that cannot be used"
    )
    reconcile.add_argument(
        "--fail-on",
        choices=("contradiction", "tension"),
        help="exit with 1 where the figures come to this or worse",
    )
    reconcile.add_argument(
        "--known-by", metavar="DATE", help="use only what had been made public by that day"
    )
    reconcile.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        help="one result a file in that folder; what is there and unchanged is skipped",
    )
    reconcile.add_argument("--codebook", metavar="NAME", help="read words by this codebook")
    _add_budget(reconcile)
    _add_proof(reconcile)
    _add_report_format(reconcile)


def _add_convert(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    convert = commands.add_parser(
        "convert", help="turn a file of another format into claims, or back"
    )
    convert.set_defaults(command=files.convert_command)
    convert.add_argument("source", metavar="IN", help="a file, or the folder of a data package")
    convert.add_argument("target", metavar="OUT", type=Path, help="its ending says the format")
    convert.add_argument("--from", dest="format_in", metavar="FORMAT", help="of IN, where unclear")
    convert.add_argument("--to", dest="format_out", metavar="FORMAT", help="of OUT, where unclear")
    convert.add_argument("--key", help="take one event or series only")
    convert.add_argument("--place", help="what the daily files of Tech for Palestine are about")


def _add_proof(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--proof", metavar="N", type=int, help="write out the sums behind thing to know number N"
    )


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="of the output")


def _add_report_format(parser: argparse.ArgumentParser) -> None:
    forms = ("text", "json", "html", "markdown")
    parser.add_argument("--format", choices=forms, default="text", help="of the output")
    parser.add_argument("--output", metavar="FILE", type=Path, help="save the output there")
    parser.add_argument(
        "--in-full",
        action="store_true",
        help="json, html, markdown: work out rereadings and accounts, too; may take minutes",
    )


def _add_budget(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--budget", metavar="SECONDS", type=float, help="time after which to say undecided"
    )
