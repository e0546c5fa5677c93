"""Makes reports of an invented council in the layouts that Ofsted has used, each part open to change."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.importers.ofsted.made_pdf import Put

MARGIN, TEXT, GRADES = 71.0, 99.0, 395.0
SPACING, PARAGRAPH = 14.5, 29.0
FIRST_LINE, LAST_LINE = 740.0, 90.0
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
SIF_LABELS = {
    "help": ("1. Children who need help and protection",),
    "looked_after": ("2. Children looked after and achieving", "permanence"),
    "adoption": ("2.1 Adoption performance",),
    "leavers": ("2.2 Experiences and progress of care leavers",),
    "leadership": ("3. Leadership, management and governance",),
}
REQUIRES = "Requires improvement to be good"
AFTERWORD = "The Office for Standards in Education, Children\u2019s Services and Skills (Ofsted)"


@dataclass
class Sheets:
    """Pages that are written on from top to bottom."""

    pages: list[list[Put]] = field(default_factory=lambda: [[]])
    y: float = FIRST_LINE

    def line(
        self, text: str, *, x: float = MARGIN, below: float = SPACING, size: float = 12, bold: bool = False
    ) -> None:
        """Write a line so far below the last one, on a new page when this one is full."""
        self.y -= below
        if self.y < LAST_LINE:
            self.new_page()
        self.pages[-1].append(Put(x, self.y, text, size, bold))

    def beside(self, text: str, *, x: float, raised: float = 0, bold: bool = False) -> None:
        """Write on the height of the last line."""
        self.pages[-1].append(Put(x, self.y + raised, text, 12, bold))

    def new_page(self) -> None:
        """Begin a page."""
        self.pages.append([])
        self.y = FIRST_LINE


@dataclass
class Paragraph:
    """A numbered paragraph: its number as printed, and its lines."""

    number: str
    lines: Sequence[str]


@dataclass
class Section:
    """A heading as printed, over as many lines as it takes, and its paragraphs."""

    heading: Sequence[str]
    paragraphs: Sequence[Paragraph]


def sentence(about: str) -> tuple[str, str]:
    """Two lines of a paragraph."""
    return (
        f"Inspectors saw that {about} is in place for most",
        "children, and that leaders know where it is not.",
    )


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


def write_paragraph(
    sheets: Sheets, paragraph: Paragraph, *, number_x: float = MARGIN, text_x: float = TEXT
) -> None:
    """Write a paragraph: its number, if any, in one column and its text in another."""
    for step, text in enumerate(paragraph.lines):
        if step == 0 and paragraph.number and text_x > number_x:
            sheets.line(paragraph.number, x=number_x, below=PARAGRAPH)
            sheets.beside(text, x=text_x)
        elif step == 0 and paragraph.number:
            sheets.line(f"{paragraph.number} {text}", x=number_x, below=PARAGRAPH)
        else:
            sheets.line(
                text, x=text_x if paragraph.number else number_x, below=SPACING if step else PARAGRAPH
            )


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
