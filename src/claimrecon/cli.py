"""The command line: ``claimrecon demo | reconcile | range | read | check | schema``.

Thin: every command asks the library and returns what to print; only ``main`` prints. What a command
needs is imported when it runs, so that ``--help`` is quick.

Exit codes: 0 done; 1 findings of the kind asked for with ``--fail-on``; 2 bad input; 3 undecided.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimrecon.dossier import Dossier
    from claimrecon.extraction import QuoteCheck
    from claimrecon.report import Report

_PROGRAM = "claimrecon"
_LONGEST_PAIR = 2
_STYLES = (
    (r"\A.*$", "bold"),
    (r"^[A-Z][A-Z ]+(?=$|  | if every| OF \d)", "bold"),
    (r"^THE FIGURES CAN ALL BE TRUE", "bold green"),
    (r"^THE FIGURES FIT ONLY WITH ROUNDING", "bold yellow"),
    (r"^THE FIGURES CANNOT ALL BE TRUE", "bold red"),
    (r"^UNDECIDED", "bold magenta"),
    (r"(?<=^ ..)(Conflict|Conflict in retelling|Fit only with rounding):", "bold red"),
    (r"(?<=^ ..)[A-Z][a-z ]+:", "bold"),
)


class Exit(IntEnum):
    """What the exit code says."""

    DONE = 0
    FOUND = 1
    BAD_INPUT = 2
    UNDECIDED = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command came to: its exit code, its output, and what goes to standard error."""

    code: Exit
    out: str = ""
    err: str = ""
    is_report: bool = False
    """Whether the output is a report as text, which a terminal may show in colour."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Parameters
    ----------
    argv
        Arguments without the program's name; those of the process where left out.
    """
    parser = _parser()
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete  # noqa: PLC0415 - only a shell that completes a line asks for it

        argcomplete.autocomplete(parser)
    arguments = parser.parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        # The same input gives the same bytes on every machine.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    outcome = _written(_run(arguments), arguments)
    from claimrecon.display import clean, styled  # noqa: PLC0415 - keeps --help quick

    try:
        if outcome.err:
            print(clean(outcome.err).rstrip("\n"), file=sys.stderr)
        if outcome.out:
            out = outcome.out.rstrip("\n")
            print(styled(clean(out), _STYLES, sys.stdout) if outcome.is_report else out)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough; nothing more may be flushed when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(outcome.code)


def _written(outcome: Outcome, arguments: argparse.Namespace) -> Outcome:
    """Save the output where a file was asked for."""
    path: Path | None = getattr(arguments, "output", None)
    if path is None or not outcome.out:
        return outcome
    try:
        path.write_text(f"{outcome.out.rstrip()}\n", encoding="utf-8")
    except OSError as error:
        return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: {error}")
    return Outcome(outcome.code, f"Saved to {path}.", outcome.err)


def _run(arguments: argparse.Namespace) -> Outcome:
    from claimrecon.errors import ClaimReconError  # noqa: PLC0415 - keeps --help quick

    try:
        outcome: Outcome = arguments.command(arguments)
    except ClaimReconError as error:
        return Outcome(Exit.BAD_INPUT, err=str(error))
    except (OSError, ValueError) as error:
        return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: {error}")
    return outcome


def _demo(arguments: argparse.Namespace) -> Outcome:
    from claimrecon.dossier import demo_path, demo_text, load  # noqa: PLC0415 - keeps --help quick

    if arguments.write is not None:
        try:
            with arguments.write.open("x", encoding="utf-8") as file:
                file.write(demo_text())
        except FileExistsError:
            message = f"{arguments.write} exists and is left as it is. Choose another name."
            return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: {message}")
        hint = f"Saved to {arguments.write}. Edit it, then: {_PROGRAM} reconcile {arguments.write}"
        return Outcome(Exit.DONE, hint)
    report = _report(load(demo_path()), arguments)
    return _shown(report, arguments, f"{_PROGRAM} demo")


def _reconcile(arguments: argparse.Namespace) -> Outcome:
    from claimrecon.display import Waiting  # noqa: PLC0415 - keeps --help quick

    files: list[str] = arguments.files
    if arguments.proof is not None and len(files) > 1:
        return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: --proof is about one file. Name only one.")
    if arguments.format == "html" and len(files) > 1:
        message = "--format html makes a page of one file. Name only one."
        return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: {message}")
    done = []
    with Waiting(sys.stderr, "reconciling", limit=arguments.budget) as waiting:
        for number, file in enumerate(files):
            waiting.step(number, len(files))
            done.append(_reconciled(file, arguments))
    if len(done) == 1:
        return done[0]
    outputs = [outcome.out for outcome in done if outcome.out]
    if arguments.format == "json":
        out = f"[{','.join(output.strip() for output in outputs)}]"
    else:
        rule = "---" if arguments.format == "markdown" else "=" * 80
        out = f"\n\n{rule}\n\n".join(output.strip() for output in outputs)
    err = "\n\n".join(outcome.err for outcome in done if outcome.err)
    code = _gravest(outcome.code for outcome in done)
    return Outcome(code, out, err, is_report=arguments.format == "text")


