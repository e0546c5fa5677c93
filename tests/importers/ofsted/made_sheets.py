"""Pages that a test writes on from top to bottom, and the numbered paragraphs that reports are made of."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.importers.ofsted.made_pdf import Put

MARGIN, TEXT, GRADES = 71.0, 99.0, 395.0
SPACING, PARAGRAPH = 14.5, 29.0
FIRST_LINE, LAST_LINE = 740.0, 90.0


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


def sentence(about: str) -> tuple[str, str]:
    """Two lines of a paragraph."""
    return (
        f"Inspectors saw that {about} is in place for most",
        "children, and that leaders know where it is not.",
    )


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
