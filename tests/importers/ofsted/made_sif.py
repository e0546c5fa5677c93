"""Makes reports of an invented council under the single inspection framework, each part open to change."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.importers.ofsted.made_pdf import Put
from tests.importers.ofsted.made_sheets import (
    GRADES,
    PARAGRAPH,
    SPACING,
    Paragraph,
    Sheets,
    sentence,
    write_paragraph,
)

SIF_LABELS = {
    "help": ("1. Children who need help and protection",),
    "looked_after": ("2. Children looked after and achieving", "permanence"),
    "adoption": ("2.1 Adoption performance",),
    "leavers": ("2.2 Experiences and progress of care leavers",),
    "leadership": ("3. Leadership, management and governance",),
}


@dataclass
class Sif:
    """A report under the single inspection framework, late style unless `early`."""

    council: str = "Northmoor Council"
    title: Sequence[str] = (
        "Inspection of services for children in need of help and",
        "protection, children looked after and care leavers",
    )
    board_title: Sequence[str] = (
        "and",
        "Review of the effectiveness of the Local Safeguarding Children",
        "Board",
    )
    dates: str = "Inspection date: 23 January 2017 \u2013 16 February 2017"
    published: str = "Report published: 7 April 2017"
    headline: Sequence[str] = ("Children\u2019s services in Northmoor require improvement to", "be good")
    grades: dict[str, Sequence[str]] = field(
        default_factory=lambda: {
            "help": ("Requires improvement",),
            "looked_after": ("Requires improvement",),
            "adoption": ("Good",),
            "leavers": ("Good",),
            "leadership": ("Requires improvement",),
        }
    )
    statements: dict[str, Sequence[str]] = field(
        default_factory=lambda: {
            "help": (
                "The experiences and progress of children who need help and",
                "protection require improvement",
            ),
            "looked_after": (
                "The experiences and progress of children looked after and",
                "achieving permanence require improvement",
            ),
            "adoption": ("The graded judgement for adoption performance is that it is good",),
            "leavers": (
                "The graded judgement about the experience and progress of care leavers",
                "is that it is good",
            ),
            "leadership": ("Leadership, management and governance require improvement",),
        }
    )
    board: Sequence[str] = ("The Local Safeguarding Children Board is good",)
    lists: Sequence[tuple[str, Sequence[Paragraph]]] = (
        (
            "Recommendations",
            (Paragraph("1.", ("Ensure that plans are clear.",)), Paragraph("2.", ("Record all visits.",))),
        ),
    )
    first_number: int = 3
    board_list: Sequence[Paragraph] = (Paragraph("13.", ("Ensure that the board checks its audits.",)),)

    def pages(self) -> list[list[Put]]:
        """Give the words of the report on their pages."""
        sheets = Sheets()
        sheets.line(self.council, size=26, below=20)
        for text in (*self.title, *self.board_title):
            sheets.line(text, size=14, bold=text != "and", below=17)
        sheets.line(self.dates, size=14, below=23)
        sheets.line(self.published, size=14, below=23)
        for number, text in enumerate(self.headline):
            sheets.line(text, size=14, bold=True, below=17 if number else 50)
        self._table(sheets)
        sheets.new_page()
        sheets.line("Contents", size=26)
        sheets.line("Recommendations 3", size=14, below=30)
        sheets.line("The Local Safeguarding Children Board (LSCB) 5", size=16, bold=True, below=30)
        sheets.new_page()
        for title, entries in self.lists:
            sheets.line(title, size=14, bold=True, below=PARAGRAPH)
            for entry in entries:
                write_paragraph(sheets, entry)
        number = self.first_number
        for name in ("help", "looked_after", "adoption", "leavers", "leadership"):
            number = self._judgement(sheets, name, number)
        if self.board:
            self._board(sheets, number)
        sheets.new_page()
        sheets.line("Information about this inspection", size=16, bold=True)
        sheets.line("The inspection team", bold=True, below=30)
        sheets.line("Lead inspector: Grace Hopper HMI", below=30)
        return sheets.pages

    def _table(self, sheets: Sheets) -> None:
        for row, label in SIF_LABELS.items():
            for number, text in enumerate(label):
                sheets.line(
                    text, x=125 if row in ("adoption", "leavers") else 77, below=SPACING if number else 28
                )
                if number == 0:
                    middle = (len(self.grades[row]) - len(label)) * SPACING / 2
                    for step, words in enumerate(self.grades[row]):
                        sheets.beside(words, x=GRADES, raised=middle - step * SPACING)

    def _judgement(self, sheets: Sheets, name: str, number: int) -> int:
        for step, text in enumerate(self.statements.get(name, ())):
            sheets.line(text, bold=True, below=SPACING if step else 40)
        for about in ("practice", "planning"):
            write_paragraph(sheets, Paragraph(f"{number}.", sentence(f"{name} {about}")))
            number += 1
        return number

    def _board(self, sheets: Sheets, number: int) -> None:
        sheets.line("The Local Safeguarding Children Board (LSCB)", size=16, bold=True, below=40)
        for text in self.board:
            sheets.line(text, size=14, bold=True, below=30)
        sheets.line("Recommendations", size=14, bold=True, below=30)
        for entry in self.board_list:
            write_paragraph(sheets, entry)
        write_paragraph(sheets, Paragraph(f"{number + 1}.", sentence("the board")))
