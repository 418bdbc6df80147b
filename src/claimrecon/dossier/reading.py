"""From what was written to what was understood: the reading of a whole dossier."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from claimrecon.claims import NamedAssumption, ReadClaim
from claimrecon.dossier.attribution import check_circles, roster_of, speaker_of
from claimrecon.dossier.claiming import Understood, read_claim, read_rule
from claimrecon.dossier.ids import ids_of
from claimrecon.dossier.linking import Draft, check_links
from claimrecon.dossier.notices import Notes, note_claim, note_names, note_sources
from claimrecon.dossier.parts import Assumption, Claim, Document
from claimrecon.dossier.problems import Desk, Path, Problems
from claimrecon.dossier.setting import Setting, setting_of
from claimrecon.dossier.understood import ReadDossier
from claimrecon.errors import DossierError, Notice
from claimrecon.sources import Source, line_of_speech


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the parts of a document stood in the file, and what was lost on the way here.

    Attributes
    ----------
    positions
        For ``claims`` and ``assumptions``, the place in the file of each.
    lost
        Ids of claims that could not even be taken for claims.
    """

    positions: Mapping[str, Sequence[int]] = field(default_factory=lambda: MappingProxyType({}))
    lost: frozenset[str] = frozenset()

    def path(self, part: str, index: int) -> Path:
        """Return where claim or assumption *index* of the document stood in the file."""
        positions = self.positions.get(part)
        return (part, index if positions is None else positions[index])


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures as they were read, to be used again by a reading of the same head.

    Attributes
    ----------
    setting
        The head.
    listed
        The sources that the head lists, by every name that leads to them.
    read
        By the identity of the figure: itself, what its words left, and the claim it became.
    """

    setting: Setting
    listed: Mapping[str, Source]
    read: Mapping[int, tuple[Claim | Assumption, Understood, ReadClaim]]

    def of(
        self, figure: Claim | Assumption, name: str, setting: Setting
    ) -> tuple[Understood, ReadClaim] | None:
        """Return how *figure* was read under the id *name*, if it was, with *setting* as it is."""
        known = self.read.get(id(figure))
        if known is None or known[0] is not figure or known[2].id != name:
            return None
        if isinstance(figure, Claim):
            # The sources that have no entry are met in the order of the claims.
            speaker_of(figure.source, setting.roster, Desk(Problems(), ()))
        return known[1:]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a reading.

    Attributes
    ----------
    understood
        The dossier as it was read; ``None`` where anything is wrong.
    ids
        The id of each claim, then of each assumption.
    clean
        Whether each of them can be used.
    figures
        Its figures, for the next reading of the same head.
    """

    understood: ReadDossier | None
    ids: tuple[str, ...]
    clean: tuple[bool, ...]
    figures: Figures | None = None


def read_whole(document: Document, figures: Figures | None = None) -> Outcome:
    """Read a document of which everything must be usable.

    Parameters
    ----------
    figures
        What was read of a document with the same head; those in it are not read again.

    Raises
    ------
    DossierError
        If anything cannot be used; all problems together.
    """
    problems = Problems()
    outcome = read_document(document, Standing(), problems, figures)
    if outcome.understood is None:
        raise DossierError(
            problems.ordered(Document.model_fields),
            usable=sum(outcome.clean),
            total=len(outcome.clean),
        )
    return outcome


def read_document(
    document: Document, standing: Standing, problems: Problems, known: Figures | None = None
) -> Outcome:
    """Read all of a document; what is wrong is added to *problems*."""
    setting, known = _setting(document, problems, known)
    listed = _listed(setting)
    figures: tuple[Claim | Assumption, ...] = (*document.claims, *document.assumptions)
    ids = ids_of(figures, taken=standing.lost)
    desks = _desks(document, ids, problems, standing)
    _refuse_doubles(desks, standing)
    understood: list[tuple[Understood, Desk, ReadClaim | None]] = []
    rules: list[NamedAssumption] = []
    for figure, name, desk in zip(figures, ids, desks, strict=True):
        if isinstance(figure, Assumption) and figure.assume is not None:
            rules.append(read_rule(figure, figure.assume, name, setting, desk))
        elif known is not None and (found := known.of(figure, name, setting)) is not None:
            understood.append((found[0], desk, found[1]))
        elif (read := read_claim(figure, name, setting, desk)) is not None:
            understood.append((read, desk, None))
    check_circles(setting.roster, problems)
    drafts = [
        Draft(_with_origin(read.claim, setting, done), desk) for read, desk, done in understood
    ]
    unusable = {*standing.lost, *ids}.difference(
        (draft.claim.id for draft in drafts), (rule.id for rule in rules)
    )
    check_links(drafts, unusable=unusable)
    clean = tuple(desk.is_clean for desk in desks)
    if problems.found:
        return Outcome(None, ids, clean)
    claims = [draft.claim for draft in drafts]
    reads = [read for read, _, _ in understood]
    notices = _notices(document, setting, claims, reads)
    by_id = {claim.id: (read, claim) for read, claim in zip(reads, claims, strict=True)}
    kept = {
        id(figure): (figure, *by_id[name])
        for figure, name in zip(figures, ids, strict=True)
        if name in by_id
    }
    read_dossier = _assembled(document, setting, claims, tuple(rules), notices)
    return Outcome(read_dossier, ids, clean, Figures(setting, listed, kept))


