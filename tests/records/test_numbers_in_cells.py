"""Numbers are read strictly; each ordinary mistake has its own advice, and no advice repeats what was written."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import as_annotations, as_json, as_text
from generator.records.numbers import Advice, parse_number
from tests.councils.making import problems_after

GOOD = {
    "0": "0",
    "5": "5",
    "-5": "-5",
    "-0.4": "-0.4",
    "23.60": "23.60",
    "1234": "1234",
    "-0": "0",
    "100.0": "100.0",
}
BAD = {
    "75%": "Write the number alone: 75, not 75%.",
    "75 per cent": "Write the number alone: 75, not 75%.",
    "£5": "Write the number alone: 5, not £5.",
    "5€": "Write the number alone: 5, not £5.",
    "1,234": "Write it without: 1234, not 1,234.",
    "-1,234.5": "Write it without: 1234, not 1,234.",
    "1 234": "Write it without gaps: 1234, not 1 234.",
    "1\u00a0234": "Write it without gaps: 1234, not 1 234.",
    "23,6": "Write the decimal point as a full stop: 23.6, not 23,6.",
    "1O": "Type the digits again: 10, not 1O.",
    "l0": "Type the digits again: 10, not 1O.",
    "1e5": "Write all its digits: 100000, not 1e5.",
    "1E-5": "Write all its digits: 100000, not 1e5.",
    "+5": "Write it without: 5, not +5.",
    "NA": "c (hidden so that no one can be identified), z (not applicable), x (not available), low",
    "None": "c (hidden",
    "null": "c (hidden",
    "-": "c (hidden",
    "..": "c (hidden",
    "*": "c (hidden",
    "nan": "c (hidden",
    "inf": "c (hidden",
    "-Infinity": "c (hidden",
    "∞": "c (hidden",
    "c": "Move it to the column symbol",
    "[low]": "Move it to the column symbol",
    "<5": "Write the value itself.",
    "five": "Write digits only, such as 1234 or 23.6.",
    "=1+1": "Write the number that it gives.",
    "-2+3+cmd|x": "Write the number that it gives.",
    "٣": "Type the number again with the digits of the keyboard.",
    "５": "Type the number again with the digits of the keyboard.",
    "²": "Type the number again with the digits of the keyboard.",
    "−5": "Write -0.4 with the hyphen of the keyboard.",
    ".5": "Write a zero before the point: 0.5, not .5.",
    "5.": "Leave the point out: 5, not 5.",
    "007": "Leave the zero out: 7, not 07.",
    "1" * 40: "Round it: no figure needs so many digits.",
    "1_000": "Write digits only",
    "0x1F": "Write digits only",
    "1/2": "Write digits only",
    "5 children": "Write digits only",
    "true": "Write digits only",
}


@pytest.mark.parametrize("text", GOOD)
def test_plain_numbers_are_read_with_their_decimals(text: str) -> None:
    read = parse_number(text)
    assert str(read) == GOOD[text]


@pytest.mark.parametrize("text", BAD)
def test_every_ordinary_mistake_has_its_own_advice(text: str) -> None:
    advice = parse_number(text)
    assert isinstance(advice, Advice)
    assert BAD[text] in advice.fix


@given(st.text(max_size=40))
def test_any_text_is_a_plain_number_or_advice(text: str) -> None:
    read = parse_number(text)
    if isinstance(read, Decimal):
        assert read.is_finite()
        assert read == Decimal(text)
        assert text.isascii()
        assert set(text) <= set("-.0123456789")


@pytest.mark.parametrize(
    "value", ["4711%", "£4711", "4711 children", "4711,5", "-4711+1", "4711e1", "<4711", "4,711"]
)
@pytest.mark.parametrize(
    "column", ["value", "numerator", "period", "area", "breakdown", "source", "symbol", "status"]
)
def test_no_report_repeats_a_cell(value: str, column: str, tmp_path: Path) -> None:
    cells = {
        "value": "12",
        "numerator": "",
        "period": "2026-08",
        "area": "E06000999",
        "breakdown": "all",
        "source": "RETURNS",
    }
    cells = {**dict.fromkeys(("symbol", "status"), ""), **cells, column: f'"{value}"'}
    row = "interviews-local,{area},{period},{breakdown},{value},{numerator},,{symbol},{status},{source},".format(
        **cells
    )
    problems = problems_after(
        tmp_path / "council",
        f"in data/observations/local.csv\n- interviews-local,E06000999,2026-08,all,12,,,,,RETURNS,\n+ {row}",
    )
    if column != "breakdown":
        assert problems
    for report in (as_text(problems), as_annotations(problems), as_json(problems)):
        assert "4711" not in report
        assert "4,711" not in report
