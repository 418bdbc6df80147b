import pytest

import claimrecon as cr
from claimrecon.extraction import QuoteCheck, Support, check_quotes


def _checked(quote: str | None, **figure: object) -> tuple[QuoteCheck, ...]:
    claim = {"source": "Mayor", "reported_on": "2025-01-13", "as_of": "2025-01-13", "quote": quote}
    dossier = cr.Dossier().add([{**claim, **figure}])
    return check_quotes(dossier.read().claims)


@pytest.mark.parametrize(
    ("quote", "figure", "support"),
    [
        ("At least 300 soldiers were killed.", "at least 300", Support.SUPPORTED),
        ("Some 300 people died in the blast.", "about 300", Support.SUPPORTED),
        ("Twelve people were killed.", "12", Support.SUPPORTED),
        ("Dozens were killed.", "dozens", Support.SUPPORTED),
        ("There were 43 attacks that day.", "43", Support.NO_PERSONS),
        ("The army fired 300 shells.", "300", Support.NO_PERSONS),
        ("At least 300 soldiers were killed.", "3,000", Support.NO_NUMBER),
        ("At least 300 soldiers were killed.", "300", Support.HEDGE_DIFFERS),
        ("Some 300 soldiers were wounded.", "about 300", Support.OTHER_MEASURE),
        ("The army denied that 300 soldiers were killed.", "300", Support.NOT_ASSERTED),
        ("As many as 300 could be killed.", "up to 300", Support.NOT_ASSERTED),
    ],
)
def test_a_quote_supports_number_hedge_unit_and_measure(
    quote: str, figure: str, support: Support
) -> None:
    """Or it is said which of them it does not."""
    (check,) = _checked(quote, measure="killed", count=figure)

    assert check.support is support
    assert check.is_supported is (support is Support.SUPPORTED)


def test_the_message_says_what_to_do() -> None:
    """With what stands in the quote."""
    (check,) = _checked("There were 43 attacks that day.", measure="killed", count="43")

    assert check.claim == "mayor-killed"
    assert check.message == (
        "'43 attacks that day.' in its quote is not read as killed. Look at what is counted there."
    )


def test_a_denial_may_quote_what_is_denied() -> None:
    """It asserts nothing."""
    quote = "The army denied that 300 soldiers were killed."
    (check,) = _checked(quote, measure="killed", count="300", evidence="denial")

    assert check.is_supported


def test_numbers_are_checked_like_words() -> None:
    """A low and a high are looked for in the quote."""
    (check,) = _checked(
        "Between 200 and 300 people were killed.", measure="killed", low=200, high=300
    )

    assert check.is_supported


@pytest.mark.parametrize(
    ("quote", "figure"), [(None, {"count": "300"}), ("Many died.", {"count": "none"})]
)
def test_a_claim_without_quote_or_figure_is_passed_over(
    quote: str | None, figure: dict[str, object]
) -> None:
    """Nothing is there to compare."""
    assert _checked(quote, measure="killed", **figure) == ()
