import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimrecon.cli import main
from claimrecon.dossier import examine

Capture = pytest.CaptureFixture[str]

ARTICLE = (
    "At least 300 soldiers were killed in Korun on 9 January, the mayor said. "
    "Some 40 people are feared dead. Their numbers have halved. The enemy loses 20 men a day."
)


@pytest.fixture
def article(tmp_path: Path) -> str:
    """Return the name of a file with an article."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def test_read_prints_what_was_read(article: str, capsys: Capture) -> None:
    """One block a draft, with its sentence."""
    assert main(["read", article, "--published", "2025-01-13"]) == 0

    printed = capsys.readouterr().out
    assert printed.startswith("4 drafts.\n\nd1  At least 300 soldiers: killed\n")
    assert "when: on 9 January (2025-01-09)" in printed
    assert "d2  Some 40 people: killed (feared)" in printed


def test_read_gives_json(article: str, capsys: Capture) -> None:
    """With offsets, and what is held back apart."""
    assert main(["read", article, "--format", "json", "--outlet", "Velmor Post"]) == 0

    values = json.loads(capsys.readouterr().out)
    assert values["outlet"] == "Velmor Post"
    assert values["drafts"][0]["figure"] == {"text": "At least 300", "start": 0, "end": 12}


def test_read_takes_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """For "-"."""
    stream = SimpleNamespace(buffer=io.BytesIO(ARTICLE.encode()))
    monkeypatch.setattr("sys.stdin", stream)

    assert main(["read", "-"]) == 0
    assert "At least 300 soldiers" in capsys.readouterr().out


def test_a_skeleton_has_a_question_mark_for_every_gap(
    article: str, tmp_path: Path, capsys: Capture
) -> None:
    """Every claim with its quote; what the text does not say is for the user."""
    path = tmp_path / "korun.yaml"
    assert main(["read", article, "--published", "2025-01-13", "--write", str(path)]) == 0

    assert f"Saved to {path}. Edit it, then: claimrecon check {path}" in capsys.readouterr().err
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Drafts read from a text.")
    assert text.count("source: '?'") == 3
    assert text.count("ratio_of: '?'") == 1
    assert text.count("during: '?'") == 1
    assert text.count("quote:") == 4


def test_a_skeleton_with_all_gaps_filled_is_a_dossier(article: str, tmp_path: Path) -> None:
    """Nothing else needs to be edited."""
    path = tmp_path / "korun.yaml"
    arguments = ["read", article, "--published", "2025-01-13", "--outlet", "Velmor Post"]
    assert main([*arguments, "--write", str(path), "--title", "Korun"]) == 0
    text = path.read_text(encoding="utf-8")
    text = text.replace("during: '?'", "during: 2025-01")
    text = text.replace("ratio_of: '?'", "ratio_of: whole")
    text += "- {id: whole, source: Mayor, reported_on: 2025-01-01, measure: arrived, count: 900}\n"
    assert "'?'" not in text
    path.write_text(text, encoding="utf-8")

    assert examine(str(path)).errors == ()


def test_nothing_is_written_over(article: str, tmp_path: Path, capsys: Capture) -> None:
    """A file that is there stays as it is."""
    path = tmp_path / "korun.yaml"
    path.write_text("mine", encoding="utf-8")

    assert main(["read", article, "--write", str(path)]) == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert "Choose another name" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"\xff\xfe300 killed", "no UTF-8 text"), (b"x" * 20_000_001, "has 20000001 bytes")],
)
def test_what_is_no_article_is_refused(
    data: bytes, message: str, tmp_path: Path, capsys: Capture
) -> None:
    """Bytes of another encoding, and files beyond all measure."""
    path = tmp_path / "article.txt"
    path.write_bytes(data)

    assert main(["read", str(path)]) == 2
    assert message in capsys.readouterr().err


def test_a_date_of_publication_must_be_a_day(article: str, capsys: Capture) -> None:
    """Relative dates count from it."""
    assert main(["read", article, "--published", "January 2025"]) == 2
    assert "relative dates need the day of publication" in capsys.readouterr().err


def test_the_schema_of_drafts_is_printed(capsys: Capture) -> None:
    """To hand to any model."""
    assert main(["schema", "draft"]) == 0
    assert json.loads(capsys.readouterr().out)["required"] == ["claims"]


def test_check_says_which_quotes_do_not_support_their_figure(
    tmp_path: Path, capsys: Capture
) -> None:
    """As text and as JSON; it is no error of the file."""
    path = tmp_path / "korun.yaml"
    path.write_text(
        "claims:\n"
        "- {id: a, source: Mayor, reported_on: 2025-01-13, measure: killed, count: 43,\n"
        "   quote: There were 43 attacks.}\n"
        "- {id: b, source: Army, reported_on: 2025-01-13, measure: killed, count: 12,\n"
        "   quote: Twelve people were killed.}\n",
        encoding="utf-8",
    )
    assert main(["check", str(path)]) == 0
    printed = capsys.readouterr().out
    assert "Quotes: 1 of 2 support their figure." in printed
    assert "a: '43 attacks.' in its quote is not read as killed." in printed

    assert main(["check", str(path), "--format", "json"]) == 0
    quotes = json.loads(capsys.readouterr().out)["quotes"]
    assert [(quote["claim"], quote["support"]) for quote in quotes] == [
        ("a", "no persons"),
        ("b", "supported"),
    ]
