"""Makes records of the invented council with a few indicators and rows of a test's own."""

from collections.abc import Iterable
from pathlib import Path

from generator.problems import Problem
from generator.records.observation import Records
from tests.councils.making import MINIMAL, checked, made_council

INDICATOR = """
- id: {id}
  title: Made measure {id}
  subject: The made measure {id}
  unit: {unit}
  decimals: {decimals}
  polarity: neither
  counts: {counts}
  period_kind: {period_kind}
  definition: Made for a test.
  publisher: Exampleshire Council
  source: RETURNS
  judgement: help_protection
  local: true
  published_elsewhere: {elsewhere}
"""
HEADER = "indicator,area,period,breakdown,value,numerator,denominator,symbol,status,source,note"
COUNCIL = "E06000999"
ROWS = "data/observations/made.csv"


def indicator(
    name: str = "made", *, unit: str = "count", counts: str = "children", period_kind: str = "financial_year",
    decimals: int = 0, elsewhere: bool = False, adds_up_to: str = "",
) -> str:  # fmt: skip
    """An indicator as YAML."""
    text = INDICATOR.format(
        id=name, unit=unit, counts=counts, period_kind=period_kind, decimals=decimals, elsewhere=str(elsewhere).lower()
    )
    return text + (f"  adds_up_to: {adds_up_to}\n" if adds_up_to else "")


def row(
    value: object = "", *, breakdown: str = "all", period: str = "2024-25", name: str = "made", area: str = COUNCIL,
    numerator: object = "", denominator: object = "", symbol: str = "", status: str = "",
) -> str:  # fmt: skip
    """A row of observations; `c` as the value is the symbol."""
    if value == "c":
        value, symbol = "", "c"
    return f"{name},{area},{period},{breakdown},{value},{numerator},{denominator},{symbol},{status},RETURNS,"


def groups(period: str = "2024-25", name: str = "made", **values: object) -> list[str]:
    """A row for each group, such as `all=20, girls=3`."""
    return [row(value, breakdown=group, period=period, name=name) for group, value in values.items()]


def made_folder(folder: Path, rows: Iterable[str], *indicators: str, policy: str = "repository: private") -> Path:
    """The invented council with these indicators and rows; the policy in one line of YAML."""
    made_council(folder)
    with (folder / "data/indicators.yml").open("a", encoding="utf-8") as opened:
        opened.write("".join(indicators or (indicator(),)))
    with (folder / "data/council.yml").open("a", encoding="utf-8") as opened:
        opened.write(f"disclosure: {{{policy}}}\n")
    (folder / ROWS).write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return folder


def made_records(folder: Path, rows: Iterable[str], *indicators: str, policy: str = "repository: private") -> Records:
    """The records of such a council; there must be nothing wrong with them."""
    records, problems = checked(made_folder(folder, rows, *indicators, policy=policy))
    assert records is not None, problems
    return records


def problems_of(folder: Path, rows: Iterable[str], *indicators: str, policy: str = "repository: private") -> tuple[Problem, ...]:
    """What checking such a council finds."""
    return checked(made_folder(folder, rows, *indicators, policy=policy))[1]


__all__ = ["MINIMAL", "groups", "indicator", "made_folder", "made_records", "problems_of", "row"]
