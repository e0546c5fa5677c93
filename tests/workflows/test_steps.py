"""The steps of the workflows run as written: a good commit publishes what it should, one that breaks a rule publishes nothing."""

import hashlib
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.councils.making import apply_change, made_council
from tests.workflows.runner import checkout, git, run_job

OCTOBER = 'interviews-local,E06000999,2026-10,all,14,,,,,RETURNS,"Counted again, ""late"" ones left out"'
WHOLE = "in data/observations/local.csv\n- interviews-local,E06000999,2026-09,all,,,,c,,RETURNS,\n"
GOOD = f"in data/observations/local.csv\n- {OCTOBER}\n+ {OCTOBER.replace(',14,', ',15,')}\n"
SMALL = f"in data/observations/local.csv\n- {OCTOBER}\n+ {OCTOBER.replace(',14,', ',4,')}\n"
EVERYWHERE = {"_headers", "sitemap.xml", "robots.txt", ".well-known/security.txt"}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return checkout(tmp_path / "repository", made_council(tmp_path / "council", WHOLE))


def commit(repository: Path, change: str) -> None:
    apply_change(repository, change)
    git(repository, "commit", "-q", "-a", "-m", "New figures")


def fingerprints(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(site.rglob("*")) if path.is_file()}


def test_a_good_pull_request_is_built_kept_and_told(repository: Path) -> None:
    commit(repository, GOOD)
    ran = run_job("check.yml", "check", repository)
    assert ran.failed == [], ran.said
    assert ran.done == ["Set up and build the site", "Show problems beside the rows", "Say what the public will see change", "Run all tests"]
    assert ran.kept == ["build/site/"]
    assert "| Return interviews held each month | Exampleshire, October 2026 | 14 | 15 |" in ran.summary
    assert "(/figures/interviews-local/): words change" in ran.summary


def test_a_pull_request_that_breaks_a_rule_says_why_at_the_row_and_keeps_nothing(repository: Path) -> None:
    commit(repository, SMALL)
    row = (repository / "data/observations/local.csv").read_text(encoding="utf-8").splitlines().index(OCTOBER.replace(",14,", ",4,")) + 1
    ran = run_job("check.yml", "check", repository)
    assert ran.failed[0] == "Set up and build the site"
    assert "Run all tests" not in ran.done
    assert ran.kept == []
    assert f"::error file=data/observations/local.csv,line={row},title=small-count" in ran.said
    assert ran.summary.startswith("What changes cannot be listed: the files before or after it are refused.\n\n    error small-count\n")
    assert OCTOBER.replace(",14,", ",4,") not in ran.said + ran.summary


def test_a_data_commit_that_breaks_a_rule_hands_nothing_to_the_deployment(repository: Path) -> None:
    commit(repository, SMALL)
    ran = run_job("publish.yml", "build", repository)
    assert ran.done == ["Fetch the dated snapshots of the figures", "Set up and build the site", "Show problems beside the rows"]
    assert ran.kept == []
    assert "::error file=data/observations/local.csv" in ran.said
    assert not (repository / "build/site").exists()


def test_a_good_data_commit_changes_exactly_the_pages_that_it_should(repository: Path, tmp_path: Path) -> None:
    assert run_job("publish.yml", "build", repository).kept == ["build/site/", "build/site/data/all.zip"]
    before = fingerprints(repository / "build/site")
    commit(repository, GOOD)
    ran = run_job("publish.yml", "build", repository)
    assert (ran.failed, ran.kept) == ([], ["build/site/", "build/site/data/all.zip"])
    after = fingerprints(repository / "build/site")
    assert set(before) - {name for name in before if name.startswith("pagefind/")} == set(after) - {name for name in after if name.startswith("pagefind/")}
    changed = {name for name in after if before.get(name) != after[name] and not name.startswith("pagefind/")}
    pages = {name for name in changed if name.endswith(".html")}
    assert {"figures/index.html", "figures/interviews-local/index.html"} <= pages
    about = "interviews-local"
    holding = {name for name in after if name.endswith(".html") and about in (repository / "build/site" / name).read_text(encoding="utf-8")}
    assert pages <= holding, f"pages changed that have nothing to do with the figure: {sorted(pages - holding)}"
    assert {"data/figures.csv", f"data/figures/{about}.csv", f"data/figures/{about}.json", "data/all.zip"} <= changed
    assert not changed & EVERYWHERE
    assert not {name for name in changed if name.startswith("data/figures/") and about not in name}


