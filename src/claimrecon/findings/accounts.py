"""Accounts: maximal sets of claims that can all be true, and what each leaves possible (§14)."""

from claimrecon.claims import Scope
from claimrecon.findings.model import Account
from claimrecon.findings.record import Record
from claimrecon.findings.sheet import Sheet
from claimrecon.linear import maximal_consistent

MAX_ACCOUNTS = 12
"""Beyond these the accounts of one range are not listed one by one."""


def accounts_of(
    record: Record, scope: Scope, sheet: Sheet, number: int, *, limit: int = MAX_ACCOUNTS
) -> tuple[Account, ...]:
    """Return every account of the claims that bear on *scope*, in the order of their ids.

    Parameters
    ----------
    sheet, number
        The lenient rows, and the place of the scope among their questions.
    limit
        Beyond so many, none is listed.

    Raises
    ------
    UndecidedError
        If the budget of the sheet runs out.
    """
    system = sheet.bearing(number)
    found = []
    for keeps in maximal_consistent(system, limit=limit, budget=sheet.budget).sets:
        readings = [
            Sheet(record, (scope,), sheet.budget, lenient=lenient, only=keeps).interval(0)
            for lenient in (False, True)
        ]
        drops = tuple(owner for owner in system.owners if owner not in keeps)
        found.append(Account(keeps, drops, *readings))
    return tuple(found)
