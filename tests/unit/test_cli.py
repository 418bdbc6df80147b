import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimrecon.cli import main
from claimrecon.display import Waiting, styled
from claimrecon.dossier import Dossier, demo_path, demo_text
from claimrecon.reconciliation import reconcile
from claimrecon.report import Report

Run = tuple[int, str, str]
Capture = pytest.CaptureFixture[str]

DAMS = {
    "title": "A dam",
    "claims": [
        {
            "id": name,
            "source": name.title(),
            "reported_on": "2031-03-09",
            "measure": "killed",
            "as_of": "2031-03-09",
            "population": "Residents",
            "place": "Ebersand",
            "count": count,
        }
        for name, count in (("mayor", "at least 300"), ("governor", "120"))
    ],
}


CALM = {
    "title": "A quiet day",
    "since": "2031-03-01",
    "population": "Residents",
    "place": "Ebersand",
    "claims": [
        {"id": name, "source": name.title(), "reported_on": "2031-03-09", **figure}
        for name, figure in (
            ("mayor", {"measure": "casualties", "as_of": "2031-03-09", "count": "4,000"}),
            ("clinic", {"measure": "wounded", "as_of": "2031-03-09", "count": "2,700"}),
            ("press", {"measure": "killed", "as_of": "2031-03-09", "count": "at least 300"}),
        )
    ],
}


@pytest.fixture(scope="module")
def demo_report() -> Report:
    """Return the report of the demo, made once."""
    return reconcile(demo_path())


