"""What a claim counts, and whom its own words name (``says``)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from claimrecon.dossier.measuring import Written, built_in
from claimrecon.dossier.parts import Figure
from claimrecon.dossier.problems import Desk
from claimrecon.dossier.says import AMBIGUOUS, Said, counted_in
from claimrecon.dossier.setting import Setting
from claimrecon.quantities import CountPhrase


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a claim say beside the number.

    Attributes
    ----------
    measure
        As written, or as found in ``says``; ``None`` where it was refused.
    names
        Names of the dossier that stand in ``says``, by dimension.
    notices
        Codes and sentences.
    """

    measure: Written | None = None
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    notices: tuple[tuple[str, str], ...] = ()


def worded(figure: Figure, phrase: CountPhrase | None, setting: Setting, desk: Desk) -> Words:
    """Find out what a claim counts: by its measure, or by the words of ``says``."""
    if figure.says is None:
        if figure.measure is None:
            desk.refuse(
                "CR206",
                "This claim does not say what it counts. Write measure: and a measure (killed, "
                "wounded, casualties, ...), or says: with the words.",
            )
        measure, rest = figure.measure, "" if phrase is None or phrase.is_ratio else phrase.rest
        return desk.once((Words, measure, rest), lambda: _measured(measure, rest))
    if phrase is None:
        return Words()
    said = counted_in(f"{phrase.text[: phrase.start]} {phrase.text[phrase.end :]}")
    if not said.measures or any(char.isdigit() for char in said.leftover):
        _refuse(figure.says, said, desk)
        return Words()
    return _understood(figure, said, setting)


def _measured(written: Written | None, rest: str) -> Words:
    """Take the measure that was written; note where the words behind the number name another."""
    if not isinstance(written, str | tuple):
        return Words(written)
    names = (written,) if isinstance(written, str) else written
    meant = {measure.name for name in names if (measure := built_in(name)) is not None}
    said = set(counted_in(rest).measures)
    if not said or not meant or meant & said:
        return Words(written)
    sentence = (
        f"The words say {' and '.join(sorted(said))}, and the measure says "
        f"{' and '.join(sorted(meant))}; the measure was taken."
    )
    return Words(written, notices=(("CR520", sentence),))


def _refuse(words: str, said: Said, desk: Desk) -> None:
    if said.measures:
        message = (
            "These words hold more than one number. Write one claim for each figure; claims made "
            "in one breath share a statement:."
        )
    else:
        message = (
            "These words do not say what is counted. Say killed, wounded, missing, casualties, "
            "..., or write count: and measure:."
        )
    desk.refuse("CR207", message, key="says", value=words)


def _understood(figure: Figure, said: Said, setting: Setting) -> Words:
    notices = [("CR517", AMBIGUOUS[measure]) for measure in said.measures if measure in AMBIGUOUS]
    names: dict[str, str] = {}
    if said.leftover:
        for dimension, known in setting.known.items():
            found = known.spellings.spelt(said.leftover)
            if found is not None and getattr(figure, dimension) is None:
                names[dimension] = found
                break
        if names:
            dimension, name = next(iter(names.items()))
            sentence = f"{said.leftover!r} was taken as the {dimension} {name!r}."
        else:
            sentence = (
                f"{said.leftover!r} was not understood, and only the number and what it counts "
                "were taken. Write population:, place: or evidence: to say more."
            )
        notices.append(("CR518", sentence))
    measure = said.measures[0] if len(said.measures) == 1 else said.measures
    return Words(measure, MappingProxyType(names), tuple(notices))
