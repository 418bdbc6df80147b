"""Who said it: the sources of a dossier, and how claims name them (§9)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from claimrecon.dossier.names import nearest
from claimrecon.dossier.parts import Document, SourceEntry
from claimrecon.dossier.problems import Desk, Problems
from claimrecon.sources import Source, line_of_speech


@dataclass(slots=True)
class Roster:
    """The sources met so far, by key, and every name that leads to them."""

    sources: dict[str, Source] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    def add(self, source: Source) -> None:
        """Take in a source; names that lead elsewhere already stay where they lead."""
        self.sources[source.key] = source
        for name in source.names:
            self.keys.setdefault(name, source.key)

    def relay(self, name: str) -> str:
        """Return the key of a relay that is one of the sources, else its name."""
        return self.keys.get(name, name)


def roster_of(document: Document, problems: Problems) -> Roster:
    """Read the entries of ``sources``, and the sources that only claims name."""
    roster = Roster()
    for key, entry in document.sources.items():
        source = _source(key, entry, listed=True)
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
    listed = tuple(roster.keys)
    for key, entry in document.sources.items():
        _speaks_for(key, entry.speaks_for, roster, listed, Desk(problems, ("sources", key)))
    return roster


def speaker_of(written: str | SourceEntry, roster: Roster, desk: Desk) -> str | None:
    """Return the key of the source that a claim names, taking in a source without an entry."""
    if isinstance(written, SourceEntry):
        return _inline(written, roster, desk)
    if (key := roster.keys.get(written)) is not None:
        return key
    if (near := _near(written, roster)) is not None:
        _refuse_near(written, near, desk, "source")
        return None
    roster.add(Source(written, written, listed=False))
    return written


def check_circles(roster: Roster, problems: Problems) -> None:
    """Refuse sources that speak for one another in a circle."""
    told: set[frozenset[str]] = set()
    for key in roster.sources:
        line = line_of_speech(roster.sources, key)
        start = line.index(line[-1])
        circle = frozenset(line[start:])
        if start < len(line) - 1 and circle not in told:
            told.add(circle)
            Desk(problems, ("sources", key)).refuse(
                "CR117",
                f"the sources speak for one another in a circle: {' > '.join(line[start:])}. "
                "Somebody speaks for themselves: take speaks_for away from one of them.",
            )


def _source(key: str, entry: SourceEntry, *, listed: bool) -> Source:
    return Source(
        key=key,
        name=entry.name or key,
        aliases=entry.aliases,
        role=entry.role,
        side=entry.side,
        reliability=entry.reliability,
        note=entry.note,
        listed=listed,
    )


def _inline(entry: SourceEntry, roster: Roster, desk: Desk) -> str | None:
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
        if (near := _near(entry.name, roster)) is not None:
            _refuse_near(entry.name, near, desk, "source")
            return None
        key = entry.name
        roster.add(_source(key, entry, listed=True))
        _speaks_for(key, entry.speaks_for, roster, tuple(roster.keys), desk)
        return key
    known = roster.sources[key]
    said = {name: getattr(entry, name) for name in entry.model_fields_set - {"name", "speaks_for"}}
    if entry.speaks_for is not None:
        said["speaks_for"] = roster.relay(entry.speaks_for)
    differing = sorted(name for name, value in said.items() if value != getattr(known, name))
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


def _speaks_for(
    key: str, written: str | None, roster: Roster, listed: Iterable[str], desk: Desk
) -> None:
    if written is None:
        return
    target = roster.keys.get(written)
    if target is None and (near := nearest(written, listed)) is not None:
        _refuse_near(written, roster.keys[near], desk, "speaks_for", roster)
        return
    if target is None:
        desk.refuse(
            "CR119",
            f"{key!r} speaks for {written!r}, and there is no source of that name. Add {written!r} "
            "under sources:, or take speaks_for away.",
            key="speaks_for",
            value=written,
        )
        return
    source = roster.sources[key]
    roster.sources[key] = Source(
        source.key,
        source.name,
        source.aliases,
        source.role,
        source.side,
        target,
        source.reliability,
        source.note,
        listed=source.listed,
    )


def _near(written: str, roster: Roster) -> Source | None:
    listed = [name for name, key in roster.keys.items() if roster.sources[key].listed]
    found = nearest(written, listed)
    return None if found is None else roster.sources[roster.keys[found]]


def _refuse_near(
    written: str, near: Source | str, desk: Desk, key: str, roster: Roster | None = None
) -> None:
    known = near if isinstance(near, Source) else (roster or Roster()).sources[near]
    known_as = f"{known.key!r}" if known.key == known.name else f"{known.key!r} ({known.name})"
    desk.refuse(
        "CR104",
        f"There is no source of that name. Did you mean {known_as}?  Write  {key}: {known.key}   "
        f"or add {written!r} under sources:.",
        key=key,
        value=written,
    )
