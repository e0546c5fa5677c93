"""Every hostile file is refused in words, within bounded time and within 300 MB."""

import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.councils.making import made_council
from tests.hostile.inputs import BAD_IDS, BAD_NUMBERS, UNSAFE_CHARACTERS, UNSAFE_LINKS

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 30.0, 300.0
"""Far above what is needed on a slow machine, far below what a time growing with the square of the size would take."""
WALL = 120
Change = Callable[[Path], object]
OBSERVATIONS, SOURCES, INDICATORS, COUNCIL = "data/observations/local.csv", "data/sources.csv", "data/indicators.yml", "data/council.yml"
PAGE = "---\ntitle: a\ndescription: a\nsection: help\norder: 1\nreviewed: 2026-01-01\nreview_by: 2027-01-01\n---\n"
HEADER = "indicator,area,period,breakdown,value,numerator,denominator,symbol,status,source,note\n"


@dataclass(frozen=True)
class Run:
    """How a command ended and what it took."""

    code: int
    said: str
    seconds: float
    megabytes: float


PROGRAM = """
import resource, sys
from generator.cli import main
code = main(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_SELF)
highest = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
open(sys.argv[1], "w").write(f"{used.ru_utime + used.ru_stime} {highest}")
sys.exit(code)
"""


def measured(folder: Path, *arguments: str) -> Run:
    """Run a command and measure its processor time and its memory, as the process itself sees them."""
    figures = folder / "figures"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(figures), *arguments], cwd=ROOT, capture_output=True, text=True, timeout=WALL, check=False
    )
    seconds, kilobytes = figures.read_text().split()
    return Run(done.returncode, done.stdout + done.stderr, float(seconds), float(kilobytes) / 1000)


def put(file: str, content: str | bytes) -> Change:
    return lambda folder: (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))


def more(file: str, content: str) -> Change:
    return lambda folder: (folder / file).write_text((folder / file).read_text(encoding="utf-8") + content, encoding="utf-8")


def many(count: int, name: str, content: str) -> Change:
    """So many files of the same content, by number."""

    def make(folder: Path) -> None:
        first = folder / name.format(0)
        first.write_text(content, encoding="utf-8")
        for number in range(1, count):
            shutil.copyfile(first, folder / name.format(number))

    return make


