"""Other people's tools read the open data back, and find what the site shows."""

import json
import re
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import feedparser
import pytest
import rdflib
from csvw import CSVW
from frictionless import Package, validate

from generator.release.open_data.datasets import page_metadata
from generator.release.open_data.writing import LIST_SIGN
from generator.vocabulary import Symbol
from tests.release.open_data.conftest import FORMULA, Given, given_away

DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SCHEMA = rdflib.Namespace("https://schema.org/")
DCTERMS = rdflib.DCTERMS
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib's reader of JSON-LD uses its own old class."""


def shown_figures(given: Given) -> dict[str, Decimal | None]:
    """Every figure of the publication by its key."""
    return {figure.key: figure.value for series in given.publication.series.values() for figure in series.figures}


def test_frictionless_finds_nothing_wrong_with_the_data_package(given: Given) -> None:
    report = validate(str(given.folder / "data/datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert [task.name for task in report.tasks] == [
        "figures", "indicators", "areas", "judgements", "findings", "commitments", "reported", "timeline", "corrections", "sources",
    ]  # fmt: skip


def test_frictionless_reads_every_figure_as_the_site_has_it_and_a_symbol_as_no_number(given: Given) -> None:
    rows = Package(str(given.folder / "data/datapackage.json")).get_resource("figures").read_rows()
    read = {f"{row['indicator']}/{row['area_code']}/{row['period']}/{row['breakdown']}": row["value"] for row in rows}
    assert read == shown_figures(given)
    hidden = [row for row in rows if row["symbol"]]
    assert [(row["area_code"], row["period"], row["symbol"], row["value"]) for row in hidden] == [
        ("E06000997", "2024-25", "c", None),
        ("E06000999", "2026-09", "c", None),
    ]


def test_frictionless_sees_a_row_that_points_nowhere(tmp_path: Path) -> None:
    given = given_away(tmp_path)
    areas = given.folder / "data/areas.csv"
    areas.write_text(areas.read_text(encoding="utf-8").replace("E06000998", "E06000001"), encoding="utf-8")
    report = validate(str(given.folder / "data/datapackage.json"))
    assert [(task.name, error.type) for task in report.tasks for error in task.errors] == [("figures", "foreign-key"), ("areas", "hash-count")]


def test_the_zip_is_a_data_package_of_its_own(given: Given) -> None:
    assert validate(str(given.folder / "data/all.zip"), type="package").valid


def test_every_symbol_is_a_missing_value_with_its_label(given: Given) -> None:
    package = json.loads(given.text("data/datapackage.json"))
    fields = {field["name"]: field for field in package["resources"][0]["schema"]["fields"]}
    assert fields["value"]["missingValues"] == [
        {"value": "", "label": "No number is known"},
        *({"value": symbol.value, "label": symbol.label} for symbol in Symbol),
    ]
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["version"] == "2026.10.31"


def test_a_feed_reader_reads_the_feed(given: Given) -> None:
    feed = feedparser.parse(BytesIO(given.files["feed.xml"]))
    assert not feed.bozo
    assert feed.feed.title == "Children's services in Exampleshire: updates"
    assert [entry.title for entry in feed.entries[:2]] == [
        "Corrected: The value for August was given for September.",
        "Council's own monthly return: one figure on this site",
    ]
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert all(entry.id.startswith("urn:uuid:") for entry in feed.entries)
    assert [entry.updated for entry in feed.entries] == sorted((entry.updated for entry in feed.entries), reverse=True)


def test_no_reader_sees_an_entry_twice_when_the_site_moves(given: Given, tmp_path: Path) -> None:
    change = "in data/council.yml\n-   url: https://children.exampleshire.example/\n+   url: https://elsewhere.example/kids/\n"
    moved = given_away(tmp_path, FORMULA + change)
    before, after = (feedparser.parse(BytesIO(one.files["feed.xml"])) for one in (given, moved))
    assert before.feed.id == after.feed.id
    assert [entry.id for entry in before.entries] == [entry.id for entry in after.entries]
    assert before.entries[0].link != after.entries[0].link


def test_an_rdf_library_reads_the_dcat_catalogue(given: Given) -> None:
    graph = rdflib.Graph().parse(data=given.text("data/catalogue.jsonld"), format="json-ld")
    (catalogue,) = graph.subjects(rdflib.RDF.type, DCAT.Catalog)
    datasets = set(graph.objects(catalogue, DCAT.dataset))
    assert {str(name) for one in datasets for name in graph.objects(one, DCTERMS.identifier)} == {"all", "return-interviews", "interviews-local"}
    for one in datasets:
        for distribution in graph.objects(one, DCAT.distribution):
            (address,) = graph.objects(distribution, DCAT.downloadURL)
            path = str(address).removeprefix("https://children.exampleshire.example/")
            assert graph.value(distribution, DCAT.byteSize).toPython() == len(given.files[path])
    assert [str(value) for value in graph.objects() if isinstance(value, rdflib.Literal) and value.ill_typed] == []


def test_an_rdf_library_reads_the_description_of_each_data_set(given: Given) -> None:
    pages = page_metadata(given.publication)
    assert set(pages) == {"data/", "figures/return-interviews/", "figures/interviews-local/"}
    for address, text in pages.items():
        assert "<" not in text
        described = json.loads(text)
        assert described["@context"] == "https://schema.org"
        described["@context"] = {"@vocab": str(SCHEMA)}  # the same words without asking schema.org for them
        graph = rdflib.Graph().parse(data=json.dumps(described), format="json-ld")
        if address == "data/":
            assert len(set(graph.objects(None, SCHEMA.dataset))) == 2
            continue
        (dataset,) = graph.subjects(rdflib.RDF.type, SCHEMA.Dataset)
        (description,) = graph.objects(dataset, SCHEMA.description)
        assert 50 <= len(description) <= 5000
        for wanted in (SCHEMA.name, SCHEMA.license, SCHEMA.creator, SCHEMA.temporalCoverage, SCHEMA.dateModified):
            assert len(set(graph.objects(dataset, wanted))) == 1
        for distribution in graph.objects(dataset, SCHEMA.distribution):
            (content,) = graph.objects(distribution, SCHEMA.contentUrl)
            assert str(content).removeprefix("https://children.exampleshire.example/") in given.files


def test_the_catalogue_and_the_pages_call_a_data_set_by_one_name(given: Given) -> None:
    listed = {one["@id"] for one in json.loads(page_metadata(given.publication)["data/"])["dataset"]}
    graph = rdflib.Graph().parse(data=given.text("data/catalogue.jsonld"), format="json-ld")
    in_dcat = {str(one) for one in graph.subjects(rdflib.RDF.type, DCAT.Dataset)}
    assert listed < in_dcat


def test_csv_on_the_web_names_every_column_of_every_table(given: Given) -> None:
    metadata = json.loads(given.text("data/csv-metadata.json"))
    assert metadata["@context"][0] == "http://www.w3.org/ns/csvw"
    for table in metadata["tables"]:
        header = given.text(f"data/{table['url']}").split("\n", 1)[0].split(",")
        columns = table["tableSchema"]["columns"]
        assert [column["name"] for column in columns] == header
        assert set(table["tableSchema"]["primaryKey"]) <= set(header)
        assert all(re.fullmatch(r"[a-z_]+", column["name"]) for column in columns)
        for key in table["tableSchema"].get("foreignKeys", []):
            assert f"data/{key['reference']['resource']}" in given.files


def test_a_reader_of_csv_on_the_web_reads_every_figure_as_the_site_has_it(given: Given) -> None:
    read = CSVW(str(given.folder / "data/csv-metadata.json"), validate=True, strict=True)
    assert read.is_valid, [str(one.message) for one in read.warnings]
    rows = list(read.tablegroup.tabledict["figures.csv"].iterdicts())
    assert {f"{row['indicator']}/{row['area_code']}/{row['period']}/{row['breakdown']}": row["value"] for row in rows} == shown_figures(given)
    assert [(row["area_code"], row["period"], row["symbol"], row["value"]) for row in rows if row["symbol"]] == [
        ("E06000997", "2024-25", "c", None),
        ("E06000999", "2026-09", "c", None),
    ]


def test_every_table_reads_the_same_in_a_data_package_and_in_csv_on_the_web(given: Given) -> None:
    package = Package(str(given.folder / "data/datapackage.json"))
    tables = CSVW(str(given.folder / "data/csv-metadata.json")).tablegroup.tabledict
    assert [f"{resource.name}.csv" for resource in package.resources] == list(tables)
    for resource in package.resources:
        rows = list(tables[f"{resource.name}.csv"].iterdicts())
        others = resource.read_rows()
        assert len(rows) == len(others)
        for row, other in zip(rows, others, strict=True):
            assert {name: plain_value(value) for name, value in row.items()} == {name: plain_value(value) for name, value in other.items()}


def plain_value(value: object) -> object:
    """A cell without what is only one library's way to hold it: an address, a list or a day at midnight."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, list):
        return LIST_SIGN.join(value) or None
    if hasattr(value, "unsplit"):
        return value.unsplit()
    return None if value is None else str(value) or None


@pytest.mark.filterwarnings("always::UserWarning")  # the library counts its own warnings
@pytest.mark.parametrize(
    ("file", "was", "now", "told"),
    [
        ("areas.csv", "E06000998", "E06000001", "Key `E06000998` not found in table areas.csv"),
        ("figures.csv", ",12,", ",twelve,", "value: Invalid value for decimal"),
        ("indicators.csv", ",false,", ",perhaps,", "local: invalid lexical value for boolean"),
    ],
)
def test_a_reader_of_csv_on_the_web_sees_what_is_wrong(tmp_path: Path, file: str, was: str, now: str, told: str) -> None:
    folder = given_away(tmp_path).folder / "data"
    text = (folder / file).read_text(encoding="utf-8")
    assert was in text
    (folder / file).write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        assert not CSVW(str(folder / "csv-metadata.json"), validate=True, strict=True).is_valid
