"""How a dossier is reconciled: what was asked for, checked once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from claimrecon.claims import RuleKind
from claimrecon.constraints import CONTESTABLE
from claimrecon.linear import Budget


@dataclass(frozen=True, slots=True)
class Options:
    """How a dossier is reconciled; see ``reconcile``.

    Attributes
    ----------
    off
        Rules of ours, and named assumptions, that are switched off.
    changed
        What a what-if changed, for the manifest.
    """

    known_by: str | None = None
    budget: float | None = None
    revisions: str = "inferred"
    limit: int = 1000
    off: frozenset[str] = frozenset()
    detail: str = "all"
    changed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        """Refuse words that mean nothing."""
        if self.revisions not in {"inferred", "declared"}:
            raise ValueError(
                f"revisions={self.revisions!r} is not known. Write 'inferred' to let an origin's "
                "later figures replace its earlier ones, or 'declared' to keep to what claims say "
                "themselves."
            )
        if self.detail not in {"all", "clashes"}:
            raise ValueError(
                f"detail={self.detail!r} is not known. Write 'all', or 'clashes' for the verdict "
                "and the findings it rests on alone."
            )

    @property
    def infer(self) -> bool:
        """Whether an origin's later figures replace its earlier ones."""
        return self.revisions == "inferred"

    @property
    def in_full(self) -> bool:
        """Whether everything is asked for, not the clashes alone."""
        return self.detail == "all"

    def clock(self) -> Budget | None:
        """Return the budget of a run that begins now."""
        return None if self.budget is None else Budget(self.budget)

    def manifest(self) -> Mapping[str, str]:
        """Return what was asked for, as a report lists it."""
        listed = {"revisions": self.revisions, "limit": str(self.limit)}
        listed |= {} if self.known_by is None else {"known_by": self.known_by}
        listed |= {"without_rules": ", ".join(sorted(self.off))} if self.off else {}
        listed |= {} if self.in_full else {"detail": self.detail}
        return {**listed, **self.changed}


def rules_off(names: Collection[str]) -> frozenset[str]:
    """Return the rules to switch off.

    Raises
    ------
    ValueError
        If one of the names is none of a rule that can be.
    """
    known = (*CONTESTABLE, RuleKind.NOBODY_TWICE.value)
    if isinstance(names, str) or not {*names} <= {*known}:
        raise ValueError(
            f"without_rules={names!r} names what is no rule that can be switched off. Write a "
            f"tuple of {', '.join(map(repr, known))}."
        )
    return frozenset(names)
