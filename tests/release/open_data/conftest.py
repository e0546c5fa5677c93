"""The invented council's downloads, written into a folder as a site has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.disclosure.door import protect
from generator.figures import Publication
from generator.release.analyse.areas import Analysis, analyse
from generator.release.downloads import downloads
from generator.release.page import Page
from generator.release.pages import all_pages
from generator.release.stage import marks_of
from tests.councils.making import AS_AT, checked, made_council

FORMULA = """in data/timeline.csv
+ formula,2025-06-01,"=HYPERLINK(""http://example.org"")",report,past,no,NEWS,,"<script>alert(1)</script>"
"""
"""A title that a spreadsheet would run, and a note that a page would."""


@dataclass(frozen=True)
class Given:
    """What a site gives away."""

    publication: Publication
    analysis: Analysis
    pages: tuple[Page, ...]
    files: Mapping[str, bytes]
    folder: Path

    def text(self, address: str) -> str:
        """Give a file as text."""
        return self.files[address].decode()


def given_away(folder: Path, change: str = "") -> Given:
    """Everything that the invented council gives away after a change."""
    records, problems = checked(made_council(folder / "council", change))
    assert records, problems
    publication = protect(records)
    analysis = analyse(publication, AS_AT)
    pages = all_pages(publication, analysis, marks_of(publication))
    files = downloads(publication, analysis, pages, {"data/figures/return-interviews.svg": "<svg/>"})
    site = folder / "site"
    for address, content in files.items():
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (site / address).write_bytes(content)
    return Given(publication, analysis, pages, files, site)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Given:
    return given_away(tmp_path_factory.mktemp("given"), FORMULA)