def bomb() -> bytes:
    """A zip of 200 KB that unpacks to 200 MB."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(200_000_000))
    return made.getvalue()


def row(value: str, area: str = "E06000999", period: str = "2026-07", note: str = "") -> str:
    return f"interviews-local,{area},{period},all,{value},,,,,RETURNS,{note}\n"


HOSTILE: dict[str, tuple[Change, str]] = {
    "a file of fifty megabytes of nonsense": (put(SOURCES, "x" * 49_000_000), "too-many-columns"),
    "fifty megabytes of line breaks": (put(SOURCES, "\n" * 49_000_000), "empty-file"),
    "fifty megabytes of commas": (put(SOURCES, "," * 49_000_000), "too-many-columns"),
    "fifty megabytes in one quoted cell": (put(SOURCES, 'id,"' + "x,\n" * 16_000_000), ""),
    "all the rows that a table may have": (more(OBSERVATIONS, row("7") * 109_000), "duplicate-observation"),
    "as many rows that are wrong": (more(OBSERVATIONS, row("x") * 109_000), "not-a-number"),
    "as many rows that are too short": (more(OBSERVATIONS, "a\n" * 109_000), "short-row"),
    "many tables that are full": (many(30, "data/observations/m{}.csv", HEADER + row("7") * 109_000), "too-many-rows"),
    "many tables with faults in every cell": (many(4_000, "data/observations/m{}.csv", HEADER + "a,b,c,d,x,y,z,q,r,,\n" * 30), "not-a-number"),
    "many tables of fifty megabytes": (many(20, "data/observations/m{}.csv", "\n" * 49_000_000), "file-too-large"),
    "twelve thousand sources": (more(SOURCES, "".join(f"s{number},t,p,https://example.org/{number},2026-01-01,primary,,,,\n" for number in range(12_000))), "too-many-rows"),
    "many groups of one breakdown": (more(OBSERVATIONS, row("x") + "".join(row("15").replace(",all,", f",g{number},") for number in range(100_000))), "not-a-number"),
    "many files of YAML": (many(300, "data/inspections/p{}.yml", "id: a\n" + "x: [1,2,3,4,5,6,7,8,9]\n" * 19_000), "file-too-large"),
    "thousands of small files of YAML": (many(4_900, "data/inspections/p{}.yml", "id: a\n"), "missing-value"),
    "thousands of pages": (many(2_000, "site_src/help/p{}.md", PAGE + "[x](https://www.gov.uk/) *y* [[page:help z]]\n\n" * 3_500), "file-too-large"),
    "a million rows": (more(OBSERVATIONS, ",,,,,,,,,,\n" * 1_100_000), "too-many-rows"),
    "a million rows that are too short": (more(OBSERVATIONS, "a,b\n" * 1_100_000), "short-row"),
    "a file of ten gigabytes": (lambda folder: os.truncate(folder / SOURCES, 10_000_000_000), "file-too-large"),
    "a workbook that unpacks to 200 MB": (put(SOURCES, bomb()), "workbook"),
    "many columns": (put(SOURCES, ",".join(f"c{number}" for number in range(30_000)) + "\n"), "too-many-columns"),
    "a cell of a megabyte": (more(SOURCES, f"x,{'y' * 300_000},z,,,primary,,,,\n"), "cell-too-long"),
    "UTF-16": (put(SOURCES, "id,title\n".encode("utf-16")), "not-utf8"),
    "Windows-1252": (put(SOURCES, "id,title\na,£5\n".encode("cp1252")), "not-utf8"),
    "a lone surrogate": (put(SOURCES, "id\n\ud800\n"), "not-utf8"),
    "NUL bytes": (put(SOURCES, "id,title\n\0\0,x\n"), ""),
    "an empty file": (put(SOURCES, ""), "empty-file"),
    "an open quotation mark": (more(SOURCES, 'x,"y\n'), "open-quote"),
    "a pipe": (lambda folder: ((folder / SOURCES).unlink(), os.mkfifo(folder / SOURCES)), "not-a-file"),
    "a link": (lambda folder: ((folder / SOURCES).unlink(), (folder / SOURCES).symlink_to("/etc/passwd")), "not-a-file"),
    "a folder": (lambda folder: ((folder / SOURCES).unlink(), (folder / SOURCES).mkdir()), "not-a-file"),
    "a link to itself": (lambda folder: (folder / "data" / "loop.csv").symlink_to("loop.csv"), "not-a-file"),
    "six thousand files": (lambda folder: [(folder / "data" / f"{number}.csv").touch() for number in range(6000)], "too-many-files"),
    "folders within folders": (lambda folder: (folder / "data" / "/".join("a" * 40)).mkdir(parents=True), "too-many-files"),
    "a Python object in YAML": (put(COUNCIL, "name: !!python/object/apply:os.system ['id']\n"), "yaml-tag"),
    "an alias bomb": (put(COUNCIL, "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(f'*{chr(97 + n)}' for _ in range(9))}]\n" for n in range(20))), "yaml-alias"),
    "YAML three thousand deep": (put(COUNCIL, "[" * 3000), "yaml-depth"),
    "YAML deep in blocks": (put(COUNCIL, "".join(" " * n + "a:\n" for n in range(900))), "yaml-depth"),
    "a megabyte of YAML": (put(INDICATORS, "- id: a\n" * 120_000), "file-too-large"),
    "many parts of YAML": (put(INDICATORS, f"[{'a,' * 400_000}]"), "yaml-depth"),
    "a key twice": (put(COUNCIL, "name: a\nname: b\n"), "duplicate-key"),
    "a text of YAML that never ends": (put(COUNCIL, 'name: "' + "x\n" * 19_000), "yaml-syntax"),
    "a page of a megabyte of brackets": (more("site_src/help/index.md", "[" * 900_000), ""),
    "a page of links": (more("site_src/help/index.md", "[x](javascript:x)\n\n" * 9_000), "unsafe-link"),
    "a page of HTML": (more("site_src/help/index.md", "<script>alert(1)</script>\n"), "raw-html"),
    "a page of stars": (more("site_src/help/index.md", "*_" * 200_000 + "[x](y)\n"), ""),
    "many problems": (more(SOURCES, "".join(f"{n} ,,,javascript:x,x,x,,x,x,\n" for n in range(100_000))), "bad-date"),
    "links": (more(SOURCES, "".join(f'l{n},t,p,"{link}",,primary,,,,\n' for n, link in enumerate(UNSAFE_LINKS) if '"' not in link)), "bad-web-address"),
    "ids": (more(SOURCES, "".join(f'"{name}",t,p,,,primary,,,,\n' for name in BAD_IDS if '"' not in name)), "bad-id"),
    "numbers": (more(OBSERVATIONS, "".join(row(f'"{number}"') for number in BAD_NUMBERS)), "not-a-number"),
    "characters": (more(OBSERVATIONS, "".join(row("7", note=f'"a{sign}b"') for sign in UNSAFE_CHARACTERS if sign not in "\n\r\0")), "unsafe-character"),
}  # fmt: skip
COSTLY = ("all the rows that a table may have", "many tables that are full", "thousands of pages", "fifty megabytes in one quoted cell", "many problems", "a page of links", "an alias bomb", "a page of stars")


def refused_within_limits(folder: Path, name: str) -> None:
    change, code = HOSTILE[name]
    change(made_council(folder))
    run = measured(folder.parent, "check", str(folder), "--as-at", "2026-11-22")
    print(f"{name}: {run.seconds:.1f} s, {run.megabytes:.0f} MB")
    assert run.code == 1, run.said[-2000:]
    assert f"error {code}" in run.said
    assert "Fix: " in run.said
    assert "Traceback" not in run.said
    assert run.seconds < SECONDS
    assert run.megabytes < MEGABYTES


@pytest.mark.parametrize("name", COSTLY)
def test_what_costs_most_is_refused_within_limits(tmp_path: Path, name: str) -> None:
    refused_within_limits(tmp_path / "council", name)


@pytest.mark.torture
@pytest.mark.parametrize("name", HOSTILE)
def test_every_hostile_file_is_refused_within_limits(tmp_path: Path, name: str) -> None:
    refused_within_limits(tmp_path / "council", name)