def _reconciled(file: str, arguments: argparse.Namespace) -> Outcome:
    from claimrecon.dossier import examine  # noqa: PLC0415 - keeps --help quick

    examined = examine(file)
    if examined.dossier is None or (examined.errors and not arguments.keep_going):
        return Outcome(Exit.BAD_INPUT, err=str(examined.error()))
    report = _report(examined.dossier, arguments)
    lost = examined.total - examined.usable
    first = f"{examined.name}: {lost} of {examined.total} claims cannot be used and are left out."
    outcome = _shown(report, arguments, "", note=first if examined.errors else "")
    if not examined.errors:
        return outcome
    out = f"{first}\n\n{outcome.out}" if arguments.format == "text" else outcome.out
    err = "\n\n".join(part for part in (str(examined.error()), outcome.err) if part)
    return Outcome(outcome.code, out, err, is_report=outcome.is_report)


def _range(arguments: argparse.Namespace) -> Outcome:
    from claimrecon.dossier import load  # noqa: PLC0415 - keeps --help quick
    from claimrecon.report import range_text, range_values  # noqa: PLC0415

    during = arguments.during
    if during is not None and len(during) > _LONGEST_PAIR:
        message = f"--during takes one date or two, and {len(during)} were given."
        return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: {message}")
    report = _report(load(arguments.file), arguments)
    asked = report.range(
        arguments.measure,
        population=arguments.population,
        place=arguments.place,
        cause=arguments.cause,
        at=arguments.at,
        as_of=arguments.as_of,
        during=during[0] if during is not None and len(during) == 1 else during,
        since=arguments.since,
    )
    code = Exit.UNDECIDED if asked.undecided else Exit.DONE
    if arguments.format == "json":
        return Outcome(code, _json(range_values(asked)))
    return Outcome(code, range_text(report, asked))


def _check(arguments: argparse.Namespace) -> Outcome:
    from claimrecon.dossier import examine  # noqa: PLC0415 - keeps --help quick
    from claimrecon.extraction.command import quote_text, quote_values  # noqa: PLC0415
    from claimrecon.report import check_text, check_values  # noqa: PLC0415

    examined = examine(arguments.file)
    code = Exit.BAD_INPUT if examined.errors else Exit.DONE
    quotes = _quotes(examined.dossier)
    if arguments.format == "json":
        return Outcome(code, _json(check_values(examined) | quote_values(quotes)))
    err = str(examined.error()) if examined.errors else ""
    return Outcome(code, check_text(examined) + quote_text(quotes), err)


def _quotes(dossier: "Dossier | None") -> "tuple[QuoteCheck, ...]":
    from claimrecon.extraction import check_quotes  # noqa: PLC0415

    return () if dossier is None else check_quotes(dossier.read().claims)


def _read(arguments: argparse.Namespace) -> Outcome:
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
        return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: {message}")
    hint = f"Saved to {arguments.write}. Edit it, then: {_PROGRAM} check {arguments.write}"
    return Outcome(Exit.DONE, out, hint)


def _schema(arguments: argparse.Namespace) -> Outcome:
    from claimrecon.dossier import Dossier  # noqa: PLC0415 - keeps --help quick
    from claimrecon.extraction import draft_schema  # noqa: PLC0415
    from claimrecon.report import report_schema  # noqa: PLC0415

    if arguments.what == "draft":
        return Outcome(Exit.DONE, _json(draft_schema()))
    schema = Dossier.model_json_schema() if arguments.what == "dossier" else report_schema()
    return Outcome(Exit.DONE, _json(schema))


def _report(dossier: "Dossier", arguments: argparse.Namespace) -> "Report":
    from claimrecon.reconcile import reconcile  # noqa: PLC0415 - keeps --help quick

    return reconcile(
        dossier,
        known_by=getattr(arguments, "known_by", None),
        codebook=getattr(arguments, "codebook", None),
        budget=getattr(arguments, "budget", None),
    )


