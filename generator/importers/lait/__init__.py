"""DfE's Local Authority Interactive Tool: one long table of every measure, its dictionary and a workbook of neighbours."""

from generator.importers.lait.councils import LaitCouncil, councils_in
from generator.importers.lait.importing import import_lait

__all__ = ["LaitCouncil", "councils_in", "import_lait"]
