"""The insertions of hand-written pages: every kind to the letter, and nothing else is live."""

import pytest
from markupsafe import Markup

from generator.figures import Reported
from generator.model import ReportedFigure, Source
from generator.release.pages.insertions import INSERTION, Inserter, contact_card, page_address
from generator.vocabulary import Symbol
from tests.release.making import (
    AS_AT,
    ENGLAND,
    FAR,
    NEAR,
    REGION,
    analysed,
    content,
    council,
    figure,
    indicator,
    publication,
    series,
)

CONTACT = {
    "id": "front-door", "name": "The front door", "for_what": "If you are worried", "telephone": "01632 960123", "email": "a@example.org",
    "url": "https://example.org/help", "hours": "Every day", "source": "S1", "checked": "2026-11-01", "confirm": True,
}  # fmt: skip
ADDRESS = "help/"


def filled(body: str, *others: object, **of_council: object) -> str:
    """What becomes of a page's Markdown; the council's latest figure is 50%, England's 60%."""
    reported = ReportedFigure.model_validate({"id": "homes", "title": "Homes", "unit": "count", "counts": "places", "source": "S1"})
    source = Source.model_validate(
        {"id": "S1", "title": "A report", "publisher": "A department", "published": "2025", "kind": "primary", "retrieved": "2026-11-02"}
    )
    bare = source.model_copy(update={"id": "S2", "retrieved": None})
    words = content(
        council=council(contacts=[CONTACT], **of_council), sources=(source, bare), reported=(reported,),
        indicators=(indicator(unit_words="of visits"), indicator(id="silent", title="Silent")),
    )  # fmt: skip
    whole = publication(
        words, series(figure("40", "2023-24"), figure("50")), series(figure("60", area=ENGLAND)), *others,
        reported={"homes": Reported("homes", None, Symbol.CONFIDENTIAL)},
    )  # fmt: skip
    analysis, marks = analysed(whole, AS_AT)
    return str(Inserter(whole, analysis, marks, ADDRESS).fill(body))


def key(area: str = "E06000999") -> str:
    return f"visits/{area}/2024-25/all"


def number(printed: str, area: str = "E06000999") -> str:
    return f'<span class="num" data-figures="{key(area)}">{printed}</span>'


CITED = '<a class="cite" href="../sources/&#35;S1">A department 2025</a>'


@pytest.mark.parametrize(
    ("insertion", "made"),
    [
        ("[[figure:visits]]", number("50% of visits")),
        ("[[figure:visits council]]", number("50%")),
        ("[[figure:visits england]]", number("60%", ENGLAND)),
        ("[[figure:visits region]]", number("55%", REGION)),
        ("[[figure:visits neighbours]]", f'<span class="num" data-figures="{key(NEAR)} {key(FAR)}">45%</span>'),
        ("[[figure:silent]]", "no figure published"),
        ("[[figure:silent england]]", "no figure published"),
        ("[[reported:homes]]", '<span class="num" data-figures="reported/homes">&#91;c&#93;</span>'),
        ("[[cite:S1]]", CITED),
        ("[[cite:S1 page 2, table 1]]", CITED.replace("2025</a>", "2025, page 2, table 1</a>")),
        ("[[confirm:S1]]", f'{CITED}, read 2 November 2026 <span class="confirm">To be confirmed by the council</span>'),
        ("[[confirm:S2]]", f'{CITED.replace("S1", "S2")} <span class="confirm">To be confirmed by the council</span>'),
        ("[[page:help/leaving-care]]", '<a href="leaving-care/">help/leaving-care</a>'),
        ("[[page:fostering Foster with us]]", '<a href="../fostering/">Foster with us</a>'),
        ("[[page:sources/#S1 the report]]", '<a href="../sources/&#35;S1">the report</a>'),
        ("[[constant:threshold]]", "5"),
        ("[[constant:keep]]", "3"),
        ("[[constant:quiet-months]]", "6"),
        ("[[ figure: visits ]]", "[[ figure: visits ]]"),
        ("[[figure: visits ]]", number("50% of visits")),
    ],
)
def test_an_insertion_becomes(insertion: str, made: str) -> None:
    region, near, far = (series(figure(value, area=code)) for value, code in (("55", REGION), ("40", NEAR), ("50", FAR)))
    assert filled(f"Before {insertion} after.", region, near, far) == f"Before {made} after."


