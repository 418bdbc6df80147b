from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from claimrecon.dossier import ReadDossier
from claimrecon.findings import End, Finding, PossibleRange
from claimrecon.linear import Proof, Row
from claimrecon.report import Report
from claimrecon.report.naming import Naming
from claimrecon.report.sums import (
    range_words,
    says_more,
    shortfall_words,
    steps,
    sum_words,
    total_of,
)

Make = Callable[..., Report]


@pytest.fixture
def naming(flood: ReadDossier) -> Naming:
    """Return how the flood's claims are spoken of."""
    return Naming(flood)


def test_a_proved_end_is_written_as_a_sum(killed: PossibleRange, naming: Naming) -> None:
    """Each figure stands with who said it."""
    assert killed.strict_low is not None
    assert sum_words(killed.strict_low, naming) == "1,300 = 4,000 (Zelder) - 2,700 (RCS)"


def test_a_high_end_is_a_sum_too(naming: Naming) -> None:
    """Its proof bounds the negated count."""
    total = Row("hurt: ≤ 4,000", (("k", -1), ("w", -1)), -4000, "hurt")
    some = Row("wounded: ≥ 2,700", (("w", 1),), 2700, "wounded")
    end = End(
        Fraction(1300),
        Fraction(1300),
        proof=Proof(((total, Fraction(1)), (some, Fraction(1))), (("k", -1),)),
    )

    assert sum_words(end, naming) == "1,300 = 4,000 (Zelder) - 2,700 (RCS)"


def test_an_unproved_sum_is_never_written(killed: PossibleRange, naming: Naming) -> None:
    """A proof that does not add up gives no sum, only the claims it hinges on."""
    assert killed.strict_low is not None
    assert killed.strict_low.proof is not None
    broken = Proof(killed.strict_low.proof.terms, (("k", 2),))
    asked = replace(killed, strict_low=replace(killed.strict_low, proof=broken))

    assert asked.strict_low is not None
    assert sum_words(asked.strict_low, naming) is None
    assert range_words(asked, naming) == "1,300 hinges on Zelder and RCS (without either: 300)."


def test_a_figure_used_twice_is_no_plain_sum(naming: Naming) -> None:
    """A reader could not add it up from the figures alone."""
    pairs = Row("hurt: ≥ 10", (("k", 1), ("w", 2)), 10, "hurt")
    few = Row("wounded: ≤ 2", (("w", -1),), -2, "wounded")
    end = End(
        Fraction(6),
        Fraction(6),
        proof=Proof(((pairs, Fraction(1)), (few, Fraction(2))), (("k", 1),)),
    )

    assert end.proof is not None
    assert end.proof.verify()
    assert sum_words(end, naming) is None


def test_a_share_of_another_figure_is_no_plain_sum() -> None:
    """Half of 10 is 5, but the figures 10 and "half" do not add up to it."""
    from claimrecon.dossier import Dossier  # noqa: PLC0415 - only here

    read = Dossier.model_validate(
        {
            "claims": [
                {"id": "all", "source": "A", "measure": "arrived", "during": "2031", "count": 10},
                {
                    "id": "half",
                    "source": "B",
                    "measure": "strength",
                    "at": "2031-12-31",
                    "count": "half",
                    "ratio_of": "all",
                },
            ]
        }
    ).read()
    share = Row("half: s ≤ 1/2 × (a)", (("a", 1), ("s", -2)), 0, "half")
    most = Row("all: a ≤ 10", (("a", -1),), -10, "all")
    need = Row("x: s ≥ 6", (("s", 2),), 12, "all")
    proof = Proof(((share, Fraction(1)), (most, Fraction(1)), (need, Fraction(1))))

    assert proof.verify()
    assert shortfall_words(proof, Naming(read)) is None


def test_rows_made_whole_are_persons_again() -> None:
    """A row of thirds of persons counts once, with its figure as it was said."""
    thirds = Row("a: x ≥ 10/3", (("x", 3),), 10, "a")
    most = Row("b: x ≤ 2", (("x", -1),), -2, "b")
    proof = Proof(((thirds, Fraction(1)), (most, Fraction(3))))

    made = steps(proof)

    assert [(step.multiplier, step.bound) for step in made] == [
        (Fraction(1), Fraction(10, 3)),
        (Fraction(1), Fraction(-2)),
    ]
    assert total_of(made) == Fraction(4, 3)


