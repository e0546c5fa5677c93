"""Numbered paragraphs in every way that reports have numbered and broken them."""

from dataclasses import replace

from tests.importers.ofsted.made_ilacs import Ilacs, Section
from tests.importers.ofsted.made_sheets import Paragraph, sentence
from tests.importers.ofsted.reading import numbers, read


def with_paragraphs(*paragraphs: Paragraph) -> list[Section]:
    sections = Ilacs().sections
    return [replace(sections[0], paragraphs=paragraphs), *sections[1:]]


def test_a_line_that_begins_with_an_age_is_no_paragraph() -> None:
    lines = (
        "Most children are supported to stay at school until they are",
        "16. This affords them time to grow up.",
    )
    draft = read(Ilacs(sections=with_paragraphs(Paragraph("1.", lines), Paragraph("2.", sentence("trust")))))
    assert numbers(draft) == [1, 2, 3, 4, 5, 6]
    assert draft.paragraphs[0].text == " ".join(lines)


def test_an_age_that_happens_to_be_the_next_number_is_no_paragraph() -> None:
    lines = ("Only a few of the youngest children wait until they are", "2. This is too long for them.")
    draft = read(Ilacs(sections=with_paragraphs(Paragraph("1.", lines), Paragraph("2.", sentence("trust")))))
    assert numbers(draft) == [1, 2, 3, 4, 5, 6]
    assert draft.paragraphs[0].text == " ".join(lines)


def test_a_line_of_the_introduction_that_begins_with_a_number_is_no_paragraph() -> None:
    opening = (
        "The council has not met its own standard since it set it at",
        "1. This was two years ago. Leaders know it.",
    )
    assert numbers(read(Ilacs(introduction=opening * 5))) == [1, 2, 3, 4, 5, 6]


def test_numbers_may_skip_and_the_skip_is_named() -> None:
    sections = with_paragraphs(Paragraph("1.", sentence("help")), Paragraph("2.", sentence("a response")))
    sections[1] = replace(
        sections[1], paragraphs=(Paragraph("4.", sentence("a home")), Paragraph("5.", sentence("health")))
    )
    sections[2] = replace(
        sections[2], paragraphs=(Paragraph("6.", sentence("oversight")), Paragraph("7.", sentence("audit")))
    )
    draft = read(Ilacs(sections=sections))
    assert numbers(draft) == [1, 2, 4, 5, 6, 7]
    assert draft.problems == ("In the report, paragraph 2 is followed by paragraph 4.",)


def test_a_number_may_lack_its_full_stop() -> None:
    sections = with_paragraphs(Paragraph("1.", sentence("help")), Paragraph("2", sentence("a response")))
    assert numbers(read(Ilacs(sections=sections))) == [1, 2, 3, 4, 5, 6]


def test_all_numbers_may_lack_their_full_stops() -> None:
    report = Ilacs()
    for index, section in enumerate(report.sections):
        bare = [Paragraph(each.number.rstrip("."), each.lines) for each in section.paragraphs]
        report.sections[index] = replace(section, paragraphs=bare)
    assert numbers(read(report)) == [1, 2, 3, 4, 5, 6]


def test_a_number_may_touch_its_text() -> None:
    sections = with_paragraphs(
        Paragraph("1.", sentence("help")), Paragraph("", ("2.There is a shortage of homes.",))
    )
    draft = read(Ilacs(sections=sections))
    assert numbers(draft) == [1, 2, 3, 4, 5, 6]
    assert draft.paragraphs[1].text == "There is a shortage of homes."


def test_text_that_is_not_indented_is_numbered_by_sequence() -> None:
    lines = (
        "Most children are supported to stay at school until they are",
        "16. This affords them time to grow up.",
    )
    sections = with_paragraphs(Paragraph("1.", lines), Paragraph("2.", sentence("trust")))
    draft = read(Ilacs(sections=sections, text_x=71.0))
    assert numbers(draft) == [1, 2, 3, 4, 5, 6]
    assert draft.paragraphs[0].text == " ".join(lines)


def test_text_without_a_number_is_left_out_and_named() -> None:
    sections = with_paragraphs(
        Paragraph("1.", sentence("help")),
        Paragraph("", sentence("a response")),
        Paragraph("2.", sentence("trust")),
    )
    draft = read(Ilacs(sections=sections))
    assert draft.paragraphs[0].text == " ".join(sentence("help"))
    assert draft.problems == (
        'Text without a number was left out: "Inspectors saw that a response is\u2026".',
    )


def test_a_paragraph_runs_on_over_a_page_without_the_footer() -> None:
    many = [Paragraph(f"{number}.", sentence(f"part {number}") * 3) for number in range(1, 41)]
    report = Ilacs(sections=[replace(Ilacs().sections[0], paragraphs=many)])
    draft = read(report)
    assert numbers(draft) == list(range(1, 41))
    assert all(each.text == " ".join(sentence(f"part {each.number}") * 3) for each in draft.paragraphs)


def test_words_broken_at_a_hyphen_are_joined_and_ligatures_are_spelt_out() -> None:
    lines = (
        "Leaders hold a multi-",
        "agency, de\ufb01ned meeting on 16-",
        "and 17-year-olds in 2014\u2013",
        "15 for all.",
    )
    draft = read(Ilacs(sections=with_paragraphs(Paragraph("1.", lines), Paragraph("2.", sentence("trust")))))
    assert draft.paragraphs[0].text == (
        "Leaders hold a multi-agency, defined meeting on 16- and 17-year-olds in 2014\u201315 for all."
    )
