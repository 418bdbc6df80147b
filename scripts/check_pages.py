"""Look at the pages that reports become, in a browser without a screen.

Every page is opened at three widths, light and dark, and printed. It must load nothing, write
nothing to the console, be no wider than the window, and give axe-core, the checker of
accessibility, nothing to complain of. Chromium is a package of Debian, axe-core one of npm::

    python scripts/check_pages.py --keep docs/_static/pages

Where Chromium is missing nothing is checked, and the last line says so; likewise for axe-core.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from invented_flood import flood

from claimrecon import reconcile
from claimrecon.dossier import demo_path
from claimrecon.report.page import POLICY

ROOT = Path(__file__).parents[1]
STORIES = ROOT / "tests" / "scenarios" / "stories"
WINDOWS = ((320, False), (800, False), (800, True), (1280, True))
"""Widths in pixels, and whether the reader's system is dark."""
KEPT = ("kursk", "forty-claims")
"""Pages of which pictures are kept in the documentation."""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--virtual-time-budget=20000",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
DARK = "--blink-settings=preferredColorScheme=0"
PROBE = """
(async () => {
  document.querySelectorAll("details").forEach(fold => { fold.open = true; });
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const loaded = performance.getEntriesByType("resource").map(one => one.name);
  const told = typeof axe === "undefined" ? null : await axe.run();
  const rules = told === null ? 0 : told.passes.length;
  const found = told === null ? [] : told.violations.map(
    one => `${one.id}: ${one.help} (${one.nodes.slice(0, 3).map(n => n.target).join(", ")})`);
  const shown = document.createElement("pre");
  shown.id = "probe";
  shown.textContent = JSON.stringify({wide, loaded, rules, found});
  document.body.append(shown);
})();
"""


@dataclass(frozen=True)
class Browser:
    """A browser, and the checker that runs in it where there is one."""

    program: str
    axe: Path | None
    folder: Path

    def run(self, page: Path, *flags: str) -> subprocess.CompletedProcess[str]:
        """Open a page and return what came of it."""
        return subprocess.run(  # noqa: S603 - a browser that the caller has installed
            [self.program, *FLAGS, *flags, page.as_uri()],
            check=True,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    def complaints(self, page: Path, *, dark: bool, width: int) -> Iterator[str]:
        """Yield everything that is wrong with a page."""
        probed = self.folder / f"probed-{page.name}"
        checker = "" if self.axe is None else self.axe.read_text("utf-8")
        scripts = f"<script>{checker}</script><script>{PROBE}</script></body>"
        # The page itself forbids scripts; only the probe may run some.
        text = page.read_text("utf-8").replace(POLICY, "")
        probed.write_text(text.replace("</body>", scripts), "utf-8")
        flags = [f"--window-size={width},900", "--enable-logging=stderr", *([DARK] if dark else [])]
        done = self.run(probed, "--dump-dom", *flags)
        yield from (line for line in done.stderr.splitlines() if ":CONSOLE" in line)
        found = re.search(r'<pre id="probe">(.*?)</pre>', done.stdout, re.DOTALL)
        if found is None:
            yield "the probe did not answer"
            return
        answer = json.loads(re.sub(r"&(lt|gt|amp);", _character, found[1]))
        yield from (f"loaded {name}" for name in answer["loaded"])
        if self.axe is not None and not answer["rules"]:
            yield "axe-core checked nothing"
        if answer["wide"] > 0:
            yield f"wider than the window by {answer['wide']} px"
        yield from answer["found"]


def _character(entity: re.Match[str]) -> str:
    return {"lt": "<", "gt": ">", "amp": "&"}[entity[1]]


def pages(folder: Path) -> Iterator[Path]:
    """Make the pages: figures that can all be true, two stories that cannot, and forty claims."""
    for name, source in (
        ("demo", demo_path()),
        ("kursk", STORIES / "kursk_north_koreans.yaml"),
        ("derna", STORIES / "derna_flood_2023.yaml"),
    ):
        page = folder / f"{name}.html"
        reconcile(source).to_html(page)
        yield page
    page = folder / "forty-claims.html"
    reconcile(flood(40)).to_html(page)
    yield page


def problems(browser: Browser, page: Path) -> Iterator[str]:
    """Yield what is wrong with a page, at every width, light and dark."""
    for width, dark in WINDOWS:
        for complaint in browser.complaints(page, dark=dark, width=width):
            yield f"{page.name}, {width} px, {'dark' if dark else 'light'}: {complaint}"
    printed = page.with_suffix(".pdf")
    browser.run(page, f"--print-to-pdf={printed}", "--no-pdf-header-footer")
    if not printed.exists() or not printed.read_bytes().startswith(b"%PDF"):
        yield f"{page.name}: cannot be printed"


def keep(browser: Browser, page: Path, folder: Path) -> None:
    """Save small pictures of a page: what a narrow and a wide window show first, light and dark."""
    from PIL import Image  # noqa: PLC0415 - comes with matplotlib, and only pictures need it

    folder.mkdir(parents=True, exist_ok=True)
    for width, height, dark in ((320, 1200, False), (1000, 1300, False), (1000, 1300, True)):
        path = folder / f"{page.stem}-{width}{'-dark' if dark else ''}.png"
        flags = [f"--window-size={width},{height}", *([DARK] if dark else [])]
        browser.run(page, f"--screenshot={path}", *flags)
        with Image.open(path) as picture:
            small = picture.convert("RGB").quantize(128)
        small.save(path, optimize=True)


def checker(folder: Path) -> Path | None:
    """Return axe-core, fetched by npm; ``None`` without npm."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    command = [npm, "install", "--silent", "--no-save", "--prefix", str(folder), "axe-core@4"]
    subprocess.run(command, check=True)  # noqa: S603 - the package manager, fixed arguments
    return folder / "node_modules" / "axe-core" / "axe.min.js"


def main() -> int:
    """Check all pages and say what is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--keep", type=Path, help="a folder for pictures of the pages")
    arguments = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.stderr.write("SKIPPED: there is no chromium here; apt-get install chromium.\n")
        return 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        axe = checker(folder)
        if axe is None:
            sys.stderr.write("SKIPPED in part: there is no npm here, hence no axe-core.\n")
        browser = Browser(program, axe, folder)
        found: list[str] = []
        count = 0
        for page in pages(folder):
            count += 1
            found += problems(browser, page)
            if arguments.keep is not None and page.stem in KEPT:
                keep(browser, page, arguments.keep)
    for line in found:
        sys.stderr.write(f"{line}\n")
    sys.stderr.write(f"{count} pages in {len(WINDOWS)} windows, light and dark, and printed: ")
    sys.stderr.write(f"{len(found)} problems.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