def _setting(
    document: Document, problems: Problems, known: Figures | None
) -> tuple[Setting, Figures | None]:
    """Read the head of a document, and say whether figures read under it before are the same."""
    if known is None:
        return setting_of(document, problems), None
    setting = replace(known.setting, roster=roster_of(document, problems))
    return setting, known if _listed(setting) == known.listed else None


def _listed(setting: Setting) -> Mapping[str, Source]:
    roster = setting.roster
    return {name: roster.sources[key] for name, key in roster.keys.items()}


def _desks(
    document: Document, ids: Sequence[str], problems: Problems, standing: Standing
) -> tuple[Desk, ...]:
    places = [
        standing.path(part, index)
        for part in ("claims", "assumptions")
        for index in range(len(getattr(document, part)))
    ]
    memory: dict[Hashable, Any] = {}
    return tuple(
        Desk(problems, place, name, memory) for place, name in zip(places, ids, strict=True)
    )


def _refuse_doubles(desks: Sequence[Desk], standing: Standing) -> None:
    seen = set(standing.lost)
    for desk in desks:
        if desk.claim in seen:
            desk.refuse(
                "CR114",
                "Another claim has this id already. Give each claim an id of its own.",
                key="id",
                value=desk.claim,
            )
        seen.add(str(desk.claim))


def _with_origin(claim: ReadClaim, setting: Setting, done: ReadClaim | None) -> ReadClaim:
    """Return the claim with its origin; the one that was *done* before where it is the same."""
    if claim.is_assumption:
        return claim
    origin = line_of_speech(setting.roster.sources, claim.speaker)[-1]
    if done is not None and done.origin == origin:
        return done
    return claim if claim.origin == origin else replace(claim, origin=origin)


def _notices(
    document: Document,
    setting: Setting,
    claims: Sequence[ReadClaim],
    understood: Sequence[Understood],
) -> tuple[Notice, ...]:
    notes = Notes()
    said = [claim for claim in claims if not claim.is_assumption]
    for figure, claim in zip(document.claims, said, strict=True):
        note_claim(claim, notes, ended=setting.ended)
        if figure.at is None and figure.as_of is None and figure.during is None:
            notes.take("CR501", claim.id)
        if figure.id is None:
            notes.take("CR502", claim.id)
    for read in understood:
        if read.silent:
            notes.take("CR513", read.claim.id)
        for code, message in read.notices:
            notes.say(code, message, read.claim.id)
    note_names(claims, setting.trees, notes)
    note_sources(setting.roster.sources, said, notes)
    return notes.gathered()


def _assembled(
    document: Document,
    setting: Setting,
    claims: Sequence[ReadClaim],
    rules: tuple[NamedAssumption, ...],
    notices: tuple[Notice, ...],
) -> ReadDossier:
    if setting.codebook is None:  # an unknown codebook is a problem, and problems end before this
        raise DossierError(())
    return ReadDossier(
        title=document.title,
        since=setting.since,
        ended=setting.ended,
        codebook=setting.codebook,
        populations=setting.known["population"].tree,
        places=setting.known["place"].tree,
        causes=setting.known["cause"].tree,
        sources=MappingProxyType(dict(setting.roster.sources)),
        claims=tuple(claim for claim in claims if not claim.is_assumption),
        assumptions=tuple(claim for claim in claims if claim.is_assumption),
        rules=rules,
        notices=notices,
        measures=setting.measures,
    )
