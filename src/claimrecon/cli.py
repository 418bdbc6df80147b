"""The command line: ``claimrecon demo | reconcile | range | history | compare | ...``.

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
    from claimrecon.report.questions import ScopeWords

_PROGRAM = "claimrecon"
_LONGEST_PAIR = 2


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


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Parameters
    ----------
    argv
        Arguments without the program's name; those of the process where left out.
    """
    arguments = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        # The same input gives the same bytes on every machine.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    outcome = _run(arguments)
    try:
        if outcome.err:
            print(outcome.err.rstrip("\n"), file=sys.stderr)
        if outcome.out:
            print(outcome.out.rstrip("\n"))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough; nothing more may be flushed when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(outcome.code)


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
    files: list[str] = arguments.files
    if arguments.out is not None:
        return _reconciled_into(arguments.out, files, arguments)
    if arguments.proof is not None and len(files) > 1:
        return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: --proof is about one file. Name only one.")
    done = [_reconciled(file, arguments) for file in files]
    if len(done) == 1:
        return done[0]
    outputs = [outcome.out for outcome in done if outcome.out]
    if arguments.format == "json":
        out = f"[{','.join(output.strip() for output in outputs)}]"
    else:
        out = f"\n\n{'=' * 80}\n\n".join(output.strip() for output in outputs)
    err = "\n\n".join(outcome.err for outcome in done if outcome.err)
    return Outcome(_gravest(outcome.code for outcome in done), out, err)


def _reconciled_into(folder: Path, files: list[str], arguments: argparse.Namespace) -> Outcome:
    from claimrecon.pipeline import Done, reconcile_files  # noqa: PLC0415 - keeps --help quick

    lines, codes = [], [Exit.DONE]
    for item in reconcile_files(
        files,
        folder,
        keep_going=arguments.keep_going,
        known_by=arguments.known_by,
        codebook=arguments.codebook,
        budget=arguments.budget,
    ):
        lines.append(str(item))
        refused = item.done is Done.REFUSED or item.verdict is None
        codes.append(Exit.BAD_INPUT if refused else _code(str(item.verdict), arguments.fail_on))
    return Outcome(_gravest(codes), "\n".join(lines))


def _reconciled(file: str, arguments: argparse.Namespace) -> Outcome:
    from claimrecon.dossier import examine  # noqa: PLC0415 - keeps --help quick

    examined = examine(file)
    if examined.dossier is None or (examined.errors and not arguments.keep_going):
        return Outcome(Exit.BAD_INPUT, err=str(examined.error()))
    report = _report(examined.dossier, arguments)
    outcome = _shown(report, arguments, "")
    if not examined.errors:
        return outcome
    lost = examined.total - examined.usable
    first = f"{examined.name}: {lost} of {examined.total} claims cannot be used and are left out."
    out = outcome.out if arguments.format == "json" else f"{first}\n\n{outcome.out}"
    err = "\n\n".join(part for part in (str(examined.error()), outcome.err) if part)
    return Outcome(outcome.code, out, err)


def _range(arguments: argparse.Namespace) -> Outcome:
    from claimrecon.dossier import load  # noqa: PLC0415 - keeps --help quick
    from claimrecon.report import range_text, range_values  # noqa: PLC0415

    scope = _scope(arguments)
    report = _report(load(arguments.file), arguments)
    asked = report.range(arguments.measure, **scope)
    code = Exit.UNDECIDED if asked.undecided else Exit.DONE
    if arguments.format == "json":
        return Outcome(code, _json(range_values(asked)))
    return Outcome(code, range_text(report, asked))


def _scope(arguments: argparse.Namespace) -> "ScopeWords":
    """Return the scope asked about; keys that were not given are left out."""
    during = arguments.during
    if during is not None and len(during) > _LONGEST_PAIR:
        raise ValueError(f"--during takes one date or two, and {len(during)} were given.")
    words: ScopeWords = {
        "population": arguments.population,
        "place": arguments.place,
        "cause": arguments.cause,
        "at": arguments.at,
        "as_of": arguments.as_of,
        "during": during[0] if during is not None and len(during) == 1 else during,
        "since": arguments.since,
    }
    return words