def test_parts_of_a_person_never_overstate_a_shortfall(naming: Naming) -> None:
    """Lows lose their fraction and highs gain one, so that the difference is certain."""
    need = Row("hurt: ≥ 31/3", (("k", 3),), 31, "hurt")
    most = Row("dead: ≤ 17/2", (("k", -2),), -17, "dead")
    proof = Proof(((need, Fraction(2)), (most, Fraction(3))))

    assert proof.verify()
    assert shortfall_words(proof, naming) == (
        "at least 10 (Zelder), but at most 9 (RCS): 1 too few"
    )


WITHOUT: list[tuple[Mapping[str, Fraction | None], str]] = [
    ({"hurt": None}, "9 hinges on Zelder (without: open)."),
    ({"hurt": Fraction(9)}, "9 hinges on Zelder."),
    (
        {"hurt": Fraction(5), "soon": Fraction(4)},
        "9 hinges on Zelder (without: 5), Government <press & office> (4).",
    ),
    (
        {"hurt": Fraction(5), "empty": None, "once": Fraction(1)},
        "9 hinges on Zelder (without: 5), 2 assumptions.",
    ),
]


@pytest.mark.parametrize(("without", "words"), WITHOUT)
def test_an_end_says_what_it_becomes_without_each_claim(
    killed: PossibleRange, naming: Naming, without: Mapping[str, Fraction | None], words: str
) -> None:
    """Claims are named with the end that is left without them; assumptions are counted."""
    end = End(Fraction(9), Fraction(9), tuple(without), without)

    assert range_words(replace(killed, strict_low=end), naming) == words


def test_a_sum_names_no_claim_that_changes_nothing(killed: PossibleRange, naming: Naming) -> None:
    """Without a claim that others stand in for, the end stays; then it is not worth a word."""
    assert killed.strict_low is not None
    low = replace(killed.strict_low, without={"hurt": Fraction(300), "wounded": Fraction(1300)})

    assert range_words(replace(killed, strict_low=low), naming) == (
        "1,300 = 4,000 (Zelder) - 2,700 (RCS); without Zelder: 300."
    )


def test_an_end_that_its_own_claim_states_is_left_to_the_table(
    killed: PossibleRange, naming: Naming
) -> None:
    """That 300 hinges on whoever said 300 tells nothing."""
    own = End(Fraction(300), Fraction(300), ("dead",), {"dead": Fraction(0)})

    assert range_words(replace(killed, strict_low=own), naming) == ""
    assert not says_more(replace(killed, strict_low=own))
    assert says_more(killed)


def test_the_proof_text_has_every_line_and_the_impossible_sum(report: Make, clash: Finding) -> None:
    """Figures first, each with its multiplier; the sum reads 0 >= 1,000."""
    text = report(findings=(clash,)).proof_text(1)

    lines = text.splitlines()
    assert "  1 x  killed + wounded >= 4,000   (Zelder)" in lines
    assert "  1 x  wounded <= 2,700   (RCS)" in lines
    assert "  1 x  killed <= 300   (RCS)" in lines
    assert "what remains is 0 >= 1,000: cannot be." in " ".join(lines)
    assert lines[-1] == "Checked in exact fractions: it adds up."


def test_rules_that_say_alike_share_a_line(report: Make, clash: Finding) -> None:
    """Counts that never fall are one line, however many of them a proof needs."""
    fall = [Row(f"{x} | R | to 13 Mar: no fewer", ((x, 1), (x * 2, -1)), 0) for x in "kw"]
    need = Row("hurt: ≥ 4,000", (("kk", 1), ("ww", 1)), 4000, "hurt")
    terms = [(need, Fraction(1)), *((row, Fraction(1)) for row in fall)]
    terms += [(row, m) for row, m in clash.proof.terms[1:]] if clash.proof else []
    folded = replace(clash, proof=Proof(tuple(terms)))

    assert folded.proof is not None
    assert folded.proof.verify()
    text = report(findings=(folded,)).proof_text(1)
    assert "  1 x  rule: each of k and w | R | to 13 Mar: no fewer" in text.splitlines()


def test_a_share_is_written_in_the_whole_numbers_that_are_added(
    report: Make, clash: Finding
) -> None:
    """The line of a share is the row itself, not the row divided by something."""
    share = Row("dead: killed ≤ 2/5 × (arrived)", (("a", 2), ("k", -5)), 0, "dead")
    most = Row("wounded: arrived ≤ 10", (("a", -1),), -10, "wounded")
    need = Row("hurt: killed ≥ 6", (("k", 1),), 6, "hurt")
    proof = Proof(((need, Fraction(5)), (share, Fraction(1)), (most, Fraction(2))))

    assert proof.verify()
    text = report(findings=(replace(clash, proof=proof),)).proof_text(1)
    assert "  1 x  5 x (killed) <= 2 x (arrived)   (RCS)" in text.splitlines()
