"""Charts that other sites may show: one small page each, its address, and the line of HTML to copy."""

from html.parser import HTMLParser

from generator.release.page import Page
from generator.release.pages.embeds import HEIGHTS, embed, snippet
from generator.release.pages.figures import figure_pages
from tests.release.making import (
    AS_AT,
    FAR,
    NEAR,
    analysed,
    content,
    figure,
    indicator,
    publication,
    series,
)

TWO_YEARS = series(figure("40", "2023-24"), figure("50", "2024-25"))


def pages(*others: object, title: str = "Visits on time") -> dict[str, Page]:
    whole = publication(content(indicators=(indicator(title=title),)), TWO_YEARS, *others)
    return {page.address: page for page in figure_pages(whole, analysed(whole)[0])}


def test_each_chart_of_an_indicator_has_a_page_of_its_own_that_no_list_shows() -> None:
    made = pages(series(figure("42", area=NEAR)), series(figure("43", area=FAR)))
    framed = {address: page for address, page in made.items() if address.startswith("embed/")}
    assert list(framed) == ["embed/visits/", "embed/visits/ranking/"]
    assert [page.title for page in framed.values()] == ["Visits on time: Exampleshire", "Visits on time among similar councils: Exampleshire"]
    assert all((page.layout, page.listed, page.searched, page.context["home"]) == ("embed.html", False, False, "figures/visits/") for page in framed.values())
    assert [one.key for one in made["figures/visits/"].context["embeds"]] == ["chart-visits", "ranking-visits"]


def test_an_indicator_without_a_chart_has_nothing_to_embed() -> None:
    whole = publication(content(indicators=(indicator(),)), series(figure("50")))
    made = figure_pages(whole, analysed(whole)[0])
    assert [page.address for page in made] == ["figures/", "figures/visits/"]
    assert made[1].context["embeds"] == ()
    assert embed(whole, AS_AT, indicator(), None, "", "") == ()


def test_the_line_to_copy_is_one_frame_whatever_the_indicator_is_called() -> None:
    hostile = 'Visits "on time" </code><script>alert(1)</script>'
    (one,) = pages(title=hostile)["figures/visits/"].context["embeds"]
    seen: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.append((tag, dict(attrs)))

    reader = Reader()
    reader.feed(one.snippet)
    assert seen == [
        ("iframe", {"src": "https://example.org/embed/visits/", "title": f"{hostile}: Exampleshire", "width": "100%", "height": str(HEIGHTS["chart"]), "loading": "lazy"}),
    ]
    assert snippet("https://example.org/a/", "A & B", 500).count("&amp;") == 1
