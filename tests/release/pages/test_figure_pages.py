"""The pages of figures: what is said of a figure in a few words, the table of all of them, and figures given once."""

import pytest

from generator.figures import Publication, Reported, Series
from generator.model import Conflict, Correction, ReportedFigure
from generator.release.page import Page
from generator.release.pages.chart_requests import columns_of
from generator.release.pages.figures import (
    figure_pages,
    mini_line,
    reported_rows,
    symbols_used,
    table_of,
    way_words,
)
from generator.vocabulary import PeriodKind, Symbol
from tests.release.making import (
    AS_AT,
    ENGLAND,
    FAR,
    NEAR,
    analysed,
    content,
    figure,
    indicator,
    inspection,
    publication,
    series,
)

NOW, BEFORE = "2024-25", "2023-24"
OWN_LINE = series(figure("40", BEFORE), figure("50", NOW))


def pages(whole: Publication) -> dict[str, Page]:
    return {page.address: page for page in figure_pages(whole, analysed(whole)[0])}


def page_of(*all_series: Series, **parts: object) -> Page:
    """The page of the one indicator."""
    whole = publication(content(**{"indicators": (indicator(),), **parts}), *all_series)
    return pages(whole)["figures/visits/"]


@pytest.mark.parametrize(
    ("figures", "kind", "line", "way"),
    [
        ([("40", BEFORE), ("50", NOW)], "financial_year", "50% in 2024-25, 40% in 2023-24", "rose, the right way"),
        ([("50", BEFORE), ("40", NOW)], "financial_year", "40% in 2024-25, 50% in 2023-24", "fell, the wrong way"),
        ([("50", BEFORE), ("50.1", NOW)], "financial_year", "50% in 2024-25, 50% in 2023-24", "no change"),
        ([("50", NOW)], "financial_year", "50% in 2024-25", "nothing to compare with"),
        ([], "financial_year", "No figure published", "no figure published"),
        ([("50", "2025-10-02")], "reported", "50% reported on 2 Oct 2025", "nothing to compare with"),
    ],
)
def test_a_figure_is_told_in_a_few_words(figures: list[tuple[str, str]], kind: str, line: str, way: str) -> None:
    made = series(*(figure(value, when, kind=PeriodKind(kind)) for value, when in figures))
    whole = publication(content(indicators=(indicator(period_kind=kind),)), made)
    reading = analysed(whole)[0].readings["visits"]
    assert mini_line(reading).text == line
    assert len(mini_line(reading).keys) == len(figures)
    assert way_words(reading) == way


def test_where_neither_way_is_better_only_the_verb_is_said() -> None:
    whole = publication(content(indicators=(indicator(polarity="neither"),)), OWN_LINE)
    assert way_words(analysed(whole)[0].readings["visits"]) == "rose"


def test_the_table_holds_every_period_newest_first_with_the_mean_of_similar_councils() -> None:
    whole = publication(
        content(), OWN_LINE, series(figure("60", area=ENGLAND)), series(figure("42", area=NEAR)), series(figure("43", area=FAR))
    )
    table = table_of(whole, indicator(), columns_of(whole, indicator()))
    assert table.columns == ("Exampleshire", "England", "Similar councils (mean)")
    assert [row.period.text for row in table.rows] == [NOW, BEFORE]
    assert [[(cell.figure.value if cell.figure else None, cell.mean) for cell in row.cells] for row in table.rows] == [
        [(50, ""), (60, ""), (None, "43%")],
        [(40, ""), (None, ""), (None, "")],
    ]
    assert table.rows[0].cells[2].keys == (figure("42", area=NEAR).key, figure("43", area=FAR).key)


def test_without_similar_councils_figures_there_is_no_column_for_them() -> None:
    whole = publication(content(), OWN_LINE)
    assert table_of(whole, indicator(), columns_of(whole, indicator())).columns == ("Exampleshire",)


def test_the_symbols_that_a_table_uses_are_explained_in_one_order() -> None:
    used = [figure(None, symbol=Symbol.NOT_AVAILABLE), figure(None, symbol=Symbol.CONFIDENTIAL), figure("1"), figure(None, symbol=Symbol.CONFIDENTIAL)]
    assert symbols_used(used) == "[c] hidden so that no one can be identified. [x] not available"
    assert symbols_used([figure("1")]) == ""


def test_an_indicator_s_page_opens_with_what_happened() -> None:
    page = page_of(OWN_LINE)
    assert page.title == "The share of visits on time rose to 50%"
    assert page.context["way"] == "The figure moved the right way since 2023-24"
    assert [request.key for request in page.charts] == ["chart-visits", "spark-visits"]
    assert page.letters == ("Visits on time",)


