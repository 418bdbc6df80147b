"""Hypothesis knows the library's types without an import of the kit, and pays nothing for it."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrecon.testing.registration import STRATEGIES

BEFORE = "import hypothesis.strategies as st; from claimrecon import Claim, Dossier"
AFTER = "from claimrecon import Claim, Dossier; import hypothesis.strategies as st"
WATCHED = "any(type(finder).__name__ == '_Watch' for finder in sys.meta_path)"


def _run(code: str) -> str:
    return subprocess.run(  # noqa: S603 - this very interpreter, with fixed code
        [sys.executable, "-W", "error", "-c", code],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout


@pytest.mark.outside
@pytest.mark.parametrize("start", [BEFORE, AFTER])
def test_from_type_works_in_either_order_and_loads_the_kit_only_when_drawn(start: str) -> None:
    """Importing both registers; drawing loads the kit; the watch on imports is gone."""
    said = _run(
        f"{start}; import sys; print('claimrecon.testing' in sys.modules); print({WATCHED}); "
        "drawn = st.from_type(Claim); drawn.validate(); print('claimrecon.testing' in sys.modules)"
    )

    assert said.split() == ["False", "False", "True"]


@pytest.mark.outside
@pytest.mark.parametrize("first", ["hypothesis", "claimrecon"])
def test_every_type_is_registered_when_its_own_module_is_loaded(first: str) -> None:
    """The front door loads no type; each is known once it has been asked for, and no earlier."""
    said = _run(
        f"import {first}; import sys, hypothesis.strategies as st, claimrecon as cr; "
        f"print('claimrecon.quantities' in sys.modules, {WATCHED}); "
        "st.from_type(cr.CountInterval).validate(); "
        "from claimrecon.sources import Source; st.from_type(Source).validate(); "
        f"print({WATCHED})"
    )

    assert said.split() == ["False", "True", "False"]


@pytest.mark.outside
def test_hypothesis_alone_loads_nothing_of_the_library() -> None:
    """A session that never imports claimrecon does not load it."""
    said = _run("import hypothesis, sys; print([m for m in sys.modules if 'claimrecon' in m])")

    assert said.strip() == "['_claimrecon_hypothesis']"


@pytest.mark.parametrize("kind", [kind for kind, _ in STRATEGIES], ids=lambda kind: kind.__name__)
def test_every_registered_type_is_drawn(kind: type) -> None:
    """What is drawn from a type is one."""

    @settings(max_examples=10)
    @given(st.from_type(kind))
    def draw(drawn: object) -> None:
        assert isinstance(drawn, kind)

    draw()
