"""When figures were last updated and when the next are due."""

from datetime import date
from pathlib import Path

import pytest

from generator.disclosure.door import protect
from generator.figures import Publication
from generator.model import Source
from generator.release.freshness import (
    Freshness,
    freshness,
    freshness_of_page,
    last_updated,
    late_indicators,
    next_due,
    source_day,
)
from tests.councils.making import AS_AT, checked, made_council


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    records, problems = checked(made_council(tmp_path))
    assert records, problems
    return protect(records)


def test_figures_are_as_new_as_the_newest_source_that_they_come_from(publication: Publication) -> None:
    assert last_updated(publication) == date(2026, 10, 31)
    assert last_updated(publication, ["return-interviews"]) == date(2025, 11, 30)
    assert last_updated(publication, ["nothing"]) is None


def test_figures_whose_sources_bear_no_date_say_when_they_were_read(tmp_path: Path) -> None:
    change = (
        "in data/sources.csv\n- RETURNS,Council's own monthly return,Exampleshire Council,,2026-10,primary,,2026-11-01,,\n"
        "+ RETURNS,Council's own monthly return,Exampleshire Council,,,primary,,2026-11-01,,\n"
    )
    records, problems = checked(made_council(tmp_path, change))
    assert records, problems
    undated = protect(records)
    assert last_updated(undated) == date(2025, 11, 30)
    assert freshness(undated, AS_AT, ["interviews-local"]).words == "Figures last read 1 November 2026. No date is known for the next figures."


def test_the_next_day_is_the_first_that_is_not_past(publication: Publication) -> None:
    assert next_due(publication, AS_AT) == date(2026, 12, 15)
    assert next_due(publication, date(2026, 12, 15)) == date(2026, 12, 15)
    assert next_due(publication, date(2026, 12, 16)) is None
    assert [one.id for one in late_indicators(publication, date(2026, 12, 16))] == ["return-interviews"]
    assert late_indicators(publication, date(2026, 12, 15)) == ()


def test_that_a_newer_figure_is_late_is_said_and_not_that_no_date_is_known(publication: Publication) -> None:
    later = date(2026, 12, 16)
    said = freshness(publication, later, ["return-interviews"]).words
    assert said == "Figures last updated 30 November 2025. A newer figure was expected by now."
    assert Freshness(date(2026, 1, 1), date(2027, 1, 1), late=2).words == (
        "Figures last updated 1 January 2026. Newer figures were expected by now. Next figures due by 1 January 2027."
    )


def test_a_page_says_how_new_its_own_figures_are(publication: Publication) -> None:
    body = '<span data-figures="return-interviews/E06000999/2024-25/all return-interviews/E92000001/2024-25/all">58%</span>'
    assert freshness_of_page(publication, AS_AT, body) == "Figures last updated 30 November 2025. Next figures due by 15 December 2026."
    local = '<p data-figures="interviews-local/E06000999/2026-10/all">14</p>'
    assert freshness_of_page(publication, AS_AT, local) == "Figures last updated 31 October 2026. No date is known for the next figures."


def test_a_page_of_figures_that_were_given_once_says_when_and_that_no_next_date_is_known(publication: Publication) -> None:
    once = '<p data-figures="reported/homes-open">1</p>'
    assert freshness_of_page(publication, AS_AT, once) == "Figures last updated 1 July 2025. No date is known for the next figures."
    local = '<p data-figures="interviews-local/E06000999/2026-10/all">14</p>'
    assert freshness_of_page(publication, AS_AT, once + local) == freshness_of_page(publication, AS_AT, local)


def test_a_page_without_a_figure_says_nothing(publication: Publication) -> None:
    assert freshness_of_page(publication, AS_AT, "<p>No figure.</p>") == ""
    assert freshness(publication, AS_AT, ()).words == ""


def test_nothing_is_said_of_which_nothing_is_known(tmp_path: Path) -> None:
    assert Freshness(None, None).words == ""
    change = (
        "in data/sources.csv\n- RETURNS,Council's own monthly return,Exampleshire Council,,2026-10,primary,,2026-11-01,,\n"
        "+ RETURNS,Council's own monthly return,Exampleshire Council,,,primary,,,,\n"
    )
    records, problems = checked(made_council(tmp_path, change))
    assert records, problems
    assert freshness(protect(records), AS_AT, ["interviews-local"]).words == ""


def test_a_source_is_as_new_as_the_last_day_of_its_publication() -> None:
    source = Source.model_construct(published="2026-10", retrieved=date(2026, 11, 5))
    assert source_day(source) == date(2026, 10, 31)
    assert source_day(source.model_copy(update={"published": None})) == date(2026, 11, 5)
