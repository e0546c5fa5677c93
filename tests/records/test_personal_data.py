"""The guard finds personal data in words and leaves the sentences of ordinary policy alone."""

import csv
import io
import re
from pathlib import Path

import pytest

from generator.records.personal.guard import Allowance, AllowList, kinds_in
from generator.records.personal.numbers import is_nhs_number, is_uln, is_upn
from tests.councils.making import checked, made_council, problems_after
from tests.records.personal_corpus import ORDINARY as ORDINARY_CORPUS
from tests.records.personal_corpus import PERSONAL as PERSONAL_CORPUS

NOBODY = AllowList.of(())


def found(text: str, allowed: AllowList = NOBODY) -> list[str]:
    """Codes of the kinds that the guard finds."""
    return [kind.code for kind in kinds_in(text, Allowance(allowed))]


PERSONAL = {
    "personal-email": ["Write to jo.bloggs@mail.example.com.", "JO+x@Example.CO.UK", "(a_b@c-d.org)"],
    "personal-telephone": [
        "Call 020 7946 0018.", "Ring 07911 123456 at night", "+44 20 7946 0018", "(020) 7946 0018", "02079460018", "0044 20 7946 0018",
    ],
    "personal-postcode": ["near ZE1 0AA", "ze10aa", "SW1A 1AA.", "M1 1AE", "lives in LU1 2BQ, with"],
    "personal-address": [
        "He lives at 12 Acacia Avenue.", "at 4b High Street", "Flat 3, 221 Baker Street", "the home at 9 St Mary's Road", "1 Old Mill Lane",
    ],
    "personal-number": [
        "NHS number 943 476 5919", "9434765919", "943-476-5919", "QQ 12 34 56 C is not but AB 12 34 56 C is", "ab123456c", "UPN H801200001001", "upn h801200001001",
    ],
    "personal-case-number": ["Case number 104233", "case no: A/10423", "child ID 55231", "LU21C50123", "file ref. CF-2023-881", "Mosaic ID 778812"],
    "personal-birth-date": [
        "born on 3 May 2011", "DOB: 03/05/2011", "d.o.b. 3.5.11", "date of birth was 2011-05-03", "born 3rd of May 2011", "She was born in May 2011",
    ],
    "personal-age": [
        "A 14-year-old girl waited.", "One 15-year-old was moved four times.", "the 14 year old boy", "a boy aged 14", "Tom, 14, said so.",
        "She was 14 years old.", "he was only 9 when it began", "a sixteen-year-old who had run away was found", "his 3-year-old sister",
        "the girl, aged nine, told workers", "a 15yo ran away", "The child was 9.", "the baby, 2, was hurt", "Alex Sample (aged 16)",
    ],
    "personal-name": ["Mrs Bloggs said so.", "Cllr Jane Sample", "Dr J. Smith", "Miss O'Brien", "Mayor Sam Other", "MR BLOGGS", "Sir John Thing"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in PERSONAL.items() for text in texts]
)
def test_personal_data_is_found(code: str, text: str) -> None:
    assert code in found(text)


