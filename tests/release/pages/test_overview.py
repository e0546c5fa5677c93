"""Home, areas and inspections: the grid of judgements, the figure that stands for an area, and what each page is given."""

import pytest

from generator.figures import Publication
from generator.model import Event, Inspection, Thread
from generator.release.page import Page
from generator.release.pages.happenings import Happenings, happenings
from generator.release.pages.overview import (
    area_line,
    grid_of,
    overview_pages,
    representative,
    scores_of,
    short_grid_of,
    spark_key,
)
from generator.vocabulary import Grade, PeriodKind, Progress
from tests.release.making import (
    AS_AT,
    analysed,
    area,
    content,
    figure,
    finding,
    indicator,
    inspection,
    publication,
    series,
)


def judged(year: str, **grades: str) -> Inspection:
    judgements = [{"heading": heading, "grade": grade} for heading, grade in grades.items()]
    return inspection(id=f"i{year}", published=f"{year}-06-20", inspected=f"{year}-05-12", judgements=judgements, items=[])


def test_the_grid_stands_newest_first_and_leaves_out_what_nobody_judged() -> None:
    grid = grid_of((judged("2021", overall="good"), judged("2025", overall="requires_improvement", leaders="good")))
    assert [column.label for column in grid.columns] == ["May 2025", "May 2021"]
    assert [(row.title, [cell.grade for cell in row.cells]) for row in grid.rows] == [
        ("Overall", [Grade.REQUIRES_IMPROVEMENT, Grade.GOOD]), ("Leaders", [Grade.GOOD, None]),
    ]  # fmt: skip
    assert grid.note == ""


def test_a_broader_judgement_stands_in_the_rows_that_it_covers_and_says_so() -> None:
    grid = grid_of((judged("2017", looked_after="good"), judged("2021", in_care_and_care_leavers="inadequate"), judged("2025", in_care="good")))
    rows = {row.title: [(cell.grade, cell.note) for cell in row.cells] for row in grid.rows}
    covers = "Judged as “children in care and care leavers”"
    assert rows["Children in care"] == [
        (Grade.GOOD, ""), (Grade.INADEQUATE, covers), (Grade.GOOD, "Judged as “children looked after and permanence”"),
    ]  # fmt: skip
    assert rows["Care leavers"] == [(None, ""), (Grade.INADEQUATE, covers), (None, "")]


def test_an_old_grade_is_explained() -> None:
    assert grid_of((judged("2012", overall="adequate"),)).note == "“Adequate” was a grade of the scale used before November 2013."


def test_the_short_grid_has_the_last_three_inspections_with_an_overall_grade() -> None:
    every = [judged(year, overall="good", adoption="good") for year in ("2009", "2012", "2017")]
    latest = judged("2025", overall="good")
    grid = short_grid_of((*every, judged("2023", leaders="good"), latest))
    assert [column.label for column in grid.columns] == ["May 2025", "May 2017", "May 2012"]
    assert [row.title for row in grid.rows] == ["Overall"]


def of_areas(*names: str) -> Publication:
    """Monthly figures that bear on one area: `moved` has two points, `alone` one, `silent` none."""
    points = {"moved": ("2025-09", "2025-10"), "alone": ("2025-10",), "silent": ()}
    lines = [series(*(figure(str(50 + at), when, of=name, kind=PeriodKind.MONTH) for at, when in enumerate(points[name]))) for name in names if points[name]]
    indicators = tuple(indicator(id=name, title=name.capitalize(), period_kind="month", areas=["visits-in-time"]) for name in names)
    findings = {"2025-ilacs": (finding(1), finding(2), finding(3, "strength"))}
    items = [area(paragraphs=[1, 3], threads=["visits"])]
    return publication(
        content(inspections=(inspection(items=items),), indicators=indicators, findings=findings, threads=(Thread(id="visits", title="Visits"),)), *lines
    )


