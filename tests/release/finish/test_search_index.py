"""The index holds what pages say and no more, and is the same on every run."""

import gzip
import json
import sys
from pathlib import Path

import pytest

from generator.release.finish.search_index import SearchIndexFailed, index_for_search, synonym_table


def fragments(site: Path) -> dict[str, dict[str, object]]:
    """What the index holds of each page, by address."""
    found = {}
    for path in (site / "pagefind" / "fragment").iterdir():
        page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[page["url"]] = page
    return found


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_page_is_found_by_its_heading_description_section_and_keywords(site: Path) -> None:
    page = fragments(site)["/figures/caseload/"]
    assert page["meta"] == {
        "title": "Caseloads rose to 19.5 cases for each social worker",
        "description": "Cases for each social worker",
        "section": "Figures",
        "keywords": "overworked",
    }


def test_furniture_is_not_indexed(site: Path) -> None:
    said = " ".join(str(page["content"]) for page in fragments(site).values())
    assert "Allowance" in said or "allowance" in said
    assert [
        words
        for words in (
            "Open Government Licence",
            "Print this page",
            "On this page",
            "Last reviewed",
            "Breadcrumb",
        )
        if words in said
    ] == []


def test_the_search_page_and_the_missing_page_are_not_results(site: Path) -> None:
    assert not {"/search/", "/404.html"} & set(fragments(site))


def test_pagefinds_own_search_boxes_are_not_published(site: Path) -> None:
    assert sorted(
        path.name for path in (site / "pagefind").iterdir() if path.suffix in {".js", ".css", ".json"}
    ) == ["pagefind-entry.json", "pagefind.js"]


def test_indexing_again_gives_the_same_bytes(site: Path) -> None:
    before = files(site / "pagefind")
    index_for_search(site)
    assert files(site / "pagefind") == before


def test_a_failing_indexer_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(SearchIndexFailed, match=r"^Pagefind stopped with exit code 1: "):
        index_for_search(tmp_path)


def test_synonyms_are_in_order_in_lower_case_and_never_of_themselves() -> None:
    table = synonym_table(
        {"Workload": ["caseloads", "Caseloads", "workload"], "money": ["allowance"], "only": ["Only"]},
        everyday={},
    )
    assert table == '{"money":["allowance"],"workload":["caseloads"]}\n'


def test_a_councils_words_are_added_to_everyday_words() -> None:
    table = json.loads(synonym_table({"Workload": ["cases held"]}))
    assert table["workload"] == ["caseload", "caseloads", "cases held"]
    assert table["kids"] == ["children"]
