"""Small cases with a known truth: days of harm, what was said of them, and what is wrong.

A case is built forwards: first the days, then claims that are true of them, then one lie, one
misreading, one revision and one echo where wanted. So truth and culprits are known by construction,
and no solver runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final, Literal

from hypothesis import strategies as st

from claimrecon.dossier import Claim, Dossier
from claimrecon.scopes import NameTree
from claimrecon.testing.forms import Form, in_form
from claimrecon.testing.names import OUTLETS, SPEAKERS
from claimrecon.testing.phrases import phrases
from claimrecon.testing.truths.counting import truth
from claimrecon.testing.truths.teller import ANYTHING
from claimrecon.testing.truths.worlds import FIRST, Block, Step, World

Counted = Literal["killed", "wounded", "casualties"]
"""The measures of a case: casualties are killed and wounded together."""
_EVERYTHING: Final[tuple[Counted, ...]] = ("killed", "wounded", "casualties")
_NOWHERE: Final[frozenset[str]] = frozenset()
_WITNESS: Final = "witness"


@dataclass(frozen=True, repr=False)
class Case:
    """What was said about a few days, and what is true of them.

    Attributes
    ----------
    claims
        All that was said, in the form that was asked for, in the order in which it was published.
    dossier
        The same as a dossier, with its start of counting.
    question
        What a tool is asked: a measure, and the first and last day, both inclusive.
    answer
        The true count of that, in people.
    truth
        The true count of what each claim is about, by id.
    culprits
        Ids of claims that are false as they are recorded: lies and misreadings. Each of them
        contradicts the claim ``witness`` beyond any rounding.
    echoes
        Ids of claims that only pass on another, with the id of that one.
    revised
        Ids of claims that their own source took back, with the id of the claim that replaced them.
    misread
        Ids of claims whose record departs from their quote, with the words that the quote has.
    world
        What really happened.
    """

    claims: Any
    dossier: Dossier
    question: tuple[Counted, date, date]
    answer: int
    truth: Mapping[str, int]
    culprits: tuple[str, ...]
    echoes: Mapping[str, str]
    revised: Mapping[str, str]
    misread: Mapping[str, str]
    world: World

    def __repr__(self) -> str:
        """Say what was claimed, one line each, and what is true."""
        lines = [f"Case: truly {self.answer} {self.question[0]} by {self.question[2]}"]
        lines += [_line(claim, self) for claim in self.dossier.claims]
        return "\n  ".join(lines)

    def _repr_pretty_(self, printer: Any, _cycle: object) -> None:
        printer.text(repr(self))

    def in_form(self, form: Form) -> "Case":
        """Return the same case with its claims in another form."""
        return replace(self, claims=in_form(self.dossier, form))


def _line(claim: Claim, case: Case) -> str:
    key = str(claim.id)
    time = f"as of {claim.as_of}" if claim.during is None else f"during {claim.during}"
    said = f"{key}: {claim.source} on {claim.reported_on}: {claim.count} {claim.measure} {time}"
    remarks = [f"truly {case.truth[key]}"]
    if key in case.culprits:
        remarks.append("a culprit")
    if key in case.echoes:
        remarks.append(f"an echo of {case.echoes[key]}")
    if key in case.revised:
        remarks.append(f"taken back by {case.revised[key]}")
    if key in case.misread:
        remarks.append(f"misread: it said {case.misread[key]!r}")
    return f"{said} ({', '.join(remarks)})"


def cases(
    *,
    lie: bool | None = False,
    echo: bool | None = None,
    revision: bool | None = False,
    misread: bool | None = False,
    measures: tuple[Counted, ...] = _EVERYTHING,
    open_top: bool | None = None,
    form: Form = "model",
    most: int = 3,
) -> st.SearchStrategy[Case]:
    """Draw cases: a few claims about a few days, with what is true and what is wrong.

    Parameters
    ----------
    lie
        Whether a claim is false. For each of these switches, ``None`` leaves it to chance.
    echo
        Whether a claim is told again by somebody who only passes it on.
    revision
        Whether a source took one of its figures back and gave another.
    misread
        Whether the record of a claim lost the "at least" that its quote has.
    measures
        What the claims may be about; the question of a case is about the first of them.
    open_top
        Whether true claims leave the top open, as "at least" does; ``None`` leaves it to chance.
    form
        ``"model"`` for ``Claim``, ``"dict"`` for mappings of the file format, ``"rows"`` for flat
        rows of text and numbers, ``"frame"`` for those rows as a pandas ``DataFrame``.
    most
        The highest number of claims, beside those that the switches add.

    Examples
    --------
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(cases(lie=True, echo=False))
    ... def test_a_lie_is_the_culprit(case):
    ...     assert case.culprits == ("lie",)
    >>> test_a_lie_is_the_culprit()
    """
    wanted = (lie, echo, revision, misread)
    switches = st.tuples(*(st.booleans() if on is None else st.just(on) for on in wanted))
    drawn = _cases(switches, measures, open_top=open_top, most=most)
    return drawn.map(lambda case: case.in_form(form))


@st.composite
def _cases(
    draw: st.DrawFn,
    switches: st.SearchStrategy[tuple[bool, ...]],
    measures: tuple[Counted, ...],
    *,
    open_top: bool | None,
    most: int,
) -> Case:
    lie, echo, revision, misread = draw(switches)
    story = _Story(draw, _world(draw), measures, open_top=open_top)
    for number in range(1, draw(st.integers(1, most)) + 1):
        story.tell(f"claim-{number}")
    if lie or misread:
        story.bear_witness()
    if lie:
        story.lie()
    if misread:
        story.misread()
    if revision:
        story.revise()
    if echo:
        story.echo()
    return story.case()


def _world(draw: st.DrawFn) -> World:
    """Draw days on which some were killed and some wounded; on the first, two at least of each."""
    blocks = []
    for number in range(draw(st.integers(1, 4))):
        day = FIRST + timedelta(days=number)
        for after in ("dead", "wounded"):
            size = draw(st.integers(0 if number else 2, 60))
            if size:
                step = Step(day, "present", after, _NOWHERE, _NOWHERE, _NOWHERE)
                blocks.append(Block(size, _NOWHERE, "present", _NOWHERE, (step,), _NOWHERE, ()))
    empty = NameTree()
    cells = (_NOWHERE,)
    return World(
        populations=empty, places=empty, causes=empty,
        people_cells=cells, place_cells=cells, cause_cells=cells,
        last=blocks[-1].steps[0].day, blocks=tuple(blocks),
        ended=None, nobody_twice=False, none_before=False, quiet_borders=None,
    )  # fmt: skip


class _Story:
    """What has been said so far."""

    def __init__(
        self,
        draw: st.DrawFn,
        world: World,
        measures: tuple[Counted, ...],
        *,
        open_top: bool | None,
    ) -> None:
        self._draw = draw
        self._open_top = open_top
        self._world = world
        self._measures = measures
        self._speakers = list(SPEAKERS)
        self._claims: list[dict[str, Any]] = []
        self._truth: dict[str, int] = {}
        self._culprits: list[str] = []
        self._echoes: dict[str, str] = {}
        self._revised: dict[str, str] = {}
        self._misread: dict[str, str] = {}

    def tell(self, key: str) -> None:
        """Add a true claim of a source that has said nothing yet."""
        measure = self._draw(st.sampled_from(self._measures))
        start, end = FIRST, self._world.last
        if self._claims:  # the first claim goes to the last day, so that claims speak of it
            end = self._draw(st.dates(FIRST, end))
        time: dict[str, object] = {"as_of": end.isoformat()}
        if self._draw(st.booleans()):
            start = self._draw(st.dates(FIRST, end))
            time = {"during": [start.isoformat(), end.isoformat()]}
        count = self._count(measure, start, end)
        words = self._draw(phrases(true_of=count, open_top=self._open_top)).text
        self._add(key, words, count, measure=measure, time=time)

    def bear_witness(self) -> None:
        """Add the exact count of all days."""
        self._total(_WITNESS, str(self._answer))

    def lie(self) -> None:
        """Add a figure that no rounding brings together with the witness."""
        truth = self._answer
        high = 2 * truth + 5 + self._draw(st.integers(0, 50))
        low = self._draw(st.integers(0, max(truth // 2 - 1, 0)))
        words = [f"{high}", f"at least {high}", f"more than {high}", f"at most {low}"]
        self._total("lie", self._draw(st.sampled_from(words)))
        self._culprits.append("lie")

    def misread(self) -> None:
        """Add a true "at least", recorded as a bare number."""
        number = self._draw(st.integers(0, max(self._answer // 2 - 1, 0)))
        self._misread["misread"] = f"at least {number}"
        self._total("misread", str(number), quoted=f"at least {number}")
        self._culprits.append("misread")

    def revise(self) -> None:
        """Add a figure that its source took back a day later."""
        false = 2 * self._answer + 5 + self._draw(st.integers(0, 50))
        self._total("early", str(false))
        early = self._claims[-1]
        self._total("late", self._draw(phrases(true_of=self._answer, open_top=self._open_top)).text)
        late = self._world.last + timedelta(days=1)
        self._claims[-1] |= {"source": early["source"], "reported_on": late.isoformat()}
        self._claims[-1]["supersedes"] = ["early"]
        self._revised["early"] = "late"

    def echo(self) -> None:
        """Let a medium pass on one of the claims, to the letter."""
        of = self._draw(st.sampled_from(self._claims))
        key = "echo"
        told = {**of, "id": key, "via": [self._draw(st.sampled_from(OUTLETS))], "relays": of["id"]}
        told.pop("supersedes", None)
        told["reported_on"] = (self._world.last + timedelta(days=2)).isoformat()
        self._claims.append(told)
        self._truth[key] = self._truth[of["id"]]
        self._echoes[key] = of["id"]
        if of["id"] in self._culprits:
            self._culprits.append(key)
        if of["id"] in self._revised:
            self._revised[key] = self._revised[of["id"]]
        if of["id"] in self._misread:
            self._misread[key] = self._misread[of["id"]]

    def case(self) -> Case:
        """Return all of it."""
        dossier = Dossier.model_validate({"since": FIRST.isoformat(), "claims": self._claims})
        return Case(
            claims=dossier.claims,
            dossier=dossier,
            question=(self._measures[0], FIRST, self._world.last),
            answer=self._answer,
            truth=MappingProxyType(self._truth),
            culprits=tuple(self._culprits),
            echoes=MappingProxyType(self._echoes),
            revised=MappingProxyType(self._revised),
            misread=MappingProxyType(self._misread),
            world=self._world,
        )

    @property
    def _answer(self) -> int:
        return self._count(self._measures[0], FIRST, self._world.last)

    def _count(self, measure: str, start: date, end: date) -> int:
        low, _ = truth(self._world, (measure,), ANYTHING, start, end)
        return low

    def _total(self, key: str, words: str, *, quoted: str | None = None) -> None:
        time = {"as_of": self._world.last.isoformat()}
        self._add(key, words, self._answer, measure=self._measures[0], time=time, quoted=quoted)

    def _add(
        self,
        key: str,
        words: str,
        count: int,
        *,
        measure: str,
        time: Mapping[str, object],
        quoted: str | None = None,
    ) -> None:
        speaker = self._speakers.pop(0) if self._speakers else f"Reader {key}"
        self._truth[key] = count
        self._claims.append(
            {
                "id": key,
                "source": speaker,
                "reported_on": self._world.last.isoformat(),
                "measure": measure,
                **time,
                "count": words,
                "quote": f"{speaker} put it at {quoted or words} {measure}.",
            }
        )
