"""Files that are refused: each with its one plain message, in bounded time, and never with an exception."""

import os
import time
import zlib
from pathlib import Path

import pytest

from generator.importers.ofsted import DraftInspection, limits, read_report
from generator.importers.ofsted.refusals import ONLY
from generator.importers.ofsted.worker import read_content
from tests.importers.ofsted.made_ilacs import Ilacs
from tests.importers.ofsted.made_pdf import MadePdf, Put, make_pdf, stream, with_contents
from tests.importers.ofsted.made_sif import Sif

TOO_COSTLY = (
    "This PDF needs more time or memory than any report does, so reading it was stopped. "
    "Download the report again."
)
LONG_TEXT = [
    Put(71, 600 - 14 * line, "Children in Northmoor are safe and leaders know them well indeed.")
    for line in range(30)
]


def refused(path: Path) -> str:
    """Give the one message of a refused file, everything else being empty."""
    draft = read_report(path)
    assert draft == DraftInspection(str(path), problems=draft.problems)
    assert draft.refused
    assert len(draft.problems) == 1
    return draft.problems[0]


def written(folder: Path, content: bytes) -> Path:
    path = folder / "report.pdf"
    path.write_bytes(content)
    return path


def titled(*texts: str) -> bytes:
    """Give a PDF of some length whose first page begins with these lines."""
    title = [Put(71, 780 - 20 * number, text, 14) for number, text in enumerate(texts)]
    return make_pdf([[*title, *LONG_TEXT]])


def test_a_web_page_saved_as_a_report_is_refused(tmp_path: Path) -> None:
    page = b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html><body>Not found</body></html>"
    assert refused(written(tmp_path, page)) == (
        "This is a web page that was saved under the name of a report, not a PDF. Download the report again."
    )


@pytest.mark.parametrize("content", [b"PK\x03\x04 a workbook", b"plain words", b"\x00\x01\x02"])
def test_any_other_file_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(written(tmp_path, content)) == "This is not a PDF. Download the report again as PDF."


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert refused(written(tmp_path, b"")) == "This file is empty. Download the report again."


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere.pdf") == "This file cannot be found. Check the name."


def test_a_folder_and_a_pipe_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    assert refused(tmp_path) == "This is not a file. Give the report's PDF."
    assert refused(pipe) == "This is not a file. Give the report's PDF."


def test_a_file_of_an_impossible_size_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as large:
        large.truncate(limits.FILE_BYTES + 1)
    assert refused(path) == (
        "This file has 40,000,001 bytes; a report has at most 40,000,000. Download the report again."
    )


def test_a_pdf_that_needs_a_password_is_refused(tmp_path: Path) -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]"
    content = make_pdf([LONG_TEXT], trailer=lock % (b"41" * 32, b"42" * 32))
    assert refused(written(tmp_path, content)) == "This PDF needs a password. Ask for a copy without one."


def test_a_scan_without_text_is_refused(tmp_path: Path) -> None:
    content = make_pdf([[Put(71, 700, "Scanned 2013")], []])
    assert refused(written(tmp_path, content)) == (
        "This PDF holds no text, only pictures of pages. Ask for a copy with text."
    )


DAMAGED = "This PDF is damaged and cannot be read safely. Download the report again."