def _shown(
    report: "Report", arguments: argparse.Namespace, command: str, *, note: str = ""
) -> Outcome:
    from claimrecon.display import width_of  # noqa: PLC0415 - keeps --help quick

    code = _code(str(report.verdict), getattr(arguments, "fail_on", None))
    if arguments.proof is not None:
        try:
            proof = report.proof_text(arguments.proof, width=width_of(sys.stdout))
            return Outcome(code, proof, is_report=True)
        except IndexError as error:
            return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: {error}")
    if arguments.format == "json":
        err = "\n".join(map(str, report.warnings))
        return Outcome(code, report.to_json(), err)
    if arguments.format == "html":
        return Outcome(code, report.to_html(in_full=arguments.in_full, note=note))
    if arguments.format == "markdown":
        return Outcome(code, report.to_markdown(in_full=arguments.in_full, note=note))
    text = report.to_text(width=width_of(sys.stdout), command=command)
    return Outcome(code, text, is_report=True)


def _code(verdict: str, fail_on: str | None) -> Exit:
    found = {"contradiction": {"contradiction"}, "tension": {"contradiction", "tension"}}
    if fail_on is not None and verdict in found[fail_on]:
        return Exit.FOUND
    return Exit.UNDECIDED if verdict == "undecided" else Exit.DONE


def _gravest(codes: Iterable[Exit]) -> Exit:
    order = (Exit.BAD_INPUT, Exit.FOUND, Exit.UNDECIDED, Exit.DONE)
    return min(codes, key=order.index)


def _json(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, indent=2)


def _parser() -> argparse.ArgumentParser:
    from importlib.metadata import version  # noqa: PLC0415 - a slow import, but for a version only

    parser = argparse.ArgumentParser(
        prog=_PROGRAM,
        description="Casualty figures that disagree: which cannot all be true, by how many people, "
        "why, and what is left possible. With sums that you can check.",
        epilog="Exit codes: 0 done, 1 findings of the kind asked for (only with --fail-on), "
        "2 bad input, 3 undecided.",
    )
    parser.add_argument("--version", action="version", version=f"{_PROGRAM} {version(_PROGRAM)}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    demo = commands.add_parser("demo", help="reconcile the figures of one real press report")
    demo.set_defaults(command=_demo)
    demo.add_argument("--write", metavar="FILE", type=Path, help="save the dossier there, to edit")
    _add_proof(demo)
    _add_report_format(demo)

    reconcile = commands.add_parser("reconcile", help="say which claims cannot all be true")
    reconcile.set_defaults(command=_reconcile)
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
    reconcile.add_argument("--codebook", metavar="NAME", help="read words by this codebook")
    _add_budget(reconcile)
    _add_proof(reconcile)
    _add_report_format(reconcile)

    asked = commands.add_parser("range", help="say what is left possible about one question")
    asked.set_defaults(command=_range)
    asked.add_argument("file", metavar="FILE", help="YAML, JSON, TOML or CSV")
    asked.add_argument("--measure", required=True, help="what is counted, such as killed")
    asked.add_argument("--population", help="whom; the dossier's default where left out")
    asked.add_argument("--place", help="where; the dossier's default where left out")
    asked.add_argument("--cause", help="by what")
    when = asked.add_mutually_exclusive_group(required=True)
    when.add_argument("--as-of", metavar="DATE", help="running total up to a day, or final")
    when.add_argument("--at", metavar="DATE", help="how many there were at the end of a day")
    when.add_argument(
        "--during", metavar="DATE", nargs="+", help="a month or year, or a first and a last day"
    )
    asked.add_argument("--since", metavar="DATE", help="first day of counting of a running total")
    _add_budget(asked)
    _add_format(asked)

    article = commands.add_parser("read", help="read the figures of an article as drafts of claims")
    article.set_defaults(command=_read)
    article.add_argument("article", metavar="ARTICLE", help="a text file, or - for standard input")
    article.add_argument("--published", metavar="DATE", help="the day it was published")
    article.add_argument("--outlet", metavar="NAME", help="who published it")
    article.add_argument("--tier", choices=("sure", "all"), default="sure", help="how sure to be")
    article.add_argument("--write", metavar="FILE", type=Path, help="save a dossier there, to edit")
    article.add_argument("--title", metavar="TEXT", help="of that dossier")
    _add_format(article)

    check = commands.add_parser("check", help="validate a file and show how every claim was read")
    check.set_defaults(command=_check)
    check.add_argument("file", metavar="FILE", help="YAML, JSON, TOML or CSV")
    _add_format(check)

    schema = commands.add_parser("schema", help="print the JSON Schema of a format")
    schema.set_defaults(command=_schema)
    schema.add_argument("what", choices=("dossier", "draft", "report"))
    return parser


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
        help="html, markdown: work out rereadings and accounts, too; may take minutes",
    )


def _add_budget(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--budget", metavar="SECONDS", type=float, help="time after which to say undecided"
    )


if __name__ == "__main__":
    sys.exit(main())
