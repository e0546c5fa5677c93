"""`csv-metadata.json`: what the W3C's CSV on the Web says of the tables, at the name where its readers look first."""

from collections.abc import Iterable, Mapping

from generator.figures import Publication
from generator.release.open_data.tables import Column, Kind, Link, Table
from generator.release.open_data.terms import LICENCE_URL, site_address
from generator.release.open_data.writing import LIST_SIGN
from generator.vocabulary import Symbol

TYPES: Mapping[Kind, object] = {
    Kind.WORDS: "string",
    Kind.NUMBER: "decimal",
    Kind.WHOLE: "integer",
    Kind.DAY: "date",
    Kind.YES_NO: {"base": "boolean", "format": "true|false"},
    Kind.ADDRESS: "anyURI",
    Kind.LIST: "string",
}


def csv_metadata(publication: Publication, tables: Iterable[Table]) -> dict[str, object]:
    """The metadata of every table in `data/`, as one group."""
    council = publication.content.council
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        "dc:title": f"{council.site.title}: figures and facts",
        "dc:publisher": council.published_by,
        "dc:license": {"@id": LICENCE_URL},
        "dcat:landingPage": {"@id": site_address(publication, "data/")},
        "tables": [_table(table) for table in tables],
    }


def _table(table: Table) -> dict[str, object]:
    schema: dict[str, object] = {"columns": [_column(column) for column in table.columns], "primaryKey": list(table.key)}
    if table.links:
        schema["foreignKeys"] = [_link(link) for link in table.links]
    return {"url": table.file, "dc:title": table.title, "dc:description": table.meaning, "tableSchema": schema}


def _column(column: Column) -> dict[str, object]:
    described: dict[str, object] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.meaning,
        "datatype": TYPES[column.kind],
        "required": column.needed,
    }
    if column.kind is Kind.LIST:
        described["separator"] = LIST_SIGN
    if column.symbols:
        described["null"] = ["", *(symbol.value for symbol in Symbol)]
    return described


def _link(link: Link) -> dict[str, object]:
    return {"columnReference": link.column, "reference": {"resource": f"{link.table}.csv", "columnReference": link.key}}
