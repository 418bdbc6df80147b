"""Accounts: maximal sets of claims that can all be true, and what each leaves possible (§14)."""

from claimrecon.findings.model import Account
from claimrecon.findings.sheet import Sheet
from claimrecon.linear import maximal_consistent

MAX_ACCOUNTS = 12
"""Beyond these the accounts of one range are not listed one by one."""


def accounts_of(
    close: Sheet, loose: Sheet, number: int, *, limit: int = MAX_ACCOUNTS
) -> tuple[Account, ...] | None:
    """Return every account of the claims that bear on one scope, in the order of their ids.

    ``None`` where there are too many.

    Parameters
    ----------
    close, loose
        The rows of the figures to the letter, and allowing for rounding.
    number
        The place of the scope among their questions.
    limit
        How many there may be.

    Raises
    ------
    UndecidedError
        If the budget of the sheets runs out.
    """
    system = loose.bearing(number)
    accounts = maximal_consistent(system, limit=limit, budget=loose.budget)
    if accounts.truncated:
        return None
    found = []
    for keeps in accounts.sets:
        drops = tuple(owner for owner in system.owners if owner not in keeps)
        strict, lenient = (sheet.interval(number, without=drops) for sheet in (close, loose))
        found.append(Account(keeps, drops, strict, lenient))
    return tuple(found)
