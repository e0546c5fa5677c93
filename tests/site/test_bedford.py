"""Bedford's site as a resident finds it."""

import csv
import html
import json
import random
import re
from collections import deque
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.audit.built_site import read_site
from generator.audit.links import resolved
from tests.site.conftest import ROOT, Built


def text_of(path: Path) -> str:
    """The text of a page, white space folded."""
    parts: list[str] = []

    class Reader(HTMLParser):
        def handle_data(self, data: str) -> None:
            parts.append(data)

    reader = Reader(convert_charrefs=True)
    reader.feed(path.read_text(encoding="utf-8"))
    return re.sub(r"\s+", " ", " ".join(parts))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_the_build_gives_no_warning(bedford: Built) -> None:
    assert bedford.complained == ""
    assert "warning" not in bedford.said.lower()


def test_no_page_is_harder_to_read_than_its_kind_may_be(bedford: Built) -> None:
    assert "asks a reading age" not in bedford.said
    assert "Measuring the words" in bedford.said


def test_the_home_page_answers_first(bedford: Built) -> None:
    text = text_of(bedford.folder / "index.html")
    assert "There is not enough published evidence yet to say that services have improved" in text
    assert "In July 2025 Ofsted judged services for children in Bedford to require improvement to be good. That is down from good in 2021. It named seven areas that need to improve." in text


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("inspections/2025-ilacs/index.html", "Requires improvement"),
        ("figures/caseload/index.html", "Caseloads rose to 19.5 cases for each social worker"),
        ("areas/homeless-and-private-fostering/index.html", "16"),
        ("fostering/index.html", "foster"),
        ("figures-that-disagree/index.html", "149"),
    ],
)
def test_a_newcomer_finds_it_in_two_clicks(bedford: Built, page: str, words: str) -> None:
    site = read_site(bedford.folder)
    distance = {"index.html": 0}
    queue = deque(["index.html"])
    while queue:
        here = queue.popleft()
        for target in site.pages[here].links:
            if "://" in target or target.startswith(("mailto:", "tel:")):
                continue
            there = resolved(here, target.split("#")[0].split("?")[0])
            if there in site.pages and there not in distance:
                distance[there] = distance[here] + 1
                queue.append(there)
    assert distance[page] <= 2
    assert words in text_of(bedford.folder / page)
    unreached = set(site.pages) - set(distance) - {"404.html", "search/index.html"}  # the search form opens it
    assert not unreached


def test_twenty_figures_drawn_at_random_match_the_reference(bedford: Built, shared_folder: Path) -> None:
    indicators = rows_of(shared_folder / "reference/bedford/indicators.csv")
    measures = {row["lait_short_desc"]: row["id"].replace("_", "-") for row in indicators if row["lait_short_desc"]}
    series = rows_of(shared_folder / "reference/bedford/published_series.csv")
    expected = [
        (measures[row["measure_short"]], row["area_type"], row["period_end"], float(row["value"]))
        for row in series
        if row["measure_short"] in measures and row["value"] and row["area_type"] in ("local_authority", "england", "region")
    ]
    codes = {"local_authority": "E06000055", "england": "E92000001", "region": "E12000006"}
    for indicator, area, end, value in random.Random(20251122).sample(expected, 20):
        figures = json.loads((bedford.folder / f"data/figures/{indicator}.json").read_text())["figures"]
        found = [
            figure["value"]
            for figure in figures
            if figure["area"]["code"] == codes[area] and str(figure["period"]).replace("-", "")[2:4] in (end[2:4], str(int(end[:4]) - 1)[2:])
        ]
        assert any(one == pytest.approx(value, abs=1e-9) for one in found), (indicator, area, end)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("figures/caseload", "On 30 September 2025 the figure for Bedford was 19.5 cases for each social worker. A year earlier it was 15.6."),
        ("figures/caseload", "Across England it fell from 15.4 to 15.2."),
        ("figures/caseload", "Bedford is 146th of 151 councils with a figure, in the worst quarter of councils."),
        ("figures/caseload", "Average caseload that the council reported : 23.6 children for each social worker , as reported on 20 October 2025"),
        ("figures/caseload", "They are never drawn on one line."),
        ("figures/assessments-45-days", "It swings: it changed direction six times in 10 figures, so one move says little."),
        ("figures/factor-neglect", "In the year to 31 March 2025 the figure for Bedford was 30.1%."),
        ("figures/factor-neglect", "Across England it rose from 16.5% to 17.6%."),
        ("figures/foster-places-filled", "From 2022 to 2025 it fell from 80 to 50."),
        ("figures/eet-19-21", "training fell to 56%"),
        ("figures/eet-17-18", "training rose to 72%"),
        (
            "figures/eet-19-21",
            "The two point in opposite directions: from 2023-24 to 2024-25 this figure fell from 57% to 56% and that one rose from 61% to 72%.",
        ),
        ("figures/eet-19-21", "There Bedford stood above England, not below."),
        ("", "Four of the seven areas have almost no published measure. Each has one figure at most, and none that measures the area itself."),
    ],
)
def test_what_the_figures_say_is_said(bedford: Built, page: str, said: str) -> None:
    text = text_of(bedford.folder / page / "index.html")
    assert said.replace(" ", "") in text.replace(" ", "")


