"""Reads made reports in the test's own process, and says of a draft what tests ask for."""

from generator.importers.ofsted.draft import DraftInspection
from generator.importers.ofsted.worker import read_content
from tests.importers.ofsted.made_ilacs import Ilacs
from tests.importers.ofsted.made_pdf import make_pdf
from tests.importers.ofsted.made_sif import Sif

FILE = "childrens services inspection - 14 january 2022.pdf"


def read(report: Ilacs | Sif, file: str = FILE) -> DraftInspection:
    return read_content(make_pdf(report.pages()), file)


def grades(draft: DraftInspection) -> dict[str, str]:
    return {each.heading.value: each.grade.value for each in draft.judgements}


def numbers(draft: DraftInspection) -> list[int]:
    return [each.number for each in draft.paragraphs]
