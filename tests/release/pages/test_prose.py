"""Hand-written pages: their addresses, their order, the steps of a journey, and whose number stands under them."""

from datetime import date

from generator.model import HandWrittenPage
from generator.release.page import Page
from generator.release.pages.prose import address_of, prose_pages
from tests.release.making import analysed, content, council, publication


def page(name: str, section: str = "fostering", order: int = 1, **head: object) -> HandWrittenPage:
    fields = {"title": name.capitalize(), "description": f"About {name}.", "section": section, "order": order, "reviewed": "2026-01-01"}
    return HandWrittenPage.model_validate({"name": name, "head": {**fields, "review_by": "2026-12-31", **head}, "body": "Words."})


def made(*written: HandWrittenPage, taken: frozenset[str] = frozenset(), **of_council: object) -> dict[str, Page]:
    whole = publication(content(council=council(**of_council), pages=written))
    analysis, marks = analysed(whole)
    return {one.address: one for one in prose_pages(whole, analysis, marks, written, set(taken))}


def test_a_page_stands_in_its_section_under_its_name() -> None:
    assert address_of(page("index")) == "fostering/"
    assert address_of(page("first-steps")) == "fostering/first-steps/"
    assert address_of(page("privacy", "about")) == "about/privacy/"


def test_a_section_lists_its_pages_in_order() -> None:
    found = made(page("b", order=2), page("index", order=9), page("a", order=3), page("c", order=2))
    assert list(found) == ["fostering/", "fostering/b/", "fostering/c/", "fostering/a/"]
    assert [child.title for child in found["fostering/"].context["children"]] == ["B", "C", "A"]
    assert found["fostering/"].context["numbered"] is True


def test_a_journey_leads_from_step_to_step() -> None:
    found = made(page("index"), page("a", order=1), page("b", order=2), page("c", order=3))
    steps = [found[f"fostering/{name}/"].context for name in "abc"]
    assert [(one["step"], one["steps"]) for one in steps] == [(1, 3), (2, 3), (3, 3)]
    assert [one["previous"].title if one["previous"] else None for one in steps] == [None, "A", "B"]
    assert [one["following"].address if one["following"] else None for one in steps] == ["fostering/b/", "fostering/c/", None]


def test_help_is_no_journey() -> None:
    found = made(page("index", "help"), page("a", "help"), page("b", "help"))
    context = found["help/a/"].context
    assert (context["step"], context["previous"], context["following"], context["contact"]) == (0, None, None, "")
    assert found["help/"].context["numbered"] is False


def test_the_about_section_lists_the_pages_that_are_made_from_data_too() -> None:
    titles = [child.title for child in made(page("index", "about"), page("privacy", "about"))["about/"].context["children"]]
    assert titles[0] == "Privacy"
    assert {"How we work it out", "Corrections", "Sources"} <= set(titles)


def test_an_address_that_a_page_made_from_data_has_is_not_given_twice() -> None:
    assert list(made(page("index", "about"), page("corrections", "about"), taken=frozenset({"about/corrections/"}))) == ["about/"]


def test_a_page_knows_its_section_s_page_where_there_is_one() -> None:
    assert [crumb.address for crumb in made(page("index"), page("a"))["fostering/a/"].crumbs] == ["fostering/"]
    assert made(page("a"))["fostering/a/"].crumbs == ()


def test_a_review_that_has_passed_is_told() -> None:
    found = made(page("a", review_by="2026-11-21"), page("b", review_by="2026-11-22"))
    assert [found[f"fostering/{name}/"].context["overdue"] for name in "ab"] == [True, False]
    assert found["fostering/a/"].context["reviewed"] == date(2026, 1, 1)


def test_a_journey_s_contact_is_the_first_whose_name_begins_with_the_section_s() -> None:
    def contact(name: str) -> dict[str, object]:
        return {"id": name, "name": f"Team {name}", "for_what": "Help", "source": "S1", "checked": "2026-11-01"}

    contacts = [contact("front-door"), contact("fosteringx"), contact("fostering-team"), contact("fostering")]
    shown = str(made(page("index"), page("a"), contacts=contacts)["fostering/a/"].context["contact"])
    assert "Team fostering-team" in shown
    assert made(page("index"), contacts=[contact("front-door")])["fostering/"].context["contact"] == ""


def test_words_that_residents_search_for_lead_to_the_page() -> None:
    assert made(page("a", synonyms=["foster carer"]))["fostering/a/"].letters == ("foster carer",)
