"""Figures in plain English."""

from decimal import Decimal

import pytest

from generator.figures import Figure
from generator.model import Indicator
from generator.periods import Period, parse_period
from generator.release import words
from generator.statistics.intervals import Interval
from generator.vocabulary import PeriodKind, Symbol, Unit


def indicator(**changes: object) -> Indicator:
    fields: dict[str, object] = {
        "id": "caseload",
        "title": "Average cases for each social worker",
        "subject": "Caseloads",
        "plural": True,
        "unit": "average",
        "unit_words": "cases for each social worker",
        "decimals": 1,
        "polarity": "lower",
        "counts": "staff",
        "period_kind": "snapshot",
        "definition": "Cases divided by workers.",
        "publisher": "A department",
        "source": "S1",
        "judgement": "leaders",
    }
    return Indicator.model_validate(fields | changes)


def period(text: str, kind: PeriodKind = PeriodKind.SNAPSHOT) -> Period:
    parsed = parse_period(text, kind)
    assert parsed
    return parsed


def figure(value: str | None, when: str = "2025-09-30", area: str = "E06000999", symbol: Symbol | None = None) -> Figure:
    return Figure("caseload", area, period(when), "all", Decimal(value) if value else None, symbol, "S1")


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        ("19.5", 1, "19.5"),
        ("16", 1, "16.0"),
        ("1234567", 0, "1,234,567"),
        ("0.25", 1, "0.3"),
        ("-0.4", 1, "−0.4"),
        ("-0.04", 1, "0.0"),
        ("2.5", 0, "3"),
    ],
)
def test_a_number_keeps_its_decimals_and_rounds_halves_up(value: str, decimals: int, printed: str) -> None:
    assert words.number(Decimal(value), decimals) == printed


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "printed"),
    [
        ("30.1", Unit.PERCENT, 1, "30.1%"),
        ("825", Unit.POUNDS, 0, "£825"),
        ("3.5", Unit.POUNDS_MILLION, 1, "£3.5 million"),
        ("-2", Unit.POUNDS, 0, "−£2"),
        ("447.8", Unit.RATE_10000, 1, "447.8"),
        ("0.5", Unit.PERCENT, 1, "0.5%"),
        ("-0.5", Unit.PERCENT, 1, "−0.5%"),
        ("-0.04", Unit.PERCENT, 1, "0.0%"),
    ],
)
def test_an_amount_carries_the_sign_of_its_unit(value: str, unit: Unit, decimals: int, printed: str) -> None:
    assert words.amount(Decimal(value), unit, decimals) == printed


def test_a_headline_says_what_happened() -> None:
    said = words.headline(indicator(), figure("19.5"), figure("15.6", "2024-09-30"))
    assert said.text == "Caseloads rose to 19.5 cases for each social worker"
    assert said.keys == ("caseload/E06000999/2025-09-30/all", "caseload/E06000999/2024-09-30/all")


def test_a_change_too_small_to_print_is_no_change() -> None:
    said = words.headline(indicator(), figure("15.62"), figure("15.58", "2024-09-30"))
    assert said.text == "Caseloads stayed at 15.6 cases for each social worker"


def test_a_fall_is_said_to_be_a_fall() -> None:
    said = words.headline(indicator(), figure("15.5"), figure("15.6", "2024-09-30"))
    assert said.text == "Caseloads fell to 15.5 cases for each social worker"


def test_one_figure_alone_is_stated_without_a_change() -> None:
    share = indicator(subject="The share of plans reviewed on time", plural=False, unit="percent", unit_words="", decimals=0)
    assert words.headline(share, figure("95"), None).text == "The share of plans reviewed on time was 95%"
    assert words.headline(indicator(), figure("9.5"), None).text == "Caseloads were 9.5 cases for each social worker"


def test_a_hidden_figure_is_said_to_be_hidden_and_why() -> None:
    said = words.headline(indicator(), figure(None, symbol=Symbol.CONFIDENTIAL), figure("15.6", "2024-09-30"))
    assert said.text == "Average cases for each social worker: the latest figure is hidden so that no one can be identified"


def test_the_lead_names_the_day_and_the_year_before() -> None:
    said = words.change_sentence(indicator(), "Exampleshire", figure("19.5"), figure("15.6", "2024-09-30"))
    assert said.text == (
        "On 30 September 2025 the figure for Exampleshire was 19.5 cases for each social worker. A year earlier it was 15.6."
    )


def test_a_gap_of_two_years_is_not_called_a_year() -> None:
    said = words.change_sentence(indicator(), "Exampleshire", figure("19.5"), figure("15.6", "2023-09-30"))
    assert said.text.endswith("On 30 September 2023 it was 15.6.")


