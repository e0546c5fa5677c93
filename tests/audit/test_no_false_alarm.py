"""A council whose words are full of numbers, and half of whose figures are hidden, gives no alarm."""

import random
from collections.abc import Iterator
from pathlib import Path

from generator.audit import audit
from tests.audit.hidden_council import CODE, hidden_council, rows
from tests.site.conftest import run_build

MEASURE = """
- id: {name}
  title: Children seen within 5 days, {name}
  subject: The number seen within 5 days ({name})
  unit: {unit}
  unit_words: of 12 to 17 year olds
  decimals: {decimals}
  polarity: higher
  counts: children
  period_kind: {kind}
  definition: Children seen in 5 days after 3 or more calls.
  publisher: Exampleshire County Council
  source: OWN
  judgement: help_protection
  local: true
  caveats: ['Only 12 of 15 teams sent figures.', 'Before 2019 it was 3 days.']
  synonyms: ['seen in 5 days', 'top 10']
  conflicts: [K1]
"""
TARGET = "  target: 45\n  target_source: OWN\n"
MEASURES = (
    ("whole-months", "count", "month", 0, TARGET),
    ("few-months", "count", "month", 0, f"{TARGET}  differs_from: [whole-months]\n"),
    ("share", "percent", "financial_year", 1, ""),
    ("small-share", "percent", "financial_year", 1, ""),
    ("rate", "rate_10000", "snapshot", 1, ""),
    ("groups", "count", "snapshot", 0, ""),
)
TYPED = {
    "conflicts.csv": 'K1,How many were seen,"Ofsted said 18 in 2024, the council said 10.",They counted 3 different things.,Both are shown.,yes,OWN\n',
    "reported.csv": (
        "R1,Children in 2 homes,count,0,children,2025-07,Told on 3 July 2025,9 in England,,,few-months,no,OWN,page 3,Between 2 and 9 were said,3\n"
        "R2,Children in 3 homes,count,0,children,2025-07,,,,,few-months,no,OWN,page 3,,31\n"
    ),
    "corrections.csv": "X1,2026-10-01,It said 14 and is 13 now.,few-months,OWN\n",
    "timeline.csv": "T1,2025-06,The council opened 3 homes for 12 children,other,past,no,OWN,,\n",
}


def numbers() -> Iterator[str]:
    """Months, shares, rates and groups of which some are too small to print."""
    rng = random.Random(5)
    for number in range(30):
        month = f"{2024 + (number + 3) // 12}-{(number + 3) % 12 + 1:02}"
        yield f"whole-months,{CODE},{month},all,{rng.randint(20, 60)},,,,,OWN,"
        yield f"few-months,{CODE},{month},all,{rng.randint(2, 20)},,,,,OWN,"
    for year in range(2015, 2025):
        period = f"{year}-{(year + 1) % 100:02}"
        for name, above, below in (("share", rng.randint(30, 90), year - 1895), ("small-share", rng.randint(2, 12), year - 1985)):
            yield f"{name},{CODE},{period},all,{100 * above / below:.1f},{above},{below},,,OWN,"
        above = rng.randint(2, 12)
        yield f'rate,{CODE},{year}-03-31,all,{above / 3.1:.1f},{above},31000,,,OWN,"Recounted in 2025; 3 offices changed"'
        yield f"rate,E92000001,{year}-03-31,all,{year - 1955},,,,,OWN,"
    for group, count in (("all", 23), ("girls", 3), ("boys", 20), ("0 to 4", 9), ("5 to 17", 14)):
        yield f"groups,{CODE},2025-03-31,{group},{count},,,,,OWN,"


def test_words_with_numbers_beside_hidden_figures_give_no_alarm(tmp_path: Path) -> None:
    folder = hidden_council(tmp_path / "council", [*rows(), *numbers()])
    with (folder / "data/indicators.yml").open("a", encoding="utf-8") as opened:
        for name, unit, kind, decimals, more in MEASURES:
            opened.write(MEASURE.format(name=name, unit=unit, kind=kind, decimals=decimals) + more)
    declared = (folder / "data/indicators.yml").read_text(encoding="utf-8")
    mutual = declared.replace(f"conflicts: [K1]\n{TARGET}\n", f"conflicts: [K1]\n{TARGET}  differs_from: [few-months]\n\n", 1)
    assert mutual != declared
    (folder / "data/indicators.yml").write_text(mutual, encoding="utf-8")
    for name, text in TYPED.items():
        with (folder / "data" / name).open("a", encoding="utf-8") as opened:
            opened.write(text)
    built = run_build(folder, tmp_path / "site")
    assert built.code == 0, built.said + built.complained
    table = (built.folder / "data/figures.csv").read_text(encoding="utf-8")
    assert table.count(",c,") > 15
    assert audit(built.folder.resolve()) == ()
