"""Commands that show a whole report: ``demo`` and ``reconcile``."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from claimrecon.cli.outcomes import PROGRAM, Exit, Outcome, code_of, gravest, refused

if TYPE_CHECKING:
    from claimrecon.dossier import Dossier
    from claimrecon.report import Report


def demo_command(arguments: argparse.Namespace) -> Outcome:
    """Reconcile the dossier that is shipped, or save it."""
    from claimrecon.dossier import demo_path, demo_text, load  # noqa: PLC0415 - keeps --help quick

    if arguments.write is not None:
        try:
            with arguments.write.open("x", encoding="utf-8") as file:
                file.write(demo_text())
        except FileExistsError:
            message = f"{arguments.write} exists and is left as it is. Choose another name."
            return refused(message)
        hint = f"Saved to {arguments.write}. Edit it, then: {PROGRAM} reconcile {arguments.write}"
        return Outcome(Exit.DONE, hint)
    report = report_of(load(demo_path()), arguments)
    return _shown(report, arguments, f"{PROGRAM} demo")


def reconcile_command(arguments: argparse.Namespace) -> Outcome:
    """Reconcile files."""
    from claimrecon.display import Waiting  # noqa: PLC0415 - keeps --help quick

    files: list[str] = arguments.files
    if arguments.out is not None:
        return _reconciled_into(arguments.out, files, arguments)
    if arguments.proof is not None and len(files) > 1:
        return refused("--proof is about one file. Name only one.")
    if arguments.format == "html" and len(files) > 1:
        message = "--format html makes a page of one file. Name only one."
        return refused(message)
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
    code = gravest(outcome.code for outcome in done)
    return Outcome(code, out, err, is_report=arguments.format == "text")


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
        codes.append(Exit.BAD_INPUT if refused else code_of(str(item.verdict), arguments.fail_on))
    return Outcome(gravest(codes), "\n".join(lines))


def _reconciled(file: str, arguments: argparse.Namespace) -> Outcome:
    from claimrecon.dossier import examine  # noqa: PLC0415 - keeps --help quick

    examined = examine(file)
    if examined.dossier is None or (examined.errors and not arguments.keep_going):
        return Outcome(Exit.BAD_INPUT, err=str(examined.error()))
    report = report_of(examined.dossier, arguments)
    lost = examined.total - examined.usable
    first = f"{examined.name}: {lost} of {examined.total} claims cannot be used and are left out."
    outcome = _shown(report, arguments, "", note=first if examined.errors else "")
    if not examined.errors:
        return outcome
    out = f"{first}\n\n{outcome.out}" if arguments.format == "text" else outcome.out
    err = "\n\n".join(part for part in (str(examined.error()), outcome.err) if part)
    return Outcome(outcome.code, out, err, is_report=outcome.is_report)


def report_of(dossier: "Dossier", arguments: argparse.Namespace) -> "Report":
    """Reconcile a dossier by the options that were given."""
    from claimrecon.reconciliation import reconcile  # noqa: PLC0415 - keeps --help quick

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

    code = code_of(str(report.verdict), getattr(arguments, "fail_on", None))
    if arguments.proof is not None:
        try:
            proof = report.proof_text(arguments.proof, width=width_of(sys.stdout))
            return Outcome(code, proof, is_report=True)
        except IndexError as error:
            return refused(error)
    if arguments.format == "json":
        err = "\n".join(map(str, report.warnings))
        return Outcome(code, report.to_json(in_full=arguments.in_full), err)
    if arguments.format == "html":
        return Outcome(code, report.to_html(in_full=arguments.in_full, note=note))
    if arguments.format == "markdown":
        return Outcome(code, report.to_markdown(in_full=arguments.in_full, note=note))
    text = report.to_text(width=width_of(sys.stdout), command=command)
    return Outcome(code, text, is_report=True)
