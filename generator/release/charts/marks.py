"""The layers that chart families are made of, as Altair charts over named rows.

Here: the only use of Altair. Field names are fixed words of ours, never text of a council, because Vega
reads `.` and `[` in a field name as a path. Colours, weights and sizes come with the rows, so one
template serves every chart of its family.
"""

from typing import Any

import altair as alt

from generator.release.charts.scene import LayerName


def template(layers: tuple[LayerName, ...]) -> dict[str, Any]:
    """A Vega-Lite description of these layers, back to front, with no rows in it yet."""
    makers = {"rules": _rules, "lines": _lines, "dots": _dots, "texts": _texts}
    chart = (
        alt.layer(*(makers[name]() for name in layers))
        .properties(width=1, height=1, padding=0, autosize="none")
        .configure_view(stroke=None)
    )
    spec: dict[str, Any] = chart.to_dict()
    spec["datasets"] = {name: [] for name in layers}
    return spec


def _x(field: str = "x") -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, zero=False))


def _y(field: str = "y") -> alt.Y:
    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, zero=False))


def _stroke() -> dict[str, Any]:
    return {
        "stroke": alt.Stroke("ink:N", scale=None),
        "strokeWidth": alt.StrokeWidth("weight:Q", scale=None),
    }


def _rules() -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(alt.NamedData("rules"))
        .mark_rule()
        .encode(
            x=_x(),
            y=_y(),
            x2="x2",
            y2="y2",
            strokeDash=alt.StrokeDash("dash:N", scale=None),
            description=alt.value(""),
            **_stroke(),
        )
    )
    return layer


def _lines() -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(alt.NamedData("lines"))
        .mark_line(strokeCap="round", strokeJoin="round")
        .encode(
            x=_x(),
            y=_y(),
            detail="path:N",
            order="step:Q",
            strokeDash=alt.StrokeDash("dash:N", scale=None),
            description="tag:N",
            **_stroke(),
        )
    )
    return layer


def _dots() -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(alt.NamedData("dots"))
        .mark_point(opacity=1)
        .encode(
            x=_x(),
            y=_y(),
            shape=alt.Shape("shape:N", scale=None),
            size=alt.Size("area:Q", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            description="tag:N",
            **_stroke(),
        )
    )
    return layer


def _texts() -> alt.Chart:
    """Text without size: Vega would measure every label, which takes a third of all drawing time.

    The true size travels in the row's tag and is put back when the picture is finished.
    """
    layer: alt.Chart = (
        alt.Chart(alt.NamedData("texts"))
        .mark_text(
            baseline="alphabetic",
            align=alt.ExprRef("datum.align"),
            fontWeight=alt.ExprRef("datum.heft"),
            fontSize=0,
        )
        .encode(
            x=_x(),
            y=_y(),
            text="text:N",
            color=alt.Color("ink:N", scale=None),
            description="tag:N",
        )
    )
    return layer
