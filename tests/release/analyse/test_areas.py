"""What may be said of each area for improvement, and what bears on it."""

from dataclasses import replace
from datetime import date

import pytest

from generator.figures import Series
from generator.model import Action, Conflict, Indicator, Question, ReportedFigure, Thread
from generator.release.analyse.areas import (
    AreaProgress,
    Reading,
    analyse,
    last_day,
    latest_inspection,
    progress_of,
)
from generator.release.analyse.change import Change, Rule, Way
from generator.vocabulary import PeriodKind, Progress
from tests.release.making import (
    AS_AT,
    area,
    content,
    council,
    figure,
    finding,
    indicator,
    inspection,
    months,
    publication,
    series,
)


def reading(
    progress: Progress = Progress.TOO_LITTLE, rule: Rule = Rule.PLAIN_CHANGE, *, after: bool = True, way: Way = Way.RIGHT
) -> Reading:
    return Reading(indicator(), Change(figure("50"), None, way, progress, rule, "A reason."), None, after)


BETTER = reading(Progress.BETTER, Rule.CONTROL_CHART)
WORSE = reading(Progress.WORSE, Rule.TREND_TEST)
SAME = reading(Progress.NO_CLEAR_CHANGE, Rule.CONTROL_CHART)
CHANGED = reading(Progress.CHANGED, Rule.TREND_TEST)
UNTESTED = reading()


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ((), Progress.NOT_MEASURED),
        ((UNTESTED,), Progress.TOO_LITTLE),
        ((reading(Progress.BETTER, Rule.PLAIN_CHANGE),), Progress.TOO_LITTLE),
        ((reading(Progress.BETTER, Rule.NONE),), Progress.TOO_LITTLE),
        ((replace(BETTER, after_inspection=False),), Progress.TOO_LITTLE),
        ((BETTER,), Progress.BETTER),
        ((reading(Progress.BETTER, Rule.TREND_TEST),), Progress.BETTER),
        ((WORSE,), Progress.WORSE),
        ((reading(Progress.WORSE, Rule.CONTROL_CHART),), Progress.WORSE),
        ((BETTER, SAME, UNTESTED), Progress.BETTER),
        ((WORSE, SAME, UNTESTED), Progress.WORSE),
        ((BETTER, WORSE), Progress.NO_CLEAR_CHANGE),
        ((SAME,), Progress.NO_CLEAR_CHANGE),
        ((CHANGED,), Progress.NO_CLEAR_CHANGE),
        ((BETTER, replace(WORSE, after_inspection=False)), Progress.BETTER),
    ],
)
def test_only_a_tested_change_after_the_inspection_is_evidence(measures: tuple[Reading, ...], expected: Progress) -> None:
    assert progress_of(measures) is expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"inspected": "2025-05-12/2025-05-16"}, date(2025, 5, 16)),
        ({"inspected": None, "published": "2025-06-20"}, date(2025, 6, 20)),
        ({"inspected": None, "published": "2025-06"}, date(2025, 6, 30)),
    ],
)
def test_the_inspection_ends_on_its_last_day_or_else_with_its_report(changes: dict[str, object], expected: date) -> None:
    assert last_day(inspection(**changes)) == expected


def test_the_latest_inspection_is_the_last() -> None:
    first, last = inspection(id="2021-ilacs"), inspection()
    assert latest_inspection(publication(content(inspections=(first, last)))) == last
    assert latest_inspection(publication(content())) is None
    assert last_day(None) is None


def of_months(name: str, *whens: str) -> Series:
    return series(*(figure(str(50 + at), when, of=name, kind=PeriodKind.MONTH) for at, when in enumerate(whens)))


def monthly(name: str, **changes: object) -> Indicator:
    return indicator(id=name, period_kind="month", **{"areas": ["visits-in-time"], **changes})


@pytest.mark.parametrize(
    ("when", "after"), [("2025-04", False), ("2025-05", False), ("2025-06", True)]
)
def test_a_figure_speaks_of_progress_only_if_its_whole_period_lies_after_the_inspection(when: str, *, after: bool) -> None:
    whole = publication(content(inspections=(inspection(),), indicators=(monthly("visits"),)), of_months("visits", when))
    assert analyse(whole, AS_AT).readings["visits"].after_inspection is after


def test_the_day_on_which_inspectors_left_is_not_after_the_inspection() -> None:
    for day, after in (("2025-05-16", False), ("2025-05-17", True)):
        whole = publication(
            content(inspections=(inspection(),), indicators=(indicator(period_kind="snapshot"),)),
            series(figure("50", day, kind=PeriodKind.SNAPSHOT)),
        )
        assert analyse(whole, AS_AT).readings["visits"].after_inspection is after


@pytest.mark.parametrize(("day", "since"), [("2025-05-16", False), ("2025-05-17", True)])
def test_a_figure_of_no_stated_time_is_only_reported_since_the_inspection(day: str, *, since: bool) -> None:
    whole = publication(
        content(inspections=(inspection(),), indicators=(indicator(period_kind="reported"),)),
        series(figure("50", day, kind=PeriodKind.REPORTED)),
    )
    reading = analyse(whole, AS_AT).readings["visits"]
    assert (reading.after_inspection, reading.reported_since) == (False, since)


