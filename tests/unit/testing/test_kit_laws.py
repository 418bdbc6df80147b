"""Every law passes a tool that obeys it, fails one that does not, and says why."""

import io
import unittest
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import pytest

from claimrecon.dossier import Claim, Dossier, load, to_yaml
from claimrecon.errors import ClaimReconError
from claimrecon.quantities import codebook_named, parse_count, read_phrase
from claimrecon.reconciliation import reconcile
from claimrecon.testing import laws
from claimrecon.testing.forms import in_form

Rows = Sequence[dict[str, Any]]
BOOK = codebook_named("claimrecon-1")


def read(words: str) -> tuple[Any, Any]:
    """Read words strictly, as the library does."""
    reading = read_phrase(parse_count(words), BOOK)
    return (None, None) if reading is None else (reading.strict.low, reading.strict.high)


def compare(one: dict[str, Any], other: dict[str, Any]) -> str:
    """Compare two rows by their strict ends."""
    if one["low"] is None or other["low"] is None:
        return "cannot tell"
    ends = [(row["low"], row["high"]) for row in (one, other)]
    for (_, high), (low, _) in (ends, ends[::-1]):
        if high is not None and high < low:
            return "differs"
    same = ends[0] == ends[1] and ends[0][0] == ends[0][1]
    return "same" if same else "cannot tell"


def conflicts(claims: Sequence[Claim]) -> tuple[object, ...]:
    """Ask the library itself."""
    return reconcile(Dossier(since="2025-01-10", claims=tuple(claims))).contradictions


def conflicts_without_rounding(rows: Rows) -> list[str]:
    """Find totals of one day that are different numbers, whatever the hedge."""
    totals = [row for row in rows if row["kind"] == "total" and row["measure"] == "killed"]
    return [
        f"{one['id']} {other['id']}"
        for one in totals
        for other in totals
        if one["last"] == other["last"] and one["low"] != other["low"]
    ]


OBEYED: dict[str, Callable[[], None]] = {
    "roundtrip": laws.roundtrip(to_yaml, lambda text: load(io.StringIO(text))),
    "roundtrip of rows": laws.roundtrip(list, tuple, form="rows"),
    "order": laws.order_is_irrelevant(lambda rows: sorted(r["id"] for r in rows), form="rows"),
    "echoes": laws.duplicates_do_not_matter(lambda claims: {claim.source for claim in claims}),
    "unknown": laws.unknown_stays_unknown(lambda _: (0, None)),
    "inside": laws.truth_stays_inside(lambda _: (0, None)),
    "no clash": laws.true_stories_do_not_clash(conflicts),
    "noticed": laws.lies_are_noticed(conflicts),
    "reads": laws.reads_numbers(read),
    "compares": laws.compares(compare, form="rows"),
}

BROKEN: dict[str, tuple[Callable[[], None], str]] = {
    "roundtrip": (
        laws.roundtrip(to_yaml, lambda text: load(io.StringIO(text.replace("at least ", "")))),
        "gave back",
    ),
    "roundtrip of dicts": (laws.roundtrip(lambda held: held[1:], list, form="dict"), "gave back"),
    "order": (laws.order_is_irrelevant(lambda rows: rows[0]["id"], form="rows"), "in the order"),
    "echoes": (laws.duplicates_do_not_matter(len), "with the claim echo"),
    "unknown": (
        laws.unknown_stays_unknown(lambda rows: (0, rows[0]["high"] or 0), form="rows"),
        "None (or infinity) as high",
    ),
    "inside": (laws.truth_stays_inside(lambda _: (0, 2)), "any range that holds 3"),
    "no clash": (
        laws.true_stories_do_not_clash(conflicts_without_rounding, form="rows"),
        "every claim here holds",
    ),
    "noticed": (laws.lies_are_noticed(lambda _: []), "a conflict of witness with lie"),
    "reads": (laws.reads_numbers(lambda words: (read(words)[0],) * 2), "Correct: "),
    "compares": (
        laws.compares(lambda one, other: "same" if one == other else "differs", form="dict"),
        "both ways round",
    ),
}