@pytest.mark.parametrize(
    ("names", "line", "key"),
    [
        ((), "Nothing published measures this", ""),
        (("silent",), "Silent: No figure published", ""),
        (("alone",), "Alone: 50% in Oct 2025", ""),
        (("alone", "moved"), "Moved: 51% in Oct 2025, 50% in Sep 2025", "spark-moved"),
    ],
)
def test_the_figure_that_stands_for_an_area_is_the_first_that_has_moved(names: tuple[str, ...], line: str, key: str) -> None:
    found = analysed(of_areas(*names))[0].areas[0]
    assert (area_line(found).text, spark_key(found)) == (line, key)
    assert (representative(found) is None) == (not names)


def test_areas_are_counted_by_progress_in_the_order_of_the_words() -> None:
    analysis = analysed(publication(content(inspections=(inspection(items=[area(), area("b"), area("c")]),), indicators=(indicator(areas=["b"]),))))[0]
    assert [(score.count, score.progress) for score in scores_of(analysis)] == [(1, Progress.TOO_LITTLE), (2, Progress.NOT_MEASURED)]


def pages(whole: Publication) -> dict[str, Page]:
    return {page.address: page for page in overview_pages(whole, analysed(whole)[0])}


def test_there_is_a_page_for_the_home_each_inspection_and_each_area() -> None:
    assert list(pages(of_areas("moved"))) == ["", "inspections/", "inspections/2025-ilacs/", "areas/", "areas/visits-in-time/"]
    assert list(pages(publication(content()))) == ["", "inspections/", "areas/"]


def happening(name: str, when: str, status: str = "past", *, context: bool = False) -> Event:
    fields = {"id": name, "when": when, "title": name, "kind": "report", "status": status, "source": "S1", "context": context}
    return Event.model_validate(fields)


def test_the_home_page_tells_what_happened_last_and_what_comes_next() -> None:
    past = [happening(f"p{month}", f"2026-{month:02}") for month in range(1, 8)]
    coming = [happening(f"c{month}", f"2027-{month:02}", "planned") for month in range(1, 8)]
    others = [happening("elsewhere", "2026-10", context=True), happening("due", "2026-09", "due_not_found")]
    told = pages(publication(content(events=(*coming[::-1], *others, *past))))[""].context["happenings"]
    assert [one.id for one in told.recent] == ["p7", "p6", "p5", "p4", "p3"]
    assert [one.id for one in told.coming] == ["due", "c1", "c2", "c3", "c4"]


@pytest.mark.parametrize(("when", "lately"), [("2026-10", True), ("2024-12-01", True), ("2024-10-31", False), ("2019", False)])
def test_only_what_happened_in_the_last_two_years_is_called_recent(when: str, *, lately: bool) -> None:
    events = (happening("old", "2012"), happening("newest", when), happening("elsewhere", "2026-11", context=True))
    assert happenings(events, AS_AT).lately is lately


def test_a_council_without_events_has_nothing_recent() -> None:
    assert happenings((), AS_AT) == Happenings((), (), lately=False)


def test_an_area_s_page_has_its_paragraphs_its_measures_and_its_working() -> None:
    page = pages(of_areas("moved"))["areas/visits-in-time/"]
    assert page.title == "Visits in time"
    assert page.context["paragraphs"] == "paras 1, 3"
    assert [one.paragraph for one in page.context["findings"]] == [1, 3]
    assert [sentence.text for sentence in page.context["statement"]] == [
        "One published figure bears on this. It is an indirect sign.",
        "One is about a time after May 2025. One moved the right way.",
        "The evidence is weak. It cannot be tested against chance. So this site does not call the change better or worse.",
        "No public commitment about it was found.",
        "No later inspection is known on 22 November 2026.",
    ]


def test_an_inspection_s_page_counts_how_its_findings_read() -> None:
    page = pages(of_areas("moved"))["inspections/2025-ilacs/"]
    assert page.context["tally"] == (
        "3 numbered paragraphs, in our own words: one strength, no mixed and two concerns. "
        "Whether a paragraph is a strength, mixed or a concern is our reading."
    )
    assert [thread.id for thread in page.context["threads"]] == ["visits"]
    assert [heading.value for heading in page.context["sections"]] == ["help_protection"]