@pytest.fixture
def demo(demo_report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every reconciliation be that of the demo, so that it is made once only."""

    def ready(_: Dossier, **__: object) -> Report:
        return demo_report

    monkeypatch.setattr("claimrecon.reconciliation.reconcile", ready)


@pytest.fixture
def calm(tmp_path: Path) -> str:
    """Return a file whose figures can all be true."""
    path = tmp_path / "calm.json"
    path.write_text(json.dumps(CALM), encoding="utf-8")
    return str(path)


@pytest.fixture
def clash(tmp_path: Path) -> str:
    """Return a file with two figures that cannot both be true."""
    path = tmp_path / "dam.json"
    path.write_text(json.dumps(DAMS), encoding="utf-8")
    return str(path)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """Return a file of which one claim of three cannot be used."""
    path = tmp_path / "broken.json"
    bad = {**DAMS["claims"][0], "id": "typo", "meesure": "killed"}  # type: ignore[dict-item]
    path.write_text(json.dumps({**DAMS, "claims": [*DAMS["claims"], bad]}), encoding="utf-8")
    return str(path)


def _run(capsys: Capture, *argv: str) -> Run:
    code = main(argv)
    shown = capsys.readouterr()
    return code, shown.out, shown.err


@pytest.mark.usefixtures("demo")
def test_the_demo_is_one_screen(capsys: Capture) -> None:
    """At most 40 lines of 80 columns, the answer first, nothing on standard error."""
    code, out, err = _run(capsys, "demo")

    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[3].startswith("THE FIGURES CAN ALL BE TRUE, but only because")
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80


@pytest.mark.usefixtures("demo")
def test_the_demo_shows_a_proof(capsys: Capture) -> None:
    """The number in the text leads to a sum that anybody can add up."""
    _, out, _ = _run(capsys, "demo")
    number = out.partition("claimrecon demo --proof ")[2].split()[0]

    code, proof, _ = _run(capsys, "demo", "--proof", number)

    assert code == 0
    assert "0 >= 400: cannot be." in proof


@pytest.mark.usefixtures("demo")
def test_a_proof_of_nothing_is_bad_input(capsys: Capture) -> None:
    """A number beyond the last thing to know is refused with the numbers there are."""
    code, out, err = _run(capsys, "demo", "--proof", "99")

    assert (code, out) == (2, "")
    assert "there is no thing number 99 to know. The numbers run from 1 to" in err


def test_the_demo_writes_its_dossier_once(capsys: Capture, tmp_path: Path) -> None:
    """The file is the shipped one; an existing file is never overwritten."""
    path = tmp_path / "mine.yaml"

    first = _run(capsys, "demo", "--write", str(path))
    again = _run(capsys, "demo", "--write", str(path))

    assert path.read_text(encoding="utf-8") == demo_text()
    assert (first[0], again[0]) == (0, 2)
    assert "exists and is left as it is" in again[2]


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 0), (("--fail-on", "contradiction"), 1), (("--fail-on", "tension"), 1)],
)
def test_findings_fail_only_on_request(
    capsys: Capture, clash: str, options: tuple[str, ...], code: int
) -> None:
    """Exit code 1 is for those who ask for it; a contradiction is worse than a tension."""
    assert _run(capsys, "reconcile", clash, *options)[0] == code


def test_undecided_has_its_own_exit_code(capsys: Capture) -> None:
    """A budget that runs out at once is never taken for an answer."""
    code, out, _ = _run(capsys, "reconcile", str(demo_path()), "--budget", "0.0000001")

    assert code == 3
    assert "\nUNDECIDED" in out


def test_json_stands_alone_on_standard_output(capsys: Capture, clash: str) -> None:
    """Warnings go to standard error, so that the output can be piped on."""
    code, out, err = _run(capsys, "reconcile", clash, "--format", "json")

    values = json.loads(out)
    assert (code, values["verdict"]) == (0, "contradiction")
    assert len(err.splitlines()) == len(values["warnings"])


def test_several_files_make_one_list(capsys: Capture, clash: str, broken: str) -> None:
    """The gravest exit code counts; files that can be used are reconciled all the same."""
    code, out, err = _run(capsys, "reconcile", clash, clash, broken, "--format", "json")

    assert code == 2
    assert [report["title"] for report in json.loads(out)] == ["A dam", "A dam"]
    assert "broken.json: 1 of 3 claims cannot be used" in err


def test_keep_going_says_so_in_line_one(capsys: Capture, broken: str) -> None:
    """What is usable is reconciled; the problems are on standard error."""
    code, out, err = _run(capsys, "reconcile", broken, "--keep-going")

    assert code == 0
    assert out.splitlines()[0] == "broken.json: 1 of 3 claims cannot be used and are left out."
    assert "THE FIGURES CANNOT ALL BE TRUE" in out
    assert "meesure" in err


def test_what_was_known_by_a_day(capsys: Capture, clash: str) -> None:
    """Before anything was made public, nothing contradicts."""
    _, out, _ = _run(capsys, "reconcile", clash, "--known-by", "2031-03-08", "--format", "json")

    assert json.loads(out)["verdict"] == "compatible"


BAD = [
    (["--known-by", "2031-13-01"], "there is no month 13"),
    (["--codebook", "nobody"], "There is no codebook 'nobody'"),
]


@pytest.mark.parametrize(("options", "words"), BAD)
def test_a_bad_option_is_bad_input(
    capsys: Capture, clash: str, options: list[str], words: str
) -> None:
    """The message says what was found, on standard error."""
    code, out, err = _run(capsys, "reconcile", clash, *options)

    assert (code, out) == (2, "")
    assert words in err


def test_a_missing_file_is_bad_input(capsys: Capture, tmp_path: Path) -> None:
    """No traceback, and the name of the file."""
    code, out, err = _run(capsys, "reconcile", str(tmp_path / "none.yaml"))

    assert (code, out) == (2, "")
    assert "none.yaml" in err


def test_a_range_in_json_is_one_entry_of_the_report(capsys: Capture, calm: str) -> None:
    """Strict and lenient ends, stated ends and what they hinge on."""
    asked = ("--measure", "killed", "--as-of", "2031-03-09")

    code, out, _ = _run(capsys, "range", calm, *asked, "--format", "json")

    values = json.loads(out)
    assert code == 0
    assert values["possible"]["strict"] == [1300, 1300]
    assert values["possible"]["lenient"] == [750, 1850]
    assert values["stated"] == {"low": 300, "low_by": ["press"], "high": None, "high_by": []}
    assert values["possible"]["low_without"]["mayor"] == [300, 300]


def test_a_range_in_words_shows_what_its_ends_hinge_on(capsys: Capture, calm: str) -> None:
    """The table, and below it who says so."""
    code, out, _ = _run(
        capsys, "range", calm, "--measure", "casualties", "--during", "2031-03-01", "2031-03-09"
    )

    assert code == 0
    assert out.splitlines()[1].split()[-2:] == ["4,000", "3,500-4,500"]
    assert "4,000 hinges on Mayor" in out


def test_a_period_has_no_third_day(capsys: Capture, calm: str) -> None:
    """``--during`` takes one date or two."""
    asked = ("--measure", "killed", "--during", "2031", "2032", "2033")

    code, out, err = _run(capsys, "range", calm, *asked)

    assert (code, out) == (2, "")
    assert "--during takes one date or two, and 3 were given." in err


def test_an_unknown_measure_is_bad_input(capsys: Capture, calm: str) -> None:
    """The message suggests the measure that was meant."""
    asked = ("--measure", "kiled", "--as-of", "2031-03-09")

    code, out, err = _run(capsys, "range", calm, *asked)

    assert (code, out) == (2, "")
    assert "Did you mean 'killed'?" in err


@pytest.fixture
def story(tmp_path: Path) -> str:
    """Return the path of a dossier that becomes a contradiction on its second day."""
    days = (("mayor", "2031-03-09", "at least 300"), ("governor", "2031-03-11", "120"))
    claims = [
        {
            "id": name, "source": name.title(), "reported_on": day, "measure": "killed",
            "as_of": "2031-03-09", "place": "Ebersand", "count": count,
        }
        for name, day, count in days
    ]  # fmt: skip
    path = tmp_path / "story.json"
    path.write_text(json.dumps({"since": "2031-03-01", "claims": claims}), encoding="utf-8")
    return str(path)


def test_a_history_has_a_line_for_each_day(capsys: Capture, story: str) -> None:
    """Verdict and range by each day of publication, in words and as JSON."""
    asked = ("--measure", "killed", "--place", "Ebersand", "--as-of", "2031-03-09")

    code, out, _ = _run(capsys, "history", story, *asked)
    _, told, _ = _run(capsys, "history", story, *asked, "--format", "json")

    assert code == 0
    assert [" ".join(line.split()) for line in out.splitlines()[2:]] == [
        "9 Mar 2031 compatible 300 or more 300 or more mayor",
        "11 Mar 2031 contradiction cannot be cannot be governor",
    ]
    days = json.loads(told)["days"]
    assert [(day["verdict"], day["lenient"]) for day in days] == [
        ("compatible", [300, None]),
        ("contradiction", None),
    ]


def test_a_history_without_a_question_is_of_the_verdict(capsys: Capture, story: str) -> None:
    """Days can be chosen; a place without a measure is no question."""
    code, out, _ = _run(capsys, "history", story, "--days", "2031-03", "--format", "json")
    bad, _, err = _run(capsys, "history", story, "--place", "Ebersand")

    assert code == 0
    assert [day["day"] for day in json.loads(out)["days"]] == ["2031-03-31"]
    assert bad == 2
    assert "--place" in err


def test_a_comparison_of_two_days_says_why(capsys: Capture, story: str) -> None:
    """What came, and because of which claim; without two days, a second file is needed."""
    days = ("--known-by", "2031-03-09", "2031-03-11")

    code, out, _ = _run(capsys, "compare", story, *days)
    _, told, _ = _run(capsys, "compare", story, *days, "--format", "json")
    bad, _, err = _run(capsys, "compare", story)

    assert code == 0
    assert out.startswith("The verdict was compatible and is contradiction.")
    [came] = json.loads(told)["findings"]["came"]
    assert came["because"] == ["governor"]
    assert came["id"].startswith("contradiction-")
    assert bad == 2
    assert "--known-by" in err
    assert _run(capsys, "compare", story, story)[1] == "Nothing changed.\n"


def test_check_shows_how_every_claim_was_read(capsys: Capture) -> None:
    """In JSON as data, in words as a table."""
    code, out, _ = _run(capsys, "check", str(demo_path()), "--format", "json")
    words = _run(capsys, "check", str(demo_path()))[1]

    values = json.loads(out)
    assert code == 0
    assert values["errors"] == []
    assert values["claims"][3] == {
        "id": "nis-killed",
        "strict": [300, None],
        "lenient": [300, None],
        "rule": "at-least",
    }
    assert len(values["claims"]) == 9
    assert any(line.split()[:1] == ["nis-killed"] for line in words.splitlines())


def test_check_reports_all_errors(capsys: Capture, broken: str) -> None:
    """Exit code 2; the claims that can be used are shown all the same."""
    code, out, _ = _run(capsys, "check", broken, "--format", "json")

    values = json.loads(out)
    assert code == 2
    assert [error["claim"] for error in values["errors"]] == ["typo"]
    assert [claim["id"] for claim in values["claims"]] == ["mayor", "governor"]


@pytest.mark.parametrize(("what", "key"), [("dossier", "claims"), ("report", "findings")])
def test_schemas_are_published(capsys: Capture, what: str, key: str) -> None:
    """Both are JSON Schemas of an object with the keys of the format."""
    code, out, _ = _run(capsys, "schema", what)

    assert code == 0
    assert key in json.loads(out)["properties"]


@pytest.mark.parametrize("argv", [[], ["demmo"], ["range", "x.yaml", "--measure", "killed"]])
def test_a_wrong_command_line_is_bad_input(capsys: Capture, argv: list[str]) -> None:
    """Argparse says what it wants, on standard error, with exit code 2."""
    with pytest.raises(SystemExit) as stopped:
        main(argv)

    assert stopped.value.code == 2
    assert "usage: claimrecon" in capsys.readouterr().err


def test_the_version_is_that_of_the_package(capsys: Capture) -> None:
    """``--version`` prints the name and a version."""
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])

    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("claimrecon ")


@pytest.mark.outside
def test_a_reader_that_leaves_early_is_no_error() -> None:
    """``claimrecon schema report | head -1`` ends without a traceback."""
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "w") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "claimrecon.cli", "schema", "report"],
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (done.returncode, done.stderr) == (0, b"")


def test_output_is_utf_8_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same input gives the same bytes, whatever the machine's own encoding."""
    shown = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(shown, encoding="ascii"))

    code = main(["schema", "report"])

    assert code == 0
    assert '"≥"'.encode() in shown.getvalue()


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("form", "start"), [("html", "<!doctype html>"), ("markdown", "# North Korean troops")]
)
def test_a_report_has_four_forms(capsys: Capture, tmp_path: Path, form: str, start: str) -> None:
    """Text and JSON are tested above; a page and Markdown come out alike, or go to a file."""
    code, out, err = _run(capsys, "demo", "--format", form)
    saved = tmp_path / "report"
    _, said, _ = _run(capsys, "demo", "--format", form, "--output", str(saved))

    assert (code, err) == (0, "")
    assert out.startswith(start)
    assert said == f"Saved to {saved}.\n"
    assert saved.read_text(encoding="utf-8") == out