def _history(arguments: argparse.Namespace) -> Outcome:
    from claimrecon.dossier import load  # noqa: PLC0415 - keeps --help quick

    scope = _scope(arguments)
    if arguments.measure is None and any(scope.values()):
        given = ", ".join(f"--{key.replace('_', '-')}" for key, word in scope.items() if word)
        raise ValueError(f"{given} came without --measure. Say what is to be counted.")
    report = _report(load(arguments.file), argparse.Namespace())
    asked = scope if arguments.measure is not None else {}
    history = report.history(
        arguments.measure, days=arguments.days, budget=arguments.budget, **asked
    )
    undecided = any(day.undecided or str(day.verdict) == "undecided" for day in history.days)
    code = Exit.UNDECIDED if undecided else Exit.DONE
    if arguments.format == "json":
        return Outcome(code, _json(history.to_dict()))
    return Outcome(code, history.to_text())


def _compare(arguments: argparse.Namespace) -> Outcome:
    from claimrecon.reconcile import reconcile  # noqa: PLC0415 - keeps --help quick
    from claimrecon.report import compare  # noqa: PLC0415

    dates = arguments.known_by or (None, None)
    files = (arguments.before, arguments.after or arguments.before)
    if arguments.after is None and arguments.known_by is None:
        message = "one file was given. Name a second one, or two days: --known-by DATE DATE."
        return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: {message}")
    before, after = (
        reconcile(file, known_by=day, budget=arguments.budget)
        for file, day in zip(files, dates, strict=True)
    )
    change = compare(before, after, budget=arguments.budget)
    code = Exit.UNDECIDED if before.undecided or after.undecided else Exit.DONE
    if arguments.format == "json":
        return Outcome(code, _json(change.to_dict()))
    return Outcome(code, change.to_text())


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


def _convert(arguments: argparse.Namespace) -> Outcome:
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
        return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: {message}")
    for name, text in done.files.items():
        write_whole(target / name if name else target, text)
    return Outcome(Exit.DONE, f"Saved to {target} ({done.format_out}): {done}", done.refused)


def _schema(arguments: argparse.Namespace) -> Outcome:
    from claimrecon.dossier import Dossier  # noqa: PLC0415 - keeps --help quick
    from claimrecon.dossier.columns import table_schema  # noqa: PLC0415
    from claimrecon.extraction import draft_schema  # noqa: PLC0415
    from claimrecon.report import report_schema  # noqa: PLC0415

    if arguments.what == "table":
        return Outcome(Exit.DONE, _json(table_schema()))
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


def _shown(report: "Report", arguments: argparse.Namespace, command: str) -> Outcome:
    code = _code(str(report.verdict), getattr(arguments, "fail_on", None))
    if arguments.proof is not None:
        try:
            return Outcome(code, report.proof_text(arguments.proof))
        except IndexError as error:
            return Outcome(Exit.BAD_INPUT, err=f"{_PROGRAM}: {error}")
    if arguments.format == "json":
        err = "\n".join(map(str, report.warnings))
        return Outcome(code, report.to_json(), err)
    return Outcome(code, report.to_text(command=command))


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
    _add_format(demo)

    _add_reconcile(commands)

    asked = commands.add_parser("range", help="say what is left possible about one question")
    asked.set_defaults(command=_range)
    asked.add_argument("file", metavar="FILE", help="YAML, JSON, TOML or CSV")
    _add_scope(asked, required=True)
    _add_budget(asked)
    _add_format(asked)

    _add_over_time(commands)

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

    _add_convert(commands)

    schema = commands.add_parser("schema", help="print the JSON Schema of a format")
    schema.set_defaults(command=_schema)
    schema.add_argument("what", choices=("dossier", "draft", "report", "table"))
    return parser


def _add_over_time(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    history = commands.add_parser(
        "history", help="show how verdict and range moved as figures became public"
    )
    history.set_defaults(command=_history)
    history.add_argument("file", metavar="FILE", help="YAML, JSON, TOML or CSV")
    _add_scope(history, required=False)
    history.add_argument(
        "--days", metavar="DATE", nargs="+", help="the days; each day of publication if left out"
    )
    _add_budget(history)
    _add_format(history)

    compare = commands.add_parser("compare", help="show what changed from one dossier to another")
    compare.set_defaults(command=_compare)
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
    reconcile.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        help="one result a file in that folder; what is there and unchanged is skipped",
    )
    reconcile.add_argument("--codebook", metavar="NAME", help="read words by this codebook")
    _add_budget(reconcile)
    _add_proof(reconcile)
    _add_format(reconcile)


def _add_convert(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    convert = commands.add_parser(
        "convert", help="turn a file of another format into claims, or back"
    )
    convert.set_defaults(command=_convert)
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


def _add_budget(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--budget", metavar="SECONDS", type=float, help="time after which to say undecided"
    )


if __name__ == "__main__":
    sys.exit(main())
