"""Run one command and print what it came to: the only module of the library that prints."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from claimrecon.cli.options import parser_of_commands
from claimrecon.cli.outcomes import Exit, Outcome, refused

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


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Parameters
    ----------
    argv
        Arguments without the program's name; those of the process where left out.
    """
    parser = parser_of_commands()
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
        return refused(error)
    return Outcome(outcome.code, f"Saved to {path}.", outcome.err)


def _run(arguments: argparse.Namespace) -> Outcome:
    from claimrecon.errors import ClaimReconError  # noqa: PLC0415 - keeps --help quick

    try:
        outcome: Outcome = arguments.command(arguments)
    except ClaimReconError as error:
        return Outcome(Exit.BAD_INPUT, err=str(error))
    except (OSError, ValueError) as error:
        return refused(error)
    return outcome
