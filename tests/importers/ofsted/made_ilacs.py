"""Makes ILACS reports of an invented council in the layouts that Ofsted has used, each part open to change."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.importers.ofsted.made_pdf import Put
from tests.importers.ofsted.made_sheets import (
    GRADES,
    MARGIN,
    PARAGRAPH,
    SPACING,
    TEXT,
    Paragraph,
    Sheets,
    sentence,
    write_paragraph,
)

FOUR_ROWS = ("leaders", "help", "care_and_leavers", "overall")
FIVE_ROWS = ("leaders", "help", "care", "leavers", "overall")
LABELS = {
    "leaders": ("The impact of leaders on social work", "practice with children and families"),
    "help": ("The experiences and progress of", "children who need help and protection"),
    "care_and_leavers": ("The experiences and progress of", "children in care and care leavers"),
    "care": ("The experiences and progress of", "children in care"),
    "leavers": ("The experiences and progress of care", "leavers"),
    "overall": ("Overall effectiveness",),
}
REQUIRES = "Requires improvement to be good"
AFTERWORD = "The Office for Standards in Education, Children\u2019s Services and Skills (Ofsted)"


@dataclass
class Section:
    """A heading as printed, over as many lines as it takes, and its paragraphs."""

    heading: Sequence[str]
    paragraphs: Sequence[Paragraph]


def _sections() -> list[Section]:
    return [
        Section(
            ("The experiences and progress of children who need help and", "protection: good"),
            [Paragraph("1.", sentence("early help")), Paragraph("2.", sentence("a timely response"))],
        ),
        Section(
            (
                "The experiences and progress of children in care and care",
                "leavers: requires improvement to be good",
            ),
            [Paragraph("3.", sentence("a stable home")), Paragraph("4.", sentence("health support"))],
        ),
        Section(
            ("The impact of leaders on social work practice with children and", "families: good"),
            [Paragraph("5.", sentence("oversight")), Paragraph("6.", sentence("supervision"))],
        ),
    ]


@dataclass
class Ilacs:
    """An ILACS report; the parts that tests change are its fields."""

    title: Sequence[str] = ("Inspection of Northmoor local", "authority children\u2019s services")
    dates: str = "Inspection dates: 15 to 26 November 2021"
    lead: Sequence[str] = ("Lead inspector: Ada Byron, Her Majesty\u2019s Inspector",)
    rows: Sequence[str] = FOUR_ROWS
    grades: dict[str, Sequence[str]] = field(
        default_factory=lambda: {
            "leaders": ("Good",),
            "help": ("Good",),
            "care_and_leavers": (REQUIRES,),
            "overall": ("Good",),
        }
    )
    grade_drop: float = 0
    introduction: Sequence[str] = (
        "Children receive a good service. Leaders know their strengths and weaknesses,",
    ) * 12
    improvement: str = "What needs to improve?"
    bullet: str = "\u25fc"
    areas: Sequence[Sequence[str]] = (
        ("The quality of plans for children in need, so that they", "say what must change and by when."),
        ("The oversight of private fostering.",),
    )
    area_gap: float = 20.5
    sections: list[Section] = field(default_factory=_sections)
    heading_bold: bool = True
    number_x: float = MARGIN
    text_x: float = TEXT
    footer: bool = True

    def pages(self) -> list[list[Put]]:
        """Give the words of the report on their pages."""
        sheets = Sheets()
        for text in self.title:
            sheets.line(text, size=26, below=32)
        sheets.line(self.dates, below=30)
        for text in self.lead:
            sheets.line(text, below=26)
        self._table(sheets)
        for text in self.introduction:
            sheets.line(text)
        sheets.new_page()
        self._areas(sheets)
        for section in self.sections:
            self._section(sheets, section)
        sheets.new_page()
        sheets.line(AFTERWORD)
        sheets.line("regulates and inspects to achieve excellence in the care of children.")
        return self._with_footers(sheets.pages)

    def _table(self, sheets: Sheets) -> None:
        sheets.line("Judgement", below=40, x=77, bold=True)
        sheets.beside("Grade", x=GRADES, bold=True)
        for row in self.rows:
            for number, text in enumerate(LABELS[row]):
                sheets.line(text, x=77, below=SPACING if number else 28)
                if number == 0:
                    for step, words in enumerate(self.grades[row]):
                        sheets.beside(words, x=GRADES, raised=-self.grade_drop - step * SPACING)
            sheets.y -= SPACING * max(0, len(self.grades[row]) - len(LABELS[row]))
        sheets.y -= 30

    def _areas(self, sheets: Sheets) -> None:
        if self.improvement:
            sheets.line(self.improvement, size=14, bold=True, below=PARAGRAPH)
        for lines in self.areas:
            for number, text in enumerate(lines):
                mark_x = MARGIN if self.bullet else TEXT
                if number == 0 and self.bullet:
                    sheets.line(self.bullet, x=mark_x, below=self.area_gap)
                    sheets.beside(text, x=TEXT - 10)
                else:
                    sheets.line(
                        text,
                        x=TEXT - 10 if self.bullet else MARGIN,
                        below=SPACING if number else self.area_gap,
                    )

    def _section(self, sheets: Sheets, section: Section) -> None:
        size = 14 if self.heading_bold else 12
        for number, text in enumerate(section.heading):
            sheets.line(text, size=size, bold=self.heading_bold, below=17 if number else 36)
        for paragraph in section.paragraphs:
            write_paragraph(sheets, paragraph, number_x=self.number_x, text_x=self.text_x)

    def _with_footers(self, pages: list[list[Put]]) -> list[list[Put]]:
        if not self.footer:
            return pages
        for number, page in enumerate(pages[1:], start=2):
            page.append(
                Put(
                    MARGIN,
                    39,
                    "Inspection of Northmoor local authority children\u2019s services",
                    8,
                    bold=True,
                )
            )
            page.append(Put(MARGIN, 30, "15 to 26 November 2021", 8))
            page.append(Put(513, 30, str(number), 8))
        return pages
