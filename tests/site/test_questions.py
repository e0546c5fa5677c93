"""Questions that people bring: the search shows the answer among its first three results."""

import re
from collections.abc import Iterator
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Page, expect

FIRST = 3
QUESTIONS = [
    # A resident or a parent.
    ("Is it getting better?", ("",)),
    ("Ofsted rating", ("inspections/", "inspections/2025-ilacs/")),
    ("Why did Ofsted downgrade Bedford?", ("what-changed-between-inspections/", "inspections/2025-ilacs/")),
    ("When is the next inspection?", ("timeline/",)),
    ("I am worried about a child", ("help/worried-about-a-child/",)),
    ("How do I report child abuse?", ("help/worried-about-a-child/",)),
    ("Are children moved too often?", ("figures/three-placements/", "figures/stable-2-years/")),
    ("children placed far from home", ("figures/far-from-home/",)),
    ("What did the council promise?", ("commitments/",)),
    ("Is the improvement plan late?", ("commitments/",)),
    ("How do you keep children's names secret?", ("about/protecting-identities/",)),
    ("Where do I report a mistake?", ("about/contact/", "about/corrections/")),
    # Somebody who might foster, or who cares for another person's child.
    ("Can I foster if I rent?", ("fostering/could-i/",)),
    ("Can I foster if I work full time?", ("fostering/could-i/", "fostering/questions-people-ask/")),
    ("Do I need a spare room?", ("fostering/could-i/",)),
    ("How much do foster carers get paid?", ("fostering/money/",)),
    ("foster money", ("fostering/money/",)),
    ("How long does it take to become a foster carer?", ("fostering/steps/",)),
    ("What help do foster carers get?", ("fostering/support/",)),
    ("fostering phone number", ("fostering/contact/",)),
    ("I am looking after my friend's child", ("help/private-fostering/",)),
    # A young person.
    ("I am 16 and homeless", ("help/homeless-at-16-or-17/",)),
    ("leaving care help", ("help/leaving-care/",)),
    ("Who can speak up for me?", ("help/leaving-care/", "help/homeless-at-16-or-17/")),
    ("How many care leavers have jobs?", ("figures/eet-19-21/", "figures/eet-17-18/")),
    # A journalist or a councillor.
    ("social worker workload", ("figures/caseload/",)),
    ("how many agency staff", ("figures/sw-agency/",)),
    ("illegal children's homes", ("figures/local-unregistered/", "threads/unregistered-homes/")),
    ("How much does a children's home cost?", ("figures/residential-cost/",)),
    ("How does Bedford compare with other councils?", ("figures/", "about/how-to-read/")),
    ("Why do the figures disagree?", ("figures-that-disagree/",)),
    ("download the data as a spreadsheet", ("data/",)),
    ("Where does the data come from?", ("sources/",)),
]
NOWHERE = ("xylophone", "bin collection", "parking permit", "dentist near me", "snorkelling with dolphins", "planning permission")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def results_of(page: Page, address: str, question: str) -> list[str]:
    """The addresses that the search shows, best first."""
    page.goto(f"{address}search/?q={quote_plus(question)}")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"match|hold", re.IGNORECASE))
    path = "/" + address.split("/", 3)[3]
    links = page.locator("#search-results a").all()
    return [(link.get_attribute("href") or "").removeprefix(path) for link in links]


@pytest.mark.parametrize(("question", "answers"), QUESTIONS)
def test_the_search_answers_in_its_first_three_results(page: Page, address: str, question: str, answers: tuple[str, ...]) -> None:
    first = results_of(page, address, question)[:FIRST]
    assert set(first) & set(answers), first


@pytest.mark.parametrize("words", NOWHERE)
def test_what_is_nowhere_on_the_site_is_not_found(page: Page, address: str, words: str) -> None:
    assert results_of(page, address, words) == []