ORDINARY = [
    "The response to homeless 16- and 17-year-olds was not consistent.",
    "A small number of homeless 16 and 17 year olds waited for help.",
    "Children aged 16 to 17 can ask for an advocate.",
    "A child aged 16 or 17 who is homeless can ask the council for help.",
    "If a 16-year-old is homeless, the council must see them the same day.",
    "Any 17-year-old can ask for an advocate.",
    "Places taken up as a percentage of the 2-year-old population; the 3-year-old offer.",
    "Every child aged 10 and over is told.",
    "You must be 21 or over; children aged 0 to 4 need more.",
    "Care leavers aged 19 to 21 in work rose from 54% to 61% of 128 young people.",
    "In paragraphs 12, 14, 16 and 18 of the report, Ofsted, 2025, said so.",
    "Areas 2, 4, 6 and 7 have no figure.",
    "The child was 15 minutes late; he was in 4 homes; she was 1 of 12 children.",
    "Children are born into families; those born in 2011 start school.",
    "You will be asked for your date of birth and your address.",
    "Children born between 1 September and 31 August are in one year group.",
    "Call 999 in danger, 101 otherwise, 111 for health, or Childline on 0800.",
    "It cost 21029528 pounds and 1234567890 in all, £9434765919 in one line.",
    "The duty is in section 47 of the Children Act 1989 and regulation 12.",
    "ONS code E06000123, file 50285308, URN 80428, case C1.",
    "B4 1st class post, M1 2nd floor and E1 3rd sector are not postcodes.",
    "In 2025 Family Court judges sat in 3 High Court rooms.",
    "The Mayor and Cabinet, the Lord Chancellor, the Lady Justice and the Chief Judge of Appeal met.",
    "Miss a meeting and you miss out. Dr is short for doctor. Ms and Mr are titles.",
    "The case for change was made; case work improved; case file audits rose to 104 in 2024.",
    "Twenty-four hours a day, 7 days a week, 365 days a year; 8am to 8pm; 2024-25; 14 to 18 July 2025.",
    "The pupil premium is paid for each child in Year 7, 8, 9 and 10.",
    "Mother and baby placements, father and son groups, boys and girls aged 11 to 15.",
    "Adopt East, Foster East and Tier 3, 4, 5 carers; Step 2, 3, of the plan.",
    "Up to 18, or 5 to 18 if anyone at home smokes; two children under five; 1 in 10.",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentences_of_policy_do_not_alarm(text: str) -> None:
    assert found(text) == []


LEAST_FOUND, MOST_FALSE = 0.9, 0.03


def test_the_guard_finds_nine_in_ten_of_a_corpus_and_seldom_alarms(capsys: pytest.CaptureFixture[str]) -> None:
    sentences = [(kind, sentence) for kind, listed in PERSONAL_CORPUS.items() for sentence in listed]
    missed = [one for one in sentences if not any(code.startswith(f"personal-{one[0]}") for code in found(one[1]))]
    alarms = [sentence for sentence in ORDINARY_CORPUS if found(sentence)]
    share, false = 1 - len(missed) / len(sentences), len(alarms) / len(ORDINARY_CORPUS)
    with capsys.disabled():
        print(f"\nguard: {share:.1%} of {len(sentences)} personal sentences found, {false:.1%} of {len(ORDINARY_CORPUS)} ordinary ones alarmed")
    assert len(sentences) > 100
    assert len(ORDINARY_CORPUS) > 200
    assert share >= LEAST_FOUND, missed
    assert false <= MOST_FALSE, alarms


def test_no_message_holds_a_word_of_what_was_found(tmp_path: Path) -> None:
    sentences = [sentence for listed in PERSONAL_CORPUS.values() for sentence in listed if "`" not in sentence]
    folder = made_council(tmp_path / "council")
    with (folder / "site_src/help/index.md").open("a", encoding="utf-8") as opened:
        opened.write("".join(f"\n{sentence}\n" for sentence in sentences))
    problems = [problem for problem in checked(folder)[1] if problem.code.startswith("personal-")]
    assert len(problems) >= LEAST_FOUND * len(sentences)
    told = {word for problem in problems for word in re.findall(r"\w+", f"{problem.found} {problem.fix}")}
    typed = {word for sentence in sentences for word in re.findall(r"\w*\d\w*|\b[A-Z]\w+", sentence)}
    assert told & typed <= ALSO_OURS


ALSO_OURS = {"NHS", "National", "Insurance", "If", "The"}
"""Words of the messages themselves that sentences use as well."""


def test_words_that_an_override_allows_are_allowed_for_their_kind_alone() -> None:
    allowed = Allowance(NOBODY, {"age": AllowList.of(["one 14-year-old"])})
    assert [kind.code for kind in kinds_in("They met one 14-year-old and Mrs Bloggs.", allowed)] == ["personal-name"]
    assert [kind.code for kind in kinds_in("They met one 14-year-old; a girl aged 15 was there.", allowed)] == ["personal-age"]
    assert allowed.overrides["age"].used == {"one 14-year-old"}


def test_a_reason_that_holds_personal_data_is_refused_and_not_repeated(tmp_path: Path) -> None:
    change = (Path(__file__).parents[1] / "problems/words-allowed/change.txt").read_text(encoding="utf-8")
    change = change.replace("The girl is in a story for children that everybody can read.", "Mrs Bloggs said that it is fine.")
    told = problems_after(tmp_path / "council", change)
    assert {problem.code for problem in told} == {"personal-name", "words-allowed"}
    assert "Bloggs" not in "".join(str(problem) for problem in told)


def test_check_digits_decide() -> None:
    assert is_nhs_number("9434765919")
    assert not is_nhs_number("9434765918")
    assert is_uln("1000000043") == (10 - (10 * 1 + 2 * 4) % 11 == 3)
    assert not is_upn("A", "80120000100", "1")
    assert is_upn("H", "80120000100", "1")


def test_nine_in_ten_numbers_of_ten_digits_are_not_taken_for_a_person() -> None:
    taken = sum(
        "personal-number" in found(f"Item {number} of it")
        for number in range(4_000_000_000, 4_000_100_000, 97)
    )
    assert taken < 0.2 * len(range(4_000_000_000, 4_000_100_000, 97))


def test_what_is_allowed_is_masked_and_remembered() -> None:
    allowed = AllowList.of(["Jane Sample", "020 7946 0018", "never met"])
    assert found("Cllr  jane\u00a0sample can be called on 020 7946 0018.", allowed) == []
    assert found("Cllr Jane Samples", allowed) == ["personal-name"]
    assert allowed.used == {"jane sample", "020 7946 0018"}


def test_contacts_of_the_council_may_stand_in_words(tmp_path: Path) -> None:
    change = (
        "in site_src/help/index.md\n+\n+ Or write to front-door@exampleshire.example, or call 01632 960123."
    )
    assert problems_after(tmp_path / "council", change) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("data/council.yml", "  strapline: What inspectors found and what has changed", "  strapline: Ask Mrs Bloggs", "data/council.yml, line 19, strapline"),
        ("data/conflicts.csv", None, "names,Names,Mrs Bloggs disagrees.,Nobody knows.,Both are shown.,no,NEWS", "data/conflicts.csv, row 3, column says"),
        ("data/inspections/2025-ilacs.yml", "    lead: Too many children lived far away because there were too few homes.", "    lead: Mrs Bloggs was not heard.", "data/inspections/2025-ilacs.yml, line 28, lead"),
        ("data/observations/local.csv", None, "interviews-local,E06000999,2026-07,all,15,,,,,RETURNS,Counted by Mrs Bloggs", "data/observations/local.csv, row 5, column note"),
        ("site_src/help/index.md", None, "Ask Mrs Bloggs.", "site_src/help/index.md, line 14"),
        ("site_src/help/index.md", "title: Worried about a child?", "title: Ask Mrs Bloggs", "site_src/help/index.md, line 1, title"),
        ("data/indicators.yml", "    - Councils decide in different ways who counts as missing.", "    - Mrs Bloggs counts.", "data/indicators.yml, line 20, caveats"),
    ],
)  # fmt: skip
def test_every_free_text_of_every_file_is_read(
    file: str, old: str | None, new: str, place: str, tmp_path: Path
) -> None:
    change = f"in {file}\n" + (f"- {old}\n" if old else "") + f"+ {new}"
    told = [(problem.code, str(problem.place)) for problem in problems_after(tmp_path / "council", change)]
    assert told == [("personal-name", place)]


def test_a_list_of_public_people_that_cannot_be_read_is_not_told_as_their_names(tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council")
    (folder / "data/public_people.csv").write_bytes(b"PK\x03\x04")
    assert [problem.code for problem in checked(folder)[1]] == ["workbook"]


def test_no_sentence_of_the_reference_texts_alarms_except_for_public_people_and_offices(
    shared_folder: Path,
) -> None:
    texts = [
        cell
        for file in sorted((shared_folder / "reference").glob("*/*.csv"))
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")))
        for cell in row
        if cell.count(" ") > 3
    ][:20_000]
    alarms = {(code, text) for text in texts for code in found(text)}
    telephones = {text for code, text in alarms if code == "personal-telephone"}
    assert {code for code, _ in alarms} <= {"personal-name", "personal-telephone"}
    assert len(telephones) <= 3
    assert all("Cllr" in text or "Mayor" in text for _, text in alarms if text not in telephones)
