"""Every file that is given away beside the pages, by its address in the site. What is in each is said in `open_data`."""

from collections.abc import Iterable, Mapping

from generator.figures import Publication
from generator.release.analyse.areas import Analysis
from generator.release.dictionary import schemas
from generator.release.feed import feed
from generator.release.open_data.api import api_files, indicator_document
from generator.release.open_data.archive import zipped
from generator.release.open_data.blanks import blank_tables
from generator.release.open_data.catalogue import dcat_catalogue
from generator.release.open_data.csvw import csv_metadata
from generator.release.open_data.diary import calendar
from generator.release.open_data.package import data_package
from generator.release.open_data.rows import Filled, Row, filled_tables
from generator.release.open_data.tables import FIGURES, TABLES
from generator.release.open_data.terms import LICENCE_NAME, LICENCE_URL, attribution, citation, site_address
from generator.release.open_data.writing import csv_text, json_text, table_csv
from generator.release.page import Page
from generator.release.protection_rules import protection_rules

ALL = "data/all.zip"
CALENDAR = "calendar.ics"
SNAPSHOTS = "data/snapshots"
FEED = "feed.xml"


def downloads(publication: Publication, analysis: Analysis, pages: Iterable[Page], pictures: Mapping[str, str]) -> dict[str, bytes]:
    """Every download; `pictures` are the charts that are files of their own, by their address."""
    filled = filled_tables(publication, analysis)
    tables = {one.table.file: table_csv(one) for one in filled}
    package = {
        **tables,
        "datapackage.json": json_text(data_package(publication, filled, tables)),
        "csv-metadata.json": json_text(csv_metadata(publication, TABLES)),
    }
    texts: dict[str, str] = {f"data/{name}": text for name, text in package.items()}
    texts |= _by_indicator(publication, analysis, filled[0])
    texts |= api_files(publication, analysis, filled, pages)
    texts |= {f"data/schemas/{name}": text for name, text in schemas().items()}
    texts["data/protection.json"] = protection_rules(publication)
    texts |= blank_tables()
    texts |= pictures
    texts[FEED] = feed(publication)
    texts[CALENDAR] = calendar(publication, analysis.as_at)
    files = {address: text.encode() for address, text in texts.items()}
    readable = {"README.txt": _read_me(publication).encode()}
    files |= {f"{SNAPSHOTS}/{one.name}": one.content for one in publication.snapshots}
    files[ALL] = zipped({name: text.encode() for name, text in package.items()} | readable)
    sizes = {address: len(content) for address, content in files.items()}
    files["data/catalogue.jsonld"] = json_text(dcat_catalogue(publication, sizes), compact=True).encode()
    return files


def _by_indicator(publication: Publication, analysis: Analysis, figures: Filled) -> dict[str, str]:
    """The figures of each indicator, as CSV with the columns of all figures and as JSON with their definition."""
    files = {}
    rows: dict[object, list[Row]] = {}
    for row in figures.rows:
        rows.setdefault(row[0], []).append(row)
    for indicator in publication.content.indicators:
        files[f"data/figures/{indicator.id}.csv"] = csv_text(FIGURES.header, rows.get(indicator.id, []))
        files[f"data/figures/{indicator.id}.json"] = json_text(indicator_document(publication, analysis, indicator))
    return files


def _read_me(publication: Publication) -> str:
    """What someone needs to know who has only the zip."""
    lines = [
        publication.content.council.site.title,
        site_address(publication, "data/"),
        "",
        *(f"{table.file}: {table.meaning}" for table in TABLES),
        "datapackage.json: what each column means (Data Package, version 2)",
        "csv-metadata.json: the same for CSV on the Web",
        "",
        f"Licence: {LICENCE_NAME}, {LICENCE_URL}. Sources that have another licence are marked in sources.csv.",
        f"Attribution: {attribution(publication)}",
        f"Cite as: {citation(publication)}",
    ]
    return "\n".join(lines) + "\n"
