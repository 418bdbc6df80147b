"""Commands that ask something of a dossier: ``range``, ``history`` and ``compare``."""

import argparse
from typing import TYPE_CHECKING

from claimrecon.cli.outcomes import Exit, Outcome, as_json, refused
from claimrecon.cli.reports import report_of

if TYPE_CHECKING:
    from claimrecon.report.questions import ScopeWords

_LONGEST_PAIR = 2


def range_command(arguments: argparse.Namespace) -> Outcome:
    """Say what is left possible about one question."""
    from claimrecon.dossier import load  # noqa: PLC0415 - keeps --help quick
    from claimrecon.report import range_text, range_values  # noqa: PLC0415

    scope = scope_words(arguments)
    report = report_of(load(arguments.file), arguments)
    asked = report.range(arguments.measure, **scope)
    code = Exit.UNDECIDED if asked.undecided else Exit.DONE
    if arguments.format == "json":
        return Outcome(code, as_json(range_values(asked)))
    return Outcome(code, range_text(report, asked))


def scope_words(arguments: argparse.Namespace) -> "ScopeWords":
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


def history_command(arguments: argparse.Namespace) -> Outcome:
    """Show how verdict and range moved."""
    from claimrecon.dossier import load  # noqa: PLC0415 - keeps --help quick

    scope = scope_words(arguments)
    if arguments.measure is None and any(scope.values()):
        given = ", ".join(f"--{key.replace('_', '-')}" for key, word in scope.items() if word)
        raise ValueError(f"{given} came without --measure. Say what is to be counted.")
    report = report_of(load(arguments.file), argparse.Namespace())
    asked = scope if arguments.measure is not None else {}
    history = report.history(
        arguments.measure, days=arguments.days, budget=arguments.budget, **asked
    )
    undecided = any(day.undecided or str(day.verdict) == "undecided" for day in history.days)
    code = Exit.UNDECIDED if undecided else Exit.DONE
    if arguments.format == "json":
        return Outcome(code, as_json(history.to_dict()))
    return Outcome(code, history.to_text())


def compare_command(arguments: argparse.Namespace) -> Outcome:
    """Show what changed."""
    from claimrecon.reconciliation import reconcile  # noqa: PLC0415 - keeps --help quick
    from claimrecon.report import compare  # noqa: PLC0415

    dates = arguments.known_by or (None, None)
    files = (arguments.before, arguments.after or arguments.before)
    if arguments.after is None and arguments.known_by is None:
        message = "one file was given. Name a second one, or two days: --known-by DATE DATE."
        return refused(message)
    before, after = (
        reconcile(file, known_by=day, budget=arguments.budget)
        for file, day in zip(files, dates, strict=True)
    )
    change = compare(before, after, budget=arguments.budget)
    code = Exit.UNDECIDED if before.undecided or after.undecided else Exit.DONE
    if arguments.format == "json":
        return Outcome(code, as_json(change.to_dict()))
    return Outcome(code, change.to_text())
