"""Files that cannot be read at all."""

from claimrecon.errors import DossierError, Problem

MOST_BYTES = 20_000_000
MOST_LEVELS = 50


def unusable(
    code: str, message: str, *, line: int | None = None, value: str | None = None
) -> DossierError:
    """Return the error for a file of which nothing can be used."""
    sentence = message[:1].upper() + message[1:]
    return DossierError((Problem(code, sentence, value=value, line=line),))


def too_deep(*, line: int | None = None) -> DossierError:
    """Return the error for names within names without end."""
    return unusable(
        "CR107",
        f"things stand within one another more than {MOST_LEVELS} levels deep. A dossier needs "
        "far fewer: check the brackets and the indentation.",
        line=line,
    )


def twice(key: str, *, line: int | None = None) -> DossierError:
    """Return the error for a key that stands twice in one mapping."""
    return unusable(
        "CR106",
        f"the key {key!r} stands twice in one mapping, and only one of the two could count. Keep "
        "one.",
        line=line,
        value=key,
    )
