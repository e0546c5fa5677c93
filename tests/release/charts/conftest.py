"""What the tests of charts ask for."""

import pytest

from generator.release.charts.draw import draw
from generator.release.charts.shapes import Chart

from .examples import Drawn, Picture, parsed


@pytest.fixture(scope="session")
def drawn() -> Drawn:
    """Draw a chart and read its wide and its narrow picture."""

    def _drawn(chart: Chart) -> tuple[Picture, Picture]:
        drawing = draw(chart, "Caseloads rose", "What the chart shows.", "caseloads")
        wide = Picture(drawing.wide, parsed(drawing.wide))
        narrow = drawing.narrow or drawing.wide
        return wide, Picture(narrow, parsed(narrow))

    return _drawn
