"""A build that would make what stands already does nothing; whatever a site is made from, one change of it and it is built."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import unchanged
from generator.commands.unchanged import NOTE, made_from, note, standing
from generator.problems import Place, Problem, Severity
from generator.release.publish import new_release, put_in_force, store_of
from tests.councils.making import apply_change, made_council

DAY = date(2026, 11, 22)
NOTICE = Problem(Place("data/actions.csv", 2, "source"), "too-many-rows", "Found.", "Fix.", Severity.NOTICE)
CHANGE = """
in data/observations/local.csv
- interviews-local,E06000999,2026-08,all,12,,,,,RETURNS,
+ interviews-local,E06000999,2026-08,all,13,,,,,RETURNS,
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A release in force, made from `made`."""
    target = tmp_path / "site"
    with new_release(target) as release:
        (release / "data").mkdir()
        (release / "index.html").write_text("page")
        (release / "data/figures.csv").write_text("figures")
        put_in_force(release, target)
    note(target, "made", [NOTICE])
    return target


def test_what_stands_is_known_with_what_its_files_gave(site: Path) -> None:
    assert standing(site, "made") == (NOTICE,)
    assert standing(site, "made otherwise") is None


def _longer(site: Path) -> None:
    (site / "index.html").write_text("page.")


def _as_long(site: Path) -> None:
    """Another text of the same length, with the time of change set back."""
    page = site / "index.html"
    before = page.stat()
    page.write_text("pagE")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def _away(site: Path) -> None:
    (site / "data/figures.csv").unlink()


def _more(site: Path) -> None:
    (site / "data/other.csv").write_text("")


def _elsewhere(site: Path) -> None:
    """The link shows a release that another run put in force."""
    shutil.copytree(site.resolve(), store_of(site) / "0123456789abcdef", copy_function=os.link)
    site.unlink()
    site.symlink_to(store_of(site) / "0123456789abcdef")


def _gone(site: Path) -> None:
    site.unlink()


def _note_gone(site: Path) -> None:
    (store_of(site) / NOTE).unlink()


@pytest.mark.parametrize("touch", [_longer, _as_long, _away, _more, _elsewhere, _gone, _note_gone])
def test_a_site_that_was_touched_does_not_count_as_standing(touch: Callable[[Path], None], site: Path) -> None:
    touch(site)
    assert standing(site, "made") is None


@pytest.mark.parametrize("spoiled", [b"", b"{}", b"[]", b"\xff", b"null", b'{"made": "made", "release": 1, "stands": 2, "problems": 3}'])
def test_a_spoiled_note_counts_as_none(spoiled: bytes, site: Path) -> None:
    (store_of(site) / NOTE).write_bytes(spoiled)
    assert standing(site, "made") is None


def test_a_note_of_problems_that_this_program_does_not_know_counts_as_none(site: Path) -> None:
    path = store_of(site) / NOTE
    told = json.loads(path.read_text())
    told["problems"][0]["code"] = "a code of another version"
    path.write_text(json.dumps(told))
    assert standing(site, "made") is None


MADE = made_from({"data/council.yml": "1"}, DAY)


@pytest.mark.parametrize(
    "inputs", [{"data/council.yml": "2"}, {"data/other.yml": "1"}, {}, {"data/council.yml": "1", "templates/pages/home.md.j2": "1"}]
)
def test_the_council_s_files_are_in_the_fingerprint(inputs: dict[str, str]) -> None:
    assert made_from(inputs, DAY) != MADE


def test_the_day_is_in_the_fingerprint() -> None:
    assert made_from({"data/council.yml": "1"}, date(2026, 11, 23)) != MADE


def test_the_version_of_a_library_is_in_the_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "altair-6.3.0.dist-info").mkdir()
    before = made_from({}, DAY)
    assert before != MADE
    (tmp_path / "altair-6.3.0.dist-info").rename(tmp_path / "altair-6.3.1.dist-info")
    assert made_from({}, DAY) != before


def test_the_version_of_python_is_in_the_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version", "4.0")
    assert made_from({"data/council.yml": "1"}, DAY) != MADE


@pytest.mark.parametrize("file", ["generator/statistics/trend.py", "templates/pages/home.md.j2", "templates/theme/assets/site.css", "mkdocs.yml"])
def test_each_file_of_the_program_is_in_the_fingerprint(file: str, tmp_path: Path) -> None:
    root = Path(unchanged.__file__).resolve().parents[2]
    for name in ("generator", "templates"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", tmp_path)
    program = "from datetime import date; from generator.commands.unchanged import made_from; print(made_from({}, date(2026, 11, 22)))"

    def made() -> str:
        surroundings = os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=True).stdout

    before = made()
    assert made() == before
    with (tmp_path / file).open("a") as changed:
        changed.write("\n# a change\n")
    assert made() != before


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def built(folder: Path) -> dict[str, bytes]:
    assert main(["build", str(folder), "--as-at", DAY.isoformat()]) == 0
    return contents(folder / "build/site")


def test_a_build_with_a_cache_gives_what_a_cold_one_gives(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing changed, one thing changed, every entry of the cache spoiled: always the bytes of a build from nothing."""
    folder = made_council(tmp_path / "warm")
    first = built(folder)
    capsys.readouterr()
    assert built(folder) == first
    assert capsys.readouterr().out.startswith("Nothing has changed since the site was built.\nThe site is in ")
    apply_change(folder, CHANGE)
    warm = built(folder)
    assert warm != first
    for entry in (folder / "build/cache").iterdir():
        entry.write_bytes(b"spoiled" + entry.read_bytes()[7:])
    (store_of(folder / "build/site") / NOTE).unlink()
    assert built(folder) == warm
    assert built(made_council(tmp_path / "cold", CHANGE)) == warm
