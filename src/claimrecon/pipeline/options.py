"""How a run reconciles, as plain values: they go to other processes and into the manifest."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from types import MappingProxyType
from typing import Any, Final

from claimrecon.dossier import Dossier, examine
from claimrecon.reconciliation import reconcile

CODEBOOK: Final[str] = Dossier.model_fields["codebook"].default
_PER_CLAIM = frozenset({"claims", "claimrecon", "title"})


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every key of a run.

    Attributes
    ----------
    setting
        The dossier beside the claims: trees, sources, measures, defaults, dates, assumptions.
    budget
        Seconds for each key.

    The others are the arguments of ``reconcile``.
    """

    setting: Mapping[str, Any] = field(default_factory=dict)
    known_by: str | None = None
    codebook: str | None = None
    budget: float | None = None
    revisions: str = "inferred"
    limit: int = 1000
    detail: str = "all"

    def check(self) -> None:
        """Refuse arguments that would stop every key.

        Raises
        ------
        ClaimReconError, ValueError
            As ``reconcile`` does.
        """
        reconcile(Dossier(codebook=self.codebook or CODEBOOK), **self.arguments())

    def arguments(self) -> dict[str, Any]:
        """Return the arguments of ``reconcile``."""
        return {
            "known_by": self.known_by,
            "codebook": self.codebook,
            "budget": self.budget,
            "revisions": self.revisions,
            "limit": self.limit,
            "detail": self.detail,
        }

    @property
    def digest(self) -> str:
        """What tells results apart that were made in another way."""
        made = {**self.arguments(), "setting": self.setting, "claimrecon": version("claimrecon")}
        return sha256(json.dumps(made, sort_keys=True, default=str).encode()).hexdigest()

    def manifest(self) -> Mapping[str, str]:
        """Return what the result depends on, as text."""
        setting = self.setting.get("codebook", CODEBOOK)
        given = {name: str(value) for name, value in self.arguments().items() if value is not None}
        return MappingProxyType(
            {
                **given,
                "claimrecon": version("claimrecon"),
                "codebook": str(self.codebook or setting),
                "options": self.digest,
            }
        )


def checked_setting(setting: Mapping[str, Any] | Dossier | None) -> dict[str, Any]:
    """Return the setting as plain values.

    Raises
    ------
    DossierError
        If it cannot be used with any claims at all.
    """
    if isinstance(setting, Dossier):
        plain: dict[str, Any] = setting.to_dict()
    else:
        plain = dict(setting or {})
    plain = {name: value for name, value in plain.items() if name not in _PER_CLAIM}
    examined = examine({**plain, "assumptions": (), "claims": ()})
    if examined.errors:
        raise examined.error()
    return plain