@pytest.mark.parametrize("name", OBEYED)
def test_a_tool_that_obeys_passes(name: str) -> None:
    """The law holds for a right tool."""
    OBEYED[name]()


@pytest.mark.parametrize("name", BROKEN)
def test_a_tool_that_breaks_a_law_is_told_which_and_how(name: str) -> None:
    """The failure has the law as its first line, the answer, and what would be right."""
    test, said = BROKEN[name]

    with pytest.raises(laws.LawBrokenError) as broken:
        test()

    text = str(broken.value)
    assert text.splitlines()[0] == test.__doc__ == broken.value.law
    assert said in text
    assert "Correct: " in text
    assert isinstance(broken.value, AssertionError)
    if broken.value.dossier is not None:
        assert "claimrecon: 1" in text


def test_the_claims_shown_are_as_few_as_can_be() -> None:
    """One claim is enough to show that a range of nothing to two is too narrow."""
    with pytest.raises(laws.LawBrokenError) as broken:
        laws.check_truth_stays_inside(lambda _: (0, 2))

    assert broken.value.dossier is not None
    assert len(broken.value.dossier.claims) == 1


def test_what_a_tool_raises_comes_with_the_law_and_the_claims() -> None:
    """An error of the tool's own is passed on, with notes."""
    with pytest.raises(ZeroDivisionError) as raised:
        laws.check_true_stories_do_not_clash(lambda _: 1 // 0)

    notes = "\n".join(raised.value.__notes__)
    assert "tried by the law: Claims that are all true" in notes
    assert "claimrecon: 1" in notes


class GoodStore:
    """Keeps every change with its day."""

    def __init__(self) -> None:
        self.changes: list[tuple[date, str, Claim | None]] = []

    def add(self, claim: Claim, *, on: date) -> None:
        """Keep a claim."""
        self.changes.append((on, str(claim.id), claim))

    amend = add

    def retract(self, claim_id: str, *, on: date) -> None:
        """Drop a claim."""
        self.changes.append((on, claim_id, None))

    def known(self, *, on: date) -> Iterable[Claim]:
        """Return what stood then."""
        state = {key: claim for day, key, claim in self.changes if day <= on}
        return [claim for claim in state.values() if claim is not None]


class ForgetfulStore(GoodStore):
    """Knows only today."""

    def known(self, *, on: date) -> Iterable[Claim]:
        """Return what stands now, whenever it is asked about."""
        del on
        return super().known(on=date.max)


TestGoodStore = laws.store(GoodStore)


def test_a_store_that_forgets_is_found() -> None:
    """A store that answers about today when asked about yesterday breaks the law."""
    with pytest.raises(laws.LawBrokenError, match="knows on every day") as broken:
        laws.check_store(ForgetfulStore)

    assert "knew [" in str(broken.value)


def test_the_twins_for_unittest_run_at_once() -> None:
    """Each law has a check of the same name, which runs it."""

    class TestTool(unittest.TestCase):
        def test_range(self) -> None:
            laws.check_truth_stays_inside(lambda _: (0, None))

    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(TestTool).run(result)

    assert result.testsRun == 1
    assert result.wasSuccessful()
    factories = {name for name in laws.__all__ if name.islower() and name[:5] != "check"}
    assert {f"check_{name}" for name in factories} <= set(laws.__all__)


def test_frames_need_pandas_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pandas is missing, the error says what to install or to ask for instead."""
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)

    with pytest.raises(ClaimReconError, match='form="rows"'):
        in_form(Dossier(), "frame")


def test_frames_hold_the_rows() -> None:
    """Where pandas is there, a frame has the rows, and unknown stays unknown."""
    pytest.importorskip("pandas")
    dossier = Dossier.model_validate(
        {"claims": [{"source": "Mayor", "says": "at least 3 killed", "as_of": "final"}]}
    )

    frame = in_form(dossier, "frame")

    assert frame.to_dict("records") == list(in_form(dossier, "rows"))