def test_a_page_is_of_one_file(capsys: Capture, clash: str, calm: str) -> None:
    """Two pages in one file are no page."""
    code, out, err = _run(capsys, "reconcile", clash, calm, "--format", "html")

    assert (code, out) == (2, "")
    assert "Name only one" in err


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_keep_going_says_so_in_every_form(capsys: Capture, broken: str, form: str) -> None:
    """Nobody who is sent a page of the usable claims takes it for all of them."""
    _, out, _ = _run(capsys, "reconcile", broken, "--keep-going", "--format", form)

    assert "claims cannot be used and are left out." in out


def test_a_narrow_terminal_gets_narrow_lines(demo_report: Report) -> None:
    """Below 60 columns tables become paragraphs, and no line is wider than the terminal."""
    for width in (44, 59):
        assert max(map(len, demo_report.to_text(width=width).splitlines())) <= width


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets plain text, a terminal colour, and nobody who set NO_COLOR."""
    styles = [("^A", "bold")]
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")

    assert styled("A b", styles, _Terminal()) == "\x1b[1mA\x1b[0m b"
    assert styled("A b", styles, io.StringIO()) == "A b"
    monkeypatch.setenv("NO_COLOR", "1")
    assert styled("A b", styles, _Terminal()) == "A b"


def test_waiting_is_said_after_a_second_and_wiped_away() -> None:
    """Nothing for what is quick; a line that is gone at the end for what is not."""
    quick, slow = _Terminal(), _Terminal()
    with Waiting(quick, "quick"):
        pass
    with Waiting(slow, "slow", limit=60):
        time.sleep(1.3)

    assert quick.getvalue() == ""
    assert "slow  1 s; undecided in 59 s at the latest" in slow.getvalue()
    assert slow.getvalue().endswith("\r")


@pytest.mark.outside
def test_a_shell_can_complete_a_line() -> None:
    """The shell asks with argcomplete's variables, and gets the commands that go on so."""
    line = "claimrecon rec"
    done = subprocess.run(
        [sys.executable, "-c", "from claimrecon.cli import main; main()"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={
            **os.environ,
            "_ARGCOMPLETE": "1",
            "_ARGCOMPLETE_STDOUT_FILENAME": "/dev/stdout",
            "COMP_LINE": line,
            "COMP_POINT": str(len(line)),
            "COMP_TYPE": "9",
            "_ARGCOMPLETE_COMP_WORDBREAKS": " ",
        },
    )

    assert done.stdout.strip() == "reconcile"


@pytest.mark.parametrize("option", [("--proof", "1"), ("--format", "html")])
def test_what_is_about_one_file_takes_one_file(
    capsys: Capture, calm: str, clash: str, option: tuple[str, str]
) -> None:
    """Two at a time are refused before anything is reconciled."""
    code, out, err = _run(capsys, "reconcile", calm, clash, *option)

    assert (code, out) == (2, "")
    assert f"{' '.join(option) if option[0] == '--format' else option[0]}" in err
    assert "Name only one." in err


def test_several_files_are_one_answer(capsys: Capture, calm: str, clash: str) -> None:
    """A list in JSON, a rule between pages; the exit code is that of the gravest."""
    options = ("--fail-on", "contradiction")
    code, out, _ = _run(capsys, "reconcile", calm, clash, "--format", "json", *options)

    assert code == 1
    verdicts = [report["verdict"] for report in json.loads(out)]
    assert verdicts == ["compatible", "contradiction"]
    _, out, _ = _run(capsys, "reconcile", calm, clash, "--format", "markdown")
    assert "\n\n---\n\n" in out


def test_an_output_that_cannot_be_written_is_refused(
    capsys: Capture, calm: str, tmp_path: Path
) -> None:
    """A folder is no file; nothing is printed instead."""
    code, out, err = _run(capsys, "reconcile", calm, "--output", str(tmp_path))

    assert (code, out) == (2, "")
    assert str(tmp_path) in err
