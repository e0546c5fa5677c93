"""The small parts that whole reports do not show one by one: dates, words, rows."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.ofsted.dates import span, whole_date
from generator.importers.ofsted.lines import Line, Word, joined, plain, visual_lines
from generator.importers.ofsted.rows import read_rows, split_row
from generator.importers.ofsted.wording import grade_of, statement, subject_of
from generator.vocabulary import Grade, JudgementHeading


@pytest.mark.parametrize(
    ("text", "first", "last", "visits"),
    [
        ("15 to 26 November 2021", date(2021, 11, 15), date(2021, 11, 26), 1),
        ("3 December 2018 to 14 December 2018", date(2018, 12, 3), date(2018, 12, 14), 1),
        ("28 January\u20135 February 2014", date(2014, 1, 28), date(2014, 2, 5), 1),
        ("02 March 2020 to 13 March 2020", date(2020, 3, 2), date(2020, 3, 13), 1),
        ("28 July 2016", date(2016, 7, 28), date(2016, 7, 28), 1),
        ("14 December to 8 January 2020", date(2019, 12, 14), date(2020, 1, 8), 1),
        (
            "19 November-11 December 2013 and 28 \u2013 30 January 2014",
            date(2013, 11, 19),
            date(2014, 1, 30),
            2,
        ),
    ],
)
def test_dates_are_read_as_reports_write_them(text: str, first: date, last: date, visits: int) -> None:
    read = span(text)
    assert read is not None
    assert (read.first, read.last, read.visits) == (first, last, visits)


@pytest.mark.parametrize(
    "text", ["", "November 2021", "31 November 2021", "26 to 15 November 2021", "1 May 2019 to 1 May 2021"]
)
def test_dates_that_make_no_sense_are_not_read(text: str) -> None:
    assert span(text) is None


def test_a_text_that_names_two_days_names_no_one_day() -> None:
    assert whole_date("report_-_07_april_2017") == date(2017, 4, 7)
    assert whole_date("1 May 2017 or 2 May 2017") is None


@given(st.text(max_size=40))
def test_no_text_makes_the_readers_of_dates_and_grades_raise(text: str) -> None:
    span(text)
    whole_date(text)
    statement(text)
    subject_of(text)


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("Requires improvement to be good", Grade.REQUIRES_IMPROVEMENT),
        ("Requires Improvement", Grade.REQUIRES_IMPROVEMENT),
        ("require improvement", Grade.REQUIRES_IMPROVEMENT),
        ("outstanding.", Grade.OUTSTANDING),
        ("Good", Grade.GOOD),
        ("not good", None),
        ("adequate", None),
        ("", None),
    ],
)
def test_only_the_four_grades_are_grades(words: str, grade: Grade | None) -> None:
    assert grade_of(words) is grade


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("The experiences and progress of children in care", JudgementHeading.IN_CARE),
        (
            "The experiences and progress of children in care and care leavers",
            JudgementHeading.IN_CARE_AND_CARE_LEAVERS,
        ),
        ("The experience and progress of care leavers", JudgementHeading.CARE_LEAVERS),
        ("2.2 Experiences and progress of Care Leavers", JudgementHeading.CARE_LEAVERS),
        ("2. Children looked after and achieving permanence", JudgementHeading.LOOKED_AFTER),
        ("3. Leadership, management and governance", JudgementHeading.LEADERSHIP),
        ("Overall effectiveness", JudgementHeading.OVERALL),
        ("The experiences of children", None),
    ],
)
def test_labels_are_known_by_their_whole_words(text: str, heading: JudgementHeading | None) -> None:
    assert subject_of(text) is heading


def test_a_statement_needs_a_grade_at_its_end() -> None:
    assert statement("Leadership: requires improvement to be good") == (
        "leadership",
        Grade.REQUIRES_IMPROVEMENT,
    )
    assert statement("This is it that it is requires improvement to be good.") == (
        "this is it",
        Grade.REQUIRES_IMPROVEMENT,
    )
    assert statement("Leadership is good at this") is None


def test_words_at_nearly_one_height_are_one_line_and_raised_marks_go() -> None:
    words = [
        word("3.", 71, 100),
        word("Children", 99, 102),
        word("wait", 150, 102),
        word("1", 171, 104, size=6),
    ]
    lines = visual_lines(words, 1, 842)
    assert [line.text for line in lines] == ["3. Children wait"]


def test_a_line_above_another_stays_apart() -> None:
    assert len(visual_lines([word("above", 71, 104), word("below", 71, 100)], 1, 842)) == 2


def word(text: str, x: float, y: float, size: float = 12) -> Word:
    return Word(text, x, x + 5 * len(text), y, size, bold=False)


def line_of(y: float, *places: tuple[float, str]) -> Line:
    return Line(1, 842, y, tuple(word(text, x, y) for x, text in places))


def test_a_grade_is_split_from_its_label_at_the_gap() -> None:
    label, grade = split_row(
        line_of(100, (71, "help"), (95, "good"), (300, "Requires"), (345, "improvement"))
    )
    assert [each.text for each in label] == ["help", "good"]
    assert [each.text for each in grade] == ["Requires", "improvement"]


def test_a_sentence_that_ends_in_good_has_no_grade_column() -> None:
    assert split_row(line_of(100, (71, "it"), (84, "is"), (97, "good")))[1] == ()


def test_a_grade_beside_another_row_spoils_the_whole_table() -> None:
    rows = [
        line_of(400, (71, "Adoption"), (300, "Good")),
        line_of(370, (71, "Leadership,"), (140, "management"), (200, "and"), (220, "governance")),
        line_of(300, (300, "Good")),
        line_of(290, (71, "Overall"), (110, "effectiveness")),
        line_of(230, (300, "Inadequate")),
    ]
    starts = ("adoption", "leadership", "overall")
    reading = read_rows(rows, lambda text: text.casefold().startswith(starts))
    assert reading.grades == {}
    assert reading.trouble == "a grade does not stand beside its own row"


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (("a well-", "known child"), "a well-known child"),
        (("16-", "and 17-year-olds"), "16- and 17-year-olds"),
        (("up-", "to-date plans"), "up-to-date plans"),
        (("parents and/", "or carers"), "parents and/or carers"),
        (("2014\u2013", "15"), "2014\u201315"),
        (("children \u2013", "all of them"), "children \u2013 all of them"),
        (("one", "", "two "), "one two"),
    ],
)
def test_lines_become_running_text(texts: tuple[str, ...], whole: str) -> None:
    assert joined(texts) == whole


def test_invisible_signs_are_taken_out() -> None:
    assert plain("of\ufb01cer\u00ad\u200b s\u202eafe\x07 2014\u0335\u201315") == "officer safe 2014\u201315"
