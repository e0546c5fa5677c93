"""The staged folder: from empty every time, one file a page, the same bytes for the same inputs."""

from pathlib import Path

import pytest

from generator.disclosure.door import protect
from generator.figures import Publication
from generator.release.analyse.areas import analyse
from generator.release.page import Page
from generator.release.pages import all_pages
from generator.release.stage import marks_of, stage
from tests.councils.making import AS_AT, MINIMAL, checked

NO_TEMPLATES = Path("no-such-folder")


@pytest.fixture(scope="module")
def publication() -> Publication:
    """What may be seen of the invented council."""
    records, _ = checked(MINIMAL)
    assert records
    return protect(records)


def staged(publication: Publication, docs: Path, own: Path = NO_TEMPLATES) -> tuple[Page, ...]:
    return stage(publication, analyse(publication, AS_AT), docs, own)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_there_is_a_file_for_every_page_and_nothing_else(publication: Publication, tmp_path: Path) -> None:
    pages = staged(publication, tmp_path / "docs")
    assert set(files(tmp_path / "docs")) == {*(page.file for page in pages), "assets/council.css", "assets/synonyms.json"}
    assert Page("areas/homes/", "T", "D", "t").file == "areas/homes/index.md"


def test_what_a_build_before_left_behind_is_gone(publication: Publication, tmp_path: Path) -> None:
    left = tmp_path / "docs/figures/withdrawn/index.md"
    left.parent.mkdir(parents=True)
    left.write_text("a figure that was withdrawn")
    staged(publication, tmp_path / "docs")
    assert not left.exists()


def test_the_same_inputs_are_staged_to_the_same_bytes(publication: Publication, tmp_path: Path) -> None:
    staged(publication, tmp_path / "one")
    staged(publication, tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_council_s_own_template_stands_in_for_the_product_s(publication: Publication, tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (own / "timeline.md.j2").write_text("<h1>Our own timeline</h1>")
    staged(publication, tmp_path / "docs", own)
    found = files(tmp_path / "docs")
    assert found["timeline/index.md"].endswith(b"---\n\n<h1>Our own timeline</h1>\n")
    assert b"Our own timeline" not in found["threads/index.md"]


def test_the_accent_of_the_council_becomes_a_stylesheet(publication: Publication, tmp_path: Path) -> None:
    staged(publication, tmp_path / "docs")
    accent = publication.content.council.site.accent.encode()
    assert accent in files(tmp_path / "docs")["assets/council.css"]


def test_no_two_pages_have_one_address_and_every_page_is_described(publication: Publication) -> None:
    pages = all_pages(publication, analyse(publication, AS_AT), marks_of(publication))
    addresses = [page.address for page in pages]
    assert len(set(addresses)) == len(addresses)
    for page in pages:
        assert page.title, page.address
        assert page.description, page.address
        assert page.address == "" or (page.address.endswith("/") and not page.address.startswith("/"))


def test_every_crumb_leads_to_a_page(publication: Publication) -> None:
    pages = all_pages(publication, analyse(publication, AS_AT), marks_of(publication))
    addresses = {page.address for page in pages}
    assert {crumb.address for page in pages for crumb in page.crumbs} - addresses <= {"about/"}


def test_the_last_page_is_the_a_to_z_of_the_others(publication: Publication) -> None:
    *others, last = all_pages(publication, analyse(publication, AS_AT), marks_of(publication))
    assert last.address == "a-to-z/"
    listed = {entry.address for group in last.context["groups"] for entry in group.entries}
    assert listed == {page.address for page in others if page.listed}
