"""Echoes: one statement, however often it is told (§9)."""

from small_dossiers import claim, found, kinds


def test_an_echo_counts_once_and_says_what_it_lost() -> None:
    """Who relays "at least 300" as 300 does not make a ceiling of it (§9)."""
    said = claim("said", "Mayor", 5, 300)
    del said["high"]
    report = found(
        said,
        claim("told", "Mayor", 5, 300, via=["Paper"], relays="said"),
        claim("more", "Governor", 5, 400),
    )

    assert kinds(report) == [("echo", ("said", "told"))]
    [echo] = [f for f in report.findings if f.kind == "echo"]
    assert echo.changed == {"told": ("hedge",)}
    assert [set(clash) for clash in echo.would_contradict] == [{"more", "told"}]


def test_who_relays_a_figure_is_not_another_source_for_it() -> None:
    """Three papers tell one figure of the mayor: one statement, one origin (§9)."""
    report = found(
        claim("said", "Mayor", 5, 300),
        *(claim(f"told-{n}", "Mayor", 5, 300, via=[f"Paper {n}"]) for n in range(3)),
    )

    [echo] = report.echoes
    assert echo.claims == ("said", "told-0", "told-1", "told-2")
    assert echo.origins == ("Mayor",)


def test_a_figure_computed_from_others_binds_nothing() -> None:
    """A total that somebody added up from two figures is no third witness (§9)."""
    report = found(
        claim("killed", "Mayor", 5, 90),
        claim("wounded", "Mayor", 5, 10, measure="wounded"),
        claim("sum", "Paper", 5, 150, measure="casualties", derived_from=["killed", "wounded"]),
    )

    assert report.verdict == "compatible"
    assert kinds(report) == [("derived", ("sum", "killed", "wounded"))]


def test_a_relay_that_changes_a_digit_is_told_with_what_it_would_contradict() -> None:
    """3,000 for 300: the relay's figure binds nothing, and clashes with another's total (§9)."""
    report = found(
        claim("said", "Mayor", 5, 300),
        claim("told", "Mayor", 5, 3000, via=["Paper"], relays="said"),
        claim("total", "Governor", 9, 400),
    )

    [echo] = report.echoes
    assert dict(echo.changed) == {"told": ("digit",)}
    assert echo.would_contradict == (("told", "total"),)
    assert report.verdict == "compatible"


def test_a_relay_may_change_what_is_counted() -> None:
    """Killed told on as killed and wounded: another measure, which is named (§9)."""
    report = found(
        claim("said", "Mayor", 5, 300),
        claim("told", "Mayor", 5, 300, measure="casualties", via=["Paper"], relays="said"),
    )

    [echo] = report.echoes
    assert dict(echo.changed) == {"told": ("measure",)}