def test_figures_of_different_definitions_are_not_said_twice(bedford: Built) -> None:
    """The council's own caseload stands once beside the national one, with what the council compared it with."""
    text = text_of(bedford.folder / "figures/caseload/index.html")
    others = text.partition("Other figures that sound the same")[2].partition("All the figures")[0]
    assert others.count("23.6") == 1
    assert "15.9 nationally, as the council put it" in others


def test_every_sentence_with_a_figure_leads_to_its_figures_rule_and_source_in_two_clicks(bedford: Built) -> None:
    site = read_site(bedford.folder)
    links = {
        here: {resolved(here, target.split("#")[0].split("?")[0]) for target in page.links if "://" not in target and not target.startswith(("mailto:", "tel:"))}
        for here, page in site.pages.items()
    }
    shell = set.intersection(*(found for here, found in links.items() if here != "404.html"))
    followed = 0
    for here in site.pages:
        markup = (bedford.folder / here).read_text(encoding="utf-8")
        keys = {key for listed in re.findall(r'data-figures="([^"]+)"', markup) for key in listed.split()}
        near = links[here] | {further for one in links[here] if one in links for further in links[one]} | {here}
        for name in {key.partition("/")[0] for key in keys} - {"reported"}:
            figures = f"figures/{name}/index.html"
            assert figures in near, f"{here}: {name}"
            assert {"sources/index.html", "about/how-we-work-it-out/index.html"} <= links[figures]
            if here.startswith(("help/", "fostering/")):  # whoever reads these is not sent to look for it in the list of all
                assert figures in links[here] - shell, f"{here}: {name}"
            followed += 1
    assert followed > 200


def test_the_figures_that_the_home_page_counts_are_listed_one_click_away(bedford: Built) -> None:
    home = html.unescape((bedford.folder / "index.html").read_text(encoding="utf-8"))
    assert '<a href="areas/#newer">Which figures these are</a>' in home
    listed = (bedford.folder / "areas/index.html").read_text(encoding="utf-8").partition('id="newer"')[2].partition("</section>")[0]
    since, _, untimed = listed.partition("no source says what time they are about")
    keys = re.search(r'data-figures="([^"]+)">Of the 50 figures on this site, five are', home)
    assert keys
    named = [key.partition("/")[0] for key in keys[1].split()]
    assert re.findall(r'href="../figures/([^/]+)/"', since) == named
    assert len(named) == 5
    assert since.count("the right way") == 3
    assert since.count("the wrong way") == 1
    assert len(re.findall(r'href="../figures/([^/]+)/"', untimed)) == 7


def test_every_figure_has_its_source_beside_it(bedford: Built) -> None:
    for page in sorted((bedford.folder / "figures").glob("*/index.html")):
        assert 'class="cite"' in page.read_text(encoding="utf-8"), page


def test_the_council_s_own_words_are_exact(bedford: Built) -> None:
    text = text_of(bedford.folder / "figures/caseload/index.html")
    assert "On 30 September 2025 the figure for Bedford was 19.5 cases for each social worker. A year earlier it was 15.6." in text
    assert "Across England it fell from 15.4 to 15.2." in text
    assert "Bedford is 146th of 151 councils" in text
    assert "23.6" in text
    neglect = text_of(bedford.folder / "figures/factor-neglect/index.html")
    assert "30.1%" in neglect
    assert "17.6%" in neglect


@pytest.mark.parametrize(
    "forbidden",
    ["01234 718700", "01234 223599", "01234 718058", "43 children", "£170", "£189", str(ROOT)],
)
def test_what_must_not_be_claimed_is_not_there(bedford: Built, forbidden: str) -> None:
    for path in bedford.folder.resolve().rglob("*"):
        if path.suffix in (".html", ".csv", ".json", ".xml", ".svg"):
            assert forbidden not in path.read_text(encoding="utf-8"), path


def test_nothing_in_the_product_knows_about_bedford() -> None:
    for folder in ("generator", "templates"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix in (".py", ".j2", ".html", ".css", ".js", ".md", ".yml"):
                assert "bedford" not in path.read_text(encoding="utf-8").lower(), path


def test_every_commitment_says_who_and_when(bedford: Built) -> None:
    page = (bedford.folder / "commitments/index.html").read_text(encoding="utf-8")
    rows = re.findall(r'<tr id="([^"]+)" data-areas', page)
    assert len(rows) == 35
    assert page.count('data-label="By when"') == 35