@pytest.mark.parametrize(
    ("figures", "polarity", "said"),
    [
        ([("50", BEFORE), ("40", NOW)], "higher", "The figure moved the wrong way since 2023-24"),
        ([("50", BEFORE), ("50", NOW)], "higher", "The figure has not moved since 2023-24"),
        ([("40", BEFORE), ("50", NOW)], "neither", "The figure rose since 2023-24; neither way is better"),
        ([("50", NOW)], "higher", "There is nothing earlier to compare it with"),
    ],
)
def test_which_way_it_moved_is_said_in_a_sentence(figures: list[tuple[str, str]], polarity: str, said: str) -> None:
    page = page_of(series(*(figure(value, when) for value, when in figures)), indicators=(indicator(polarity=polarity),))
    assert page.context["way"] == said


def test_the_working_tells_history_chance_and_target() -> None:
    years = [figure(str(40 + at), f"20{20 + at}-{21 + at}", counts=(40 + at, 100)) for at in range(3)]
    page = page_of(series(*years), indicators=(indicator(target=90, target_source="S1"),))
    assert [sentence.text for sentence in page.context["working"]] == [
        "From 2020-21 to 2022-23 it rose from 40% to 42%.",
        "Allowing for chance, the underlying figure is likely to lie between 33% and 52%.",
        "The council’s target is 90%; the figure is below it.",
    ]
    assert page_of().context["working"] == []


@pytest.mark.parametrize(("due", "stale"), [(None, False), (AS_AT.isoformat(), False), ("2026-11-21", True)])
def test_a_figure_is_stale_when_the_next_was_due_before_today(due: str | None, *, stale: bool) -> None:
    assert page_of(OWN_LINE, indicators=(indicator(next_due=due),)).context["stale"] is stale


@pytest.mark.parametrize(("unit", "comparable"), [("percent", True), ("rate_10000", True), ("count", False), ("fte", False)])
def test_a_size_is_compared_with_nobody(unit: str, *, comparable: bool) -> None:
    assert page_of(OWN_LINE, indicators=(indicator(unit=unit),)).context["comparable"] is comparable


def test_what_belongs_to_an_indicator_stands_on_its_page() -> None:
    conflict = Conflict.model_validate({"id": "c1", "subject": "S", "says": "A.", "why": "B.", "shown": "C.", "sources": ["S1"]})
    right, other = (
        Correction.model_validate({"id": name, "corrected": "2026-11-01", "what": "It.", "indicator": of, "source": "S1"})
        for name, of in (("k1", "visits"), ("k2", "other"))
    )
    given = ReportedFigure.model_validate(
        {"id": "r1", "title": "R", "unit": "count", "counts": "places", "indicators": ["visits"], "source": "S1"}
    )
    indicators = (indicator(conflicts=["c1"], areas=["visits-in-time"], differs_from=["other"]), indicator(id="other", areas=["visits-in-time"]))
    whole = publication(
        content(indicators=indicators, conflicts=(conflict,), corrections=(right, other), reported=(given,), inspections=(inspection(),)),
        OWN_LINE, reported={"r1": Reported("r1", None, Symbol.CONFIDENTIAL)},
    )  # fmt: skip
    context = pages(whole)["figures/visits/"].context
    assert context["conflicts"] == [conflict]
    assert context["corrections"] == [right]
    assert [row.figure.id for row in context["reported"]] == ["r1"]
    assert [one.reading.indicator.id for one in context["others"]] == ["other"]
    assert [one.area.slug for one in context["areas"]] == ["visits-in-time"]


def reported_once(value: str, source: str = "S1") -> Page:
    """The page of visits, whose other figure was also given once in a report."""
    given = ReportedFigure.model_validate(
        {"id": "r1", "title": "R", "unit": "percent", "counts": "events", "indicators": ["visits", "other"], "comparator": "61% elsewhere", "source": source}
    )
    indicators = (indicator(differs_from=["other"]), indicator(id="other"))
    whole = publication(
        content(indicators=indicators, reported=(given,)), OWN_LINE, series(figure("48", of="other")),
        reported={"r1": Reported("r1", figure(value).value, None)},
    )  # fmt: skip
    return pages(whole)["figures/visits/"]


def test_a_figure_that_a_report_gave_too_is_told_once_with_what_the_report_compared_it_with() -> None:
    context = reported_once("48").context
    assert [(one.reading.indicator.id, one.given.figure.id) for one in context["others"]] == [("other", "r1")]
    assert context["reported"] == []
    assert context["given"] is None


def test_a_figure_given_once_that_is_another_stands_beside() -> None:
    for page in (reported_once("47"), reported_once("48", source="S2")):
        assert [one.given for one in page.context["others"]] == [None]
        assert [row.figure.id for row in page.context["reported"]] == ["r1"]


