"""The kinds of cell: what is taken, what is refused, and by which name the refusal is known."""

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.scalars import (
    ID_LENGTH,
    RESERVED_IDS,
    RESERVED_IN_WORDS,
    TEXT_LENGTH,
    Colour,
    Email,
    Id,
    PartialDate,
    Telephone,
    Text,
    WebAddress,
    unsafe_character,
)


def accepts(kind: object, value: str) -> str:
    """What a kind of cell makes of a value that it takes."""
    return TypeAdapter(kind).validate_python(value)


def refuses(kind: object, value: str) -> str:
    """The name of the refusal."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(value)
    (error,) = refused.value.errors()
    return error["type"]


def test_text_loses_the_spaces_at_its_ends_and_nothing_else() -> None:
    assert accepts(Text, "  O’Neill – “café”  100 % <b>\t") == "O’Neill – “café”  100 % <b>"


def test_text_is_as_long_as_a_page_can_bear() -> None:
    assert TEXT_LENGTH == 3000
    assert accepts(Text, "a" * 3000)
    assert refuses(Text, "a" * 3001) == "string_too_long"


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\n", "\x7f", "\u200b", "\u200e", "\u202e", "\u2066", "\u2069", "\u2028", "\ufeff", "\ue000", "\u061c", "\u2060"]
)
def test_a_character_that_deceives_or_breaks_is_refused_by_its_number(character: str) -> None:
    assert refuses(Text, f"a{character}b") == "unsafe_character"
    assert unsafe_character(f"ab{character}") == f"U+{ord(character):04X}"


@pytest.mark.parametrize("text", ["", "plain", "é", "—", "日本", "👩‍👧", "\u00a0", "\u202f"])
def test_ordinary_writing_is_safe(text: str) -> None:
    """The joiner inside an emoji and the narrow space of a French number are ordinary."""
    assert unsafe_character(text) is None


@pytest.mark.parametrize("name", ["a", "A1", "sw-vacancies", "O2025", "a-b-c", "2025", "a" * 60])
def test_an_id_is_letters_digits_and_single_hyphens(name: str) -> None:
    assert accepts(Id, name) == name


@pytest.mark.parametrize("name", ["", "-a", "a-", "a--b", "a_b", "a b", "a/b", "../a", "a.b", "é", "a\n", "Ａ"])
def test_what_could_not_be_a_file_s_name_is_no_id(name: str) -> None:
    assert refuses(Id, name) == "string_pattern_mismatch"


def test_an_id_is_at_most_sixty_signs_long() -> None:
    assert ID_LENGTH == 60
    assert refuses(Id, "a" * 61) == "string_too_long"


@pytest.mark.parametrize("name", sorted(RESERVED_IDS | {"INDEX", "Con"}))
def test_names_that_the_site_or_a_computer_keeps_are_refused(name: str) -> None:
    assert refuses(Id, name) == "reserved_id"


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "http://example.org/", "https://a-b.example.org:8443/p?q=1&r=%20#top", "https://example.org/" + "a" * 480],
)
def test_a_web_address_of_an_ordinary_host_is_taken(address: str) -> None:
    assert accepts(WebAddress, address) == address


@pytest.mark.parametrize(
    "address",
    [
        "", "example.org", "//example.org", "ftp://example.org", "javascript:alert(1)", "data:text/html,a", "HTTPS://example.org",
        "https:example.org", "https://", "https://localhost", "https://user@example.org", "https://example.org:a/", "https://exa mple.org",
        "https://example.org/<b>", 'https://example.org/"', "https://example.org/'", "https://example.org/`", "https://example.org/\\",
        "https://example.org/{a}", "https://example.org/^", "https://example.org/|", "https://éxample.org", "https://xn--xample-9ua.org",
        "https://-a.org", "https://a-.org", "https://a..org", "https://[::1", "https://example.org/\n", "https://example.org/" + "a" * 481,
    ],
)  # fmt: skip
def test_any_other_address_is_refused(address: str) -> None:
    assert refuses(WebAddress, address) == "web_address"


@pytest.mark.parametrize("text", ["2025", "2025-07", "2025-07-14", "2025-07-14/2025-07-18"])
def test_a_partial_date_is_kept_as_it_is_written(text: str) -> None:
    assert accepts(PartialDate, text) == text


def test_what_is_not_a_date_is_refused() -> None:
    assert refuses(PartialDate, "spring 2025") == "partial_date"


@pytest.mark.parametrize("colour", ["#12436D", "12436d", "#12436", "#12436d0", "red", "#12436d;"])
def test_a_colour_is_six_small_hexadecimal_digits(colour: str) -> None:
    assert accepts(Colour, "#12436d") == "#12436d"
    assert refuses(Colour, colour) == "string_pattern_mismatch"


@pytest.mark.parametrize("number", ["01632 960123", "999", "0800 1111"])
def test_a_telephone_number_is_as_people_dial_it(number: str) -> None:
    assert accepts(Telephone, number) == number


@pytest.mark.parametrize("number", ["99", "+44 1632 960123", " 999", "(01632)", "0" * 17, "01632 960123 ext 4"])
def test_other_signs_are_no_telephone_number(number: str) -> None:
    assert refuses(Telephone, number) == "string_pattern_mismatch"


@pytest.mark.parametrize("text", ["a\u200db", "a\u200cb", "\u200d", "👩\u200d", "a\u00adb", "a\u034fb", "a\u3164b", "a\U000e0041b", "a\ufe00b", "a\U000e0101b", "\u2800", "a\ufff9b"])
def test_what_shows_nothing_is_refused_where_it_joins_nothing(text: str) -> None:
    assert unsafe_character(text) is not None


@pytest.mark.parametrize("text", ["क्\u200dष", "می\u200cخواهم", "❤\ufe0f", "☺\ufe0e"])
def test_joiners_and_selectors_stay_where_they_are_written_for(text: str) -> None:
    assert unsafe_character(text) is None


def test_no_port_of_windows_is_an_id() -> None:
    assert {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)} <= RESERVED_IDS
    assert all(name in RESERVED_IN_WORDS or name[:3] in ("com", "lpt") for name in RESERVED_IDS)


@pytest.mark.parametrize("address", ["front-door@example.org", "a.b+c_d@a-b.example.gov.uk"])
def test_an_e_mail_address_is_taken(address: str) -> None:
    assert accepts(Email, address) == address


@pytest.mark.parametrize(
    "address",
    [
        "a@b", "a b@example.org", '"><b>@example.org', "a@example.org?bcc=b@example.org", "a%0abcc:b@example.org", "a@example.org\n", "a@exa\u202emple.org",
        "a@@example.org", "a@-example.org", "a@example..org", "@example.org", "a@example.org&x=1", "é@example.org", "a" * 65 + "@example.org",
    ],
)  # fmt: skip
def test_an_e_mail_address_that_a_link_could_not_carry_is_refused(address: str) -> None:
    assert refuses(Email, address) == "string_pattern_mismatch"
