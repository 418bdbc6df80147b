"""Who says something, and for whom they speak (§9).

A *source* is a person or body that states figures; its *origin* is the one it ``speaks_for``, or
itself. Relays only pass figures on.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from claimrecon.vocabulary import Reliability, Role


@dataclass(frozen=True, slots=True)
class Source:
    """One source as the dossier describes it.

    Attributes
    ----------
    key
        How claims name it; the name itself where the dossier has no entry for it.
    name
        How a person would say it.
    aliases
        Other names of the same source.
    role, side
        What it is, and on whose side; ``None`` where nobody said.
    speaks_for
        Key of the source in whose name it speaks, or ``None``.
    reliability
        Admiralty grade; F means *cannot be judged* (§15).
    note
        Free text.
    listed
        Whether the dossier has an entry for it.
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    role: Role | None = None
    side: str | None = None
    speaks_for: str | None = None
    reliability: Reliability | None = None
    note: str | None = None
    listed: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it may be called, the key first, each once."""
        return tuple(dict.fromkeys((self.key, self.name, *self.aliases)))


def line_of_speech(sources: Mapping[str, Source], key: str) -> tuple[str, ...]:
    """Return *key* and those in whose name it speaks, the origin last.

    A circle ends where it closes, with the first key standing twice; a key without a source ends
    the line.

    Examples
    --------
    >>> spokesman = Source("spokesman", "Army spokesman", speaks_for="army")
    >>> army = Source("army", "The army")
    >>> line_of_speech({"spokesman": spokesman, "army": army}, "spokesman")
    ('spokesman', 'army')
    """
    line = [key]
    while (source := sources.get(line[-1])) is not None and source.speaks_for is not None:
        line.append(source.speaks_for)
        if source.speaks_for in line[:-1]:
            break
    return tuple(line)
