"""The page that lists the councils."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.national.index_page import NO_REGION, Entry, entry_of, grouped, write_index
from generator.release.finish.markup import read_markup
from generator.starting.skeleton import NewCouncil, write_skeleton

TODAY = date(2026, 11, 22)


def entry(name: str, region: str = "North", grade: str = "Good") -> Entry:
    return Entry(name, region, f"{name.lower()}/", grade, "1 March 2025")


def test_councils_stand_by_region_in_the_order_of_the_alphabet_and_those_of_no_region_last() -> None:
    groups = grouped([entry("Ness", NO_REGION), entry("Westley", "West"), entry("Northford"), entry("Eastmere")])
    assert [(group.region, [one.name for one in group.entries]) for group in groups] == [
        ("North", ["Eastmere", "Northford"]),
        ("West", ["Westley"]),
        (NO_REGION, ["Ness"]),
    ]


def test_the_page_links_to_each_site_and_asks_no_other_host_for_anything(tmp_path: Path) -> None:
    write_index(tmp_path, [entry("Northford"), entry('<b>"Ness"</b>', "West")], TODAY)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<a href="northford/index.html">Northford</a>' in page
    assert "<b>" not in page
    assert "Two councils of England." in page
    assert "default-src 'none'" in page
    assert read_markup(page).faults == []
    assert sorted(path.name for path in (tmp_path / "assets").iterdir()) == ["favicon.svg", "site.css"]
    write_index(tmp_path, [entry("Northford"), entry('<b>"Ness"</b>', "West")], TODAY)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == page


def test_the_page_says_up_to_which_day_reports_are_known(tmp_path: Path) -> None:
    """The earliest of the days, for a reader can rely on no later one."""
    some = [entry("Ness"), replace(entry("Northford"), until="2025-05-14"), replace(entry("Westley"), until="2024-07-23")]
    write_index(tmp_path, some, TODAY)
    assert "Ofsted’s reports are known up to 23 July 2024: a council may have been inspected again since." in (tmp_path / "index.html").read_text(encoding="utf-8")
    write_index(tmp_path, [entry("Ness")], TODAY)
    assert "known up to" not in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_a_council_without_a_known_grade_is_listed_without_one(tmp_path: Path) -> None:
    write_skeleton(tmp_path, NewCouncil("Northford Council", "Northford", code="E09000002"), TODAY)
    (tmp_path / "data/inspections/broken.yml").write_text("id: [", encoding="utf-8")
    assert entry_of(tmp_path, "northford/") == Entry("Northford", NO_REGION, "northford/", "Not known here", "")