def test_without_a_figure_or_an_inspection_nothing_is_after_it() -> None:
    silent = analyse(publication(content(inspections=(inspection(),), indicators=(indicator(),))), AS_AT)
    assert silent.readings["visits"].after_inspection is False
    assert silent.readings["visits"].standing is None
    unseen = analyse(publication(content(indicators=(indicator(),)), series(figure("50"))), AS_AT)
    assert unseen.readings["visits"].after_inspection is False
    assert (unseen.latest, unseen.areas) == (None, ())
    assert unseen.readings["visits"].standing is not None


def one_area(**parts: object) -> AreaProgress:
    whole = publication(
        content(**{"inspections": (inspection(),), **parts}),
        of_months("old", "2025-03", "2025-04"), of_months("new", "2025-09", "2025-10"), of_months("direct-old", "2025-04"),
        of_months("direct-new", "2025-10"), of_months("background", "2025-10"),
    )  # fmt: skip
    return analyse(whole, AS_AT).areas[0]


def test_measures_stand_with_those_after_the_inspection_first_and_direct_ones_before_signs() -> None:
    indicators = (
        monthly("old"), monthly("direct-old", evidence="direct"), monthly("new"), monthly("elsewhere", areas=["other"]),
        monthly("direct-new", evidence="direct"), monthly("background", evidence="context"),
    )  # fmt: skip
    found = one_area(indicators=indicators)
    assert [one.indicator.id for one in found.measures] == ["direct-new", "new", "direct-old", "old"]
    assert [one.indicator.id for one in found.context] == ["background"]
    assert [one.indicator.id for one in found.direct] == ["direct-new", "direct-old"]
    assert [one.indicator.id for one in found.since_inspection] == ["direct-new", "new"]
    assert found.since(Way.RIGHT) == 1
    assert found.since(Way.NOTHING_BEFORE) == 1
    assert found.since(Way.RIGHT, Way.NOTHING_BEFORE) == 2
    assert found.since(Way.WRONG) == 0
    assert found.progress is Progress.TOO_LITTLE


def test_an_area_that_only_background_bears_on_is_not_measured() -> None:
    assert one_area(indicators=(monthly("background", evidence="context"),)).progress is Progress.NOT_MEASURED


def test_what_bears_on_an_area_is_gathered_by_its_name() -> None:
    def action(name: str, areas: list[str], *, historical: bool = False) -> Action:
        return Action.model_validate(
            {
                "id": name, "title": "Do it", "said_by": "The council", "status": "promised", "status_words": "Promised.",
                "areas": areas, "historical": historical, "source": "S1",
            }
        )  # fmt: skip

    def question(name: str, areas: list[str]) -> Question:
        return Question.model_validate({"id": name, "kind": "ask", "question": "When?", "areas": areas})

    def reported(name: str, areas: list[str]) -> ReportedFigure:
        return ReportedFigure.model_validate(
            {"id": name, "title": "Homes", "unit": "count", "counts": "places", "areas": areas, "source": "S1"}
        )

    here, elsewhere = ["visits-in-time"], ["homes"]
    found = one_area(
        actions=(action("a1", here), action("a2", elsewhere), action("a3", here, historical=True)),
        questions=(question("q1", here), question("q2", elsewhere)),
        reported=(reported("r1", here), reported("r2", elsewhere)),
        threads=(Thread(id="visits", title="Visits"), Thread(id="homes", title="Homes")),
        findings={"2025-ilacs": (finding(1), finding(2, threads=("homes",)))},
    )
    assert [promise.action.id for promise in found.promises] == ["a1"]
    assert [one.id for one in found.questions] == ["q1"]
    assert [one.id for one in found.reported] == ["r1"]
    assert [story.thread.id for story in found.stories] == ["visits"]
    assert (found.number, found.area.slug) == (1, "visits-in-time")


def test_an_area_without_a_page_is_counted_but_not_shown() -> None:
    items = [area(None), area("homes", number="2")]
    found = analyse(publication(content(inspections=(inspection(items=items),))), AS_AT).areas
    assert [(one.number, one.area.slug) for one in found] == [(2, "homes")]


@pytest.mark.parametrize(("base", "charted"), [(1, True), (2, False), (5, False)])
def test_figures_that_the_council_rounds_are_not_read_as_a_control_chart(base: int, *, charted: bool) -> None:
    rounding = council(disclosure={"rounding_base": base})
    monthly = (indicator(period_kind="month", local=True),)
    found = analyse(publication(content(council=rounding, indicators=monthly), months([50, 51] * 7)), AS_AT)
    assert (found.readings["visits"].change.chart is not None) is charted


def test_the_analysis_keeps_the_day_and_the_disagreements_by_name() -> None:
    conflict = Conflict.model_validate(
        {"id": "c1", "subject": "Visits", "says": "Two things.", "why": "Not known.", "shown": "Both.", "sources": ["S1"]}
    )
    found = analyse(publication(content(conflicts=(conflict,))), AS_AT)
    assert (found.as_at, dict(found.conflicts)) == (AS_AT, {"c1": conflict})


def test_figures_newer_than_the_inspection_and_those_of_no_stated_time_are_listed_apart() -> None:
    newer, older = UNTESTED, replace(UNTESTED, after_inspection=False)
    untimed = replace(older, reported_since=True)
    whole = replace(analyse(publication(content()), AS_AT), readings={"newer": newer, "older": older, "untimed": untimed})
    assert (whole.newer, whole.untimed) == ((newer,), (untimed,))
    named = AreaProgress(1, inspection().items[0], Progress.TOO_LITTLE, (newer, older, untimed), (), (), (), (), ())
    assert (named.since_inspection, named.reported_since) == ((newer,), (untimed,))
