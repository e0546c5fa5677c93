"""The open data of Bedford's site, read as a stranger's program finds it."""

import csv
import json
import re
import shutil
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import feedparser
import pytest
import rdflib
from csvw import CSVW
from frictionless import Package, validate

from tests.site.conftest import Built


def described(page: Path) -> dict[str, object]:
    """What a page says of itself to machines."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL)
    assert len(found) == 1
    document: dict[str, object] = json.loads(found[0])
    return document


def meta(page: Path) -> dict[str, str]:
    """The page's meta elements by property or name."""
    found: dict[str, str] = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            present = {name: value or "" for name, value in attrs}
            if tag == "meta" and "content" in present:
                found[present.get("property") or present.get("name", "")] = present["content"]

    Reader().feed(page.read_text(encoding="utf-8"))
    return found


def test_the_data_package_of_the_whole_site_is_valid(bedford: Built) -> None:
    report = validate(str(bedford.folder.resolve() / "data/datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])


def test_every_figure_that_the_pages_print_is_in_the_package(bedford: Built) -> None:
    folder = bedford.folder.resolve()
    package = Package(str(folder / "data/datapackage.json"))
    keys = {f"{row['indicator']}/{row['area_code']}/{row['period']}/{row['breakdown']}" for row in package.get_resource("figures").read_rows()}
    keys |= {f"reported/{row['id']}" for row in package.get_resource("reported").read_rows()}
    printed = {key for page in folder.rglob("index.html") for found in re.findall(r'data-figures="([^"]*)"', page.read_text(encoding="utf-8")) for key in found.split()}
    assert printed
    assert printed <= keys


def test_a_reader_of_csv_on_the_web_reads_each_number_as_the_pages_and_the_api_have_it(bedford: Built) -> None:
    folder = bedford.folder.resolve()
    read = CSVW(str(folder / "data/csv-metadata.json"), validate=True)
    assert read.is_valid, [str(one.message) for one in read.warnings]
    tables = read.tablegroup.tabledict
    figures = {"/".join(row[name] for name in ("indicator", "area_code", "period", "breakdown")): row for row in tables["figures.csv"].iterdicts()}
    named = figures | {f"reported/{row['id']}": row for row in tables["reported.csv"].iterdicts()}
    said = {key: f"[{row['symbol']}]" if row["symbol"] else row["value"] for key, row in named.items()}
    printed = {(key, as_read(words)) for page in folder.rglob("index.html") for key, words in printed_numbers(page)}
    assert len(printed) > 500
    assert printed <= set(said.items())
    in_api = [one for file in folder.glob("data/api/v1/figures/*.json") for one in json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)["figures"]]
    assert {one["key"]: (one["value"], one["symbol"]) for one in in_api} == {key: (row["value"], row["symbol"]) for key, row in figures.items()}


def printed_numbers(page: Path) -> list[tuple[str, str]]:
    """The numbers that a page prints, each with the one figure that it is."""
    return re.findall(r'<span class="num" data-figures="([^" ]*)"[^>]*>(.*?)</span>', page.read_text(encoding="utf-8"))


def as_read(words: str) -> Decimal | str:
    """A printed number without its unit; a symbol as it stands."""
    text = unescape(re.sub(r"<[^>]*>", "", words)).replace("\N{MINUS SIGN}", "-")
    found = re.search(r"-?\d[\d,]*(?:\.\d+)?", text)
    return Decimal(found[0].replace(",", "")) if found else text


def test_every_figure_page_describes_its_data_set_and_names_a_picture_that_is_there(bedford: Built) -> None:
    folder = bedford.folder.resolve()
    base = json.loads((folder / "data/api/v1/index.json").read_text(encoding="utf-8"))["site"]
    with (folder / "data/figures.csv").open(encoding="utf-8", newline="") as opened:
        indicators = sorted({row["indicator"] for row in csv.DictReader(opened)})
    assert len(indicators) > 40
    for indicator in indicators:
        page = folder / f"figures/{indicator}/index.html"
        dataset = described(page)
        assert dataset["@type"] == "Dataset"
        assert dataset["identifier"] == indicator
        said = meta(page)
        assert said["og:url"] == dataset["url"]
        assert (folder / said["og:image"].removeprefix(base)).is_file()
        assert said["og:title"]


def test_every_page_with_figures_says_how_new_they_are_and_when_the_next_come(bedford: Built) -> None:
    folder = bedford.folder.resolve()
    pages = {page.parent.relative_to(folder).as_posix(): page.read_text(encoding="utf-8") for page in folder.rglob("index.html")}
    told = re.compile(r"Figures last (?:updated|read) \d{1,2} [A-Z][a-z]+ \d{4}\. .{0,40}(?:Next figures due by|No date is known|expected by now)")
    with_figures = {name for name, text in pages.items() if 'data-figures="' in text}
    assert len(with_figures) > 100
    assert {name for name in with_figures if not told.search(pages[name])} == set()


def test_a_feed_reader_reads_the_feed_and_every_entry_leads_somewhere(bedford: Built) -> None:
    folder = bedford.folder.resolve()
    base = json.loads((folder / "data/api/v1/index.json").read_text(encoding="utf-8"))["site"]
    feed = feedparser.parse(BytesIO((folder / "feed.xml").read_bytes()))
    assert not feed.bozo
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 20
    for entry in feed.entries:
        address, _, place = entry.link.removeprefix(base).partition("#")
        page = (folder / address / "index.html").read_text(encoding="utf-8")
        assert not place or f'id="{place}"' in page, entry.link


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_an_rdf_library_reads_the_catalogue_and_what_each_page_says_of_its_data_set(bedford: Built) -> None:
    folder = bedford.folder.resolve()
    base = json.loads((folder / "data/api/v1/index.json").read_text(encoding="utf-8"))["site"]
    graph = rdflib.Graph().parse(data=(folder / "data/catalogue.jsonld").read_text(encoding="utf-8"), format="json-ld")
    dcat, schema = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.Namespace("https://schema.org/")
    listed = set(graph.subjects(rdflib.RDF.type, dcat.Dataset))
    files = {str(address).removeprefix(base): graph.value(one, dcat.byteSize).toPython() for one, address in graph.subject_objects(dcat.downloadURL)}
    assert len(files) > 80
    assert files == {name: (folder / name).stat().st_size for name in files}
    pages = [page for page in (folder / "figures").glob("*/index.html") if "application/ld+json" in page.read_text(encoding="utf-8")]
    assert len(pages) == len(listed) - 1  # and everything together
    for page in pages:
        said = {**described(page), "@context": {"@vocab": str(schema)}}  # the same words without asking schema.org for them
        read = rdflib.Graph().parse(data=json.dumps(said), format="json-ld")
        (dataset,) = read.subjects(rdflib.RDF.type, schema.Dataset)
        assert dataset in listed
        given = [str(address).removeprefix(base) for address in read.objects(None, schema.contentUrl)]
        assert given
        assert all((folder / name).is_file() for name in given)


def test_the_dated_snapshots_are_tables_of_figures_that_anybody_can_read(bedford: Built, tmp_path: Path) -> None:
    folder = bedford.folder.resolve()
    kept = sorted((folder / "data/snapshots").iterdir())
    assert "2026-11-22.csv" in {path.name for path in kept}
    page = (folder / "data/index.html").read_text(encoding="utf-8")
    package = json.loads((folder / "data/datapackage.json").read_text(encoding="utf-8"))
    schema = {**package["resources"][0]["schema"], "foreignKeys": []}
    package["resources"] = [{"name": f"of-{path.stem}", "path": path.name, "schema": schema} for path in kept]
    for path in kept:
        assert f'href="snapshots/{path.name}"' in page
        shutil.copy(path, tmp_path)
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert len(report.tasks) == len(kept)


@pytest.mark.parametrize("page", ["index.html", "figures/caseload/index.html", "areas/supervision/index.html"])
def test_a_page_with_figures_says_when_they_were_updated_and_when_the_next_are_due(bedford: Built, page: str) -> None:
    text = (bedford.folder / page).read_text(encoding="utf-8")
    assert re.search(r"Figures last updated \d{1,2} [A-Z][a-z]+ \d{4}\. (?:A newer figure was expected by now\. )?(?:Next figures due by|No date is known)", text)
