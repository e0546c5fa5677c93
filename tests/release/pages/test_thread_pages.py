"""Issues across inspections: the sentence about each, the table of all, the three lists."""

import pytest

from generator.model import Inspection, Thread, ThreadNote
from generator.release.analyse.threads import stories
from generator.release.page import Page
from generator.release.pages.threads import NOT_FIXED, STRONG, WORSE, reading, story_view, thread_pages
from generator.vocabulary import Movement
from tests.release.making import analysed, area, content, finding, inspection, publication

YEARS = ("2017", "2021", "2025")


def inspections(*formal: str) -> tuple[Inspection, ...]:
    """Three inspections; in the named years the issue is a formal item."""
    items = {year: [area(f"a{year}", threads=["visits"])] if year in formal else [] for year in YEARS}
    return tuple(inspection(id=year, published=f"{year}-06-20", inspected=f"{year}-05-12", items=items[year]) for year in YEARS)


def whole(tones: dict[str, str], *formal: str, notes: tuple[ThreadNote, ...] = (), titles: tuple[str, ...] = ("visits",)):
    """What each inspection said of the issue: a tone by year, `-` for nothing."""
    findings = {year: (finding(1, tone),) if (tone := tones[year]) != "-" else (finding(1, "mixed", ("other",)),) for year in YEARS}
    threads = tuple(Thread(id=name, title=name.capitalize()) for name in titles)
    return publication(content(inspections=inspections(*formal), findings=findings, threads=threads, thread_notes=notes))


def said(first: str, second: str, third: str, *formal: str) -> str:
    made = whole(dict(zip(YEARS, (first, second, third), strict=True)), *formal)
    return reading(stories(made.content)[0])


@pytest.mark.parametrize(
    ("tones", "formal", "sentence"),
    [
        (("mixed", "mixed", "concern"), ("2017", "2025"), "A formal item at two of three inspections (2017 and 2025). Mixed in 2021, formal item in 2025."),
        (("strength", "strength", "concern"), (), "Never a formal item. Strength in 2021, concern in 2025."),
        (("strength", "-", "mixed"), (), "Never a formal item. Strength in 2017, mixed in 2025."),
        (("-", "-", "strength"), (), "Never a formal item. First mentioned in 2025: strength."),
        (("concern", "mixed", "-"), ("2017",), "A formal item at one of three inspections (2017). Not mentioned in 2025."),
    ],
)
def test_an_issue_is_told_by_how_it_stood(tones: tuple[str, str, str], formal: tuple[str, ...], sentence: str) -> None:
    assert said(*tones, *formal) == sentence


def test_a_mention_cites_its_paragraphs_and_prefers_the_note_to_the_finding() -> None:
    note = ThreadNote(thread="visits", inspection="2025", words="The note.", checked_by="editor")
    made = whole(dict.fromkeys(YEARS, "mixed"), notes=(note,))
    views = story_view(stories(made.content)[0]).mentions
    assert [(one.words, one.paragraphs) for one in views] == [
        ("Paragraph 1 says something.", "para 1"), ("Paragraph 1 says something.", "para 1"), ("The note.", "para 1"),
    ]  # fmt: skip
    several = content(
        inspections=inspections(), threads=(Thread(id="visits", title="Visits"),),
        findings={"2017": (finding(3), finding(8)), "2021": (finding(1, threads=("other",)),), "2025": (finding(1),)},
    )  # fmt: skip
    views = story_view(stories(several)[0]).mentions
    assert [(one.paragraphs, one.words) for one in views[:2]] == [("paras 3, 8", "Paragraph 3 says something."), ("", "")]


def pages(first: str, second: str, third: str) -> dict[str, Page]:
    made = whole(dict(zip(YEARS, (first, second, third), strict=True)), titles=("visits", "other"))
    return {page.address: page for page in thread_pages(analysed(made)[0])}


def test_there_is_a_table_a_comparison_and_a_page_for_each_issue() -> None:
    assert list(pages("mixed", "mixed", "concern")) == [
        "threads/", "what-changed-between-inspections/", "threads/visits/", "threads/other/",
    ]  # fmt: skip
    assert thread_pages(analysed(publication(content()))[0]) == ()


def test_inspections_whose_findings_are_not_there_are_named() -> None:
    made = whole(dict(zip(YEARS, ("mixed", "mixed", "concern"), strict=True)))
    analysis, graded = analysed(made)[0], inspection(id="2012", published="2012-03-01", inspected=None)
    told = {page.address: page for page in thread_pages(analysis, (graded, *made.content.inspections))}["threads/"]
    assert told.context["lead"].endswith("The findings of 2012 are not in the data of this site, only the judgements.")
    assert "findings" not in {page.address: page for page in thread_pages(analysis, made.content.inspections)}["threads/"].context["lead"]


def test_the_table_counts_what_is_still_a_concern() -> None:
    table = pages("mixed", "mixed", "concern")["threads/"]
    assert table.context["map_headline"] == "One of 2 issues was a formal item or a concern in 2025"
    assert table.context["lead"] == (
        "Inspectors return to the same issues. This table follows 2 of them through the inspections of 2017, 2021 and 2025. "
        "One was a formal item or a concern in 2025."
    )
    both = pages("mixed", "concern", "concern")["threads/"]
    assert both.context["map_headline"] == "One of 2 issues was a formal item or a concern in 2025"
    assert [request.key for request in table.charts] == ["thread-map"]
    assert table.charts[0].chart.rows[0].cells == ("mixed", "mixed", "concern")


@pytest.mark.parametrize(
    ("tones", "part"),
    [(("strength", "strength", "concern"), 0), (("concern", "concern", "mixed"), 1), (("strength", "strength", "strength"), 2), (("mixed", "mixed", "mixed"), None)],
)
def test_an_issue_stands_in_the_list_that_its_movement_belongs_to(tones: tuple[str, str, str], part: int | None) -> None:
    parts = pages(*tones)["what-changed-between-inspections/"].context["parts"]
    assert [one["title"] for one in parts] == ["What got worse", "What was not fixed", "What stayed strong or improved"]
    assert [at for at, one in enumerate(parts) if any(story.thread.id == "visits" for story in one["stories"])] == ([] if part is None else [part])


def test_no_movement_is_in_two_lists() -> None:
    listed = [*WORSE, *NOT_FIXED, *STRONG]
    assert len(set(listed)) == len(listed)
    assert set(Movement) - set(listed) == {Movement.NEW, Movement.MIXED, Movement.NOT_RAISED_NOW}
