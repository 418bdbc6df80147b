"""A notice as plain values, for a report and for a check alike."""

from typing import Any

from claimrecon.errors import Notice


def notice_values(notice: Notice | str) -> dict[str, Any]:
    """Return a notice as plain values."""
    if isinstance(notice, str):
        return {"code": None, "message": notice, "claims": []}
    return {"code": notice.code, "message": notice.message, "claims": list(notice.claims)}