def test_a_comparator_that_fell_is_said_to_have_fallen() -> None:
    said = words.comparator_sentence(indicator(), "England", figure("15.2"), figure("15.4", "2024-09-30"))
    assert said.text == "Across England it fell from 15.4 to 15.2."


def test_a_comparator_that_did_not_move_stayed() -> None:
    said = words.comparator_sentence(indicator(), "Midshire", figure("15.2"), figure("15.2", "2024-09-30"))
    assert said.text == "In Midshire it stayed at 15.2."


@pytest.mark.parametrize(
    ("place", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (111, "111th"), (112, "112th"), (113, "113th"), (146, "146th")]
)
def test_ordinals(place: int, said: str) -> None:
    assert words.ordinal(place) == said


@pytest.mark.parametrize(("count", "said"), [(0, "no figures"), (1, "one figure"), (9, "nine figures"), (10, "10 figures"), (1200, "1,200 figures")])
def test_small_counts_are_in_letters(count: int, said: str) -> None:
    assert words.counted(count, "figure") == said


@pytest.mark.parametrize(("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
def test_lists_end_with_and(parts: list[str], said: str) -> None:
    assert words.listed(parts) == said


def test_a_chart_is_described_by_its_ends_and_its_extremes() -> None:
    own = [figure("17.3", "2023-09-30"), figure("15.3", "2024-09-30"), figure("19.5")]
    england = [figure("15.2", area="E92000001")]
    said = words.chart_description(indicator(), [("Exampleshire", own), ("England", england)])
    assert said.text == (
        "Exampleshire went from 17.3 in 2023 to 19.5 in 2025. Its lowest was 15.3 in 2024 and its highest 19.5 in 2025. "
        "England was at 15.2 in 2025."
    )


def test_a_description_says_that_figures_are_missing() -> None:
    own = [figure("17.3", "2023-09-30"), figure(None, "2024-09-30", symbol=Symbol.NOT_AVAILABLE), figure("19.5")]
    said = words.chart_description(indicator(), [("Exampleshire", own)])
    assert said.text.endswith("One figure is missing or hidden; the table says why.")


def test_the_subtitle_says_measure_place_and_period() -> None:
    said = words.subtitle(indicator(), "Exampleshire", [period("2016-09-30"), period("2025-09-30")])
    assert said == "Average cases for each social worker, Exampleshire, on 30 September each year, 2016 to 2025"


def test_a_day_each_year_is_named_for_yearly_counts_of_a_day_alone() -> None:
    three = [period("2025-09-30"), period("2016-09-30"), period("2017-09-30")]
    assert words.subtitle(indicator(), "Exampleshire", three).endswith("Exampleshire, on 30 September each year, 2016 to 2025")
    assert words.subtitle(indicator(), "Exampleshire", three[:1]).endswith("Exampleshire, 2025")
    years = [period(text, PeriodKind.FINANCIAL_YEAR) for text in ("2023-24", "2024-25")]
    assert words.subtitle(indicator(), "Exampleshire", years).endswith("Exampleshire, 2023-24 to 2024-25")
    assert words.subtitle(indicator(), "Exampleshire", []) == "Average cases for each social worker, Exampleshire"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Isles of Scilly", "the Isles of Scilly"),
        ("Isle of Wight", "the Isle of Wight"),
        ("City of London", "the City of London"),
        ("East Riding of Yorkshire", "the East Riding of Yorkshire"),
        ("North West", "the North West"),
        ("East Midlands", "the East Midlands"),
        ("East of England", "the East of England"),
        ("North East Lincolnshire", "North East Lincolnshire"),
        ("South Gloucestershire", "South Gloucestershire"),
        ("Inner London", "Inner London"),
        ("Exampleshire", "Exampleshire"),
    ],
)
def test_some_places_are_said_with_the_article(place: str, said: str) -> None:
    assert words.the(place) == said


def test_an_article_at_the_beginning_of_a_sentence_has_a_capital() -> None:
    assert words.chart_description(indicator(), [("Isle of Ness", [figure("15.2")])]).text == "The Isle of Ness was at 15.2 in 2025."
    assert words.change_sentence(indicator(), "Isle of Ness", figure("15.2"), None).text.startswith("On 30 September 2025 the figure for the Isle of Ness was")
    assert words.comparator_sentence(indicator(), "South West", figure("15.2"), None).text == "In the South West it was 15.2."


def test_a_series_that_never_moved_is_not_said_to_range() -> None:
    own = [figure("0", "2023-09-30"), figure("0.04", "2024-09-30"), figure("0")]
    said = words.history_sentence(indicator(), own)
    assert said is not None
    assert said.text == "It was 0.0 in each of the three figures from 2023 to 2025."
    assert words.chart_description(indicator(), [("Exampleshire", own)]).text == "Exampleshire was at 0.0 from 2023 to 2025."


