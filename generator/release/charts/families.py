"""The families of chart: which layers each is made of, how it is laid out, and in which widths.

A family's template is made once with Altair (`marks`) and compiled to Vega; drawing a chart swaps its rows,
size and axis domains into a copy. Nothing heavy is imported here until a template has to be made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from generator.release.charts import ranking, sparkline, spc, threadmap, trend
from generator.release.charts.scene import NARROW, WIDE, LayerName, Scene
from generator.release.charts.shapes import Chart, RankingChart, Sparkline, SpcChart, ThreadMap, TrendChart
from generator.release.charts.words import ChartWords

Layers = tuple[LayerName, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """How one kind of chart is drawn."""

    name: str
    layers: Layers
    """Back to front."""
    compose: Callable[[Any, float, ChartWords], Scene]
    widths: tuple[float, ...] = (WIDE, NARROW)
    """One width where a single picture serves every page width."""


FAMILIES: Final[dict[type, Family]] = {
    TrendChart: Family("trend", ("rules", "lines", "dots", "texts"), trend.compose),
    SpcChart: Family("spc", ("rules", "lines", "dots", "texts"), spc.compose),
    RankingChart: Family("ranking", ("rules", "dots", "texts"), ranking.compose),
    ThreadMap: Family("threadmap", ("rules", "dots", "texts"), threadmap.compose),
    Sparkline: Family("sparkline", ("lines", "dots", "texts"), sparkline.compose, (sparkline.WIDTH,)),
}


def family_of(chart: Chart) -> Family:
    """The family that draws this chart."""
    return FAMILIES[type(chart)]


def compiled_template(family: Family) -> dict[str, Any]:
    """The family's Vega description without rows: Altair's Vega-Lite, compiled once."""
    import vl_convert  # noqa: PLC0415  costs a third of a second, so only where a picture must be drawn

    from generator.release.charts.marks import template  # noqa: PLC0415  brings Altair

    return dict(vl_convert.vegalite_to_vega(template(family.layers)))


def filled(vega: dict[str, Any], scene: Scene) -> dict[str, Any]:
    """A copy of a compiled template with a scene's rows, size and domains in it."""
    frame = scene.frame
    rows: dict[str, Any] = {
        "rules": scene.rules,
        "lines": scene.lines,
        "dots": scene.dots,
        "texts": scene.texts,
    }
    domains = {"x": [frame.x_low, frame.x_high], "y": [frame.y_low, frame.y_high]}
    return vega | {
        "width": frame.plot_width,
        "height": frame.plot_height,
        "padding": {
            "left": frame.left,
            "top": frame.top,
            "right": frame.width - frame.left - frame.plot_width,
            "bottom": frame.bottom,
        },
        "data": [
            source | {"values": rows[source["name"]]} if "values" in source else source
            for source in vega["data"]
        ],
        "scales": [scale | {"domain": domains[scale["name"]]} for scale in vega["scales"]],
    }
