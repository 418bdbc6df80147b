"""YAML 1.2 from its events: no aliases, no tags, no duplicate keys, and every line known.

Scalars come as the text that stands in the file, so that 0.60 keeps its last digit; only plain
``true``, ``false`` and ``null`` are what YAML says they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML, events
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from claimrecon.dossier.problems import Path
from claimrecon.dossier.refusals import MOST_LEVELS, too_deep, twice, unusable

_Start = events.MappingStartEvent | events.SequenceStartEvent


def parse_yaml(text: str) -> tuple[object, dict[Path, int]]:
    """Return what a YAML document holds, and the line of everything in it.

    Raises
    ------
    DossierError
        If it is no YAML, or uses what this format leaves out.
    """
    try:
        return _built(_events(text))
    except YAMLError as error:
        mark = None
        reason = str(error).splitlines()[0]
        if isinstance(error, MarkedYAMLError):
            mark = error.problem_mark or error.context_mark
            reason = error.problem or error.context or reason
        raise unusable(
            "CR103",
            f"this is no YAML: {reason}. Check the indentation, and put text that holds ': ' or "
            "'#' in quotes.",
            line=None if mark is None else mark.line + 1,
        ) from error


def _events(text: str) -> Iterator[Any]:
    parser = YAML(typ="safe", pure=True).parse(text)
    yield from parser


@dataclass(slots=True)
class _Level:
    """A mapping or list that is being filled."""

    path: Path
    held: dict[object, object] | list[object]
    key: object = None
    has_key: bool = False
    keys: set[object] = field(default_factory=set)

    def place(self) -> Path:
        """Return the path of the next value."""
        return (*self.path, len(self.held) if isinstance(self.held, list) else str(self.key))

    def wants_key(self) -> bool:
        """Whether the next scalar is a key."""
        return isinstance(self.held, dict) and not self.has_key

    def put(self, value: object) -> None:
        """Fill in the next value."""
        if isinstance(self.held, list):
            self.held.append(value)
        else:
            self.held[self.key] = value
            self.has_key = False

    def name(self, key: object, line: int) -> None:
        """Take *key* as the key of the next value."""
        if str(key) in self.keys:
            raise twice(str(key), line=line)
        self.keys.add(str(key))
        self.key, self.has_key = key, True


def _built(stream: Iterable[Any]) -> tuple[object, dict[Path, int]]:
    lines: dict[Path, int] = {}
    top = _Level((), [])
    levels = [top]
    for event in stream:
        line = event.start_mark.line + 1
        level = levels[-1]
        _refuse_extras(event, line)
        if isinstance(event, _Start):
            if level.wants_key():
                raise unusable(
                    "CR103", "a mapping or list stands where a name is wanted.", line=line
                )
            if len(levels) > MOST_LEVELS:
                raise too_deep(line=line)
            held: dict[object, object] | list[object] = (
                {} if isinstance(event, events.MappingStartEvent) else []
            )
            path = level.place()
            lines.setdefault(path[1:], line)
            level.put(held)
            levels.append(_Level(path, held))
        elif isinstance(event, events.MappingEndEvent | events.SequenceEndEvent):
            levels.pop()
        elif isinstance(event, events.ScalarEvent):
            value = _scalar(event)
            if level.wants_key():
                level.name(value, line)
                lines.setdefault(level.place()[1:], line)
            else:
                lines.setdefault(level.place()[1:], line)
                level.put(value)
    held = top.held
    if isinstance(held, list) and len(held) > 1:
        raise unusable(
            "CR108", "this file holds more than one YAML document. Put each in its own file."
        )
    return (held[0] if held and isinstance(held, list) else None), lines


def _refuse_extras(event: Any, line: int) -> None:
    if getattr(event, "anchor", None) is not None:
        raise unusable(
            "CR105",
            f"an anchor or alias stands here ({event.anchor}), and this format has none. Write "
            "the value out where it is meant.",
            line=line,
        )
    tagged = isinstance(event, events.ScalarEvent | _Start) and event.tag is not None
    if tagged and str(event.tag) != "!":
        raise unusable(
            "CR105",
            f"a tag stands here ({event.tag}), and this format has none. Leave it out.",
            line=line,
        )


def _scalar(event: events.ScalarEvent) -> object:
    if event.style is not None or not event.implicit[0]:
        return event.value
    word = event.value
    if word in {"", "~", "null", "Null", "NULL"}:
        return None
    if word in {"true", "True", "TRUE"}:
        return True
    return False if word in {"false", "False", "FALSE"} else word
