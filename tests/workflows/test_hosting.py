"""The recipes for other hosts: what `_headers` says for an address is what nginx and Apache are told to send for it."""

import re
import subprocess
from pathlib import Path

import pytest

from generator.release.finish.policy import secure

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / ".github/hosting/headers"
PAGE = '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"></head><body>'
Headers = dict[str, str]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The `_headers` of a small site."""
    for name, body in {"index.html": "", "404.html": "", "data/index.html": "", "embed/a/index.html": '<main data-needs="embed">'}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE + body, encoding="utf-8")
    secure(tmp_path)
    return tmp_path / "_headers"


def told(host: str, rules: Path) -> str:
    return subprocess.run([SCRIPT, host, rules], check=True, capture_output=True, text=True).stdout


def meant(rules: Path, address: str) -> Headers:
    """What `_headers` says for an address."""
    found: Headers = {}
    fits = False
    for line in rules.read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            fits = address.startswith(line[:-1]) if line.endswith("*") else address == line
        elif fits:
            name, _, value = line.strip().partition(": ")
            found[name] = value
    return found


def sent_by_nginx(text: str, address: str) -> Headers:
    """The headers of the location that fits best; those outside every location only where none fits."""
    outside, places = Headers(), dict[tuple[str, str], Headers]()
    here = outside
    for line in text.splitlines():
        if opened := re.fullmatch(r"location (= )?(\S+) \{", line):
            here = places.setdefault((opened.group(1) or "", opened.group(2)), Headers())
        elif line == "}":
            here = outside
        elif header := re.fullmatch(r' *add_header (\S+) "(.*)" always;', line):
            here[header.group(1)] = header.group(2)
        else:
            pytest.fail(f"nginx does not know this line: {line}")
    exact = places.get(("= ", address))
    inside = max((path for mark, path in places if not mark and address.startswith(path)), key=len, default="")
    return exact or (places[("", inside)] if inside else outside)


def sent_by_apache(text: str, address: str) -> Headers:
    """The headers outside every condition, and those of each condition that holds."""
    found: Headers = {}
    holds = True
    for line in text.splitlines():
        if asked := re.fullmatch(r'<If "%\{REQUEST_URI\} =~ m#(.*)#">', line):
            holds = re.search(asked.group(1), address) is not None
        elif line == "</If>":
            holds = True
        elif header := re.fullmatch(r' *Header always set (\S+) "(.*)"', line):
            found |= {header.group(1): header.group(2)} if holds else {}
        else:
            pytest.fail(f"Apache does not know this line: {line}")
    return found


@pytest.mark.parametrize("address", ["/", "/index.html", "/404.html", "/data/figures.csv", "/embed/a/", "/nowhere/"])
def test_both_hosts_send_what_the_headers_file_means(rules: Path, address: str) -> None:
    assert sent_by_nginx(told("nginx", rules), address) == meant(rules, address)
    assert sent_by_apache(told("apache", rules), address) == meant(rules, address)


def test_open_data_and_charts_are_for_other_sites_and_pages_are_not(rules: Path) -> None:
    text = told("nginx", rules)
    assert sent_by_nginx(text, "/data/figures.csv")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in sent_by_nginx(text, "/")
    assert sent_by_nginx(text, "/embed/a/")["Content-Security-Policy"].endswith("frame-ancestors *")
    assert sent_by_nginx(text, "/")["Content-Security-Policy"].endswith("frame-ancestors 'none'")


def test_a_quotation_mark_in_a_header_stays_inside_it(tmp_path: Path) -> None:
    rules = tmp_path / "_headers"
    rules.write_text('/*\n  X-Words: he said "no"\n', encoding="utf-8")
    assert told("nginx", rules) == 'add_header X-Words "he said \\"no\\"" always;\n'


def test_another_host_s_name_is_refused(rules: Path) -> None:
    done = subprocess.run([SCRIPT, "iis", rules], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (2, "Write nginx or apache first.\n")


def test_the_guide_uses_the_script_for_both_hosts() -> None:
    guide = (ROOT / ".github/HOSTING.md").read_text(encoding="utf-8")
    for host in ("nginx", "apache"):
        assert f".github/hosting/headers {host} build/site/_headers > " in guide
