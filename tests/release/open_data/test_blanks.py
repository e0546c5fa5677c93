"""The empty tables that officers start from."""

from generator.records.layout import FINDINGS_COLUMNS, OBSERVATION_COLUMNS, TABLES
from generator.release.open_data.blanks import blank_tables


def test_each_has_the_headings_that_the_site_reads() -> None:
    read = {table.file.rsplit("/", 1)[-1]: table.columns for table in TABLES}
    read |= {"observations.csv": OBSERVATION_COLUMNS, "findings.csv": FINDINGS_COLUMNS}
    made = {address.removeprefix("data/templates/"): tuple(text.rstrip("\n").split(",")) for address, text in blank_tables().items()}
    assert made == read
