"""Why a file is refused, each reason in one plain sentence that says what to do.

The exact words stand here and nowhere else.
"""

from enum import Enum

from generator.importers.ofsted import limits

ONLY = (
    "Only reports of the two frameworks with the present grades can be read: "
    "ILACS (from 2018) and the single inspection framework (2013 to 2018)."
)


class Refusal(Enum):
    """A reason, as told to the officer; `{}` takes the detail."""

    NO_FILE = "This file cannot be found. Check the name."
    NOT_A_FILE = "This is not a file. Give the report's PDF."
    NO_PERMISSION = "This file may not be read. Check its permissions."
    EMPTY = "This file is empty. Download the report again."
    TOO_LARGE = (
        f"This file has {{}} bytes; a report has at most {limits.FILE_BYTES:,}. Download the report again."
    )
    WEB_PAGE = (
        "This is a web page that was saved under the name of a report, not a PDF. Download the report again."
    )
    NOT_PDF = "This is not a PDF. Download the report again as PDF."
    DAMAGED = "This PDF is damaged and cannot be read safely. Download the report again."
    ENCRYPTED = "This PDF needs a password. Ask for a copy without one."
    TOO_MANY_PAGES = f"This PDF has {{}} pages; a report has at most {limits.PAGES}."
    TOO_MUCH_TEXT = "This PDF holds far more text than a report does. Download the report again."
    NO_TEXT = "This PDF holds no text, only pictures of pages. Ask for a copy with text."
    TOO_COSTLY = (
        "This PDF needs more time or memory than any report does, so reading it was stopped. "
        "Download the report again."
    )
    OLDER_FRAMEWORK = f"This report follows an older framework ({{}}). {ONLY}"
    BOARD_ONLY = f"This is a review of the safeguarding board alone. {ONLY}"
    OTHER_VISIT = f"This is not a graded inspection of a council ({{}}). {ONLY}"
    UNKNOWN = f"This is not recognised as an inspection report of a council's children's services. {ONLY}"
    UNEXPECTED = "This report is laid out in a way that cannot be read safely. Enter it by hand."
    NO_JUDGEMENTS = "This looks like an {} report, but no grade in it could be read safely. Enter it by hand."


class Unreadable(Exception):  # it says what the file is, not that the code erred
    """The file is refused."""

    def __init__(self, refusal: Refusal, detail: str = "") -> None:
        """Put the detail into the reason's words."""
        super().__init__(refusal.value.format(detail))
