"""From what was written to what was understood: the reading of a whole dossier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from claimrecon.claims import NamedAssumption, ReadClaim
from claimrecon.dossier.attribution import check_circles
from claimrecon.dossier.claiming import Understood, read_claim, read_rule
from claimrecon.dossier.ids import ids_of
from claimrecon.dossier.linking import Draft, check_links
from claimrecon.dossier.notices import Notes, note_claim, note_names, note_sources
from claimrecon.dossier.parts import Assumption, Claim, Document
from claimrecon.dossier.problems import Desk, Path, Problems
from claimrecon.dossier.setting import Setting, setting_of
from claimrecon.dossier.understood import ReadDossier
from claimrecon.errors import DossierError, Notice
from claimrecon.sources import line_of_speech


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
    """

    understood: ReadDossier | None
    ids: tuple[str, ...]
    clean: tuple[bool, ...]


def read_whole(document: Document) -> ReadDossier:
    """Read a document of which everything must be usable.

    Raises
    ------
    DossierError
        If anything cannot be used; all problems together.
    """
    problems = Problems()
    outcome = read_document(document, Standing(), problems)
    if outcome.understood is None:
        raise DossierError(
            problems.ordered(Document.model_fields),
            usable=sum(outcome.clean),
            total=len(outcome.clean),
        )
    return outcome.understood


def read_document(document: Document, standing: Standing, problems: Problems) -> Outcome:
    """Read all of a document; what is wrong is added to *problems*."""
    setting = setting_of(document, problems)
    figures: tuple[Claim | Assumption, ...] = (*document.claims, *document.assumptions)
    ids = ids_of(figures, taken=standing.lost)
    desks = _desks(document, ids, problems, standing)
    _refuse_doubles(desks, standing)
    understood: list[tuple[Understood, Desk]] = []
    rules: list[NamedAssumption] = []
    for figure, name, desk in zip(figures, ids, desks, strict=True):
        if isinstance(figure, Assumption) and figure.assume is not None:
            rules.append(read_rule(figure, figure.assume, name, setting, desk))
        elif (read := read_claim(figure, name, setting, desk)) is not None:
            understood.append((read, desk))
    check_circles(setting.roster, problems)
    drafts = [Draft(_with_origin(read.claim, setting), desk) for read, desk in understood]
    unusable = {*standing.lost, *ids}.difference(
        (draft.claim.id for draft in drafts), (rule.id for rule in rules)
    )
    check_links(drafts, unusable=unusable)
    clean = tuple(desk.is_clean for desk in desks)
    if problems.found:
        return Outcome(None, ids, clean)
    claims = [draft.claim for draft in drafts]
    notices = _notices(document, setting, claims, [read for read, _ in understood])
    return Outcome(_assembled(document, setting, claims, tuple(rules), notices), ids, clean)


def _desks(
    document: Document, ids: Sequence[str], problems: Problems, standing: Standing
) -> tuple[Desk, ...]:
    places = [
        standing.path(part, index)
        for part in ("claims", "assumptions")
        for index in range(len(getattr(document, part)))
    ]
    return tuple(Desk(problems, place, name) for place, name in zip(places, ids, strict=True))


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


def _with_origin(claim: ReadClaim, setting: Setting) -> ReadClaim:
    if claim.is_assumption:
        return claim
    return replace(claim, origin=line_of_speech(setting.roster.sources, claim.speaker)[-1])


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
        populations=setting.trees["population"],
        places=setting.trees["place"],
        causes=setting.trees["cause"],
        sources=MappingProxyType(dict(setting.roster.sources)),
        claims=tuple(claim for claim in claims if not claim.is_assumption),
        assumptions=tuple(claim for claim in claims if claim.is_assumption),
        rules=rules,
        notices=notices,
        measures=setting.measures,
    )