def test_a_series_that_moved_is_told_by_its_ends_and_its_range() -> None:
    said = words.history_sentence(indicator(), [figure("17.3", "2023-09-30"), figure("15.3", "2024-09-30"), figure("17.3")])
    assert said is not None
    assert said.text == "From 2023 to 2025 it was the same at both ends. It ranged from 15.3 (2024) to 17.3 (2023)."


def test_the_range_is_told_only_where_it_goes_beyond_the_ends() -> None:
    falling = [figure(value, f"{2022 + at}-09-30") for at, value in enumerate(("80", "65", "50", "50"))]
    said = words.history_sentence(indicator(), falling)
    assert said is not None
    assert said.text == "From 2022 to 2025 it fell from 80.0 to 50.0."
    dipping = words.history_sentence(indicator(), [figure("80", "2023-09-30"), figure("40", "2024-09-30"), figure("50")])
    assert dipping is not None
    assert dipping.text == "From 2023 to 2025 it fell from 80.0 to 50.0. It ranged from 40.0 (2024) to 80.0 (2023)."


def swinging(count: int) -> list[Figure]:
    return [figure(str(15 + at % 2), f"{2010 + at}-09-30") for at in range(count)]


def test_a_series_swings_from_six_figures_on_if_it_turns_half_of_the_time() -> None:
    def said(figures: list[Figure], *, tested: bool = False) -> str:
        sentence = words.history_sentence(indicator(), figures, tested=tested)
        return sentence.text if sentence else ""

    assert "swings" not in said(swinging(5))
    assert said(swinging(6)).endswith(" It swings: it changed direction four times in 6 figures, so one move says little.")
    turns = ("15", "16", "15", "16", "17", "18")
    calm = [figure(value, f"{2010 + at}-09-30") for at, value in enumerate((*turns, "19"))]
    assert "swings" not in said(calm)
    assert words.direction_changes([Decimal(value) for value in turns]) == 2
    exactly = [figure(value, f"{2010 + at}-09-30") for at, value in enumerate(("15", "16", "15", "16", "17", "18", "17", "18"))]
    assert words.direction_changes([one.value for one in exactly if one.value]) * 2 == len(exactly) == 8
    assert "swings" in said(exactly)
    assert "swings" not in said(exactly, tested=True)
    unjudged = words.history_sentence(indicator(), exactly)
    assert unjudged
    assert "swings" in unjudged.text


def test_two_figures_are_no_history() -> None:
    assert words.history_sentence(indicator(), [figure("15", "2024-09-30"), figure("16")]) is None
    hidden = figure(None, "2023-09-30", symbol=Symbol.NOT_AVAILABLE)
    assert words.history_sentence(indicator(), [hidden, figure("15", "2024-09-30"), figure("16")]) is None
    between = figure(None, "2024-09-30", symbol=Symbol.CONFIDENTIAL)
    assert words.history_sentence(indicator(), [figure("15", "2023-09-30"), between, figure("16")]) is None


@pytest.mark.parametrize(
    ("own", "national", "said"),
    [
        (Interval(14, 17), Interval(17, 19), "So it is similar to England’s 18.0."),
        (Interval(14, 16.9), Interval(17, 19), "So it is lower than England’s 18.0 by more than chance."),
        (Interval(19, 21), Interval(17, 19), "So it is similar to England’s 18.0."),
        (Interval(19.1, 21), Interval(17, 19), "So it is higher than England’s 18.0 by more than chance."),
        (Interval(17, 18), None, "So it is similar to England’s 18.0."),
        (Interval(17, 17.9), None, "So it is lower than England’s 18.0 by more than chance."),
        (Interval(18.1, 19), None, "So it is higher than England’s 18.0 by more than chance."),
    ],
)
def test_figures_are_similar_where_their_ranges_overlap(own: Interval, national: Interval | None, said: str) -> None:
    latest, england = figure("15.5"), figure("18", area="E92000001")
    low, high = words.number(Decimal(str(own.lower)), 1), words.number(Decimal(str(own.upper)), 1)
    sentence = words.interval_sentence(indicator(), latest, own, england, national)
    assert sentence.text == f"Allowing for chance, the underlying figure is likely to lie between {low} and {high}. {said}"
    assert sentence.keys == (latest.key, england.key)


@pytest.mark.parametrize(
    ("value", "target", "said"),
    [
        ("15.5", 12, "The council’s target is 12.0; the figure is above it."),
        ("11.5", 12, "The council’s target is 12.0; the figure is below it."),
        ("12", 12, "The council’s target is 12.0, and the figure is at it."),
        # What is printed alike is not called above or below.
        ("12.04", 12, "The council’s target is 12.0, and the figure is at it."),
        ("11.96", 12.0, "The council’s target is 12.0, and the figure is at it."),
        ("0", 0.5, "The council’s target is 0.5; the figure is below it."),
    ],
)
def test_the_latest_figure_is_held_against_the_target(value: str, target: float, said: str) -> None:
    aimed = indicator(target=target, target_source="S1")
    assert words.target_sentence(aimed, figure(value)) == words.Sentence(said, (figure(value).key,))


