"""Golden sites: what is compared of a built site, what was expected, and how a difference is told.

Compared are the set of files, the words of every page's main part, and the bytes of everything that programs read.
Not compared: looks (stylesheets, scripts, pictures) and the search index, whose names are made from its content.
"""

import hashlib
import subprocess
import sys
from collections.abc import Mapping
from difflib import unified_diff
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).with_name("golden")
AS_AT = "2026-11-22"
READ_BY_PROGRAMS = frozenset({".csv", ".json", ".jsonld", ".xml", ".ics", ".txt"})
SEARCH_INDEX = "pagefind/"
LOOKS = "assets/"
TOLD_IN_FULL = {
    "rich": (
        "index.html", "areas/visits-in-time/index.html", "figures/visits-in-time/index.html", "figures/visits-monthly/index.html",
        "figures/missing-children/index.html", "figures/caseload/index.html", "threads/visits/index.html",
        "what-changed-between-inspections/index.html", "commitments/index.html", "fostering/index.html", "data/figures.csv",
    ),
    "poor": ("index.html", "areas/index.html", "figures/care-leavers-in-touch/index.html", "inspections/2023-ilacs/index.html", "data/figures.csv"),
}  # fmt: skip
"""Files of each council whose words are kept whole, so that a difference can be read."""
BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "li", "tr", "td", "th", "dt", "dd", "div", "section", "figure", "figcaption", "caption", "summary", "br", "label", "option"}
)
PASSED_OVER = frozenset({"svg", "script", "style", "nav"})


class _Words(HTMLParser):
    """The words inside the element main, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.inside, self.passed_over = 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag == "main"
        self.passed_over += tag in PASSED_OVER
        if tag in BLOCKS:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "main"
        self.passed_over -= tag in PASSED_OVER
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if self.inside and not self.passed_over:
            self.lines[-1] += data


def words_of(page: str) -> str:
    """The words of a page's main part."""
    parser = _Words()
    parser.feed(page)
    said = (" ".join(line.split()) for line in parser.lines)
    return "".join(f"{line}\n" for line in said if line)


def build(council: str, into: Path) -> Path:
    """Build a golden council as an officer would, and give the folder of its site."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", str(GOLDEN / council), "--into", str(into / "site"), "--as-at", AS_AT],
        cwd=ROOT, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return (into / "site").resolve()


def compared(site: Path) -> dict[str, str | None]:
    """Every file of a site by its path, with the text that is compared; None where only its being there is."""
    found: dict[str, str | None] = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name.startswith(SEARCH_INDEX):
            continue
        if path.suffix == ".html":
            found[name] = words_of(path.read_text(encoding="utf-8"))
        elif path.suffix in READ_BY_PROGRAMS and not name.startswith(LOOKS):
            found[name] = path.read_bytes().decode("utf-8")
        else:
            found[name] = None
    return found


def listed(files: Mapping[str, str | None]) -> str:
    """The list of files as it is kept: the fingerprint of what is compared, or -, and the path."""
    return "".join(f"{'-' * 16 if text is None else hashlib.sha256(text.encode()).hexdigest()[:16]} {name}\n" for name, text in files.items())


def kept(council: str) -> Path:
    """The folder of what is expected of a council's site."""
    return GOLDEN / council / "expected"


def kept_in_full(council: str, name: str) -> Path:
    """Where the words of one file are kept."""
    return kept(council) / f"{name.removesuffix('/index.html').removesuffix('.html').replace('/', '~')}.txt"


def write_expected(council: str, files: Mapping[str, str | None]) -> None:
    """Make what a site says now what is expected of it."""
    folder = kept(council)
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    (folder / "files.txt").write_text(listed(files), encoding="utf-8")
    for name in TOLD_IN_FULL[council]:
        kept_in_full(council, name).write_text(files[name] or "", encoding="utf-8")


def differences(council: str, files: Mapping[str, str | None]) -> list[str]:
    """How a site differs from what is expected of it: files that are new, gone or different, and words line by line."""
    expected = dict(reversed(line.split(" ", 1)) for line in (kept(council) / "files.txt").read_text(encoding="utf-8").splitlines())
    present = dict(reversed(line.split(" ", 1)) for line in listed(files).splitlines())
    told = [f"new: {name}" for name in present if name not in expected]
    told += [f"gone: {name}" for name in expected if name not in present]
    told += [f"different: {name}" for name in present if name in expected and present[name] != expected[name]]
    for name in TOLD_IN_FULL[council]:
        before = kept_in_full(council, name).read_text(encoding="utf-8").splitlines()
        told += unified_diff(before, (files.get(name) or "").splitlines(), f"expected {name}", f"built {name}", lineterm="", n=1)
    return told
