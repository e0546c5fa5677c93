"""`datapackage.json`: the tables as a Data Package, version 2, each with its Table Schema.

A symbol stands in the cell of the number that is not there, as in the national statistics, and is declared there as
a missing value with its label, so that a reader that knows the standard gives no number and can say why.
"""

import hashlib
from collections.abc import Iterable, Mapping

from generator.figures import Publication
from generator.model import Source
from generator.release import words
from generator.release.freshness import last_updated
from generator.release.open_data.rows import Filled
from generator.release.open_data.tables import Column, Kind, Link, Table
from generator.release.open_data.terms import (
    LICENCE_ID,
    LICENCE_NAME,
    LICENCE_URL,
    attribution,
    citation,
    site_address,
)
from generator.vocabulary import Symbol

PROFILES = "https://datapackage.org/profiles/2.0"
TYPES: Mapping[Kind, str] = {
    Kind.WORDS: "string",
    Kind.NUMBER: "number",
    Kind.WHOLE: "integer",
    Kind.DAY: "date",
    Kind.YES_NO: "boolean",
    Kind.ADDRESS: "string",
    Kind.LIST: "string",
}
NO_NUMBER_KNOWN = "No number is known"


def data_package(publication: Publication, filled: Iterable[Filled], files: Mapping[str, str]) -> dict[str, object]:
    """The descriptor of all tables; `files` holds the text of each by its name in `data/`."""
    council = publication.content.council
    updated = last_updated(publication)
    described: dict[str, object] = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": f"childrens-services-{council.code.lower()}",
        "id": site_address(publication, "data/datapackage.json"),
        "title": f"{council.site.title}: figures and facts",
        "description": f"Every published figure about services for children in {words.the(council.short_name)}, with what inspectors found, what has been promised and where each comes from. {attribution(publication)} To cite it: {citation(publication)}",
        "homepage": site_address(publication, "data/"),
    }
    if updated:
        described["version"] = f"{updated.year}.{updated.month}.{updated.day}"
        described["created"] = f"{updated.isoformat()}T00:00:00Z"
    return described | {
        "keywords": ["children", "social care", "Ofsted", council.short_name],
        "licenses": [{"name": LICENCE_ID, "path": LICENCE_URL, "title": LICENCE_NAME}],
        "contributors": [{"title": council.published_by, "path": site_address(publication), "roles": ["publisher"]}],
        "sources": [_source(source) for source in sources_of_figures(publication)],
        "resources": [_resource(one, files[one.table.file]) for one in filled],
    }


def sources_of_figures(publication: Publication) -> list[Source]:
    """The sources that at least one figure comes from, in the order of the council's list."""
    used = frozenset[str]().union(*publication.sources_used.values())
    return [source for source in publication.content.sources if source.id in used]


def _source(source: Source) -> dict[str, str]:
    said = {"title": f"{source.publisher}: {source.title}"}
    if source.url:
        said["path"] = source.url
    if source.published:
        said["version"] = source.published
    return said


def _resource(filled: Filled, text: str) -> dict[str, object]:
    content = text.encode()
    return {
        "name": filled.table.name,
        "type": "table",
        "title": filled.table.title,
        "description": filled.table.meaning,
        "path": filled.table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": table_schema(filled.table),
    }


def table_schema(table: Table) -> dict[str, object]:
    """The Table Schema of one table."""
    schema: dict[str, object] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.links:
        schema["foreignKeys"] = [_link(link) for link in table.links]
    return schema


def _field(column: Column) -> dict[str, object]:
    field: dict[str, object] = {"name": column.name, "type": TYPES[column.kind], "description": column.meaning}
    if column.kind is Kind.ADDRESS:
        field["format"] = "uri"
    if column.needed:
        field["constraints"] = {"required": True}
    if column.labels:
        field["categories"] = [{"value": member.value, "label": member.label} for member in column.labels]
    if column.symbols:
        field["missingValues"] = [{"value": "", "label": NO_NUMBER_KNOWN}, *symbol_labels()]
    elif column.empty:
        field["missingValues"] = [{"value": "", "label": column.empty}]
    return field


def symbol_labels() -> list[dict[str, str]]:
    """Each symbol with the words that readers see."""
    return [{"value": symbol.value, "label": symbol.label} for symbol in Symbol]


def _link(link: Link) -> dict[str, object]:
    return {"fields": [link.column], "reference": {"resource": link.table, "fields": [link.key]}}
