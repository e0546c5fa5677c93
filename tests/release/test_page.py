"""Links that work at any depth of any host."""

import pytest

from generator.release.page import link


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("", "figures/", "figures/"),
        ("", "", "./"),
        ("figures/caseload/", "", "../../"),
        ("figures/caseload/", "figures/", "../"),
        ("figures/caseload/", "sources/#O2025", "../../sources/#O2025"),
        ("sources/", "sources/#O2025", "#O2025"),
        ("figures/caseload/", "data/figures/caseload.csv", "../../data/figures/caseload.csv"),
        ("figures/caseload/", "figures/other/", "../other/"),
    ],
)
def test_links_are_relative(here: str, there: str, expected: str) -> None:
    assert link(here, there) == expected