def test_a_report_s_own_figure_is_not_said_to_differ_from_itself() -> None:
    context = reported_once("50").context
    assert context["reported"] == []
    assert context["given"].figure.id == "r1"


@pytest.mark.parametrize(
    ("when", "inspected", "straddles"),
    [
        (NOW, "2025-03-30", True), (NOW, "2025-03-31", False), (NOW, "2024-04-01", True), (NOW, "2024-03-31", False), (NOW, "2025-05-16", False),
    ],
)  # fmt: skip
def test_a_year_within_which_inspectors_came_is_partly_about_the_time_before(when: str, inspected: str, *, straddles: bool) -> None:
    page = page_of(series(figure("50", when)), inspections=(inspection(inspected=inspected, published=inspected),))
    assert page.context["straddles"] is straddles


def test_equal_figures_with_hidden_ones_between_are_not_said_to_have_stayed() -> None:
    page = page_of(series(figure("50", "2022-23"), figure(None, BEFORE), figure("50", NOW)))
    assert page.title == "The share of visits on time was 50%"
    assert page.context["way"] == "The figure is the same as in 2022-23; those between are not shown"


@pytest.mark.parametrize(("unit", "columns"), [("percent", 3), ("count", 1), ("fte", 1)])
def test_a_size_stands_alone_in_its_table(unit: str, columns: int) -> None:
    near, england = series(figure("42", area=NEAR)), series(figure("60", area=ENGLAND))
    page = page_of(OWN_LINE, near, england, indicators=(indicator(unit=unit),))
    assert len(page.context["table"].columns) == columns
    assert "England" not in page.context["chart_description"].text or columns > 1


def test_the_catalogue_counts_national_and_own_figures() -> None:
    indicators = (indicator(), indicator(id="b", local=True), indicator(id="c", judgement="leaders"))
    page = pages(publication(content(indicators=indicators)))["figures/"]
    assert page.context["lead"] == (
        "Three figures about services for children in Exampleshire: two from national statistics and one of the council’s own."
    )
    assert [group["heading"].value for group in page.context["groups"]] == ["leaders", "help_protection"]


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ([], "No figures about services for children in Exampleshire."),
        ([False], "One figure about services for children in Exampleshire, from national statistics."),
        ([False, False], "Two figures about services for children in Exampleshire, all from national statistics."),
        ([True], "One figure about services for children in Exampleshire, the council’s own."),
        ([True, True], "Two figures about services for children in Exampleshire, all the council’s own."),
    ],
)
def test_figures_of_one_origin_are_not_counted_apart(own: list[bool], said: str) -> None:
    indicators = tuple(indicator(id=f"i{number}", local=local) for number, local in enumerate(own))
    assert pages(publication(content(indicators=indicators)))["figures/"].context["lead"] == said


def test_a_council_that_came_later_than_the_figures_has_dashes_that_are_explained() -> None:
    england = series(figure("60", BEFORE, area=ENGLAND), figure("61", NOW, area=ENGLAND))
    assert page_of(series(figure("50", NOW)), england).context["symbols"] == "– no figure about that time"
    assert page_of(OWN_LINE, england).context["symbols"] == ""


@pytest.mark.parametrize(
    ("unit", "value", "printed"),
    [("count", "12", "12"), ("days", "12", "12 days"), ("rate_10000", "12", "12 per 10,000 children"), ("pounds", "12", "£12"), ("count", None, "[c]")],
)
def test_a_figure_given_once_is_printed_with_its_unit(unit: str, value: str | None, printed: str) -> None:
    given = ReportedFigure.model_validate({"id": "r1", "title": "R", "unit": unit, "counts": "places", "source": "S1"})
    made = figure(value)
    whole = publication(content(reported=(given,)), reported={"r1": Reported("r1", made.value, made.symbol)})
    (row,) = reported_rows(whole)
    assert (row.printed, row.when) == (printed, "No date stated")


def test_figures_given_once_stand_newest_first_with_their_time_in_words() -> None:
    fields = {"title": "R", "unit": "count", "counts": "places", "source": "S1"}
    given = [
        ReportedFigure.model_validate({"id": "old", "when": "2024-03", **fields}),
        ReportedFigure.model_validate({"id": "new", "when": "2025-03", "when_words": "Spring 2025", **fields}),
        ReportedFigure.model_validate({"id": "undated", **fields}),
    ]
    whole = publication(content(reported=given), reported={one.id: Reported(one.id, None, Symbol.CONFIDENTIAL) for one in given})
    assert [(row.figure.id, row.when) for row in reported_rows(whole)] == [
        ("new", "Spring 2025"), ("old", "March 2024"), ("undated", "No date stated"),
    ]  # fmt: skip
    assert "figures/reported/" in pages(whole)
    assert "figures/reported/" not in pages(publication(content()))
