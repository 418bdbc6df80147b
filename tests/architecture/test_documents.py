"""What the documents say of the code, and of each other, is so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimrecon.vocabulary import MEASURES, Measure

ROOT = Path(__file__).parents[2]
CONVENTION = ROOT / "docs" / "explanation" / "convention.md"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)")
RULE = re.compile(r"§(\d+)")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _headings(page: Path) -> Iterator[str]:
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            yield line.lstrip("#").strip()


def _anchors(page: Path) -> set[str]:
    """Names under which a Markdown reader finds the headings of a page."""
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in _headings(page)
    }


def test_the_convention_has_rules_1_to_17_in_order() -> None:
    """Code cites rules by number, so the numbers stay."""
    numbers = [int(found[1]) for h in _headings(CONVENTION) if (found := RULE.match(h))]

    assert numbers == list(range(1, 18))


def test_every_rule_cited_exists() -> None:
    """No module and no page cites a rule that the convention does not have."""
    texts = [*(ROOT / "src").rglob("*.py"), *PAGES]

    unknown = {
        _name(path): cited
        for path in texts
        if (cited := {int(n) for n in RULE.findall(path.read_text(encoding="utf-8"))})
        - set(range(1, 18))
    }

    assert unknown == {}


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """Links between pages name a file that exists and a heading that it has."""
    broken = []
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        reached = (page.parent / target).resolve() if target else page
        if not reached.exists() or (anchor and anchor not in _anchors(reached)):
            broken.append(f"{target}#{anchor}")

    assert broken == []


def _row(measure: Measure) -> tuple[str, ...]:
    kind, can_fall = str(measure.kind), "yes" if measure.can_fall else "no"
    if measure.vague is not None:
        kind, can_fall = "vague", "–"
    aliases = ", ".join(f"`{alias}`" for alias in measure.aliases)
    keys = "`at`" if measure.is_stock else "`as_of`, `during`"
    return (f"`{measure.name}`", aliases, measure.title, kind, keys, can_fall)


def test_the_vocabulary_lists_the_measures_as_they_are() -> None:
    """The table of measures is the table of the code: names, aliases, kinds, what can fall."""
    text = (ROOT / "docs" / "reference" / "vocabulary.md").read_text(encoding="utf-8")
    table = text.partition("\n## Measures\n")[2]

    rows = [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in table.splitlines()
        if line.startswith("| `")
    ]

    assert rows == [_row(measure) for measure in MEASURES.values()]


def test_the_convention_names_every_measure() -> None:
    """§3 says what each measure and each of its other names counts."""
    text = CONVENTION.read_text(encoding="utf-8")

    missing = [
        name
        for measure in MEASURES.values()
        for name in (measure.name, *measure.aliases)
        if f"`{name}`" not in text
    ]

    assert missing == []