def test_a_report_whose_table_of_objects_is_wrong_is_refused(tmp_path: Path) -> None:
    whole = make_pdf(Ilacs().pages())
    place = whole.rindex(b"startxref")
    number = int(whole[place:].split()[1])
    shifted = whole[:place] + b"startxref\n%d\n%%%%EOF\n" % (number + 7)
    entries_wrong = whole.replace(b" 00000 n ", b" 00001 n ")
    grown = whole.replace(b"%PDF-1.7\n", b"%PDF-1.7\n% a comment that moves every object\n")
    for broken in (whole[: len(whole) // 2], whole[:place], shifted, entries_wrong, grown):
        assert refused(written(tmp_path, broken)) == DAMAGED


def test_a_report_whose_pages_are_missing_is_refused(tmp_path: Path) -> None:
    made = MadePdf()
    made.add(b"<< /Type /Catalog /Pages 2 0 R >>")
    made.add(b"<< /Type /Pages /Kids [9 0 R] /Count 1 >>")
    assert refused(written(tmp_path, made.written())) == DAMAGED


def test_a_pdf_of_a_hundred_thousand_pages_is_refused_at_once(tmp_path: Path) -> None:
    made = MadePdf()
    made.add(b"<< /Type /Catalog /Pages 2 0 R >>")
    made.add(
        b"<< /Type /Pages /Kids [%s] /Count 100000 >>" % b" ".join(b"%d 0 R" % n for n in range(3, 100_003))
    )
    for _ in range(100_000):
        made.add(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")
    path = written(tmp_path, made.written())
    began = time.monotonic()
    assert refused(path) == "This PDF has 100,000 pages; a report has at most 400."
    assert time.monotonic() - began < limits.WALL_SECONDS


def test_a_page_that_swells_to_a_gigabyte_ends_only_the_process_that_reads_it(tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * 1_000_000) for _ in range(1000)) + packer.flush()
    bomb = stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]")
    path = written(tmp_path, with_contents([bomb]))
    assert path.stat().st_size < 20_000
    assert refused(path) in (
        TOO_COSTLY,
        "This PDF holds no text, only pictures of pages. Ask for a copy with text.",
    )


def test_a_page_with_more_text_than_a_report_is_refused(tmp_path: Path) -> None:
    lines = [Put(10, 800 - 0.75 * line, "word " * 16, 1) for line in range(1000)]
    assert refused(written(tmp_path, make_pdf([lines]))) == (
        "This PDF holds far more text than a report does. Download the report again."
    )


def test_scripts_in_a_report_are_never_looked_at(tmp_path: Path) -> None:
    script = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.exportDataObject\\(\\)) >>"
    draft = read_report(written(tmp_path, make_pdf(Ilacs().pages(), catalogue=script)))
    assert not draft.refused
    assert "alert" not in repr(draft)


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (
            ("Inspection of looked after children", "services", "Northmoor Council"),
            "inspection of looked after children services",
        ),
        (
            ("Northmoor", "Inspection of local authority", "arrangements for the protection of children"),
            "inspection of arrangements for the protection of children",
        ),
        (
            ("Inspection of safeguarding and", "looked after children services"),
            "inspection of safeguarding and looked after children services",
        ),
        (
            ("Unannounced inspection of contact, referral and assessment", "Northmoor"),
            "inspection of contact, referral and assessment",
        ),
    ],
)
def test_older_frameworks_are_refused_by_name(texts: tuple[str, ...], name: str) -> None:
    assert read_content(titled(*texts), "x").problems == (
        f"This report follows an older framework ({name}). {ONLY}",
    )


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("Focused visit to Northmoor children\u2019s services",), "focused visit"),
        (("Monitoring visit of Northmoor Council", "children\u2019s services"), "monitoring visit"),
        (("Joint targeted area inspection of Northmoor",), "joint targeted area inspection"),
    ],
)
def test_visits_without_grades_are_refused_by_name(texts: tuple[str, ...], name: str) -> None:
    assert read_content(titled(*texts), "x").problems == (
        f"This is not a graded inspection of a council ({name}). {ONLY}",
    )


def test_a_review_of_the_board_alone_is_refused() -> None:
    content = titled("Northmoor", "Review of the effectiveness of the Local", "Safeguarding Children Board")
    assert read_content(content, "x").problems == (
        f"This is a review of the safeguarding board alone. {ONLY}",
    )


def test_any_other_document_is_refused() -> None:
    assert read_content(titled("Minutes of a meeting"), "x").problems == (
        f"This is not recognised as an inspection report of a council's children's services. {ONLY}",
    )


def test_a_report_in_which_no_grade_can_be_read_is_refused() -> None:
    report = Sif(headline=(), board=(), statements={})
    report.grades = dict.fromkeys(report.grades, ())
    assert read_content(make_pdf(report.pages()), "x").problems == (
        "This looks like an SIF report, but no grade in it could be read safely. Enter it by hand.",
    )


def test_a_library_that_crashes_or_hangs_ends_only_its_own_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, make_pdf(Ilacs().pages()))
    monkeypatch.setattr("generator.importers.ofsted.opening._START", "import os; os.abort()")
    assert refused(path) == (TOO_COSTLY)
    monkeypatch.setattr("generator.importers.ofsted.limits.WALL_SECONDS", 0.5)
    monkeypatch.setattr("generator.importers.ofsted.opening._START", "import time; time.sleep(60)")
    assert refused(path) == (TOO_COSTLY)
    monkeypatch.setattr("generator.importers.ofsted.opening._START", "raise SystemExit(1)")
    assert refused(path) == "This report is laid out in a way that cannot be read safely. Enter it by hand."


@pytest.mark.parametrize("seed", range(6))
def test_bytes_changed_at_random_never_raise_and_never_give_another_grade(tmp_path: Path, seed: int) -> None:
    whole = bytearray(make_pdf(Ilacs().pages()))
    sound = read_report(written(tmp_path, bytes(whole)))
    for step in range(1 + seed):
        whole[(7919 * (seed + 1) * (step + 3)) % len(whole)] ^= 1 << (step % 8)
    draft = read_report(written(tmp_path, bytes(whole)))
    assert draft.refused or set(draft.judgements) <= set(sound.judgements)
