"""The council's own colour: checked for contrast, and the shades that the stylesheet derives from it.

What the shades are used for, and in which mode, is decided in `templates/theme/assets/site.css`.
"""

import colorsys
import re
from collections.abc import Iterable

TEXT_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: text against its background."""
CLEAR_CONTRAST = 7.0
"""WCAG 2.2, 1.4.6: what links on dark ground and white text on dark headers are brought to."""
WHITE = "#ffffff"
LIGHT_SURFACES = ("#ffffff", "#f3f6f8", "#fdf3ea", "#eceff2")
"""Grounds on which a link may stand in light mode: the page, soft panels, warm panels, tags."""
DARK_SURFACES = ("#10171d", "#182129", "#2c2219", "#27323b")
"""The same in dark mode."""
STEP = 0.01
"""How much lighter or darker each try is, of the whole way from black to white."""
LINEAR_BELOW = 0.04045
"""sRGB: parts below this are proportional to light (IEC 61966-2-1)."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG defines it."""
    parts = [
        part / 12.92 if part <= LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def council_stylesheet(accent: str) -> str:
    """The text of `assets/council.css`; raises ValueError for a colour that white text cannot stand on."""
    if not _HEX.fullmatch(accent):
        raise ValueError("the accent colour must be # and six hexadecimal digits, such as #12436d")
    ratio = contrast(accent, WHITE)
    if ratio < TEXT_CONTRAST:
        raise ValueError(
            f"the accent colour {accent} is too light: white text on it has a contrast of {ratio:.1f} to 1, "
            f"and {TEXT_CONTRAST} is needed; choose a darker shade, such as {_darkened(accent, (WHITE,), TEXT_CONTRAST)}"
        )
    shades = {
        "council": accent.lower(),
        "council-deep": _darkened(accent, (WHITE,), max(CLEAR_CONTRAST, ratio * 1.25)),
        "council-link": _darkened(accent, LIGHT_SURFACES, TEXT_CONTRAST),
        "council-dark": _darkened(accent, (WHITE,), 12.0),
        "council-darkest": _darkened(accent, (WHITE,), 15.0),
        "council-light": _lightened(accent, DARK_SURFACES, CLEAR_CONTRAST),
    }
    lines = "".join(f"  --{name}: {colour};\n" for name, colour in shades.items())
    return f"/* Made from the council's colour; edit site.accent in council.yml instead. */\n:root {{\n{lines}}}\n"


def _darkened(colour: str, grounds: Iterable[str], wanted: float) -> str:
    """The colour, made darker only as far as needed to stand out from every ground; black at the end."""
    return _shifted(colour, tuple(grounds), wanted, -STEP)


def _lightened(colour: str, grounds: Iterable[str], wanted: float) -> str:
    """The colour, made lighter only as far as needed to stand out from every ground; white at the end."""
    return _shifted(colour, tuple(grounds), wanted, STEP)


def _shifted(colour: str, grounds: tuple[str, ...], wanted: float, step: float) -> str:
    hue, lightness, saturation = colorsys.rgb_to_hls(
        *(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    )
    shade = colour.lower()
    end = 1.0 if step > 0 else 0.0
    while lightness != end and min(contrast(shade, ground) for ground in grounds) < wanted:
        lightness = min(1.0, max(0.0, lightness + step))
        shade = "#" + "".join(
            f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, lightness, saturation)
        )
    return shade
