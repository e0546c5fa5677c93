"""The picture that other sites show with a link."""

from xml.etree import ElementTree as ET

from generator.release.cards import SCALE, card, card_address, cards, heads
from generator.release.page import Page
from generator.release.png import drawn
from tests.release.making import content, council, publication
from tests.release.test_png import pixels

HOME = Page("", 'Is it <better> & "more"?', "", "home.md.j2")
FIGURE = Page("figures/visits/", "Visits rose to 80%", "", "indicator.md.j2")
OTHER = Page("sources/", "Sources", "", "sources.md.j2")


def test_a_figure_has_a_card_of_its_own_and_every_other_page_the_site_s() -> None:
    assert [card_address(page) for page in (HOME, FIGURE, OTHER)] == ["cards/site.png", "cards/visits.png", "cards/site.png"]
    made = cards(publication(content()), (HOME, FIGURE, OTHER))
    assert sorted(made) == ["cards/site.png", "cards/visits.png"]
    assert pixels(drawn(made["cards/visits.png"], SCALE))[:2] == (840, 441)
    assert made["cards/site.png"] != made["cards/visits.png"]


def test_a_card_says_the_page_s_title_and_the_site_s_name_and_nothing_else() -> None:
    picture = ET.fromstring(card(publication(content()), HOME.title))
    assert [element.text for element in picture.iter("{http://www.w3.org/2000/svg}text")] == [HOME.title, council().site.title]


def test_a_title_that_does_not_fit_is_cut_where_a_reader_sees_it() -> None:
    long = ET.fromstring(card(publication(content()), "words " * 200))
    lines = [element.text or "" for element in long.iter("{http://www.w3.org/2000/svg}text")]
    assert len(lines) == 6
    assert lines[4].endswith(" …")


def test_each_listed_page_names_its_card_by_its_full_address() -> None:
    hidden = Page("search/", "Search", "", "search.md.j2", listed=False)
    named = heads(publication(content()), (HOME, FIGURE, hidden))
    assert named == {
        "": '<meta property="og:image" content="https://example.org/cards/site.png"><meta name="twitter:card" content="summary_large_image">',
        "figures/visits/": '<meta property="og:image" content="https://example.org/cards/visits.png"><meta name="twitter:card" content="summary_large_image">',
    }
