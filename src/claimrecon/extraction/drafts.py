"""The drafts of one text: look at them, correct them, accept them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from claimrecon.extraction.accepting import accepted, claim_id
from claimrecon.extraction.card import drafts_html
from claimrecon.extraction.draft import Draft, Stance, Tier
from claimrecon.extraction.lines import draft_values, drafts_text
from claimrecon.extraction.refusals import UnacceptableDraftError, UnknownDraftError

_NOTHING: Mapping[str, Mapping[str, object]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Drafts:
    """What was read in one text. A draft never becomes a claim by itself: ``accept`` it.

    Attributes
    ----------
    text
        The text; all offsets are in it.
    drafts
        The drafts of the tier asked for, in the order of the text.
    held_back
        Those of the other tier.
    published
        The day the text was published, or ``None``.
    outlet
        Who published it, or ``None``.

    Examples
    --------
    >>> from claimrecon.extraction import read
    >>> drafts = read("At least 300 soldiers were killed, the army said.", outlet="The Post")
    >>> claim = drafts.accept()[0]
    >>> claim["count"], claim["measure"], claim["source"], claim["via"]
    ('At least 300', 'killed', 'army', ['The Post'])
    """

    text: str
    drafts: tuple[Draft, ...]
    held_back: tuple[Draft, ...] = ()
    published: date | None = None
    outlet: str | None = None

    def __iter__(self) -> Iterator[Draft]:
        """Run through the drafts in the order of the text."""
        return iter(self.drafts)

    def __len__(self) -> int:
        """How many drafts there are, without those held back."""
        return len(self.drafts)

    def __getitem__(self, which: int | str) -> Draft:
        """Return the draft at an index, or of an id."""
        return self.drafts[which] if isinstance(which, int) else self._named(which)

    def with_all(self) -> "Drafts":
        """Return the drafts of both tiers."""
        both = sorted((*self.drafts, *self.held_back), key=lambda draft: draft.start)
        return replace(self, drafts=tuple(both), held_back=())

    def accept(
        self, *ids: str, corrections: Mapping[str, Mapping[str, object]] = _NOTHING
    ) -> tuple[dict[str, object], ...]:
        """Turn drafts into claims, as mappings of the dossier format.

        Without ids, all drafts are taken but those that the text takes back. What is not asserted
        becomes a projection or a denial, which binds nothing.

        Parameters
        ----------
        ids
            Ids of the drafts to take, also of those held back.
        corrections
            By the id of a draft, keys of the dossier format with the values to take instead.

        Raises
        ------
        UnknownDraftError
            If no draft has such an id.
        UnacceptableDraftError
            If a draft lacks what a claim needs: a source, the base of a ratio, the time of a rate,
            or a day where the text speaks of one that it does not give.
        """
        for name in (*ids, *corrections):
            self._named(name)
        taken = tuple(map(self._named, ids)) if ids else self._standing()
        taken_ids = {draft.id for draft in taken}
        bases = {
            draft.id: corrections.get(draft.id, {}).get("ratio_of", draft.ratio_of)
            for draft in taken
        }
        for name, base in bases.items():
            if base is not None and base == self._named(name).ratio_of and base not in taken_ids:
                raise UnacceptableDraftError(
                    name, f"is a ratio on draft {base!r}. Accept both, or correct its ratio_of."
                )
        names = {
            draft.id: str(corrections.get(draft.id, {}).get("id", self._claim_id(draft)))
            for draft in taken
            if draft.id in bases.values()
        }
        return tuple(
            accepted(
                draft,
                published=self.published,
                outlet=self.outlet,
                names=names,
                corrections=corrections.get(draft.id, {}),
            )
            for draft in sorted(taken, key=lambda draft: draft.start)
        )

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values."""
        return {
            "published": None if self.published is None else self.published.isoformat(),
            "outlet": self.outlet,
            "drafts": [draft_values(draft) for draft in self.drafts],
            "held_back": [draft_values(draft) for draft in self.held_back],
        }

    def to_text(self, *, width: int = 80) -> str:
        """Return the drafts as text for a terminal of *width* columns."""
        return drafts_text(self.drafts, len(self.held_back), width=width)

    def __str__(self) -> str:
        """Print the drafts for a terminal."""
        return self.to_text()

    def _repr_html_(self) -> str:
        """Return the text with each figure marked and its reading beside it."""
        return drafts_html(self.text, self.drafts, len(self.held_back))

    def _named(self, name: str) -> Draft:
        known = (*self.drafts, *self.held_back)
        for draft in known:
            if draft.id == name:
                return draft
        raise UnknownDraftError(name, tuple(draft.id for draft in known))

    def _claim_id(self, draft: Draft) -> str:
        return claim_id(draft, published=self.published, outlet=self.outlet)

    def _standing(self) -> tuple[Draft, ...]:
        return tuple(draft for draft in self.drafts if draft.stance is not Stance.RETRACTED)


def drafts_of(
    text: str,
    found: tuple[Draft, ...],
    *,
    published: date | None,
    outlet: str | None,
    tier: Tier,
) -> Drafts:
    """Part the drafts of a text by tier."""
    kept = tuple(draft for draft in found if tier is Tier.ALL or draft.tier is Tier.SURE)
    held = tuple(draft for draft in found if tier is Tier.SURE and draft.tier is Tier.ALL)
    return Drafts(text, kept, held, published, outlet)