def test_a_sentence_has_its_source_and_the_way_to_its_figures_behind_it() -> None:
    more = '· <a href="../figures/{}/">All the figures</a>'
    assert filled("[[sentence:visits]]") == (
        f'<span data-figures="{key()} visits/E06000999/2023-24/all">In the year to 31 March 2025 the figure for Exampleshire was '
        f'50% of visits. A year earlier it was 40%.</span> <span data-figures="{key(ENGLAND)}">Across England it was 60%.</span> {CITED} {more.format("visits")}'
    )
    assert filled("[[sentence:silent]]") == f"No figure for Exampleshire has been published. {CITED} {more.format('silent')}"


@pytest.mark.parametrize("whose", ["england", "region", "neighbours"])
def test_a_comparator_that_has_no_figure_says_so(whose: str) -> None:
    assert filled(f"[[figure:silent {whose}]]") == "no figure published"
    if whose != "england":
        assert filled(f"[[figure:visits {whose}]]") == "no figure published"
        assert filled(f"[[figure:visits {whose}]]", region=None, neighbours=None) == "no figure published"


def test_a_chart_stands_with_its_words_and_the_way_to_its_page() -> None:
    said = filled("[[chart:visits]]")
    assert said.startswith('\n\n<figure class="chart" data-chart="chart-visits">')
    assert 'data-fragment="chart-visits-wide"' in said
    assert 'data-fragment="chart-visits-narrow"' in said
    assert "The share of visits on time rose to 50% of visits" in said
    assert '<p><a href="../figures/visits/">All the figures, and where they come from</a></p>' in said


def test_a_contact_has_a_number_that_a_phone_can_dial() -> None:
    assert filled("[[contact:front-door]]") == (
        '\n\n<div class="contact">\n<p class="contact-name"><strong>The front door</strong></p>\n<p>If you are worried</p>\n'
        '<p class="contact-phone"><a href="tel:01632960123">01632 960123</a></p>\n<p><a href="mailto:a@example.org">a@example.org</a></p>\n'
        '<p><a href="https://example.org/help">https://example.org/help</a></p>\n<p>Every day</p>\n'
        f'<p class="src">{CITED} <span class="confirm">To be confirmed by the council</span></p>\n</div>\n\n'
    )


def test_what_is_not_known_of_a_contact_is_left_out() -> None:
    bare = {name: CONTACT[name] for name in ("id", "name", "for_what", "source", "checked")}
    whole = publication(content(council=council(contacts=[bare])))
    _, marks = analysed(whole)
    assert contact_card(marks, ADDRESS, whole.content.council.contacts[0]) == Markup(
        '\n\n<div class="contact">\n<p class="contact-name"><strong>The front door</strong></p>\n<p>If you are worried</p>\n'
        f'<p class="src">{CITED}</p>\n</div>\n\n'
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
        ("{{ 7 * 7 }} {% x %}", "&#123;&#123; 7 * 7 &#125;&#125; &#123;% x %&#125;"),
        ("[a link](page.md) *and* `code` > quote", "[a link](page.md) *and* `code` > quote"),
        ("[[Figure:visits]] [[figure visits]] [[]]", "[[Figure:visits]] [[figure visits]] [[]]"),
    ],
)
def test_everything_else_is_ordinary_markdown_without_html_or_templates(typed: str, kept: str) -> None:
    assert filled(typed) == kept
    assert filled(f"[[constant:keep]]{typed}[[constant:keep]]") == f"3{kept}3"


def test_a_kind_that_nobody_knows_stops_the_build() -> None:
    with pytest.raises(KeyError, match="picture"):
        filled("[[picture:visits]]")


@pytest.mark.parametrize(
    ("text", "parts"),
    [("[[a:b]]", ("a", "b", None)), ("[[a:b c d]]", ("a", "b", "c d")), ("[[a: b ]]", ("a", "b", "")), ("[[a:b  c ]]", ("a", "b", "c"))],
)
def test_an_insertion_is_kind_name_and_rest(text: str, parts: tuple[str, str, str | None]) -> None:
    found = INSERTION.fullmatch(text)
    assert found
    assert found.groups() == parts


@pytest.mark.parametrize(("target", "address"), [("help", "help/"), ("/help/", "help/"), ("sources/#S1", "sources/#S1"), ("sources#S1", "sources/#S1")])
def test_pages_are_named_as_people_write_them(target: str, address: str) -> None:
    assert page_address(target) == address
