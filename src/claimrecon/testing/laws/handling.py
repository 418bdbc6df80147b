"""Laws of handling: nothing is lost on the way, and neither order nor echoes change an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from hypothesis import strategies as st

from claimrecon.dossier import Dossier
from claimrecon.testing.cases import Case, cases
from claimrecon.testing.claims import dossiers
from claimrecon.testing.forms import Form, in_form
from claimrecon.testing.laws.law import Test, broken, same, shown, test_of, told

Answer = Callable[[Any], object]
"""A user's function of claims."""

_ROUNDTRIP: Final = "What is saved and loaded again is what was saved."
_ORDER: Final = "The order of claims does not change the answer."
_DUPLICATES: Final = "A claim that is only passed on does not change the answer: it counts once."


def roundtrip(
    save: Answer, load: Callable[[Any], object], *, form: Form | Literal["dossier"] = "dossier"
) -> Test:
    """Return a test that ``load(save(claims))`` gives the claims back, equal.

    Parameters
    ----------
    save, load
        One way and back: whatever ``save`` returns is handed to ``load``.
    form
        What is saved: a whole ``Dossier``, or its claims in one of the forms of ``cases``.

    Examples
    --------
    >>> from claimrecon.dossier import to_yaml, load
    >>> from io import StringIO
    >>> test_files = roundtrip(to_yaml, lambda text: load(StringIO(text)))
    """

    def judge(dossier: Dossier) -> None:
        saved = dossier if form == "dossier" else in_form(dossier, form)
        with told(_ROUNDTRIP, dossier):
            loaded = load(save(saved))
        back = list(loaded) if isinstance(loaded, list | tuple) else loaded
        expected = list(saved) if isinstance(saved, tuple) else saved
        if not same(back, expected):
            raise broken(
                _ROUNDTRIP,
                dossier,
                answer=f"gave back {shown(_differing(back, expected))}",
                correct=shown(_differing(expected, back)),
            )

    return test_of(_ROUNDTRIP, dossiers(), judge)


def _differing(one: object, other: object) -> object:
    """Return the first part in which the two differ."""
    if isinstance(one, Dossier) and isinstance(other, Dossier):
        return _differing(one.to_dict(), other.to_dict())
    if isinstance(one, dict) and isinstance(other, dict):
        keys = [key for key in one if key not in other or one[key] != other[key]]
        return {key: _differing(one[key], other.get(key)) for key in keys[:1]} or one
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return next((_differing(a, b) for a, b in zip(one, other, strict=True) if a != b), one)
    return one


@dataclass(frozen=True)
class _Shuffled:
    case: Case
    order: tuple[int, ...]


@st.composite
def _shuffled(draw: st.DrawFn) -> _Shuffled:
    case = draw(cases(lie=None, revision=None))
    return _Shuffled(case, tuple(draw(st.permutations(range(len(case.dossier.claims))))))


def order_is_irrelevant(tool: Answer, *, form: Form = "model") -> Test:
    """Return a test that *tool* says the same of the same claims in any order.

    Parameters
    ----------
    tool
        Takes all claims of a case in this *form*; its answers are compared by ``==``.

    Examples
    --------
    >>> test_order = order_is_irrelevant(len)
    """

    def judge(drawn: _Shuffled) -> None:
        dossier = drawn.case.dossier
        claims = tuple(dossier.claims[place] for place in drawn.order)
        other = dossier.model_copy(update={"claims": claims})
        with told(_ORDER, dossier):
            first, second = tool(in_form(dossier, form)), tool(in_form(other, form))
        if not same(first, second):
            ids = ", ".join(str(claim.id) for claim in claims)
            raise broken(
                _ORDER,
                dossier,
                answer=f"said {shown(first)}, and {shown(second)} in the order {ids}",
                correct="one and the same answer for both",
            )

    return test_of(_ORDER, _shuffled(), judge)


def duplicates_do_not_matter(tool: Answer, *, form: Form = "model") -> Test:
    """Return a test that *tool* says the same with and without an echo of one of the claims.

    Parameters
    ----------
    tool
        Takes all claims of a case in this *form*. The echo has the source, the scope and the words
        of the claim that it passes on, names it under ``relays``, and has a medium under ``via``.

    Examples
    --------
    >>> test_echoes = duplicates_do_not_matter(lambda claims: {claim.source for claim in claims})
    """

    def judge(case: Case) -> None:
        dossier = case.dossier
        once = tuple(claim for claim in dossier.claims if claim.id not in case.echoes)
        alone = dossier.model_copy(update={"claims": once})
        with told(_DUPLICATES, dossier):
            first, second = tool(in_form(alone, form)), tool(in_form(dossier, form))
        if not same(first, second):
            raise broken(
                _DUPLICATES,
                dossier,
                answer=f"said {shown(second)} with the claim echo",
                correct=f"{shown(first)}, as it said without it",
            )

    return test_of(_DUPLICATES, cases(echo=True), judge)


def check_roundtrip(
    save: Answer, load: Callable[[Any], object], *, form: Form | Literal["dossier"] = "dossier"
) -> None:
    """Run the test that ``roundtrip`` returns, now."""
    roundtrip(save, load, form=form)()


def check_order_is_irrelevant(tool: Answer, *, form: Form = "model") -> None:
    """Run the test that ``order_is_irrelevant`` returns, now."""
    order_is_irrelevant(tool, form=form)()


def check_duplicates_do_not_matter(tool: Answer, *, form: Form = "model") -> None:
    """Run the test that ``duplicates_do_not_matter`` returns, now."""
    duplicates_do_not_matter(tool, form=form)()
