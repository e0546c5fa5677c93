"""What an officer decides about an import: which published measure becomes which of our indicators (imports.yml).

The files that an importer needs from the council's folder are read here: imports.yml, council.yml, indicators.yml.
Whether a published file agrees with these decisions is the importers' affair.
"""

from pathlib import Path
from typing import Annotated, Final, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from generator.model import Council, Declared, Indicator
from generator.problems import Place, Problem, Refused
from generator.records.collected import Collected
from generator.records.yaml_read import Tree, read_yaml
from generator.scalars import Id, Text, WebAddress

MAPPING_FILE: Final = "data/imports.yml"
COUNCIL_FILE: Final = "data/council.yml"
INDICATORS_FILE: Final = "data/indicators.yml"
LARGEST_YAML: Final = 2_000_000
OPEN_GOVERNMENT_LICENCE: Final = "Open Government Licence v3.0"
DFE: Final = "Department for Education"

Shape = TypeVar("Shape")
DayOfYear = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]


class Described(Declared):
    """How a source is entered in sources.csv when it is not there yet."""

    source: Id = Field(description="Id of the source in sources.csv")
    title: Text = Field(description="Title as published")
    publisher: Text = Field(default=DFE, description="Who published it")
    url: WebAddress | None = Field(default=None, description="Web address of the publication")
    licence: Text = Field(default=OPEN_GOVERNMENT_LICENCE, description="Licence")
    note: Text = Field(default="", description="What a reader should know about it")


class LaitMeasure(Declared):
    """One measure of LAIT that becomes one of our indicators."""

    measure: str = Field(description="The measure's short description in LAIT")
    day: DayOfYear | None = Field(
        default=None,
        description="Month and day that a snapshot is of, where the dictionary's year type does not say",
    )


class LaitMapping(Declared):
    """Which measures of LAIT become ours."""

    bulk: Described = Field(description="The source: LAIT's values and dictionary")
    neighbours: Described = Field(description="The source: the workbook of statistical neighbours")
    indicators: dict[Id, LaitMeasure] = Field(description="Our indicator: LAIT's measure")


class EesMeasure(Declared):
    """One column of a file, under some filters, that becomes one of our indicators."""

    filters: dict[str, str] = Field(default={}, description="Filter column: the value to keep")
    value: str | None = Field(
        default=None, description="Column of the published value; without one, 100 x numerator / denominator"
    )
    numerator: str | None = Field(default=None, description="Column of the count above the line")
    denominator: str | None = Field(default=None, description="Column of the count below the line")
    denominator_filters: dict[str, str] | None = Field(
        default=None,
        description="Filters of the row that holds the count below the line, if it is another row",
    )
    decimals: Annotated[int, Field(ge=0, le=3)] = Field(
        default=1, description="Decimal places of a percentage that is worked out here"
    )


class EesFile(Described):
    """One file of Explore education statistics."""

    file: str = Field(description="Name of the file, * for the part that changes from year to year")
    reporting_year: DayOfYear | None = Field(
        default=None,
        description="What 'Reporting year' means in it: the month and day on which the year ends",
    )
    published: dict[Id, EesMeasure] = Field(
        default={}, description="Our indicator: where its values are in the file"
    )
    confirms: dict[Id, EesMeasure] = Field(
        default={}, description="Our indicator that comes from LAIT: where the same measure is in this file"
    )


class ImportMapping(Declared):
    """Everything that imports.yml says."""

    lait: LaitMapping | None = Field(default=None, description="DfE's Local Authority Interactive Tool")
    ees: tuple[EesFile, ...] = Field(default=(), description="Files of Explore education statistics")


def read_mapping(folder: Path, mapping: Path | None = None) -> ImportMapping:
    """Read the mapping of a council's folder, or another file in its place; raises Refused."""
    return _read(
        mapping or folder / MAPPING_FILE, MAPPING_FILE if mapping is None else mapping.name, ImportMapping
    )


def read_council(folder: Path) -> Council:
    """Read the council whose figures are wanted; raises Refused."""
    return _read(folder / COUNCIL_FILE, COUNCIL_FILE, Council)


def read_indicators(folder: Path) -> dict[str, Indicator]:
    """Read the council's indicators by their ids, in their order; raises Refused."""
    listed = _read(folder / INDICATORS_FILE, INDICATORS_FILE, TypeAdapter(tuple[Indicator, ...]))
    return {indicator.id: indicator for indicator in listed}


def _read(path: Path, name: str, shape: type[Shape] | TypeAdapter[Shape]) -> Shape:
    adapter = shape if isinstance(shape, TypeAdapter) else TypeAdapter(shape)
    try:
        size = path.stat().st_size
        if size > LARGEST_YAML:
            raise Refused(
                [
                    mapping_problem(
                        name, "The file is far larger than such a file can be.", "Restore the file."
                    )
                ]
            )
        content = path.read_bytes()
    except OSError:
        found, fix = "The file cannot be read.", "Make the file; `transparency new` writes a first one."
        raise Refused([mapping_problem(name, found, fix)]) from None
    collected = Collected()
    written = read_yaml(name, content, collected)
    if written is None:
        raise Refused(collected.all())
    try:
        return adapter.validate_python(_filled(written.tree))
    except ValidationError as refused:
        raise Refused([_misfit(name, error["loc"], error["type"]) for error in refused.errors()]) from None


def _filled(tree: Tree) -> Tree:
    """Leave out the keys that have nothing after them, so that they take their defaults."""
    if isinstance(tree, dict):
        return {key: _filled(value) for key, value in tree.items() if value is not None}
    return [_filled(value) for value in tree] if isinstance(tree, list) else tree


def _misfit(name: str, location: tuple[int | str, ...], kind: str) -> Problem:
    where = " > ".join(str(part) for part in location) or "the whole file"
    found = f"At {where}: " + (
        "this key is not known." if kind == "extra_forbidden" else "this is missing or not of the right form."
    )
    return mapping_problem(
        name, found, "Compare the entry with those around it; `transparency check` says more."
    )


def mapping_problem(name: str, found: str, fix: str) -> Problem:
    """Say that the mapping, or a file that it needs, does not serve."""
    return Problem(Place(name), "import-mapping", found, fix)