def release_of(repository: Path, into: Path) -> Path:
    """What a dated release holds of the figures as they stand."""
    subprocess.run([".venv/bin/transparency", "snapshot", "--as-at", "2026-11-22"], cwd=repository, check=True, capture_output=True)
    with zipfile.ZipFile(into, "w") as archive:
        archive.write(repository / "data/snapshots/2026-11-22.csv", "figures.csv")
    (repository / "data/snapshots/2026-11-22.csv").unlink()
    return into


def test_the_site_gives_every_dated_release_away(repository: Path, tmp_path: Path) -> None:
    release = release_of(repository, tmp_path / "earlier.zip")
    commit(repository, GOOD)
    ran = run_job("publish.yml", "build", repository, GH_LAST="figures-2026-11-01-3\n", GH_EARLIER=str(release))
    assert ran.failed == [], ran.said
    site = repository / "build/site/data"
    assert ",14,,," in (site / "snapshots/2026-11-01-3.csv").read_text(encoding="utf-8")
    assert "Figures as of 1 November 2026" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "snapshots/2026-11-01-3.csv").read_text(encoding="utf-8").replace(",14,,,", ",15,,,") == (site / "figures.csv").read_text(encoding="utf-8")


def test_at_night_what_is_out_of_date_is_listed_and_dead_sources_with_it(repository: Path) -> None:
    ran = run_job("nightly.yml", "find", repository)
    assert (ran.failed, ran.kept) == ([], ["stale.md"])
    assert "### Sources at whose address nothing was found" in (repository / "stale.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("listed", "issue", "asked"),
    [
        ("One figure out of date.\n", "", "issue create --title Some of the site is out of date"),
        ("One figure out of date.\n", "12", "issue edit 12 --body-file stale.md"),
        ("", "12", "issue close 12"),
        ("", "", ""),
    ],
)
def test_the_issue_is_opened_changed_or_closed(tmp_path: Path, listed: str, issue: str, asked: str) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "stale.md").write_text(listed, encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    ran = run_job("nightly.yml", "tell", work, GH_FILES=str(files), GH_ISSUE=issue)
    assert ran.failed == [], ran.said
    notes = (tmp_path / "aside-work/notes").read_text(encoding="utf-8")
    assert asked in notes
    changing = [line for line in notes.splitlines() if line.startswith(("issue create", "issue edit", "issue close"))]
    assert len(changing) == bool(asked)


@pytest.mark.parametrize(("last", "earlier", "made"), [("", b"", True), ("figures-2026-11-01-3", b"figures", False), ("figures-2026-11-01-3", b"others", True)])
def test_the_figures_are_kept_as_a_dated_release_each_time_they_differ(tmp_path: Path, last: str, earlier: bytes, *, made: bool) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "all.zip").write_bytes(b"figures")
    (tmp_path / "earlier.zip").write_bytes(earlier)
    work = tmp_path / "work"
    work.mkdir()
    ran = run_job("publish.yml", "snapshot", work, GH_FILES=str(files), GH_LAST=last, GH_EARLIER=str(tmp_path / "earlier.zip"))
    assert ran.failed == [], ran.said
    notes = (tmp_path / "aside-work/notes").read_text(encoding="utf-8")
    assert ("release create figures-20" in notes) is made
    assert (f"The figures are those of {last}." in ran.said) is not made
    shutil.rmtree(work)
