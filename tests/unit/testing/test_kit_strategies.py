"""What the strategies of the testing kit draw is what they promise."""

import io
from datetime import date

from depth import examples
from hypothesis import given
from hypothesis import strategies as st

from claimrecon.dossier import Dossier, load, to_yaml
from claimrecon.quantities import codebook_named, parse_count, read_phrase
from claimrecon.reconciliation import reconcile
from claimrecon.testing import (
    Article,
    Case,
    Phrase,
    articles,
    assumptions,
    attributions,
    cases,
    claims,
    dossiers,
    dossiers_from,
    name_trees,
    partial_dates,
    periods,
    phrases,
    scopes,
    sources,
    worlds,
)
from claimrecon.testing.forms import COLUMNS
from claimrecon.testing.names import PLACES, SPEAKERS
from claimrecon.testing.truths.telling import Telling, true_dossiers

BOOK = codebook_named("claimrecon-1")
SOME = examples(20)
FEW = examples(10)


@given(phrases())
def test_phrases_read_to_what_the_kit_says(phrase: Phrase) -> None:
    """The library's parser and codebook agree with the kit's own arithmetic of §8."""
    reading = read_phrase(parse_count(phrase.text), BOOK)

    assert reading is not None
    assert (reading.strict, reading.lenient) == (phrase.strict, phrase.lenient)


@given(st.data(), st.integers(0, 100_000), st.sampled_from([None, True, False]))
def test_phrases_hold_the_count_they_are_true_of(
    data: st.DataObject, count: int, open_top: bool | None
) -> None:
    """So do both readings; and the top is open where that is asked for."""
    phrase = data.draw(phrases(true_of=count, open_top=open_top))

    for reading in (phrase.strict, phrase.lenient):
        assert reading.low <= count
        assert reading.high is None or count <= reading.high
    assert phrase.lenient.contains(phrase.strict)
    assert open_top is None or open_top is not phrase.has_high


@given(st.data(), st.dates(date(2020, 1, 1), date(2026, 12, 31)))
def test_dates_hold_the_day_they_are_true_of(data: st.DataObject, day: date) -> None:
    """A day, its month or its year; and a period ends no earlier than it begins."""
    assert data.draw(partial_dates(true_of=day)).span.contains(day)
    assert data.draw(periods(first=day)).first >= day


@SOME
@given(st.data())
def test_names_and_scopes_are_of_their_trees(data: st.DataObject) -> None:
    """A scope names nothing that its trees do not have; origins relay nothing themselves."""
    people, places = data.draw(name_trees()), data.draw(name_trees(names=PLACES))
    scope = data.draw(scopes(people, places))
    told, source = data.draw(attributions()), data.draw(sources())

    assert set(scope.population.names) <= set(people.names)
    assert set(scope.place.names) <= set(places.names)
    assert told.source not in told.via
    assert len(set(told.via)) == len(told.via)
    assert source.speaks_for != source.name
    assert source.name in SPEAKERS


@SOME
@given(claims(), assumptions(id="assumed"))
def test_claims_and_assumptions_load(claim: object, assumption: object) -> None:
    """A dossier takes every one of them."""
    read = Dossier.model_validate({"claims": [claim], "assumptions": [assumption]}).read()

    assert len(read.claims) == 1
    assert len(read.assumptions) + len(read.rules) == 1


@SOME
@given(dossiers(most=4))
def test_dossiers_load_and_survive_a_file(dossier: Dossier) -> None:
    """They hold at most so many claims, and come back from a file as they were."""
    assert len(dossier.read().claims) <= 4
    assert load(io.StringIO(to_yaml(dossier))) == dossier


@FEW
@given(dossiers_from(worlds(), most=4))
def test_dossiers_from_a_world_never_clash(dossier: Dossier) -> None:
    """Every claim is true of one world, so nothing may be called a contradiction."""
    assert reconcile(dossier).verdict == "compatible"


@FEW
@given(true_dossiers(worlds()))
def test_a_falsified_law_shows_what_happened_and_what_was_said(telling: Telling) -> None:
    """Block by block and step by step, every claim with its reading, and the question."""
    text = repr(telling)

    assert repr(telling.world) in text
    for block in telling.world.blocks:
        assert f"{block.size} {sorted(block.people)}" in text
        assert all(f"{step.day}: {step.before} > {step.after}" in text for step in block.steps)
    for claim in (*telling.read.claims, *telling.read.assumptions):
        [line] = [line for line in text.splitlines() if line.startswith(f"{claim.id}, ")]
        assert claim.words in line
    assert text.splitlines()[-1].endswith(
        f"Truly {telling.question.low} to {telling.question.high}"
    )


@FEW
@given(cases(echo=None, revision=None))
def test_true_cases_are_compatible_and_revisions_are_found(case: Case) -> None:
    """Nothing true clashes; what was taken back is found as such."""
    report = reconcile(case.dossier)

    assert report.verdict == "compatible"
    retracted = {f.claims[0] for f in report.findings if f.kind == "revision"}
    assert bool(retracted) == bool(case.revised)
    assert retracted <= set(case.revised)


@FEW
@given(cases(lie=True, echo=None, misread=None, measures=("killed", "wounded")))
def test_every_culprit_is_found_and_without_them_all_is_well(case: Case) -> None:
    """Each contradiction names a culprit, and the rest can all be true."""
    report = reconcile(case.dossier)
    rest = tuple(claim for claim in case.dossier.claims if claim.id not in case.culprits)

    assert report.verdict == "contradiction"
    assert all(set(found.claims) & set(case.culprits) for found in report.contradictions)
    assert reconcile(Dossier(since=case.dossier.since, claims=rest)).verdict == "compatible"


@SOME
@given(cases(lie=None, echo=None, revision=None, misread=None))
def test_the_record_of_a_case_is_complete(case: Case) -> None:
    """Every claim has its truth; culprits, echoes, revisions and misreadings are claims."""
    ids = {str(claim.id) for claim in case.dossier.claims}

    assert set(case.truth) == ids
    assert {*case.culprits, *case.echoes, *case.revised, *case.misread} <= ids
    assert {*case.echoes.values(), *case.revised.values()} <= ids
    assert set(case.misread) <= set(case.culprits)
    for claim, read in zip(case.dossier.claims, case.dossier.read().claims, strict=True):
        holds = read.reading is not None and (
            read.reading.lenient.low <= case.truth[read.id]
            and (
                read.reading.lenient.high is None
                or case.truth[read.id] <= read.reading.lenient.high
            )
        )
        is_false = read.id in case.culprits or read.id in case.revised
        assert holds is not is_false
        assert claim.quote is not None
        assert (case.misread.get(read.id) or str(claim.count)) in claim.quote


@SOME
@given(cases(lie=None))
def test_a_case_says_the_same_in_every_form(case: Case) -> None:
    """Models, mappings and rows hold the same claims in the same order."""
    models, mappings, rows = (case.in_form(form).claims for form in ("model", "dict", "rows"))

    assert Dossier.model_validate({"since": case.dossier.since, "claims": mappings}) == case.dossier
    assert [row["id"] for row in rows] == [claim.id for claim in models]
    assert all(tuple(row) == COLUMNS for row in rows)
    assert all(row["first"] is None or row["first"] <= row["last"] for row in rows)


@SOME
@given(articles())
def test_articles_hold_their_claims_to_the_letter(article: Article) -> None:
    """Each sentence stands in the text, with its speaker, words, measure and place."""
    for claim in article.claims:
        assert claim.sentence in article.text
        for part in (claim.speaker, claim.phrase.text, claim.measure, claim.place):
            assert part in claim.sentence
        assert claim.day <= article.published
