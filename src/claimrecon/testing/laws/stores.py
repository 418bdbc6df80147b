"""The law of stores that add, amend, retract and travel in time, as a machine of Hypothesis."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, Final, Protocol
from unittest import TestCase

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from claimrecon.dossier import Claim, Dossier
from claimrecon.testing.laws.law import PHASES, broken
from claimrecon.testing.names import Attribution, attributions
from claimrecon.testing.phrases import Phrase, phrases

_STORE: Final = "A store knows on every day what had been added and not taken back until then."
_START: Final = date(2025, 1, 1)


def _claim(told: Attribution, phrase: Phrase) -> Claim:
    written = {"measure": "killed", "as_of": "final", "count": phrase.text}
    return Claim.model_validate(written | told.to_dict())


_CLAIMS: Final = st.builds(_claim, attributions(), phrases())
"""Plain ones: a store is tried with many."""


class Store(Protocol):
    """What a store of claims must offer to be tried; an adapter of a few lines will do."""

    def add(self, claim: Claim, *, on: date) -> object:
        """Keep a new claim from this day on; its ``id`` is new."""
        ...

    def amend(self, claim: Claim, *, on: date) -> object:
        """Replace the claim of the same ``id`` from this day on."""
        ...

    def retract(self, claim_id: str, *, on: date) -> object:
        """Drop the claim of this ``id`` from this day on."""
        ...

    def known(self, *, on: date) -> Iterable[Claim]:
        """Return the claims that stood at the end of this day, in any order."""
        ...


class _StoreMachine(RuleBasedStateMachine):
    """Does things to a store, and remembers what it did."""

    make: Callable[[], Store]
    ids: Bundle[str] = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.store = type(self).make()
        self.day = _START
        self.history: list[tuple[date, str, Claim | None]] = []

    @initialize(target=ids, claim=_CLAIMS)
    def begin(self, claim: Claim) -> str:
        return self._add(claim)

    @rule(target=ids, claim=_CLAIMS)
    def add(self, claim: Claim) -> str:
        return self._add(claim)

    @rule(key=ids, claim=_CLAIMS)
    def amend(self, key: str, claim: Claim) -> None:
        if self._standing(self.day).get(key) is not None:
            amended = claim.model_copy(update={"id": key})
            self.store.amend(amended, on=self.day)
            self.history.append((self.day, key, amended))

    @rule(key=ids)
    def retract(self, key: str) -> None:
        if self._standing(self.day).get(key) is not None:
            self.store.retract(key, on=self.day)
            self.history.append((self.day, key, None))

    @rule(days=st.integers(1, 3))
    def wait(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(back=st.integers(0, 6))
    def look(self, back: int) -> None:
        day = self.day - timedelta(days=back)
        standing = self._standing(day)
        expected = {key: claim for key, claim in standing.items() if claim is not None}
        known = list(self.store.known(on=day))
        if {str(claim.id): claim for claim in known} != expected or len(known) != len(expected):
            raise broken(
                f"{_STORE} ({day}, looked at on {self.day}.)",
                Dossier(claims=tuple(claim for _, _, claim in self.history if claim)),
                answer=f"knew {sorted(str(claim.id) for claim in known)}",
                correct=f"{sorted(expected)}, each as it stood that day",
            )

    def _add(self, claim: Claim) -> str:
        key = f"claim-{len(self.history) + 1}"
        named = claim.model_copy(update={"id": key})
        self.store.add(named, on=self.day)
        self.history.append((self.day, key, named))
        return key

    def _standing(self, day: date) -> dict[str, Claim | None]:
        return {key: claim for on, key, claim in self.history if on <= day}


def _machine(make: Callable[[], Store]) -> type[_StoreMachine]:
    """Return the machine for stores of one kind."""
    return type("StoreMachine", (_StoreMachine,), {"make": staticmethod(make)})


def store(make: Callable[[], Store]) -> type[TestCase]:
    """Return a test case that adds, amends, retracts, waits and looks back, in any order.

    Parameters
    ----------
    make
        Returns a new, empty store.

    Returns
    -------
    type[TestCase]
        For a name that pytest or unittest finds: ``TestStore = laws.store(MyStore)``.

    Notes
    -----
    Days never go back while things are done; only ``known`` is asked about earlier days. What is
    done later on one day replaces what was done before on that day.
    """
    case: Any = _machine(make).TestCase
    case.__doc__ = _STORE
    case.settings = _settings()
    return case  # type: ignore[no-any-return]


def check_store(make: Callable[[], Store]) -> None:
    """Run the test case that ``store`` returns, now."""
    run_state_machine_as_test(_machine(make), settings=_settings())


def _settings() -> settings:
    """Return how long to try: the profile of the moment, but shorter stories."""
    return settings(stateful_step_count=20, phases=PHASES)
