"""Who said it: the sources of a dossier, and how claims name them (§9)."""

from dataclasses import dataclass, field, replace

from claimrecon.dossier.names import Spellings
from claimrecon.dossier.parts import Document, SourceEntry
from claimrecon.dossier.problems import Desk, Problems
from claimrecon.sources import Source, line_of_speech

_DETAILS = ("aliases", "role", "side", "speaks_for", "reliability", "note")


@dataclass(slots=True)
class Roster:
    """The sources met so far.

    Attributes
    ----------
    sources
        By key.
    keys
        Every name that leads to a source, with its key.
    listed
        The names that stand under ``sources``, against which slips are held.
    """

    sources: dict[str, Source] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    listed: Spellings = field(default_factory=Spellings)

    def add(self, source: Source) -> None:
        """Take in a source; names that lead elsewhere already stay where they lead."""
        self.sources[source.key] = source
        for name in source.names:
            self.keys.setdefault(name, source.key)

    def relay(self, name: str) -> str:
        """Return the key of a relay that is one of the sources, else its name."""
        return self.keys.get(name, name)

    def meant(self, name: str) -> Source | None:
        """Return the listed source that an unknown *name* is a slip for, or ``None``."""
        found = self.listed.nearest(name)
        return None if found is None else self.sources[self.keys[found]]


def roster_of(document: Document, problems: Problems) -> Roster:
    """Read the entries of ``sources``, then the sources described where claims name them."""
    roster = Roster()
    for key, entry in document.sources.items():
        source = _source(key, entry)
        desk = Desk(problems, ("sources", key))
        for name in source.names:
            if (other := roster.keys.get(name)) is not None:
                desk.refuse(
                    "CR115",
                    f"the sources {other!r} and {key!r} are both called {name!r}, so a claim by "
                    f"{name!r} has two origins. Merge the two, or give one another name.",
                    value=name,
                )
        roster.add(source)
    roster.listed = Spellings(roster.keys)
    inline = _inline_entries(document, roster)
    for name, entry in inline.items():
        roster.add(_source(name, entry))
    for key, entry in document.sources.items():
        _speak(key, entry, roster, Desk(problems, ("sources", key)))
    for name, entry in inline.items():
        # What is wrong here is handed in where the claim stands.
        _speak(name, entry, roster, Desk(Problems(), ()))
    return roster


def speaker_of(written: str | SourceEntry, roster: Roster, desk: Desk) -> str | None:
    """Return the key of the source that a claim names, taking in a source without an entry."""
    if isinstance(written, SourceEntry):
        return _described(written, roster, desk)
    if (key := roster.keys.get(written)) is not None:
        return key
    if (meant := roster.meant(written)) is not None:
        _refuse_slip(written, meant, desk, "source")
        return None
    roster.add(Source(written, written, listed=False))
    return written


def check_circles(roster: Roster, problems: Problems) -> None:
    """Refuse sources that speak for one another in a circle."""
    told: set[frozenset[str]] = set()
    for key, source in roster.sources.items():
        if source.speaks_for is None:
            continue
        line = line_of_speech(roster.sources, key)
        start = line.index(line[-1])
        circle = frozenset(line[start:])
        if start < len(line) - 1 and circle not in told:
            told.add(circle)
            Desk(problems, ("sources", key)).refuse(
                "CR117",
                "the sources speak for one another in a circle: "
                f"{' > '.join(line[start:])}. Somebody speaks for themselves: take speaks_for away "
                "from one of them.",
            )


def _source(key: str, entry: SourceEntry) -> Source:
    return Source(
        key=key,
        name=entry.name or key,
        aliases=entry.aliases,
        role=entry.role,
        side=entry.side,
        reliability=entry.reliability,
        note=entry.note,
    )


def _inline_entries(document: Document, roster: Roster) -> dict[str, SourceEntry]:
    """Return the sources that claims describe, what several claims say put together."""
    entries: dict[str, SourceEntry] = {}
    for claim in document.claims:
        entry = claim.source
        if not isinstance(entry, SourceEntry) or entry.name is None or entry.name in roster.keys:
            continue
        if roster.meant(entry.name) is None:
            known = entries.get(entry.name, entry)
            added = {name: getattr(known, name) or getattr(entry, name) for name in _DETAILS}
            entries[entry.name] = known.model_copy(update=added)
    return entries


def _described(entry: SourceEntry, roster: Roster, desk: Desk) -> str | None:
    if entry.name is None:
        desk.refuse(
            "CR111",
            "this source has no name. Write  source: {name: ..., role: ...}  or the key of an "
            "entry under sources:.",
            key="source",
        )
        return None
    key = roster.keys.get(entry.name)
    if key is None:
        if (meant := roster.meant(entry.name)) is not None:
            _refuse_slip(entry.name, meant, desk, "source")
        return None
    if entry.speaks_for is not None and _spoken_for(entry.speaks_for, roster, desk, key) is None:
        return None
    known = roster.sources[key]
    said = {name: value for name in _DETAILS if (value := getattr(entry, name))}
    if "speaks_for" in said:
        said["speaks_for"] = roster.relay(said["speaks_for"])
    differing = [name for name, value in said.items() if value != getattr(known, name)]
    if differing:
        desk.refuse(
            "CR116",
            f"the source {known.name!r} is described twice, with another {', '.join(differing)}. "
            "Describe it once under sources:, and name its key here.",
            key="source",
            value=entry.name,
        )
        return None
    return key


def _speak(key: str, entry: SourceEntry, roster: Roster, desk: Desk) -> None:
    if entry.speaks_for is not None:
        target = _spoken_for(entry.speaks_for, roster, desk, key)
        roster.sources[key] = replace(roster.sources[key], speaks_for=target)


def _spoken_for(written: str, roster: Roster, desk: Desk, key: str) -> str | None:
    """Return the key of the source that *key* speaks for."""
    if (target := roster.keys.get(written)) is not None:
        return target
    if (meant := roster.meant(written)) is not None:
        _refuse_slip(written, meant, desk, "speaks_for")
    else:
        desk.refuse(
            "CR119",
            f"{key!r} speaks for {written!r}, and there is no source of that name. Add {written!r} "
            "under sources:, or take speaks_for away.",
            key="speaks_for",
            value=written,
        )
    return None


def _refuse_slip(written: str, meant: Source, desk: Desk, key: str) -> None:
    known = repr(meant.key) if meant.key == meant.name else f"{meant.key!r} ({meant.name})"
    desk.refuse(
        "CR104",
        f"There is no source of that name. Did you mean {known}?  Write  {key}: {meant.key}   or "
        f"add {written!r} under sources:.",
        key=key,
        value=written,
    )
