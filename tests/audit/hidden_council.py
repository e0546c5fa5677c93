"""A council's folder as `transparency new` makes it, with measures that hold small numbers of children."""

from datetime import date
from pathlib import Path

from generator.commands.new import new

CODE = "E10000999"
AS_AT = date(2026, 11, 22)
HEADER = "indicator,area,period,breakdown,value,numerator,denominator,symbol,status,source,note"
MEASURES = {
    "homes": ("Children in unregistered homes", "count", "snapshot", "lower", ""),
    "visits": ("Visits made in time", "percent", "financial_year", "higher", ""),
    "monthly": ("Children missing each month", "count", "month", "lower", "quarterly"),
    "quarterly": ("Children missing each quarter", "count", "quarter", "lower", ""),
}
HOMES = {2019: 14, 2020: 12, 2021: 3, 2022: 9, 2023: 11, 2024: 8, 2025: 2}
VISITS = {"2021-22": (30, 40), "2022-23": (31, 44), "2023-24": (39, 42), "2024-25": (25, 50)}
MONTHS = {"2025-04": 3, "2025-05": 20, "2025-06": 30}


def rows() -> list[str]:
    """Observations of which some are too small to print."""
    made = [f"homes,{CODE},{year}-03-31,all,{count},,,,,OWN," for year, count in HOMES.items()]
    for year, (above, below) in VISITS.items():
        made.append(f"visits,{CODE},{year},all,{round(100 * above / below)},{above},{below},,,OWN,")
        made.append(f"visits,E92000001,{year},all,72,,,,,OWN,")
        made.append(f"visits,E10000001,{year},all,66,,,,,OWN,")
        made.append(f"visits,E10000002,{year},all,61,,,,,OWN,")
    made += [f"monthly,{CODE},{month},all,{count},,,,,OWN," for month, count in MONTHS.items()]
    made.append(f"quarterly,{CODE},2025-Q2,all,53,,,,,OWN,")
    made += [f"quarterly,{CODE},2025-Q2,{group},{count},,,,,OWN," for group, count in (("girls", 4), ("boys", 49))]
    return made


def hidden_council(folder: Path, observations: list[str] | None = None) -> Path:
    """Make the folder; `observations` in place of its own rows."""
    new("Exampleshire County Council", folder, AS_AT)
    council = folder / "data/council.yml"
    text = council.read_text(encoding="utf-8").replace("E06000000", CODE)
    neighbours = (
        "neighbours:\n  model_name: Made model, 2025\n  source: OWN\n  councils:\n"
        "    - {code: E10000001, name: Sampleshire}\n    - {code: E10000002, name: Testshire}\n"
    )
    council.write_text(text.replace("repository: public", "repository: private") + neighbours, encoding="utf-8")
    with (folder / "data/sources.csv").open("a", encoding="utf-8") as opened:
        opened.write("OWN,The council's own returns,Exampleshire County Council,,2026-10-01,primary,,,,\n")
    measures = [
        f"- id: {name}\n  title: {title}\n  subject: {title}\n  plural: true\n  unit: {unit}\n  polarity: {polarity}\n"
        f"  counts: children\n  period_kind: {kind}\n  definition: Made for a test.\n  publisher: Exampleshire County Council\n"
        "  source: OWN\n  judgement: help_protection\n  local: true\n" + (f"  adds_up_to: {longer}\n" if longer else "")
        for name, (title, unit, kind, polarity, longer) in MEASURES.items()
    ]
    (folder / "data/indicators.yml").write_text("\n".join(measures), encoding="utf-8")
    lines = [HEADER, *(rows() if observations is None else observations)]
    (folder / "data/observations/council.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