def test_without_a_target_or_a_figure_there_is_nothing_to_hold_against() -> None:
    assert words.target_sentence(indicator(), figure("12")) is None
    assert words.target_sentence(indicator(target=12, target_source="S1"), figure(None, symbol=Symbol.CONFIDENTIAL)) is None


def test_without_england_s_figure_only_the_range_is_told() -> None:
    for england in (None, figure(None, area="E92000001", symbol=Symbol.NOT_AVAILABLE)):
        sentence = words.interval_sentence(indicator(), figure("15.5"), Interval(14, 17), england, None)
        assert sentence.text == "Allowing for chance, the underlying figure is likely to lie between 14.0 and 17.0."


def test_equal_ends_with_hidden_figures_between_are_not_said_to_have_stayed() -> None:
    latest, previous = figure("0"), figure("0", "2021-09-30")
    assert words.headline(indicator(), latest, previous, unbroken=False).text == "Caseloads were 0.0 cases for each social worker"
    assert words.headline(indicator(), latest, previous).text == "Caseloads stayed at 0.0 cases for each social worker"
    risen = words.headline(indicator(), figure("1"), previous, unbroken=False)
    assert risen.text == "Caseloads rose to 1.0 cases for each social worker"


def test_a_unit_is_told_beside_a_title_that_does_not_say_it() -> None:
    rate = indicator(title="Children in care", unit="rate_10000", unit_words="for every 10,000 children")
    assert (words.unit_beside(rate), words.measure(rate)) == ("for every 10,000 children", "Children in care, for every 10,000 children")
    assert (words.unit_beside(indicator()), words.measure(indicator())) == ("", "Average cases for each social worker")
    share = indicator(title="Visits on time", unit="percent", unit_words="of visits")
    assert (words.unit_beside(share), words.measure(share)) == ("", "Visits on time, per cent")


def test_a_figure_that_is_not_shown_is_its_symbol() -> None:
    assert words.shown(figure(None, symbol=Symbol.CONFIDENTIAL), indicator()) == "[c]"


def test_a_period_after_a_number_is_short() -> None:
    assert words.briefly(period("2025-09-30")) == "in 2025"
    assert words.briefly(period("2025-10-20", PeriodKind.REPORTED)) == "reported on 20 Oct 2025"


def test_thirteen_or_eleven_months_are_not_called_a_year() -> None:
    latest = figure("19.5", "2025-01-31")
    assert words.since(figure("1", "2023-12-31").period, latest.period) == "On 31 December 2023"
    assert words.since(figure("1", "2024-02-29").period, latest.period) == "On 29 February 2024"
    assert words.since(figure("1", "2024-01-31").period, latest.period) == "A year earlier"


def test_standing_still_is_no_turn_and_two_turns_in_five_figures_are_no_swing() -> None:
    assert words.direction_changes([Decimal(value) for value in (1, 2, 2, 3)]) == 0
    assert words.direction_changes([Decimal(value) for value in ("1", "0.5", "1", "0.5")]) == 2
    values = ("15", "16", "15", "16", "15", "16", "17", "18", "19", "20")
    assert words.direction_changes([Decimal(value) for value in values]) == 4
    said = words.history_sentence(indicator(), [figure(value, f"{2010 + at}-09-30") for at, value in enumerate(values)])
    assert said is not None
    assert "swings" not in said.text


def test_a_nought_is_the_lowest_and_below_it_is_lower_still() -> None:
    def told(*values: str) -> str:
        figures = [figure(value, f"{2010 + at}-09-30") for at, value in enumerate(values)]
        said = words.history_sentence(indicator(), figures)
        assert said is not None
        assert words.chart_description(indicator(), [("Exampleshire", figures)]).text.startswith("Exampleshire went from 2.0 in 2010")
        return said.text

    assert told("2", "0", "0.5", "3").endswith("It ranged from 0.0 (2011) to 3.0 (2013).")
    assert told("2", "-0.5", "0", "1").endswith("It ranged from −0.5 (2011) to 2.0 (2010).")


def test_only_the_first_line_of_a_chart_is_told_by_its_ends() -> None:
    lines = [(name, [figure("15", "2023-09-30"), figure("14", "2024-09-30"), figure("16")]) for name in ("Exampleshire", "Midshire")]
    assert words.chart_description(indicator(), lines).text == (
        "Exampleshire went from 15.0 in 2023 to 16.0 in 2025. Its lowest was 14.0 in 2024 and its highest 16.0 in 2025. "
        "Midshire was at 16.0 in 2025."
    )
