"""The council's colour is checked, its shades are readable, and so is every pair of the stylesheet's own colours."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.release.finish.colours import (
    CLEAR_CONTRAST,
    DARK_SURFACES,
    LIGHT_SURFACES,
    TEXT_CONTRAST,
    WHITE,
    contrast,
    council_stylesheet,
)

STYLESHEET = Path(__file__).resolve().parents[3] / "templates" / "theme" / "assets" / "site.css"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
SHADE = re.compile(r"--([a-z0-9-]+): (?:var\(--[a-z-]+, )?(#[0-9a-f]{3,6})\b")


def shades(text: str) -> dict[str, str]:
    """Custom properties of one block, each as six digits."""
    found = SHADE.findall(text)
    return {
        name: colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
        for name, colour in found
    }


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#abcdef", "#abcdef", 1.0),
    ],
)
def test_contrast_is_what_wcag_says(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio


@given(COLOURS)
def test_a_colour_is_refused_exactly_when_white_text_on_it_is_too_faint(accent: str) -> None:
    if contrast(accent, WHITE) >= TEXT_CONTRAST:
        assert f"--council: {accent};" in council_stylesheet(accent)
    else:
        with pytest.raises(ValueError, match="is too light"):
            council_stylesheet(accent)


@given(COLOURS.filter(lambda colour: contrast(colour, WHITE) >= TEXT_CONTRAST))
def test_every_shade_can_be_read_where_it_stands(accent: str) -> None:
    made = shades(council_stylesheet(accent))
    assert min(contrast(made["council-link"], ground) for ground in LIGHT_SURFACES) >= TEXT_CONTRAST
    assert min(contrast(made["council-light"], ground) for ground in DARK_SURFACES) >= CLEAR_CONTRAST
    assert all(
        contrast(made[name], WHITE) >= CLEAR_CONTRAST
        for name in ("council-deep", "council-dark", "council-darkest")
    )


def test_the_message_says_what_is_wrong_and_names_a_shade_that_will_do() -> None:
    with pytest.raises(
        ValueError,
        match=r"^the accent colour #ffcc00 is too light: .* 1\.5 to 1, and 4\.5 is needed; .* such as #[0-9a-f]{6}$",
    ) as caught:
        council_stylesheet("#ffcc00")
    assert council_stylesheet(str(caught.value)[-7:])


@pytest.mark.parametrize("accent", ["", "red", "#fff", "#12436", "#12436d;}", "#12436d\n"])
def test_what_is_not_a_colour_is_refused(accent: str) -> None:
    with pytest.raises(
        ValueError, match=r"^the accent colour must be # and six hexadecimal digits, such as #12436d$"
    ):
        council_stylesheet(accent)


def modes() -> dict[str, dict[str, str]]:
    """The stylesheet's colours in each mode, later blocks over the blocks they come after."""
    text = STYLESHEET.read_text(encoding="utf-8").split("/* ---------- ground")[0]
    light, dark, more, more_dark = re.findall(r":root \{(.*?)\}", text, re.DOTALL)[:4]
    return {
        "light": shades(light),
        "dark": shades(light) | shades(dark),
        "more": shades(light) | shades(more),
        "more dark": shades(light) | shades(dark) | shades(more) | shades(more_dark),
    }


TEXT_ON = [
    *[(ink, ground) for ink in ("ink", "muted", "link") for ground in ("bg", "soft", "warm")],
    *[(ink, "soft") for ink in ("c1", "c2", "c3", "c4")],
    *[(ink, "bg") for ink in ("c1", "c2", "c3", "c4")],
    ("bad", "badbg"), ("good", "goodbg"), ("flat", "flatbg"), ("warmink", "warm"), ("warmink", "bg"), ("flat", "bg"),
    ("bg", "c1"), ("bg", "link"), ("accent-ink", "accent"), ("accent-ink", "accent-deep"), ("ink", "mark"),
]  # fmt: skip


@pytest.mark.parametrize("mode", list(modes()))
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_can_be_read_on_its_ground_in_every_mode(mode: str, ink: str, ground: str) -> None:
    colours = modes()[mode]
    assert contrast(colours[ink], colours[ground]) >= TEXT_CONTRAST


@pytest.mark.parametrize("mode", list(modes()))
def test_edges_of_controls_can_be_seen_in_every_mode(mode: str) -> None:
    colours = modes()[mode]
    assert min(contrast(colours["edge"], colours[ground]) for ground in ("bg", "soft")) >= 3


def test_the_grounds_that_shades_are_made_for_are_the_stylesheets_own() -> None:
    for mode, surfaces in (("light", LIGHT_SURFACES), ("dark", DARK_SURFACES)):
        assert tuple(modes()[mode][name] for name in ("bg", "soft", "warm", "flatbg")) == surfaces
